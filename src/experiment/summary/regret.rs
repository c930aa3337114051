//! What it costs to have chosen a first stage before knowing the future.
//!
//! In future f candidate c comes to (t, m): shortfall from the targets in
//! percent, and cost. Shortfalls count as equal if they differ by no more than
//! [`SAME_TARGETS`] or the gap at which a plan was good enough, γ·t. The best of
//! f is, among all candidates and the plan that was free to choose its first
//! stage, the least m among those whose t equals the least t. The regret of c in
//! f is lexicographic: t less the best's t; and, only where these are equal, m
//! less the best's m.
//!
//! A plan found may not be the best there is: with the candidate's proven bound
//! b, its regret lies anywhere from m − (m − b) − best up to m − best. It is
//! *clear* if it is larger than m − b (or t less its bound), and unknown
//! otherwise: a better plan with the same first stage could make up for it.
//!
//! A candidate that has no plan in a future where there is one at all has a
//! regret beyond all bounds there.

use super::distribution::{mean, middle};
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
    /// plan, whether there is none or none is known; then the least largest
    /// regret; then the least mean. The first is the minimax-regret one.
    pub order: Vec<usize>,
    /// Places of those that are not known to be worse than the first: it has a
    /// plan in as many futures, and a largest regret that is larger by no more
    /// than the median proven gap.
    pub near: Vec<usize>,
    /// Futures in which there is something to compare.
    pub compared: usize,
}

/// Compares candidates: `outcomes` by candidate and future, and what came of
/// the plans that chose freely. `gap` is the relative gap at which a plan was
/// good enough.
pub fn regrets(outcomes: &[Vec<Outcome>], free: &[Outcome], gap: f64) -> Regrets {
    let best: Vec<Option<Value>> = (0..free.len())
        .map(|future| {
            let all = outcomes.iter().map(|own| own[future]);
            best(all.chain([free[future]]), gap)
        })
        .collect();
    let standings: Vec<Standing> = outcomes
        .iter()
        .map(|own| {
            let pairs = own.iter().zip(&best);
            standing(pairs.map(|(own, best)| regret(*own, *best, gap)).collect())
        })
        .collect();
    let mut order: Vec<usize> = (0..standings.len()).collect();
    order.sort_by(|one, other| rank(&standings[*one], &standings[*other]));
    let planned = outcomes.iter().flatten().filter_map(planned);
    let rooms: Vec<Option<f64>> = planned.map(|value| value.cost_room).collect();
    let room = middle(&rooms);
    let near = near(&standings, &order, room);
    Regrets { standings, near, order, compared: best.iter().flatten().count() }
}

fn planned(outcome: &Outcome) -> Option<Value> {
    match outcome {
        Outcome::Planned(value) => Some(*value),
        Outcome::Infeasible | Outcome::Unknown => None,
    }
}

/// Whether a shortfall from the targets counts as equal to a smaller one.
fn as_small(own: f64, least: f64, gap: f64) -> bool {
    own - least <= SAME_TARGETS.max(gap * own.abs())
}

/// The best plan of a future.
fn best(outcomes: impl Iterator<Item = Outcome>, gap: f64) -> Option<Value> {
    let values: Vec<Value> = outcomes.filter_map(|one| planned(&one)).collect();
    let least = values.iter().map(|one| one.targets).fold(f64::INFINITY, f64::min);
    let level = values.into_iter().filter(|one| as_small(one.targets, least, gap));
    level.min_by(|one, other| one.cost.total_cmp(&other.cost))
}

fn regret(own: Outcome, best: Option<Value>, gap: f64) -> Regret {
    let (own, best) = match (own, best) {
        (_, None) | (Outcome::Unknown, _) => return Regret::Unknown,
        (Outcome::Infeasible, Some(_)) => return Regret::Impossible,
        (Outcome::Planned(own), Some(best)) => (own, best),
    };
    if !as_small(own.targets, best.targets, gap) {
        let targets = own.targets - best.targets;
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
            Regret::Of { targets, cost, clear } => Some(Worst { future, targets, cost, clear }),
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
        worst: told.iter().copied().reduce(|most, one| match larger(&one, &most) {
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

/// Futures in which a candidate has no plan to compare.
fn without(standing: &Standing) -> usize {
    standing.regrets.len() - standing.planned
}

fn rank(one: &Standing, other: &Standing) -> Ordering {
    let worst = |one: &Standing, other: &Standing| match (&one.worst, &other.worst) {
        (Some(one), Some(other)) => larger(one, other),
        (one, other) => other.is_some().cmp(&one.is_some()),
    };
    let mean = |one: &Standing| one.mean_cost.unwrap_or(f64::INFINITY);
    (without(one).cmp(&without(other)))
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
            without(own) == without(first)
                && own_worst.targets - worst.targets <= SAME_TARGETS
                && more <= room.unwrap_or(f64::INFINITY)
        })
    };
    order.iter().copied().filter(close).collect()
}

/// The most that it would be worth to know the future before choosing: the
/// least mean cost beyond the best's over the candidates that have a plan with
/// the best's targets in every future compared; none if none has.
pub fn worth_of_knowing(regrets: &Regrets) -> Option<f64> {
    let all = regrets.standings.iter();
    let everywhere = all.filter(|one| regrets.compared > 0 && one.costed == regrets.compared);
    let means = everywhere.filter_map(|one| one.mean_cost);
    means.min_by(f64::total_cmp)
}

#[cfg(test)]
mod tests {
    use super::{Outcome, Regret, Value, regrets, worth_of_knowing};

    /// A plan with this cost, proven within `room` of the best.
    fn plan(targets: f64, cost: f64, room: f64) -> Outcome {
        Outcome::Planned(Value { targets, targets_room: Some(0.0), cost, cost_room: Some(room) })
    }

    fn costs(regrets: &[Regret]) -> Vec<Option<f64>> {
        let cost = |one: &Regret| match one {
            Regret::Of { cost, .. } => *cost,
            Regret::Impossible | Regret::Unknown => None,
        };
        regrets.iter().map(cost).collect()
    }

    /// Three candidates in three futures; the free plan is best in the last.
    fn three() -> ([Vec<Outcome>; 3], [Outcome; 3]) {
        let free = [plan(0.0, 100.0, 1.0), plan(0.0, 200.0, 1.0), plan(0.0, 290.0, 1.0)];
        let cautious = vec![plan(0.0, 110.0, 1.0), plan(0.0, 210.0, 1.0), plan(0.0, 300.0, 1.0)];
        let bold = vec![plan(0.0, 100.0, 1.0), plan(0.0, 260.0, 1.0), plan(0.0, 290.0, 1.0)];
        let brittle = vec![plan(0.0, 100.0, 1.0), plan(0.0, 200.0, 1.0), Outcome::Infeasible];
        ([cautious, bold, brittle], free)
    }

    #[test]
    fn regrets_are_against_the_best_of_each_future() {
        let (outcomes, free) = three();
        let told = regrets(&outcomes, &free, 0.0);
        let of = |index: usize| costs(&told.standings[index].regrets);
        assert_eq!(of(0), [10.0, 10.0, 10.0].map(Some));
        assert_eq!(of(1), [0.0, 60.0, 0.0].map(Some));
        assert_eq!(of(2), [Some(0.0), Some(0.0), None]);
        assert_eq!(told.standings[2].regrets[2], Regret::Impossible);
        assert_eq!(told.compared, 3);
    }

    #[test]
    fn the_least_largest_regret_comes_first_and_missing_plans_last() {
        let (outcomes, free) = three();
        let told = regrets(&outcomes, &free, 0.0);
        assert_eq!(told.order, [0, 1, 2]);
        let worst = told.standings[1].worst.unwrap();
        assert_eq!((worst.future, worst.cost), (1, Some(60.0)));
        let best: Vec<usize> = told.standings.iter().map(|one| one.best).collect();
        assert_eq!(best, [0, 2, 2]);
        let mean = told.standings[1].mean_cost.unwrap();
        assert!((mean - 20.0).abs() < 1e-12);
        // the least mean of those that always have a plan: 10 of the cautious
        assert_eq!(worth_of_knowing(&told), Some(10.0));
    }

    #[test]
    fn targets_come_before_cost() {
        let free = [plan(0.0, 500.0, 0.0)];
        let cheap = vec![plan(2.0, 100.0, 0.0)];
        let dear = vec![plan(0.0, 520.0, 0.0)];
        let told = regrets(&[cheap, dear], &free, 0.05);
        assert_eq!(told.order, [1, 0]);
        let Regret::Of { targets, cost, clear } = told.standings[0].regrets[0] else {
            panic!("it has a plan");
        };
        assert!((targets - 2.0).abs() < 1e-12 && clear);
        assert_eq!(cost, None);
        assert_eq!(costs(&told.standings[1].regrets), [Some(20.0)]);
    }

    #[test]
    fn targets_within_the_gap_asked_for_are_as_good() {
        let free = [plan(4.0, 500.0, 0.0)];
        let near = vec![plan(4.1, 490.0, 0.0)];
        let cost =
            |gap| costs(&regrets(std::slice::from_ref(&near), &free, gap).standings[0].regrets);
        // 0.1 of 4.1 is less than 5 %: it costs less, and nothing is regretted
        assert_eq!(cost(0.05), [Some(0.0)]);
        assert_eq!(cost(0.01), [None]);
    }

    #[test]
    fn a_regret_within_the_gap_is_unknown_and_the_candidate_near() {
        let free = [plan(0.0, 100.0, 0.0)];
        let one = vec![plan(0.0, 100.0, 5.0)];
        let other = vec![plan(0.0, 104.0, 5.0)];
        let far = vec![plan(0.0, 106.0, 5.0)];
        let told = regrets(&[one, other, far], &free, 0.0);
        let clear = |index: usize| match told.standings[index].regrets[0] {
            Regret::Of { clear, .. } => clear,
            _ => panic!("it has a plan"),
        };
        assert!(!clear(1) && clear(2));
        assert_eq!(told.standings[1].level, 1);
        assert_eq!(told.near, [0, 1]);
    }

    #[test]
    fn where_nobody_has_a_plan_there_is_nothing_to_regret() {
        let told = regrets(&[vec![Outcome::Infeasible]], &[Outcome::Infeasible], 0.0);
        assert_eq!(told.standings[0].regrets, [Regret::Unknown]);
        assert_eq!((told.compared, told.standings[0].impossible), (0, 0));
        assert_eq!(worth_of_knowing(&told), None);
        assert!(told.near.is_empty());
    }
}
