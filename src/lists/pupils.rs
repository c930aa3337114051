//! A list of pupils against the cohorts in school: pupils are counted, and
//! their classes by name. Nothing about a pupil is kept.

use super::Outcome;
use super::classes::{Cohort, Cohorts, compare_cohorts};
use super::rows::Taking;
use super::table::{Asked, Table};
use crate::domain::Term;
use crate::scenario::raw::RawScenario;
use crate::words::lists as words;
use crate::workbook::value::{Wrong, folded};
use std::collections::{BTreeMap, BTreeSet};

/// What lists say of pupils who are on the register no longer.
const GONE: [&str; 12] = [
    "退学",
    "已退学",
    "开除",
    "转出",
    "转学",
    "转学出",
    "毕业",
    "已毕业",
    "结业",
    "肄业",
    "死亡",
    "注销",
];

/// Compares a list of pupils with the cohorts in school.
pub fn compare(table: &Table<'_>, raw: &RawScenario, asked: &Asked) -> Outcome {
    let mut taking = Taking::new(table, raw, asked);
    let mut cohorts = Cohorts::new();
    let mut classes: BTreeMap<(String, Term, String), BTreeSet<String>> = BTreeMap::new();
    let mut seen: BTreeMap<String, u32> = BTreeMap::new();
    let named = taking.has("class");
    taking.out.note(words::pupils_counted());
    let mut gone = 0;
    for row in table.rows.clone() {
        taking.unreadable = false;
        let status = taking.text(row, "status").map(|(text, _)| folded(&text));
        if status.is_some_and(|status| GONE.contains(&status.as_str())) {
            gone += 1;
            continue;
        }
        taking.seen_once(row, &mut seen);
        let Some(place) = taking.place(row).filter(|_| !taking.unreadable) else {
            continue;
        };
        let cell = table.first_cell(row);
        let cohort = cohorts.entry(place.key.clone()).or_insert_with(|| Cohort::new(cell));
        cohort.students += 1;
        if let Some((class, _)) = taking.text(row, "class") {
            classes.entry(place.key).or_default().insert(folded(&class));
        }
    }
    if gone > 0 {
        taking.out.note(words::pupils_gone(gone));
    }
    for (key, cohort) in &mut cohorts {
        cohort.classes = classes.get(key).map_or(0, |names| names.len() as u64);
        cohort.counted = cohort.classes > 0;
        let known = raw.cohorts.iter().any(|known| {
            known.programme.as_ref() == Some(&key.0)
                && known.entry.as_deref() == Some(key.1.to_string().as_str())
                && known.campus.as_ref() == Some(&key.2)
        });
        // Without class names nobody knows how many classes a new cohort has.
        if !cohort.counted && !known {
            let message = words::no_class_names(named);
            let hints = vec![words::add_classes()];
            taking.wrong(cohort.cell.clone(), Wrong { message, hints });
        }
    }
    compare_cohorts(&mut taking, &cohorts);
    taking.finished()
}

impl Taking<'_> {
    /// A pupil who comes twice would be counted twice. The numbers are compared
    /// and forgotten; messages name the rows only.
    fn seen_once(&mut self, row: u32, seen: &mut BTreeMap<String, u32>) {
        for id in ["student_number", "identity"] {
            let Some(said) = self.table.said(row, id).filter(|said| !said.filled) else {
                continue;
            };
            // Rounded numbers may be the same for two pupils.
            if matches!(said.value, crate::workbook::Value::Number(number) if number >= 1e15) {
                continue;
            }
            let key = format!("{id} {}", folded(&said.value.to_string()));
            if let Some(first) = seen.insert(key, row) {
                let first = self.table.first_cell(first).name;
                let message = words::pupil_twice(&first);
                self.wrong(said.cell, Wrong { message, hints: Vec::new() });
                return;
            }
        }
    }
}
