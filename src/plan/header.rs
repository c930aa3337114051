//! What a plan states of its run: program, scenario, options, tiers.

use super::Certificate;
use super::Status;
use crate::domain::{Demand, Lineage, Part};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

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
