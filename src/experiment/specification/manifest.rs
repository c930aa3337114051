//! The manifest of a study: what it is made of, for whoever plans, joins or
//! reads its rows.

use super::bounds::{MOST_PLANS, MOST_SHARDS};
use crate::domain::{Demand, Lineage, Text};
use crate::experiment::run::level::Level;
use crate::plan::Program;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Version of the manifest's format.
pub const FORMAT: u32 = 1;

/// The manifest, `manifest.json` in the study's directory.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Manifest {
    /// Version of this format; now 1.
    pub format: u32,
    /// The program that makes the rows: no other version may.
    pub program: Program,
    /// Title of the study.
    pub name: Text,
    /// The scenario that is varied.
    pub base: Base,
    /// The files that the rows are made from, with their hashes.
    pub inputs: Vec<Input>,
    /// Factors in the order of the study.
    pub factors: Vec<FactorEntry>,
    /// How the plans were chosen.
    pub design: DesignEntry,
    /// Number of plans.
    pub plans: usize,
    /// Number of shards: plan k belongs to shard k mod this.
    pub shards: usize,
    /// Limits of each plan.
    pub limits: PlanLimits,
    /// Indicators kept, in the order of the list of all indicators.
    pub indicators: Vec<IndicatorEntry>,
    /// Targets of the base scenario.
    pub targets: Vec<TargetEntry>,
}

impl Manifest {
    /// Whether its figures are such as a study can have: whoever reads it
    /// counts, allots and waits by them.
    pub fn is_sensible(&self) -> bool {
        let limits = &self.limits;
        let seconds = |value: f64| value > 0.0 && value <= LONGEST_WAIT;
        let plain = |name: &str| !name.is_empty() && !name.contains(['/', '\\']) && name != "..";
        (1..=MOST_PLANS).contains(&self.plans)
            && (1..=MOST_SHARDS.min(self.plans)).contains(&self.shards)
            && self.factors.len() <= MOST_PLANS
            && self.inputs.iter().all(|input| plain(&input.file))
            && (0.0..=1.0).contains(&limits.gap)
            && limits.time_limit_seconds.is_none_or(seconds)
            && seconds(limits.patience_seconds)
    }
}

/// Longest time that a plan may be allowed or waited for, s.
const LONGEST_WAIT: f64 = 1e10;

/// The scenario that is varied.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Base {
    /// Its title.
    pub name: Text,
    /// Its file, without the folder.
    pub file: String,
    /// SHA-256 of the scenario, in hex.
    pub sha256: String,
    /// What it was put together from, if it is not one file.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lineage: Option<Lineage>,
}

/// A file in the study's directory.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Input {
    /// Its name.
    pub file: String,
    /// SHA-256 of its bytes, in hex.
    pub sha256: String,
}

/// A factor.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct FactorEntry {
    /// Its key in rows.
    pub key: String,
    /// Its name.
    pub name: Text,
    /// What it is.
    pub kind: FactorKind,
    /// Its levels in order; empty for a factor that is drawn from a
    /// distribution.
    pub levels: Vec<LevelEntry>,
    /// The distribution, where it is drawn from one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub distribution: Option<Distribution>,
}

/// What a factor is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum FactorKind {
    /// Values of a list.
    List,
    /// Numbers at equal distances.
    Range,
    /// Named bundles of changes.
    Bundles,
    /// Paths of the enrolment projection.
    Demand,
    /// Draws of the enrolment projection's error. Its level in a row is the
    /// sum of the drawn applicants over that of the likely path.
    Forecast,
    /// Numbers drawn from a distribution.
    Distribution,
}

/// A level of a factor.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct LevelEntry {
    /// As rows have it.
    pub value: Level,
    /// Its name for readers.
    pub name: Text,
}

/// A distribution of numbers.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Distribution {
    /// All between two numbers alike.
    Uniform {
        /// Least.
        from: f64,
        /// Most.
        to: f64,
    },
    /// A triangle over three numbers.
    Triangular {
        /// Least.
        low: f64,
        /// Where the density is largest.
        likely: f64,
        /// Most.
        high: f64,
    },
    /// Normal, cut off below and above.
    Normal {
        /// Mean before cutting off.
        mean: f64,
        /// Standard deviation before cutting off.
        sd: f64,
        /// Least.
        least: f64,
        /// Most.
        most: f64,
    },
}

/// How the plans were chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum DesignEntry {
    /// Every level with every other; the last factor changes fastest.
    Grid,
    /// So many plans that cover the range of every factor evenly.
    LatinHypercube {
        /// How many.
        plans: usize,
        /// Seed of the draws.
        seed: u64,
    },
    /// So many independent draws.
    MonteCarlo {
        /// How many.
        plans: usize,
        /// Seed of the draws.
        seed: u64,
    },
}

/// Limits of each plan; always one thread.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PlanLimits {
    /// Relative gap at which a tier is good enough.
    pub gap: f64,
    /// Most improvement steps of a plan; null for no limit.
    pub steps: Option<u32>,
    /// Seconds allowed; null for no limit. Rows are not the same again where
    /// this limit comes first.
    pub time_limit_seconds: Option<f64>,
    /// Seconds after which a plan that has not ended is given up.
    pub patience_seconds: f64,
    /// Seed of the solver.
    pub seed: u32,
    /// Path of the enrolment projection, unless a factor chooses it.
    pub demand: Demand,
}

/// An indicator that rows have.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct IndicatorEntry {
    /// Its key in rows.
    pub key: String,
    /// Its name.
    pub name: Text,
    /// Its unit; empty for a plain number.
    pub unit: Text,
}

/// A target of the base scenario.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TargetEntry {
    /// Its key in rows.
    pub key: String,
    /// Its name.
    pub name: Text,
}
