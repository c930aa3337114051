//! The time axis of the schedule.

use super::Bar;
use crate::domain::{days_after, days_between};
use crate::report::charts::canvas::WIDTH;
use crate::report::view::View;
use chrono::{Datelike, NaiveDate};

/// Room for names at the left.
pub(super) const LEFT: f64 = 212.0;

/// Room for how things stand at the right.
pub(super) const RIGHT: f64 = 172.0;

/// Time from the left to the right.
#[derive(Clone, Copy)]
pub struct Axis {
    pub(super) first: NaiveDate,
    pub(super) last: NaiveDate,
}

impl Axis {
    /// From the first month of anything to the last; nothing without bars.
    pub fn new(view: &View, bars: &[Bar]) -> Option<Self> {
        let calendar = &view.scenario.calendar;
        let days = bars.iter().flat_map(|bar| [bar.begins, bar.ends, bar.due]);
        let days: Vec<NaiveDate> = days.flatten().collect();
        let first = (*days.iter().min()?).min(calendar.first_day(calendar.first));
        let last = *days.iter().max()?;
        Some(Self { first: first.with_day(1)?, last: days_after(last, 10) })
    }

    pub(super) fn x(self, day: NaiveDate) -> f64 {
        let days = |to: NaiveDate| f64::from(days_between(self.first, to));
        LEFT + (WIDTH - LEFT - RIGHT) * days(day) / days(self.last).max(1.0)
    }

    /// The first days of the years that begin within.
    pub(super) fn years(self) -> impl Iterator<Item = NaiveDate> {
        let years = self.first.year()..=self.last.year();
        years
            .filter_map(|year| NaiveDate::from_ymd_opt(year, 1, 1))
            .filter(move |day| *day >= self.first)
    }
}
