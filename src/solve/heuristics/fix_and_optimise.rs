//! Fix-and-optimise: improves solutions step by step, each step a subproblem in
//! which the classes of some cohorts are free and all others fixed (a large
//! neighbourhood search in which the solver is the neighbourhood: Toledo and
//! others 2015; Helber and Sahling, International Journal of Production Economics
//! 123, 2010).
//!
//! Several solutions are improved side by side, one after the other; a step may
//! also look between two of them. A step in which everything is free is branch and
//! bound on the whole problem, and what it proves is the bound of its tier.

use super::neighbourhood::{Neighbourhood, Neighbourhoods, Reward, Solutions};
use super::space::{Focus, SearchSpace};
use crate::domain::Status;
use crate::model::linear::Linear;
use crate::model::problem::Problem;
use crate::solve::backend::{SolveRequest, SolveResult, SolverError, Strategy, Termination};
use crate::solve::lexicographic::{ends, larger};
use crate::solve::mip_start::fix_at_ideal;
use crate::solve::parallel::{Order, Sequence, SideTask, pipeline};
use crate::solve::progress::Phase;
use crate::solve::run::{Ending, Run};
use rand_pcg::Pcg64;
use rand_pcg::rand_core::{Rng, SeedableRng};
use std::sync::Arc;
use std::time::Duration;

/// How an improvement ends and what a step may take.
#[derive(Clone, Copy, Debug)]
pub struct Limit {
    /// Most steps, if the run is limited by its work.
    pub steps: Option<u32>,
    /// Share of the time limit at which it ends.
    pub until: f64,
    /// Steps without an improvement after which it ends.
    pub idle: Option<u32>,
    /// Longest time of a step, as a share of the time limit, and in seconds.
    pub step: (f64, f64, f64),
    /// Gap of a step.
    pub gap: f64,
    /// Most nodes of a step.
    pub nodes: u32,
    /// Class columns that are free at first, with sites free and with sites fixed.
    pub sizes: [f64; 2],
    /// Steps without an improvement after which a step may take twice the time.
    pub deepening: u32,
}

/// Most nodes of a step with everything free: it is there to prove.
const WHOLE_NODES: u32 = 1000;

/// Doublings of the time of a step at most.
const LONGEST: u32 = 2;

/// Completes a solution of the search space with what it leaves out: the solution of
/// the whole problem, and the value there of the last tier of the search space. `None`
/// where there is none.
pub type Completion<'a> =
    &'a (dyn Fn(&[f64]) -> Result<Option<(Vec<f64>, f64)>, SolverError> + Sync);

/// What is left out adds at least this share to a solution's value: one that is
/// dearer than the best completed one even so is not completed.
const LEFT_OUT: f64 = 0.02;

/// An improvement of less than this share is not worth completing.
const LITTLE: f64 = 5e-4;

/// A completed solution.
#[derive(Clone, Debug)]
pub struct Completed {
    /// The solution of the search space.
    pub from: Arc<Vec<f64>>,
    /// The solution of the whole problem, if there is one.
    pub whole: Option<Vec<f64>>,
}

/// What an improvement came to.
#[derive(Clone, Debug)]
pub struct Improved {
    /// The solutions, in the order in which they came.
    pub solutions: Vec<Vec<f64>>,
    /// Whether the first of them is proven to be within the gap in every tier.
    pub proven: bool,
    /// Bounds that steps with everything free have proven, by tier.
    pub bounds: Vec<Option<f64>>,
    /// Improved solutions that were completed.
    pub completed: Vec<Completed>,
}

/// What an improvement has learnt: a later one goes on from there, and does not
/// repeat its steps.
pub struct Adaptation {
    random: Pcg64,
    neighbourhoods: Neighbourhoods,
    /// The least value of a completed solution in the last tier.
    best: f64,
}

impl Adaptation {
    /// Nothing learnt yet.
    pub fn new(run: &Run<'_>, limit: Limit) -> Self {
        Self {
            random: Pcg64::seed_from_u64(u64::from(run.limits.seed)),
            neighbourhoods: Neighbourhoods::new(limit.sizes),
            best: f64::INFINITY,
        }
    }
}

/// Improves solutions of a search space. Improved ones are completed, if a completion
/// is given: what a solution leaves out is not the same for all, so that the best
/// solution of the search space need not be the best one in the end.
///
/// # Errors
///
/// When the solver fails.
pub fn improve(
    run: &Run<'_>,
    space: &SearchSpace<'_>,
    (solutions, relaxation): (Vec<Vec<f64>>, Option<&[f64]>),
    (limit, phase): (Limit, Phase),
    side_tasks: Vec<SideTask<'_>>,
    (adaptation, completion): (&mut Adaptation, Option<Completion<'_>>),
) -> Result<Improved, SolverError> {
    let mut search = Search {
        run,
        space,
        relaxation,
        limit,
        adaptation,
        solutions: solutions.into_iter().map(Arc::new).collect(),
        ideals: vec![None; space.tiers.len()],
        bounds: vec![None; space.tiers.len()],
        completed: Vec::new(),
        steps: 0,
        idle: 0,
        proven: false,
        failed: None,
    };
    run.announce(phase);
    let order = match run.ending() {
        Ending::Clock => Order::AsDone,
        Ending::Proof | Ending::Work(_) => Order::AsMade,
    };
    let threads = (run.limits.threads, order);
    let work = |job: Job| job.solve((run, space), (limit, phase), completion);
    pipeline(threads, &mut search, side_tasks, work);
    if let Some(error) = search.failed {
        return Err(error);
    }
    let solutions = search.solutions.into_iter().map(Arc::unwrap_or_clone);
    Ok(Improved {
        solutions: solutions.collect(),
        proven: search.proven,
        bounds: search.bounds,
        completed: search.completed,
    })
}

/// The state of an improvement.
struct Search<'a> {
    run: &'a Run<'a>,
    space: &'a SearchSpace<'a>,
    relaxation: Option<&'a [f64]>,
    limit: Limit,
    adaptation: &'a mut Adaptation,
    solutions: Vec<Arc<Vec<f64>>>,
    /// Values that tiers are proven to be at best, within the gap.
    ideals: Vec<Option<f64>>,
    bounds: Vec<Option<f64>>,
    completed: Vec<Completed>,
    steps: u32,
    idle: u32,
    proven: bool,
    failed: Option<SolverError>,
}

/// A step.
struct Job {
    /// Which solution it improves.
    solution: usize,
    incumbent: Arc<Vec<f64>>,
    neighbourhood: Neighbourhood,
    focus: Focus,
    seed: u32,
    /// How much longer than at first the step may take.
    factor: u32,
    /// The least value of a completed solution when the step was made.
    best: f64,
}

/// What became of a step.
struct Outcome {
    job: Job,
    result: Result<SolveResult, SolverError>,
    /// An improved solution with its completion, and the value of that.
    completed: Option<(Completed, f64)>,
}

impl Sequence for Search<'_> {
    type Job = Job;
    type Outcome = Outcome;

    fn next(&mut self) -> Option<Job> {
        let limit = &self.limit;
        let idle = limit.idle.is_some_and(|idle| self.idle >= idle);
        let worked = limit.steps.is_some_and(|steps| self.steps >= steps);
        let late = self.run.is_over(limit.until);
        let stopped = self.run.is_over(1.0);
        if idle || worked || late || stopped || self.proven || self.failed.is_some() {
            return None;
        }
        let count = u32::try_from(self.solutions.len()).unwrap_or(1).max(1);
        let solution = usize::try_from(self.steps % count).unwrap_or_default();
        self.steps += 1;
        let incumbent = Arc::clone(self.solutions.get(solution)?);
        let next = (solution + 1) % self.solutions.len();
        let other = (next != solution).then(|| Arc::clone(&self.solutions[next]));
        let Adaptation { random, neighbourhoods, best } = &mut *self.adaptation;
        let neighbourhood = neighbourhoods.choose(
            random,
            self.space,
            Solutions {
                incumbent: &incumbent,
                relaxation: self.relaxation,
                other: other.as_deref().map(Vec::as_slice),
            },
        );
        let focus = self.space.focus(&incumbent, &self.ideals, neighbourhood.is_whole());
        let seed = u32::try_from(random.next_u64() >> 40).unwrap_or_default();
        Some(Job {
            solution,
            incumbent,
            neighbourhood,
            focus,
            seed,
            factor: 1 << (self.idle / limit.deepening.max(1)).min(LONGEST),
            best: *best,
        })
    }

    fn merge(&mut self, Outcome { job, result, completed }: Outcome) {
        if let Some((completed, value)) = completed {
            self.adaptation.best = self.adaptation.best.min(value);
            self.completed.push(completed);
        }
        let result = match result {
            Ok(result) => result,
            Err(error) => {
                self.failed.get_or_insert(error);
                return;
            }
        };
        let (mut improved, mut solved) = (false, false);
        if let SolveResult::Solution(found) = result {
            solved = found.status == Status::GapReached;
            if self.space.is_better(&found.values, &self.solutions[job.solution]) {
                self.solutions[job.solution] = Arc::new(found.values);
                improved = true;
            }
            if job.neighbourhood.is_whole() {
                self.take_bound(job.focus.tier, job.solution, found.bound);
            }
        }
        self.idle = if improved { 0 } else { self.idle + 1 };
        let reward = Reward { improved, solved };
        let learnt = &mut self.adaptation.neighbourhoods;
        learnt.learn(&job.neighbourhood, reward, self.space.size());
    }
}

impl Search<'_> {
    /// Takes in the bound of a step with everything free, whose objective was that
    /// of the tier alone.
    fn take_bound(&mut self, tier: usize, solution: usize, bound: Option<f64>) {
        let (data, expression) = &self.space.tiers[tier];
        let value = expression.value(&self.solutions[solution]);
        let Some(bound) = bound else { return };
        self.bounds[tier] = larger(self.bounds[tier], Some(bound));
        if ends(data, value, bound, self.limit.gap) {
            self.ideals[tier] = Some(value);
            if tier + 1 == self.space.tiers.len() {
                // The proven solution comes first.
                self.solutions.swap(0, solution);
                self.proven = true;
            }
        }
    }
}

impl Job {
    fn solve(
        self,
        (run, space): (&Run<'_>, &SearchSpace<'_>),
        (limit, phase): (Limit, Phase),
        completion: Option<Completion<'_>>,
    ) -> Outcome {
        let result = self.step((run, space), (limit, phase));
        let (result, completed) = match (result, completion) {
            (Ok(SolveResult::Solution(found)), Some(completion))
                if self.is_worth_completing(space, &found.values) =>
            {
                match completion(&found.values) {
                    Ok(completed) => {
                        let from = Arc::new(found.values.clone());
                        let (whole, value) = completed.unzip();
                        let completed = Completed { from, whole };
                        let value = value.unwrap_or(f64::INFINITY);
                        (Ok(SolveResult::Solution(found)), Some((completed, value)))
                    }
                    Err(error) => (Err(error), None),
                }
            }
            (result, _) => (result, None),
        };
        Outcome { job: self, result, completed }
    }

    /// Whether a solution is an improvement that may become the best completed one.
    fn is_worth_completing(&self, space: &SearchSpace<'_>, found: &[f64]) -> bool {
        let Some((_, last)) = space.tiers.last() else { return false };
        let value = last.value(found);
        let before = last.value(&self.incumbent);
        space.is_better(found, &self.incumbent)
            && before - value > LITTLE * value.abs()
            && value + LEFT_OUT * value.abs() < self.best
    }

    fn step(
        &self,
        (run, space): (&Run<'_>, &SearchSpace<'_>),
        (limit, phase): (Limit, Phase),
    ) -> Result<SolveResult, SolverError> {
        let mut problem = restricted(space, &self.incumbent, &self.neighbourhood);
        for goal in &self.focus.goals {
            fix_at_ideal(&mut problem, &space.tiers[*goal].1);
        }
        let (share, least, most) = limit.step;
        let step = run
            .limits
            .time_limit_s
            .map(|time| (time * share).clamp(least, most) * f64::from(self.factor));
        let left = run.left_until(limit.until);
        let step = step.map(Duration::from_secs_f64).zip(left).map(|(step, left)| step.min(left));
        let request = SolveRequest {
            problem: &problem,
            objective_cuts: &self.focus.cuts,
            objective: &self.focus.objective,
            start: Some(&self.incumbent),
            termination: Termination {
                time: if limit.steps.is_some() { left } else { step },
                gap: limit.gap,
                objective_target: None,
                nodes: Some(if self.neighbourhood.is_whole() { WHOLE_NODES } else { limit.nodes }),
                threads: 1,
                seed: self.seed,
                strategy: Strategy::Neighbourhood,
            },
        };
        run.solve(phase, &request)
    }
}

/// The problem with the classes of the cohorts that are not free fixed.
fn restricted(
    space: &SearchSpace<'_>,
    incumbent: &[f64],
    neighbourhood: &Neighbourhood,
) -> Problem {
    let mut problem = space.problem.clone();
    if neighbourhood.has_sites_fixed() {
        for site in &space.sites {
            let value = incumbent[site.0];
            let column = &mut problem.columns[site.0];
            (column.lower, column.upper) = (value, value);
        }
    }
    for (cohort, free) in space.cohorts.iter().zip(&neighbourhood.free) {
        if !free {
            for column in &cohort.classes {
                let value = incumbent[column.0];
                let column = &mut problem.columns[column.0];
                (column.lower, column.upper) = (value, value);
            }
        }
    }
    problem
}

/// The values of the continuous relaxation, for neighbourhoods by distance.
///
/// # Errors
///
/// When the solver fails.
pub fn continuous(
    run: &Run<'_>,
    problem: &Problem,
    (objective, cuts): (&Linear, &[(Linear, f64)]),
) -> Result<Option<Vec<f64>>, SolverError> {
    let problem = problem.continuous();
    let request = SolveRequest {
        problem: &problem,
        objective_cuts: cuts,
        objective,
        start: None,
        termination: Termination {
            time: run.remaining().map(|left| left.mul_f64(0.5)),
            gap: 0.0,
            objective_target: None,
            nodes: None,
            threads: 1,
            seed: run.limits.seed,
            strategy: Strategy::Default,
        },
    };
    Ok(match run.solve(Phase::Starting, &request)? {
        SolveResult::Solution(found) => Some(found.values),
        SolveResult::Infeasible | SolveResult::NotFound { .. } => None,
    })
}
