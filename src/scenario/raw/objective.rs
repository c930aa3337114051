//! What the plan is to reach, what it costs, and how long it is looked for.

use super::RawText;
use crate::domain::{Metric, Part};
use crate::scenario::quantity::Quantity;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

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
    /// Most improvement steps; a run with this limit is repeatable.
    pub steps: Option<u32>,
    /// Threads; 1 if absent.
    pub threads: Option<u32>,
    /// Seed of the solver; 0 if absent.
    pub seed: Option<u32>,
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
