//! `campusplan diff`.

use super::args::{Changes, Diff};
use super::exit::{Exit, Failure};
use super::export::save;
use super::input::{Input, wrong};
use super::output;
use crate::domain::{Language, Text};
use crate::report::document::{Cell, Column, Document, Row, Section, Table};
use crate::report::sections::summary;
use crate::report::terminal;
use crate::scenario::overlay::between;
use crate::scenario::path::{Path as Place, covers};
use crate::scenario::{Difference, Loaded, differences};
use crate::words::{overlay as words, workbook as workbook_words};
use crate::workbook;
use crate::workbook::write::{equal, uniform};
use serde::Serialize;
use std::path::Path;

pub fn run(arguments: &Diff) -> Result<Exit, Failure> {
    let unchanged = Changes::default();
    let a = Input::read(&arguments.a, &unchanged, arguments.lang)?;
    let language = a.language;
    let sheets = |input: &Input| input.files.iter().any(|file| file.sheets.is_some());
    let a_sheets = sheets(&a);
    let mut a = a.usable(&arguments.a)?;
    let path = arguments.b.as_deref().unwrap_or(&arguments.a);
    let b = Input::read(path, &arguments.changes, arguments.lang)?;
    // A workbook writes figures in one way, a text in several.
    let apart = a_sheets != sheets(&b);
    let mut b = b.usable(path)?;
    if apart {
        a.raw = uniform(&a.raw);
        b.raw = uniform(&b.raw);
    }
    let found = differences(&a, &b);
    if let Some(out) = &arguments.overlay {
        overlay(arguments, out, (&a, &b), language)?;
    }
    if arguments.json {
        let answer: Vec<Answer> = found.iter().map(|one| Answer::new(one, language)).collect();
        output::json(&answer, language)?;
    } else {
        let sides = [(&a, arguments.a.as_path()), (&b, path)];
        let document = document(sides, &found, language);
        output::data(&terminal::render(&document, language), language)?;
    }
    Ok(Exit::Done)
}

/// Writes the overlay that makes the second scenario of the first, once it is
/// seen to do so.
fn overlay(
    arguments: &Diff,
    out: &Path,
    (a, b): (&Loaded, &Loaded),
    language: Language,
) -> Result<(), Failure> {
    let base = std::path::absolute(&arguments.a).unwrap_or_else(|_| arguments.a.clone());
    let folder = std::path::absolute(out).ok().and_then(|out| out.parent().map(Path::to_owned));
    let beside = folder.is_some_and(|folder| base.parent() == Some(&folder));
    let name = base.file_name().filter(|_| beside).map_or(base.as_path(), Path::new);
    let text = between(&name.to_string_lossy(), &a.raw, &b.raw);
    let open = |path: &Path| {
        if path == out { Ok(text.clone().into()) } else { workbook::open(path) }
    };
    let made = Input::opened(out, &[], Some(language), &open)?.usable(out)?;
    let left = equal(&made.raw, &b.raw).err().unwrap_or_default();
    let figures = |path: &&str| !covers("name", path) && !covers("sources", path);
    let paths: Vec<&str> = left.iter().map(Place::as_str).filter(figures).collect();
    if !paths.is_empty() {
        return Err(wrong(&workbook_words::no_overlay(&paths.join(", ")), language));
    }
    let changes = text.lines().filter(|line| line.starts_with("        ")).count();
    save(out, text.as_bytes(), false, language)?;
    output::note(workbook_words::overlay_written(&out.display(), changes).get(language));
    Ok(())
}

fn document(sides: [(&Loaded, &Path); 2], found: &[Difference], language: Language) -> Document {
    let say = |text: &Text| text.get(language).to_owned();
    let mut which = Section::new(say(&words::sides()));
    for ((side, path), head) in sides.into_iter().zip([words::side_a, words::side_b]) {
        let name = say(&side.scenario.name);
        which = which.note(say(&head(&name, &path.display().to_string())));
        which.notes.extend(summary::lineage(&side.scenario, language));
    }
    let columns = [words::subject_head(), words::path_head(), words::a_head(), words::b_head()];
    let value =
        |value: &Option<Text>| value.as_ref().map_or(Cell::Empty, |value| Cell::Text(say(value)));
    let row = |one: &Difference| {
        Row::new(vec![
            Cell::Text(say(&one.subject)),
            Cell::text(&one.path),
            value(&one.before),
            value(&one.after),
        ])
    };
    let table = Table::new(
        "differences",
        say(&words::differences(found.len())),
        say(&words::no_differences()),
        columns.iter().map(|head| Column::text(say(head))).collect(),
    );
    let what = Section::new(say(&words::what_differs())).table(table.rows(found.iter().map(row)));
    Document { title: say(&words::diff_title()), sections: vec![which, what] }
}

/// A difference for machines.
#[derive(Serialize)]
struct Answer<'a> {
    path: &'a str,
    subject: &'a str,
    before: Option<&'a str>,
    after: Option<&'a str>,
}

impl<'a> Answer<'a> {
    fn new(difference: &'a Difference, language: Language) -> Self {
        let text = |text: &'a Option<Text>| text.as_ref().map(|text| text.get(language));
        Self {
            path: &difference.path,
            subject: difference.subject.get(language),
            before: text(&difference.before),
            after: text(&difference.after),
        }
    }
}
