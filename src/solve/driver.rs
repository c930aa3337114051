//! The solution method: relaxation → construction → improvement → whole model →
//! integer repair.
//!
//! A run that has neither a clock nor a limit on its work ends by proof: branch
//! and bound on the relaxation and then on the whole model. Any other run improves
//! solutions of the relaxation in neighbourhoods, completes them with posts,
//! improves those, and repairs the best; the bound is proven beside that. By the
//! clock it hands over the best plan at the time limit. By its work it takes a
//! number of steps and gives the same plan on every machine.

use super::backend::SolverError;
use super::bound::prove;
use super::heuristics::comparator::{best, is_better};
use super::heuristics::construction::{Construction, relax_and_fix};
use super::heuristics::fix_and_optimise::{Improved, Limit, continuous, improve};
use super::heuristics::proximity::proximity;
use super::heuristics::space::{SearchSpace, blended};
use super::integer_repair::{Repair, repair};
use super::lexicographic::{
    LexicographicProblem, LexicographicResult, TierOutcome, WorkLimit, ends, expressions,
    ideal_value, larger, objective_cut, solve_lexicographic, zero_tolerance,
};
use super::mip_start::{fix_at_ideal, near, with_classes, with_classes_of};
use super::parallel::{SideTask, parallel_map};
use super::progress::{Finishing, Phase, Silent};
use super::relaxation::{Relaxation, override_tier};
use super::run::{Ending, Run};
use crate::domain::{Scenario, Status, Tier};
use crate::model::Model;
use crate::model::keys::Places;
use crate::model::linear::Linear;
use crate::model::problem::Problem;
use std::sync::Mutex;
use std::thread;

/// The result of a search.
#[derive(Clone, Debug)]
pub enum Found {
    /// A solution with whole posts and intakes.
    Solved {
        /// Value of each column.
        values: Vec<f64>,
        /// Bounds and cut of each tier.
        outcomes: Vec<TierOutcome>,
    },
    /// The rules cannot hold together.
    Infeasible,
    /// Nothing was found in time.
    NotFound,
}

/// Where a search starts and what it minimises.
#[derive(Clone, Copy, Default)]
pub struct SearchOptions<'a> {
    /// Places of plans of similar cases to start from.
    pub start_plans: &'a [&'a Places],
    /// An objective in place of the tiers, which are then only held below their
    /// ceilings.
    pub objective_override: Option<ObjectiveOverride<'a>>,
}

/// An expression over a model or over its relaxation.
pub type ObjectiveOverride<'a> = &'a (dyn Fn(&Model) -> Linear + Sync);

/// Branch and bound on the relaxation in a run that ends by proof.
const RELAXATION: WorkLimit = WorkLimit {
    share: 0.45,
    gap: 0.01,
    nodes: &[1000, 100],
};

/// A solution near a plan of a similar case.
const NEAR: WorkLimit = WorkLimit {
    share: 0.25,
    gap: 0.01,
    nodes: &[5],
};

/// The solution closest to a plan of a similar case.
const CLOSEST: WorkLimit = WorkLimit {
    nodes: &[200],
    ..NEAR
};

/// All else once classes are fixed.
const POLISH: WorkLimit = WorkLimit {
    share: 0.2,
    gap: 1e-3,
    nodes: &[100],
};

/// Posts once classes are fixed.
const POSTS: WorkLimit = WorkLimit {
    share: 0.5,
    gap: 5e-3,
    nodes: &[100, 100, 5],
};

/// Time kept for the integer repair of a run that ends by proof, as a share.
const REPAIR: f64 = 0.4;

/// Tiers that posts are found for: the repair minimises the others.
const POSTS_TIERS: usize = 2;

/// Shares of the time limit at which the improvement of the relaxation and of the
/// whole model end.
const FIRST_UNTIL: f64 = 0.3;
const RELAXED_UNTIL: f64 = 0.6;
const WHOLE_UNTIL: f64 = 0.65;

/// The same for the relaxation where there is little time.
const LITTLE_UNTIL: f64 = 0.3;

/// Solutions whose last tier is worse than the best by a larger share are not
/// worth the time.
const PROMISING: f64 = 0.05;

/// The same where the relaxation drops nothing, and the share for branch and bound
/// before, on one thread.
const EXACT_UNTIL: f64 = 0.93;
const EXACT_FIRST: f64 = 0.6;

/// Share of the time limit at which the bound ends.
const BOUND_UNTIL: f64 = 0.9;

/// Steps of the improvement of the relaxation and of the whole model.
const RELAXED_STEPS: Limit = Limit {
    steps: None,
    until: RELAXED_UNTIL,
    idle: Some(10),
    step: (0.08, 1.5, 5.0),
    gap: 2e-3,
    nodes: 60,
};
const WHOLE_STEPS: Limit = Limit {
    until: WHOLE_UNTIL,
    idle: Some(6),
    step: (0.12, 2.0, 12.0),
    nodes: 30,
    ..RELAXED_STEPS
};

/// Distance of the seeds of constructions: runs with neighbouring seeds share none.
const SEEDS: u32 = 1009;

/// Steps in the whole model for each in the relaxation, where steps are limited.
const WHOLE_SHARE: u32 = 4;

/// Solves a model.
///
/// # Errors
///
/// When the solver fails.
pub fn find(
    run: &Run<'_>,
    scenario: &Scenario,
    model: &Model,
    options: SearchOptions<'_>,
) -> Result<Found, SolverError> {
    let lead = options.objective_override;
    let tiers = match lead {
        Some(lead) => vec![(override_tier(), lead(model))],
        None => expressions(scenario, model),
    };
    let whole = Whole {
        run,
        scenario,
        model,
        tiers,
        lead: lead.is_some(),
    };
    let (Some(plain), Some(tight)) = (
        Relaxation::new(scenario, lead),
        Relaxation::tightened(scenario, lead),
    ) else {
        return whole.prove(None, &[]);
    };
    let exact = plain.is_exact(model);
    Driver {
        whole,
        plain,
        tight,
        exact,
        start_plans: options.start_plans,
    }
    .find()
}

/// The whole model with its tiers.
struct Whole<'a> {
    run: &'a Run<'a>,
    scenario: &'a Scenario,
    model: &'a Model,
    tiers: Vec<(Tier, Linear)>,
    lead: bool,
}

impl Whole<'_> {
    /// Branch and bound on the whole model from a start, then integer repair.
    /// `proven` are outcomes of the relaxation.
    fn prove(&self, start: Option<Vec<f64>>, proven: &[TierOutcome]) -> Result<Found, SolverError> {
        let bounds = match (&start, self.lead) {
            (Some(start), false) => self.bounds(start, proven),
            _ => Vec::new(),
        };
        let result = solve_lexicographic(
            self.run,
            LexicographicProblem {
                phase: |tier, tiers| Phase::Solving { tier, tiers },
                problem: &self.model.problem,
                tiers: &self.tiers,
                fixed_cuts: &[],
                start: start.as_deref(),
                bounds: &bounds,
                slack_allowance: &[],
                limit: WorkLimit {
                    share: 1.0 - REPAIR,
                    gap: self.run.limits.gap,
                    nodes: &[],
                },
            },
        )?;
        match result {
            LexicographicResult::Solved { values, outcomes } => {
                let outcomes = if self.lead {
                    below_ceilings(self.scenario, outcomes[0].status)
                } else {
                    outcomes
                };
                self.finish(&values, outcomes, None)
            }
            LexicographicResult::Infeasible => Ok(Found::Infeasible),
            LexicographicResult::NotFound => Ok(Found::NotFound),
        }
    }

    /// Bounds of the first tiers from those of the relaxation: that of a tier holds
    /// as far as the earlier ones are kept no looser.
    fn bounds(&self, values: &[f64], proven: &[TierOutcome]) -> Vec<Option<f64>> {
        let mut tight = true;
        let each = proven.iter().zip(&self.tiers);
        each.map(|(proven, (tier, expression))| {
            let bound = proven.bound.filter(|_| tight);
            let (_, cut) = objective_cut(expression.clone(), tier, expression.value(values));
            tight &= cut <= proven.cut_value;
            bound
        })
        .collect()
    }

    /// Repairs a solution and hands it over.
    fn finish(
        &self,
        values: &[f64],
        outcomes: Vec<TierOutcome>,
        early: Option<Vec<f64>>,
    ) -> Result<Found, SolverError> {
        Ok(match self.repaired(values, &outcomes, early)? {
            Some(values) => self.solved(values, outcomes),
            None => Found::NotFound,
        })
    }

    /// The repaired solution, or `early` where that is better or nothing else comes
    /// out.
    fn repaired(
        &self,
        values: &[f64],
        outcomes: &[TierOutcome],
        early: Option<Vec<f64>>,
    ) -> Result<Option<Vec<f64>>, SolverError> {
        if self.run.observer.stop() && early.is_some() {
            return Ok(early);
        }
        let observer = Finishing(self.run.observer);
        let run = Run {
            observer: &observer,
            limits: self.run.limits_to_finish(),
            ..*self.run
        };
        let found = (values, outcomes);
        let mut repaired = repair(&run, self.scenario, self.model, found, Repair::Thorough)?;
        if repaired.is_none() && early.is_none() {
            // A plan is worth more than keeping the time limit.
            let mut run = run;
            run.limits.time_limit_s = None;
            repaired = repair(
                &run,
                self.scenario,
                self.model,
                found,
                Repair::FirstFeasible,
            )?;
        }
        let tiers = expressions(self.scenario, self.model);
        Ok(best(&tiers, early.into_iter().chain(repaired)))
    }

    /// A solution with the outcomes of all tiers of the scenario: of those that
    /// only the repair has minimised nothing is proven.
    fn solved(&self, values: Vec<f64>, mut outcomes: Vec<TierOutcome>) -> Found {
        let open = TierOutcome {
            bound: None,
            status: self.run.status(),
            cut_value: f64::INFINITY,
        };
        outcomes.resize(self.scenario.tiers.len(), open);
        Found::Solved { values, outcomes }
    }

    /// Finds the posts that go with the classes of a solution of the relaxation.
    fn complete(
        &self,
        run: &Run<'_>,
        relaxation: &Model,
        values: &[f64],
    ) -> Result<Option<Vec<f64>>, SolverError> {
        let problem = with_classes_of(self.model, (relaxation, values));
        let mut tiers = zero_tolerance(self.tiers.clone());
        tiers.truncate(POSTS_TIERS);
        let posts = LexicographicProblem {
            phase: |_, _| Phase::Improving,
            problem: &problem,
            tiers: &tiers,
            fixed_cuts: &[],
            start: None,
            bounds: &[],
            slack_allowance: &[],
            limit: POSTS,
        };
        if let ([_, later @ ..], Some(_)) = (&tiers[..], ideal_value(&self.tiers[0].0))
            && !later.is_empty()
        {
            let mut goal_fixed = problem.clone();
            fix_at_ideal(&mut goal_fixed, &self.tiers[0].1);
            let held = LexicographicProblem {
                problem: &goal_fixed,
                tiers: later,
                ..posts
            };
            if let Some(values) = solve_lexicographic(run, held)?.values() {
                return Ok(Some(values));
            }
        }
        Ok(solve_lexicographic(run, posts)?.values())
    }

    /// Outcomes of a solution of which nothing but the relaxation's bounds is
    /// proven: what later tiers may give away of the tiers it was optimised for.
    fn outcomes(&self, values: &[f64], proven: &[TierOutcome]) -> Vec<TierOutcome> {
        let status = self.run.status();
        if self.lead {
            return below_ceilings(self.scenario, status);
        }
        let bounds = self.bounds(values, proven);
        let optimised = self.tiers.iter().take(POSTS_TIERS).enumerate();
        optimised
            .map(|(index, (tier, expression))| {
                let value = expression.value(values);
                let bound = bounds.get(index).copied().flatten();
                let within =
                    bound.is_some_and(|bound| ends(tier, value, bound, self.run.limits.gap));
                let (_, cut_value) = objective_cut(Linear::default(), tier, value);
                let status = if within { Status::GapReached } else { status };
                TierOutcome {
                    bound,
                    status,
                    cut_value,
                }
            })
            .collect()
    }
}

/// Tiers that are only held below their ceilings have no other outcome.
fn below_ceilings(scenario: &Scenario, status: Status) -> Vec<TierOutcome> {
    let tiers = scenario.tiers.iter();
    tiers
        .map(|tier| TierOutcome {
            bound: None,
            status,
            cut_value: tier.at_most.unwrap_or(f64::INFINITY),
        })
        .collect()
}

/// The whole model and its relaxation.
struct Driver<'a> {
    whole: Whole<'a>,
    plain: Relaxation,
    tight: Relaxation,
    exact: bool,
    start_plans: &'a [&'a Places],
}

/// Keeps the result of a side task.
fn put<T>(slot: &Mutex<Option<T>>, value: T) {
    if let Ok(mut slot) = slot.lock() {
        *slot = Some(value);
    }
}

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

/// First solutions of the relaxation.
enum First {
    Solutions(Vec<Vec<f64>>),
    Infeasible,
}

impl Driver<'_> {
    fn find(&self) -> Result<Found, SolverError> {
        let run = self.whole.run;
        match run.ending() {
            Ending::Proof => {
                let space = self.space(&self.plain);
                match self.first(&space, &self.plain)? {
                    First::Solutions(first) => {
                        let first = best(&self.plain.tiers, first);
                        self.by_branch_and_bound(first)
                    }
                    First::Infeasible => Ok(Found::Infeasible),
                }
            }
            Ending::Clock if self.exact && run.limits.threads < 2 => self.exact_first(),
            Ending::Clock | Ending::Work(_) => {
                let space = self.space(&self.tight);
                match self.first(&space, &self.tight)? {
                    First::Solutions(first) if first.is_empty() => self.by_branch_and_bound(None),
                    First::Solutions(first) => self.by_neighbourhoods(&space, first),
                    First::Infeasible => Ok(Found::Infeasible),
                }
            }
        }
    }

    fn space<'b>(&'b self, relaxation: &'b Relaxation) -> SearchSpace<'b> {
        let model = &relaxation.model;
        SearchSpace::new(
            self.whole.scenario,
            model,
            &model.problem,
            &relaxation.tiers,
        )
    }

    /// First solutions: near the plans of similar cases, or constructed, one for
    /// each thread.
    fn first(
        &self,
        space: &SearchSpace<'_>,
        relaxation: &Relaxation,
    ) -> Result<First, SolverError> {
        let run = self.whole.run;
        run.announce(Phase::Starting);
        let observer = Silent(run.observer);
        let silent = Run {
            observer: &observer,
            ..*run
        };
        let near = parallel_map(run.limits.threads, self.start_plans, |plan| {
            self.near(&silent.single(0), space, relaxation, plan)
        });
        let near: Vec<Vec<Vec<f64>>> = near.into_iter().collect::<Result<_, _>>()?;
        let mut solutions: Vec<Vec<f64>> = near.into_iter().flatten().collect();
        if solutions.is_empty() {
            let seeds: Vec<u32> = (0..constructions(run)).collect();
            let constructed = parallel_map(run.limits.threads, &seeds, |seed| {
                self.construct(&silent.single(seed * SEEDS), space, relaxation)
            });
            for one in constructed {
                match one? {
                    Construction::Solution(values) => solutions.push(values),
                    Construction::Infeasible => return Ok(First::Infeasible),
                    Construction::NotFound => {}
                }
            }
        }
        self.keep_promising(&mut solutions);
        Ok(First::Solutions(solutions))
    }

    fn construct(
        &self,
        run: &Run<'_>,
        space: &SearchSpace<'_>,
        relaxation: &Relaxation,
    ) -> Result<Construction, SolverError> {
        debug_assert_eq!(space.tiers.len(), relaxation.tiers.len());
        relax_and_fix(run, space)
    }

    /// Solutions near a plan of a similar case: with its very places, and the
    /// closest one that reaches the targets where that one does not.
    fn near(
        &self,
        run: &Run<'_>,
        space: &SearchSpace<'_>,
        relaxation: &Relaxation,
        plan: &Places,
    ) -> Result<Vec<Vec<f64>>, SolverError> {
        let Relaxation { model, tiers } = relaxation;
        let scenario = self.whole.scenario;
        let within = |radius: f64| {
            let problem = near(scenario, model, plan, radius);
            minimised(run, &problem, tiers, NEAR)
        };
        let mut found = Vec::new();
        found.extend(within(0.0)?);
        let reached = found.iter().any(|values| space.reached(0, &[], values));
        let aims = ideal_value(&tiers[0].0).filter(|_| !self.whole.lead);
        if self.whole.lead {
            // A search for something else should not stay as close as it can.
            found.extend(within(1.0)?);
        } else if found.is_empty() || aims.is_some() && !reached {
            let missed = aims.map(|_| &tiers[0].1);
            for missed in [missed, None] {
                let closest = proximity(scenario, model, plan, missed);
                let values = minimised(run, &closest.problem, &closest.tiers, CLOSEST)?;
                if let Some(mut values) = values {
                    values.truncate(model.problem.columns.len());
                    found.push(polished(run, relaxation, values)?);
                }
                if !found.is_empty() || missed.is_none() {
                    break;
                }
            }
        }
        Ok(found)
    }

    /// Branch and bound: on the relaxation, then on the whole model.
    fn by_branch_and_bound(&self, first: Option<Vec<f64>>) -> Result<Found, SolverError> {
        let run = self.whole.run;
        let Relaxation { model, tiers } = &self.plain;
        if self.exact {
            return self.whole.prove(first, &[]);
        }
        let result = solve_lexicographic(
            run,
            LexicographicProblem {
                phase: |_, _| Phase::Starting,
                problem: &model.problem,
                tiers,
                fixed_cuts: &[],
                start: first.as_deref(),
                bounds: &[ideal_value(&tiers[0].0)],
                slack_allowance: &[],
                limit: WorkLimit {
                    gap: RELAXATION.gap.max(run.limits.gap),
                    ..RELAXATION
                },
            },
        )?;
        match result {
            LexicographicResult::Solved { values, outcomes } => {
                let values = polished(run, &self.plain, values)?;
                let start = self.whole.complete(run, model, &values)?;
                self.whole.prove(start, &outcomes)
            }
            LexicographicResult::Infeasible => Ok(Found::Infeasible),
            LexicographicResult::NotFound => self.whole.prove(None, &[]),
        }
    }

    /// One thread and a relaxation that drops nothing: branch and bound first,
    /// which soon proves small cases, then neighbourhoods of its solution.
    fn exact_first(&self) -> Result<Found, SolverError> {
        let run = self.whole.run;
        let space = self.space(&self.plain);
        let result = self.tree(&run.until(EXACT_FIRST))?;
        match result {
            LexicographicResult::Solved { values, outcomes } => {
                if outcomes
                    .iter()
                    .all(|outcome| outcome.status == Status::GapReached)
                {
                    return self.whole.prove(Some(values), &outcomes);
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
                limit: WorkLimit {
                    share: 1.0,
                    gap: run.limits.gap,
                    nodes: &[],
                },
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
        let limit = Limit {
            until: EXACT_UNTIL,
            idle: None,
            gap: run.limits.gap,
            ..RELAXED_STEPS
        };
        let limit = Limit {
            steps: run.limits.steps,
            ..limit
        };
        improve(
            run,
            space,
            (solutions, None),
            (limit, Phase::Improving),
            tasks,
        )
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

    /// Improves solutions in neighbourhoods and completes them, in rounds; proves the
    /// bound beside the end.
    fn by_neighbourhoods(
        &self,
        space: &SearchSpace<'_>,
        solutions: Vec<Vec<f64>>,
    ) -> Result<Found, SolverError> {
        if self.exact {
            return self.beside_the_tree(space, solutions);
        }
        let run = self.whole.run;
        let clock = run.ending() == Ending::Clock;
        let rounds = self.rounds(space, solutions)?;
        let Some(start) = best(&self.whole.tiers, rounds.completed) else {
            return self.whole.prove(None, &[]);
        };
        if rounds.proven && clock {
            return self.whole.prove(Some(start), &[]);
        }
        let bounds = Mutex::new(Ok(Vec::new()));
        let observer = Silent(run.observer);
        let beside = Run {
            observer: &observer,
            ..*run
        }
        .single(0);
        let tiers = self.whole.scenario.tiers.as_slice();
        let bounding = || {
            let plain = (&self.plain, tiers);
            let proven = prove(
                &beside,
                self.whole.scenario,
                plain,
                &rounds.best,
                BOUND_UNTIL,
            );
            if let Ok(mut bounds) = bounds.lock() {
                *bounds = proven;
            }
        };
        // A step's work is the same beside others, but not on one thread only.
        let parallel = run.limits.threads > 1 && !self.whole.lead;
        let found = thread::scope(|scope| {
            let bounding = parallel.then(|| scope.spawn(bounding));
            let values = self.improve_whole(start)?;
            let allowances = self.whole.outcomes(&values, &[]);
            let found = self.whole.repaired(&values, &allowances, rounds.early)?;
            if let Some(bounding) = bounding {
                let _ = bounding.join();
            }
            Ok(found.map(|found| (found, values)))
        })?;
        if !parallel && !self.whole.lead {
            bounding();
        }
        let bounds = bounds.into_inner().unwrap_or_else(|_| Ok(Vec::new()))?;
        Ok(match found {
            Some((found, values)) => {
                let outcomes = self.whole.outcomes(&values, &bounds);
                self.whole.solved(found, outcomes)
            }
            None => Found::NotFound,
        })
    }

    /// Rounds of improvement in the relaxation, each ending with completed
    /// solutions.
    fn rounds(
        &self,
        space: &SearchSpace<'_>,
        mut solutions: Vec<Vec<f64>>,
    ) -> Result<Rounds, SolverError> {
        let run = self.whole.run;
        let clock = run.ending() == Ending::Clock;
        let observer = Silent(run.observer);
        let silent = Run {
            observer: &observer,
            ..*run
        };
        let relaxed = match solutions.first() {
            Some(first) if !run.has_little_time() => self.continuous(&silent, space, first)?,
            _ => None,
        };
        let early = Mutex::new(None);
        let mut rounds = Rounds::default();
        for round in 0.. {
            self.keep_promising(&mut solutions);
            let until = match round {
                _ if run.has_little_time() => LITTLE_UNTIL,
                0 => FIRST_UNTIL,
                _ => RELAXED_UNTIL,
            };
            let idle = if clock { RELAXED_STEPS.idle } else { None };
            let limit = Limit {
                steps: run.limits.steps,
                until,
                idle,
                ..RELAXED_STEPS
            };
            let mut tasks: Vec<SideTask<'_>> = Vec::new();
            if let (1, Some(completed)) = (round, rounds.completed.first()) {
                tasks.push(Box::new(|| {
                    put(&early, self.early(&silent.single(0), completed))
                }));
            }
            let phase = (limit, Phase::Improving);
            let improved = improve(run, space, (solutions, relaxed.as_deref()), phase, tasks)?;
            rounds.proven = improved.proven;
            solutions = improved.solutions;
            self.keep_promising(&mut solutions);
            if let Some(first) = solutions.first() {
                rounds.best.clone_from(first);
            }
            if rounds.completed.is_empty() || !run.observer.stop() {
                let completed = self.complete_all(&solutions)?;
                rounds.completed.extend(completed);
            }
            if !clock || rounds.proven || run.is_over(RELAXED_UNTIL) || run.has_little_time() {
                break;
            }
            if round > 0 {
                self.restart(&silent, space, (&mut solutions, round))?;
            }
        }
        rounds.early = early.into_inner().ok().flatten().transpose()?.flatten();
        Ok(rounds)
    }

    /// A relaxation that drops nothing: branch and bound on one thread,
    /// neighbourhoods on the others.
    fn beside_the_tree(
        &self,
        space: &SearchSpace<'_>,
        solutions: Vec<Vec<f64>>,
    ) -> Result<Found, SolverError> {
        let run = self.whole.run;
        let observer = Silent(run.observer);
        let until = Run {
            observer: &observer,
            ..*run
        }
        .until(EXACT_UNTIL)
        .single(0);
        let slot = Mutex::new(None);
        let tree: SideTask<'_> = Box::new(|| put(&slot, self.tree(&until)));
        let tasks = if run.ending() == Ending::Clock {
            vec![tree]
        } else {
            Vec::new()
        };
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

    /// A plan early in the run, in case it is interrupted.
    fn early(&self, run: &Run<'_>, completed: &[f64]) -> Result<Option<Vec<f64>>, SolverError> {
        let Whole {
            scenario, model, ..
        } = self.whole;
        let outcomes = self.whole.outcomes(completed, &[]);
        repair(run, scenario, model, (completed, &outcomes), Repair::Quick)
    }

    /// The continuous relaxation, from which neighbourhoods are measured.
    fn continuous(
        &self,
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

    /// Replaces the last of several solutions by a new construction; one alone
    /// stays.
    fn restart(
        &self,
        run: &Run<'_>,
        space: &SearchSpace<'_>,
        (solutions, round): (&mut Vec<Vec<f64>>, u32),
    ) -> Result<(), SolverError> {
        let run = run
            .single((run.limits.threads + round) * SEEDS)
            .until(RELAXED_UNTIL);
        if run.is_over(1.0) {
            return Ok(());
        }
        let Construction::Solution(new) = self.construct(&run, space, &self.tight)? else {
            return Ok(());
        };
        if solutions.len() > 1 {
            solutions.pop();
        }
        solutions.push(new);
        Ok(())
    }

    /// Keeps the best solution, first, and those that are about as good.
    fn keep_promising(&self, solutions: &mut Vec<Vec<f64>>) {
        let tiers = &self.tight.tiers;
        solutions.sort_by(|one, other| {
            match (is_better(tiers, one, other), is_better(tiers, other, one)) {
                (true, _) => std::cmp::Ordering::Less,
                (_, true) => std::cmp::Ordering::Greater,
                _ => std::cmp::Ordering::Equal,
            }
        });
        let values = |values: &[f64]| -> Vec<f64> {
            tiers
                .iter()
                .map(|(_, expression)| expression.value(values))
                .collect()
        };
        let Some(best) = solutions.first().map(|best| values(best)) else {
            return;
        };
        solutions.truncate(
            usize::try_from(self.whole.run.limits.threads)
                .unwrap_or(1)
                .max(1),
        );
        solutions.retain(|solution| {
            let mut pairs = values(solution).into_iter().zip(&best);
            pairs.all(|(own, best)| own <= best + PROMISING * best.abs().max(PROMISING))
        });
    }

    /// Completes solutions of the relaxation with posts, side by side.
    fn complete_all(&self, solutions: &[Vec<f64>]) -> Result<Vec<Vec<f64>>, SolverError> {
        let run = self.whole.run;
        run.announce(Phase::Improving);
        let observer = Finishing(run.observer);
        let silent = Silent(&observer);
        let finishing = Run {
            observer: &silent,
            limits: run.limits_to_finish(),
            ..*run
        };
        let completed = parallel_map(run.limits.threads, solutions, |values| {
            self.whole
                .complete(&finishing.single(0), &self.tight.model, values)
        });
        let completed: Vec<Option<Vec<f64>>> = completed.into_iter().collect::<Result<_, _>>()?;
        Ok(completed.into_iter().flatten().collect())
    }

    /// Improves a solution of the whole model.
    fn improve_whole(&self, start: Vec<f64>) -> Result<Vec<f64>, SolverError> {
        let Whole {
            run,
            scenario,
            model,
            ..
        } = self.whole;
        let steps = run.limits.steps.map(|steps| steps / WHOLE_SHARE);
        if steps == Some(0) || steps.is_none() && run.is_over(WHOLE_UNTIL) {
            return Ok(start);
        }
        let mut tiers = zero_tolerance(self.whole.tiers.clone());
        tiers.truncate(POSTS_TIERS);
        let space = SearchSpace::new(scenario, model, &model.problem, &tiers);
        let idle = if steps.is_some() {
            None
        } else {
            WHOLE_STEPS.idle
        };
        let limit = Limit {
            steps,
            idle,
            ..WHOLE_STEPS
        };
        let improved = improve(
            run,
            &space,
            (vec![start], None),
            (limit, Phase::Improving),
            Vec::new(),
        )?;
        Ok(improved.solutions.into_iter().next().unwrap_or_default())
    }
}

/// How many first solutions are constructed: the more time, the more, since the
/// best of a few saves many steps.
fn constructions(run: &Run<'_>) -> u32 {
    let threads = run.limits.threads.max(1);
    match run.limits.time_limit_s {
        _ if run.has_little_time() => 1,
        Some(limit) if run.ending() == Ending::Clock && limit < 25.0 => threads,
        Some(limit) if run.ending() == Ending::Clock && limit >= 80.0 => 3 * threads,
        _ => 2 * threads,
    }
}

/// A solution with its classes where they are and all else minimised: a search
/// ends with classes well placed and the rest left as it came.
fn polished(
    run: &Run<'_>,
    relaxation: &Relaxation,
    values: Vec<f64>,
) -> Result<Vec<f64>, SolverError> {
    let problem = with_classes(&relaxation.model, &values);
    let tiers = &relaxation.tiers;
    let polish = LexicographicProblem {
        phase: |_, _| Phase::Starting,
        problem: &problem,
        tiers,
        fixed_cuts: &[],
        start: Some(&values),
        bounds: &[ideal_value(&tiers[0].0)],
        slack_allowance: &[],
        limit: POLISH,
    };
    let found = solve_lexicographic(run, polish)?.values();
    Ok(found.unwrap_or(values))
}

/// A solution of a problem, tier by tier.
fn minimised(
    run: &Run<'_>,
    problem: &Problem,
    tiers: &[(Tier, Linear)],
    limit: WorkLimit,
) -> Result<Option<Vec<f64>>, SolverError> {
    let lexicographic = LexicographicProblem {
        phase: |_, _| Phase::Starting,
        problem,
        tiers,
        fixed_cuts: &[],
        start: None,
        bounds: &[],
        slack_allowance: &[],
        limit,
    };
    Ok(solve_lexicographic(run, lexicographic)?.values())
}
