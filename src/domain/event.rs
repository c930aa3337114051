//! What a group does again and again: council meetings, duty, joint research.

use super::{Text, days_after};
use crate::ids::CampusId;
use chrono::{Datelike, NaiveDate};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A day of the week.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)] // the names say it all
pub enum Weekday {
    Monday,
    Tuesday,
    Wednesday,
    Thursday,
    Friday,
    Saturday,
    Sunday,
}

impl From<Weekday> for chrono::Weekday {
    fn from(day: Weekday) -> Self {
        match day {
            Weekday::Monday => Self::Mon,
            Weekday::Tuesday => Self::Tue,
            Weekday::Wednesday => Self::Wed,
            Weekday::Thursday => Self::Thu,
            Weekday::Friday => Self::Fri,
            Weekday::Saturday => Self::Sat,
            Weekday::Sunday => Self::Sun,
        }
    }
}

/// How an event comes back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Recurrence {
    /// Every week on a day.
    Weekly(Weekday),
    /// Every month on its first, second, … day of the week (1 to 4).
    MonthlyWeekday(u8, Weekday),
    /// Every month on a day (1 to 28).
    MonthlyDay(u32),
}

impl Recurrence {
    /// All days from one day to another, both included.
    pub fn days(self, from: NaiveDate, until: NaiveDate) -> Vec<NaiveDate> {
        match self {
            Self::Weekly(weekday) => {
                let within = from.iter_days().take_while(|day| *day <= until);
                let first = within.take(7).find(|day| day.weekday() == weekday.into());
                let weeks = std::iter::successors(first, |day| Some(days_after(*day, 7)));
                weeks.take_while(|day| *day <= until).collect()
            }
            Self::MonthlyWeekday(nth, weekday) => monthly(from, until, |year, month| {
                NaiveDate::from_weekday_of_month_opt(year, month, weekday.into(), nth)
            }),
            Self::MonthlyDay(day) => {
                monthly(from, until, |year, month| NaiveDate::from_ymd_opt(year, month, day))
            }
        }
    }
}

/// A day of each month, as far as it lies between two days.
fn monthly(
    from: NaiveDate,
    until: NaiveDate,
    day: impl Fn(i32, u32) -> Option<NaiveDate>,
) -> Vec<NaiveDate> {
    let years = from.year()..=until.year();
    let months = years.flat_map(|year| (1..=12).map(move |month| (year, month)));
    let days = months.filter_map(|(year, month)| day(year, month));
    days.filter(|day| (from..=until).contains(day)).collect()
}

/// A recurring event.
#[derive(Clone, Debug)]
pub struct Event {
    /// Key in the scenario file.
    pub id: String,
    /// Name for readers.
    pub name: Text,
    /// How it comes back.
    pub recurs: Recurrence,
    /// Where it is held, in turn; empty if the scenario does not say.
    pub campuses: Vec<CampusId>,
    /// From this day on.
    pub from: NaiveDate,
    /// Up to this day.
    pub until: NaiveDate,
    /// Whether it is held in the holidays too.
    pub holidays: bool,
}
