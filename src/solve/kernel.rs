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

#[cfg(test)]
mod tests {
    use super::{dual_value, kernel, reduced_costs};
    use crate::domain::{Limits, Rule};
    use crate::model::linear::{Linear, Variable};
    use crate::model::problem::{Label, Place, Problem};
    use crate::solve::run::Run;
    use crate::solve::{Highs, Unwatched};
    use std::time::Instant;

    /// At least 2 of `x + y + z`, each at most 3, at costs of 1, 1.00005 and 5: the
    /// dual value of the row is 1, so that reduced costs are 0, 0.00005 and 4, and the
    /// continuous problem costs 2.
    fn problem() -> (Problem, Linear) {
        let mut problem = Problem::default();
        let [x, y, z] = [(); 3].map(|()| problem.whole(3.0));
        let label = Label { rule: Rule::Capacity, name: "enough", place: Place::All, term: None };
        let sum = [x, y, z].map(|column| (column, 1.0)).to_vec();
        problem.at_most(label, 2.0.into(), Linear { terms: sum, constant: 0.0 });
        (problem, Linear { terms: vec![(x, 1.0), (y, 1.000_05), (z, 5.0)], constant: 0.0 })
    }

    #[test]
    fn only_columns_of_large_reduced_cost_stay_at_their_bound() {
        let (problem, objective) = problem();
        let limits = Limits { time_limit_s: None, gap: 0.0, steps: None, threads: 1, seed: 0 };
        let run = Run { backend: &Highs, observer: &Unwatched, began: Instant::now(), limits };
        let kernel = kernel(&run, &problem, &objective).expect("it runs").expect("duals");
        // 0.01 % of 2 is 0.0002: more than 0.00005, less than 4.
        let upper: Vec<f64> = kernel.columns.iter().map(|column| column.upper).collect();
        assert_eq!(upper, [3.0, 3.0, 0.0]);
        assert!(kernel.columns.iter().all(|column| column.whole));
    }

    #[test]
    fn reduced_costs_and_value_by_hand() {
        let (problem, objective) = problem();
        // The row is stated as −x − y − z ≤ −2, with a dual value of −1.
        let reduced = reduced_costs(&problem, &objective, &[-1.0]);
        let expected = [0.0, 0.000_05, 4.0];
        assert!(reduced.iter().zip(expected).all(|(one, other)| (one - other).abs() < 1e-12));
        assert!((dual_value(&problem, &objective, (&[-1.0], &reduced)) - 2.0).abs() < 1e-12);
        assert_eq!(problem.rows[0].linear.terms[0], (Variable(0), -1.0));
    }
}
