//! The lexicographic objective: one tier after the other, each keeping the
//! earlier ones within their tolerance and starting from their plan.

use super::backend::{Answer, Backend, Question, Solution, SolverError, StopRule, Watch};
use super::progress::{Observer, Phase, Progress};
use crate::domain::{Limits, Scenario, Tier};
use crate::model::linear::Linear;
use crate::model::problem::Problem;
use crate::model::{Model, tier};
use crate::plan::Status;
use std::time::{Duration, Instant};

/// Share of the remaining time that a tier may take while others follow.
const SHARE: f64 = 0.7;

/// Room for the solver's own tolerance when a tier is kept.
const SLACK: f64 = 1e-6;

/// A run with its clock.
pub struct Run<'a> {
    /// Who answers.
    pub backend: &'a dyn Backend,
    /// Who watches.
    pub observer: &'a dyn Observer,
    /// When it began.
    pub began: Instant,
    /// Its limits.
    pub limits: Limits,
}

impl Run<'_> {
    /// Time left, if there is a limit.
    #[must_use]
    pub fn remaining(&self) -> Option<Duration> {
        let limit = Duration::try_from_secs_f64(self.limits.time_limit_s?).ok()?;
        Some(limit.saturating_sub(self.began.elapsed()))
    }

    /// Tells the observer what is being done.
    pub fn announce(&self, phase: Phase) {
        self.observer.progress(Progress {
            phase,
            elapsed: self.began.elapsed(),
            best: None,
            bound: None,
        });
    }

    /// Asks the solver within a phase.
    ///
    /// # Errors
    ///
    /// When the solver fails.
    pub fn ask(&self, phase: Phase, question: &Question<'_>) -> Result<Answer, SolverError> {
        self.announce(phase);
        let watch = PhaseWatch { run: self, phase };
        self.backend.ask(question, &watch)
    }

    /// The stop rule of a question that may take `share` of the time left.
    #[must_use]
    pub fn stop_rule(&self, share: f64, gap: f64) -> StopRule {
        StopRule {
            time: self.remaining().map(|left| left.mul_f64(share)),
            gap,
            nodes: self.limits.node_limit,
            threads: self.limits.threads,
            seed: self.limits.seed,
        }
    }
}

struct PhaseWatch<'a> {
    run: &'a Run<'a>,
    phase: Phase,
}

impl Watch for PhaseWatch<'_> {
    fn progress(&self, best: f64, bound: f64) {
        let finite = |value: f64| (value.abs() < 1e20).then_some(value);
        self.run.observer.progress(Progress {
            phase: self.phase,
            elapsed: self.run.began.elapsed(),
            best: finite(best),
            bound: finite(bound),
        });
    }

    fn stop(&self) -> bool {
        self.run.observer.stop()
    }
}

/// What is known of a tier.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TierOutcome {
    /// No solution that keeps the earlier tiers is better than this.
    pub bound: Option<f64>,
    /// How the tier ended.
    pub status: Status,
    /// Later tiers keep it at most at this.
    pub kept_at: f64,
}

/// What the tiers came to.
#[derive(Clone, Debug)]
pub enum Tiered {
    /// A solution.
    Solved {
        /// Value of each column.
        values: Vec<f64>,
        /// What is known of each tier.
        outcomes: Vec<TierOutcome>,
    },
    /// The rules cannot hold together.
    Infeasible,
    /// Nothing was found in time.
    Nothing,
}

/// A tier's expression is kept at `most` from now on.
#[must_use]
pub fn keep(expression: Linear, tier: &Tier, value: f64) -> (Linear, f64) {
    let most = value + tier.relative_tolerance * value.abs() + tier.absolute_tolerance;
    let slack = SLACK * most.abs().max(1.0);
    (expression, most + slack)
}

/// Solves tier after tier.
///
/// # Errors
///
/// When the solver fails.
pub fn solve(run: &Run<'_>, scenario: &Scenario, model: &Model) -> Result<Tiered, SolverError> {
    let mut caps: Vec<(Linear, f64)> = Vec::new();
    let mut best: Option<Vec<f64>> = None;
    let mut outcomes = Vec::new();
    for (index, data) in scenario.tiers.iter().enumerate() {
        let objective = tier(&model.parts, data);
        let last = index + 1 == scenario.tiers.len();
        let question = Question {
            problem: &model.problem,
            caps: &caps,
            objective: &objective,
            start: best.as_deref(),
            stop: run.stop_rule(if last { 1.0 } else { SHARE }, run.limits.gap),
        };
        let phase = Phase::Solving {
            tier: index + 1,
            tiers: scenario.tiers.len(),
        };
        let answer = if run.observer.stop() && best.is_some() {
            Answer::Nothing(Status::Interrupted)
        } else {
            run.ask(phase, &question)?
        };
        let (values, bound, status) = match (answer, best.take()) {
            (Answer::Solution(found), before) => better(&objective, found, before),
            (Answer::Nothing(status), Some(before)) => (before, None, status),
            // Only the solver's tolerance can tell so of a problem whose
            // solution it was given.
            (Answer::Infeasible, Some(before)) => (before, None, Status::TimeLimit),
            (Answer::Nothing(_), None) => return Ok(Tiered::Nothing),
            (Answer::Infeasible, None) => return Ok(Tiered::Infeasible),
        };
        let value = objective.value(&values);
        let cap = keep(objective, data, value);
        outcomes.push(TierOutcome {
            bound,
            status,
            kept_at: cap.1,
        });
        caps.push(cap);
        best = Some(values);
    }
    Ok(best.map_or(Tiered::Nothing, |values| Tiered::Solved {
        values,
        outcomes,
    }))
}

/// The better of what was found and what was there before.
fn better(
    objective: &Linear,
    found: Solution,
    before: Option<Vec<f64>>,
) -> (Vec<f64>, Option<f64>, Status) {
    let values = match before {
        Some(before) if objective.value(&before) < objective.value(&found.values) => before,
        _ => found.values,
    };
    (values, found.bound, found.status)
}

/// Columns that keep their value in a problem.
#[must_use]
pub fn fixed(
    problem: &Problem,
    values: &[f64],
    keep: impl IntoIterator<Item = crate::model::linear::Variable>,
) -> Problem {
    let mut problem = problem.clone();
    for variable in keep {
        let column = &mut problem.columns[variable.0];
        (column.lower, column.upper) = (values[variable.0], values[variable.0]);
    }
    problem
}
