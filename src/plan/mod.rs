//! The plan: what was decided, in the scenario's own keys, without any trace
//! of the solver. It is what `plan.json` holds.
//!
//! Places and things are named by their keys in the scenario file, terms as
//! `2008-spring`. `from` and `at` are the first term of a stage; what is said
//! of a stage holds in all its terms.

mod accounts;
mod assets;
mod book;
mod certificate;
mod compliance;
mod courses;
mod decided;
mod deviation;
mod events;
mod headcount;
mod holding;
mod indicators;
mod merging;
mod milestones;
mod missed;
mod people;
mod register;
mod rounding;
mod row;
mod spending;
mod status;
mod term;
mod watched;

pub use crate::domain::{MoneyItem, Status};
pub use accounts::{accounts, part_value};
pub use assets::{AssetBought, AssetDisposed, AssetLine, AssetStanding, assets};
pub use certificate::{Certificate, Duals, Relaxation};
pub use compliance::{ComplianceLine, compliance};
pub use courses::{CourseTrainees, Trainees};
pub use decided::keeps;
pub use deviation::deviation;
pub use events::{Occurrence, occurrences};
pub use headcount::count_heads;
pub(crate) use headcount::whole_applicants;
pub use indicators::{indicators, targets};
pub use merging::{Joined, Merged};
pub use milestones::{MilestoneResult, MilestoneStatus, milestones};
pub use missed::missed_rules;
pub use people::{Assignment, ClassTeacher, DutyOrder, Exchange, Lesson, Visit};
pub use register::{Registered, register};
pub use status::worst;
pub use term::TermKey;
pub use watched::{WatchedLine, watched};

use crate::domain::{Demand, Estimate, Lineage, Metric, Part, Rule, SubjectKind, Text, Title};
use crate::units::{Hours, Kilometres, Money, Periods, Students};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Version of the plan format.
pub const FORMAT: u32 = 2;

/// A complete plan.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Plan {
    /// Version of this format; now 2.
    pub format: u32,
    /// The program that made it.
    pub program: Program,
    /// The scenario it was made from.
    pub scenario: ScenarioReference,
    /// Limits of the run.
    pub options: RunOptions,
    /// How the run ended.
    pub status: Status,
    /// The tiers of the objective in order.
    pub tiers: Vec<TierResult>,
    /// Admissions, one entry for each programme and entry term.
    pub admissions: Vec<Admission>,
    /// Every class with its path over the campuses.
    pub classes: Vec<ClassPath>,
    /// Stages in which each campus is open, one entry for each campus and
    /// stage.
    pub campuses: Vec<CampusUse>,
    /// Modules in service, cumulative, one entry for each option and stage in
    /// which there are any.
    pub built: Vec<Built>,
    /// Units moved between campuses.
    pub shipments: Vec<Shipment>,
    /// Where the assets of the register are, one entry for each of its lines
    /// and for each purchase; absent if the scenario has no register.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub assets: Vec<AssetLine>,
    /// Hours used at other campuses.
    pub sharing: Vec<Sharing>,
    /// Recruits.
    pub hires: Vec<Hire>,
    /// Every post: today's staff and recruits, with where they are based.
    pub posts: Vec<Post>,
    /// Weekly periods taught, by the base of those who teach.
    pub teaching: Vec<Teaching>,
    /// Weekly periods taught away from the base (走教).
    pub visiting: Vec<Visiting>,
    /// Trainees of short courses, one entry for each course, campus and term
    /// in which there are any; absent without short courses.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub courses: Vec<Trainees>,
    /// Weekly periods bought from part-time teachers (兼职教师).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub part_time: Vec<PartTime>,
    /// What each person teaches where; absent where nobody is named.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub assignments: Vec<Assignment>,
    /// Who is class teacher of which class; absent where the rule does not
    /// hold.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub class_teachers: Vec<ClassTeacher>,
    /// Who is on duty, one entry for each open campus and term; absent where
    /// the rule does not hold.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub duty: Vec<DutyOrder>,
    /// Who is exchanged; absent where the rule does not hold.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub exchanges: Vec<Exchange>,
    /// Where a rule with a price is missed.
    pub missed_rules: Vec<MissedRule>,
    /// Targets, one entry for each target and term in which it applies.
    pub targets: Vec<TargetResult>,
    /// Milestones in the order of the scenario; absent where it has none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub milestones: Vec<MilestoneResult>,
    /// Money, disruption and travel, computed from the above.
    pub accounts: Accounts,
    /// What the plan comes to, term by term.
    pub indicators: Vec<TermIndicators>,
    /// The plan held against the scenario's standards; absent without any.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub compliance: Vec<ComplianceLine>,
    /// Indicators watched; absent without any.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub watched: Vec<WatchedLine>,
}

/// The program that made a plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Program {
    /// Its name.
    pub name: String,
    /// Its version.
    pub version: String,
}

/// The scenario a plan was made from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ScenarioReference {
    /// Its title, in its own language.
    pub name: String,
    /// SHA-256 of the scenario, in hex: of its file or, if it was put together
    /// from several or changed, of the text that `campusplan show` prints.
    pub sha256: String,
    /// What it was put together from, if it is not one file.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lineage: Option<Lineage>,
}

/// Limits of a run.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RunOptions {
    /// Seconds allowed; null for no limit.
    pub time_limit_seconds: Option<f64>,
    /// Relative gap asked for.
    pub gap: f64,
    /// Improvement steps allowed; null for no limit.
    pub step_limit: Option<u32>,
    /// Threads.
    pub threads: u32,
    /// Seed.
    pub seed: u32,
    /// Path of the enrolment projection that the applicants follow.
    pub demand: Demand,
}

/// One tier of the objective.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TierResult {
    /// Its parts and weights.
    pub parts: Vec<TierPart>,
    /// Value of this plan, computed from the plan.
    pub value: f64,
    /// No plan that keeps the earlier tiers can be better than this; null if
    /// nothing was proven.
    pub bound: Option<f64>,
    /// (value − bound) / |value|; null without a bound.
    pub gap: Option<f64>,
    /// How the tier ended.
    pub status: Status,
    /// Proof of a bound, which may be lower than the one above; absent where none
    /// was made.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub certificate: Option<Certificate>,
}

/// A part of a tier.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TierPart {
    /// Which part.
    pub part: Part,
    /// Its weight.
    pub weight: f64,
}

/// Admissions of a programme in an entry term.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Admission {
    /// Programme.
    pub programme: String,
    /// Term of entry.
    pub entry: TermKey,
    /// Applicants, on the demand path of the options, to the nearest whole.
    pub applicants: Students,
    /// Applicants as projected, to the nearest whole; null where the scenario
    /// states them outright.
    pub projected: Option<Estimate>,
    /// Classes admitted.
    pub classes: u32,
    /// Students admitted.
    pub students: Students,
}

/// A class with its path.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ClassPath {
    /// Its name, as schools write it: 07机械1班.
    pub name: String,
    /// Programme.
    pub programme: String,
    /// Term of entry.
    pub entry: TermKey,
    /// Where it sits before the plan begins; null for a class to be admitted.
    pub campus_today: Option<String>,
    /// Students: today for an existing class, at entry for a new one. The
    /// average of the like classes on the same path, so not always whole; and
    /// without those who join it later.
    pub students: Students,
    /// Whole students in each term in which the class is on the register, with
    /// those who have joined it: what every report prints and adds up.
    pub headcount: BTreeMap<TermKey, u32>,
    /// Where it sits: one entry for the beginning and one for each move.
    pub seats: Vec<Seat>,
    /// Terms on internship within the horizon.
    pub internship: Vec<TermKey>,
    /// What becomes of its students when it is dissolved; absent for a class
    /// that is not.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub merged: Option<Merged>,
}

/// A base from a term on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Seat {
    /// From this term on.
    pub from: TermKey,
    /// Campus.
    pub campus: String,
}

/// A campus in a stage.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CampusUse {
    /// Campus.
    pub campus: String,
    /// Stage.
    pub from: TermKey,
    /// Whether it is open.
    pub open: bool,
}

/// Modules in service in a stage.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Built {
    /// Option.
    pub option: String,
    /// Stage, or the first term of it in which the modules can be in service.
    pub from: TermKey,
    /// Modules in service, cumulative.
    pub modules: u32,
}

/// Units of a movable resource that change campus at the start of a stage.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Shipment {
    /// Resource.
    pub resource: String,
    /// From where.
    pub origin: String,
    /// To where.
    pub destination: String,
    /// Stage.
    pub at: TermKey,
    /// Units.
    pub units: u32,
}

/// Weekly hours that one campus uses at another during a stage.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Sharing {
    /// Resource.
    pub resource: String,
    /// Campus of the students.
    pub user: String,
    /// Campus of the resource.
    pub host: String,
    /// Stage.
    pub from: TermKey,
    /// Hours a week, in the resource's own measure (student-hours where it is
    /// counted per student).
    pub hours_per_week: Hours,
}

/// Recruits who start at the beginning of a stage.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Hire {
    /// Subject.
    pub subject: String,
    /// Stage.
    pub at: TermKey,
    /// People.
    pub people: u32,
}

/// A post: one person, today's staff or a recruit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Post {
    /// Name of the person, or of the post where the scenario gives counts.
    pub name: String,
    /// Staff group of the scenario; null for a recruit.
    pub group: Option<String>,
    /// Key in the roster, if the scenario has one.
    pub person: Option<String>,
    /// Subjects.
    pub subjects: Vec<String>,
    /// Base before the plan begins; null for a recruit.
    pub campus_today: Option<String>,
    /// Where they are based: one entry for the beginning and one for each
    /// change.
    pub seats: Vec<Seat>,
    /// First term in which they no longer work, if within the horizon.
    pub leaves: Option<TermKey>,
    /// The subject that they change to, if they do.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub retrained: Option<Retrained>,
    /// Employer of record, which never changes; absent for a recruit and where
    /// nobody is named.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub employer: Option<Text>,
    /// Title, where it is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<Title>,
    /// Whether they are leaders.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub leader: bool,
}

/// A change of subject (转岗培训).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Retrained {
    /// From this term on they teach it, and nothing else.
    pub from: TermKey,
    /// Subject.
    pub subject: String,
}

/// Weekly periods taught by the staff of one group based at one campus.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Teaching {
    /// Staff group; null for the subject's recruits.
    pub group: Option<String>,
    /// Subject; one that the group is not qualified for is taught by those of
    /// it who have changed to it.
    pub subject: String,
    /// Base of those who teach.
    pub campus: String,
    /// Stage.
    pub from: TermKey,
    /// The last term, of those who leave within the stage; absent for those who
    /// work through it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<TermKey>,
    /// Weekly periods, wherever they are taught.
    pub periods_per_week: Periods,
}

/// Weekly periods of a subject taught by staff of one campus at another.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Visiting {
    /// Subject.
    pub subject: String,
    /// Base of those who teach.
    pub base: String,
    /// Where they teach.
    pub host: String,
    /// Stage.
    pub from: TermKey,
    /// Weekly periods.
    pub periods_per_week: Periods,
}

/// Weekly periods of a subject bought from part-time teachers at a campus.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PartTime {
    /// Subject.
    pub subject: String,
    /// Campus.
    pub campus: String,
    /// Stage.
    pub from: TermKey,
    /// Weekly periods.
    pub periods_per_week: Periods,
}

/// Where a rule with a price is missed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct MissedRule {
    /// Which rule.
    pub rule: Rule,
    /// What it is about: keys of the scenario, e.g. resource and campus.
    pub place: Vec<String>,
    /// Term or first term of the stage; null where the rule has neither.
    pub term: Option<TermKey>,
    /// By how much, in the rule's unit.
    pub amount: f64,
}

/// A target in a term.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TargetResult {
    /// Target.
    pub target: String,
    /// Term.
    pub term: TermKey,
    /// What is counted.
    pub metric: Metric,
    /// At least so many.
    pub at_least: f64,
    /// So many, in whole classes or students.
    pub value: f64,
    /// Short by so many: of students, the target's rounded number less `value`.
    pub missed: f64,
}

impl TargetResult {
    /// Whether the target is missed. Students are whole here, so a target of
    /// 2,500 is met by 2,500 and missed by 2,499.
    pub fn is_missed(&self) -> bool {
        self.missed > 0.0
    }
}

/// What the plan costs in money, disruption and travel.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Accounts {
    /// Money by kind and fiscal year, undiscounted.
    pub money: Vec<MoneyLine>,
    /// The cost tier: all of `money` except income, less the fees of short
    /// courses, discounted.
    pub cost_wan_yuan: Money,
    /// Weighted shortfall from the targets, percent: of expected students, in
    /// fractions, as the objective counts them.
    pub targets_percent: f64,
    /// Whole students moved between campuses, each time counted.
    pub students_moved: Students,
    /// Classes moved between campuses, each time counted.
    pub classes_moved: u32,
    /// Staff re-based, each time counted.
    pub staff_rebased: u32,
    /// The disruption tier: both, weighted; of expected students.
    pub disruption: f64,
    /// Hours of students on the road to shared resources.
    pub student_hours: Hours,
    /// Hours of students on the road between home and campus, where the
    /// scenario has the travel tier count them; 0 where it does not.
    pub home_hours: Hours,
    /// Hours of visiting teachers on the road.
    pub teacher_hours: Hours,
    /// The deviation tier: what is decided otherwise than in the plan that is to
    /// be kept, weighted; absent where none is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub deviation: Option<f64>,
}

/// A sum of money.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct MoneyLine {
    /// What for.
    pub item: MoneyItem,
    /// Fiscal year: calendar year of the term.
    pub fiscal_year: i32,
    /// 万元.
    pub amount_wan_yuan: Money,
}

/// What the plan comes to in a term.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TermIndicators {
    /// Term.
    pub term: TermKey,
    /// Classes on the register.
    pub classes_registered: u32,
    /// Classes in school.
    pub classes_in_school: u32,
    /// Registered students 在册生.
    pub registered: Students,
    /// Students in school 在校生.
    pub students_in_school: Students,
    /// Students on internship.
    pub on_internship: Students,
    /// Boarders in school.
    pub boarders: Students,
    /// Students lost in the course of the term.
    pub students_lost: Students,
    /// The same as a share of the registered students, 0 to 1.
    pub attrition: f64,
    /// The share that may be lost in a term, 0 to 1; reported, not enforced.
    pub attrition_limit: f64,
    /// Registered classes that lose more than that.
    pub classes_over_limit: u32,
    /// Kilometres of students in school between home and campus; null where
    /// the scenario has no roads of its feeder schools.
    pub home_kilometres: Option<Kilometres>,
    /// Hours of the same.
    pub home_hours: Option<Hours>,
    /// Use and capacity of resources, where there is either.
    pub capacity: Vec<CapacityUse>,
    /// Periods needed by subject and campus.
    pub periods: Vec<PeriodsNeeded>,
    /// Trainees of short courses against demand; absent without short courses.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub courses: Vec<CourseTrainees>,
}

/// Use of a resource at a campus in a term.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CapacityUse {
    /// Resource.
    pub resource: String,
    /// Campus.
    pub campus: String,
    /// Use by the campus's own students and trainees, less what they use
    /// elsewhere, plus what others use here; in units (rooms, beds) or hours a
    /// week.
    pub used: f64,
    /// What is there and open, in the same measure.
    pub available: f64,
}

/// Weekly periods of a subject needed at a campus.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PeriodsNeeded {
    /// Subject.
    pub subject: String,
    /// Common or vocational.
    pub kind: SubjectKind,
    /// Campus.
    pub campus: String,
    /// Weekly periods.
    pub periods_per_week: Periods,
}
