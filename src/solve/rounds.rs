//! Rounds of improvement: neighbourhoods in the relaxation, then completion with
//! whole intakes and posts; at the end integer repair, and the bound beside.

use super::backend::SolverError;
use super::bound::prove;
use super::driver::{Driver, SEEDS};
use super::heuristics::comparator::{best, is_better};
use super::heuristics::construction::{Construction, relax_and_fix};
use super::heuristics::fix_and_optimise::{Adaptation, Completion, Limit, continuous, improve};
use super::heuristics::space::{SearchSpace, blended};
use super::integer_repair::{Repair, repair};
use super::parallel::{SideTask, parallel_map};
use super::progress::{Finishing, Phase, Silent};
use super::run::{Ending, Run};
use super::search::Found;
use super::whole_model::{AT_ONCE_TIME, Whole};
use crate::domain::Limits;
use std::sync::{Arc, Mutex};
use std::thread;

/// Share of the time limit at which the first round ends.
const FIRST_UNTIL: f64 = 0.4;

/// Time kept for posts and the integer repair, s, and the least and the largest share
/// of the time limit at which all rounds end.
const KEPT: f64 = 10.0;
const UNTIL: (f64, f64) = (0.45, 0.85);

/// Solutions whose last tier is worse than the best by a larger share are not
/// worth the time.
const PROMISING: f64 = 0.05;

/// From this time limit on the bound is proven beside the whole search, s.
const LONG_TIME: f64 = 180.0;

/// Share of the time limit at which the bound ends.
const BOUND_UNTIL: f64 = 0.97;

/// Steps of the improvement of the relaxation.
pub(super) const RELAXED_STEPS: Limit = Limit {
    steps: None,
    until: 1.0,
    idle: Some(24),
    step: (0.06, 1.5, 3.0),
    gap: 2e-3,
    nodes: 20,
    sizes: [100.0, 180.0],
    deepening: 6,
};

/// Steps that every run by its work takes: they prove small cases.
const FIRST_STEPS: u32 = 4;

/// The result of rounds of improvement.
#[derive(Default)]
struct Rounds {
    /// The best solution of the relaxation.
    best: Vec<f64>,
    /// Solutions of the whole model.
    completed: Vec<Vec<f64>>,
    /// A repaired one.
    early: Option<Vec<f64>>,
    /// Whether the relaxation is proven to be within the gap in every tier.
    proven: bool,
}

/// Share of the time limit at which the improvement of the relaxation ends.
fn relaxed_until(run: &Run<'_>) -> f64 {
    let limit = run.limits.time_limit_s.unwrap_or(f64::INFINITY);
    (1.0 - KEPT / limit).clamp(UNTIL.0, UNTIL.1)
}

/// Keeps the result of a side task.
pub(super) fn put<T>(slot: &Mutex<Option<T>>, value: T) {
    if let Ok(mut slot) = slot.lock() {
        *slot = Some(value);
    }
}

impl Driver<'_> {
    /// Improves solutions in neighbourhoods and completes them, in rounds; proves the
    /// bound beside the end.
    pub(super) fn by_neighbourhoods(
        &self,
        space: &SearchSpace<'_>,
        solutions: Vec<Vec<f64>>,
    ) -> Result<Found, SolverError> {
        if self.exact {
            return self.beside_the_tree(space, solutions);
        }
        let run = self.whole.run;
        let bounds = Mutex::new(None);
        let observer = Silent(run.observer);
        let bounded = Run { observer: &observer, ..*run }.single(0);
        let bounding = |values: &[f64]| {
            let plain = (&self.plain, self.whole.scenario.tiers.as_slice());
            put(&bounds, prove(&bounded, self.whole.scenario, plain, values, BOUND_UNTIL));
        };
        // A step's work is the same beside others, but not on one thread only.
        let threads = run.limits.threads;
        let wanted = !self.whole.lead;
        let (parallel, throughout) = (wanted && threads > 1, wanted && self.has_long_time());
        let bounding = &bounding;
        let first = solutions.first().cloned().unwrap_or_default();
        let found = thread::scope(|scope| {
            let beside = throughout.then(|| scope.spawn(move || bounding(&first)));
            let threads = if throughout { threads - 1 } else { threads };
            let rounds = self.rounds(space, solutions, threads)?;
            let Some(start) = best(&self.whole.tiers, rounds.completed) else {
                return Ok(Err(None));
            };
            if rounds.proven {
                return Ok(Err(Some(start)));
            }
            let beside = match beside {
                None if parallel => {
                    let best = rounds.best.clone();
                    Some(scope.spawn(move || bounding(&best)))
                }
                beside => beside,
            };
            let allowances = self.whole.outcomes(&start, &[]);
            let found = self.whole.repaired(&start, &allowances, rounds.early)?;
            if let Some(beside) = beside {
                let _ = beside.join();
            }
            if wanted && !parallel {
                bounding(&rounds.best);
            }
            Ok(Ok(found.map(|found| (found, start))))
        })?;
        let found = match found {
            Ok(found) => found,
            Err(start) => return self.whole.prove(start.as_deref(), &[]),
        };
        let bounds = bounds.into_inner().ok().flatten().transpose()?.unwrap_or_default();
        Ok(match found {
            Some((found, values)) => {
                let outcomes = self.whole.outcomes(&values, &bounds);
                self.whole.solved(found, outcomes)
            }
            None => Found::NotFound,
        })
    }

    /// Whether the time limit is so long that the bound is proven beside the whole
    /// search.
    fn has_long_time(&self) -> bool {
        let Limits { time_limit_s, threads, .. } = self.whole.run.limits;
        let long = time_limit_s.is_some_and(|limit| limit >= LONG_TIME);
        long && threads > 1 && self.whole.run.ending() == Ending::Clock
    }

    /// Rounds of improvement in the relaxation, each ending with completed
    /// solutions. In later rounds solutions that are constructed beside are improved
    /// by themselves, before they are compared with the best.
    fn rounds(
        &self,
        space: &SearchSpace<'_>,
        mut solutions: Vec<Vec<f64>>,
        threads: u32,
    ) -> Result<Rounds, SolverError> {
        let run = &Run { limits: Limits { threads, ..self.whole.run.limits }, ..*self.whole.run };
        let clock = run.ending() == Ending::Clock;
        let relaxed_until = relaxed_until(run);
        let observer = Silent(run.observer);
        let silent = Run { observer: &observer, ..*run };
        let relaxed = match solutions.first() {
            Some(first) if !run.has_little_time() => Self::continuous(&silent, space, first)?,
            _ => None,
        };
        let early = Mutex::new(None);
        let constructed = Mutex::new(None);
        let mut rounds = Rounds::default();
        let mut done: Vec<Vec<f64>> = Vec::new();
        let mut adaptation = Adaptation::new(run, RELAXED_STEPS);
        let complete = |values: &[f64]| self.completed(&silent.single(0), values);
        for round in 0.. {
            let new = constructed.lock().ok().and_then(|mut slot| slot.take());
            let new = match new.transpose()? {
                Some(Construction::Solution(new)) => Some(new),
                _ => None,
            };
            let alone = new.is_some();
            let until = match round {
                0 if !run.has_little_time() => FIRST_UNTIL.min(relaxed_until),
                _ => relaxed_until,
            };
            let limit = Limit {
                steps: run.limits.steps.map(|steps| steps.saturating_add(FIRST_STEPS)),
                until,
                idle: if clock { RELAXED_STEPS.idle } else { None },
                ..RELAXED_STEPS
            };
            let mut tasks: Vec<SideTask<'_>> = Vec::new();
            if let (1, Some(completed)) = (round, rounds.completed.first()) {
                tasks.push(Box::new(|| {
                    put(&early, self.early(&silent.single(0), completed));
                }));
            } else if round > 1 && !alone {
                let seeded = silent.single((threads + round) * SEEDS).until(relaxed_until);
                let constructed = &constructed;
                tasks.push(Box::new(move || put(constructed, relax_and_fix(&seeded, space))));
            }
            let improving = new.map_or_else(|| solutions.clone(), |new| vec![new]);
            let phase = (limit, Phase::Improving);
            let from = (improving, relaxed.as_deref());
            let completion = (!run.has_little_time()).then_some(&complete as Completion<'_>);
            let learning = (&mut adaptation, completion);
            let improved = improve(run, space, from, phase, tasks, learning)?;
            for one in improved.completed {
                // What has no posts soon may have some with more time, or with targets missed.
                if let Some(whole) = one.whole {
                    rounds.completed.push(whole);
                    done.push(Arc::unwrap_or_clone(one.from));
                }
            }
            rounds.proven = improved.proven;
            if alone {
                solutions.extend(improved.solutions);
            } else {
                solutions = improved.solutions;
            }
            self.keep_promising(&mut solutions);
            if let Some(first) = solutions.first() {
                rounds.best.clone_from(first);
            }
            if rounds.completed.is_empty() || !run.observer.stop() {
                let new = solutions.iter().filter(|one| !done.contains(one));
                let mut new: Vec<Vec<f64>> = new.cloned().collect();
                rounds.completed.extend(self.complete_all(&new, !rounds.completed.is_empty())?);
                done.append(&mut new);
            }
            if !clock || rounds.proven || run.is_over(relaxed_until) || run.has_little_time() {
                break;
            }
        }
        rounds.early = early.into_inner().ok().flatten().transpose()?.flatten();
        Ok(rounds)
    }

    /// A solution with its posts, and the value there of the relaxation's last tier.
    fn completed(
        &self,
        run: &Run<'_>,
        values: &[f64],
    ) -> Result<Option<(Vec<f64>, f64)>, SolverError> {
        let completed = self.whole.complete_soon(run, &self.tight, values)?;
        let (_, last) = &self.whole.tiers[self.tight.tiers.len() - 1];
        Ok(completed.map(|values| {
            let value = last.value(&values);
            (values, value)
        }))
    }

    /// A plan early in the run, in case it is interrupted.
    fn early(&self, run: &Run<'_>, completed: &[f64]) -> Result<Option<Vec<f64>>, SolverError> {
        let Whole { scenario, model, .. } = self.whole;
        let outcomes = self.whole.outcomes(completed, &[]);
        repair(run, scenario, model, (completed, &outcomes), Repair::Quick)
    }

    /// The continuous relaxation, from which neighbourhoods are measured.
    fn continuous(
        run: &Run<'_>,
        space: &SearchSpace<'_>,
        first: &[f64],
    ) -> Result<Option<Vec<f64>>, SolverError> {
        let objective = match space.tiers {
            [(_, one), (_, next), ..] => blended(one, next, next.value(first)),
            [(_, one)] => one.clone(),
            [] => return Ok(None),
        };
        continuous(&run.single(0), space.problem, (&objective, &[]))
    }

    /// Keeps the best solution, first, and those that are about as good.
    pub(super) fn keep_promising(&self, solutions: &mut Vec<Vec<f64>>) {
        let tiers = &self.tight.tiers;
        solutions.sort_by(|one, other| {
            match (is_better(tiers, one, other), is_better(tiers, other, one)) {
                (true, _) => std::cmp::Ordering::Less,
                (_, true) => std::cmp::Ordering::Greater,
                _ => std::cmp::Ordering::Equal,
            }
        });
        let values = |values: &[f64]| -> Vec<f64> {
            tiers.iter().map(|(_, expression)| expression.value(values)).collect()
        };
        let Some(best) = solutions.first().map(|best| values(best)) else {
            return;
        };
        solutions.truncate(usize::try_from(self.whole.run.limits.threads).unwrap_or(1).max(2));
        solutions.retain(|solution| {
            let mut pairs = values(solution).into_iter().zip(&best);
            pairs.all(|(own, best)| own <= best + PROMISING * best.abs().max(PROMISING))
        });
    }

    /// Completes solutions of the relaxation with posts, side by side; `soon` gives each
    /// little time, since there are completed ones already.
    fn complete_all(
        &self,
        solutions: &[Vec<f64>],
        soon: bool,
    ) -> Result<Vec<Vec<f64>>, SolverError> {
        let run = self.whole.run;
        run.announce(Phase::Improving);
        let observer = Finishing(run.observer);
        let silent = Silent(&observer);
        let finishing = Run { observer: &silent, limits: run.limits_to_finish(), ..*run };
        let completed = parallel_map(run.limits.threads, solutions, |values| {
            let run = finishing.single(0);
            let run = if soon { run.within(AT_ONCE_TIME) } else { run };
            self.whole.complete(&run, self.relaxations(), values)
        });
        let completed: Vec<Option<Vec<f64>>> = completed.into_iter().collect::<Result<_, _>>()?;
        Ok(completed.into_iter().flatten().collect())
    }
}
