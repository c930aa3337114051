//! The scenario file as written: a serde mirror, nothing checked.
//!
//! Every field may be missing here, so that all problems of a file can be told
//! at once; [`super::resolve`] says which ones are needed. A `Quantity` is a
//! number in the field's unit or a text with a unit, `"12.5 万元"`.

mod afterwards;
mod agenda;
mod asset;
mod bands;
mod campus;
mod catchment;
mod course;
mod enforcement;
pub mod enrolment;
mod intakes;
mod keep;
mod negotiable;
mod objective;
mod payroll;
mod people;
mod pin;
mod programme;
mod proposal;
mod rules;
mod staff;
mod standards;
mod text;

pub use afterwards::RawAfterwards;
pub use agenda::{RawEvent, RawMilestone, RawTermDays, RawTie};
pub use asset::RawAsset;
pub use bands::{RawBands, RawCampusBands, RawChange};
pub use campus::{RawCampus, RawDisposal, RawOption, RawResource, RawRoad, RawTenure};
pub use catchment::{RawAssignment, RawBuses, RawCatchment, RawZone};
pub use course::{RawCourse, RawTrainees};
pub use enforcement::RawEnforcement;
pub use intakes::RawIntakes;
pub use keep::{RawKeep, RawKept};
pub use negotiable::{
    RawMoreMoney, RawMoreSeats, RawMoreTeachers, RawMoreUnits, RawNegotiable, RawTerms,
};
pub use objective::{RawDisruption, RawPart, RawPrices, RawSolver, RawTarget, RawTier};
pub use payroll::{RawPayroll, RawPostKind};
pub use people::{
    RawDuty, RawExchange, RawPartTime, RawRetraining, RawRetrainingCourse, RawVisiting,
};
pub use pin::RawPin;
pub use programme::{
    RawAdmission, RawCohort, RawCurriculum, RawInternship, RawPool, RawProgramme, RawRange, RawSite,
};
pub use proposal::{RawProposal, RawStatement};
pub use rules::{
    RawBudget, RawEmployment, RawLead, RawMain, RawMerging, RawPlainRule, RawRelocation, RawRole,
    RawRules,
};
pub use staff::{RawHiring, RawPerson, RawStaff, RawSubject};
pub use standards::{
    RawChoice, RawEnforcedStandard, RawIndicator, RawSchool, RawStandardSet, RawStandards,
    RawThreshold, RawWatched,
};
pub use text::RawText;

use super::named::Named;
use super::quantity::Quantity;
use crate::domain::{Language, SourceKind};
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
    /// What the proposal says that no figure shows.
    pub proposal: Option<RawProposal>,
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
    /// Schools that standards are held against, and legally separate units, by
    /// key; one school of all campuses if absent.
    pub schools: Named<RawSchool>,
    /// Standards that the plan is held against.
    pub standards: Option<RawStandards>,
    /// Indicators watched, by key.
    pub watched: Named<RawWatched>,
    /// Short courses by key.
    pub courses: Named<RawCourse>,
    /// Building and equipment options by key.
    pub options: Named<RawOption>,
    /// Declared disposals of movable units and of other assets.
    pub disposals: Vec<RawDisposal>,
    /// The register of assets by register number.
    pub assets: Named<RawAsset>,
    /// Staff as groups with counts.
    pub staff: Named<RawStaff>,
    /// Staff as people; may stand beside `staff`.
    pub roster: Named<RawPerson>,
    /// Pay of the present staff, who are not dismissed, and posts beside them;
    /// left out of the costs if absent.
    pub payroll: Option<RawPayroll>,
    /// Prices and rates.
    pub prices: Option<RawPrices>,
    /// Rules with their parameters.
    pub rules: Option<RawRules>,
    /// Decisions that are forced or forbidden.
    pub pins: Vec<RawPin>,
    /// A published plan that a new one is to stay near.
    pub keep: Option<RawKeep>,
    /// What may be changed to make a plan possible, and at what price;
    /// something of everything that is no promise to anybody if absent.
    pub negotiable: Option<RawNegotiable>,
    /// Targets by key.
    pub targets: Named<RawTarget>,
    /// Milestones by key.
    pub milestones: Named<RawMilestone>,
    /// Recurring events by key.
    pub events: Named<RawEvent>,
    /// Objective tiers in order; the default is targets, cost, disruption,
    /// travel.
    pub objective: Vec<RawTier>,
    /// How disruption is counted.
    pub disruption: Option<RawDisruption>,
    /// How steady intakes and applicants turned away are weighed.
    pub intakes: Option<RawIntakes>,
    /// Solver limits.
    pub solver: Option<RawSolver>,
    /// Where the figures come from, by field path.
    pub sources: Named<RawSource>,
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
    /// Teaching days of spring terms; 15 February to 5 July if absent.
    pub spring: Option<RawTermDays>,
    /// Teaching days of autumn terms; 1 September to 25 January if absent.
    pub autumn: Option<RawTermDays>,
    /// Public holidays: no work of a milestone, no event and no duty falls on
    /// them; none if absent.
    pub holidays: Vec<RawHoliday>,
}

/// A public holiday.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct RawHoliday {
    /// Its name.
    pub name: Option<RawText>,
    /// First day, like `"2008-02-06"`.
    pub from: Option<String>,
    /// Last day; the first if absent.
    pub until: Option<String>,
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
