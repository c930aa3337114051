//! `campusplan import`.

mod answer;
mod imported;
mod preview;
mod report;
mod result;

use super::args::{Changes, Import};
use super::exit::{Exit, Failure};
use super::input::{Input, wrong};
use super::output;
use crate::diagnostic::{Diagnostic, Severity};
use crate::domain::Language;
use crate::fs;
use crate::lists::{self, Asked, Outcome, file};
use crate::words::{cli as cli_words, lists as words};
use crate::workbook::package::Unreadable;
use imported::{Imported, mappings, told};
use std::path::Path;

/// Takes a list into a scenario: preview, comparison, result.
pub fn run(arguments: &Import) -> Result<Exit, Failure> {
    let early = arguments.lang.unwrap_or_default();
    if let Some(out) = arguments.out.as_deref().filter(|_| !arguments.preview) {
        result::may_be_written(out, early)?;
    }
    let case = match &arguments.into {
        Some(into) => {
            let input = Input::read(into, &Changes::default(), arguments.lang)?;
            let language = input.language;
            Some((into.as_path(), input.usable(into)?, language))
        }
        None => None,
    };
    let language = case.as_ref().map_or(early, |(_, _, language)| *language);
    let date = result::date_of(arguments, language)?;
    let asked = asked(arguments, language)?;
    let path = arguments.list.as_path();
    let bytes = fs::read(path, fs::LARGEST_TEXT).map_err(|why| {
        wrong(&cli_words::unreadable(&path.display(), &why.text().get(language)), language)
    })?;
    let book = file::open(&bytes, path).map_err(|why| unread(path, why, language))?;
    let table = lists::table(&book, &asked).map_err(|found| {
        told(path, &found, language);
        wrong(&words::no_list(&path.display()), language)
    })?;
    let seen = preview::document(&table, &book.format.name(), path, &asked);
    let seen = crate::report::terminal::render(&seen, language);
    match (arguments.preview, arguments.json, arguments.quiet) {
        (true, false, _) => output::data(&seen, language)?,
        (_, _, false) => output::note(&seen),
        _ => {}
    }
    let Some((into, loaded, _)) = case else {
        if arguments.json {
            let outcome = Outcome { found: table.found.clone(), ..Outcome::default() };
            output::json(&answer::of(path, &table, &outcome, None, language), language)?;
        }
        told(path, &table.found, language);
        return Ok(Exit::Done);
    };
    let outcome = lists::compare(&table, &loaded.raw, &asked);
    let import = Imported { arguments, path, into, table: &table, language, date: &date };
    import.finish(&loaded, outcome)
}

/// What the arguments ask for.
fn asked(arguments: &Import, language: Language) -> Result<Asked, Failure> {
    let mappings = match &arguments.map {
        Some(path) => Some(mappings(path, language)?),
        None => None,
    };
    // A file that is no mapping file is told of before anything is written.
    if let Some(path) = arguments.save_map.as_deref().filter(|path| path.exists()) {
        self::mappings(path, language)?;
    }
    Ok(Asked {
        kind: arguments.kind,
        sheet: arguments.sheet.clone(),
        header: arguments.header,
        columns: arguments.column.clone(),
        fill: arguments.fill.clone(),
        names: arguments.name.clone(),
        mappings,
        birth_year_from_id: arguments.birth_year_from_id,
        retirement_ages: arguments.retirement_ages,
        drop_missing: arguments.drop_missing,
        skip_unmatched: arguments.skip_unmatched,
        replace_counts: arguments.replace_counts,
        language,
    })
}

/// Why a list can't be read.
fn unread(path: &Path, why: Unreadable, language: Language) -> Failure {
    let found = Diagnostic {
        severity: Severity::Error,
        file: 0,
        path: String::new(),
        position: None,
        cell: None,
        message: why.message,
        hints: why.hints,
    };
    told(path, &[found], language);
    wrong(&words::no_list(&path.display()), language)
}
