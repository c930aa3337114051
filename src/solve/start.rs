//! Where a plan begins: classes, campuses and building from the model without
//! posts, then the posts that go with them.
//!
//! The model without posts is a third of the size and drops only rules about
//! where staff are based, so it soon has a good solution, and what it proves
//! of a tier holds for plans too. Which way to its first solutions is short
//! differs from case to case and from seed to seed, so several are tried side
//! by side, each ended by its nodes, and the best of them is built on.

use super::attempt::{Attempt, attempts, best, departure, floor, near_problems, polished, ways};
use super::backend::SolverError;
use super::brisk::brisk;
use super::progress::{Finishing, Phase};
use super::tiers::{Effort, Ladder, Run, TierOutcome, Tiered, climb, expressions, strict};
use super::whole::{Search, led};
use crate::domain::{Part, Scenario, Tier};
use crate::model::keys::placed;
use crate::model::linear::{Linear, Variable};
use crate::model::problem::Problem;
use crate::model::{Form, Model, build};

/// What the model without posts may take.
const CORE: Effort = Effort {
    share: 0.45,
    gap: 0.01,
    nodes: &[1000, 100],
};

/// What the posts of a start may take. They are found again once the classes
/// are where they stay.
const POSTS: Effort = Effort {
    share: 0.3,
    gap: 0.02,
    nodes: &[100, 100, 5],
};

/// The tiers that posts go for once the user has asked to stop, and where the
/// tiers are not searched: settling makes the others least.
pub(super) const HURRIED_TIERS: usize = 2;

/// What is known before the tiers are solved.
#[derive(Clone, Debug, Default)]
pub struct Start {
    /// A solution of the whole model.
    pub values: Option<Vec<f64>>,
    /// What the model without posts proves of the first tiers.
    pub known: Vec<TierOutcome>,
    /// Whether the rules cannot hold together, even without those on posts.
    pub infeasible: bool,
}

/// Finds a solution to start from, if it soon can.
///
/// # Errors
///
/// When the solver fails.
pub fn start(
    run: &Run<'_>,
    scenario: &Scenario,
    model: &Model,
    search: Search<'_>,
) -> Result<Start, SolverError> {
    if run.brisk() {
        return brisk(run, scenario, model, search);
    }
    let core = build(scenario, Form::CORE);
    // Tolerances are for the plan itself to use.
    let tiers = match search.lead {
        Some(lead) => vec![(led(), lead(&core))],
        None => strict(expressions(scenario, &core)),
    };
    let tiers = &tiers[..within_core(&tiers)];
    if tiers.is_empty() {
        return Ok(Start::default());
    }
    if let Some(near) = search.near {
        let [held, about] = near_problems(scenario, &core, near);
        // What leads elsewhere should not stay as close as can be.
        let stays = search.lead.is_none();
        let aims = floor(&tiers[0].0).map(|_| &tiers[0].1);
        let closest = stays.then(|| departure(scenario, &core, near, aims));
        let other = closest.as_ref();
        let other = other.map_or(Attempt::Near(&about), Attempt::Closest);
        let mut found = attempts(run, &core, tiers, &[Attempt::Near(&held), other])?;
        let same = found[0].clone();
        if stays && aims.is_some() && found.iter().all(Option::is_none) {
            let closest = departure(scenario, &core, near, None);
            found = attempts(run, &core, tiers, &[Attempt::Closest(&closest)])?;
        }
        let mut start = match best(tiers, found) {
            Some(first) => built_on(run, scenario, model, (&core, tiers), Some(&first))?,
            None => Start::default(),
        };
        // The places of that plan itself may do better once there are posts.
        if let Some(same) = same {
            let tiers = match search.lead {
                Some(lead) => vec![(led(), lead(model))],
                None => expressions(scenario, model),
            };
            let same = posts(run, scenario, model, (&core, &same))?;
            start.values = best(&tiers, vec![start.values, same]);
        }
        if start.values.is_some() {
            return Ok(start);
        }
    }
    let first = best(tiers, attempts(run, &core, tiers, &ways(run, tiers))?);
    built_on(run, scenario, model, (&core, tiers), first.as_deref())
}

/// How many of the tiers the model without posts has a say in: up to the cost,
/// and as far as they don't depend on posts alone. Of the disruption it knows
/// the students moved.
pub(super) fn within_core(tiers: &[(Tier, Linear)]) -> usize {
    let parts = |tier: &Tier, wanted: Part| tier.parts.iter().any(|(part, _)| *part == wanted);
    let known = tiers
        .iter()
        .take_while(|(tier, _)| !parts(tier, Part::Travel))
        .count();
    let cost = tiers.iter().position(|(tier, _)| parts(tier, Part::Cost));
    cost.map_or(known, |cost| known.min(cost + 1))
}

/// Makes the most of a first solution of the model without posts, and finds the
/// posts that go with it.
fn built_on(
    run: &Run<'_>,
    scenario: &Scenario,
    model: &Model,
    (core, tiers): (&Model, &[(Tier, Linear)]),
    first: Option<&[f64]>,
) -> Result<Start, SolverError> {
    let found = climb(
        run,
        Ladder {
            phase: |_, _| Phase::Starting,
            problem: &core.problem,
            tiers,
            held: &[],
            start: first,
            known: &[floor(&tiers[0].0)],
            room: &[],
            effort: Effort {
                gap: CORE.gap.max(run.limits.gap),
                ..CORE
            },
        },
    )?;
    let (values, outcomes) = match found {
        Tiered::Solved { values, outcomes } => (values, outcomes),
        Tiered::Infeasible => {
            return Ok(Start {
                infeasible: true,
                ..Start::default()
            });
        }
        Tiered::Nothing => return Ok(Start::default()),
    };
    let values = polished(run, core, tiers, values)?;
    Ok(Start {
        values: posts(run, scenario, model, (core, &values))?,
        known: outcomes,
        infeasible: false,
    })
}

/// A solution of the whole model with the places of one without posts.
pub(super) fn posts(
    run: &Run<'_>,
    scenario: &Scenario,
    model: &Model,
    (core, values): (&Model, &[f64]),
) -> Result<Option<Vec<f64>>, SolverError> {
    let places = placed(scenario, &core.decisions)
        .into_iter()
        .zip(placed(scenario, &model.decisions));
    let pins = places.map(|((_, from), (_, to))| (to, values[from.0]));
    let problem = pinned(&model.problem, pins);
    let mut tiers = strict(expressions(scenario, model));
    if run.observer.stop() || run.brisk() {
        tiers.truncate(HURRIED_TIERS);
    }
    let finishing = Finishing(run.observer);
    let whole = climb(
        &Run {
            observer: &finishing,
            limits: run.limits_to_finish(),
            ..*run
        },
        Ladder {
            phase: |_, _| Phase::Starting,
            problem: &problem,
            tiers: &tiers,
            held: &[],
            start: None,
            known: &[],
            room: &[],
            effort: POSTS,
        },
    )?;
    Ok(match whole {
        Tiered::Solved { values, .. } => Some(values),
        Tiered::Infeasible | Tiered::Nothing => None,
    })
}

/// The problem with columns held at a value.
pub(super) fn pinned(
    problem: &Problem,
    pins: impl IntoIterator<Item = (Variable, f64)>,
) -> Problem {
    let mut problem = problem.clone();
    for (variable, value) in pins {
        let column = &mut problem.columns[variable.0];
        (column.lower, column.upper) = (value, value);
    }
    problem
}
