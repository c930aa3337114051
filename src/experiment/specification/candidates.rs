//! Candidate first stages of a follow-up study, which plans each of them in
//! every future of another study.

use super::factor::{Bundle, Factor, Levels};
use super::pinning::pins;
use crate::domain::Scenario;
use crate::experiment::trouble::Trouble;
use crate::words::experiment as words;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Key of the factor that is the candidate.
pub const FACTOR: &str = "first_stage";

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
    #[must_use]
    pub fn of(name: &str) -> Option<Self> {
        let first = name.split(' ').next();
        Self::ALL.into_iter().find(|kind| first == Some(kind.word()))
    }

    /// How the names of its decisions begin.
    fn word(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Built => "built",
            Self::Admit => "admit",
            Self::Hired => "hired",
            Self::Classes => "classes",
        }
    }
}

/// The decisions of some kinds.
#[must_use]
pub fn only(kinds: &[Kind], decisions: &FirstStage) -> FirstStage {
    let all = decisions.iter();
    let wanted = all.filter(|(name, _)| Kind::of(name).is_some_and(|kind| kinds.contains(&kind)));
    wanted.map(|(name, value)| (name.clone(), *value)).collect()
}

/// The candidates of a follow-up study, `candidates.json` in its directory.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Candidates {
    /// The kinds of decisions that make a candidate; others are left to each
    /// future.
    pub kinds: Vec<Kind>,
    /// What each decides.
    pub first_stages: Vec<FirstStage>,
}

impl Candidates {
    /// Reads them.
    ///
    /// # Errors
    ///
    /// When they are none.
    pub fn read(json: &[u8], name: &dyn std::fmt::Display) -> Result<Self, Trouble> {
        serde_json::from_slice(json)
            .map_err(|error| Trouble::wrong(words::bad_manifest(name, &error)))
    }

    /// The factor that is the candidate: each forces all its decisions, those
    /// that are 0 among them.
    ///
    /// # Errors
    ///
    /// When a decision has no pin.
    pub fn factor(&self, scenario: &Scenario) -> Result<Factor, ron::error::SpannedError> {
        let bundle = |(index, own): (usize, &FirstStage)| {
            let number = index + 1;
            Ok(Bundle {
                label: number.to_string(),
                name: words::candidate(number),
                changes: pins(scenario, &self.kinds, own)?,
            })
        };
        let bundles: Result<Vec<Bundle>, _> =
            self.first_stages.iter().enumerate().map(bundle).collect();
        Ok(Factor {
            key: FACTOR.to_owned(),
            name: words::first_stage(),
            sets: Vec::new(),
            scales: Vec::new(),
            levels: Levels::Bundles(bundles?),
        })
    }
}
