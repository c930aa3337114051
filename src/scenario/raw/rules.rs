//! The rules' parameters.

use super::bands::RawBands;
use super::catchment::RawCatchment;
use super::enforcement::RawEnforcement;
use super::people::{RawDuty, RawExchange, RawPartTime, RawRetraining, RawVisiting};
use super::standards::RawEnforcedStandard;
use crate::scenario::named::Named;
use crate::scenario::quantity::Quantity;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The rules' parameters.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct RawRules {
    /// Rule Admission.
    pub admission: Option<RawPlainRule>,
    /// Rule Catchment; every class is an average of all feeder schools if
    /// absent, unless `enrolment` has `travel: true`.
    pub catchment: Option<RawCatchment>,
    /// Rule Bands; every campus takes all terms of study if absent.
    pub bands: Option<RawBands>,
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
    /// Rule Courses: `hard`, or the price of each trainee below `least`.
    pub courses: Option<RawPlainRule>,
    /// Rule Visiting; nobody visits if absent.
    pub visiting: Option<RawVisiting>,
    /// Rule Retraining; nobody changes subject if absent.
    pub retraining: Option<RawRetraining>,
    /// Rule `PartTime`; no periods are bought if absent.
    pub part_time: Option<RawPartTime>,
    /// Rule `ClassTeacher`: whether every class in school must have a class
    /// teacher based on its campus; `false` if absent.
    pub class_teacher: Option<bool>,
    /// Rule Duty; nobody is on duty if absent.
    pub duty: Option<RawDuty>,
    /// Rule Exchange; nobody is exchanged if absent.
    pub exchange: Option<RawExchange>,
    /// Rule Budget.
    pub budget: Option<RawBudget>,
    /// Rule Role.
    pub role: Option<RawRole>,
    /// Rule Standards: indicators that a plan must reach.
    pub standards: Vec<RawEnforcedStandard>,
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
