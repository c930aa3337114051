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
pub(super) const SLACK: f64 = 1e-6;

/// What finishing a plan may take once the user has asked to stop, s.
const GRACE: f64 = 15.0;

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

    /// Its limits, or what is left of them for finishing a plan once the user
    /// has asked to stop.
    #[must_use]
    pub fn limits_to_finish(&self) -> Limits {
        if !self.observer.stop() {
            return self.limits;
        }
        let soon = self.began.elapsed().as_secs_f64() + GRACE;
        let time_limit_s = self.limits.time_limit_s.map_or(soon, |own| own.min(soon));
        Limits {
            time_limit_s: Some(time_limit_s),
            ..self.limits
        }
    }

    /// Whether the tiers of the whole model are not searched beyond its start.
    #[must_use]
    pub fn brisk(&self) -> bool {
        self.limits.node_limit == Some(0)
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

impl TierOutcome {
    /// A little less than what the tier is kept at: a solution that the solver
    /// takes to be within this is within `kept_at` whatever its tolerance.
    #[must_use]
    pub fn inside(&self) -> f64 {
        if self.kept_at.is_finite() {
            self.kept_at - 0.5 * SLACK * self.kept_at.abs().max(1.0)
        } else {
            self.kept_at
        }
    }
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

/// A lexicographic problem: tiers over a model, or over a part of it.
#[derive(Clone, Copy)]
pub struct Ladder<'a> {
    /// What is being done.
    pub phase: fn(usize, usize) -> Phase,
    /// Columns and rows.
    pub problem: &'a Problem,
    /// The tiers and their expressions.
    pub tiers: &'a [(Tier, Linear)],
    /// Further rows that hold from the start: the expression is at most the
    /// value.
    pub held: &'a [(Linear, f64)],
    /// A solution to start from.
    pub start: Option<&'a [f64]>,
    /// Bounds of the tiers that are already known.
    pub known: &'a [Option<f64>],
    /// What later tiers may worsen a tier to, at least; a solution of the tier
    /// within it is good enough. Tiers beyond its end are made least, and so
    /// are those at minus infinity.
    pub room: &'a [f64],
    /// When to stop.
    pub effort: Effort,
}

/// How long a ladder may take.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Effort {
    /// Share of the time left that it may take, if there is a time limit.
    pub share: f64,
    /// Gap at which a tier is good enough.
    pub gap: f64,
    /// Most nodes for each tier, the last figure for all further ones; empty:
    /// the limit of the run. A tier of no nodes keeps what it starts from.
    pub nodes: &'static [u32],
}

/// The expressions of the scenario's tiers.
#[must_use]
pub fn expressions(scenario: &Scenario, model: &Model) -> Vec<(Tier, Linear)> {
    let tiers = scenario.tiers.iter();
    tiers
        .map(|data| (data.clone(), tier(&model.parts, data)))
        .collect()
}

/// The same tiers without any tolerance.
#[must_use]
pub fn strict(mut tiers: Vec<(Tier, Linear)>) -> Vec<(Tier, Linear)> {
    for (tier, _) in &mut tiers {
        (tier.relative_tolerance, tier.absolute_tolerance) = (0.0, 0.0);
    }
    tiers
}

/// Solves tier after tier.
///
/// # Errors
///
/// When the solver fails.
pub fn climb(run: &Run<'_>, ladder: Ladder<'_>) -> Result<Tiered, SolverError> {
    let end = run
        .remaining()
        .map(|left| left.mul_f64(1.0 - ladder.effort.share));
    let mut caps: Vec<(Linear, f64)> = ladder.held.to_vec();
    let mut best: Option<Vec<f64>> = ladder.start.map(<[f64]>::to_vec);
    let mut outcomes = Vec::new();
    for (index, (data, objective)) in ladder.tiers.iter().enumerate() {
        let last = index + 1 == ladder.tiers.len();
        let known = ladder.known.get(index).copied().flatten();
        let room = ladder.room.get(index).copied();
        let room = room.filter(|room| room.is_finite());
        let phase = (ladder.phase)(index + 1, ladder.tiers.len());
        let question = Question {
            problem: ladder.problem,
            caps: &caps,
            objective,
            start: best.as_deref(),
            stop: StopRule {
                enough: room,
                ..stop_rule(
                    run,
                    ladder.effort,
                    index,
                    (end, if last { 1.0 } else { SHARE }),
                )
            },
        };
        let value = best.as_ref().map(|values| objective.value(values));
        let answer = match (value, known) {
            // Nothing much better is possible, so there is nothing to ask.
            (Some(value), Some(bound)) if enough(data, value, bound, ladder.effort.gap) => None,
            (Some(_), _) if run.observer.stop() => Some(Answer::Nothing(Status::Interrupted)),
            (Some(_), _) if question.stop.nodes == Some(0) => {
                Some(Answer::Nothing(Status::NodeLimit))
            }
            _ => Some(run.ask(phase, &question)?),
        };
        let (values, bound, status) = match (answer, best.take()) {
            (None, Some(before)) => (before, known, Status::GapReached),
            (Some(Answer::Solution(found)), before) => better(objective, found, before),
            (Some(Answer::Nothing(status)), Some(before)) => (before, None, status),
            // Only the solver's tolerance can tell so of a problem whose
            // solution it was given.
            (Some(Answer::Infeasible), Some(before)) => (before, None, Status::TimeLimit),
            (Some(Answer::Infeasible), None) => return Ok(Tiered::Infeasible),
            (_, None) => return Ok(Tiered::Nothing),
        };
        let mut cap = keep(objective.clone(), data, objective.value(&values));
        cap.1 = cap.1.max(ladder.room.get(index).copied().unwrap_or(cap.1));
        outcomes.push(TierOutcome {
            bound: larger(bound, known),
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

/// The stop rule of a tier: a share of the time until `end` is left.
fn stop_rule(
    run: &Run<'_>,
    effort: Effort,
    index: usize,
    (end, share): (Option<Duration>, f64),
) -> StopRule {
    let left = run.remaining().zip(end);
    let nodes = effort.nodes.get(index).or(effort.nodes.last()).copied();
    StopRule {
        time: left.map(|(left, end)| left.saturating_sub(end).mul_f64(share)),
        gap: effort.gap,
        enough: None,
        nodes: nodes.or(run.limits.node_limit),
        threads: run.limits.threads,
        seed: run.limits.seed,
    }
}

/// Whether a value is proven to be good enough: within the gap, or within what
/// later tiers may give away anyway.
fn enough(tier: &Tier, value: f64, bound: f64, gap: f64) -> bool {
    let given_away = tier.relative_tolerance * value.abs() + tier.absolute_tolerance;
    value - bound <= (gap * value.abs()).max(given_away).max(SLACK)
}

fn larger(one: Option<f64>, other: Option<f64>) -> Option<f64> {
    match (one, other) {
        (Some(one), Some(other)) => Some(one.max(other)),
        (one, other) => one.or(other),
    }
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
