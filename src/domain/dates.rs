//! Days: the teaching days of a term, and sums of days that never overflow.

use super::{Calendar, Season, Term};
use chrono::{Datelike, Days, NaiveDate};

impl Calendar {
    /// The last of so many working days from a day on: public holidays are
    /// passed over.
    pub fn work_from(&self, first: NaiveDate, days: u32) -> NaiveDate {
        self.work(first, days, |day| days_after(day, 1))
    }

    /// The first of so many working days that end by a day.
    pub fn work_until(&self, last: NaiveDate, days: u32) -> NaiveDate {
        self.work(last, days, |day| days_before(day, 1))
    }

    fn work(&self, from: NaiveDate, days: u32, next: fn(NaiveDate) -> NaiveDate) -> NaiveDate {
        let mut day = from;
        let mut left = days.max(1);
        loop {
            left -= u32::from(self.holiday(day).is_none());
            let after = next(day);
            if left == 0 || after == day {
                return day;
            }
            day = after;
        }
    }

    fn days_of(&self, term: Term) -> (NaiveDate, NaiveDate) {
        match term.season {
            Season::Spring => self.spring.of(term.year),
            Season::Autumn => self.autumn.of(term.year),
        }
    }

    /// The first teaching day of a term.
    pub fn first_day(&self, term: Term) -> NaiveDate {
        self.days_of(term).0
    }

    /// The last teaching day of a term.
    pub fn last_day(&self, term: Term) -> NaiveDate {
        self.days_of(term).1
    }

    /// The last term that has begun by a day.
    pub fn begun_by(&self, day: NaiveDate) -> Term {
        let autumn = Term { year: day.year(), season: Season::Autumn };
        let terms = [autumn, autumn.plus(-1)];
        let begun = terms.into_iter().find(|term| self.first_day(*term) <= day);
        begun.unwrap_or(autumn.plus(-2))
    }

    /// Whether a day lies between the first and the last teaching day of a
    /// term.
    pub fn in_term(&self, day: NaiveDate) -> bool {
        day <= self.last_day(self.begun_by(day))
    }
}

/// The day so many days later.
pub fn days_after(day: NaiveDate, days: u32) -> NaiveDate {
    let sum = day.checked_add_days(Days::new(days.into()));
    sum.unwrap_or(NaiveDate::MAX)
}

/// The day so many days earlier.
pub fn days_before(day: NaiveDate, days: u32) -> NaiveDate {
    let difference = day.checked_sub_days(Days::new(days.into()));
    difference.unwrap_or(NaiveDate::MIN)
}

/// Days from one day to another; 0 if it is not later.
pub fn days_between(from: NaiveDate, to: NaiveDate) -> u32 {
    u32::try_from((to - from).num_days()).unwrap_or(0)
}

/// A day written `2008-03-01`, with a year from 1900 to 2200.
pub fn day(text: &str) -> Option<NaiveDate> {
    let day = NaiveDate::parse_from_str(text, "%Y-%m-%d").ok()?;
    let plain = text.len() == 10 && (1900..=2200).contains(&day.year());
    plain.then_some(day)
}
