//! Translates a request for `good_lp`.

use super::SolveRequest;
use crate::model::linear::Linear;
use good_lp::solvers::ObjectiveDirection;
use good_lp::variable::{ProblemVariables, UnsolvedProblem};
use good_lp::{Constraint, Expression, Variable, variable};

/// A request in `good_lp`'s terms.
pub struct Bridged {
    /// Variables and objective.
    pub problem: UnsolvedProblem,
    /// Rows.
    pub constraints: Vec<Constraint>,
    /// The variables, in the order of the columns.
    pub variables: Vec<Variable>,
}

/// Translates a request. The constant of the objective is left out.
#[must_use]
pub fn bridge(request: &SolveRequest<'_>) -> Bridged {
    let mut variables = ProblemVariables::new();
    let columns: Vec<Variable> = request
        .problem
        .columns
        .iter()
        .map(|column| {
            let definition = variable().min(column.lower).max(column.upper);
            let definition = if column.whole { definition.integer() } else { definition };
            variables.add(definition)
        })
        .collect();
    let expression = |linear: &Linear| {
        let mut sum = Expression::with_capacity(linear.terms.len());
        for (variable, by) in &linear.terms {
            sum.add_mul(*by, columns[variable.0]);
        }
        sum
    };
    let mut constraints =
        Vec::with_capacity(request.problem.rows.len() + request.objective_cuts.len());
    for row in &request.problem.rows {
        let left = expression(&row.linear);
        constraints.push(if row.lower.is_finite() {
            left.eq(row.upper)
        } else {
            left.leq(row.upper)
        });
    }
    for (linear, most) in request.objective_cuts {
        constraints.push(expression(linear).leq(most - linear.constant));
    }
    let objective = expression(request.objective);
    Bridged {
        problem: variables.optimise(ObjectiveDirection::Minimisation, objective),
        constraints,
        variables: columns,
    }
}
