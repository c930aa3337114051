//! `campusplan import`.

mod answer;
mod preview;
mod report;
mod result;

use super::args::{Changes, Import};
use super::exit::{Exit, Failure};
use super::input::{Input, wrong};
use super::output;
use crate::diagnostic::{Diagnostic, Severity};
use crate::domain::{Date, Language};
use crate::fs::{self, Own, Target};
use crate::lists::mapping::{self, Mappings};
use crate::lists::{self, Asked, Outcome, Table, file};
use crate::scenario::{self, File, Loaded};
use crate::words::{cli as cli_words, lists as words};
use crate::workbook::package::Unreadable;
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

/// A list that was read, and where it goes.
struct Imported<'a> {
    arguments: &'a Import,
    path: &'a Path,
    into: &'a Path,
    table: &'a Table<'a>,
    language: Language,
    date: &'a Date,
}

impl Imported<'_> {
    /// Reports the changes and writes the result, unless something is wrong.
    fn finish(&self, loaded: &Loaded, mut outcome: Outcome) -> Result<Exit, Failure> {
        let checked = if outcome.is_wrong() { None } else { self.checked(loaded, &mut outcome)? };
        let out = self.arguments.out.as_deref().filter(|_| !self.arguments.preview);
        let written = match (&checked, out) {
            (Some(checked), Some(out)) => {
                self.write(out, checked)?;
                self.keep_mapping()?;
                Some(out)
            }
            _ => None,
        };
        if self.arguments.json {
            let answer = answer::of(self.path, self.table, &outcome, written, self.language);
            output::json(&answer, self.language)?;
        } else {
            let document = report::document(&outcome, self.language);
            output::data(
                &crate::report::terminal::render(&document, self.language),
                self.language,
            )?;
        }
        told(self.path, &outcome.found, self.language);
        if outcome.is_wrong() {
            let errors = outcome.found.iter().filter(|one| one.severity == Severity::Error);
            let shown = out.unwrap_or(self.path).display();
            return Err(wrong(&words::not_written(&shown, errors.count()), self.language));
        }
        if let Some(out) = written.filter(|_| !self.arguments.quiet) {
            self.say_written(out);
        }
        Ok(Exit::Done)
    }

    /// Enters the mapping into its file.
    fn keep_mapping(&self) -> Result<(), Failure> {
        let Some(path) = &self.arguments.save_map else {
            return Ok(());
        };
        let mut all =
            if path.exists() { mappings(path, self.language)? } else { Mappings::default() };
        all.enter(self.table.mapping(&result::name_of(self.path)));
        Target::check(path, Own::InOwnFolder)
            .and_then(|target| target.write_bytes(all.to_ron().as_bytes()))
            .map_err(|why| wrong(&why.text(), self.language))
    }
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

/// Reads a mapping file.
fn mappings(path: &Path, language: Language) -> Result<Mappings, Failure> {
    let text = fs::read_text(path, fs::LARGEST_TEXT).map_err(|why| {
        wrong(&cli_words::unreadable(&path.display(), &why.text().get(language)), language)
    })?;
    mapping::read(&text).map_err(|found| {
        let file = File { name: path.display().to_string(), text, sheets: None };
        output::note(scenario::render(&found, &[file], language).trim_end());
        wrong(&words::bad_map(&path.display()), language)
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

/// Tells findings about a list on standard error.
fn told(path: &Path, found: &[Diagnostic], language: Language) {
    if !found.is_empty() {
        let file = File { name: path.display().to_string(), text: String::new(), sheets: None };
        output::note(scenario::render(found, &[file], language).trim_end());
    }
}
