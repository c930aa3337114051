//! Milestones as bars over months, in characters that take one column in every
//! terminal.

use crate::plan::MilestoneResult;
use chrono::{Datelike, NaiveDate};

/// Most marks of a bar.
const MOST_MARKS: usize = 48;
/// Months that a mark may stand for; beyond, twice as many and again.
const MONTHS: [usize; 5] = [1, 2, 3, 6, 12];

/// Nothing is done.
const IDLE: char = '.';
/// Work.
const WORK: char = '#';
/// Work beyond the day on which it is due.
const OVERDUE: char = '!';
/// Where it is due, if there is no work then.
const DUE: char = '^';

/// The months that a chart covers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Axis {
    /// Its first month, counted from January of year 0.
    first: i64,
    /// Months that a mark stands for.
    pub months: usize,
    /// Marks.
    pub marks: usize,
}

impl Axis {
    /// The months from the first day to the last of some milestones; nothing
    /// if there are none.
    pub fn new(results: &[MilestoneResult]) -> Option<Self> {
        let days = results.iter().flat_map(|one| {
            let days = [one.begins, one.done(), Some(one.due)];
            days.into_iter().flatten().map(month)
        });
        let days: Vec<i64> = days.collect();
        let (first, last) = (*days.iter().min()?, *days.iter().max()?);
        let of_scale = |months: usize| {
            let step = i64::try_from(months).unwrap_or(1);
            let first = first.div_euclid(step);
            let marks = usize::try_from(last.div_euclid(step) - first).unwrap_or(0) + 1;
            Self { first: first * step, months, marks }
        };
        let more = std::iter::successors(Some(24), |months| Some(months * 2));
        let mut axes = MONTHS.into_iter().chain(more).map(of_scale);
        axes.find(|axis| axis.marks <= MOST_MARKS)
    }

    /// The mark in which a day lies.
    fn mark(self, day: NaiveDate) -> usize {
        let months = usize::try_from(month(day) - self.first).unwrap_or(0);
        (months / self.months).min(self.marks - 1)
    }

    /// The month with which a mark begins, `2008-03`.
    pub fn label(self, mark: usize) -> String {
        let month = self.month_of(mark);
        format!("{}-{:02}", month.div_euclid(12), month.rem_euclid(12) + 1)
    }

    fn month_of(self, mark: usize) -> i64 {
        self.first + i64::try_from(mark * self.months).unwrap_or(0)
    }

    /// Two lines above the bars: the years, and where a mark is a month, the
    /// months with which quarters begin.
    pub fn head(self) -> String {
        let mut years = Line::default();
        let mut quarters = Line::default();
        for mark in 0..self.marks {
            let month = self.month_of(mark);
            let of_year = month.rem_euclid(12);
            let january = of_year < i64::try_from(self.months).unwrap_or(1);
            // A year that has begun before the chart gives way to the next.
            if january || mark == 0 && (12 - of_year) / self.step() > 4 {
                years.write(mark, &month.div_euclid(12).to_string());
            }
            if of_year % 3 == 0 {
                quarters.write(mark, &(of_year + 1).to_string());
            }
        }
        if self.months == 1 { format!("{}\n{}", years.0, quarters.0) } else { years.0 }
    }

    fn step(self) -> i64 {
        i64::try_from(self.months).unwrap_or(1)
    }

    /// The marks of a milestone.
    pub fn bar(self, result: &MilestoneResult) -> Vec<char> {
        let mut bar = vec![IDLE; self.marks];
        let due = self.mark(result.due);
        bar[due] = DUE;
        if let (Some(begins), Some(done)) = (result.begins, result.done()) {
            let (first, last) = (self.mark(begins), self.mark(done));
            for (index, mark) in bar.iter_mut().enumerate().take(last + 1).skip(first) {
                *mark = if index > due { OVERDUE } else { WORK };
            }
            if result.late_days > 0 {
                bar[last] = OVERDUE;
            }
        }
        bar
    }
}

fn month(day: NaiveDate) -> i64 {
    i64::from(day.year()) * 12 + i64::from(day.month0())
}

/// A line of labels that do not touch.
#[derive(Default)]
struct Line(String);

impl Line {
    /// Writes a label at a column, unless the one before is in its way.
    fn write(&mut self, column: usize, label: &str) {
        let used = self.0.len();
        if used == 0 || used < column {
            self.0.push_str(&" ".repeat(column - used));
            self.0.push_str(label);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::MilestoneStatus;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn result(begins: &str, date: &str, due: &str) -> MilestoneResult {
        let (date, due) = (day(date), day(due));
        let late_days = crate::domain::days_between(due, date);
        MilestoneResult {
            milestone: "m".to_owned(),
            term: None,
            begins: Some(day(begins)),
            date: Some(date),
            earliest: None,
            due,
            late_days,
            status: MilestoneStatus::OnTime,
            waits_for: Vec::new(),
        }
    }

    fn drawn(axis: Axis, result: &MilestoneResult) -> String {
        axis.bar(result).into_iter().collect()
    }

    #[test]
    fn bars_show_work_what_is_overdue_and_the_due_date() {
        let early = result("2007-11-10", "2007-12-05", "2008-02-29");
        let late = result("2008-01-26", "2008-03-06", "2008-01-31");
        let same_month = result("2008-02-01", "2008-02-20", "2008-02-10");
        let mut never = result("2007-11-10", "2007-12-05", "2008-04-30");
        (never.begins, never.date) = (None, None);
        let all = [early, late, same_month, never];
        let axis = Axis::new(&all).unwrap();
        assert_eq!((axis.months, axis.marks), (1, 6));
        let bars = all.each_ref().map(|one| drawn(axis, one));
        assert_eq!(bars, ["##.^..", "..#!!.", "...!..", ".....^"]);
        assert_eq!(axis.head(), "  2008\n  1  4");
        assert_eq!(axis.label(0), "2007-11");
    }

    #[test]
    fn long_charts_take_several_months_to_a_mark() {
        let all = [
            result("2007-11-10", "2007-12-05", "2008-02-29"),
            result("2014-05-01", "2014-05-20", "2014-06-30"),
        ];
        let axis = Axis::new(&all).unwrap();
        assert_eq!((axis.months, axis.marks), (2, 40));
        assert_eq!(axis.label(0), "2007-11");
        assert!(axis.head().starts_with(" 2008  2009  2010"));
        let far = [result("1900-01-01", "1900-01-02", "2200-12-31")];
        let axis = Axis::new(&far).unwrap();
        assert_eq!(axis.months, 96);
        assert!(axis.marks <= MOST_MARKS);
        assert_eq!(Axis::new(&[]), None);
    }
}
