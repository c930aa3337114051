//! The last step of a plan: with the classes placed, the campuses opened and
//! everything built, posts and admissions are made whole, tier by tier.
//!
//! The model may count posts in fractions (the fraction of a teacher at a
//! campus is one who visits) and students as they come; here each post is at
//! one campus and each intake is a whole number. The columns fixed are the
//! ones that make the problem hard, so this takes a moment.

use super::backend::{Answer, Question, SolverError};
use super::progress::Phase;
use super::tiers::{Run, fixed, keep};
use crate::domain::Scenario;
use crate::model::decisions::{Decisions, Heads};
use crate::model::linear::{Linear, Variable};
use crate::model::problem::Problem;
use crate::model::{Model, tier};

/// Makes posts and intakes whole. `None` when that cannot be done with these
/// classes.
///
/// # Errors
///
/// When the solver fails.
pub fn settle(
    run: &Run<'_>,
    scenario: &Scenario,
    model: &Model,
    values: &[f64],
) -> Result<Option<Vec<f64>>, SolverError> {
    let problem = whole(
        &fixed(&model.problem, values, placed(&model.decisions)),
        &model.decisions,
    );
    let mut caps: Vec<(Linear, f64)> = Vec::new();
    let mut best: Option<Vec<f64>> = None;
    for data in &scenario.tiers {
        let objective = tier(&model.parts, data);
        let question = Question {
            problem: &problem,
            caps: &caps,
            objective: &objective,
            start: best.as_deref(),
            stop: super::backend::StopRule {
                time: None,
                nodes: Some(SETTLE_NODES),
                ..run.stop_rule(1.0, SETTLE_GAP)
            },
        };
        let values = match (run.ask(Phase::Settling, &question)?, best) {
            (Answer::Solution(found), _) => found.values,
            (_, Some(before)) => before,
            (_, None) => return Ok(None),
        };
        caps.push(keep(objective.clone(), data, objective.value(&values)));
        best = Some(values);
    }
    Ok(best)
}

/// Nodes for each tier: enough in every case seen, and never forever.
const SETTLE_NODES: u32 = 500;

/// Gap at which a tier is settled.
const SETTLE_GAP: f64 = 1e-4;

/// The columns that keep their value.
fn placed(decisions: &Decisions) -> Vec<Variable> {
    let lanes = decisions.lanes.iter().flatten().map(|lane| lane.classes);
    let open = decisions.open.values();
    let open = open.flat_map(|open| open.terms.iter().map(|(variable, _)| *variable));
    let built = decisions.built.values().copied();
    let stock = decisions.stock.values().copied();
    lanes.chain(open).chain(built).chain(stock).collect()
}

/// The same problem with whole posts and whole intakes.
fn whole(problem: &Problem, decisions: &Decisions) -> Problem {
    let mut problem = problem.clone();
    let posts = decisions
        .posted
        .values()
        .chain(decisions.recruits_posted.values());
    let heads = decisions
        .lanes
        .iter()
        .flatten()
        .filter_map(|lane| match lane.heads {
            Heads::Decided(heads) => Some(heads),
            Heads::PerClass(_) => None,
        });
    for variable in posts.copied().chain(heads) {
        problem.columns[variable.0].whole = true;
    }
    problem
}
