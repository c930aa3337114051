//! Paths: the lives a class of a cohort can lead.
//!
//! A path says on which campus a class sits in each stage, in which terms of
//! study it is away on internship and what a merging does to it. Counting classes by path instead of by
//! campus and stage makes the rules about single classes exact (how often a
//! class moves, when it may not, how long it is away) and lets the named
//! classes be read off the solution with exactly its moves.

use super::internship::{Block, blocks};
use super::merging_paths;
use super::path::{Path, registered};
use crate::domain::{Origin, Scenario};
use crate::ids::{CampusId, CohortId, StageId};

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
/// tenure and their bands as well (for a diagnosis).
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
        if merging_paths::alike(scenario, cohort) == Some(interned) {
            merging_paths::paths(scenario, cohort, (first, &ways), blocks)
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

struct Walk<'a> {
    scenario: &'a Scenario,
    cohort: CohortId,
    tenure: bool,
    last: StageId,
    seats: Vec<CampusId>,
    found: Vec<Vec<CampusId>>,
}

impl Walk<'_> {
    /// Whether a class may sit at a campus in a stage, where it stays or not.
    fn usable(&self, campus: CampusId, stage: StageId, stays: bool) -> bool {
        self.scenario.usable_by(self.cohort, campus, stage)
            && self.scenario.taken(self.cohort, campus, stage)
            && !(stays && self.scenario.must_change(self.cohort, stage))
    }

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
            let usable =
                !self.tenure || self.usable(campus, stage, left.is_none() && before.is_some());
            if usable && left.is_none_or(may_leave) {
                self.seats.push(campus);
                self.from(StageId(stage.0 + 1), Some(campus), moves + u32::from(left.is_some()));
                self.seats.pop();
            }
        }
    }
}
