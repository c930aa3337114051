//! What a plan says, as dense arrays over the scenario's indices: where every
//! class sits in every term, what stands where, who is posted and teaches
//! where. Only what could be resolved is in it; see [`super::reference`].

use super::decisions::{
    Bought, ByStage, Class, Hired, Posted, Shared, Shipped, Taught, Trained, Visit,
};
use super::holdings::Held;
use super::named::People;
use crate::domain::{Scenario, Term, Text};
use crate::forecast;
use crate::ids::{CampusId, CohortId, OptionId, ProgrammeId, StageId, TermId};
use crate::plan::Plan;
use typed_index_collections::TiVec;

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
