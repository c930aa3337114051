//! Kernel: the columns that a good solution is likely to use.
//!
//! A column whose reduced cost in the continuous problem is large is at its bound in
//! good solutions too, so that it is left there (kernel search: Angelelli, Mansini and
//! Speranza, Computers & Operations Research 37, 2010; here one kernel without
//! buckets). Posts for given classes are found in a third of the time.

use super::backend::{SolveRequest, SolverError, Strategy, Termination};
use super::progress::Phase;
use super::run::Run;
use crate::model::linear::Linear;
use crate::model::problem::{Column, Problem};

/// A reduced cost is large if one unit of the column costs this share of the objective.
const LARGE: f64 = 1e-4;

/// The problem with each column at its bound whose reduced cost in the continuous
/// problem is large. `None` where that problem has no solution, or was not solved in
/// time.
///
/// # Errors
///
/// When the solver fails.
pub fn kernel(
    run: &Run<'_>,
    problem: &Problem,
    objective: &Linear,
) -> Result<Option<Problem>, SolverError> {
    let relaxed = problem.continuous();
    let request = SolveRequest {
        problem: &relaxed,
        objective_cuts: &[],
        objective,
        start: None,
        termination: Termination {
            time: run.remaining(),
            gap: 0.0,
            objective_target: None,
            nodes: None,
            threads: 1,
            seed: run.limits.seed,
            strategy: Strategy::Default,
        },
    };
    let Some(duals) = run.duals(Phase::Improving, &request)? else {
        return Ok(None);
    };
    let reduced = reduced_costs(problem, objective, &duals);
    let large = LARGE * dual_value(problem, objective, (&duals, &reduced)).abs();
    let mut kernel = problem.clone();
    for (column, cost) in kernel.columns.iter_mut().zip(reduced) {
        if cost > large {
            column.upper = column.lower;
        } else if cost < -large {
            column.lower = column.upper;
        }
    }
    Ok(Some(kernel))
}

/// Cost of each column less what its rows are worth: `c − yᵀA`.
fn reduced_costs(problem: &Problem, objective: &Linear, duals: &[f64]) -> Vec<f64> {
    let mut reduced = vec![0.0; problem.columns.len()];
    for (column, cost) in &objective.terms {
        reduced[column.0] += cost;
    }
    for (row, dual) in problem.rows.iter().zip(duals).filter(|(_, dual)| **dual != 0.0) {
        for (column, coefficient) in &row.linear.terms {
            reduced[column.0] -= dual * coefficient;
        }
    }
    reduced
}

/// The value of the continuous problem: what the rows are worth, and each column at
/// the bound at which its reduced cost is least.
fn dual_value(problem: &Problem, objective: &Linear, (duals, reduced): (&[f64], &[f64])) -> f64 {
    let rows: f64 = problem.rows.iter().zip(duals).map(|(row, dual)| dual * row.upper).sum();
    let at_bound = |(column, cost): (&Column, &f64)| {
        let bound = if *cost > 0.0 { column.lower } else { column.upper };
        if bound.is_finite() { bound * cost } else { 0.0 }
    };
    let columns: f64 = problem.columns.iter().zip(reduced).map(at_bound).sum();
    objective.constant + rows + columns
}
