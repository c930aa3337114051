//! The sentences of the plan in prose.

mod chapters;
mod plan;
mod resources;
mod risks;

pub use chapters::*;
pub use plan::*;
pub use resources::*;
pub use risks::*;

use crate::domain::{Metric, Text};
use chrono::{Datelike, NaiveDate};

words! {
    fn date(year: i32, month: u32, day: u32) { "{year}年{month}月{day}日" / "{year}-{month:02}-{day:02}" }
    fn then(zh: &str, en: &str) { "{zh}" / " {en}" }
    fn first_heading(numeral: &str, number: usize, text: &str) { "{numeral}、{text}" / "{number}. {text}" }
    fn second_heading(numeral: &str, chapter: usize, number: usize, text: &str) {
        "（{numeral}）{text}" / "{chapter}.{number} {text}"
    }
    fn item(number: usize, text: &str) { "{number}. {text}" / "({number}) {text}" }

    fn classes_in_school() { "在校班级" / "classes in school" }
    fn students_in_school() { "在校学生" / "students in school" }
    fn registered() { "在册学生" / "registered students" }
    fn classes(count: &str) { "{count}个班" / "{count} ⟨class|classes⟩" }
    fn people(count: &str) { "{count}人" / "{count}" }
}

/// A day in words.
#[must_use]
pub fn day(day: NaiveDate) -> Text {
    date(day.year(), day.month(), day.day())
}

/// What a target counts.
#[must_use]
pub fn metric(metric: Metric) -> Text {
    match metric {
        Metric::ClassesInSchool => classes_in_school(),
        Metric::StudentsInSchool => students_in_school(),
        Metric::Registered => registered(),
    }
}

/// So many of what a target counts.
#[must_use]
pub fn amount(metric: Metric, count: &str) -> Text {
    match metric {
        Metric::ClassesInSchool => classes(count),
        Metric::StudentsInSchool | Metric::Registered => people(count),
    }
}
