//! The last step of a plan: with the classes placed, the campuses opened and
//! everything built, posts and admissions are made whole, tier by tier.
//!
//! The model counts posts in fractions (the fraction of a teacher at a campus
//! is one who visits) and students as they come; here each post is at one
//! campus and each intake is a whole number.

use super::backend::SolverError;
use super::progress::Phase;
use super::start::{pinned, placed};
use super::tiers::{Effort, Ladder, Run, TierOutcome, Tiered, climb, expressions, strict};
use crate::domain::Scenario;
use crate::model::Model;
use crate::model::decisions::{Decisions, Heads};
use crate::model::problem::Problem;

/// What settling may take: it only ends what is found.
const EFFORT: Effort = Effort {
    share: 1.0,
    gap: 2e-3,
    nodes: Some(300),
};

/// Time kept for settling, as a share of the time limit.
pub const SETTLING: f64 = 0.15;

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
    (values, outcomes): (&[f64], &[TierOutcome]),
) -> Result<Option<Vec<f64>>, SolverError> {
    let places = placed(&model.decisions);
    let pins = places
        .into_iter()
        .map(|variable| (variable, values[variable.0]));
    let problem = whole(&pinned(&model.problem, pins), &model.decisions);
    let room: Vec<f64> = outcomes.iter().map(|outcome| outcome.kept_at).collect();
    let settled = climb(
        run,
        Ladder {
            phase: |_, _| Phase::Settling,
            problem: &problem,
            tiers: &strict(expressions(scenario, model)),
            start: None,
            known: &[],
            room: &room,
            effort: EFFORT,
        },
    )?;
    Ok(match settled {
        Tiered::Solved { values, .. } => Some(values),
        Tiered::Infeasible | Tiered::Nothing => None,
    })
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
