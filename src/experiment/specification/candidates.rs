//! Candidate first stages of a follow-up study, which plans each of them in
//! every future of another study.

use super::factor::{Bundle, Factor, Levels};
use super::first_stage::{FirstStage, Kind};
use super::pinning::pins;
use crate::domain::Scenario;
use crate::experiment::trouble::Trouble;
use crate::words::experiment as words;
use serde::{Deserialize, Serialize};

/// Key of the factor that is the candidate.
pub const FACTOR: &str = "first_stage";

/// The decisions of some kinds.
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
