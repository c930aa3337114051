//! Which class is where in every term in which it is on the register.

use super::Plan;
use super::book::Book;
use crate::domain::Scenario;
use crate::ids::{CampusId, ProgrammeId, TermId};

/// A class in a term in which it is on the register.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Registered {
    /// Its place among the plan's classes.
    pub class: usize,
    /// Its programme.
    pub programme: ProgrammeId,
    /// Term.
    pub term: TermId,
    /// Term of study, from 1.
    pub study: usize,
    /// Where it sits.
    pub campus: CampusId,
    /// Whether it is in school, not on internship.
    pub in_school: bool,
}

/// All classes in all terms, class by class.
pub fn register(scenario: &Scenario, plan: &Plan) -> Vec<Registered> {
    let rows = Book::new(scenario, plan).rows.into_iter();
    rows.map(|row| Registered {
        class: row.class,
        programme: row.programme_id,
        term: row.term,
        study: row.study,
        campus: row.campus,
        in_school: row.in_school,
    })
    .collect()
}
