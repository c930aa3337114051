//! Trainees of short courses: where and when, and what they come to.

use super::TermKey;
use super::book::Book;
use crate::domain::{Course, Scenario};
use crate::ids::{CampusId, TermId};
use crate::units::Students;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Trainees of a short course at a campus in a term.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Trainees {
    /// Short course.
    pub course: String,
    /// Campus.
    pub campus: String,
    /// Term.
    pub term: TermKey,
    /// Trainees.
    pub trainees: u32,
}

/// Trainees of a short course in a term, over all campuses.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CourseTrainees {
    /// Short course.
    pub course: String,
    /// Trainees who would come.
    pub demand: Students,
    /// Trainees who are taken.
    pub trainees: u32,
}

/// Trainees taken of each short course that is in demand in a term.
pub(super) fn in_term(book: &Book, term: TermId) -> Vec<CourseTrainees> {
    let date = book.scenario.calendar.term(term);
    let mut lines = Vec::new();
    for course in &book.scenario.courses {
        let (demand, trainees) = (course.demanded(date), taken(book, course, term));
        if !demand.is_zero() || trainees > 0 {
            lines.push(CourseTrainees { course: course.id.clone(), demand, trainees });
        }
    }
    lines
}

/// Trainees taken of a short course in a term, over all campuses.
pub(super) fn taken(book: &Book, course: &Course, term: TermId) -> u32 {
    let term = TermKey(book.scenario.calendar.term(term));
    let mine = book.plan.courses.iter();
    let mine = mine.filter(|one| one.course == course.id && one.term == term);
    mine.map(|one| one.trainees).fold(0, u32::saturating_add)
}

impl Book<'_> {
    /// Sums `amount` over the short courses given at a campus in a term, times
    /// their trainees there.
    pub(super) fn trained(
        &self,
        (campus, term): (CampusId, TermId),
        amount: impl Fn(&Course) -> f64,
    ) -> f64 {
        let (key, term) =
            (&self.scenario.campuses[campus].id, TermKey(self.scenario.calendar.term(term)));
        let here = self.plan.courses.iter();
        let here = here.filter(|one| one.campus == *key && one.term == term);
        let amounts = here.filter_map(|one| {
            let course = find(self.scenario, &one.course)?;
            Some(amount(course) * f64::from(one.trainees))
        });
        amounts.sum()
    }
}

pub(super) fn find<'a>(scenario: &'a Scenario, key: &str) -> Option<&'a Course> {
    scenario.courses.iter().find(|course| course.id == key)
}
