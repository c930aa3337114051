//! How figures, terms and marks read, in each language.

use super::document::{Cell, Column, Mark};
use crate::domain::{Language, Term, Text};
use crate::words::report as words;

/// A figure with so many decimals and, from 10,000 on, commas between its
/// thousands.
pub fn number(value: f64, decimals: usize) -> String {
    let text = format!("{value:.decimals$}");
    let text = match text.strip_prefix('-') {
        Some(zero) if !zero.contains(|digit: char| ('1'..='9').contains(&digit)) => zero.to_owned(),
        _ => text,
    };
    let (sign, digits) = match text.strip_prefix('-') {
        Some(digits) => ("-", digits),
        None => ("", text.as_str()),
    };
    let (whole, fraction) =
        digits.split_once('.').map_or((digits, None), |(whole, fraction)| (whole, Some(fraction)));
    let mut out = sign.to_owned();
    for (index, digit) in whole.chars().enumerate() {
        let left = whole.len() - index;
        if index > 0 && left % 3 == 0 && whole.len() > 4 {
            out.push(',');
        }
        out.push(digit);
    }
    if let Some(fraction) = fraction {
        out.push('.');
        out.push_str(fraction);
    }
    out
}

/// A figure with at most so many decimals, without zeros at its end.
pub fn plain_number(value: f64, most_decimals: usize) -> String {
    let text = format!("{value:.most_decimals$}");
    let text =
        if text.contains('.') { text.trim_end_matches('0').trim_end_matches('.') } else { &text };
    if text == "-0" { "0" } else { text }.to_owned()
}

/// A share as a percentage, `0.125` as `12.5%`, never showing it smaller
/// than it is.
pub fn percent_up(share: f64) -> String {
    let hundredths = (share * 1e4 - 1e-6).ceil().max(0.0);
    format!("{}%", plain_number(hundredths / 100.0, 2))
}

/// A term in words.
pub fn term(term: Term, language: Language) -> String {
    words::term(term).get(language).to_owned()
}

/// A school year, by the calendar year in which it begins.
pub fn school_year(year: i32, language: Language) -> String {
    words::school_year(year, (year + 1).rem_euclid(100)).get(language).to_owned()
}

/// A column of figures for a term.
pub fn term_column(at: Term, language: Language) -> Column {
    let season = words::season(at.season);
    Column {
        narrow: Some(format!("{}\n{}", at.year, season.get(language))),
        ..Column::figure(term(at, language))
    }
}

/// A column of figures for a school year.
pub fn year_column(year: i32, language: Language) -> Column {
    let end = words::school_year_end((year + 1).rem_euclid(100));
    Column {
        narrow: Some(format!("{year}\n{}", end.get(language))),
        ..Column::figure(school_year(year, language))
    }
}

/// A mark in words.
pub fn mark(mark: Mark) -> Text {
    match mark {
        Mark::Ok => words::reached(),
        Mark::Tight => words::tight_mark(),
        Mark::Short => words::short_mark(),
    }
}

/// A mark as a sign behind a figure.
fn sign(mark: Mark) -> &'static str {
    match mark {
        Mark::Ok => "",
        Mark::Tight => "*",
        Mark::Short => "!",
    }
}

/// Characters of the longest bar.
const BAR: f64 = 40.0;

/// A bar: `#` to its low end, `=` to its likely one, `.` to its high one.
pub fn bar(ends: [f64; 3]) -> String {
    let mut text = String::new();
    for (end, symbol) in ends.into_iter().zip(['#', '=', '.']) {
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        let length = (end.clamp(0.0, 1.0) * BAR).round() as usize;
        let more = length.saturating_sub(text.len());
        text.extend(std::iter::repeat_n(symbol, more));
    }
    text
}

/// A cell as readers see it.
pub fn cell(cell: &Cell, language: Language) -> String {
    match cell {
        Cell::Empty => String::new(),
        Cell::Text(text) => text.clone(),
        Cell::Whole(value) => number(*value, 0),
        Cell::Amount(value, decimals) => number(*value, *decimals),
        Cell::Figure(value) => plain_number(*value, 4),
        Cell::Plain(value, decimals, mark) => format!("{value:.decimals$}{}", sign(*mark)),
        Cell::Money(money) => number(money.0, 1),
        Cell::Share(share) => format!("{}%", number(share * 100.0, 0)),
        Cell::Load(share, mark) => format!("{}%{}", number(share * 100.0, 0), sign(*mark)),
        Cell::Rate(share, mark) => format!("{}%{}", number(share * 100.0, 1), sign(*mark)),
        Cell::Term(at) => term(*at, language),
        Cell::Day(day) => day.to_string(),
        Cell::Bar(ends) => bar(*ends),
        Cell::Mark(how) => mark(*how).get(language).to_owned(),
    }
}
