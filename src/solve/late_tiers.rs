//! Late tiers about intakes: parts of the objective that count intakes and come
//! behind the cost.
//!
//! The search decides classes for the targets and the cost, and the repair takes
//! intakes as they come: what comes later about intakes would find nothing left to
//! decide. Here the classes to be admitted of one or two programmes at a time are
//! decided again, with everything else whole where it is and an objective cut on
//! every earlier tier. The search of the earlier tiers knows nothing of it.

use super::backend::{SolveRequest, SolveResult, SolverError, Strategy, Termination};
use super::integer_repair::posts;
use super::lexicographic::{TIE, TierOutcome, objective_cut};
use super::mip_start::{fixed, head_columns};
use super::progress::Phase;
use super::run::Run;
use crate::domain::{Part, Scenario, Tier};
use crate::ids::ProgrammeId;
use crate::model::Model;
use crate::model::decisions::Heads;
use crate::model::linear::{Linear, Variable};
use crate::model::problem::Problem;
use std::collections::BTreeSet;
use std::time::Duration;

/// Nodes and time (s) of a step.
const NODES: u32 = 50;
const STEP: f64 = 2.0;

/// Gap of a step.
const GAP: f64 = 1e-3;

/// How often all neighbourhoods are gone through at most.
const PASSES: usize = 3;

/// Share of the time limit at which the repair ends where late tiers follow.
pub(super) const REPAIR_UNTIL: f64 = 0.93;

/// The first tier behind the cost that counts intakes.
pub(super) fn first(scenario: &Scenario) -> Option<usize> {
    let has =
        |tier: &Tier, wanted: &[Part]| tier.parts.iter().any(|(part, _)| wanted.contains(part));
    let cost = scenario.tiers.iter().position(|tier| has(tier, &[Part::Cost]));
    let mut late = scenario.tiers.iter().enumerate().skip(cost.map_or(0, |cost| cost + 1));
    late.find(|(_, tier)| has(tier, &Part::OF_INTAKES)).map(|(index, _)| index)
}

/// A whole solution with the late tiers about intakes improved; the same one where
/// nothing is better.
///
/// # Errors
///
/// When the solver fails.
pub fn improve(
    run: &Run<'_>,
    scenario: &Scenario,
    model: &Model,
    tiers: &[(Tier, Linear)],
    (values, outcomes): (Vec<f64>, &[TierOutcome]),
) -> Result<Vec<f64>, SolverError> {
    let Some(from) = first(scenario) else { return Ok(values) };
    let problem = whole(model);
    let neighbourhoods = neighbourhoods(scenario);
    let mut best = values;
    for (index, (tier, _)) in tiers.iter().enumerate().skip(from) {
        if tier.parts.iter().any(|(part, _)| Part::OF_INTAKES.contains(part)) {
            let cuts = cuts(&tiers[..index], outcomes, &best);
            let late = Late { run, model, problem: &problem, cuts: &cuts, tiers: &tiers[index..] };
            best = late.improve(scenario, &neighbourhoods, best)?;
        }
    }
    Ok(best)
}

/// The problem with intakes, posts and trainees whole.
fn whole(model: &Model) -> Problem {
    let mut problem = model.problem.clone();
    let trainees = model.decisions.trainees.values().copied();
    let whole = head_columns(model).chain(posts(&model.decisions)).chain(trainees);
    for column in whole {
        problem.columns[column.0].whole = true;
    }
    problem
}

/// Sets of programmes whose intakes are decided together: none, to take the parts of
/// the objective as they are; each; and each two.
fn neighbourhoods(scenario: &Scenario) -> Vec<BTreeSet<ProgrammeId>> {
    let new = scenario.cohorts.iter().filter(|cohort| !cohort.exists());
    let programmes: BTreeSet<ProgrammeId> = new.map(|cohort| cohort.programme).collect();
    let mut all = vec![BTreeSet::new()];
    all.extend(programmes.iter().map(|one| BTreeSet::from([*one])));
    for one in &programmes {
        let others = programmes.range(*one..).skip(1);
        all.extend(others.map(|other| BTreeSet::from([*one, *other])));
    }
    all
}

/// What the earlier tiers are kept at: what they may be worsened to, or else their
/// tolerance from where they stand.
fn cuts(tiers: &[(Tier, Linear)], outcomes: &[TierOutcome], values: &[f64]) -> Vec<(Linear, f64)> {
    let each = tiers.iter().enumerate().map(|(index, (tier, expression))| {
        let value = expression.value(values);
        let outcome = outcomes.get(index).filter(|outcome| outcome.cut_value.is_finite());
        match outcome {
            Some(outcome) => (expression.clone(), outcome.inside().max(value)),
            None => objective_cut(expression.clone(), tier, value),
        }
    });
    each.collect()
}

/// A late tier, first of `tiers`.
struct Late<'a> {
    run: &'a Run<'a>,
    model: &'a Model,
    problem: &'a Problem,
    cuts: &'a [(Linear, f64)],
    tiers: &'a [(Tier, Linear)],
}

impl Late<'_> {
    /// Goes through the neighbourhoods as long as one of them is better.
    fn improve(
        &self,
        scenario: &Scenario,
        neighbourhoods: &[BTreeSet<ProgrammeId>],
        mut best: Vec<f64>,
    ) -> Result<Vec<f64>, SolverError> {
        let objective = &self.tiers[0].1;
        for _ in 0..PASSES {
            let before = objective.value(&best);
            for programmes in neighbourhoods {
                if self.run.is_over(1.0) {
                    return Ok(best);
                }
                if let Some(found) = self.step(scenario, programmes, &best)? {
                    best = found;
                }
            }
            let gained = before - objective.value(&best);
            if gained <= TIE * before.abs().max(1.0) {
                break;
            }
        }
        Ok(best)
    }

    /// A better solution in which only the intakes of some programmes differ.
    fn step(
        &self,
        scenario: &Scenario,
        programmes: &BTreeSet<ProgrammeId>,
        best: &[f64],
    ) -> Result<Option<Vec<f64>>, SolverError> {
        let free = self.free(scenario, programmes);
        let columns = self.problem.columns.iter().enumerate();
        let kept = columns.filter(|(index, column)| column.whole && !free.contains(index));
        let problem =
            fixed(self.problem, kept.map(|(index, _)| (Variable(index), best[index].round())));
        let objective = &self.tiers[0].1;
        let time = Duration::from_secs_f64(STEP);
        let request = SolveRequest {
            problem: &problem,
            objective_cuts: self.cuts,
            objective,
            start: Some(best),
            termination: Termination {
                time: self.run.remaining().map(|left| left.min(time)),
                gap: GAP,
                objective_target: None,
                nodes: Some(NODES),
                threads: 1,
                seed: self.run.limits.seed,
                strategy: Strategy::Neighbourhood,
            },
        };
        Ok(match self.run.solve(Phase::Settling, &request)? {
            SolveResult::Solution(found) => {
                let (now, then) = (objective.value(&found.values), objective.value(best));
                let better = now < then - TIE * then.abs().max(1.0);
                better.then_some(found.values)
            }
            SolveResult::Infeasible | SolveResult::NotFound { .. } => None,
        })
    }

    /// The whole columns of the new cohorts of some programmes.
    fn free(&self, scenario: &Scenario, programmes: &BTreeSet<ProgrammeId>) -> BTreeSet<usize> {
        let cohorts = scenario.cohorts.iter_enumerated();
        let new = cohorts.filter(|(_, one)| !one.exists() && programmes.contains(&one.programme));
        let lanes = new.flat_map(|(cohort, _)| &self.model.decisions.lanes[cohort]);
        let columns = lanes.flat_map(|lane| {
            let heads = match lane.heads {
                Heads::Decided(heads) => Some(heads.0),
                Heads::PerClass(_) => None,
            };
            [Some(lane.classes.0), heads].into_iter().flatten()
        });
        columns.collect()
    }
}
