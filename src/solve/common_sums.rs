//! Common sums: what several rows share of a cohort's paths becomes a column of its
//! own.
//!
//! The classes on a path count in every row of every term and campus that the path
//! goes through, and rows of one campus and term (resources, subjects, boarders)
//! count the same paths, each times its own coefficient. With a column for each such
//! sum and a row that defines it, the relaxation of a county has a third of the
//! nonzeros. Its solutions are the same; cuts and the linear problems of the nodes
//! take less time.

use crate::domain::Rule;
use crate::ids::CohortId;
use crate::model::Model;
use crate::model::decisions::Heads;
use crate::model::linear::{Linear, Variable};
use crate::model::problem::{Column, Label, Place, Problem};
use std::collections::BTreeMap;

/// Ratios of coefficients that agree to this many parts are equal.
const RATIO: f64 = 1e-12;

/// Which columns a sum may be of: the classes of a cohort or its students.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Family {
    cohort: CohortId,
    students: bool,
}

/// A part of a row: columns of one family, with coefficients relative to the first.
type Pattern = (Family, Vec<(usize, i64)>);

/// Where a pattern stands: the row, and the coefficient of its first column.
struct Use {
    row: usize,
    scale: f64,
}

/// Introduces a column for each sum that several rows of the model's problem share.
/// New columns and rows come after those that are there.
pub fn introduce(model: &mut Model) {
    let families = families(model);
    introduce_for(&mut model.problem, &families);
}

fn introduce_for(problem: &mut Problem, families: &[Option<Family>]) {
    let mut uses: BTreeMap<Pattern, Vec<Use>> = BTreeMap::new();
    for (row, stated) in problem.rows.iter().enumerate() {
        let mut parts: BTreeMap<Family, Vec<(Variable, f64)>> = BTreeMap::new();
        for (column, coefficient) in &stated.linear.terms {
            if let Some(Some(family)) = families.get(column.0) {
                parts.entry(*family).or_default().push((*column, *coefficient));
            }
        }
        for (family, mut part) in parts {
            part.sort_by_key(|(column, _)| *column);
            let scale = part[0].1;
            uses.entry((family, relative(&part, scale))).or_default().push(Use { row, scale });
        }
    }
    uses.retain(|(_, pattern), uses| (uses.len() - 1) * (pattern.len() - 1) > 1);
    for ((family, pattern), uses) in uses {
        share(problem, family, (&pattern, &uses));
    }
}

/// The family of each column.
fn families(model: &Model) -> Vec<Option<Family>> {
    let mut families = vec![None; model.problem.columns.len()];
    for (cohort, paths) in model.decisions.lanes.iter_enumerated() {
        for path in paths {
            families[path.classes.0] = Some(Family { cohort, students: false });
            if let Heads::Decided(students) = path.heads {
                families[students.0] = Some(Family { cohort, students: true });
            }
        }
    }
    families
}

/// The columns of a part with their coefficients as multiples of `scale`, in units of
/// [`RATIO`].
#[allow(clippy::cast_possible_truncation)] // ratios of coefficients are far below 2^63 units
fn relative(part: &[(Variable, f64)], scale: f64) -> Vec<(usize, i64)> {
    let units = |coefficient: f64| (coefficient / scale / RATIO).round() as i64;
    part.iter().map(|(column, coefficient)| (column.0, units(*coefficient))).collect()
}

/// Replaces a pattern in the rows that have it by a new column.
fn share(problem: &mut Problem, family: Family, (pattern, uses): (&[(usize, i64)], &[Use])) {
    let first = &uses[0];
    let own = problem.rows[first.row].linear.terms.iter();
    let own = own.filter(|(column, _)| pattern.iter().any(|(index, _)| *index == column.0));
    let terms: Vec<(Variable, f64)> =
        own.map(|(column, coefficient)| (*column, coefficient / first.scale)).collect();
    let sum = Linear { terms, constant: 0.0 };
    let (lower, upper) = range(problem, &sum);
    problem.columns.push(Column { lower, upper, whole: false });
    let column = Variable(problem.columns.len() - 1);
    for one in uses {
        let terms = &mut problem.rows[one.row].linear.terms;
        terms.retain(|(column, _)| pattern.binary_search_by_key(&column.0, |p| p.0).is_err());
        terms.push((column, one.scale));
    }
    let place = Place::Cohort(family.cohort);
    let label = Label { rule: Rule::Placement, name: "common", place, term: None };
    problem.equal(label, sum, column.into());
}

/// The least and the largest value of a sum.
fn range(problem: &Problem, sum: &Linear) -> (f64, f64) {
    sum.terms.iter().fold((0.0, 0.0), |(least, most), (column, coefficient)| {
        let Column { lower, upper, .. } = problem.columns[column.0];
        let (one, other) = (lower * coefficient, upper * coefficient);
        (least + one.min(other), most + one.max(other))
    })
}

#[cfg(test)]
mod tests {
    use super::{Family, introduce_for};
    use crate::domain::Rule;
    use crate::ids::CohortId;
    use crate::model::linear::{Linear, Variable};
    use crate::model::problem::{Label, Place, Problem};

    fn row(problem: &mut Problem, terms: &[(usize, f64)]) {
        let label = Label { rule: Rule::Capacity, name: "row", place: Place::All, term: None };
        let terms = terms.iter().map(|(column, by)| (Variable(*column), *by)).collect();
        problem.at_most(label, Linear { terms, constant: 0.0 }, 10.0.into());
    }

    #[test]
    fn rows_that_share_a_multiple_of_a_sum_get_a_column_for_it() {
        let mut problem = Problem::default();
        for _ in 0..5 {
            problem.whole(4.0);
        }
        // x0 + 2·x1 + x2 stands in two rows, once times 3 and beside other columns;
        // x0 + x1 stands in one row only.
        row(&mut problem, &[(0, 1.0), (1, 2.0), (2, 1.0), (4, 7.0)]);
        row(&mut problem, &[(0, 3.0), (1, 6.0), (2, 3.0), (3, 1.0)]);
        row(&mut problem, &[(0, 1.0), (1, 1.0)]);
        let before = problem.clone();
        let of = |cohort| Some(Family { cohort: CohortId(cohort), students: false });
        introduce_for(&mut problem, &[of(0), of(0), of(0), of(1), None]);

        assert_eq!(problem.columns.len(), 6);
        assert_eq!((problem.columns[5].lower, problem.columns[5].upper), (0.0, 16.0));
        assert!(!problem.columns[5].whole);
        let terms: Vec<Vec<(usize, f64)>> = problem
            .rows
            .iter()
            .map(|row| row.linear.terms.iter().map(|(column, by)| (column.0, *by)).collect())
            .collect();
        assert_eq!(terms[0], [(4, 7.0), (5, 1.0)]);
        assert_eq!(terms[1], [(3, 1.0), (5, 3.0)]);
        assert_eq!(terms[2], [(0, 1.0), (1, 1.0)]);
        assert_eq!(terms[3], [(0, 1.0), (1, 2.0), (2, 1.0), (5, -1.0)]);
        // Each row has the value that it had.
        let values = [1.0, 2.0, 3.0, 4.0, 5.0, 8.0];
        for (row, before) in problem.rows.iter().zip(&before.rows) {
            assert!((row.linear.value(&values) - before.linear.value(&values)).abs() < 1e-12);
        }
        assert!(problem.rows[3].linear.value(&values).abs() < 1e-12);
    }
}
