//! Plans kept from earlier runs, one file each, named by what they were made
//! from: scenario, version, applicants, options and the plan they began near.

use crate::domain::{Limits, Scenario};
use crate::forecast::applicants;
use crate::fs::{Own, Target};
use crate::model::keys::Places;
use crate::plan::Plan;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

/// What a plan was made from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Key(String);

impl Key {
    /// The key of a run, near the plan of the scenario with the hash `near`.
    pub fn new(scenario: &Scenario, limits: &Limits, near: Option<&str>) -> Self {
        let version = env!("CARGO_PKG_VERSION");
        let tiers = &scenario.tiers;
        let hash = &scenario.hash;
        let cohorts = scenario.cohorts.keys();
        // a path of the projection or a draw changes them, but not the hash
        let applicants: Vec<f64> = cohorts.map(|id| applicants(scenario, id).0).collect();
        let demand = scenario.demand;
        let text =
            format!("{version} {hash} {demand:?} {applicants:?} {tiers:?} {limits:?} {near:?}");
        let digest = Sha256::digest(text.as_bytes());
        Self(digest.iter().fold(String::new(), |mut hex, byte| {
            let _ = write!(hex, "{byte:02x}");
            hex
        }))
    }
}

/// What is kept of a run.
#[derive(Debug, Serialize, Deserialize)]
pub struct Stored {
    /// The plan.
    pub plan: Plan,
    /// What it decides about places.
    pub places: Places,
}

/// A directory of kept plans.
#[derive(Clone, Debug)]
pub struct Store {
    dir: PathBuf,
}

impl Store {
    /// The store in a directory, which need not exist yet.
    pub fn new(dir: &Path) -> Self {
        Self { dir: dir.to_owned() }
    }

    /// What is kept under a key. A file that can't be read counts as none.
    pub fn find(&self, key: &Key) -> Option<Stored> {
        let json = crate::fs::read(&self.path(key), crate::fs::LARGEST_PLAN).ok()?;
        serde_json::from_slice(&json).ok()
    }

    /// Keeps a plan, whole or not at all. A plan that can't be kept is only
    /// computed again, so this can't fail.
    pub fn keep(&self, key: &Key, stored: &Stored) {
        let written = || -> Option<()> {
            let text = serde_json::to_string(stored).ok()?;
            fs::create_dir_all(&self.dir).ok()?;
            let target = Target::check(&self.path(key), Own::InOwnFolder).ok()?;
            target.write_bytes(text.as_bytes()).ok()
        };
        let _ = written();
    }

    fn path(&self, key: &Key) -> PathBuf {
        self.dir.join(format!("{}.json", key.0))
    }
}
