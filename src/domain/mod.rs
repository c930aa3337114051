//! The validated, immutable case.

mod calendar;
mod campus;
mod course;
mod enrolment;
mod lineage;
mod money;
mod objective;
mod people;
mod programme;
mod resource;
mod rules;
mod source;
mod staff;
mod text;

pub use calendar::{Calendar, NotATerm, Season, Term};
pub use campus::{Campus, Road};
pub use course::{Course, in_force};
pub use enrolment::{
    Brand, Demand, Enrolment, EnrolmentError, Estimate, Feeder, History, Journey, Journeys, Ratio,
};
pub use lineage::{BaseFile, Lineage, OverlayFile};
pub use money::MoneyItem;
pub use objective::{DisruptionWeights, Limits, Metric, Part, Prices, Target, Tier};
pub use people::{DutyRule, ExchangeRule, PartTimeRule, Retraining, RetrainingRule, VisitingRule};
pub use programme::{Cohort, Internship, Origin, Pool, Programme, Site, TermOfStudy};
pub use resource::{Basis, BuildOption, Disposal, Resource};
pub use rules::{
    BudgetRule, EmploymentRule, Enforcement, Lead, Main, MergingRule, RelocationRule, RoleRule,
    Rule, Rules,
};
pub use source::{Source, SourceKind};
pub use staff::{Hiring, Person, StaffGroup, Subject, SubjectKind, Title};
pub use text::{Language, Text};

use crate::ids::{
    CampusId, CohortId, CourseId, FieldId, GroupId, OptionId, PoolId, ProgrammeId, ResourceId,
    StageId, SubjectId, TargetId,
};
use std::collections::BTreeMap;
use typed_index_collections::TiVec;

/// A field of study 专业大类.
#[derive(Clone, Debug)]
pub struct Field {
    /// Key in the scenario file.
    pub id: String,
    /// Name for readers.
    pub name: Text,
}

/// A complete, checked case. Everything refers to everything by index; names
/// were resolved when the file was read.
#[derive(Clone, Debug)]
pub struct Scenario {
    /// Title for readers.
    pub name: Text,
    /// SHA-256 of the scenario's text, in hex.
    pub hash: String,
    /// What it was put together from, if it is not one file.
    pub lineage: Option<Lineage>,
    /// Language of the output unless the user asks for another.
    pub language: Language,
    /// Horizon.
    pub calendar: Calendar,
    /// Fields of study.
    pub fields: TiVec<FieldId, Field>,
    /// Resources.
    pub resources: TiVec<ResourceId, Resource>,
    /// Subjects.
    pub subjects: TiVec<SubjectId, Subject>,
    /// Campuses.
    pub campuses: TiVec<CampusId, Campus>,
    /// Roads, for each pair of campuses with the smaller index first.
    pub roads: BTreeMap<(CampusId, CampusId), Road>,
    /// Programmes.
    pub programmes: TiVec<ProgrammeId, Programme>,
    /// Cohorts: the existing ones, then the future ones, each by programme and
    /// entry term.
    pub cohorts: TiVec<CohortId, Cohort>,
    /// Pools of programmes.
    pub pools: TiVec<PoolId, Pool>,
    /// The enrolment projection, if the scenario has one.
    pub enrolment: Option<Enrolment>,
    /// The path of the projection that the applicants follow.
    pub demand: Demand,
    /// Share of the students that may be lost in a term of study; reported,
    /// not enforced.
    pub attrition_limit: f64,
    /// Short courses.
    pub courses: TiVec<CourseId, Course>,
    /// Building options.
    pub options: TiVec<OptionId, BuildOption>,
    /// Declared disposals.
    pub disposals: Vec<Disposal>,
    /// Staff.
    pub staff: TiVec<GroupId, StaffGroup>,
    /// Rules.
    pub rules: Rules,
    /// Targets.
    pub targets: TiVec<TargetId, Target>,
    /// Objective tiers in order.
    pub tiers: Vec<Tier>,
    /// How disruption is counted.
    pub disruption: DisruptionWeights,
    /// Prices and rates.
    pub prices: Prices,
    /// Solver limits.
    pub limits: Limits,
    /// Campuses that must be open, or closed, in a stage: asked for by a study,
    /// not by the scenario file.
    pub held_open: BTreeMap<(CampusId, StageId), bool>,
    /// Sources of the figures.
    pub sources: Vec<Source>,
}

impl Scenario {
    /// The programme of a cohort.
    #[must_use]
    pub fn programme_of(&self, cohort: CohortId) -> &Programme {
        &self.programmes[self.cohorts[cohort].programme]
    }

    /// Persons per student of a cohort who count for a basis: 1, or the
    /// boarding share. Zero for [`Basis::Class`], which counts classes.
    #[must_use]
    pub fn per_student(&self, cohort: CohortId, basis: Basis) -> f64 {
        match basis {
            Basis::Class => 0.0,
            Basis::Student => 1.0,
            Basis::Boarder => self.cohorts[cohort].boarding,
        }
    }

    /// Whether the travel tier counts the way between home and campus.
    #[must_use]
    pub fn counts_home(&self) -> bool {
        self.enrolment.as_ref().is_some_and(|one| one.travel)
    }

    /// The term of study (from 1) of a cohort in `term`, if it is on the
    /// register then: after entry and before the end of the programme.
    #[must_use]
    pub fn term_of_study(&self, cohort: CohortId, term: Term) -> Option<usize> {
        self.cohorts[cohort]
            .term_of_study(term)
            .filter(|term_of_study| *term_of_study <= self.programme_of(cohort).length())
    }

    /// The road between two campuses, if there is one.
    #[must_use]
    pub fn road(&self, one: CampusId, other: CampusId) -> Option<Road> {
        self.roads.get(&(one.min(other), one.max(other))).copied()
    }

    /// First term in which a campus must be empty under rule Relocation.
    #[must_use]
    pub fn vacated(&self, campus: CampusId, term: Term) -> bool {
        let vacate = self.rules.relocation.vacate.get(&campus);
        vacate.is_some_and(|vacate| *vacate <= term)
    }

    /// Whether a campus may be used in `term`: within its tenure and not yet
    /// to be vacated.
    #[must_use]
    pub fn usable(&self, campus: CampusId, term: Term) -> bool {
        self.campuses[campus].tenured(term) && !self.vacated(campus, term)
    }

    /// Whether a campus may be used in every term of a stage.
    #[must_use]
    pub fn usable_throughout(&self, campus: CampusId, stage: StageId) -> bool {
        let mut terms = self.calendar.terms_of(stage);
        terms.all(|term| self.usable(campus, self.calendar.term(term)))
    }

    /// Whether a campus's use has come to an end, by tenure or because it had
    /// to be vacated, in some term of a stage.
    #[must_use]
    pub fn ended(&self, campus: CampusId, stage: StageId) -> bool {
        let mut terms = self.calendar.terms_of(stage);
        terms.any(|term| {
            let term = self.calendar.term(term);
            let over = self.campuses[campus]
                .until
                .is_some_and(|until| until < term);
            over || self.vacated(campus, term)
        })
    }
}
