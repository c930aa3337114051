//! The solution method: relaxation → construction → improvement → whole model →
//! integer repair.
//!
//! A run that has neither a clock nor a limit on its work ends by proof: branch
//! and bound on the relaxation and then on the whole model. Any other run improves
//! solutions of the relaxation in neighbourhoods, completes them with whole intakes
//! and posts, and repairs the best; the bound is proven beside that. By the
//! clock it hands over the best plan at the time limit. By its work it takes a
//! number of steps and gives the same plan each time.

use super::backend::SolverError;
use super::heuristics::comparator::best;
use super::heuristics::construction::{Construction, relax_and_fix};
use super::heuristics::proximity::proximity;
use super::heuristics::space::SearchSpace;
use super::lexicographic::{
    LexicographicProblem, LexicographicResult, WorkLimit, expressions, ideal_value, minimise,
    solve_lexicographic,
};
use super::mip_start::{near, with_classes};
use super::parallel::parallel_map;
use super::progress::{Phase, Silent};
use super::relaxation::Relaxation;
use super::run::{Ending, Run};
use super::search::{Found, SearchOptions, override_tier};
use super::whole_model::Whole;
use crate::domain::Scenario;
use crate::model::Model;
use crate::model::keys::Places;

/// Branch and bound on the relaxation in a run that ends by proof.
const RELAXATION: WorkLimit = WorkLimit { share: 0.45, gap: 0.01, nodes: &[1000, 100] };

/// A solution near a plan of a similar case.
const NEAR: WorkLimit = WorkLimit { share: 0.25, gap: 0.01, nodes: &[5] };

/// The solution closest to a plan of a similar case.
const CLOSEST: WorkLimit = WorkLimit { nodes: &[200], ..NEAR };

/// All else once classes are fixed.
const POLISH: WorkLimit = WorkLimit { share: 0.2, gap: 1e-3, nodes: &[100] };

/// A time limit of more leaves time for two constructions a thread, s.
const MUCH_TIME: f64 = 45.0;

/// Share of the time limit before which a thread begins its second construction: that
/// of a large case takes as long as a whole run of a small one.
const SECOND_BEFORE: f64 = 0.2;

/// Distance of the seeds of constructions: runs with neighbouring seeds share none.
pub(super) const SEEDS: u32 = 1009;

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
    let whole = Whole { run, scenario, model, tiers, lead: lead.is_some() };
    let (Some(plain), Some(tight)) =
        (Relaxation::new(scenario, lead), Relaxation::tightened(scenario, lead))
    else {
        return whole.prove(None, &[]);
    };
    // Building the forms of a large case may take all the time there is.
    if run.is_over(1.0) {
        return Ok(Found::NotFound);
    }
    let exact = plain.is_exact(model);
    // Without staff the relaxation is the whole model, and their columns are the same.
    let (plain, tight) =
        if exact { (plain, tight) } else { (plain.with_common_sums(), tight.with_common_sums()) };
    Driver { whole, plain, tight, exact, start_plans: options.start_plans }.find()
}

/// The whole model and its relaxation.
pub(super) struct Driver<'a> {
    pub whole: Whole<'a>,
    pub plain: Relaxation,
    pub tight: Relaxation,
    pub exact: bool,
    start_plans: &'a [&'a Places],
}

/// First solutions of the relaxation.
pub(super) enum First {
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
                        self.by_branch_and_bound(first.as_deref())
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

    /// The relaxation without and with a margin on the targets.
    pub(super) fn relaxations(&self) -> (&Relaxation, &Relaxation) {
        (&self.plain, &self.tight)
    }

    pub(super) fn space<'b>(&'b self, relaxation: &'b Relaxation) -> SearchSpace<'b> {
        let model = &relaxation.model;
        SearchSpace::new(self.whole.scenario, model, &model.problem, &relaxation.tiers)
    }

    /// First solutions: near the plans of similar cases, or constructed, one for
    /// each thread.
    pub(super) fn first(
        &self,
        space: &SearchSpace<'_>,
        relaxation: &Relaxation,
    ) -> Result<First, SolverError> {
        let run = self.whole.run;
        run.announce(Phase::Starting);
        let observer = Silent(run.observer);
        let silent = Run { observer: &observer, ..*run };
        let near = parallel_map(run.limits.threads, self.start_plans, |plan| {
            self.near(&silent.single(0), space, relaxation, plan)
        });
        let near: Vec<Vec<Vec<f64>>> = near.into_iter().collect::<Result<_, _>>()?;
        let mut solutions: Vec<Vec<f64>> = near.into_iter().flatten().collect();
        if solutions.is_empty() {
            let seeds: Vec<u32> = (0..constructions(run)).collect();
            let constructed = parallel_map(run.limits.threads, &seeds, |seed| {
                if *seed >= run.limits.threads && run.is_over(SECOND_BEFORE) {
                    return Ok(Construction::NotFound);
                }
                relax_and_fix(&silent.single(seed * SEEDS), space)
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
            minimise(run, |_, _| Phase::Starting, (&problem, tiers), NEAR)
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
                let values = minimise(
                    run,
                    |_, _| Phase::Starting,
                    (&closest.problem, &closest.tiers),
                    CLOSEST,
                )?;
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
    pub(super) fn by_branch_and_bound(&self, first: Option<&[f64]>) -> Result<Found, SolverError> {
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
                start: first,
                bounds: &[ideal_value(&tiers[0].0)],
                slack_allowance: &[],
                limit: WorkLimit { gap: RELAXATION.gap.max(run.limits.gap), ..RELAXATION },
            },
        )?;
        match result {
            LexicographicResult::Solved { values, outcomes } => {
                let values = polished(run, &self.plain, values)?;
                let start = self.whole.complete(run, self.relaxations(), &values)?;
                self.whole.prove(start.as_deref(), &outcomes)
            }
            LexicographicResult::Infeasible => Ok(Found::Infeasible),
            LexicographicResult::NotFound => self.whole.prove(None, &[]),
        }
    }
}

/// How many first solutions are constructed: one for each thread, two where there is
/// time.
fn constructions(run: &Run<'_>) -> u32 {
    let threads = run.limits.threads.max(1);
    match run.limits.time_limit_s {
        Some(limit) if run.ending() == Ending::Clock && limit >= MUCH_TIME => 2 * threads,
        _ => threads,
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
