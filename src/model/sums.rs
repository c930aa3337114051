//! Terms shared between rules: what the classes on their paths and the trainees
//! of short courses add up to.

use super::decisions::{Decisions, Lane};
use super::linear::Linear;
use super::path::Merging;
use crate::domain::{Basis, Scenario};
use crate::forecast::survive;
use crate::ids::{
    CampusId, CohortId, FeederId, ProgrammeId, ResourceId, StageId, SubjectId, TermId,
};
use std::collections::BTreeMap;

/// Sums over paths.
#[derive(Clone, Debug, Default)]
pub struct Sums {
    /// Classes in school by programme, campus and term.
    pub classes: BTreeMap<(ProgrammeId, CampusId, TermId), Linear>,
    /// Students in school by programme, campus and term.
    pub students: BTreeMap<(ProgrammeId, CampusId, TermId), Linear>,
    /// Registered students by programme and term, in school or away.
    pub registered: BTreeMap<(ProgrammeId, TermId), Linear>,
    /// Use of a resource by the students and trainees of a campus: units, or
    /// hours a week.
    pub used: BTreeMap<(ResourceId, CampusId, TermId), Linear>,
    /// Weekly periods of a subject needed at a campus.
    pub needed: BTreeMap<(SubjectId, CampusId, TermId), Linear>,
    /// Classes of a cohort at a campus in a stage, in school or away.
    pub seated: BTreeMap<(CohortId, CampusId, StageId), Linear>,
    /// Classes that move at the start of a stage.
    pub classes_moved: BTreeMap<StageId, Linear>,
    /// Classes that are dissolved at the start of a stage.
    pub classes_dissolved: BTreeMap<StageId, Linear>,
    /// Students that move at the start of a stage.
    pub students_moved: BTreeMap<StageId, Linear>,
    /// Hours of students between home and campus, where the scenario has the
    /// travel tier count them.
    pub home_hours: Linear,
    /// Day pupils who ride in a school bus, where rule Catchment says anything
    /// of the buses of the campus.
    pub riders: BTreeMap<(FeederId, CampusId, TermId), Linear>,
}

impl Sums {
    /// Adds up the paths, then the trainees.
    pub fn new(scenario: &Scenario, decisions: &Decisions) -> Self {
        let mut sums = Self::default();
        for (cohort, lanes) in decisions.lanes.iter_enumerated() {
            for lane in lanes {
                for stage in scenario.calendar.stage_ids() {
                    if let Some(campus) = lane.path.campus(stage) {
                        let seated = sums.seated.entry((cohort, campus, stage)).or_default();
                        seated.push(lane.classes, 1.0);
                        for term in scenario.calendar.terms_of(stage) {
                            sums.add_term(scenario, cohort, lane, campus, term);
                        }
                    }
                }
                sums.add_moves(scenario, cohort, lane);
                if let Some(Merging::Dissolved(stage)) = lane.path.merging {
                    let dissolved = sums.classes_dissolved.entry(stage).or_default();
                    dissolved.push(lane.classes, 1.0);
                }
            }
        }
        add_use(&mut sums, scenario, decisions);
        sums
    }

    fn add_term(
        &mut self,
        scenario: &Scenario,
        cohort: CohortId,
        lane: &Lane,
        campus: CampusId,
        term: TermId,
    ) {
        let date = scenario.calendar.term(term);
        let Some(term_of_study) = scenario.term_of_study(cohort, date) else {
            return;
        };
        let id = scenario.cohorts[cohort].programme;
        let programme = &scenario.programmes[id];
        let stage = scenario.calendar.stage_of(term);
        let students = lane.heads_in(stage) * survive(scenario, cohort, date);
        let registered = self.registered.entry((id, term)).or_default();
        registered.add_scaled(&students, 1.0);
        if lane.path.is_away(term_of_study) {
            return;
        }
        let place = (id, campus, term);
        self.classes.entry(place).or_default().push(lane.classes, 1.0);
        self.students.entry(place).or_default().add_scaled(&students, 1.0);
        let home = scenario.cohorts[cohort].home.get(&campus);
        if let Some(home) = home.filter(|_| scenario.counts_home()) {
            let hours = home.time.0 / 60.0 * scenario.calendar.weeks;
            if lane.origins.is_empty() {
                self.home_hours.add_scaled(&students, hours);
            }
        }
        let there = survive(scenario, cohort, date);
        self.add_origins(scenario, (cohort, lane), (campus, term), there);
        for (resource, data) in scenario.resources.iter_enumerated() {
            let amount = programme.uses((resource, data), campus, term_of_study);
            if amount > 0.0 {
                let used = self.used.entry((resource, campus, term)).or_default();
                match data.basis {
                    Basis::Class => used.push(lane.classes, amount),
                    Basis::Boarder if !lane.origins.is_empty() => {
                        let boarders = boarders(scenario, (cohort, lane), campus);
                        used.add_scaled(&boarders, amount * survive(scenario, cohort, date));
                    }
                    basis => {
                        let persons = scenario.per_student(cohort, basis);
                        used.add_scaled(&students, amount * persons);
                    }
                }
            }
        }
        for (subject, periods) in &programme.curriculum[term_of_study - 1].periods {
            let needed = self.needed.entry((*subject, campus, term)).or_default();
            needed.push(lane.classes, *periods);
        }
    }

    /// Adds the way home and the riders of the pupils that are kept apart by
    /// feeder school.
    fn add_origins(
        &mut self,
        scenario: &Scenario,
        (cohort, lane): (CohortId, &Lane),
        (campus, term): (CampusId, TermId),
        there: f64,
    ) {
        let programme = scenario.cohorts[cohort].programme;
        let rule = scenario.rules.catchment.as_ref();
        let run = rule.filter(|rule| rule.buses.contains_key(&campus));
        for (feeder, pupils) in &lane.origins {
            let Some(way) = scenario.way(*feeder, campus) else {
                continue;
            };
            let board = scenario.boarders_from(programme, *feeder, campus).unwrap_or(1.0);
            if scenario.counts_home() {
                let minutes = scenario.journey_from(programme, *feeder, campus).time.0;
                let hours = minutes / 60.0 * scenario.calendar.weeks;
                self.home_hours.push(*pupils, hours * there);
            }
            if board < 1.0 && run.is_some_and(|rule| way.length.0 > rule.walk.0) {
                let riders = self.riders.entry((*feeder, campus, term)).or_default();
                riders.push(*pupils, (1.0 - board) * there);
            }
        }
    }

    fn add_moves(&mut self, scenario: &Scenario, cohort: CohortId, lane: &Lane) {
        let today = super::paths::today(scenario, cohort);
        for (stage, _, _) in lane.path.moves(today) {
            let classes = self.classes_moved.entry(stage).or_default();
            classes.push(lane.classes, 1.0);
            let there = survive(scenario, cohort, scenario.calendar.start(stage));
            let students = self.students_moved.entry(stage).or_default();
            students.add_scaled(&lane.heads_in(stage), there);
        }
    }

    /// Classes in school at a campus, of the programmes that `which` picks.
    pub fn classes_at(
        &self,
        campus: CampusId,
        term: TermId,
        which: impl Fn(ProgrammeId) -> bool,
    ) -> Linear {
        let mut sum = Linear::default();
        for ((programme, at, when), classes) in &self.classes {
            if *at == campus && *when == term && which(*programme) {
                sum.add_scaled(classes, 1.0);
            }
        }
        sum
    }

    /// Sum over the entries of a map whose last key is `term`.
    pub fn total<A, B>(map: &BTreeMap<(A, B, TermId), Linear>, term: TermId) -> Linear {
        let mut sum = Linear::default();
        for ((_, _, when), part) in map {
            if *when == term {
                sum.add_scaled(part, 1.0);
            }
        }
        sum
    }
}

/// Boarders among the students of a path at a campus, counted at the base.
fn boarders(scenario: &Scenario, (cohort, lane): (CohortId, &Lane), campus: CampusId) -> Linear {
    let programme = scenario.cohorts[cohort].programme;
    let mut sum = Linear::default();
    for (feeder, pupils) in &lane.origins {
        let share = scenario.boarders_from(programme, *feeder, campus);
        sum.push(*pupils, share.unwrap_or(1.0));
    }
    sum
}

/// Adds what trainees use and are taught to the sums.
fn add_use(sums: &mut Sums, scenario: &Scenario, decisions: &Decisions) {
    let weeks = scenario.calendar.weeks;
    for ((course, campus, term), trainees) in &decisions.trainees {
        let course = &scenario.courses[*course];
        for (resource, amount) in course.weekly_uses(weeks) {
            let used = sums.used.entry((resource, *campus, *term)).or_default();
            used.push(*trainees, amount);
        }
        for (subject, periods) in course.weekly_periods(weeks) {
            let needed = sums.needed.entry((subject, *campus, *term)).or_default();
            needed.push(*trainees, periods);
        }
    }
}
