//! Decisions of a plan, with the ids of the scenario for its keys.

use crate::domain::{Calendar, Term};
use crate::ids::{
    CampusId, CohortId, CourseId, FeederId, GroupId, ResourceId, StageId, SubjectId, TermId,
};
use crate::plan::{ClassPath, Post};
use std::collections::BTreeSet;
use typed_index_collections::TiVec;

/// A class.
pub(crate) struct Class<'a> {
    pub(super) path: &'a ClassPath,
    pub(super) cohort: CohortId,
    /// Students at the cohort's base, without those who join.
    pub(super) students: f64,
    /// The same by feeder school, where they are told apart.
    pub(super) feeders: Vec<(FeederId, f64)>,
    /// Whole students in each term in which it is on the register.
    pub(super) heads: TiVec<TermId, f64>,
    /// Its seats in the order of the plan.
    pub(super) seats: Vec<(Term, CampusId)>,
    /// Terms on internship.
    pub(super) away: BTreeSet<TermId>,
    /// Its campus in each term in which it is on the register.
    pub(super) base: TiVec<TermId, Option<CampusId>>,
    /// Its moves.
    pub(super) moves: Vec<Move>,
    /// Its end, if it is dissolved.
    pub(super) merged: Option<Merged>,
    /// Students who join it, at the cohort's base, with the term from which on.
    pub(super) joined: Vec<(Term, f64)>,
}

/// The end of a class that is merged into others.
pub(crate) struct Merged {
    /// First term in which it is no more.
    pub(super) term: Term,
    /// The classes that its students join, by their index, and how many.
    pub(super) into: Vec<(usize, f64)>,
}

impl Class<'_> {
    /// Whether it has been dissolved by a term.
    pub(crate) fn dissolved(&self, term: Term) -> bool {
        (self.merged.as_ref()).is_some_and(|merged| merged.term <= term)
    }
}

/// A move of a class.
#[derive(Clone, Copy)]
pub(crate) struct Move {
    pub(super) term: TermId,
    pub(super) origin: CampusId,
}

/// Units moved.
pub(crate) struct Shipped {
    pub(super) resource: ResourceId,
    pub(super) origin: CampusId,
    pub(super) destination: CampusId,
    pub(super) stage: StageId,
    pub(super) units: f64,
}

/// Hours a week used elsewhere.
pub(crate) struct Shared {
    pub(super) resource: ResourceId,
    pub(super) user: CampusId,
    pub(super) host: CampusId,
    pub(super) stage: StageId,
    pub(super) hours: f64,
}

/// Recruits of a subject.
pub(crate) struct Hired {
    pub(super) subject: SubjectId,
    pub(super) stage: StageId,
    pub(super) people: f64,
}

/// Who holds a post.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Holder {
    /// Somebody of a group.
    Group(GroupId),
    /// A recruit of a subject.
    Recruit(SubjectId),
    /// Somebody of a group who has changed to a subject.
    Retrained(GroupId, SubjectId),
}

/// A post.
pub(crate) struct Posted<'a> {
    pub(super) post: &'a Post,
    /// Of a group, or a recruit.
    pub(super) holder: Holder,
    /// The subject that its holder changes to, from which stage on.
    pub(super) retrained: Option<(StageId, SubjectId)>,
    /// Its seats in the order of the plan.
    pub(super) seats: Vec<(Term, CampusId)>,
    /// Base in each stage, worked through or not.
    pub(super) base: TiVec<StageId, Option<CampusId>>,
    /// Whether its holder works in all terms of the stage.
    pub(super) through: TiVec<StageId, bool>,
}

impl Posted<'_> {
    /// Where its holder is based in a term of a stage, if still there.
    pub(crate) fn base_in(&self, stage: StageId, term: Term) -> Option<CampusId> {
        let stays = self.post.leaves.is_none_or(|leaves| term < leaves.0);
        self.base[stage].filter(|_| stays)
    }

    /// The last term of a stage in which its holder works, where that is not
    /// the stage's own and there is one.
    pub(crate) fn last_in(&self, calendar: &Calendar, stage: StageId) -> Option<TermId> {
        let leaves = calendar.find(self.post.leaves?.0)?;
        let within = calendar.stage_of(leaves) == stage;
        let last = leaves.0.checked_sub(1).filter(|_| within).map(TermId);
        last.filter(|last| calendar.stage_of(*last) == stage)
    }

    /// Who holds it in a stage.
    pub(crate) fn holder_in(&self, stage: StageId) -> Holder {
        match (self.holder, self.retrained) {
            (Holder::Group(group), Some((from, subject))) if from <= stage => {
                Holder::Retrained(group, subject)
            }
            (holder, _) => holder,
        }
    }
}

/// Periods a week by the base of those who teach.
pub(crate) struct Taught {
    pub(super) holder: Holder,
    pub(super) subject: SubjectId,
    pub(super) campus: CampusId,
    pub(super) stage: StageId,
    /// The last term, if they leave within the stage.
    pub(super) until: Option<TermId>,
    pub(super) periods: f64,
}

/// Periods a week away from the base.
pub(crate) struct Visit {
    pub(super) subject: SubjectId,
    pub(super) base: CampusId,
    pub(super) host: CampusId,
    pub(super) stage: StageId,
    pub(super) periods: f64,
}

/// Trainees of a short course at a campus in a term.
pub(crate) struct Trained {
    pub(super) course: CourseId,
    pub(super) campus: CampusId,
    pub(super) term: TermId,
    pub(super) trainees: f64,
}

/// Periods a week bought from part-time teachers.
pub(crate) struct Bought {
    pub(super) subject: SubjectId,
    pub(super) campus: CampusId,
    pub(super) stage: StageId,
    pub(super) periods: f64,
}

/// By campus and stage.
pub(crate) type ByStage<T> = TiVec<CampusId, TiVec<StageId, T>>;
