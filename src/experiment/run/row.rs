//! A row of a study: what became of one of its plans.
//!
//! A row is one line of JSON. It holds no clock, host or thread count, so that
//! the same plan gives the same bytes wherever and whenever it was made, as
//! long as the limits are steps and gaps.

use super::level::Level;
use crate::domain::Text;
use crate::plan::{Status, TermKey};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What became of a plan of a study.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Row {
    /// Number of the plan, from 0.
    pub plan: usize,
    /// Level of each factor by its key.
    pub factors: BTreeMap<String, Level>,
    /// What became of it.
    pub status: RowStatus,
    /// Why there is no verified plan; null where there is one.
    pub reason: Option<Text>,
    /// How the run ended; null without a plan.
    pub ended: Option<Status>,
    /// Indicators by key, those the study keeps, in the units the manifest
    /// gives. Finite numbers. One that is not known of this plan, such as a
    /// bound that was not proven, is left out; without a verified plan there
    /// are none.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub indicators: BTreeMap<String, f64>,
    /// How each target is met, by its key; without a verified plan there is
    /// nothing.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub targets: BTreeMap<String, TargetStanding>,
    /// Decisions of the first stage by name, like `open erzhong` or `classes
    /// shukong 2007-autumn zongbu`; what is decided to be 0 is left out.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub decisions: BTreeMap<String, u32>,
    /// Checksum of the row and of the study it belongs to: half of a SHA-256, in
    /// hex.
    #[serde(default)]
    pub check: String,
}

/// What became of a plan of a study.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum RowStatus {
    /// A plan that passed its verification.
    Verified,
    /// A plan that did not pass it.
    Unverified,
    /// No plan can satisfy the hard rules.
    Infeasible,
    /// The limit came before any plan.
    NothingFound,
    /// The solver or the program failed, or the case itself can't be used.
    Failed,
}

impl RowStatus {
    /// All of them.
    pub const ALL: [Self; 5] =
        [Self::Verified, Self::Unverified, Self::Infeasible, Self::NothingFound, Self::Failed];

    /// What a word stands for.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|status| status.key() == key)
    }

    /// The word for it, in rows and on the command line.
    pub fn key(self) -> &'static str {
        match self {
            Self::Verified => "verified",
            Self::Unverified => "unverified",
            Self::Infeasible => "infeasible",
            Self::NothingFound => "nothing_found",
            Self::Failed => "failed",
        }
    }
}

/// How a target is met over the terms in which it applies.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TargetStanding {
    /// Whether it is met in every one of them.
    pub met: bool,
    /// The first of them from which on it stays met; null where it is not met
    /// in the last one.
    pub from: Option<TermKey>,
    /// Largest shortfall, in what the target counts.
    pub worst_missed: f64,
}
