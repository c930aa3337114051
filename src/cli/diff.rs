//! `campusplan diff`.

use super::args::{Changes, Diff};
use super::exit::{Exit, Failure};
use super::input::Input;
use super::output;
use crate::domain::{Language, Text};
use crate::report::document::{Cell, Column, Document, Row, Section, Table};
use crate::report::sections::summary;
use crate::report::terminal;
use crate::scenario::{Difference, Loaded, differences};
use crate::words::overlay as words;
use serde::Serialize;
use std::path::Path;

pub fn run(arguments: &Diff) -> Result<Exit, Failure> {
    let unchanged = Changes::default();
    let a = Input::read(&arguments.a, &unchanged, arguments.lang)?;
    let language = a.language;
    let a = a.usable(&arguments.a)?;
    let path = arguments.b.as_deref().unwrap_or(&arguments.a);
    let b = Input::read(path, &arguments.changes, arguments.lang)?.usable(path)?;
    let found = differences(&a, &b);
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

fn document(sides: [(&Loaded, &Path); 2], found: &[Difference], language: Language) -> Document {
    let say = |text: &Text| text.get(language).to_owned();
    let mut which = Section::new(say(&words::sides()));
    for ((side, path), head) in sides.into_iter().zip([words::side_a, words::side_b]) {
        let name = say(&side.scenario.name);
        which = which.note(say(&head(&name, &path.display().to_string())));
        which
            .notes
            .extend(summary::lineage(&side.scenario, language));
    }
    let columns = [
        words::subject_head(),
        words::path_head(),
        words::a_head(),
        words::b_head(),
    ];
    let value = |value: &Option<Text>| {
        value
            .as_ref()
            .map_or(Cell::Empty, |value| Cell::Text(say(value)))
    };
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
    Document {
        title: say(&words::diff_title()),
        sections: vec![which, what],
    }
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
