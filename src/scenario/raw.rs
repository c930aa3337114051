//! The scenario file as written: a serde mirror, nothing checked.
//!
//! Every field may be missing here, so that all problems of a file can be told
//! at once; [`super::resolve`] says which ones are needed. A `Quantity` is a
//! number in the field's unit or a text with a unit, `"12.5 万元"`.

pub mod enrolment;

use super::named::Named;
use super::quantity::Quantity;
use crate::domain::{Basis, Language, Metric, Part, SourceKind, SubjectKind};
use enrolment::RawEnrolment;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A whole scenario file.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct RawScenario {
    /// Title.
    pub name: Option<RawText>,
    /// Language of the output unless the user asks for another; `zh` if absent.
    pub language: Option<Language>,
    /// Horizon.
    pub calendar: Option<RawCalendar>,
    /// Fields of study 专业大类 by key.
    pub fields: Named<RawNamed>,
    /// Resources by key.
    pub resources: Named<RawResource>,
    /// Subjects by key.
    pub subjects: Named<RawSubject>,
    /// Campuses by key.
    pub campuses: Named<RawCampus>,
    /// Roads between campuses. Pairs without a road can share nothing.
    pub roads: Vec<RawRoad>,
    /// Programmes by key.
    pub programmes: Named<RawProgramme>,
    /// Cohorts in school today.
    pub cohorts: Vec<RawCohort>,
    /// Applicants and the bounds on admissions.
    pub admissions: Vec<RawAdmission>,
    /// Pools of programmes between which applicants may switch.
    pub pools: Named<RawPool>,
    /// Where applicants come from, for admissions that do not state them.
    pub enrolment: Option<RawEnrolment>,
    /// Share of the students that may be lost in a term of study; reported,
    /// not enforced; 5 % if absent.
    pub attrition_limit: Option<Quantity>,
    /// Building and equipment options by key.
    pub options: Named<RawOption>,
    /// Declared disposals of movable units.
    pub disposals: Vec<RawDisposal>,
    /// Staff as groups with counts.
    pub staff: Named<RawStaff>,
    /// Staff as people; may stand beside `staff`.
    pub roster: Named<RawPerson>,
    /// Prices and rates.
    pub prices: Option<RawPrices>,
    /// Rules with their parameters.
    pub rules: Option<RawRules>,
    /// Targets by key.
    pub targets: Named<RawTarget>,
    /// Objective tiers in order; the default is targets, cost, disruption,
    /// travel.
    pub objective: Vec<RawTier>,
    /// How disruption is counted.
    pub disruption: Option<RawDisruption>,
    /// Solver limits.
    pub solver: Option<RawSolver>,
    /// Where the figures come from, by field path.
    pub sources: Named<RawSource>,
}

/// A text in both languages.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct RawText {
    /// Chinese.
    pub zh: Option<String>,
    /// English; the Chinese text if absent.
    pub en: Option<String>,
}

/// Something with a name and nothing else.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct RawNamed {
    /// Name for readers.
    pub name: Option<RawText>,
}

/// The horizon.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct RawCalendar {
    /// First term, like `"2008-spring"`.
    pub first_term: Option<String>,
    /// Number of terms, 1 to 40.
    pub terms: Option<u32>,
    /// Terms in which classes, staff and equipment may move; the default is
    /// the first term and every autumn. The first term is always one.
    pub relocation_points: Option<Vec<String>>,
    /// Term by which the targets are due; the default is the last term.
    pub target_term: Option<String>,
    /// Teaching weeks a term; 20 if absent.
    pub weeks: Option<Quantity>,
}

/// A resource.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct RawResource {
    /// Name for readers.
    pub name: Option<RawText>,
    /// Measure word of one unit.
    pub unit: Option<RawText>,
    /// What use is counted per: `class`, `student` or `boarder`.
    pub per: Option<Basis>,
    /// Opening hours a week of one unit, when use is counted in hours a week.
    pub hours: Option<Quantity>,
    /// Share of the opening hours that can be timetabled, 0 to 1; 1 if absent.
    pub utilisation: Option<Quantity>,
    /// Use by every programme that does not name the resource; 0 if absent.
    pub default_use: Option<Quantity>,
    /// Hours of one visit, when other campuses may use it. Needs `hours`.
    pub shared_visit: Option<Quantity>,
    /// Cost of moving one unit (万元), when it can be moved.
    pub shipping: Option<Quantity>,
}

/// A subject.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct RawSubject {
    /// Name for readers.
    pub name: Option<RawText>,
    /// `common` or `vocational`; `common` if absent.
    pub kind: Option<SubjectKind>,
    /// Terms of recruiting; nobody may be recruited if absent.
    pub hiring: Option<RawHiring>,
}

/// Terms of recruiting.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct RawHiring {
    /// Cost of recruiting one (万元), once; 0 if absent.
    pub cost: Option<Quantity>,
    /// Pay of one (万元) a term.
    pub pay: Option<Quantity>,
    /// Weekly periods of one.
    pub load: Option<Quantity>,
    /// Most recruits for the subject in a calendar year.
    pub most_per_year: Option<u32>,
}

/// A campus.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct RawCampus {
    /// Name for readers.
    pub name: Option<RawText>,
    /// Legal owner of the premises.
    pub owner: Option<RawText>,
    /// Units of each resource today, by resource key.
    pub owns: Named<Quantity>,
    /// When it may be used; always if absent.
    pub tenure: Option<RawTenure>,
    /// Whether it is in use today; `true` if absent.
    pub in_use: Option<bool>,
    /// Whether the plan may close it; `false` if absent.
    pub closable: Option<bool>,
    /// Whether it may open again once closed; `false` if absent.
    pub reopenable: Option<bool>,
    /// Cost of opening it (万元); 0 if absent.
    pub opening_cost: Option<Quantity>,
    /// Cost of closing it (万元); 0 if absent.
    pub closing_cost: Option<Quantity>,
    /// Running cost (万元) per term in use; 0 if absent.
    pub running_cost: Option<Quantity>,
    /// Land (m²).
    pub land: Option<Quantity>,
    /// Building area (m²).
    pub building: Option<Quantity>,
    /// Books.
    pub books: Option<Quantity>,
    /// Value of teaching equipment (万元).
    pub equipment: Option<Quantity>,
    /// Computers.
    pub computers: Option<Quantity>,
}

/// A tenure window, both ends included.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct RawTenure {
    /// First term in which the campus may be used.
    pub from: Option<String>,
    /// Last term in which the campus may be used.
    pub until: Option<String>,
}

/// A road between two campuses.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct RawRoad {
    /// The two campuses.
    pub between: Vec<String>,
    /// Distance one way (km).
    pub km: Option<Quantity>,
    /// Travel time one way (minutes).
    pub minutes: Option<Quantity>,
}

/// A programme.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct RawProgramme {
    /// Name for readers.
    pub name: Option<RawText>,
    /// What class names carry, `机械` in 07机械1班; the name if absent.
    pub label: Option<RawText>,
    /// Field of study.
    pub field: Option<String>,
    /// Curriculum in order; together it makes the length of the programme.
    pub curriculum: Vec<RawCurriculum>,
    /// Students of a class at entry.
    pub class_size: Option<RawRange>,
    /// Workplace internship.
    pub internship: Option<RawInternship>,
    /// Share of the students lost in each term of study; one value for all
    /// terms or one for each.
    pub attrition: Vec<Quantity>,
    /// Share of the students who board, 0 to 1; 0 if absent.
    pub boarding: Option<Quantity>,
    /// Income (万元) per registered student and term; 0 if absent.
    pub income: Option<Quantity>,
    /// Where it may be taught, by campus key, and what differs there.
    pub sites: Named<RawSite>,
}

/// One or more terms of study with the same timetable.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct RawCurriculum {
    /// How many terms of study; 1 if absent.
    pub terms: Option<u32>,
    /// Weekly periods of a class by subject key.
    pub periods: Named<Quantity>,
    /// Use by resource key: per class, student or boarder, in hours a week
    /// where the resource has hours.
    pub uses: Named<Quantity>,
}

/// A range of numbers, both ends included.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct RawRange {
    /// Least.
    pub min: Option<Quantity>,
    /// Most.
    pub max: Option<Quantity>,
}

/// Workplace internship.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct RawInternship {
    /// First term of study in which a class may be away, from 1.
    pub first: Option<u32>,
    /// Last term of study in which a class may be away.
    pub last: Option<u32>,
    /// Consecutive terms each class is away.
    pub length: Option<u32>,
    /// Term of study in which all classes leave; the plan decides if absent.
    pub fixed: Option<u32>,
}

/// A programme at a campus.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct RawSite {
    /// `false` forbids the programme there; `true` if absent.
    pub allowed: Option<bool>,
    /// Cost (万元) of a class in school there, per term; 0 if absent.
    pub cost_per_class: Option<Quantity>,
    /// Cost (万元) of a student in school there, per term; 0 if absent.
    pub cost_per_student: Option<Quantity>,
    /// Use of resources there in place of the curriculum's, by resource key.
    pub uses: Named<Quantity>,
}

/// Classes in school today.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct RawCohort {
    /// Programme.
    pub programme: Option<String>,
    /// Term of entry.
    pub entry: Option<String>,
    /// Campus today.
    pub campus: Option<String>,
    /// Classes today.
    pub classes: Option<u32>,
    /// Students today.
    pub students: Option<Quantity>,
    /// Classes that have had their whole internship; 0 if absent.
    pub interned: Option<u32>,
}

/// Applicants of a programme in an entry term, and bounds on its admissions.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct RawAdmission {
    /// Programme.
    pub programme: Option<String>,
    /// Term of entry, within the horizon.
    pub entry: Option<String>,
    /// Applicants; projected from `enrolment` if absent.
    pub applicants: Option<Quantity>,
    /// Least classes; 0 if absent.
    pub least: Option<u32>,
    /// Most classes; as many as the applicants of the programme's pool could
    /// fill if absent.
    pub most: Option<u32>,
}

/// A pool of programmes.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct RawPool {
    /// Name for readers.
    pub name: Option<RawText>,
    /// Its programmes.
    pub programmes: Vec<String>,
    /// Share of those turned away who take another of its programmes.
    pub willing: Option<Quantity>,
}

/// A building or equipment option.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct RawOption {
    /// Name for readers.
    pub name: Option<RawText>,
    /// Where it is built.
    pub campus: Option<String>,
    /// What it adds.
    pub resource: Option<String>,
    /// Units a module adds.
    pub units: Option<Quantity>,
    /// Cost (万元) of a module.
    pub cost: Option<Quantity>,
    /// Running cost (万元) of a module per term; 0 if absent.
    pub upkeep: Option<Quantity>,
    /// Terms from the beginning of the work to service; 0 if absent.
    pub lead_terms: Option<u32>,
    /// First term in which work may begin; the first of the horizon if absent.
    pub earliest: Option<String>,
    /// Most modules.
    pub most: Option<u32>,
}

/// A declared disposal.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct RawDisposal {
    /// What.
    pub resource: Option<String>,
    /// Where it stood.
    pub campus: Option<String>,
    /// From which term it is gone.
    pub at: Option<String>,
    /// How many units.
    pub units: Option<Quantity>,
}

/// A group of like staff, given as a count.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct RawStaff {
    /// Name for readers; made from employer and subject if absent.
    pub name: Option<RawText>,
    /// Employer of record.
    pub employer: Option<RawText>,
    /// Campus today.
    pub campus: Option<String>,
    /// Subjects each is qualified for.
    pub subjects: Vec<String>,
    /// How many.
    pub count: Option<u32>,
    /// Weekly periods of each at most.
    pub load: Option<Quantity>,
    /// How many retire, by the first term in which they are gone.
    pub retirements: Named<u32>,
}

/// One employee of a roster.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct RawPerson {
    /// Name.
    pub name: Option<String>,
    /// Employer of record.
    pub employer: Option<RawText>,
    /// Campus today.
    pub campus: Option<String>,
    /// Subjects qualified for.
    pub subjects: Vec<String>,
    /// Weekly periods at most.
    pub load: Option<Quantity>,
    /// First term in which they no longer work.
    pub retires: Option<String>,
}

/// Prices and rates.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct RawPrices {
    /// Taking one student one kilometre to another campus (万元); 0 if absent.
    pub busing_per_km: Option<Quantity>,
    /// Taking one visiting teacher one kilometre (万元); 0 if absent.
    pub visiting_per_km: Option<Quantity>,
    /// Periods a visiting teacher gives on one visit; 4 if absent.
    pub periods_per_visit: Option<Quantity>,
    /// Discount rate a year, 0 to 1; 0 if absent.
    pub discount: Option<Quantity>,
}

/// Whether a rule must hold.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum RawEnforcement {
    /// It must hold.
    #[default]
    Hard,
    /// It may be missed at this price (万元) per missed unit.
    Priced(Quantity),
}

/// The rules' parameters.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct RawRules {
    /// Rule Admission.
    pub admission: Option<RawPlainRule>,
    /// Rule Relocation.
    pub relocation: Option<RawRelocation>,
    /// Rule Merging; no class is ever merged if absent.
    pub merging: Option<RawMerging>,
    /// Rule Capacity.
    pub capacity: Option<RawPlainRule>,
    /// Rule Staffing.
    pub staffing: Option<RawPlainRule>,
    /// Rule Employment.
    pub employment: Option<RawEmployment>,
    /// Rule Budget.
    pub budget: Option<RawBudget>,
    /// Rule Role.
    pub role: Option<RawRole>,
}

/// A rule without parameters of its own.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct RawPlainRule {
    /// `hard`, or `priced("0.5 万元")`.
    pub enforce: RawEnforcement,
}

/// Rule Relocation.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct RawRelocation {
    /// `hard`, or the price of each class moved beyond `most_per_stage`.
    pub enforce: RawEnforcement,
    /// Most classes moved at one relocation point; no cap if absent.
    pub most_per_stage: Option<u32>,
    /// Most moves of one class; 1 if absent.
    pub most_per_class: Option<u32>,
    /// Whether a class may move in its last school year; `false` if absent.
    pub last_year: Option<bool>,
    /// First term in which a campus must be empty, by campus key.
    pub vacate: Named<String>,
    /// Cost (万元) of moving one class; 0 if absent.
    pub cost: Option<Quantity>,
}

/// Rule Merging.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct RawMerging {
    /// Most students that a class may have when others have joined it.
    pub most_students: Option<Quantity>,
    /// Cost (万元) of dissolving one class; 0 if absent.
    pub cost: Option<Quantity>,
}

/// Rule Employment.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct RawEmployment {
    /// `hard`, or the price of each hire or re-basing beyond its cap.
    pub enforce: RawEnforcement,
    /// Most recruits in a calendar year; no cap if absent.
    pub hires_per_year: Option<u32>,
    /// Most staff re-based at one relocation point; no cap if absent.
    pub rebased_per_stage: Option<u32>,
    /// Largest share of a subject's periods taught by visiting; 0 if absent.
    pub visiting_share: Option<Quantity>,
    /// Longest way (minutes) to a campus that may be visited; no bound if
    /// absent.
    pub visiting_minutes: Option<Quantity>,
}

/// Rule Budget.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct RawBudget {
    /// `hard`, or the price of each 万元 beyond the budget.
    pub enforce: RawEnforcement,
    /// Capital (万元) granted by fiscal year, `"2008"`; no limit if absent.
    pub capital: Option<Named<Quantity>>,
    /// Running grant (万元) by fiscal year.
    pub running: Named<Quantity>,
}

/// Rule Role.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct RawRole {
    /// `hard`, or the price of each class short, per term.
    pub enforce: RawEnforcement,
    /// Leading fields of campuses.
    pub leads: Vec<RawLead>,
    /// Main campuses of programmes.
    pub mains: Vec<RawMain>,
}

/// A campus's leading field.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct RawLead {
    /// Campus.
    pub campus: Option<String>,
    /// Its leading field.
    pub field: Option<String>,
    /// Least share of its classes, 0 to 1.
    pub share: Option<Quantity>,
    /// From which term; the target term if absent.
    pub from: Option<String>,
}

/// A programme's main campus.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct RawMain {
    /// Programme.
    pub programme: Option<String>,
    /// Its main campus.
    pub campus: Option<String>,
    /// Least share of the programme's classes, 0 to 1.
    pub share: Option<Quantity>,
    /// From which term; the target term if absent.
    pub from: Option<String>,
}

/// A target.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct RawTarget {
    /// Name for readers.
    pub name: Option<RawText>,
    /// What is counted.
    pub metric: Option<Metric>,
    /// At least so many.
    pub at_least: Option<Quantity>,
    /// First term; the calendar's target term if absent.
    pub from: Option<String>,
    /// Last term; the end of the horizon if absent.
    pub until: Option<String>,
    /// Weight; 1 if absent.
    pub weight: Option<Quantity>,
}

/// A tier of the objective.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct RawTier {
    /// Its parts.
    pub parts: Vec<RawPart>,
    /// How much later tiers may worsen it, relative to its value; 0 if absent.
    pub tolerance: Option<Quantity>,
    /// How much later tiers may worsen it beyond that, in its own unit; 0 if
    /// absent.
    pub allowance: Option<Quantity>,
    /// No plan may exceed this, in its own unit; no such limit if absent.
    pub at_most: Option<Quantity>,
}

/// A part of a tier with its weight.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct RawPart {
    /// Which part.
    pub part: Option<Part>,
    /// Its weight; 1 if absent.
    pub weight: Option<Quantity>,
}

/// How disruption is counted.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct RawDisruption {
    /// Per student moved; 1 if absent.
    pub student_moved: Option<Quantity>,
    /// Per staff member re-based; 20 if absent.
    pub staff_rebased: Option<Quantity>,
}

/// The solver's limits.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct RawSolver {
    /// Seconds for the whole run; no limit if absent.
    pub time_limit: Option<Quantity>,
    /// Relative gap at which a tier is good enough; 0.0001 if absent.
    pub gap: Option<Quantity>,
    /// Most branch-and-bound nodes a tier; no limit if absent.
    pub nodes: Option<u32>,
    /// Threads; 1 if absent.
    pub threads: Option<u32>,
    /// Seed of the solver; 0 if absent.
    pub seed: Option<u32>,
}

/// Where a figure comes from.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct RawSource {
    /// `seed`, `statistic`, `standard` or `assumption`.
    pub kind: Option<SourceKind>,
    /// What it is.
    pub note: Option<RawText>,
    /// Date, `2008`, `2008-03` or `2008-03-01`; may be absent for an
    /// assumption.
    pub date: Option<String>,
}
