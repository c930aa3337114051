//! MIP starts: solutions of one model as starts of another, and plans of similar
//! cases by the names of their places.

use crate::domain::Scenario;
use crate::model::Model;
use crate::model::decisions::Heads;
use crate::model::keys::{Places, placed};
use crate::model::linear::{Linear, Variable};
use crate::model::problem::Problem;

/// The problem with columns fixed at a value.
pub fn fixed(problem: &Problem, values: impl IntoIterator<Item = (Variable, f64)>) -> Problem {
    let mut problem = problem.clone();
    for (variable, value) in values {
        let column = &mut problem.columns[variable.0];
        (column.lower, column.upper) = (value, value);
    }
    problem
}

/// Fixes a tier at its ideal value by the bounds of its columns, each at its least
/// contribution: presolve then removes them, where an objective cut with a right
/// side of almost nothing keeps them and misleads the solver's tolerances.
pub fn fix_at_ideal(problem: &mut Problem, tier: &Linear) {
    for (variable, coefficient) in &tier.terms {
        let column = &mut problem.columns[variable.0];
        if *coefficient > 0.0 {
            column.upper = column.lower;
        } else {
            column.lower = column.upper;
        }
    }
}

/// The columns that count the classes on each path.
pub fn class_columns(model: &Model) -> impl Iterator<Item = Variable> + use<'_> {
    model.decisions.lanes.iter().flatten().map(|lane| lane.classes)
}

/// The columns that count the students on each path where they are decided.
pub fn head_columns(model: &Model) -> impl Iterator<Item = Variable> + use<'_> {
    let lanes = model.decisions.lanes.iter().flatten();
    lanes.filter_map(|lane| match lane.heads {
        Heads::Decided(heads) => Some(heads),
        Heads::PerClass(_) => None,
    })
}

/// The columns of campuses, modules and movable units.
pub fn sites(model: &Model) -> impl Iterator<Item = Variable> + use<'_> {
    let decisions = &model.decisions;
    let open = decisions.open.values().flat_map(|open| &open.terms);
    open.map(|(column, _)| *column)
        .chain(decisions.built.values().copied())
        .chain(decisions.stock.values().copied())
}

/// The problem with the classes of a solution.
pub fn with_classes(model: &Model, values: &[f64]) -> Problem {
    fixed(&model.problem, class_columns(model).map(|column| (column, values[column.0])))
}

/// The classes of a solution of one form of a model, in another form of it: the
/// paths come in the same order in both.
pub fn with_classes_of(model: &Model, (from, values): (&Model, &[f64])) -> Problem {
    let pairs = class_columns(from).zip(class_columns(model));
    fixed(&model.problem, pairs.map(|(from, to)| (to, values[from.0])))
}

/// The problem with its places within `radius` of those of a plan of a similar
/// case: 0 fixes them, 1 leaves a class, module or unit more or less. Places that
/// the plan does not know are free.
pub fn near(scenario: &Scenario, model: &Model, plan: &Places, radius: f64) -> Problem {
    let mut problem = model.problem.clone();
    for (name, variable) in placed(scenario, &model.decisions) {
        let column = &mut problem.columns[variable.0];
        if let Some(value) = plan.get(&name) {
            let within = |bound: f64| bound.clamp(column.lower, column.upper);
            (column.lower, column.upper) = (within(value - radius), within(value + radius));
        }
    }
    problem
}
