//! What one more unit of what is tight would change in each tier.
//!
//! Each is found by planning again with that unit, near the plan that the
//! others are compared with; nothing is read off a relaxation. A tier's best
//! possible value lies between its bound and the value of the plan found, so
//! the difference of two lies within an interval, and one that may as well be
//! none is not known.

mod tight;

pub use tight::tight;

use super::explain::{Granted, Reload, changes};
use crate::domain::{Limits, Scenario};
use crate::model::keys::Places;
use crate::plan::{Plan, TierResult};
use crate::planning::Ending;
use crate::planning::Planned;
use crate::planning::places::places_of;
use crate::planning::time_budget::TimeBudget;
use crate::scenario::Change;
use crate::solve::SearchOptions;

/// Differences below this are rounding, relative to the value or to 1.
const NOTHING: f64 = 1e-6;

/// What is asked.
#[derive(Clone, Copy)]
pub struct Asked<'a> {
    /// The case.
    pub scenario: &'a Scenario,
    /// Reads it again with changes.
    pub reload: Reload<'a>,
    /// The plan that the others are compared with.
    pub base: &'a Base,
    /// How many are tried.
    pub count: u32,
    /// Limits of each run; its time comes from the budget.
    pub limits: Limits,
    /// Runs at a time.
    pub together: u32,
}

/// A verified plan to compare with, and to begin near.
#[derive(Clone, Debug)]
pub struct Base {
    /// The plan.
    pub plan: Plan,
    places: Places,
}

impl Base {
    /// A plan that was just made.
    pub fn made(planned: Planned) -> Self {
        Self { plan: planned.plan, places: planned.places }
    }

    /// A plan that was read.
    pub fn read(scenario: &Scenario, plan: Plan) -> Self {
        Self { places: places_of(scenario, &plan), plan }
    }
}

/// What one more unit changes.
#[derive(Debug)]
pub struct Price {
    /// The unit.
    pub granted: Granted,
    /// The same as changes to the scenario.
    pub changes: Vec<Change>,
    /// What became of planning with it.
    pub ending: Ending,
    /// What it changes in each tier; none without a verified plan.
    pub tiers: Vec<Difference>,
}

/// The difference that something makes to the best possible value of a tier.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Difference {
    /// That of the plans found.
    pub value: f64,
    /// It is at least this, as far as anything is proven.
    pub low: Option<f64>,
    /// It is at most this, likewise.
    pub high: Option<f64>,
    /// What is known of it.
    pub known: Known,
}

/// What is known of a difference.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Known {
    /// There is none.
    Nothing,
    /// It is less than nothing, or more.
    Something,
    /// It may as well be none.
    Unknown,
}

/// The prices of what is tight, and how many tight things were not tried because
/// of their number or of the time.
pub fn prices(asked: Asked<'_>, budget: &TimeBudget<'_>) -> (Vec<Price>, usize) {
    let mut units = tight(asked.scenario, &asked.base.plan);
    let count = usize::try_from(asked.count).unwrap_or(usize::MAX);
    let all = units.len();
    units.truncate(count);
    let prices = budget.divide(asked.together, &units, |unit, share| {
        (!budget.is_over()).then(|| price(asked, unit, (budget, share)))
    });
    let prices: Vec<Price> = prices.into_iter().flatten().collect();
    let left = all - prices.len();
    (prices, left)
}

fn price(asked: Asked<'_>, granted: &Granted, (budget, share): (&TimeBudget<'_>, f64)) -> Price {
    let changes = changes(asked.scenario, granted);
    let ending = match (asked.reload)(&changes) {
        // Changes that the scenario's own checks refuse can't be had.
        Err(_) => Ending::NothingFound,
        Ok(scenario) => {
            let search =
                SearchOptions { start_plans: &[&asked.base.places], objective_override: None };
            budget.plan(&scenario, &asked.limits, share, search)
        }
    };
    let tiers =
        ending.verified().map(|planned| differences(&asked.base.plan.tiers, &planned.plan.tiers));
    Price { granted: *granted, changes, tiers: tiers.unwrap_or_default(), ending }
}

/// The differences of the tiers, one by one. What comes after a tier of which
/// the difference is not known is not known either: plans that reach more in
/// the one pay for it in the other.
pub fn differences(base: &[TierResult], other: &[TierResult]) -> Vec<Difference> {
    let (mut same, mut open) = (true, false);
    let pairs = base.iter().zip(other);
    pairs
        .map(|(base, other)| {
            let mut found = difference(base, other, same);
            if open {
                found.known = Known::Unknown;
            }
            open |= found.known == Known::Unknown;
            same &= found.known == Known::Nothing;
            found
        })
        .collect()
}

/// The difference in a tier. One more unit makes no tier worse as long as the
/// earlier ones are the same: whatever was possible still is.
fn difference(base: &TierResult, other: &TierResult, same: bool) -> Difference {
    let low = other.bound.map(|bound| bound - base.value);
    let high = base.bound.map(|bound| other.value - bound);
    let high = if same { Some(high.map_or(0.0, |high| high.min(0.0))) } else { high };
    let slack = NOTHING * base.value.abs().max(1.0);
    let known = match (low, high) {
        (Some(low), Some(high)) if low >= -slack && high <= slack => Known::Nothing,
        (_, Some(high)) if high < -slack => Known::Something,
        (Some(low), _) if low > slack => Known::Something,
        _ => Known::Unknown,
    };
    Difference { value: other.value - base.value, low, high, known }
}

#[cfg(test)]
mod tests {
    use super::{Known, differences};
    use crate::plan::{Status, TierResult};

    fn tier(value: f64, bound: Option<f64>) -> TierResult {
        TierResult {
            parts: Vec::new(),
            value,
            bound,
            gap: None,
            status: Status::GapReached,
            certificate: None,
        }
    }

    fn known(base: (f64, Option<f64>), other: (f64, Option<f64>)) -> Known {
        let (base, other) = (tier(base.0, base.1), tier(other.0, other.1));
        differences(&[base], &[other])[0].known
    }

    #[test]
    fn a_difference_within_the_gaps_is_not_known() {
        assert_eq!(known((10.0, Some(10.0)), (8.0, Some(8.0))), Known::Something);
        assert_eq!(known((10.0, Some(10.0)), (10.0, Some(10.0))), Known::Nothing);
        // the base may be as good as 7, the other no better than that
        assert_eq!(known((10.0, Some(7.0)), (8.0, Some(7.0))), Known::Unknown);
        // the other is better than the base can be
        assert_eq!(known((10.0, Some(9.0)), (8.0, Some(1.0))), Known::Something);
        // found worse, which one more unit never is, and possibly better
        assert_eq!(known((10.0, Some(9.5)), (11.0, Some(9.0))), Known::Unknown);
        // found worse, and proven to be no better
        assert_eq!(known((10.0, Some(9.5)), (11.0, Some(10.0))), Known::Nothing);
        assert_eq!(known((10.0, None), (8.0, None)), Known::Unknown);
    }

    #[test]
    fn what_comes_after_an_open_tier_is_open() {
        let first = [tier(10.0, Some(7.0)), tier(5.0, Some(5.0))];
        let second = [tier(8.0, Some(7.0)), tier(1.0, Some(1.0))];
        let found = differences(&first, &second);
        assert_eq!(found[1].known, Known::Unknown);
        // better in the first tier, worse in the second: both are known
        let first = [tier(10.0, Some(10.0)), tier(5.0, Some(5.0))];
        let second = [tier(8.0, Some(8.0)), tier(6.0, Some(6.0))];
        let found = differences(&first, &second);
        assert_eq!(found[1].known, Known::Something);
        assert_eq!(found[1].high, Some(1.0));
    }
}
