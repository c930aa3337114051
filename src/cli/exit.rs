//! How the program ends.

use std::process::ExitCode;

/// Exit codes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exit {
    /// A verified plan, or what was asked for.
    Done = 0,
    /// Anything that has no code of its own.
    Failed = 1,
    /// The command line or the scenario is wrong.
    Wrong = 2,
    /// No plan can satisfy the hard rules.
    Infeasible = 3,
    /// No plan was found within the limit.
    NothingFound = 4,
    /// The verification failed.
    Unverified = 5,
    /// A study is incomplete.
    Incomplete = 6,
    /// Temporary: the same may succeed later.
    Temporary = 75,
    /// Ended by Ctrl-C with nothing to show for it yet.
    Interrupted = 130,
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(exit as u8)
    }
}

/// Why the program ends early, in the reader's language.
#[derive(Debug)]
pub struct Failure {
    /// How it ends.
    pub exit: Exit,
    /// Why.
    pub message: String,
}
