//! Where a plan begins: classes, campuses and building from the model without
//! posts, then the posts that go with them.
//!
//! The model without posts is a third of the size and drops only rules about
//! where staff are based, so it soon has a good solution, and what it proves
//! of a tier holds for plans too. Which way to its first solutions is short
//! differs from case to case and from seed to seed, so several are tried side
//! by side, each ended by its nodes, and the best of them is built on.

use super::backend::SolverError;
use super::progress::{Finishing, Phase, Silent};
use super::tiers::{Effort, Ladder, Run, SLACK, Tiered, climb, expressions, strict};
use super::together::side_by_side;
use crate::domain::{Limits, Part, Scenario, Tier};
use crate::model::keys::{Places, placed};
use crate::model::linear::{Linear, Variable};
use crate::model::problem::Problem;
use crate::model::{Form, Model, build};

/// What the model without posts may take.
const CORE: Effort = Effort {
    share: 0.45,
    gap: 0.01,
    nodes: &[1000, 100],
};

/// What the posts of a start may take.
const POSTS: Effort = Effort {
    share: 0.3,
    gap: 0.02,
    nodes: &[100],
};

/// What a first attempt may take.
const ATTEMPT: Effort = Effort {
    share: 0.25,
    gap: 0.01,
    nodes: &[50],
};

/// What a first attempt at the tiers may take: little more than the root of
/// the tree, where most of the searching is done.
const OUTRIGHT: Effort = Effort {
    nodes: &[5],
    ..ATTEMPT
};

/// How much exceeding a target counts there, next to missing it.
const EXCEEDING: f64 = 0.1;

/// What is known before the tiers are solved.
#[derive(Clone, Debug, Default)]
pub struct Start {
    /// A solution of the whole model.
    pub values: Option<Vec<f64>>,
    /// A bound of the first tier.
    pub bound: Option<f64>,
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
    near: Option<&Places>,
) -> Result<Start, SolverError> {
    let core = build(scenario, Form::CORE);
    // Tolerances are for the plan itself to use.
    let tiers = strict(expressions(scenario, &core));
    // What depends on posts has no place in this model.
    let staffless = |part: &Part| matches!(part, Part::Targets | Part::Cost);
    let count = tiers
        .iter()
        .take_while(|(tier, _)| tier.parts.iter().all(|(part, _)| staffless(part)));
    let tiers = &tiers[..count.count()];
    if tiers.is_empty() {
        return Ok(Start::default());
    }
    if let Some(near) = near {
        let near = near_problems(scenario, &core, near);
        let ways = near.each_ref().map(Attempt::Near);
        if let Some(first) = attempts(run, &core, tiers, &ways)? {
            let start = built_on(run, scenario, model, (&core, tiers), Some(&first))?;
            if start.values.is_some() {
                return Ok(start);
            }
        }
    }
    let first = attempts(run, &core, tiers, &ways(run, tiers))?;
    built_on(run, scenario, model, (&core, tiers), first.as_deref())
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
    let places = placed(scenario, &core.decisions)
        .into_iter()
        .zip(placed(scenario, &model.decisions));
    let pins = places.map(|((_, from), (_, to))| (to, values[from.0]));
    let problem = pinned(&model.problem, pins);
    let finishing = Finishing(run.observer);
    let whole = climb(
        &Run {
            observer: &finishing,
            ..*run
        },
        Ladder {
            phase: |_, _| Phase::Starting,
            problem: &problem,
            tiers: &strict(expressions(scenario, model))[..tiers.len()],
            start: None,
            known: &[],
            room: &[],
            effort: POSTS,
        },
    )?;
    Ok(Start {
        values: match whole {
            Tiered::Solved { values, .. } => Some(values),
            Tiered::Infeasible | Tiered::Nothing => None,
        },
        bound: outcomes.first().and_then(|outcome| outcome.bound),
        infeasible: false,
    })
}

/// A way to a first solution.
#[derive(Clone, Copy, Debug)]
enum Attempt<'a> {
    /// Reach for the targets and beyond. Where all plans that just reach them
    /// are equally good, the solver has nothing to go by and takes far longer
    /// to find one.
    Beyond,
    /// Keep the first tier at its floor and go for the others at once.
    Outright {
        /// Added to the seed of the run.
        seed: u32,
    },
    /// Stay near a plan of a similar case: the same problem with narrower
    /// bounds.
    Near(&'a Problem),
}

/// The ways to try where no plan of a similar case is known.
fn ways(run: &Run<'_>, tiers: &[(Tier, Linear)]) -> Vec<Attempt<'static>> {
    let mut ways = vec![Attempt::Beyond];
    if floor(&tiers[0].0).is_some() && tiers.len() > 1 {
        let seeds = 0..run.limits.threads.max(2) - 1;
        ways.extend(seeds.map(|seed| Attempt::Outright { seed }));
    }
    ways
}

/// The problem held at a plan of a similar case, and held to at most one class,
/// module or unit more or less than that everywhere.
fn near_problems(scenario: &Scenario, core: &Model, near: &Places) -> [Problem; 2] {
    let held = |give: f64| {
        let mut problem = core.problem.clone();
        for (name, variable) in placed(scenario, &core.decisions) {
            let column = &mut problem.columns[variable.0];
            if let Some(value) = near.get(&name) {
                let within = |bound: f64| bound.clamp(column.lower, column.upper);
                (column.lower, column.upper) = (within(value - give), within(value + give));
            }
        }
        problem
    };
    [held(0.0), held(1.0)]
}

/// The best of several first solutions of the model without posts.
fn attempts(
    run: &Run<'_>,
    core: &Model,
    tiers: &[(Tier, Linear)],
    ways: &[Attempt<'_>],
) -> Result<Option<Vec<f64>>, SolverError> {
    run.announce(Phase::Starting);
    let observer = Silent(run.observer);
    let silent = Run {
        observer: &observer,
        ..*run
    };
    let try_way = |way: &Attempt<'_>| attempt(&silent, core, tiers, *way);
    let found = side_by_side(run.limits.threads, ways, try_way);
    let mut best: Option<Vec<f64>> = None;
    for values in found {
        let Some(values) = values? else { continue };
        if best
            .as_ref()
            .is_none_or(|best| before(tiers, &values, best))
        {
            best = Some(values);
        }
    }
    Ok(best)
}

fn attempt(
    run: &Run<'_>,
    core: &Model,
    tiers: &[(Tier, Linear)],
    way: Attempt<'_>,
) -> Result<Option<Vec<f64>>, SolverError> {
    let mut limits = Limits {
        threads: 1,
        ..run.limits
    };
    let mut beyond = core.parts[&Part::Targets].clone();
    beyond.add_scaled(&core.reached, -EXCEEDING);
    let reach = Tier {
        parts: vec![(Part::Targets, 1.0)],
        relative_tolerance: 0.0,
        absolute_tolerance: 0.0,
        at_most: None,
    };
    let beyond = [(reach, beyond.tidy())];
    let mut held = core.problem.clone();
    let (problem, tiers, effort) = match way {
        Attempt::Beyond => (&core.problem, &beyond[..], ATTEMPT),
        Attempt::Outright { seed } => {
            limits.seed = limits.seed.wrapping_add(seed);
            for (variable, _) in &tiers[0].1.terms {
                held.columns[variable.0].upper = 0.0;
            }
            (&held, &tiers[1..], OUTRIGHT)
        }
        Attempt::Near(problem) => (problem, tiers, OUTRIGHT),
    };
    let ladder = Ladder {
        phase: |_, _| Phase::Starting,
        problem,
        tiers,
        start: None,
        known: &[],
        room: &[],
        effort,
    };
    Ok(match climb(&Run { limits, ..*run }, ladder)? {
        Tiered::Solved { values, .. } => Some(values),
        Tiered::Infeasible | Tiered::Nothing => None,
    })
}

/// Whether one solution is better than the other in the first tier in which
/// they differ.
fn before(tiers: &[(Tier, Linear)], one: &[f64], other: &[f64]) -> bool {
    let pairs = tiers
        .iter()
        .map(|(_, tier)| (tier.value(one), tier.value(other)));
    let mut differing = pairs.filter(|(one, other)| (one - other).abs() > SLACK);
    differing.next().is_some_and(|(one, other)| one < other)
}

/// The value a tier can't be below whatever the plan: nothing is missed.
fn floor(tier: &Tier) -> Option<f64> {
    let targets = tier.parts.iter().all(|(part, _)| *part == Part::Targets);
    targets.then_some(0.0)
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
