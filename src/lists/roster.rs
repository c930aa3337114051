//! A list of staff against the roster: people are matched by their number,
//! which is their key.

mod fields;
mod fresh;

pub use fields::both;

use super::people::PersonSaid;
use super::rows::{Entry, Taking};
use super::table::{Asked, Table};
use super::{Outcome, fields as columns, groups};
use crate::scenario::path::Path;
use crate::scenario::raw::RawScenario;
use crate::words::lists as words;
use crate::workbook::layout::Dim;
use crate::workbook::value::{Wrong, folded};
use std::collections::{BTreeMap, BTreeSet};

/// Compares a list of staff with the roster.
pub fn compare(table: &Table<'_>, raw: &RawScenario, asked: &Asked) -> Outcome {
    let mut taking = Taking::new(table, raw, asked);
    let mut listed: BTreeMap<String, u32> = BTreeMap::new();
    let mut covered: BTreeSet<String> = BTreeSet::new();
    let keyed = taking.has("key");
    if !keyed {
        let (zh, en) = (columns::of(table.kind)[0].title.0, columns::of(table.kind)[0].title.1);
        taking.out.note(words::matched_by_name(zh, en));
    }
    for row in table.rows.clone() {
        taking.unreadable = false;
        let said = taking.person(row);
        let Some(key) = taking.key_of(row, keyed, &said) else {
            continue;
        };
        if let Some(first) = listed.insert(key.clone(), row) {
            let cell = table.first_cell(row);
            let first = table.first_cell(first).name;
            taking.wrong(cell, Wrong { message: words::twice(&key, &first), hints: Vec::new() });
            continue;
        }
        let known = raw.roster.get(&key);
        covered.extend(said.campus.as_ref().map(|(campus, _)| campus.clone()));
        if !taking.has("campus") {
            covered.extend(known.and_then(|known| known.campus.clone()));
        }
        match known {
            _ if taking.unreadable => {}
            Some(known) => taking.compare_person(&key, known, &said),
            None => taking.add_person(&key, row, &said),
        }
    }
    taking.missing_people(&listed, &covered);
    groups::counted_twice(&mut taking, &covered);
    taking.finished()
}

impl Taking<'_> {
    /// The key of a row: its number, or the key of the only person of its
    /// name. Without numbers a new person's key is the name.
    fn key_of(&mut self, row: u32, keyed: bool, said: &PersonSaid) -> Option<String> {
        if keyed {
            let reported = self.unreadable;
            if let Some(key) = self.key(row) {
                return Some(key);
            }
            // What stands there may be reported already.
            if self.unreadable && !reported {
                return None;
            }
            let cell = self.table.first_cell(row);
            self.wrong(cell, Wrong { message: words::no_key(), hints: Vec::new() });
            return None;
        }
        let Some((name, at)) = &said.name else {
            let cell = self.table.first_cell(row);
            self.wrong(cell, Wrong { message: words::no_key(), hints: Vec::new() });
            return None;
        };
        let called = self.raw.roster.iter().filter(|(_, one)| {
            one.name.as_ref().is_some_and(|known| folded(known) == folded(name))
        });
        let keys: Vec<&str> = called.map(|(key, _)| key).collect();
        match keys[..] {
            [] => Some(name.clone()),
            [key] => Some(key.to_owned()),
            _ => {
                let (message, hints) = (words::several_of_name(name), vec![words::add_numbers()]);
                self.wrong(at.cell.clone(), Wrong { message, hints });
                None
            }
        }
    }

    /// Notes whom the list lacks, of the campuses that it is about.
    fn missing_people(&mut self, listed: &BTreeMap<String, u32>, covered: &BTreeSet<String>) {
        for (key, person) in self.raw.roster.iter() {
            if listed.contains_key(key) {
                continue;
            }
            let campus = person.campus.as_deref().unwrap_or_default();
            if !covered.contains(campus) {
                self.out.beyond += 1;
                continue;
            }
            let name = person.name.as_deref().unwrap_or_default();
            let before = self.known.label(Dim::Campuses, campus).to_owned();
            let path = Path::field("roster").key(key);
            self.missing(&Entry { key, name }, &path, before);
        }
    }
}
