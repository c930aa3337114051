//! A published plan that a new one is to stay near.

use crate::domain::{Decision, Part};
use crate::scenario::named::Named;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What a published plan decided. `--keep` writes it from a plan file.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct RawKeep {
    /// The part of the objective before which staying near comes, where
    /// `objective` does not place the part `deviation`; after `cost` if absent.
    pub before: Option<Part>,
    /// The decisions. What is not listed came out as 0.
    pub decided: Vec<RawKept>,
}

/// A decision of a published plan, told as in a pin.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct RawKept {
    /// What was decided.
    pub decision: Option<Decision>,
    /// Programme, of `placement` and `admitted`.
    pub programme: Option<String>,
    /// Term of entry, of `placement` and `admitted`.
    pub entry: Option<String>,
    /// Campus, of `placement`, `open` and `posted`.
    pub campus: Option<String>,
    /// Building option, of `built`.
    pub option: Option<String>,
    /// Subject, of `hired`.
    pub subject: Option<String>,
    /// Staff group given as a count, of `posted`.
    pub staff: Option<String>,
    /// Person of the roster, of `posted`.
    pub person: Option<String>,
    /// How many, from each term on: `{"2008-spring": 2, "2009-autumn": 0}`; of
    /// `admitted` and `hired` in that term.
    pub counts: Named<u32>,
}
