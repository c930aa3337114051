//! Where a plan begins: classes, campuses and building from the model without
//! posts, then the posts that go with them.
//!
//! The model without posts is a third of the size and drops only rules about
//! where staff are based, so it soon has a good solution, and what it proves
//! of a tier holds for plans too.

use super::backend::SolverError;
use super::progress::{Finishing, Phase};
use super::tiers::{Effort, Ladder, Run, Tiered, climb, expressions, strict};
use crate::domain::{Part, Scenario, Tier};
use crate::model::decisions::Decisions;
use crate::model::linear::Variable;
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

/// What looking for classes that reach the targets may take.
const TOWARD: Effort = Effort {
    share: 0.25,
    gap: 0.01,
    nodes: &[50],
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
    let toward = toward_targets(run, &core)?;
    let found = climb(
        run,
        Ladder {
            phase: |_, _| Phase::Starting,
            problem: &core.problem,
            tiers,
            start: toward.as_deref(),
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

/// A solution that reaches for the targets and beyond. Where all plans that
/// just reach them are equally good, the solver has nothing to go by and takes
/// far longer to find one.
fn toward_targets(run: &Run<'_>, core: &Model) -> Result<Option<Vec<f64>>, SolverError> {
    let mut sum = core.parts[&Part::Targets].clone();
    sum.add_scaled(&core.reached, -EXCEEDING);
    let tier = Tier {
        parts: vec![(Part::Targets, 1.0)],
        relative_tolerance: 0.0,
        absolute_tolerance: 0.0,
    };
    let found = climb(
        run,
        Ladder {
            phase: |_, _| Phase::Starting,
            problem: &core.problem,
            tiers: &[(tier, sum.tidy())],
            start: None,
            known: &[],
            room: &[],
            effort: TOWARD,
        },
    )?;
    Ok(match found {
        Tiered::Solved { values, .. } => Some(values),
        Tiered::Infeasible | Tiered::Nothing => None,
    })
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
