//! Indicators watched 监测指标: figures with a threshold that are looked at
//! every term.

use crate::domain::{Bound, Term, Text};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What a watched indicator measures.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum WatchedMetric {
    /// Share of the registered students lost in a term 流失率; computed. Its
    /// threshold is the scenario's `attrition_limit`.
    Attrition,
    /// Students of the largest class in school; computed.
    LargestClass,
    /// Something that the planner cannot compute: declared, with its values
    /// where they are known.
    Declared,
}

impl WatchedMetric {
    /// Whether the planner computes it.
    pub fn is_computed(self) -> bool {
        self != Self::Declared
    }
}

/// An indicator that is watched.
#[derive(Clone, Debug)]
pub struct Watched {
    /// Key in the scenario file.
    pub id: String,
    /// Name for readers.
    pub name: Text,
    /// What it measures.
    pub metric: WatchedMetric,
    /// Its threshold: a share, students, or its own unit.
    pub bound: Bound,
    /// Its unit; empty for one that has none.
    pub unit: Text,
    /// Values that are known, of a declared one.
    pub declared: BTreeMap<Term, f64>,
}
