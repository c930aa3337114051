//! How the parts of the objective about intakes are counted.

use crate::scenario::named::Named;
use crate::scenario::quantity::Quantity;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Weights of the parts `swing` and `turned_away`, which count where the
/// objective names them.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct RawIntakes {
    /// Weight of each student by which the intake of a programme differs from
    /// the one before, by programme key; 1 if absent.
    pub swing: Named<Quantity>,
    /// Weight of each applicant who gets no place, by the key of a pool or of
    /// a programme in no pool; 1 if absent.
    pub turned_away: Named<Quantity>,
}
