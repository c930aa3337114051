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
use crate::domain::{Limits, Part, Scenario, Tier};
use crate::model::decisions::Decisions;
use crate::model::linear::{Linear, Variable};
use crate::model::problem::Problem;
use crate::model::{Form, Model, build};
use rayon::prelude::*;

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
pub fn start(run: &Run<'_>, scenario: &Scenario, model: &Model) -> Result<Start, SolverError> {
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
    let first = attempts(run, &core, tiers)?;
    let found = climb(
        run,
        Ladder {
            phase: |_, _| Phase::Starting,
            problem: &core.problem,
            tiers,
            start: first.as_deref(),
            known: &[floor(&tiers[0].0)],
            room: &[],
            effort: CORE,
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
    let places = placed(&core.decisions)
        .into_iter()
        .zip(placed(&model.decisions));
    let pins = places.map(|(from, to)| (to, values[from.0]));
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
enum Attempt {
    /// Reach for the targets and beyond. Where all plans that just reach them
    /// are equally good, the solver has nothing to go by and takes far longer
    /// to find one.
    Beyond,
    /// Keep the first tier at its floor and go for the others at once.
    Outright {
        /// Added to the seed of the run.
        seed: u32,
    },
}

/// The best of several first solutions of the model without posts.
fn attempts(
    run: &Run<'_>,
    core: &Model,
    tiers: &[(Tier, Linear)],
) -> Result<Option<Vec<f64>>, SolverError> {
    let mut ways = vec![Attempt::Beyond];
    if floor(&tiers[0].0).is_some() && tiers.len() > 1 {
        let seeds = 0..run.limits.threads.max(2) - 1;
        ways.extend(seeds.map(|seed| Attempt::Outright { seed }));
    }
    run.announce(Phase::Starting);
    let observer = Silent(run.observer);
    let silent = Run {
        observer: &observer,
        ..*run
    };
    let try_way = |way: &Attempt| attempt(&silent, core, tiers, *way);
    let found = side_by_side(run.limits.threads, &ways, try_way);
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

/// Does the work for each item, in as many threads; results in the order of
/// the items. Where no threads are to be had, one item after the other.
fn side_by_side<T: Sync, R: Send>(
    threads: u32,
    items: &[T],
    work: impl Fn(&T) -> R + Sync,
) -> Vec<R> {
    let threads = usize::try_from(threads).unwrap_or(1);
    match rayon::ThreadPoolBuilder::new().num_threads(threads).build() {
        Ok(pool) => pool.install(|| items.par_iter().map(&work).collect()),
        Err(_) => items.iter().map(work).collect(),
    }
}

fn attempt(
    run: &Run<'_>,
    core: &Model,
    tiers: &[(Tier, Linear)],
    way: Attempt,
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

/// The columns that say where classes sit, what is open, built and moved; in
/// the same order whatever else the model has.
pub(super) fn placed(decisions: &Decisions) -> Vec<Variable> {
    let lanes = decisions.lanes.iter().flatten().map(|lane| lane.classes);
    let open = decisions.open.values();
    let open = open.flat_map(|open| open.terms.iter().map(|(variable, _)| *variable));
    let built = decisions.built.values().copied();
    let stock = decisions.stock.values().copied();
    lanes.chain(open).chain(built).chain(stock).collect()
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
