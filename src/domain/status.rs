//! How a run or a tier of the objective ended.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// How a run or a tier ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// The value is proven to be within the gap that was asked for.
    GapReached,
    /// It was proven so, and making intakes and posts whole took it further
    /// away.
    Settled,
    /// The time limit came first.
    TimeLimit,
    /// The limit on the work came first: improvement steps or nodes.
    WorkLimit,
    /// The user stopped it.
    Interrupted,
}
