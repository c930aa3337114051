//! The whole model: branch and bound, posts for a solution of the relaxation, and
//! the repaired solution that is handed over.

use super::backend::SolverError;
use super::heuristics::comparator::best;
use super::intakes::{Sites, whole_intakes};
use super::integer_repair::{Repair, repair};
use super::kernel::kernel;
use super::late_tiers::{self, REPAIR_UNTIL};
use super::lexicographic::{
    LexicographicProblem, LexicographicResult, TierOutcome, WorkLimit, ends, expressions,
    ideal_value, minimise, objective_cut, solve_lexicographic, zero_tolerance,
};
use super::mip_start::{class_columns, fix_at_ideal, fixed, head_columns, sites, with_classes_of};
use super::progress::{Finishing, Phase};
use super::relaxation::Relaxation;
use super::run::{Ending, Run};
use super::search::Found;
use crate::domain::{Scenario, Status, Tier};
use crate::model::Model;
use crate::model::linear::Linear;
use crate::model::problem::Problem;

/// Posts once classes are fixed.
const POSTS: WorkLimit = WorkLimit { share: 0.5, gap: 5e-3, nodes: &[100] };

/// The same where there is little time.
const SOON: WorkLimit = WorkLimit { gap: 5e-2, nodes: &[5], ..POSTS };

/// The same for one of many solutions, and its time, s.
const AT_ONCE: WorkLimit = WorkLimit { share: 1.0, gap: 5e-3, nodes: &[20] };
pub(super) const AT_ONCE_TIME: f64 = 2.0;

/// Time kept for the integer repair of a run that ends by proof, as a share.
const REPAIR: f64 = 0.4;

/// Tiers that posts are found for: the repair minimises the others.
pub const POSTS_TIERS: usize = 2;

/// The whole model with its tiers.
pub struct Whole<'a> {
    pub run: &'a Run<'a>,
    pub scenario: &'a Scenario,
    pub model: &'a Model,
    /// The tiers, or the objective that replaces them.
    pub tiers: Vec<(Tier, Linear)>,
    pub lead: bool,
}

impl Whole<'_> {
    /// Branch and bound on the whole model from a start, then integer repair.
    /// `proven` are outcomes of the relaxation.
    pub fn prove(
        &self,
        start: Option<&[f64]>,
        proven: &[TierOutcome],
    ) -> Result<Found, SolverError> {
        let bounds = match (start, self.lead) {
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
                start,
                bounds: &bounds,
                slack_allowance: &[],
                limit: WorkLimit {
                    share: 1.0 - REPAIR,
                    gap: self.run.limits.gap,
                    nodes: match self.run.ending() {
                        Ending::Work(_) => &[1000, 100],
                        Ending::Clock | Ending::Proof => &[],
                    },
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
    pub fn finish(
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
    pub fn repaired(
        &self,
        values: &[f64],
        outcomes: &[TierOutcome],
        early: Option<Vec<f64>>,
    ) -> Result<Option<Vec<f64>>, SolverError> {
        if self.run.observer.stop() && early.is_some() {
            return Ok(early);
        }
        let observer = Finishing(self.run.observer);
        let whole_run =
            Run { observer: &observer, limits: self.run.limits_to_finish(), ..*self.run };
        // Late tiers about intakes are improved once the rest is whole.
        let late = !self.lead && late_tiers::first(self.scenario).is_some();
        let run = if late { whole_run.until(REPAIR_UNTIL) } else { whole_run };
        let found = (values, outcomes);
        // Without further steps a first plan is asked for, soon.
        let soon = self.run.observer.stop() || self.run.ending() == Ending::Work(0);
        let kind = if soon { Repair::Quick } else { Repair::Thorough };
        let mut repaired = repair(&run, self.scenario, self.model, found, kind)?;
        if repaired.is_none() && early.is_none() {
            // A plan is worth more than keeping the time limit.
            let mut run = run;
            run.limits.time_limit_s = None;
            repaired = repair(&run, self.scenario, self.model, found, Repair::FirstFeasible)?;
        }
        let tiers = expressions(self.scenario, self.model);
        match best(&tiers, early.into_iter().chain(repaired)) {
            Some(values) if late => {
                let found = (values, outcomes);
                late_tiers::improve(&whole_run, self.scenario, self.model, &tiers, found).map(Some)
            }
            best => Ok(best),
        }
    }

    /// A solution with the outcomes of all tiers of the scenario: of those that
    /// only the repair has minimised nothing is proven.
    pub fn solved(&self, values: Vec<f64>, mut outcomes: Vec<TierOutcome>) -> Found {
        let open = TierOutcome { bound: None, status: self.run.status(), cut_value: f64::INFINITY };
        outcomes.resize(self.scenario.tiers.len(), open);
        Found::Solved { values, outcomes }
    }

    /// Finds the posts that go with the classes, sites and whole intakes of a solution
    /// of the relaxation with a margin on its targets, soon: to see what it costs with
    /// them. `None` where they are not soon found.
    pub fn complete_soon(
        &self,
        run: &Run<'_>,
        tight: &Relaxation,
        values: &[f64],
    ) -> Result<Option<Vec<f64>>, SolverError> {
        let run = &run.within(AT_ONCE_TIME);
        let ([_, later @ ..], Some(_)) = (&self.tiers[..], ideal_value(&self.tiers[0].0)) else {
            return Ok(None);
        };
        let Some(cost) = later.first() else { return Ok(None) };
        let Some(whole) = whole_intakes(run, tight, (values, Sites::Fixed))? else {
            return Ok(None);
        };
        let problem = self.decided(&tight.model, &whole);
        let Some(kernel) = kernel(run, &problem, &cost.1)? else { return Ok(None) };
        let tiers = zero_tolerance(vec![cost.clone()]);
        minimise(run, |_, _| Phase::Improving, (&kernel, &tiers), AT_ONCE)
    }

    /// The problem with classes, sites and whole intakes of a solution of the relaxation
    /// and with the targets at their ideal value.
    fn decided(&self, from: &Model, whole: &[f64]) -> Problem {
        let to = self.model;
        let pairs = sites(from).zip(sites(to));
        let pairs = pairs.chain(head_columns(from).zip(head_columns(to)));
        let decided = pairs.map(|(from, to)| (to, whole[from.0].round()));
        let mut problem = fixed(&with_classes_of(to, (from, whole)), decided);
        fix_at_ideal(&mut problem, &self.tiers[0].1);
        problem
    }

    /// Finds the posts that go with the classes of a solution of the relaxation, which
    /// comes with and without a margin on the targets:
    /// with its intakes made whole and its sites, without those, and with targets
    /// missed, until there are some.
    pub fn complete(
        &self,
        run: &Run<'_>,
        (relaxation, tight): (&Relaxation, &Relaxation),
        values: &[f64],
    ) -> Result<Option<Vec<f64>>, SolverError> {
        let (from, to) = (&relaxation.model, self.model);
        let limit = if run.has_little_time() { SOON } else { POSTS };
        let mut tiers = zero_tolerance(self.tiers.clone());
        tiers.truncate(POSTS_TIERS);
        let solve = |problem: &Problem, tiers: &[(Tier, Linear)], limit: WorkLimit| {
            minimise(run, |_, _| Phase::Improving, (problem, tiers), limit)
        };
        if let ([_, later @ ..], Some(_)) = (&tiers[..], ideal_value(&self.tiers[0].0))
            && !later.is_empty()
        {
            let goal = &self.tiers[0].1;
            let ways =
                [(tight, Sites::Fixed), (relaxation, Sites::Fixed), (relaxation, Sites::Free)];
            let mut intakes = None;
            for (relaxation, sites) in ways {
                if intakes.is_none() {
                    intakes = whole_intakes(run, relaxation, (values, sites))?;
                }
            }
            if let Some(whole) = intakes {
                let problem = self.decided(from, &whole);
                let kernel = kernel(run, &problem, &later[0].1)?;
                for problem in kernel.iter().chain([&problem]) {
                    if let Some(values) = solve(problem, later, limit)? {
                        return Ok(Some(values));
                    }
                }
            }
            let columns = class_columns(from).zip(class_columns(to));
            let classes = columns.map(|(from, to)| (to, values[from.0]));
            let mut problem = fixed(&to.problem, classes);
            fix_at_ideal(&mut problem, goal);
            if let Some(values) = solve(&problem, later, limit)? {
                return Ok(Some(values));
            }
        }
        solve(&with_classes_of(to, (from, values)), &tiers, limit)
    }

    /// Outcomes of a solution of which nothing but the relaxation's bounds is
    /// proven: what later tiers may give away of the tiers it was optimised for.
    pub fn outcomes(&self, values: &[f64], proven: &[TierOutcome]) -> Vec<TierOutcome> {
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
                TierOutcome { bound, status, cut_value }
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
