//! Terms and dates as people write them.

use super::text::narrow;
use crate::domain::{Language, Season, Term};
use crate::workbook::grid::Value;

/// A date with as much of it as is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Date {
    year: i32,
    month: Option<u32>,
    day: Option<u32>,
}

impl Date {
    /// As the format writes it.
    pub fn text(self) -> String {
        match (self.month, self.day) {
            (Some(month), Some(day)) => format!("{:04}-{month:02}-{day:02}", self.year),
            (Some(month), None) => format!("{:04}-{month:02}", self.year),
            _ => format!("{:04}", self.year),
        }
    }

    /// The term in which it lies: February to July is spring.
    fn term(self) -> Option<Term> {
        let (year, season) = match self.month? {
            1 => (self.year - 1, Season::Autumn),
            2..=7 => (self.year, Season::Spring),
            _ => (self.year, Season::Autumn),
        };
        Some(Term { year, season })
    }
}

/// A date of the calendar, or nothing.
fn checked(year: i32, month: Option<u32>, day: Option<u32>) -> Option<Date> {
    let there = chrono::NaiveDate::from_ymd_opt(year, month.unwrap_or(1), day.unwrap_or(1));
    let known = (1900..=2200).contains(&year) && there.is_some();
    known.then_some(Date { year, month, day })
}

/// The date that a cell says: `2008年9月`, `200809`, `2008.09`, `2008/9/1`.
pub fn date(value: &Value) -> Option<Date> {
    match value {
        Value::Text(text) | Value::Date(text) => date_of_text(text),
        Value::Number(number) => date_of_number(*number),
        _ => None,
    }
}

fn date_of_text(text: &str) -> Option<Date> {
    let text = narrow(text);
    let text = text.split([' ', 'T']).next().unwrap_or_default();
    let apart = |letter: char| matches!(letter, '年' | '月' | '日' | '号' | '.' | '/' | '-');
    let parts: Vec<&str> = text.split(apart).filter(|part| !part.is_empty()).collect();
    let digits = |part: &&str| part.bytes().all(|byte| byte.is_ascii_digit());
    if !parts.iter().all(digits) {
        return None;
    }
    let number = |part: &str| part.parse().ok();
    match parts[..] {
        [all] if all.len() == 6 || all.len() == 8 => {
            let (year, rest) = all.split_at(4);
            let (month, day) = rest.split_at(2);
            checked(year.parse().ok()?, number(month), number(day))
        }
        [year] if year.len() == 4 => checked(year.parse().ok()?, None, None),
        [year, month] if year.len() == 4 => checked(year.parse().ok()?, Some(number(month)?), None),
        [year, month, day] if year.len() == 4 => {
            checked(year.parse().ok()?, Some(number(month)?), Some(number(day)?))
        }
        _ => None,
    }
}

/// Numbers: a year, `200809`, `20080901`, or the serial of a day.
#[allow(clippy::cast_possible_truncation)] // within the ranges
fn date_of_number(number: f64) -> Option<Date> {
    if number.fract() == 0.0 {
        let whole = number as i64;
        return match whole {
            1900..=2200 | 190_001..=220_012 | 19_000_101..=22_001_231 => {
                date_of_text(&whole.to_string())
            }
            20_000..=110_000 => serial(number, false).and_then(|text| date_of_text(&text)),
            _ => None,
        };
    }
    // 2008.09 is a month; 2008.1 may be January or October.
    let text = format!("{number}");
    let (_, month) = text.split_once('.')?;
    (month.len() == 2).then(|| date_of_text(&text)).flatten()
}

/// The day of a serial number, with 1904 as the first year or 1900.
pub fn serial(number: f64, from_1904: bool) -> Option<String> {
    let first = if from_1904 {
        chrono::NaiveDate::from_ymd_opt(1904, 1, 1)?
    } else {
        chrono::NaiveDate::from_ymd_opt(1899, 12, 30)?
    };
    if !(0.0..3_000_000.0).contains(&number) {
        return None;
    }
    #[allow(clippy::cast_possible_truncation)]
    let days = chrono::Duration::try_days(number.floor() as i64)?;
    Some(first.checked_add_signed(days)?.format("%Y-%m-%d").to_string())
}

/// The day of the year that a cell says: `09-01`, `9月1日`.
pub fn day(value: &Value) -> Option<String> {
    if let Some(Date { month: Some(month), day: Some(day), .. }) = date(value) {
        return Some(format!("{month:02}-{day:02}"));
    }
    let Value::Text(text) = value else {
        return None;
    };
    let text = narrow(text);
    let parts: Vec<u32> = text
        .split(['月', '日', '号', '-', '/', '.'])
        .filter(|part| !part.is_empty())
        .map(|part| part.trim().parse().ok())
        .collect::<Option<_>>()?;
    let [month, day] = parts[..] else {
        return None;
    };
    checked(2008, Some(month), Some(day)).map(|_| format!("{month:02}-{day:02}"))
}

/// The term that a cell says: `2008年秋`, `2008-autumn`, `2008秋季`, or a month.
pub fn term(value: &Value) -> Option<Term> {
    if let Value::Text(text) = value {
        let text = narrow(text);
        if let Ok(term) = text.parse() {
            return Some(term);
        }
        if let Some(term) = by_season(&text) {
            return Some(term);
        }
    }
    date(value)?.term()
}

fn by_season(text: &str) -> Option<Term> {
    let (year, rest) = text.split_at_checked(4)?;
    let year = year.parse().ok().filter(|year| (1900..=2200).contains(year))?;
    let rest: String = rest.chars().filter(|letter| !" -年季学期".contains(*letter)).collect();
    let season = match rest.to_lowercase().as_str() {
        "春" | "spring" => Season::Spring,
        "秋" | "autumn" | "fall" => Season::Autumn,
        _ => return None,
    };
    Some(Term { year, season })
}

/// What a cell calls a term.
pub fn term_label(term: Term, language: Language) -> String {
    match (language, term.season) {
        (Language::En, _) => term.to_string(),
        (Language::Zh, Season::Spring) => format!("{}年春", term.year),
        (Language::Zh, Season::Autumn) => format!("{}年秋", term.year),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(text: &str) -> Value {
        Value::Text(text.to_owned())
    }

    #[test]
    fn dates_are_read_as_written() {
        let read = |value| date(&value).map(Date::text);
        for (cell, meant) in [
            (text("2008年9月"), "2008-09"),
            (text("２００８年９月１日"), "2008-09-01"),
            (text("200809"), "2008-09"),
            (text("2008.09"), "2008-09"),
            (text("2013-1-1"), "2013-01-01"),
            (text("2008/9/1 0:00"), "2008-09-01"),
            (Value::Number(200_809.0), "2008-09"),
            (Value::Number(2008.09), "2008-09"),
            (Value::Number(39_692.0), "2008-09-01"),
            (Value::Number(2008.0), "2008"),
            (Value::Date("2008-09-01".to_owned()), "2008-09-01"),
        ] {
            assert_eq!(read(cell.clone()).as_deref(), Some(meant), "{cell:?}");
        }
        for cell in [
            text("2008年13月"),
            text("九月"),
            text(""),
            Value::Number(2008.1),
            Value::Number(1e300),
        ] {
            assert_eq!(read(cell.clone()), None, "{cell:?}");
        }
        assert_eq!(serial(38_230.0, true).as_deref(), Some("2008-09-01"));
    }

    #[test]
    fn terms_are_read_as_written() {
        for (cell, meant) in [
            (text("2008年秋"), "2008-autumn"),
            (text("2008 秋季学期"), "2008-autumn"),
            (text("2008-spring"), "2008-spring"),
            (text("2008年9月"), "2008-autumn"),
            (text("2009.01"), "2008-autumn"),
            (Value::Date("2008-03-01".to_owned()), "2008-spring"),
        ] {
            assert_eq!(
                term(&cell).map(|term| term.to_string()).as_deref(),
                Some(meant),
                "{cell:?}"
            );
        }
        assert_eq!(term(&text("2008年夏")), None);
        assert_eq!(day(&text("9月1日")).as_deref(), Some("09-01"));
        assert_eq!(day(&Value::Date("2026-02-15".to_owned())).as_deref(), Some("02-15"));
    }
}
