//! Paths: the lives a class of a cohort can lead.
//!
//! A path says on which campus a class sits in each stage, in which terms of
//! study it is away on internship and what a merging does to it. Counting classes by path instead of by
//! campus and stage makes the rules about single classes exact (how often a
//! class moves, when it may not, how long it is away) and lets the named
//! classes be read off the solution with exactly its moves.

use super::internship::{Block, blocks};
use super::merging::{self, Merging};
use crate::domain::{Origin, Scenario, Term};
use crate::ids::{CampusId, CohortId, StageId};

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
    #[must_use]
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
    #[must_use]
    pub fn is_away(&self, term_of_study: usize) -> bool {
        self.away.is_some_and(|block| block.first <= term_of_study && term_of_study <= block.last)
    }
}

/// The paths of one cohort, and how many classes follow each kind.
#[derive(Clone, Debug)]
pub struct Paths {
    /// Paths of the classes whose internship lies ahead.
    pub ahead: Vec<Path>,
    /// Paths of the classes that have had theirs; only where the cohort has
    /// such classes.
    pub interned: Vec<Path>,
}

/// All paths of a cohort. With `tenure` false, campuses are used outside their
/// tenure as well (for a diagnosis).
#[must_use]
pub fn paths(scenario: &Scenario, cohort: CohortId, tenure: bool) -> Paths {
    let Some((first, last)) = stages(scenario, cohort) else {
        return Paths { ahead: vec![], interned: vec![] };
    };
    let mut walk = Walk { scenario, cohort, tenure, last, seats: Vec::new(), found: Vec::new() };
    let today = today(scenario, cohort);
    walk.from(first, today, 0);
    let ways = walk.found;
    let with = |away: Option<Block>| {
        ways.iter().map(move |seats| Path { first, seats: seats.clone(), away, merging: None })
    };
    let merging = |interned: bool, blocks: &[Option<Block>]| {
        if merging::alike(scenario, cohort) == Some(interned) {
            merging::paths(scenario, cohort, (first, &ways), blocks)
        } else {
            vec![]
        }
    };
    let blocks = blocks(scenario, cohort);
    let interned = matches!(scenario.cohorts[cohort].origin, Origin::Existing { interned, .. } if interned > 0);
    Paths {
        ahead: blocks.iter().copied().flat_map(with).chain(merging(false, &blocks)).collect(),
        interned: if interned {
            with(None).chain(merging(true, &[None])).collect()
        } else {
            vec![]
        },
    }
}

/// Where the classes of a cohort sit today.
#[must_use]
pub fn today(scenario: &Scenario, cohort: CohortId) -> Option<CampusId> {
    match scenario.cohorts[cohort].origin {
        Origin::Existing { campus, .. } => Some(campus),
        Origin::Future { .. } => None,
    }
}

/// First and last stage in which the cohort is on the register.
fn stages(scenario: &Scenario, cohort: CohortId) -> Option<(StageId, StageId)> {
    let mut on_register = scenario
        .calendar
        .stage_ids()
        .filter(|stage| registered(scenario, cohort, *stage).next().is_some());
    let first = on_register.next()?;
    Some((first, on_register.last().unwrap_or(first)))
}

/// The terms of a stage in which the cohort is on the register.
fn registered(
    scenario: &Scenario,
    cohort: CohortId,
    stage: StageId,
) -> impl Iterator<Item = Term> + use<'_> {
    let terms = scenario.calendar.terms_of(stage);
    terms
        .map(|term| scenario.calendar.term(term))
        .filter(move |term| scenario.term_of_study(cohort, *term).is_some())
}

struct Walk<'a> {
    scenario: &'a Scenario,
    cohort: CohortId,
    tenure: bool,
    last: StageId,
    seats: Vec<CampusId>,
    found: Vec<Vec<CampusId>>,
}

impl Walk<'_> {
    /// Goes on from `stage`, coming from campus `before` after `moves` moves.
    fn from(&mut self, stage: StageId, before: Option<CampusId>, moves: u32) {
        if stage > self.last {
            self.found.push(self.seats.clone());
            return;
        }
        let sites: Vec<CampusId> =
            self.scenario.programme_of(self.cohort).sites.keys().copied().collect();
        for campus in sites {
            let left = before.filter(|before| *before != campus);
            let may_leave = |left| (self.scenario).may_leave(self.cohort, (left, stage), moves);
            let usable = !self.tenure || self.scenario.usable_by(self.cohort, campus, stage);
            if usable && left.is_none_or(may_leave) {
                self.seats.push(campus);
                self.from(StageId(stage.0 + 1), Some(campus), moves + u32::from(left.is_some()));
                self.seats.pop();
            }
        }
    }
}
