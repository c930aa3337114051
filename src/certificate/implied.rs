//! Upper bounds of columns that the rows imply where the column states none.
//!
//! From Σ_k a_k x_k ≤ b with a_j > 0 follows x_j ≤ (b − Σ_{k≠j} min a_k x_k) / a_j,
//! as far as every other term has a least value. Repeated, since one bound gives
//! others.

use super::interval::Interval;
use super::statement::Statement;
use crate::model::linear::Variable;

/// Most rounds over the rows.
const ROUNDS: usize = 12;

/// Upper bounds of all columns of a statement. `below` also holds where it is
/// given: the objective is at most this.
pub fn upper_bounds(statement: &Statement<'_>, below: Option<f64>) -> Vec<f64> {
    let mut upper: Vec<f64> = statement.columns().iter().map(|column| column.upper).collect();
    let mut forms: Vec<AtMost<'_>> = Vec::new();
    for row in statement.rows() {
        forms.push(AtMost { terms: row.terms, sign: 1.0, right: row.right });
        if row.equal {
            let right = Interval::ZERO - row.right;
            forms.push(AtMost { terms: row.terms, sign: -1.0, right });
        }
    }
    if let Some(below) = below {
        let right = Interval::from(below) - Interval::from(statement.objective.constant);
        forms.push(AtMost { terms: &statement.objective.terms, sign: 1.0, right });
    }
    let lower: Vec<f64> = statement.columns().iter().map(|column| column.lower).collect();
    for _ in 0..ROUNDS {
        let before = open(&upper);
        for form in &forms {
            form.tighten(&lower, &mut upper);
        }
        if open(&upper) == before {
            break;
        }
    }
    upper
}

/// How many columns have no upper bound.
fn open(upper: &[f64]) -> usize {
    upper.iter().filter(|bound| bound.is_infinite()).count()
}

/// sign · Σ a_k x_k ≤ right.
struct AtMost<'a> {
    terms: &'a [(Variable, f64)],
    sign: f64,
    right: Interval,
}

impl AtMost<'_> {
    /// Bounds the columns that have no bound yet.
    fn tighten(&self, lower: &[f64], upper: &mut [f64]) {
        let unbounded = |(variable, by): &(Variable, f64)| {
            upper[variable.0].is_infinite() && by * self.sign > 0.0
        };
        let found: Vec<usize> = self
            .terms
            .iter()
            .filter(|term| unbounded(term))
            .map(|(variable, _)| variable.0)
            .collect();
        if found.is_empty() {
            return;
        }
        let mut least = Interval::ZERO;
        for (variable, by) in self.terms {
            let by = by * self.sign;
            let end = if by > 0.0 { lower[variable.0] } else { upper[variable.0] };
            if end.is_infinite() {
                return;
            }
            least = least + Interval::from(by) * Interval::from(end);
        }
        for (variable, by) in self.terms.iter().filter(|(variable, _)| found.contains(&variable.0))
        {
            let by = by * self.sign;
            let own = Interval::from(by) * Interval::from(lower[variable.0]);
            let most = (self.right - (least - own)).over(by);
            if most.is_finite() {
                upper[variable.0] = most.max(lower[variable.0]);
            }
        }
    }
}
