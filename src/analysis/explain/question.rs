//! What is to be explained.

use crate::diagnostic::Diagnostic;
use crate::domain::{Limits, Scenario, Term};
use crate::ids::TargetId;
use crate::scenario::Change;

/// Reads the scenario again with changes made to it.
pub type Reload<'a> = &'a (dyn Fn(&[Change]) -> Result<Scenario, Vec<Diagnostic>> + Sync);

/// What is asked.
#[derive(Clone, Copy)]
pub struct Asked<'a> {
    /// The case.
    pub scenario: &'a Scenario,
    /// Reads it again with changes.
    pub reload: Reload<'a>,
    /// The target to be reached; any plan will do if absent.
    pub goal: Option<Goal>,
    /// How many ways to a plan are looked for.
    pub count: u32,
    /// Limits of each step; its time comes from the budget.
    pub limits: Limits,
}

/// A target that is to be reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Goal {
    /// The target.
    pub target: TargetId,
    /// In which term; in all in which it applies if absent.
    pub at: Option<Term>,
}
