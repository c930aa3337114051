//! Where figures come from.

use crate::domain::Text;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What kind of source a figure has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum SourceKind {
    /// The proposal itself.
    Seed,
    /// Published statistics.
    Statistic,
    /// A regulation or standard.
    Standard,
    /// An assumption, to be replaced by the user's own figure.
    Assumption,
}

/// Where a figure, or all figures below a field path, come from.
#[derive(Clone, Debug)]
pub struct Source {
    /// Field path in the scenario file, e.g. `campuses.erzhong.owns`; it
    /// covers everything below it unless a longer path says otherwise.
    pub path: String,
    /// What kind of source.
    pub kind: SourceKind,
    /// What it is.
    pub note: Text,
    /// Date of the source, `2008`, `2008-03` or `2008-03-01`; may be empty
    /// for an assumption.
    pub date: String,
}
