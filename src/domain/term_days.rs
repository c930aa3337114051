//! Teaching days of the terms of a season.

use chrono::NaiveDate;

/// A day of every year, such as 1 September; never 29 February.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MonthDay {
    month: u32,
    day: u32,
}

impl MonthDay {
    /// A day that every year has.
    pub fn new(month: u32, day: u32) -> Option<Self> {
        const COMMON_YEAR: i32 = 2007;
        NaiveDate::from_ymd_opt(COMMON_YEAR, month, day).map(|_| Self { month, day })
    }

    /// The day in a year.
    pub fn of(self, year: i32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, self.month, self.day).unwrap_or(NaiveDate::MAX)
    }
}

/// First and last teaching day of the terms of a season. A term whose last day
/// is earlier in the year than its first ends in the year after.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TermDays {
    /// First teaching day.
    pub first: MonthDay,
    /// Last teaching day.
    pub last: MonthDay,
}

impl TermDays {
    /// 15 February to 5 July.
    pub const SPRING: Self =
        Self { first: MonthDay { month: 2, day: 15 }, last: MonthDay { month: 7, day: 5 } };
    /// 1 September to 25 January.
    pub const AUTUMN: Self =
        Self { first: MonthDay { month: 9, day: 1 }, last: MonthDay { month: 1, day: 25 } };

    /// First and last day of the term that begins in a year.
    pub fn of(self, year: i32) -> (NaiveDate, NaiveDate) {
        let (first, last) = (self.first.of(year), self.last.of(year));
        if last < first { (first, self.last.of(year + 1)) } else { (first, last) }
    }
}
