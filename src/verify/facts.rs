//! What a plan says, as dense arrays over the scenario's indices: where every
//! class sits in every term, what stands where, who is posted and teaches
//! where. Only what could be resolved is in it; see [`super::reference`].

use super::people::People;
use super::register::Held;
use crate::domain::{Calendar, Scenario, Term, Text};
use crate::forecast;
use crate::ids::{
    CampusId, CohortId, CourseId, GroupId, OptionId, ProgrammeId, ResourceId, StageId, SubjectId,
    TermId,
};
use crate::plan::{ClassPath, Plan, Post};
use std::collections::BTreeSet;
use typed_index_collections::TiVec;

/// A class.
pub(super) struct Class<'a> {
    pub(super) path: &'a ClassPath,
    pub(super) cohort: CohortId,
    /// Students at the cohort's base, without those who join.
    pub(super) students: f64,
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
pub(super) struct Merged {
    /// First term in which it is no more.
    pub(super) term: Term,
    /// The classes that its students join, by their index, and how many.
    pub(super) into: Vec<(usize, f64)>,
}

impl Class<'_> {
    /// Whether it has been dissolved by a term.
    pub(super) fn dissolved(&self, term: Term) -> bool {
        (self.merged.as_ref()).is_some_and(|merged| merged.term <= term)
    }
}

/// A move of a class.
#[derive(Clone, Copy)]
pub(super) struct Move {
    pub(super) term: TermId,
    pub(super) origin: CampusId,
}

/// Units moved.
pub(super) struct Shipped {
    pub(super) resource: ResourceId,
    pub(super) origin: CampusId,
    pub(super) destination: CampusId,
    pub(super) stage: StageId,
    pub(super) units: f64,
}

/// Hours a week used elsewhere.
pub(super) struct Shared {
    pub(super) resource: ResourceId,
    pub(super) user: CampusId,
    pub(super) host: CampusId,
    pub(super) stage: StageId,
    pub(super) hours: f64,
}

/// Recruits of a subject.
pub(super) struct Hired {
    pub(super) subject: SubjectId,
    pub(super) stage: StageId,
    pub(super) people: f64,
}

/// Who holds a post.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Holder {
    /// Somebody of a group.
    Group(GroupId),
    /// A recruit of a subject.
    Recruit(SubjectId),
    /// Somebody of a group who has changed to a subject.
    Retrained(GroupId, SubjectId),
}

/// A post.
pub(super) struct Posted<'a> {
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
    pub(super) fn base_in(&self, stage: StageId, term: Term) -> Option<CampusId> {
        let stays = self.post.leaves.is_none_or(|leaves| term < leaves.0);
        self.base[stage].filter(|_| stays)
    }

    /// The last term of a stage in which its holder works, where that is not
    /// the stage's own and there is one.
    pub(super) fn last_in(&self, calendar: &Calendar, stage: StageId) -> Option<TermId> {
        let leaves = calendar.find(self.post.leaves?.0)?;
        let within = calendar.stage_of(leaves) == stage;
        let last = leaves.0.checked_sub(1).filter(|_| within).map(TermId);
        last.filter(|last| calendar.stage_of(*last) == stage)
    }

    /// Who holds it in a stage.
    pub(super) fn holder_in(&self, stage: StageId) -> Holder {
        match (self.holder, self.retrained) {
            (Holder::Group(group), Some((from, subject))) if from <= stage => {
                Holder::Retrained(group, subject)
            }
            (holder, _) => holder,
        }
    }
}

/// Periods a week by the base of those who teach.
pub(super) struct Taught {
    pub(super) holder: Holder,
    pub(super) subject: SubjectId,
    pub(super) campus: CampusId,
    pub(super) stage: StageId,
    /// The last term, if they leave within the stage.
    pub(super) until: Option<TermId>,
    pub(super) periods: f64,
}

/// Periods a week away from the base.
pub(super) struct Visit {
    pub(super) subject: SubjectId,
    pub(super) base: CampusId,
    pub(super) host: CampusId,
    pub(super) stage: StageId,
    pub(super) periods: f64,
}

/// Trainees of a short course at a campus in a term.
pub(super) struct Trained {
    pub(super) course: CourseId,
    pub(super) campus: CampusId,
    pub(super) term: TermId,
    pub(super) trainees: f64,
}

/// Periods a week bought from part-time teachers.
pub(super) struct Bought {
    pub(super) subject: SubjectId,
    pub(super) campus: CampusId,
    pub(super) stage: StageId,
    pub(super) periods: f64,
}

/// By campus and stage.
pub(super) type ByStage<T> = TiVec<CampusId, TiVec<StageId, T>>;

/// All of it.
pub(super) struct Facts<'a> {
    pub(super) scenario: &'a Scenario,
    pub(super) plan: &'a Plan,
    /// Classes and students admitted, of cohorts to be admitted.
    pub(super) admitted: TiVec<CohortId, (f64, f64)>,
    pub(super) classes: Vec<Class<'a>>,
    pub(super) open: ByStage<bool>,
    /// Modules in service.
    pub(super) built: TiVec<OptionId, TiVec<TermId, f64>>,
    pub(super) shipments: Vec<Shipped>,
    pub(super) sharing: Vec<Shared>,
    pub(super) hires: Vec<Hired>,
    pub(super) posts: Vec<Posted<'a>>,
    pub(super) teaching: Vec<Taught>,
    pub(super) visiting: Vec<Visit>,
    pub(super) trained: Vec<Trained>,
    /// What is said of people by name.
    pub(super) people: People,
    pub(super) part_time: Vec<Bought>,
    /// The lines of the register of assets, and what is bought.
    pub(super) assets: Vec<Held<'a>>,
}

impl<'a> Facts<'a> {
    /// The facts of a plan that says nothing.
    pub(super) fn empty(scenario: &'a Scenario, plan: &'a Plan) -> Self {
        let stages = scenario.calendar.stages.len();
        let open = vec![vec![false; stages].into(); scenario.campuses.len()];
        let terms = scenario.calendar.terms;
        let built = vec![vec![0.0; terms].into(); scenario.options.len()];
        Self {
            scenario,
            plan,
            admitted: vec![(0.0, 0.0); scenario.cohorts.len()].into(),
            classes: Vec::new(),
            open: open.into(),
            built: built.into(),
            shipments: Vec::new(),
            sharing: Vec::new(),
            hires: Vec::new(),
            posts: Vec::new(),
            teaching: Vec::new(),
            visiting: Vec::new(),
            trained: Vec::new(),
            people: People::default(),
            part_time: Vec::new(),
            assets: Vec::new(),
        }
    }

    /// All campuses.
    pub(super) fn campuses(&self) -> impl Iterator<Item = CampusId> + use<> {
        (0..self.scenario.campuses.len()).map(CampusId)
    }

    /// Terms with their stages.
    pub(super) fn terms(&self) -> impl Iterator<Item = (TermId, StageId)> {
        let calendar = &self.scenario.calendar;
        calendar
            .stage_ids()
            .flat_map(|stage| calendar.terms_of(stage).map(move |term| (term, stage)))
    }

    /// Name of a campus.
    pub(super) fn campus(&self, campus: CampusId) -> &'a Text {
        &self.scenario.campuses[campus].name
    }

    /// The programme of a class.
    pub(super) fn programme(&self, class: &Class) -> ProgrammeId {
        self.scenario.cohorts[class.cohort].programme
    }

    /// The term of study of a class on the register.
    pub(super) fn study(&self, class: &Class, term: TermId) -> Option<usize> {
        self.registered(class, self.scenario.calendar.term(term))
    }

    /// The term of study of a class in any term.
    pub(super) fn registered(&self, class: &Class, term: Term) -> Option<usize> {
        let study = self.scenario.term_of_study(class.cohort, term);
        study.filter(|_| !class.dissolved(term))
    }

    /// Students of a class on the register in a term, with those who have
    /// joined; none if it is not.
    pub(super) fn students(&self, class: &Class, term: TermId) -> f64 {
        let term = self.scenario.calendar.term(term);
        if class.dissolved(term) {
            return 0.0;
        }
        let joined = class.joined.iter().filter(|(from, _)| *from <= term);
        let heads = class.students + joined.map(|(_, students)| students).sum::<f64>();
        heads * forecast::survive(self.scenario, class.cohort, term)
    }

    /// Whether a campus may be used in all terms of a stage.
    pub(super) fn usable(&self, campus: CampusId, stage: StageId) -> bool {
        let calendar = &self.scenario.calendar;
        calendar.terms_of(stage).all(|term| self.scenario.usable(campus, calendar.term(term)))
    }

    /// Whether a campus is open in the stage of a term and may be used in it.
    pub(super) fn in_use(&self, campus: CampusId, term: TermId) -> bool {
        let calendar = &self.scenario.calendar;
        let usable = self.scenario.usable(campus, calendar.term(term));
        usable && self.open[campus][calendar.stage_of(term)]
    }

    /// Modules of an option in service in a term, and those that come into
    /// service with it.
    pub(super) fn modules(&self, option: OptionId, term: TermId) -> (f64, f64) {
        let now = self.built[option][term];
        let before = term.0.checked_sub(1);
        let before = before.map_or(0.0, |before| self.built[option][TermId(before)]);
        (now, (now - before).max(0.0))
    }

    /// Whether a campus opens at the beginning of a stage.
    pub(super) fn opens(&self, campus: CampusId, stage: StageId) -> bool {
        self.open[campus][stage] && !self.open_before(campus, stage)
    }

    /// Whether a campus closes at the beginning of a stage.
    pub(super) fn closes(&self, campus: CampusId, stage: StageId) -> bool {
        !self.open[campus][stage] && self.open_before(campus, stage)
    }

    fn open_before(&self, campus: CampusId, stage: StageId) -> bool {
        match stage.0.checked_sub(1) {
            Some(before) => self.open[campus][StageId(before)],
            None => self.scenario.campuses[campus].in_use,
        }
    }

    /// Classes in school at some campus in a term: the class, the campus, the
    /// term of study.
    pub(super) fn in_school(
        &self,
        term: TermId,
    ) -> impl Iterator<Item = (&Class<'a>, CampusId, usize)> {
        self.classes.iter().filter_map(move |class| {
            let campus = class.base[term].filter(|_| !class.away.contains(&term))?;
            Some((class, campus, self.study(class, term)?))
        })
    }
}
