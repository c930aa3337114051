//! Dates as people give them: a year, a month or a day.

use crate::domain::{Season, Term};
use chrono::NaiveDate;
use std::fmt;
use std::str::FromStr;

/// A date, written `2008`, `2008-03` or `2008-03-01`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Date {
    year: u32,
    month: Option<u32>,
    day: Option<u32>,
}

/// A text that is not a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a date is written like 2008, 2008-03 or 2008-03-01, with a year from 1000 to 2200")]
pub struct NotADate;

impl Date {
    /// Whether it surely lies before a term begins. A year or a month may mean
    /// its last day, so it lies before only if all of it does.
    pub fn before(self, term: Term) -> bool {
        let begins = match term.season {
            Season::Spring => 2,
            Season::Autumn => 9,
        };
        let month = (i64::from(self.year), self.month.unwrap_or(12));
        month < (i64::from(term.year), begins)
    }
}

impl fmt::Display for Date {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{:04}", self.year)?;
        for part in [self.month, self.day].into_iter().flatten() {
            write!(out, "-{part:02}")?;
        }
        Ok(())
    }
}

impl FromStr for Date {
    type Err = NotADate;

    fn from_str(text: &str) -> Result<Self, NotADate> {
        let parts: Vec<&str> = text.split('-').collect();
        let widths: Vec<usize> = parts.iter().map(|part| part.len()).collect();
        let digits = |part: &&str| part.bytes().all(|byte| byte.is_ascii_digit());
        if !parts.iter().all(digits) || !matches!(widths[..], [4] | [4, 2] | [4, 2, 2]) {
            return Err(NotADate);
        }
        let number = |index: usize| parts.get(index).and_then(|part| part.parse::<u32>().ok());
        let year = number(0).ok_or(NotADate)?;
        let (month, day) = (number(1), number(2));
        let calendar = i32::try_from(year).map_err(|_| NotADate)?;
        let first = NaiveDate::from_ymd_opt(calendar, month.unwrap_or(1), day.unwrap_or(1));
        if (1000..=2200).contains(&year) && first.is_some() {
            Ok(Self { year, month, day })
        } else {
            Err(NotADate)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Date;

    #[test]
    fn dates_are_of_the_calendar() {
        for text in ["2008", "2008-03", "2008-02-29", "2000-02-29"] {
            let date: Date = text.parse().expect(text);
            assert_eq!(date.to_string(), text);
        }
        for text in ["", "08", "2008-13", "2007-02-29", "2008-3-1", "2008-03-01-", "1900-02-29"] {
            assert!(text.parse::<Date>().is_err(), "{text}");
        }
    }

    #[test]
    fn a_date_lies_before_a_term_if_all_of_it_does() {
        let before = |date: &str, term: &str| {
            let date: Date = date.parse().expect("a date");
            date.before(term.parse().expect("a term"))
        };
        assert!(before("2008-01-31", "2008-spring"));
        assert!(before("2007", "2008-spring"));
        assert!(!before("2008-02-01", "2008-spring"));
        assert!(!before("2008", "2008-autumn"));
        assert!(before("2008-08", "2008-autumn"));
        assert!(!before("2008-09", "2008-autumn"));
    }
}
