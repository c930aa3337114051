//! Whole intakes in the relaxation: with the classes of a solution, the students of
//! each path are made whole before posts are found.
//!
//! Posts follow classes and hardly depend on how many students a class has, so
//! that nothing is lost by deciding intakes in the smaller model, and the whole
//! model is left with posts alone.

use super::backend::SolverError;
use super::lexicographic::{WorkLimit, ideal_value, minimise};
use super::mip_start::{class_columns, fix_at_ideal, fixed, head_columns, sites};
use super::progress::Phase;
use super::relaxation::Relaxation;
use super::run::Run;
use crate::model::linear::Variable;

/// What it may take.
const INTAKES: WorkLimit = WorkLimit { share: 0.3, gap: 2e-3, nodes: &[500] };

/// Students further from a whole number are not whole.
const WHOLE: f64 = 1e-6;

/// What may change with the intakes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sites {
    /// Campuses, modules and movable units stay.
    Fixed,
    /// They are decided as well: a solution may have used the last place that only
    /// fractions of students fit.
    Free,
}

/// The solution with whole students on each path and with its targets at their
/// ideal value. `None` where there is none, or none was found.
///
/// # Errors
///
/// When the solver fails.
pub fn whole_intakes(
    run: &Run<'_>,
    relaxation: &Relaxation,
    (values, kept): (&[f64], Sites),
) -> Result<Option<Vec<f64>>, SolverError> {
    let Relaxation { model, tiers } = relaxation;
    let kept = sites(model).filter(|_| kept == Sites::Fixed);
    let decided = class_columns(model).chain(kept);
    let mut problem = fixed(&model.problem, decided.map(|column| (column, values[column.0])));
    for column in head_columns(model) {
        problem.columns[column.0].whole = true;
    }
    let tiers = match &tiers[..] {
        [(first, goal), later @ ..] if ideal_value(first).is_some() && !later.is_empty() => {
            fix_at_ideal(&mut problem, goal);
            later
        }
        all => all,
    };
    minimise(run, |_, _| Phase::Improving, (&problem, tiers), INTAKES)
}

/// Whether the values of columns are whole in a solution.
pub fn are_whole(columns: &[Variable], values: &[f64]) -> bool {
    let mut students = columns.iter().map(|column| values[column.0]);
    students.all(|students| (students - students.round()).abs() <= WHOLE)
}
