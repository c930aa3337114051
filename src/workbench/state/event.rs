//! What has happened: a line of the journal each.

use super::{Edit, Kind, Limits, Source};
use serde::{Deserialize, Serialize};

/// Something that has happened.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "event", rename_all = "snake_case")]
pub enum Event {
    /// The base was chosen.
    Based {
        /// Path of its file from the folder.
        file: String,
    },
    /// An option was made.
    Made {
        /// Its number.
        option: u32,
        /// Its title.
        name: String,
        /// The option whose changes it begins with.
        copy_of: Option<u32>,
    },
    /// An option has another title.
    Renamed {
        /// Which.
        option: u32,
        /// The title.
        name: String,
    },
    /// An option is no longer shown.
    Removed {
        /// Which.
        option: u32,
    },
    /// Changes were made together.
    Changed {
        /// In which option.
        option: u32,
        /// The changes.
        edits: Vec<Edit>,
        /// Where their figures come from.
        sources: Vec<Source>,
    },
    /// A change was taken back, whatever came after it.
    Reverted {
        /// In which option.
        option: u32,
        /// What the change is called by.
        mark: String,
    },
    /// The last step was taken back.
    Undone {
        /// In which option.
        option: u32,
    },
    /// The step taken back last was made again.
    Redone {
        /// In which option.
        option: u32,
    },
    /// A job waits to be run.
    Queued {
        /// Its number.
        job: u32,
        /// What is to be done.
        kind: Kind,
        /// Limits of the run.
        limits: Limits,
    },
    /// A child process was begun.
    Started {
        /// Of which job.
        job: u32,
        /// Which attempt, from 1.
        attempt: u32,
    },
    /// A job is to stop with what it has.
    Stopped {
        /// Which.
        job: u32,
    },
    /// A job is to end, and its result is not wanted.
    Discarded {
        /// Which.
        job: u32,
    },
    /// A job has ended.
    Ended {
        /// Which.
        job: u32,
        /// Which attempt ended.
        attempt: u32,
        /// Exit code of the child process.
        exit: i32,
    },
}

impl Event {
    /// The option that it changes.
    pub fn option(&self) -> Option<u32> {
        match self {
            Self::Made { option, .. }
            | Self::Renamed { option, .. }
            | Self::Removed { option }
            | Self::Changed { option, .. }
            | Self::Reverted { option, .. }
            | Self::Undone { option }
            | Self::Redone { option } => Some(*option),
            _ => None,
        }
    }
}
