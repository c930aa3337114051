//! The report of an import: what is added, changed, missing, unknown.

use crate::domain::{Language, Text};
use crate::lists::{Change, Outcome, Unmatched, What};
use crate::report::document::{Cell, Column as Head, Document, Row, Section, Table as Sheet};
use crate::words::lists as words;
use std::collections::BTreeSet;

/// Most rows of a table.
const ROWS: usize = 60;

/// A kind of change: key and title of its table.
type Kind = (What, &'static str, fn(usize) -> Text);

/// The report.
pub fn document(outcome: &Outcome, language: Language) -> Document {
    let say = |text: Text| text.get(language).to_owned();
    let mut section = Section::new(say(words::result_heading())).note(say(counted(outcome)));
    if outcome.beyond > 0 {
        section = section.note(say(words::beyond(outcome.beyond)));
    }
    if outcome.count(What::Missing) > 0 {
        section = section.note(say(words::missing_stay()));
    }
    if outcome.changes.is_empty() && outcome.unmatched.is_empty() {
        section = section.note(say(words::no_change()));
    }
    section.notes.extend(outcome.notes.iter().map(|note| say(note.clone())));
    let kinds: [Kind; 5] = [
        (What::Added, "added", words::added_table),
        (What::Changed, "changed", words::changed_table),
        (What::Removed, "removed", words::removed_table),
        (What::Missing, "missing", words::missing_table),
        (What::Followed, "followed", words::followed_table),
    ];
    for (what, key, title) in kinds {
        let all: Vec<&Change> =
            outcome.changes.iter().filter(|change| change.what == what).collect();
        if all.is_empty() {
            continue;
        }
        if all.len() > ROWS {
            section = section.note(format!(
                "{}: {}",
                say(title(all.len())),
                say(words::more_rows(all.len() - ROWS))
            ));
        }
        section = section.table(changes(key, say(title(all.len())), &all, language));
    }
    if !outcome.unmatched.is_empty() {
        section = section.table(unmatched(&outcome.unmatched, language));
    }
    Document { title: say(words::report_title()), sections: vec![section] }
}

/// How much there is of each.
pub fn counted(outcome: &Outcome) -> Text {
    let changed = outcome.changes.iter().filter(|change| change.what == What::Changed);
    let entries: BTreeSet<&String> = changed.map(|change| &change.key).collect();
    words::counted(
        outcome.count(What::Added),
        outcome.count(What::Changed),
        entries.len(),
        outcome.count(What::Missing),
        outcome.count(What::Removed),
        outcome.same,
    )
}

fn changes(key: &'static str, title: String, all: &[&Change], language: Language) -> Sheet {
    let say = |text: Text| text.get(language).to_owned();
    let fields = all.iter().any(|change| change.field.is_some());
    let names = all.iter().any(|change| !change.name.is_empty());
    let cells = all.iter().any(|change| change.cell.is_some());
    let mut heads = vec![words::key_head()];
    heads.extend(names.then(words::name_head));
    heads.extend(fields.then(words::field_head));
    heads.push(if fields { words::change_head() } else { words::what_head() });
    heads.extend(cells.then(words::cell_head));
    let row = |change: &&Change| {
        let mut row = vec![Cell::text(change.key.clone())];
        if names {
            row.push(Cell::text(change.name.clone()));
        }
        if fields {
            let field = change.field.map(|field| field.get(language).to_owned());
            row.push(Cell::text(field.unwrap_or_default()));
        }
        row.push(Cell::text(shown(change, fields)));
        if cells {
            let cell = change.cell.as_ref().map(|cell| cell.name.clone());
            row.push(Cell::text(cell.unwrap_or_default()));
        }
        Row::new(row)
    };
    let heads = heads.into_iter().map(|head| Head::text(say(head))).collect();
    Sheet::new(key, title, String::new(), heads).rows(all.iter().take(ROWS).map(row))
}

fn shown(change: &Change, fields: bool) -> String {
    let said = |text: &String| if text.is_empty() { "–".to_owned() } else { text.clone() };
    match fields {
        true => format!("{} → {}", said(&change.before), said(&change.after)),
        false if change.after.is_empty() => change.before.clone(),
        false => change.after.clone(),
    }
}

fn unmatched(all: &[Unmatched], language: Language) -> Sheet {
    let say = |text: Text| text.get(language).to_owned();
    let heads = [
        words::noun_head(),
        words::name_head(),
        words::rows_head(),
        words::cell_head(),
        words::near_head(),
    ];
    let row = |one: &Unmatched| {
        let cells: Vec<&str> = one.cells.iter().map(|cell| cell.name.as_str()).collect();
        let near: Vec<&str> = one.hints.iter().map(|hint| hint.get(language)).collect();
        Row::new(vec![
            Cell::text(one.noun.get(language)),
            Cell::text(one.name.clone()),
            Cell::text(one.rows.to_string()),
            Cell::text(cells.join(" ")),
            Cell::text(near.join("；")),
        ])
    };
    Sheet::new(
        "unmatched",
        say(words::unmatched_table(all.len())),
        String::new(),
        heads.into_iter().map(|head| Head::text(say(head))).collect(),
    )
    .rows(all.iter().map(row))
}
