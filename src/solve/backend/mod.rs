//! Requests to a solver and its results; one file for each solver.

pub mod bridge;
mod highs;

pub use highs::Highs;

use crate::domain::Status;
use crate::model::linear::Linear;
use crate::model::problem::Problem;
use std::time::Duration;

/// A request: minimise `objective` over `problem` and some further rows.
#[derive(Clone, Copy)]
pub struct SolveRequest<'a> {
    /// Columns and rows.
    pub problem: &'a Problem,
    /// Further rows: the expression is at most the value.
    pub objective_cuts: &'a [(Linear, f64)],
    /// The objective, minimised.
    pub objective: &'a Linear,
    /// A solution to start from.
    pub start: Option<&'a [f64]>,
    /// When to stop.
    pub termination: Termination,
}

/// When a solver stops.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Termination {
    /// After this time.
    pub time: Option<Duration>,
    /// At this relative gap.
    pub gap: f64,
    /// At a solution that is no worse than this, whatever is proven of it.
    pub objective_target: Option<f64>,
    /// After this many nodes.
    pub nodes: Option<u32>,
    /// Threads.
    pub threads: u32,
    /// Seed.
    pub seed: u32,
    /// How the search tree is built.
    pub strategy: Strategy,
}

/// How the search tree is built.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Strategy {
    /// The solver's own.
    #[default]
    Default,
    /// For a neighbourhood of a known solution: without the heuristics that fix
    /// columns by their reduced costs or by rounding at the root, which take longer
    /// there than the rest of the root and find what the neighbourhood already is.
    Neighbourhood,
    /// For the bound alone: without heuristics.
    Bound,
}

/// The result of a request.
#[derive(Clone, Debug)]
pub enum SolveResult {
    /// A solution.
    Solution(Solution),
    /// There is none.
    Infeasible,
    /// None was found before the solver had to stop.
    NotFound {
        /// How it ended.
        status: Status,
        /// No solution is better than this, if the solver proved anything.
        bound: Option<f64>,
    },
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

/// Watches one request from inside the solver.
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
    /// Its message.
    pub reason: String,
}

/// A solver.
pub trait Backend: Sync {
    /// Solves a request.
    ///
    /// # Errors
    ///
    /// When the solver itself fails.
    fn solve(
        &self,
        request: &SolveRequest<'_>,
        watch: &dyn Watch,
    ) -> Result<SolveResult, SolverError>;

    /// Dual values of a request without integrality at its optimum: of the rows,
    /// then of the objective cuts, in order. For a minimum those of `≤` are at most
    /// 0. None where no optimum was reached, or by a solver that has none to give.
    ///
    /// # Errors
    ///
    /// When the solver itself fails.
    fn duals(
        &self,
        _request: &SolveRequest<'_>,
        _watch: &dyn Watch,
    ) -> Result<Option<Vec<f64>>, SolverError> {
        Ok(None)
    }
}

/// The result of a request in which nothing is to be decided: `HiGHS` takes no
/// start of no columns.
#[must_use]
pub fn without_columns(request: &SolveRequest<'_>) -> SolveResult {
    let mut rows = request.problem.rows.iter();
    let rows = rows.all(|row| row.lower <= 0.0 && 0.0 <= row.upper);
    let mut cuts = request.objective_cuts.iter();
    if rows && cuts.all(|(linear, most)| linear.constant <= *most) {
        let bound = Some(request.objective.constant);
        SolveResult::Solution(Solution { values: Vec::new(), bound, status: Status::GapReached })
    } else {
        SolveResult::Infeasible
    }
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
