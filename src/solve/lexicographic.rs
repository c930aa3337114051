//! The lexicographic objective: tier after tier is minimised, each with an
//! objective cut on every earlier tier, and each from the solution of the tier
//! before.

use super::backend::{Solution, SolveRequest, SolveResult, SolverError, Strategy, Termination};
use super::progress::Phase;
use super::run::Run;
use crate::domain::{Part, Scenario, Status, Tier};
use crate::model::linear::Linear;
use crate::model::problem::Problem;
use crate::model::{Model, tier};
use std::time::Duration;

/// Share of the remaining time that a tier may take while others follow.
const SHARE: f64 = 0.7;

/// Slack of an objective cut for the solver's own tolerance.
pub(super) const SLACK: f64 = 1e-6;

/// Values that differ by no more, relatively beyond 1, are tied: for the sake of the
/// next tier each may have used the slack of an objective cut.
pub(super) const TIE: f64 = 3.0 * SLACK;

/// Bounds and cut of a tier.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TierOutcome {
    /// No solution that keeps the earlier tiers is better than this.
    pub bound: Option<f64>,
    /// How the tier ended.
    pub status: Status,
    /// Later tiers keep it at most at this.
    pub cut_value: f64,
}

impl TierOutcome {
    /// A little less than the cut value: a solution that the solver takes to be
    /// within this is within the cut whatever its tolerance.
    #[must_use]
    pub fn inside(&self) -> f64 {
        if self.cut_value.is_finite() {
            self.cut_value - 0.5 * SLACK * self.cut_value.abs().max(1.0)
        } else {
            self.cut_value
        }
    }
}

/// The result of a lexicographic problem.
#[derive(Clone, Debug)]
pub enum LexicographicResult {
    /// A solution.
    Solved {
        /// Value of each column.
        values: Vec<f64>,
        /// Bounds and cut of each tier.
        outcomes: Vec<TierOutcome>,
    },
    /// The rules cannot hold together.
    Infeasible,
    /// No solution was found in time.
    NotFound,
}

impl LexicographicResult {
    /// The solution, if there is one.
    #[must_use]
    pub fn values(self) -> Option<Vec<f64>> {
        match self {
            Self::Solved { values, .. } => Some(values),
            Self::Infeasible | Self::NotFound => None,
        }
    }
}

/// The objective cut that keeps a tier at a value: the expression is at most the
/// value, the tier's tolerance and the solver's.
#[must_use]
pub fn objective_cut(expression: Linear, tier: &Tier, value: f64) -> (Linear, f64) {
    let most = value + tier.relative_tolerance * value.abs() + tier.absolute_tolerance;
    let slack = SLACK * most.abs().max(1.0);
    (expression, most + slack)
}

/// A lexicographic problem: tiers over a model, or over a part of it.
#[derive(Clone, Copy)]
pub struct LexicographicProblem<'a> {
    /// The phase that is reported.
    pub phase: fn(usize, usize) -> Phase,
    /// Columns and rows.
    pub problem: &'a Problem,
    /// The tiers and their expressions.
    pub tiers: &'a [(Tier, Linear)],
    /// Further rows that hold from the start: the expression is at most the
    /// value.
    pub fixed_cuts: &'a [(Linear, f64)],
    /// A solution to start from.
    pub start: Option<&'a [f64]>,
    /// Bounds of the tiers that are already proven.
    pub bounds: &'a [Option<f64>],
    /// Slack allowance: later tiers may worsen a tier to this, at least, and a
    /// solution of the tier within it ends the tier. Tiers beyond its end are
    /// minimised, and so are those at minus infinity.
    pub slack_allowance: &'a [f64],
    /// When to stop.
    pub limit: WorkLimit,
}

/// How much work a lexicographic problem may take.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct WorkLimit {
    /// Share of the time left that it may take, if there is a time limit.
    pub share: f64,
    /// Gap at which a tier ends.
    pub gap: f64,
    /// Most nodes for each tier, the last figure for all further ones; empty: no
    /// limit.
    pub nodes: &'static [u32],
}

/// The expressions of the scenario's tiers.
#[must_use]
pub fn expressions(scenario: &Scenario, model: &Model) -> Vec<(Tier, Linear)> {
    let tiers = scenario.tiers.iter();
    tiers.map(|data| (data.clone(), tier(&model.parts, data))).collect()
}

/// The same tiers with zero tolerance.
#[must_use]
pub fn zero_tolerance(mut tiers: Vec<(Tier, Linear)>) -> Vec<(Tier, Linear)> {
    for (tier, _) in &mut tiers {
        (tier.relative_tolerance, tier.absolute_tolerance) = (0.0, 0.0);
    }
    tiers
}

/// The ideal value of a tier, which no plan can be below: nothing is missed.
#[must_use]
pub fn ideal_value(tier: &Tier) -> Option<f64> {
    let targets = tier.parts.iter().all(|(part, _)| *part == Part::Targets);
    targets.then_some(0.0)
}

/// Solves tier after tier.
///
/// # Errors
///
/// When the solver fails.
pub fn solve_lexicographic(
    run: &Run<'_>,
    lexicographic: LexicographicProblem<'_>,
) -> Result<LexicographicResult, SolverError> {
    let LexicographicProblem { limit, tiers, .. } = lexicographic;
    let end = run.remaining().map(|left| left.mul_f64(1.0 - limit.share));
    let mut cuts: Vec<(Linear, f64)> = lexicographic.fixed_cuts.to_vec();
    let mut best: Option<Vec<f64>> = lexicographic.start.map(<[f64]>::to_vec);
    let mut outcomes = Vec::new();
    for (index, (data, objective)) in tiers.iter().enumerate() {
        let last = index + 1 == tiers.len();
        let proven = lexicographic.bounds.get(index).copied().flatten();
        let allowance = lexicographic.slack_allowance.get(index).copied();
        let share = if last { 1.0 } else { SHARE };
        let request = SolveRequest {
            problem: lexicographic.problem,
            objective_cuts: &cuts,
            objective,
            start: best.as_deref(),
            termination: Termination {
                objective_target: allowance.filter(|allowance| allowance.is_finite()),
                ..termination(run, limit, index, (end, share))
            },
        };
        let value = best.as_ref().map(|values| objective.value(values));
        let result = match (value, proven) {
            (Some(value), Some(bound)) if ends(data, value, bound, limit.gap) => None,
            (Some(value), _) if allowance.is_some_and(|most| is_within(value, most)) => None,
            (Some(_), _) if run.observer.stop() => {
                Some(SolveResult::NotFound { status: Status::Interrupted, bound: None })
            }
            _ => Some(run.solve((lexicographic.phase)(index + 1, tiers.len()), &request)?),
        };
        let (values, bound, status) = match (result, best.take()) {
            (None, Some(before)) => (before, proven, Status::GapReached),
            (Some(SolveResult::Solution(found)), before) => better(objective, found, before),
            (Some(SolveResult::NotFound { status, bound }), Some(before)) => {
                (before, bound, status)
            }
            // A start is a solution: only the solver's tolerance can deny it.
            (Some(SolveResult::Infeasible), Some(before)) => (before, None, Status::TimeLimit),
            (Some(SolveResult::Infeasible), None) => return Ok(LexicographicResult::Infeasible),
            (_, None) => return Ok(LexicographicResult::NotFound),
        };
        let mut cut = objective_cut(objective.clone(), data, objective.value(&values));
        cut.1 = cut.1.max(allowance.unwrap_or(cut.1));
        outcomes.push(TierOutcome { bound: larger(bound, proven), status, cut_value: cut.1 });
        cuts.push(cut);
        best = Some(values);
    }
    Ok(match best {
        Some(values) => LexicographicResult::Solved { values, outcomes },
        None => LexicographicResult::NotFound,
    })
}

/// A solution of a problem, tier by tier, without a start, bounds or allowances.
///
/// # Errors
///
/// When the solver fails.
pub(super) fn minimise(
    run: &Run<'_>,
    phase: fn(usize, usize) -> Phase,
    (problem, tiers): (&Problem, &[(Tier, Linear)]),
    limit: WorkLimit,
) -> Result<Option<Vec<f64>>, SolverError> {
    let lexicographic = LexicographicProblem {
        phase,
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

/// The termination of a tier: a share of the time until `end` is left.
fn termination(
    run: &Run<'_>,
    limit: WorkLimit,
    index: usize,
    (end, share): (Option<Duration>, f64),
) -> Termination {
    let left = run.remaining().zip(end);
    Termination {
        time: left.map(|(left, end)| left.saturating_sub(end).mul_f64(share)),
        gap: limit.gap,
        objective_target: None,
        nodes: limit.nodes.get(index).or(limit.nodes.last()).copied(),
        threads: run.limits.threads,
        seed: run.limits.seed,
        strategy: Strategy::Default,
    }
}

/// Whether a value is proven to end its tier: within the gap, or within what
/// later tiers may give away anyway.
pub(super) fn ends(tier: &Tier, value: f64, bound: f64, gap: f64) -> bool {
    let given_away = tier.relative_tolerance * value.abs() + tier.absolute_tolerance;
    value - bound <= (gap * value.abs()).max(given_away).max(TIE)
}

/// Whether a start is within a slack allowance, all of which an earlier tier may have
/// used and the solver's tolerance as well.
fn is_within(value: f64, allowance: f64) -> bool {
    allowance.is_finite() && value <= allowance + SLACK * allowance.abs().max(1.0)
}

/// The larger of two bounds.
pub(super) fn larger(one: Option<f64>, other: Option<f64>) -> Option<f64> {
    match (one, other) {
        (Some(one), Some(other)) => Some(one.max(other)),
        (one, other) => one.or(other),
    }
}

/// The better of a new solution and the one before.
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

#[cfg(test)]
mod tests {
    use super::{SLACK, ends, is_within};
    use crate::domain::Tier;

    #[test]
    fn a_value_that_used_the_slack_of_a_cut_ends_its_tier_at_a_bound_of_zero() {
        let tier = Tier {
            parts: Vec::new(),
            relative_tolerance: 0.0,
            absolute_tolerance: 0.0,
            at_most: None,
        };
        assert!(ends(&tier, SLACK * (1.0 + 1e-9), 0.0, 1e-4));
        assert!(!ends(&tier, 4.0 * SLACK, 0.0, 1e-4));
    }

    #[test]
    fn a_start_that_used_all_of_its_allowance_is_within_it() {
        assert!(is_within(902.17 * (1.0 + 0.9 * SLACK), 902.17));
        assert!(!is_within(902.17 * (1.0 + 2.0 * SLACK), 902.17));
        // No allowance: the tier is minimised.
        assert!(!is_within(1.0, f64::INFINITY));
        assert!(!is_within(1.0, f64::NEG_INFINITY));
    }
}
