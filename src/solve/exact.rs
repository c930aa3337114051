//! Models whose relaxation drops nothing, as those without staff: branch and bound
//! comes first or runs beside the neighbourhoods, since the two search the same
//! problem.

use super::backend::SolverError;
use super::driver::{Driver, First};
use super::heuristics::comparator::best;
use super::heuristics::fix_and_optimise::{Adaptation, Improved, Limit, improve};
use super::heuristics::space::SearchSpace;
use super::lexicographic::{
    LexicographicProblem, LexicographicResult, TierOutcome, WorkLimit, larger, solve_lexicographic,
};
use super::parallel::SideTask;
use super::progress::{Phase, Silent};
use super::relaxation::Relaxation;
use super::rounds::{RELAXED_STEPS, put};
use super::run::{Ending, Run};
use super::search::Found;
use crate::domain::Status;
use std::sync::Mutex;

/// Shares of the time limit at which neighbourhoods end, and branch and bound before
/// them on one thread.
const EXACT_UNTIL: f64 = 0.93;
const EXACT_FIRST: f64 = 0.6;

impl Driver<'_> {
    /// One thread and a relaxation that drops nothing: branch and bound first,
    /// which soon proves small cases, then neighbourhoods of its solution.
    pub(super) fn exact_first(&self) -> Result<Found, SolverError> {
        let run = self.whole.run;
        let space = self.space(&self.plain);
        let result = self.tree(&run.until(EXACT_FIRST))?;
        match result {
            LexicographicResult::Solved { values, outcomes } => {
                if outcomes.iter().all(|outcome| outcome.status == Status::GapReached) {
                    return self.whole.prove(Some(&values), &outcomes);
                }
                let improved = self.improve_exact(&space, vec![values], Vec::new())?;
                self.hand_over_exact(improved, &outcomes)
            }
            LexicographicResult::Infeasible => Ok(Found::Infeasible),
            LexicographicResult::NotFound => match self.first(&space, &self.plain)? {
                First::Solutions(first) if first.is_empty() => self.by_branch_and_bound(None),
                First::Solutions(first) => {
                    let improved = self.improve_exact(&space, first, Vec::new())?;
                    self.hand_over_exact(improved, &[])
                }
                First::Infeasible => Ok(Found::Infeasible),
            },
        }
    }

    /// Branch and bound on a relaxation that drops nothing.
    fn tree(&self, run: &Run<'_>) -> Result<LexicographicResult, SolverError> {
        let Relaxation { model, tiers } = &self.plain;
        solve_lexicographic(
            run,
            LexicographicProblem {
                phase: |tier, tiers| Phase::Solving { tier, tiers },
                problem: &model.problem,
                tiers,
                fixed_cuts: &[],
                start: None,
                bounds: &[],
                slack_allowance: &[],
                limit: WorkLimit { share: 1.0, gap: run.limits.gap, nodes: &[] },
            },
        )
    }

    fn improve_exact(
        &self,
        space: &SearchSpace<'_>,
        solutions: Vec<Vec<f64>>,
        tasks: Vec<SideTask<'_>>,
    ) -> Result<Improved, SolverError> {
        let run = self.whole.run;
        let limit = Limit { until: EXACT_UNTIL, idle: None, gap: run.limits.gap, ..RELAXED_STEPS };
        let limit = Limit { steps: run.limits.steps, ..limit };
        let mut adaptation = Adaptation::new(run, limit);
        let phase = (limit, Phase::Improving);
        improve(run, space, (solutions, None), phase, tasks, (&mut adaptation, None))
    }

    /// Hands over the best of an improvement where the relaxation drops nothing.
    fn hand_over_exact(
        &self,
        improved: Improved,
        proven: &[TierOutcome],
    ) -> Result<Found, SolverError> {
        let Some(values) = best(&self.plain.tiers, improved.solutions) else {
            return Ok(Found::NotFound);
        };
        let mut outcomes = self.whole.outcomes(&values, proven);
        for (outcome, bound) in outcomes.iter_mut().zip(improved.bounds) {
            outcome.bound = larger(outcome.bound, bound);
        }
        self.whole.finish(&values, outcomes, None)
    }

    /// A relaxation that drops nothing: branch and bound on one thread,
    /// neighbourhoods on the others.
    pub(super) fn beside_the_tree(
        &self,
        space: &SearchSpace<'_>,
        solutions: Vec<Vec<f64>>,
    ) -> Result<Found, SolverError> {
        let run = self.whole.run;
        let observer = Silent(run.observer);
        let until = Run { observer: &observer, ..*run }.until(EXACT_UNTIL).single(0);
        let slot = Mutex::new(None);
        let tree: SideTask<'_> = Box::new(|| put(&slot, self.tree(&until)));
        let tasks = if run.ending() == Ending::Clock { vec![tree] } else { Vec::new() };
        let mut improved = self.improve_exact(space, solutions, tasks)?;
        let found = slot.lock().ok().and_then(|mut slot| slot.take());
        match found.transpose()? {
            Some(LexicographicResult::Solved { values, outcomes }) => {
                improved.solutions.push(values);
                self.hand_over_exact(improved, &outcomes)
            }
            _ => self.hand_over_exact(improved, &[]),
        }
    }
}
