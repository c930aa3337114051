//! Whether a rule is hard or has a price, as written.

use crate::scenario::quantity::Quantity;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Whether a rule must hold.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum RawEnforcement {
    /// It must hold.
    #[default]
    Hard,
    /// It may be missed at this price (万元) per missed unit.
    Priced(Quantity),
}
