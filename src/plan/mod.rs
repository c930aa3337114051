//! The plan: what was decided, in the scenario's own keys, without any trace
//! of the solver. It is what `plan.json` holds.
//!
//! Places and things are named by their keys in the scenario file, terms as
//! `2008-spring`. `from` and `at` are the first term of a stage; what is said
//! of a stage holds in all its terms.

mod accounts;
mod afterwards;
mod assets;
mod bands;
mod book;
mod buses;
mod catchment;
mod certificate;
mod classes;
mod compliance;
mod courses;
mod decided;
mod deviation;
mod events;
mod headcount;
mod header;
mod holding;
mod indicators;
mod intakes;
mod merging;
mod milestones;
mod missed;
mod payroll;
mod people;
mod premises;
mod register;
mod results;
mod rounding;
mod row;
mod spending;
mod staff;
mod status;
mod term;
mod watched;

pub use crate::domain::{MoneyItem, Status};
pub use accounts::{accounts, part_value};
pub use afterwards::{Vacated, vacated};
pub use assets::{AssetBought, AssetDisposed, AssetLine, AssetReleased, AssetStanding, assets};
pub use bands::BandChoice;
pub use buses::{BusUse, Coming, bus_use, ways};
pub use certificate::{Certificate, Duals, Relaxation};
pub use classes::{Admission, ClassPath, Joined, Merged, Seat};
pub use compliance::{ComplianceLine, compliance};
pub use courses::{CourseTrainees, Trainees};
pub use decided::keeps;
pub use deviation::deviation;
pub use events::{Occurrence, occurrences};
pub use headcount::count_heads;
pub(crate) use headcount::whole_applicants;
pub use header::{Program, RunOptions, ScenarioReference, TierPart, TierResult};
pub use indicators::{indicators, targets};
pub use intakes::{differences, intake, short_on_low, without_place};
pub use milestones::{MilestoneResult, MilestoneStatus, milestones};
pub use missed::missed_rules;
pub use payroll::{Posts, posts, staff_pay};
pub use people::{Assignment, ClassTeacher, DutyOrder, Exchange, Lesson, Visit};
pub use premises::{Built, CampusUse, Sharing, Shipment};
pub use register::{Registered, register};
pub use results::{
    Accounts, CapacityUse, IntakeParts, MissedRule, MoneyLine, PeriodsNeeded, TargetResult,
    TermIndicators,
};
pub use staff::{Hire, PartTime, Post, Retrained, Teaching, Visiting};
pub use status::worst;
pub use term::TermKey;
pub use watched::{WatchedLine, watched};

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

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
    /// Which terms of study campuses take, one entry for each that is to be
    /// decided; absent where none is.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub bands: Vec<BandChoice>,
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
