//! Parameters of the rules about people beyond Staffing and Employment.

use super::RawEnforcement;
use crate::scenario::named::Named;
use crate::scenario::quantity::Quantity;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Rule Visiting.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct RawVisiting {
    /// Largest share of a subject's periods taught by visiting.
    pub share: Option<Quantity>,
    /// Longest way (minutes) to a campus that may be visited; no bound if
    /// absent.
    pub minutes: Option<Quantity>,
    /// Most campuses at which one person teaches on one day; 2 if absent.
    pub campuses_per_day: Option<u32>,
}

/// Rule Retraining.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct RawRetraining {
    /// Most people who take up a new subject in a calendar year; no cap if
    /// absent.
    pub most_per_year: Option<u32>,
    /// Which changes of subject there are.
    pub courses: Vec<RawRetrainingCourse>,
}

/// A change of subject.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct RawRetrainingCourse {
    /// The surplus subject.
    pub from: Option<String>,
    /// The short subject.
    pub to: Option<String>,
    /// Terms of training beside the old work; 1 if absent.
    pub lead_terms: Option<u32>,
    /// Cost (万元) of one person; 0 if absent.
    pub cost: Option<Quantity>,
    /// Most people over the horizon.
    pub most: Option<u32>,
}

/// Rule `PartTime`.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct RawPartTime {
    /// Largest share of a subject's periods taught by part-time teachers.
    pub share: Option<Quantity>,
    /// Price (万元) of one weekly period for one term, by subject key.
    pub pay: Named<Quantity>,
}

/// Rule Duty.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct RawDuty {
    /// School days of a week; 5 if absent.
    pub days: Option<u32>,
    /// Leaders on duty at each campus on each school day.
    pub leaders: Option<u32>,
    /// Class teachers on duty at each campus on each school day.
    pub class_teachers: Option<u32>,
    /// Class teachers on duty at single campuses, by campus key.
    pub class_teachers_at: Named<u32>,
    /// Most days a week on which one leader is on duty; all if absent.
    pub leader_days: Option<u32>,
    /// Most days a week on which one class teacher is on duty; all if absent.
    pub class_teacher_days: Option<u32>,
}

/// Rule Exchange.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct RawExchange {
    /// `hard`, or the price (万元) of each missing pair, per stage.
    pub enforce: RawEnforcement,
    /// The head school.
    pub head: Option<String>,
    /// Pairs for each branch, by campus key.
    pub pairs: Named<u32>,
    /// From the first stage that begins in or after this term; the first of
    /// the horizon if absent.
    pub from: Option<String>,
}
