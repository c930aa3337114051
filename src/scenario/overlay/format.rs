//! The overlay file as written.

use crate::scenario::named::Named;
use crate::scenario::raw::{RawSource, RawText};
use ron::value::RawValue;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// An overlay: changes to a scenario or to another overlay.
#[derive(Debug, Default, Deserialize, Serialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct RawOverlay {
    /// The file it changes; a path from the folder of this one.
    pub base: Option<String>,
    /// Title of the result; that of the base if absent.
    pub name: Option<RawText>,
    /// What it is about.
    pub note: Option<RawText>,
    /// The changes in order.
    pub changes: Vec<Option<RawChange>>,
    /// Where the changed figures come from, by field path.
    pub sources: Named<RawSource>,
}

/// A change. The first text is a field path, as in `sources`, in which `*`
/// stands for everything and entries of lists may be called by their keys:
/// `admissions[*,2009-autumn].applicants`.
#[derive(Debug, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum RawChange {
    /// Gives a field or an entry that is there a value.
    Set(String, #[schemars(with = "serde_json::Value")] Box<RawValue>),
    /// Adds an entry to a map (the path ends with its key) or to a list (the
    /// path is the list's).
    Add(String, #[schemars(with = "serde_json::Value")] Box<RawValue>),
    /// Takes a field or an entry away.
    Remove(String),
    /// Multiplies figures by a factor. A count comes out rounded, halves up; a
    /// quantity keeps its unit.
    Scale(String, f64),
}
