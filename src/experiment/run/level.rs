//! The level of a factor in one plan.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The level of a factor in a plan.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(untagged)]
pub enum Level {
    /// A number.
    Number(f64),
    /// A label, or a value that is a text.
    Label(String),
}
