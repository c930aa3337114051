//! What becomes of premises when they are vacated.

use crate::domain::AfterUse;
use crate::scenario::quantity::Quantity;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What becomes of a campus once it is no longer in use, for good.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct RawAfterwards {
    /// `sell`, `let`, `hand_back`, `mothball` or `demolish`.
    pub how: Option<AfterUse>,
    /// Terms from the first without use until it is sold, let, handed back or
    /// demolished; 0 if absent.
    pub lag_terms: Option<u32>,
    /// Cost (万元) of it, once: of the sale, of putting back, of demolishing; 0
    /// if absent.
    pub cost: Option<Quantity>,
    /// Proceeds (万元): of a sale once, of letting each term; 0 if absent.
    pub proceeds: Option<Quantity>,
    /// Upkeep (万元) of each term in which the premises stand empty; 0 if absent.
    pub upkeep: Option<Quantity>,
}
