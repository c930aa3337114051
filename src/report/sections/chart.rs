//! Applicants by entry term as bars.

use crate::domain::{Estimate, Language, Term, Text};
use crate::report::document::{Cell, Column, Row, Table};
use crate::words::report as words;
use std::collections::BTreeMap;

/// Sums of an entry term over all programmes.
#[derive(Clone, Copy, Debug, Default)]
pub struct Entry {
    range: Estimate,
    admitted: Option<f64>,
}

impl Entry {
    /// Adds the applicants of a programme and those of them admitted, where
    /// that is known.
    pub fn add(&mut self, more: Estimate, admitted: Option<f64>) {
        let sum = self.range;
        self.range = Estimate::on_paths(|on| sum.at(on) + more.at(on));
        self.admitted = match (self.admitted, admitted) {
            (None, None) => None,
            (one, other) => Some(one.unwrap_or(0.0) + other.unwrap_or(0.0)),
        };
    }
}

/// Sums by entry term.
pub type Entries = BTreeMap<Term, Entry>;

/// Applicants by entry term as bars.
pub fn applicants(key: &'static str, entries: &Entries, language: Language) -> Table {
    let say = |text: Text| text.get(language).to_owned();
    let admitted = entries.values().any(|one| one.admitted.is_some());
    let mut columns = vec![
        Column::text(say(words::term_head())),
        Column::figure(say(words::low())),
        Column::figure(say(words::likely())),
        Column::figure(say(words::high())),
    ];
    if admitted {
        columns.push(Column::figure(say(words::admitted())));
    }
    columns.push(Column::text(say(words::chart())));
    let longest = entries.values().map(|one| one.range.high).fold(1.0, f64::max);
    let row = |(term, one): (&Term, &Entry)| {
        let Estimate { low, likely, high } = one.range;
        let mut cells =
            vec![Cell::Term(*term), Cell::Whole(low), Cell::Whole(likely), Cell::Whole(high)];
        if admitted {
            cells.push(Cell::Whole(one.admitted.unwrap_or(0.0)));
        }
        cells.push(Cell::Bar([low / longest, likely / longest, high / longest]));
        Row::new(cells)
    };
    Table::new(key, say(words::chart_title()), say(words::no_admissions()), columns)
        .rows(entries.iter().map(row))
}
