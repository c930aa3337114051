//! What a scenario was put together from.

use crate::domain::Text;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What a scenario was put together from, if it is not one file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Lineage {
    /// The scenario at the bottom.
    pub base: BaseFile,
    /// Overlays in the order in which they were laid over it.
    pub overlays: Vec<OverlayFile>,
    /// Files with standards that the scenario names.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub standards: Vec<BaseFile>,
    /// Changes from the command line as given, in the order in which they
    /// were made.
    pub changes: Vec<String>,
}

/// A scenario file, or a file with a set of standards.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct BaseFile {
    /// Name of the file, without its folder.
    pub file: String,
    /// SHA-256 of the file, in hex.
    pub sha256: String,
}

/// An overlay file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct OverlayFile {
    /// Name of the file, without its folder.
    pub file: String,
    /// Its title; null if it has none.
    pub name: Option<Text>,
    /// What it is about; null if it does not say.
    pub note: Option<Text>,
    /// SHA-256 of the file, in hex.
    pub sha256: String,
}
