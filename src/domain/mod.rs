//! The validated, immutable case.

mod afterwards;
mod asset;
mod bands;
mod calendar;
mod campus;
mod catchment;
mod concession;
mod course;
mod date;
mod dates;
mod enforcement;
mod enrolment;
mod event;
mod intakes;
mod keep;
mod keys;
mod lineage;
mod milestone;
mod money;
mod objective;
mod payroll;
mod people;
mod pin;
mod programme;
mod proposal;
mod resource;
mod rules;
mod source;
mod staff;
mod standards;
mod status;
mod term_days;
mod text;
mod watched;

pub use afterwards::{AfterUse, Afterwards};
pub use asset::{Asset, AssetKind, WriteOff};
pub use bands::{Band, BandChange, BandEntry, BandsRule};
pub use calendar::{Calendar, Holiday, NotATerm, Season, Term};
pub use campus::{Campus, Road};
pub use catchment::{Buses, CatchmentRule, Zone};
pub use concession::{Concession, Negotiable};
pub use course::{Course, in_force};
pub use date::{Date, NotADate};
pub use dates::{day, days_after, days_before, days_between};
pub use enforcement::Enforcement;
pub use enrolment::{
    Brand, Demand, Enrolment, EnrolmentError, Estimate, Feeder, History, Journey, Journeys, Ratio,
};
pub use event::{Event, Recurrence, Weekday};
pub use intakes::IntakeWeights;
pub use keep::{Keep, Kept};
pub use keys::Keys;
pub use lineage::{BaseFile, Lineage, OverlayFile};
pub use milestone::{Milestone, Tie};
pub use money::MoneyItem;
pub use objective::{DisruptionWeights, Limits, Metric, Part, Prices, Target, Tier};
pub use payroll::{Payroll, PostKind};
pub use people::{DutyRule, ExchangeRule, PartTimeRule, Retraining, RetrainingRule, VisitingRule};
pub use pin::{Decision, Pin, Pinned, Who};
pub use programme::{Cohort, Internship, Origin, Pool, Programme, Site, TermOfStudy};
pub use proposal::{Proposal, Statement, StatementKind};
pub use resource::{Basis, BuildOption, Disposal, Resource};
pub use rules::{
    BudgetRule, EmploymentRule, Lead, Main, MergingRule, RelocationRule, RoleRule, Rule, Rules,
};
pub use source::{Source, SourceKind};
pub use staff::{Hiring, Person, StaffGroup, Subject, SubjectKind, Title};
pub use standards::{
    Bound, EnforcedStandard, Grade, Indicator, School, StandardMetric, StandardSet, Standards,
    StudentBasis,
};
pub use status::Status;
pub use term_days::{MonthDay, TermDays};
pub use text::{Language, Text, is_printable, looks_like_formula, printable};
pub use watched::{Watched, WatchedMetric};

use crate::ids::{
    AssetId, CampusId, CohortId, CourseId, EventId, FieldId, GroupId, MilestoneId, OptionId, PinId,
    PoolId, ProgrammeId, ResourceId, SchoolId, StageId, SubjectId, TargetId, TermId,
};
use crate::units::Students;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
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
    /// Texts of the proposal that only its issuer knows.
    pub proposal: Proposal,
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
    /// Schools that standards are held against; all campuses together unless
    /// the scenario says otherwise.
    pub schools: TiVec<SchoolId, School>,
    /// Standards that the plan is held against, if any.
    pub standards: Option<Standards>,
    /// Indicators watched.
    pub watched: Vec<Watched>,
    /// Short courses.
    pub courses: TiVec<CourseId, Course>,
    /// Building options.
    pub options: TiVec<OptionId, BuildOption>,
    /// Declared disposals.
    pub disposals: Vec<Disposal>,
    /// The register of assets; empty if the scenario has none.
    pub assets: TiVec<AssetId, Asset>,
    /// Declared disposals of assets that are no units of a resource.
    pub write_offs: Vec<WriteOff>,
    /// Staff.
    pub staff: TiVec<GroupId, StaffGroup>,
    /// Pay of the present staff and posts beside them, if the scenario says.
    pub payroll: Option<Payroll>,
    /// Rules.
    pub rules: Rules,
    /// Decisions that are forced or forbidden.
    pub pins: TiVec<PinId, Pin>,
    /// A published plan to stay near, if there is one.
    pub keep: Option<Keep>,
    /// Targets.
    pub targets: TiVec<TargetId, Target>,
    /// Milestones.
    pub milestones: TiVec<MilestoneId, Milestone>,
    /// Recurring events.
    pub events: TiVec<EventId, Event>,
    /// Objective tiers in order.
    pub tiers: Vec<Tier>,
    /// How disruption is counted.
    pub disruption: DisruptionWeights,
    /// How the parts about intakes are counted.
    pub intakes: IntakeWeights,
    /// Prices and rates.
    pub prices: Prices,
    /// Solver limits.
    pub limits: Limits,
    /// Campuses that must be open, or closed, in a stage: asked for by a study,
    /// not by the scenario file.
    pub held_open: BTreeMap<(CampusId, StageId), bool>,
    /// Targets that must be met in a term: asked for by a study likewise.
    pub held_targets: BTreeSet<(TargetId, TermId)>,
    /// What may be changed to make a plan possible, if the scenario says.
    pub negotiable: Option<Vec<Concession>>,
    /// Sources of the figures.
    pub sources: Vec<Source>,
    /// Campuses and programmes by their keys.
    pub keys: Arc<Keys>,
}

impl Scenario {
    /// The campus of a key.
    #[must_use]
    pub fn find_campus(&self, key: &str) -> Option<&Campus> {
        self.campuses.get(self.keys.campus(key)?)
    }

    /// The programme of a key.
    #[must_use]
    pub fn find_programme(&self, key: &str) -> Option<&Programme> {
        self.programmes.get(self.keys.programme(key)?)
    }

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

    /// Whether the objective has a part about intakes.
    #[must_use]
    pub fn counts_intakes(&self) -> bool {
        let parts = self.tiers.iter().flat_map(|tier| &tier.parts);
        parts.into_iter().any(|(part, _)| Part::OF_INTAKES.contains(part))
    }

    /// The term of study (from 1) of a cohort in `term`, if it is on the
    /// register then: after entry and before the end of the programme.
    #[must_use]
    pub fn term_of_study(&self, cohort: CohortId, term: Term) -> Option<usize> {
        self.cohorts[cohort]
            .term_of_study(term)
            .filter(|term_of_study| *term_of_study <= self.programme_of(cohort).length())
    }

    /// Whether a cohort is in its last school year, or past it.
    #[must_use]
    pub fn in_last_year(&self, cohort: CohortId, term: Term) -> bool {
        let length = self.programme_of(cohort).length();
        let study = self.cohorts[cohort].term_of_study(term);
        study.is_some_and(|term_of_study| term_of_study + 1 >= length)
    }

    /// Whether rule Relocation lets classes of a cohort that have moved so
    /// often leave a campus at the start of a stage.
    #[must_use]
    pub fn may_leave(
        &self,
        cohort: CohortId,
        (campus, stage): (CampusId, StageId),
        moves: u32,
    ) -> bool {
        let rule = &self.rules.relocation;
        let last_year = self.in_last_year(cohort, self.calendar.start(stage));
        let must = !self.usable_throughout(campus, stage);
        let spared = !rule.last_year && last_year && !must;
        moves < rule.most_per_class && (!spared || self.band_ends(cohort, campus, stage))
    }

    /// Whether a campus may be used in every term of a stage in which a cohort
    /// is on the register.
    #[must_use]
    pub fn usable_by(&self, cohort: CohortId, campus: CampusId, stage: StageId) -> bool {
        let terms = self.calendar.terms_of(stage);
        let mut terms = terms.map(|term| self.calendar.term(term));
        terms.all(|term| self.term_of_study(cohort, term).is_none() || self.usable(campus, term))
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

    /// Whether a campus may be used in some term of a stage.
    #[must_use]
    pub fn usable_within(&self, campus: CampusId, stage: StageId) -> bool {
        let mut terms = self.calendar.terms_of(stage);
        terms.any(|term| self.usable(campus, self.calendar.term(term)))
    }

    /// Whether a campus that is open in the stage of a term is in use in the
    /// term: where it may be used in part of the stage only, in those terms. (In
    /// a diagnosis campuses are open in stages in which they may never be used.)
    #[must_use]
    pub fn in_use_when_open(&self, campus: CampusId, term: TermId) -> bool {
        self.usable(campus, self.calendar.term(term))
            || !self.usable_within(campus, self.calendar.stage_of(term))
    }

    /// The terms in which a campus that is open in a stage is in use.
    #[must_use]
    pub fn terms_in_use(&self, campus: CampusId, stage: StageId) -> Vec<Term> {
        let terms = self.calendar.terms_of(stage);
        let terms = terms.filter(|term| self.in_use_when_open(campus, *term));
        terms.map(|term| self.calendar.term(term)).collect()
    }

    /// Whether a campus's use has come to an end, by tenure or because it had
    /// to be vacated, in a term.
    #[must_use]
    pub fn over(&self, campus: CampusId, term: Term) -> bool {
        let until = self.campuses[campus].until;
        until.is_some_and(|until| until < term) || self.vacated(campus, term)
    }

    /// The term of a stage in which a campus that was usable in it no longer
    /// is.
    #[must_use]
    pub fn ends_within(&self, campus: CampusId, stage: StageId) -> Option<Term> {
        let terms = self.calendar.terms_of(stage);
        let mut terms = terms.map(|term| self.calendar.term(term));
        let ends = terms.find(|term| self.over(campus, *term))?;
        self.usable_within(campus, stage).then_some(ends)
    }

    /// Whether nothing that can be moved may stand at a campus from a stage on:
    /// its use has come to an end by the stage's start or, since nothing moves
    /// after that, within the last stage.
    #[must_use]
    pub fn ended(&self, campus: CampusId, stage: StageId) -> bool {
        let last = stage.0 + 1 == self.calendar.stages.len();
        let mut terms = self.calendar.terms_of(stage);
        let over = |term: TermId| self.over(campus, self.calendar.term(term));
        over(TermId(self.calendar.stages[stage].start)) || last && terms.any(over)
    }

    /// Whether a target, a least number of classes, a pin, a plan to keep or an
    /// enforced standard can make a plan admit anybody. Income is no part of the
    /// cost, so that nothing else does.
    #[must_use]
    pub fn asks_for_admissions(&self) -> bool {
        let least = |cohort: &Cohort| matches!(cohort.origin, Origin::Future { least: 1.., .. });
        let admits = |pin: &Pin| {
            let admits = matches!(pin.pinned, Pinned::Admitted(..) | Pinned::Placement(..));
            admits && pin.at_least.is_some_and(|least| least > 0)
        };
        !self.targets.is_empty()
            || self.cohorts.iter().any(least)
            || self.pins.iter().any(admits)
            || self.keep.is_some()
            || !self.rules.standards.is_empty()
    }

    /// Applicants of the whole horizon.
    #[must_use]
    pub fn all_applicants(&self) -> Students {
        let cohorts = self.cohorts.iter();
        let applicants = cohorts.map(|cohort| match cohort.origin {
            Origin::Existing { .. } => Students::ZERO,
            Origin::Future { applicants, .. } => applicants,
        });
        applicants.sum()
    }

    /// How a rule is enforced at a place, given by the keys of a missed rule; only
    /// the standards differ from place to place.
    #[must_use]
    pub fn enforcement(&self, rule: Rule, place: &[String]) -> Enforcement {
        if rule != Rule::Standards {
            return self.rules.enforcement(rule);
        }
        let standards = self.standards.as_ref();
        let mut enforced = self.rules.standards.iter();
        let found = enforced.find(|one| {
            standards.is_some_and(|standards| {
                let set = &standards.sets[one.set];
                place.starts_with(&[set.id.clone(), set.indicators[one.indicator].id.clone()])
            })
        });
        found.map_or(Enforcement::Hard, |one| one.enforce)
    }

    /// The main vocational subject of a programme: the one with the most
    /// periods over its curriculum; several where they have as many.
    #[must_use]
    pub fn main_subjects(&self, programme: ProgrammeId) -> Vec<SubjectId> {
        let mut periods: BTreeMap<SubjectId, f64> = BTreeMap::new();
        for term in &self.programmes[programme].curriculum {
            for (subject, weekly) in &term.periods {
                if self.subjects[*subject].kind == SubjectKind::Vocational {
                    *periods.entry(*subject).or_default() += weekly;
                }
            }
        }
        let most = periods.values().copied().fold(0.0, f64::max);
        let main = periods.iter().filter(|(_, sum)| **sum >= most - 1e-9);
        main.map(|(subject, _)| *subject).collect()
    }

    /// Whether the scenario says anything of the premises or things that a
    /// metric measures: a figure left out everywhere is not known to be 0.
    #[must_use]
    pub fn states(&self, standards: &Standards, metric: StandardMetric) -> bool {
        use StandardMetric as Of;
        let any = |figure: fn(&Campus) -> f64| self.campuses.iter().any(|one| figure(one) > 0.0);
        match metric {
            Of::Land | Of::LandPerStudent => any(|one| one.land.0),
            Of::Building | Of::BuildingPerStudent => any(|one| one.building.0),
            Of::BooksPerStudent => any(|one| one.books),
            Of::Equipment | Of::EquipmentPerStudent => any(|one| one.equipment.0),
            Of::ComputersPer100 => standards.computers.is_some() || any(|one| one.computers),
            _ => true,
        }
    }
}
