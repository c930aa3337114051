//! The study file as written: a serde mirror, nothing checked.
//!
//! Every field may be missing here, so that all problems of a file can be told
//! at once; [`super::resolve`] says which ones are needed.

use crate::domain::Demand;
use crate::scenario::RawChange;
use crate::scenario::named::Named;
use crate::scenario::quantity::Quantity;
use crate::scenario::raw::RawText;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A study: one scenario planned in many futures.
#[derive(Debug, Default, Deserialize, Serialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct RawStudy {
    /// Title.
    pub name: Option<RawText>,
    /// What it is about.
    pub note: Option<RawText>,
    /// The scenario or overlay that is varied; a path from the folder of this
    /// file.
    pub base: Option<String>,
    /// What is varied, by key.
    pub factors: Named<RawFactor>,
    /// Factors that are drawn together; not for a grid.
    pub correlations: Vec<RawCorrelation>,
    /// How the plans are chosen.
    pub design: Option<RawDesign>,
    /// Limits of each plan.
    pub limits: Option<RawLimits>,
    /// Indicators that rows keep; all if absent.
    pub keep: Option<Vec<String>>,
}

/// Something that is varied.
#[derive(Debug, Default, Deserialize, Serialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct RawFactor {
    /// Name for readers; the key if absent.
    pub name: Option<RawText>,
    /// Field paths that are given the level.
    pub sets: Vec<String>,
    /// Field paths whose figures are multiplied by the level.
    pub scales: Vec<String>,
    /// The levels.
    pub levels: Option<RawLevels>,
}

/// The levels of a factor.
#[derive(Debug, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum RawLevels {
    /// Numbers or texts.
    List(Vec<Option<Quantity>>),
    /// So many numbers at equal distances, both ends among them.
    Range {
        /// First.
        from: Option<f64>,
        /// Last.
        to: Option<f64>,
        /// How many, at least 2.
        steps: Option<u32>,
    },
    /// Named bundles of changes, by label.
    Bundles(Named<RawBundle>),
    /// Paths of the enrolment projection; all three if there are none.
    Demand(Vec<Option<Demand>>),
    /// Draws of the enrolment projection's error.
    Forecast {
        /// How many different ones a grid has; each plan has its own
        /// otherwise.
        draws: Option<u32>,
    },
    /// All numbers between two alike.
    Uniform {
        /// Least.
        from: Option<f64>,
        /// Most.
        to: Option<f64>,
    },
    /// A triangle over three numbers.
    Triangular {
        /// Least.
        low: Option<f64>,
        /// Where the density is largest.
        likely: Option<f64>,
        /// Most.
        high: Option<f64>,
    },
    /// Normal, cut off below and above.
    Normal {
        /// Mean before cutting off.
        mean: Option<f64>,
        /// Standard deviation before cutting off.
        sd: Option<f64>,
        /// Least.
        least: Option<f64>,
        /// Most.
        most: Option<f64>,
    },
}

/// A named bundle of changes.
#[derive(Debug, Default, Deserialize, Serialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct RawBundle {
    /// Name for readers; the label if absent.
    pub name: Option<RawText>,
    /// The changes in order, as in an overlay; none leaves the base as it is.
    pub changes: Vec<Option<RawChange>>,
}

/// Factors that are drawn together.
#[derive(Debug, Default, Deserialize, Serialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct RawCorrelation {
    /// Keys of two factors.
    pub between: Vec<String>,
    /// Correlation of the normal scores behind the draws (Gaussian copula),
    /// more than −1 and less than 1; levels count in their order.
    pub value: Option<f64>,
}

/// How the plans are chosen.
#[derive(Clone, Copy, Debug, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum RawDesign {
    /// Every level with every other; the last factor changes fastest.
    Grid,
    /// So many plans that cover the range of every factor evenly.
    LatinHypercube {
        /// How many.
        plans: Option<u32>,
        /// Seed of the draws; 0 if absent.
        seed: Option<u64>,
    },
    /// So many independent draws.
    MonteCarlo {
        /// How many.
        plans: Option<u32>,
        /// Seed of the draws; 0 if absent.
        seed: Option<u64>,
    },
}

/// Limits of each plan.
#[derive(Debug, Default, Deserialize, Serialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct RawLimits {
    /// Relative gap at which a tier is good enough; 0.05 if absent.
    pub gap: Option<f64>,
    /// Most improvement steps of a plan; needed unless there is a time limit.
    pub steps: Option<u32>,
    /// Seconds; rows are not the same again where they come first.
    pub time_limit: Option<f64>,
    /// Seconds after which a plan is given up and its row says so; if absent
    /// 3600, or twice the time limit if that is more. For a solver that hangs,
    /// which no limit of its own ends.
    pub patience: Option<f64>,
    /// Seed of the solver; 0 if absent.
    pub seed: Option<u32>,
    /// Path of the enrolment projection where no factor chooses it; `likely`
    /// if absent.
    pub demand: Option<Demand>,
}
