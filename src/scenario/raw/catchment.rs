//! Rule Catchment as written.

use super::{Named, Quantity, RawEnforcement};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Rule Catchment: which feeder school's pupils enter at which campus. It
/// needs the section `enrolment`.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct RawCatchment {
    /// `hard`, or the price of each bus seat missing in a term.
    pub enforce: RawEnforcement,
    /// How pupils in no zone are assigned; `shares` if absent.
    pub assign: Option<RawAssignment>,
    /// Feeder schools with the campuses at which their pupils enter.
    pub zones: Vec<RawZone>,
    /// Longest way of day pupils (km), one way; no limit if absent.
    pub longest_km: Option<Quantity>,
    /// Longest time on the way of day pupils (minutes), one way; no limit if
    /// absent.
    pub longest_minutes: Option<Quantity>,
    /// Whether those with a longer way board; `false`: nobody enters or moves
    /// to where the way is longer; `true` if absent.
    pub boarding: Option<bool>,
    /// Up to which distance (km) day pupils need no bus; 0 if absent.
    pub walk_km: Option<Quantity>,
    /// School buses by campus key; a campus that is not named has as many as
    /// it takes and they cost nothing.
    pub buses: Named<RawBuses>,
}

/// How pupils are assigned to campuses.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum RawAssignment {
    /// Not at all: every class is an average of all feeder schools, unless a
    /// zone names its programme.
    Mixed,
    /// The plan decides how many of a feeder school go where, entry by entry.
    Shares,
    /// The plan decides for one campus for all pupils of a feeder school in a
    /// programme.
    Whole,
}

/// Feeder schools with the campuses at which their pupils enter.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct RawZone {
    /// Feeder schools; all if absent.
    pub feeders: Vec<String>,
    /// Programmes; all that are taught at one of the campuses if absent.
    pub programmes: Vec<String>,
    /// The campuses: with one it is fixed, among several the plan decides.
    pub campuses: Vec<String>,
    /// How the plan decides: `shares` or `whole`; `shares` if absent.
    pub assign: Option<RawAssignment>,
    /// First term of entry; the first of the horizon if absent.
    pub from: Option<String>,
    /// Last term of entry; the last of the horizon if absent.
    pub until: Option<String>,
}

/// The school buses of a campus.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct RawBuses {
    /// Seats for day pupils; as many as it takes if absent.
    pub seats: Option<Quantity>,
    /// Cost (万元) of a pupil who rides, per term; 0 if absent.
    pub per_pupil: Option<Quantity>,
    /// Cost (万元) of a route from a feeder school, per term; 0 if absent.
    pub per_route: Option<Quantity>,
    /// Cost (万元) of each kilometre of a route one way, per term; 0 if absent.
    pub per_km: Option<Quantity>,
}
