//! A list of classes against the cohorts in school: classes of a programme, a
//! term of entry and a campus are one cohort.

mod compared;
mod length;
mod place;

pub use compared::{Cohort, Cohorts, compare_cohorts};

use super::rows::Taking;
use super::table::{Asked, Said, Table};
use super::{Outcome, fields};
use crate::scenario::raw::RawScenario;
use crate::scenario::tree::Node;
use crate::words::lists as words;
use crate::workbook::layout::Kind;
use crate::workbook::value::{Wrong, folded};
use std::collections::BTreeMap;

/// Compares a list of classes with the cohorts in school.
pub fn compare(table: &Table<'_>, raw: &RawScenario, asked: &Asked) -> Outcome {
    let mut taking = Taking::new(table, raw, asked);
    let mut cohorts = Cohorts::new();
    let mut names: BTreeMap<String, u32> = BTreeMap::new();
    if table.heads.column("teacher").is_some() {
        let teacher = fields::find(table.kind, "teacher")
            .map_or(("", ""), |field| (field.title.0, field.title.1));
        taking.out.note(words::not_kept(teacher.0, teacher.1));
    }
    for row in table.rows.clone() {
        taking.unreadable = false;
        let place = taking.place(row);
        let students = taking.count(row, "students");
        let classes = taking.count(row, "classes");
        let interned = taking.count(row, "interned");
        taking.named_once(row, &mut names);
        let Some(place) = place.filter(|_| !taking.unreadable) else {
            continue;
        };
        let Some((students, said)) = students else {
            taking.lacks("students", &place.label, row);
            continue;
        };
        let cohort = cohorts.entry(place.key).or_insert_with(|| Cohort::new(table.first_cell(row)));
        cohort.students += students;
        cohort.classes += classes.map_or(1, |(classes, _)| classes);
        cohort.filled |= said.filled;
        if let Some((interned, _)) = interned {
            *cohort.interned.get_or_insert(0) += interned;
        }
    }
    compare_cohorts(&mut taking, &cohorts);
    taking.finished()
}

impl Taking<'_> {
    /// A whole number of a row.
    pub(super) fn count(&mut self, row: u32, id: &str) -> Option<(u64, Said)> {
        match self.read(row, id, Kind::Count)? {
            (Node::Count(count), said) => Some((count, said)),
            _ => None,
        }
    }

    /// A class that comes twice would be counted twice.
    fn named_once(&mut self, row: u32, names: &mut BTreeMap<String, u32>) {
        let Some((name, said)) = self.text(row, "class") else {
            return;
        };
        // The same name at another campus or of another entry is another class.
        let mut parts = vec![folded(&name)];
        for id in ["campus", "entry", "grade", "programme"] {
            parts.extend(self.text(row, id).map(|(text, _)| folded(&text)));
        }
        if let Some(first) = names.insert(parts.join("\n"), row) {
            let first = self.table.first_cell(first).name;
            let message = words::twice(&name, &first);
            self.wrong(said.cell, Wrong { message, hints: Vec::new() });
        }
    }
}
