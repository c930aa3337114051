//! Rule Bands as written.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Rule Bands: which terms of study a campus takes, and after which a class
/// changes campus.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct RawBands {
    /// What campuses take; a campus without an entry takes all terms.
    pub campuses: Vec<RawCampusBands>,
    /// Terms of study after which classes change campus.
    pub changes: Vec<RawChange>,
}

/// Terms of study that a campus takes.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct RawCampusBands {
    /// Campus.
    pub campus: Option<String>,
    /// Programmes; all that no other entry of the campus names if absent.
    pub programmes: Vec<String>,
    /// First and last term of study, `"1-2"`; among several the plan chooses
    /// one for the whole horizon.
    pub bands: Vec<String>,
    /// From which term on; the first of the horizon if absent.
    pub from: Option<String>,
}

/// A term of study after which classes change campus.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct RawChange {
    /// Programmes; all that are longer if absent.
    pub programmes: Vec<String>,
    /// The last term of study before the change.
    pub after: Option<u32>,
    /// Whether they must change; `false`: they may, also in their last school
    /// year; `true` if absent.
    pub must: Option<bool>,
}
