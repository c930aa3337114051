//! A first stage, as rows and follow-up studies name it.

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The decisions of a first stage by name; what is 0 is left out.
pub type FirstStage = BTreeMap<String, u32>;

/// A kind of decision of the first stage, the weightiest first.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, clap::ValueEnum,
)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// Campuses open.
    Open,
    /// Modules begun.
    Built,
    /// Classes admitted.
    Admit,
    /// Recruits.
    Hired,
    /// Where classes sit.
    Classes,
}

impl Kind {
    /// All kinds.
    pub const ALL: [Self; 5] = [Self::Open, Self::Built, Self::Admit, Self::Hired, Self::Classes];

    /// The kind of a decision, by its name.
    pub fn of(name: &str) -> Option<Self> {
        let first = name.split(' ').next();
        Self::ALL.into_iter().find(|kind| first == Some(kind.word()))
    }

    /// How the names of its decisions begin.
    pub(super) fn word(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Built => "built",
            Self::Admit => "admit",
            Self::Hired => "hired",
            Self::Classes => "classes",
        }
    }
}
