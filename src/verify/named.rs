//! What a plan states of people by name.

use crate::ids::{CampusId, StageId, SubjectId, TermId};
use std::collections::BTreeMap;

/// What somebody does in a stage. People are indices of posts.
#[derive(Default)]
pub(crate) struct Doing {
    /// Weekly periods by subject and campus.
    pub(super) lessons: BTreeMap<(SubjectId, CampusId), f64>,
    /// Weekdays of the half-days at other campuses.
    pub(super) visits: BTreeMap<CampusId, Vec<u32>>,
}

/// A pair.
pub(crate) struct Pair {
    pub(super) branch: CampusId,
    pub(super) stage: StageId,
    pub(super) out: usize,
    pub(super) back: usize,
}

/// A class teacher in a term.
pub(crate) struct Tutor {
    pub(super) class: usize,
    pub(super) term: TermId,
    pub(super) person: usize,
}

/// An order of duty.
pub(crate) struct Order {
    pub(super) campus: CampusId,
    pub(super) term: TermId,
    pub(super) leaders: Vec<usize>,
    pub(super) class_teachers: Vec<usize>,
}

/// All of it.
#[derive(Default)]
pub(crate) struct People {
    pub(super) doing: BTreeMap<(usize, StageId), Doing>,
    pub(super) pairs: Vec<Pair>,
    pub(super) tutors: Vec<Tutor>,
    pub(super) orders: Vec<Order>,
}

impl People {
    /// Who takes somebody's place in a stage, and whose place they take.
    pub(crate) fn partner(&self, stage: StageId, person: usize) -> Option<usize> {
        let mut pairs = self.pairs.iter().filter(|pair| pair.stage == stage);
        pairs.find_map(|pair| match person {
            one if one == pair.out => Some(pair.back),
            one if one == pair.back => Some(pair.out),
            _ => None,
        })
    }
}
