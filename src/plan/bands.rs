//! Which terms of study campuses take, where the plan chooses.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The choice of a campus, or of some programmes at a campus, among the bands
/// that the scenario offers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct BandChoice {
    /// Campus.
    pub campus: String,
    /// Programmes that the scenario names; empty for all others.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub programmes: Vec<String>,
    /// First term of study, from 1.
    pub first: usize,
    /// Last term of study.
    pub last: usize,
}
