//! A class in a term.

use crate::domain::Programme;
use crate::ids::{CampusId, CohortId, ProgrammeId, TermId};

/// A class in a term in which it is on the register.
pub(crate) struct Row<'a> {
    pub(super) class: usize,
    pub(super) term: TermId,
    pub(super) campus: CampusId,
    pub(super) cohort: CohortId,
    pub(super) programme_id: ProgrammeId,
    pub(super) programme: &'a Programme,
    pub(super) study: usize,
    /// Expected students, in fractions.
    pub(super) students: f64,
    /// Whole students.
    pub(super) heads: f64,
    pub(super) in_school: bool,
}

impl Row<'_> {
    /// Share of its students that the class loses in the term.
    pub(super) fn attrition(&self) -> f64 {
        self.programme.attrition[self.study - 1]
    }
}
