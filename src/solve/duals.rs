//! Dual values of a continuous relaxation, by which its bound can be computed
//! again without a solver.

use super::backend::{SolveRequest, SolverError, Strategy, Termination};
use super::progress::Phase;
use super::run::Run;
use crate::model::linear::Linear;
use crate::model::problem::Problem;

/// Dual values of the rows of a problem and of its objective cuts, in order, where
/// the objective is least and nothing need be whole. None where the time left in
/// the run was too short.
///
/// # Errors
///
/// When the solver fails.
pub fn duals(
    run: &Run<'_>,
    problem: &Problem,
    objective_cuts: &[(Linear, f64)],
    objective: &Linear,
) -> Result<Option<Vec<f64>>, SolverError> {
    let request = SolveRequest {
        problem: &problem.continuous(),
        objective_cuts,
        objective,
        start: None,
        termination: Termination {
            time: run.remaining(),
            gap: 0.0,
            objective_target: None,
            nodes: None,
            threads: 1,
            seed: run.limits.seed,
            strategy: Strategy::Bound,
        },
    };
    run.duals(Phase::Bounding, &request)
}
