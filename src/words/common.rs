//! Words that every part of the program uses.

use crate::domain::{Season, Term, Text};

words! {
    fn spring(year: i32) { "{year}年春季学期" / "spring {year}" }
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

/// Most decimals of an amount.
const MOST_DECIMALS: usize = 7;

fn rounded(value: f64, decimals: usize) -> String {
    let text = format!("{value:.decimals$}");
    let text = match text.split_once('.') {
        Some(_) => text.trim_end_matches('0').trim_end_matches('.'),
        None => &text,
    };
    if text == "-0" { "0" } else { text }.to_owned()
}

/// An amount for readers: two decimals, and more where it would read as 0.
#[must_use]
pub fn amount(value: f64) -> String {
    let decimals = (2..MOST_DECIMALS).find(|decimals| rounded(value, *decimals) != "0");
    rounded(value, decimals.unwrap_or(MOST_DECIMALS))
}

/// What is needed, what there is and their difference, with as few decimals
/// (at least one) as show that they differ, if they do.
#[must_use]
pub fn balance(need: f64, have: f64) -> [String; 3] {
    let shown =
        |decimals: usize| [need, have, (need - have).abs()].map(|one| rounded(one, decimals));
    let apart = |decimals: &usize| {
        let [need, have, short] = shown(*decimals);
        need != have && short != "0"
    };
    let decimals = (1..=MOST_DECIMALS).find(apart);
    shown(decimals.unwrap_or(1))
}

#[cfg(test)]
mod tests {
    use super::{amount, balance};

    #[test]
    fn a_difference_shows() {
        assert_eq!(balance(90.0 + 6e-14, 90.0), ["90", "90", "0"]);
        assert_eq!(balance(1.000_238, 1.0), ["1.0002", "1", "0.0002"]);
        assert_eq!(balance(4590.9, 4500.0), ["4590.9", "4500", "90.9"]);
        assert_eq!(balance(3.0, 2.0), ["3", "2", "1"]);
        assert_eq!(balance(10.0, 20.0), ["10", "20", "10"]);
    }

    #[test]
    fn an_amount_is_never_shown_as_nothing() {
        assert_eq!(amount(0.000_25), "0.0003");
        assert_eq!(amount(12.3456), "12.35");
        assert_eq!(amount(0.0), "0");
        assert_eq!(amount(100.0), "100");
    }
}
