//! A job: what a child process is to do, and how far it is.

use serde::{Deserialize, Serialize};

/// What is to be done.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Kind {
    /// Plans an option.
    Plan {
        /// Which.
        option: u32,
    },
    /// Plans again with a decision made otherwise.
    Why {
        /// The job with the plan.
        of: u32,
        /// The option that was planned.
        option: u32,
        /// The decision, as it is said on the command line.
        decision: String,
        /// Whether the answer is in English.
        #[serde(default)]
        english: bool,
    },
    /// Why there is no plan, or none that reaches a target, and repairs.
    Explain {
        /// Which option.
        option: u32,
        /// Key of a target, if one is asked about.
        target: Option<String>,
        /// Whether the answer is in English.
        #[serde(default)]
        english: bool,
    },
}

impl Kind {
    /// The option it is about.
    pub fn option(&self) -> u32 {
        match self {
            Self::Plan { option } | Self::Why { option, .. } | Self::Explain { option, .. } => {
                *option
            }
        }
    }
}

/// Limits of a run; the scenario's own where absent.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Limits {
    /// Seconds.
    pub seconds: Option<f64>,
    /// Steps of improvement: a run that ends by its work.
    pub steps: Option<u32>,
}

/// How far a job is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// It waits.
    Queued,
    /// An attempt was begun.
    Running,
    /// It has ended with an exit code.
    Ended(i32),
    /// Its result is not wanted.
    Discarded,
}

/// A job.
#[derive(Clone, Debug, PartialEq)]
pub struct Job {
    /// Its number, from 1.
    pub id: u32,
    /// What is to be done.
    pub kind: Kind,
    /// Limits of the run.
    pub limits: Limits,
    /// How far it is.
    pub stage: Stage,
    /// The attempt begun last, from 1; 0 before the first.
    pub attempt: u32,
    /// Whether it is to stop with what it has.
    pub stopped: bool,
    /// When it was queued, in seconds since 1970.
    pub queued_at: u64,
}

impl Job {
    /// Whether it waits or runs.
    pub fn is_open(&self) -> bool {
        matches!(self.stage, Stage::Queued | Stage::Running)
    }

    /// Whether it has a verified plan of an option.
    pub fn has_plan(&self) -> bool {
        self.stage == Stage::Ended(0) && matches!(self.kind, Kind::Plan { .. })
    }
}
