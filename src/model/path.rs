//! Paths of classes over the campuses.

use super::internship::Block;
use crate::domain::{Scenario, Term};
use crate::ids::{CampusId, CohortId, StageId};

/// What a merging does to a class.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Merging {
    /// It is dissolved at the start of the stage.
    Dissolved(StageId),
    /// Others join it at the start of the stage.
    Joined(StageId),
}

/// One way through the horizon.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Path {
    /// The first stage with a term in which the cohort is on the register.
    pub first: StageId,
    /// The campus in that stage and each later one, as long as the class lasts.
    pub seats: Vec<CampusId>,
    /// Away on internship.
    pub away: Option<Block>,
    /// What a merging does to it, if it takes part in one.
    pub merging: Option<Merging>,
}

impl Path {
    /// The campus in a stage, if the class is on the register then.
    pub fn campus(&self, stage: StageId) -> Option<CampusId> {
        let index = stage.0.checked_sub(self.first.0)?;
        self.seats.get(index).copied()
    }

    /// Stages at whose start the class changes campus, with the campus it
    /// leaves and the one it goes to.
    pub fn moves(
        &self,
        today: Option<CampusId>,
    ) -> impl Iterator<Item = (StageId, CampusId, CampusId)> + use<'_> {
        let before = [today.or(self.seats.first().copied())];
        let before = before.into_iter().flatten().chain(self.seats.iter().copied());
        before
            .zip(self.seats.iter().copied())
            .enumerate()
            .filter(|(_, (from, to))| from != to)
            .map(|(index, (from, to))| (StageId(self.first.0 + index), from, to))
    }

    /// Whether the class is away in a term of study.
    pub fn is_away(&self, term_of_study: usize) -> bool {
        self.away.is_some_and(|block| block.first <= term_of_study && term_of_study <= block.last)
    }
}

/// The terms of a stage in which the cohort is on the register.
pub(super) fn registered(
    scenario: &Scenario,
    cohort: CohortId,
    stage: StageId,
) -> impl Iterator<Item = Term> + use<'_> {
    let terms = scenario.calendar.terms_of(stage);
    terms
        .map(|term| scenario.calendar.term(term))
        .filter(move |term| scenario.term_of_study(cohort, *term).is_some())
}
