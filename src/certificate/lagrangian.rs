//! The bound that dual values prove.
//!
//! For min c·x, A x ≤ b (or = b), l ≤ x ≤ u and any y with y_i ≤ 0 on the rows of ≤,
//! c·x ≥ y·b + Σ_j min over [l_j, u_j] of (c_j − Σ_i y_i a_ij) x_j. Whatever the duals
//! are, the bound is true; only with those of the optimum it is the optimum. Duals of
//! the wrong sign are taken to be 0. Every operation is rounded outward.

use super::implied::upper_bounds;
use super::interval::Interval;
use super::statement::Statement;

/// No solution of the statement has an objective below this; minus infinity where
/// the duals prove nothing. `below` is a value of the objective above which nothing
/// need be proven. `duals` are by the position of the row.
pub fn bound(statement: &Statement<'_>, duals: &[(usize, f64)], below: Option<f64>) -> f64 {
    let mut reduced = vec![Interval::ZERO; statement.columns().len()];
    for (variable, by) in &statement.objective.terms {
        reduced[variable.0] = reduced[variable.0] + Interval::from(*by);
    }
    let mut sum = Interval::from(statement.objective.constant);
    let by_row = spread(duals, statement);
    for (row, dual) in statement.rows().zip(by_row) {
        let usable = dual.is_finite() && (row.equal || dual < 0.0);
        if dual == 0.0 || !usable {
            continue;
        }
        let dual = Interval::from(dual);
        sum = sum + dual * row.right;
        for (variable, by) in row.terms {
            reduced[variable.0] = reduced[variable.0] - dual * Interval::from(*by);
        }
    }
    let upper = upper_bounds(statement, below);
    for ((column, reduced), upper) in statement.columns().iter().zip(reduced).zip(upper) {
        let range = Interval { low: column.lower, high: upper };
        let least = (reduced * range).low;
        sum = sum + Interval { low: least, high: least };
    }
    let proven = sum.low;
    match below {
        Some(below) => proven.min(below),
        None => proven,
    }
}

/// Duals of all rows; those of rows that there are not are left out.
fn spread(duals: &[(usize, f64)], statement: &Statement<'_>) -> Vec<f64> {
    let mut all = vec![0.0; statement.problem.rows.len() + statement.cuts.len()];
    for (row, dual) in duals {
        if let Some(place) = all.get_mut(*row) {
            *place = *dual;
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use super::bound;
    use crate::certificate::Statement;
    use crate::domain::Rule;
    use crate::model::linear::{Linear, Variable};
    use crate::model::problem::{Label, Place, Problem};
    use proptest::prelude::*;

    const LABEL: Label = Label { rule: Rule::Capacity, name: "row", place: Place::All, term: None };

    fn linear(terms: &[f64]) -> Linear {
        let mut sum = Linear::default();
        for (column, by) in terms.iter().enumerate() {
            sum.push(Variable(column), *by);
        }
        sum
    }

    /// min 2x + 3y, x + y ≥ 4, x ≤ 3: x = 3, y = 1, and the row is worth 3.
    fn two_columns() -> Problem {
        let mut problem = Problem::default();
        problem.real(3.0);
        problem.real(f64::INFINITY);
        problem.at_most(LABEL, Linear::from(4.0), linear(&[1.0, 1.0]));
        problem
    }

    fn stated<'a>(problem: &'a Problem, objective: &[f64]) -> Statement<'a> {
        Statement { problem, cuts: Vec::new(), objective: linear(objective) }
    }

    /// Whether a bound is this, but for roundings downward.
    fn just_below(bound: f64, value: f64) -> bool {
        bound <= value && bound > value - 1e-12
    }

    #[test]
    fn duals_of_the_optimum_prove_the_optimum() {
        let problem = two_columns();
        let statement = stated(&problem, &[2.0, 3.0]);
        // What rounding leaves of y's reduced cost meets the bound that 10 gives y.
        assert!(just_below(bound(&statement, &[(0, -3.0)], Some(10.0)), 9.0));
        // With the row worth 2 nothing is left of x, and 1 of each y: 8.
        assert!(just_below(bound(&statement, &[(0, -2.0)], None), 8.0));
        assert!(just_below(bound(&statement, &[], None), 0.0));
    }

    #[test]
    fn duals_of_the_wrong_sign_of_no_row_or_no_number_count_for_nothing() {
        let problem = two_columns();
        let statement = stated(&problem, &[2.0, 3.0]);
        for duals in [(0, 3.0), (7, -3.0), (0, f64::NAN), (0, f64::NEG_INFINITY)] {
            assert!(just_below(bound(&statement, &[duals], None), 0.0), "{duals:?}");
        }
    }

    #[test]
    fn a_column_without_bound_takes_one_from_the_objective_or_proves_nothing() {
        let problem = two_columns();
        let statement = stated(&problem, &[2.0, 3.0]);
        // The row worth 4: 16 − 2·3 − 1·y, and y is at most 9 / 3.
        assert!(bound(&statement, &[(0, -4.0)], None).is_infinite());
        assert!(just_below(bound(&statement, &[(0, -4.0)], Some(9.0)), 7.0));
    }

    #[test]
    fn a_column_without_bound_takes_one_from_a_row() {
        let mut problem = two_columns();
        problem.at_most(LABEL, linear(&[1.0, 2.0]), Linear::from(8.0));
        let statement = stated(&problem, &[2.0, 3.0]);
        // y ≤ 4: 16 − 2·3 − 1·4
        assert!(just_below(bound(&statement, &[(0, -4.0)], None), 6.0));
    }

    #[test]
    fn a_row_of_equals_may_have_either_sign() {
        let mut problem = Problem::default();
        problem.real(5.0);
        problem.equal(LABEL, linear(&[1.0]), Linear::from(2.0));
        assert!(just_below(bound(&stated(&problem, &[3.0]), &[(0, 3.0)], None), 6.0));
        assert!(just_below(bound(&stated(&problem, &[-3.0]), &[(0, -3.0)], None), -6.0));
    }

    #[test]
    fn a_cut_on_an_earlier_tier_counts_with_its_constant() {
        let mut problem = Problem::default();
        problem.real(10.0);
        let cut = Linear { constant: 1.0, ..linear(&[-1.0]) };
        let cuts = vec![(cut, -3.0)];
        // 1 − x ≤ −3: x ≥ 4
        let statement = Statement { problem: &problem, cuts, objective: linear(&[2.0]) };
        assert!(just_below(bound(&statement, &[(0, -2.0)], None), 8.0));
    }

    /// Columns 0..=3, whole; rows Σ a x ≤ b; an objective.
    type Tiny = (Vec<Vec<f64>>, Vec<f64>, Vec<f64>);

    fn figure() -> impl Strategy<Value = f64> {
        (-30..30_i32).prop_map(|tenths| f64::from(tenths) / 10.0)
    }

    fn tiny() -> impl Strategy<Value = Tiny> {
        let row = prop::collection::vec(figure(), 4);
        (
            prop::collection::vec(row, 3),
            prop::collection::vec(figure(), 3),
            prop::collection::vec(figure(), 4),
        )
    }

    /// The least objective by trying all points.
    fn tried((rows, right, objective): &Tiny) -> Option<f64> {
        let dot = |one: &[f64], other: &[f64]| -> f64 {
            one.iter().zip(other).map(|(one, other)| one * other).sum()
        };
        let mut best: Option<f64> = None;
        for point in 0..256_u32 {
            let x: Vec<f64> = (0..4).map(|at| f64::from((point >> (2 * at)) & 3)).collect();
            let inside = rows.iter().zip(right).all(|(row, most)| dot(row, &x) <= most - 1e-9);
            if inside {
                let value = dot(objective, &x);
                best = Some(best.map_or(value, |best| best.min(value)));
            }
        }
        best
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2000))]
        #[test]
        fn no_duals_prove_more_than_the_optimum(
            tiny in tiny(),
            duals in prop::collection::vec((0..5_usize, -9.0..9.0_f64), 0..6),
            open in any::<bool>(),
        ) {
            let Some(best) = tried(&tiny) else { return Ok(()) };
            let (rows, right, objective) = &tiny;
            let mut problem = Problem::default();
            for _ in 0..4 {
                problem.whole(3.0);
            }
            if open {
                // The last column keeps its bound in a row.
                problem.columns[3].upper = f64::INFINITY;
                problem.at_most(LABEL, linear(&[0.0, 0.0, 0.0, 1.0]), Linear::from(3.0));
            }
            for (row, most) in rows.iter().zip(right) {
                problem.at_most(LABEL, linear(row), Linear::from(*most));
            }
            let statement = stated(&problem, objective);
            prop_assert!(bound(&statement, &duals, None) <= best);
            prop_assert!(bound(&statement, &duals, Some(best)) <= best);
        }
    }
}
