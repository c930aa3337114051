//! What a certificate of a tier is about: the continuous relaxation of the model,
//! with the earlier tiers of the objective kept as they are in the plan.

use super::interval::Interval;
use crate::model::linear::{Linear, Variable};
use crate::model::problem::{Column, Problem};

/// Minimise `objective` over the rows of `problem` and the objective cuts, with
/// nothing whole.
#[derive(Clone, Debug)]
pub struct Statement<'a> {
    /// Columns and rows.
    pub problem: &'a Problem,
    /// Earlier tiers: the expression, each column once, is at most the value.
    pub cuts: Vec<(Linear, f64)>,
    /// The tier, each column once.
    pub objective: Linear,
}

/// A row of a statement: Σ terms ≤ right, or = right.
#[derive(Clone, Copy, Debug)]
pub struct StatedRow<'a> {
    /// Left side, each column once.
    pub terms: &'a [(Variable, f64)],
    /// Whether both sides are equal.
    pub equal: bool,
    /// Right side.
    pub right: Interval,
}

impl Statement<'_> {
    /// The columns.
    pub fn columns(&self) -> &[Column] {
        &self.problem.columns
    }

    /// The rows of the model, then the objective cuts: the order of the duals.
    pub fn rows(&self) -> impl Iterator<Item = StatedRow<'_>> {
        let rows = self.problem.rows.iter().map(|row| StatedRow {
            terms: &row.linear.terms,
            equal: row.lower.is_finite(),
            right: row.upper.into(),
        });
        let cuts = self.cuts.iter().map(|(linear, most)| StatedRow {
            terms: &linear.terms,
            equal: false,
            right: Interval::from(*most) - Interval::from(linear.constant),
        });
        rows.chain(cuts)
    }
}
