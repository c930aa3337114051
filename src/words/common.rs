//! Words that every part of the program uses.

use crate::domain::{Season, Term, Text};

words! {
    /// A spring term.
    fn spring(year: i32) { "{year}年春季学期" / "spring {year}" }
    /// An autumn term.
    fn autumn(year: i32) { "{year}年秋季学期" / "autumn {year}" }
}

/// A term for readers: 2009年秋季学期.
#[must_use]
pub fn term(term: Term) -> Text {
    match term.season {
        Season::Spring => spring(term.year),
        Season::Autumn => autumn(term.year),
    }
}

/// A number for readers: at most two decimals.
#[must_use]
pub fn number(value: f64) -> String {
    let text = format!("{value:.2}");
    let text = text.trim_end_matches('0').trim_end_matches('.');
    if text == "-0" { "0" } else { text }.to_owned()
}
