//! What it costs to have chosen a first stage before knowing the future.
//!
//! In future f candidate c comes to (t, m): shortfall from the targets in
//! percent, and cost. The best of f is, among all candidates and the plan that
//! was free to choose its first stage, the least m among those whose t is within
//! [`SAME_TARGETS`] of the least t. The regret of c in f is lexicographic: t less
//! the best's t; and, only if that is no more than [`SAME_TARGETS`], m less the
//! best's m.
//!
//! A plan found may not be the best there is: with the candidate's proven bound
//! b, its regret lies anywhere from m − (m − b) − best up to m − best. It is
//! *clear* if it is larger than m − b (or t less its bound), and unknown
//! otherwise: a better plan with the same first stage could make up for it.
//!
//! A candidate that has no plan in a future where there is one at all has a
//! regret beyond all bounds there.

use super::distribution::{mean, median, number};
use serde::Serialize;
use std::cmp::Ordering;

/// Shortfalls from the targets closer than this, in percent, count as equal.
pub const SAME_TARGETS: f64 = 0.01;

/// What a verified plan comes to.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Value {
    /// Shortfall from the targets, percent.
    pub targets: f64,
    /// By how much less it may still be; none if nothing is proven.
    pub targets_room: Option<f64>,
    /// Cost, 万元.
    pub cost: f64,
    /// By how much less it may still be; none if nothing is proven.
    pub cost_room: Option<f64>,
}

/// What became of a candidate in a future.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// A verified plan.
    Planned(Value),
    /// There is none.
    Infeasible,
    /// Nothing was found, or something failed.
    Unknown,
}

/// The regret of a candidate in a future.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Regret {
    /// It has a plan.
    Of {
        /// Shortfall from the targets beyond the best's, percent.
        targets: f64,
        /// Cost beyond the best's, 万元; none where the targets differ.
        cost: Option<f64>,
        /// Whether no better plan of the same first stage can undo it.
        clear: bool,
    },
    /// It has none, and others have.
    Impossible,
    /// Not known: nothing was found, or nothing could be found by anyone.
    Unknown,
}

/// A candidate over all futures.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Standing {
    /// Its regret in each future.
    pub regrets: Vec<Regret>,
    /// Futures in which it has a plan that can be compared.
    pub planned: usize,
    /// Futures in which it has none and others have.
    pub impossible: usize,
    /// Futures in which it is not known.
    pub unknown: usize,
    /// Futures in which no plan found is better.
    pub best: usize,
    /// Futures in which no plan is known to be better: the best ones, and
    /// those where its regret is within the gaps.
    pub level: usize,
    /// The largest regret among the futures planned, and where; none without.
    pub worst: Option<Worst>,
    /// Mean shortfall from the targets beyond the best's, percent.
    pub mean_targets: Option<f64>,
    /// Mean cost beyond the best's, over the futures with equal targets.
    pub mean_cost: Option<f64>,
    /// Futures with equal targets.
    pub costed: usize,
}

/// The largest regret.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Worst {
    /// Place of the future.
    pub future: usize,
    /// Shortfall from the targets beyond the best's, percent.
    pub targets: f64,
    /// Cost beyond the best's; none where the targets differ.
    pub cost: Option<f64>,
    /// Whether no better plan of the same first stage can undo it.
    pub clear: bool,
}

/// The candidates side by side.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Regrets {
    /// Each candidate over all futures.
    pub standings: Vec<Standing>,
    /// Places of the candidates, the best first: fewest futures without a
    /// plan, then the least largest regret, then the least mean.
    pub order: Vec<usize>,
    /// Places of those that are not known to be worse than the first: it has a
    /// plan in as many futures, and a largest regret that is larger by no more
    /// than the median proven gap.
    pub near: Vec<usize>,
    /// Futures in which there is something to compare.
    pub compared: usize,
}

/// Compares candidates: `outcomes` by candidate and future, and what came of
/// the plans that chose freely.
#[must_use]
pub fn regrets(outcomes: &[Vec<Outcome>], free: &[Outcome]) -> Regrets {
    let best: Vec<Option<Value>> = (0..free.len())
        .map(|future| best(outcomes.iter().map(|own| own[future]).chain([free[future]])))
        .collect();
    let standings: Vec<Standing> = outcomes
        .iter()
        .map(|own| {
            let pairs = own.iter().zip(&best);
            standing(pairs.map(|(own, best)| regret(*own, *best)).collect())
        })
        .collect();
    let mut order: Vec<usize> = (0..standings.len()).collect();
    order.sort_by(|one, other| rank(&standings[*one], &standings[*other]));
    let room = median(outcomes.iter().flatten().filter_map(cost_room).collect());
    let near = near(&standings, &order, room);
    Regrets {
        standings,
        near,
        order,
        compared: best.iter().flatten().count(),
    }
}

fn planned(outcome: &Outcome) -> Option<Value> {
    match outcome {
        Outcome::Planned(value) => Some(*value),
        Outcome::Infeasible | Outcome::Unknown => None,
    }
}

fn cost_room(outcome: &Outcome) -> Option<f64> {
    planned(outcome)?.cost_room
}

/// The best plan of a future.
fn best(outcomes: impl Iterator<Item = Outcome>) -> Option<Value> {
    let values: Vec<Value> = outcomes.filter_map(|one| planned(&one)).collect();
    let least = values
        .iter()
        .map(|one| one.targets)
        .fold(f64::INFINITY, f64::min);
    let level = values
        .into_iter()
        .filter(|one| one.targets - least <= SAME_TARGETS);
    level.min_by(|one, other| one.cost.total_cmp(&other.cost))
}

fn regret(own: Outcome, best: Option<Value>) -> Regret {
    let (own, best) = match (own, best) {
        (_, None) | (Outcome::Unknown, _) => return Regret::Unknown,
        (Outcome::Infeasible, Some(_)) => return Regret::Impossible,
        (Outcome::Planned(own), Some(best)) => (own, best),
    };
    let targets = (own.targets - best.targets).max(0.0);
    if targets > SAME_TARGETS {
        return Regret::Of {
            targets,
            cost: None,
            clear: own.targets_room.is_some_and(|room| targets > room),
        };
    }
    let cost = (own.cost - best.cost).max(0.0);
    let rounding = 1e-6 * own.cost.abs().max(1.0);
    Regret::Of {
        targets: 0.0,
        cost: Some(if cost <= rounding { 0.0 } else { cost }),
        clear: own.cost_room.is_some_and(|room| cost > room + rounding),
    }
}

fn standing(regrets: Vec<Regret>) -> Standing {
    let count = |wanted: &dyn Fn(&Regret) -> bool| regrets.iter().filter(|one| wanted(one)).count();
    let told: Vec<Worst> = (regrets.iter().enumerate())
        .filter_map(|(future, one)| match *one {
            Regret::Of {
                targets,
                cost,
                clear,
            } => Some(Worst {
                future,
                targets,
                cost,
                clear,
            }),
            Regret::Impossible | Regret::Unknown => None,
        })
        .collect();
    let costs: Vec<f64> = told.iter().filter_map(|one| one.cost).collect();
    let targets: Vec<f64> = told.iter().map(|one| one.targets).collect();
    Standing {
        planned: told.len(),
        impossible: count(&|one| *one == Regret::Impossible),
        unknown: count(&|one| *one == Regret::Unknown),
        best: told.iter().filter(|one| one.cost == Some(0.0)).count(),
        level: told.iter().filter(|one| !one.clear).count(),
        worst: told
            .iter()
            .copied()
            .reduce(|most, one| match larger(&one, &most) {
                Ordering::Greater => one,
                _ => most,
            }),
        mean_targets: (!targets.is_empty()).then(|| mean(&targets)),
        mean_cost: (!costs.is_empty()).then(|| mean(&costs)),
        costed: costs.len(),
        regrets,
    }
}

/// Targets first, then cost.
fn larger(one: &Worst, other: &Worst) -> Ordering {
    let cost = |worst: &Worst| worst.cost.unwrap_or(0.0);
    (one.targets.total_cmp(&other.targets)).then(cost(one).total_cmp(&cost(other)))
}

fn rank(one: &Standing, other: &Standing) -> Ordering {
    let worst = |one: &Standing, other: &Standing| match (&one.worst, &other.worst) {
        (Some(one), Some(other)) => larger(one, other),
        (one, other) => other.is_some().cmp(&one.is_some()),
    };
    let mean = |one: &Standing| one.mean_cost.unwrap_or(f64::INFINITY);
    (one.impossible.cmp(&other.impossible))
        .then_with(|| worst(one, other))
        .then_with(|| mean(one).total_cmp(&mean(other)))
}

fn near(standings: &[Standing], order: &[usize], room: Option<f64>) -> Vec<usize> {
    let Some((first, worst)) = order.first().and_then(|first| {
        let first = &standings[*first];
        Some((first, first.worst?))
    }) else {
        return Vec::new();
    };
    let close = |index: &usize| {
        let own = &standings[*index];
        own.worst.is_some_and(|own_worst| {
            let more = own_worst.cost.unwrap_or(0.0) - worst.cost.unwrap_or(0.0);
            own.impossible == first.impossible
                && own_worst.targets - worst.targets <= SAME_TARGETS
                && more <= room.unwrap_or(f64::INFINITY)
        })
    };
    order.iter().copied().filter(close).collect()
}

/// The most that it would be worth to know the future before choosing: the
/// least mean cost beyond the best's over the candidates that have a plan with
/// the best's targets in every future compared; none if none has.
#[must_use]
pub fn worth_of_knowing(regrets: &Regrets) -> Option<f64> {
    let all = regrets.standings.iter();
    let everywhere = all.filter(|one| regrets.compared > 0 && one.costed == regrets.compared);
    let means = everywhere.filter_map(|one| one.mean_cost);
    means.min_by(f64::total_cmp)
}

/// A count as a share of the futures compared.
#[must_use]
pub fn share_of_compared(count: usize, regrets: &Regrets) -> Option<f64> {
    (regrets.compared > 0).then(|| number(count) / number(regrets.compared))
}
