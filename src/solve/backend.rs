//! What a solver is asked and what it answers; one file for each solver.

use crate::model::linear::Linear;
use crate::model::problem::Problem;
use crate::plan::Status;
use std::time::Duration;

/// A question: minimise `objective` over `problem` and some further rows.
#[derive(Clone, Copy)]
pub struct Question<'a> {
    /// Columns and rows.
    pub problem: &'a Problem,
    /// Further rows: the expression is at most the value.
    pub caps: &'a [(Linear, f64)],
    /// What is minimised.
    pub objective: &'a Linear,
    /// A solution to start from.
    pub start: Option<&'a [f64]>,
    /// When to stop.
    pub stop: StopRule,
}

/// When a solver stops.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct StopRule {
    /// After this time.
    pub time: Option<Duration>,
    /// At this relative gap.
    pub gap: f64,
    /// At a solution that is no worse than this, whatever is proven of it.
    pub enough: Option<f64>,
    /// After this many nodes.
    pub nodes: Option<u32>,
    /// Threads.
    pub threads: u32,
    /// Seed.
    pub seed: u32,
}

/// An answer.
#[derive(Clone, Debug)]
pub enum Answer {
    /// A solution.
    Solution(Solution),
    /// There is none.
    Infeasible,
    /// None was found before the solver had to stop.
    Nothing(Status),
}

/// A solution of a problem.
#[derive(Clone, Debug)]
pub struct Solution {
    /// Value of each column; whole columns are exactly whole.
    pub values: Vec<f64>,
    /// No solution is better than this, if the solver proved anything.
    pub bound: Option<f64>,
    /// How it ended.
    pub status: Status,
}

/// Watches one question from inside the solver.
pub trait Watch: Sync {
    /// Best value and bound so far, infinite while there is none.
    fn progress(&self, best: f64, bound: f64);

    /// Whether to stop.
    fn stop(&self) -> bool;
}

/// The solver failed.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{solver}: {reason}")]
pub struct SolverError {
    /// Which solver.
    pub solver: &'static str,
    /// What it said.
    pub reason: String,
}

/// A solver.
pub trait Backend: Sync {
    /// Answers a question.
    ///
    /// # Errors
    ///
    /// When the solver itself fails.
    fn ask(&self, question: &Question<'_>, watch: &dyn Watch) -> Result<Answer, SolverError>;
}

/// Whole columns rounded, and every column within its bounds.
#[must_use]
pub fn rounded(problem: &Problem, mut values: Vec<f64>) -> Vec<f64> {
    for (value, column) in values.iter_mut().zip(&problem.columns) {
        if column.whole {
            *value = value.round();
        }
        *value = value.clamp(column.lower, column.upper);
    }
    values
}
