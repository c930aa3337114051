//! From cells to the tree of a scenario.

mod cells;
mod columns;
mod heads;
mod keys;
mod kinds;
mod others;
mod places;
mod rows;
mod tree;

pub use heads::{Head, Heads, Unit, spread, without_bracket};
pub use places::Place;

use super::grid::{Cells, Spot};
use super::layout::{self, Sheet, Special, VERSION, sheets};
use super::value::{Names, folded};
use crate::diagnostic::{Diagnostic, Severity};
use crate::domain::{Language, Text};
use crate::scenario::Sheets;
use crate::scenario::tree::Node;
use crate::words::workbook as words;

/// What a workbook says.
#[derive(Debug)]
pub struct Said {
    /// The scenario as a tree; the types of its structures are not known.
    pub root: Node,
    /// In which cell each path stands, and what was found while reading.
    pub sheets: Sheets,
    /// The language of the heads.
    pub language: Language,
}

/// A sheet of the workbook and the sheet of the layout that it is.
pub struct Match<'c> {
    /// The sheet of the layout.
    pub layout: &'static Sheet,
    /// Its cells.
    pub cells: &'c Cells,
    /// Its heads.
    pub heads: Heads,
}

/// Reads the cells of a workbook.
#[must_use]
pub fn read(book: &[Cells]) -> Said {
    let mut said = Said {
        root: Node::Fields { of: String::new(), fields: Vec::new() },
        sheets: Sheets::default(),
        language: language(book),
    };
    said.check_version(book);
    let mut matched = said.sheets(book);
    if matched.is_empty() && said.sheets.found.iter().all(|one| one.severity == Severity::Warning) {
        said.sheets.found.clear();
        said.error(None, words::no_sheets(), vec![words::use_template()]);
        said.sheets.unreadable = true;
        return said;
    }
    let mut names = Names::default();
    for one in &matched {
        keys::collect(one, &mut names);
    }
    for one in &mut matched {
        said.resolve_heads(one, &names);
    }
    for one in &matched {
        said.read_rows(one, &names);
    }
    said.read_others(book);
    said
}

/// The language of most sheets' names.
fn language(book: &[Cells]) -> Language {
    let named = |of: fn(&Sheet) -> &'static str| {
        let is =
            |cells: &&Cells| sheets().iter().any(|sheet| folded(of(sheet)) == folded(&cells.name));
        book.iter().filter(is).count()
    };
    if named(|sheet| sheet.title.1) > named(|sheet| sheet.title.0) {
        Language::En
    } else {
        Language::Zh
    }
}

impl Said {
    /// Notes an error about a cell, or about the workbook.
    fn error(&mut self, place: Option<Place>, message: Text, hints: Vec<Text>) {
        self.tell(Severity::Error, place, message, hints);
    }

    /// Notes something to look at.
    fn warn(&mut self, place: Option<Place>, message: Text, hints: Vec<Text>) {
        self.tell(Severity::Warning, place, message, hints);
    }

    fn tell(&mut self, severity: Severity, place: Option<Place>, message: Text, hints: Vec<Text>) {
        self.sheets.found.push(Diagnostic {
            severity,
            file: 0,
            path: String::new(),
            position: None,
            cell: place.map(|place| place.cell()),
            message,
            hints,
        });
    }

    fn check_version(&mut self, book: &[Cells]) {
        let title = Special::Version.title().0;
        let Some(sheet) = book.iter().find(|cells| cells.name == title) else {
            return;
        };
        let version = sheet.get(0, 1).map(ToString::to_string).unwrap_or_default();
        if version.parse::<u32>().is_ok_and(|version| version > VERSION) {
            let place = Place::new(sheet, Spot { row: 0, column: 1 }, "");
            self.error(Some(place), words::newer_layout(&version, VERSION), Vec::new());
        }
    }

    /// The sheets that are the layout's, in its order.
    fn sheets<'c>(&mut self, book: &'c [Cells]) -> Vec<Match<'c>> {
        let mut taken: Vec<usize> = Vec::new();
        let mut matched = Vec::new();
        for layout in sheets() {
            let names: Vec<String> = [layout.title.0, layout.title.1]
                .iter()
                .chain(layout.synonyms)
                .map(|name| folded(name))
                .collect();
            // The exact name before a synonym.
            let mut found = Vec::new();
            for name in &names {
                let called = |index: &usize| folded(&book[*index].name) == *name;
                found.extend((0..book.len()).filter(called));
            }
            let mut free = found.iter().copied().filter(|index| !taken.contains(index));
            let Some(first) = free.next() else {
                continue;
            };
            if let Some(second) = free.find(|index| *index != first) {
                let place = Place::new(&book[second], Spot { row: 0, column: 0 }, "");
                self.warn(
                    Some(place),
                    words::sheet_twice(layout.title.get(self.language)),
                    Vec::new(),
                );
                taken.push(second);
            }
            taken.push(first);
            matched.extend(self.matched(layout, &book[first]));
        }
        for (index, cells) in book.iter().enumerate() {
            let known = taken.contains(&index) || layout::special(&cells.name).is_some();
            if !known && !cells.cells.is_empty() && !cells.hidden {
                let place = Place::new(cells, Spot { row: 0, column: 0 }, "");
                self.warn(Some(place), words::unknown_sheet(&cells.name), Vec::new());
            }
        }
        matched
    }

    fn matched<'c>(&mut self, layout: &'static Sheet, cells: &'c Cells) -> Option<Match<'c>> {
        if cells.cells.is_empty() {
            return None;
        }
        let heads = heads::find(layout, cells);
        if heads.is_none() {
            let place = Place::new(cells, Spot { row: 0, column: 0 }, "");
            let needed: Vec<&str> = layout
                .columns
                .iter()
                .take(4)
                .map(|column| column.title.get(self.language))
                .collect();
            let hint = words::heads_needed(&needed.join("、"));
            self.error(Some(place), words::no_heads(&cells.name), vec![hint]);
        }
        heads.map(|heads| Match { layout, cells, heads })
    }
}
