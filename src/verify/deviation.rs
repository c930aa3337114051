//! How far a plan departs from one that is to be kept: Σ weight · |count −
//! kept| over every decision of a stage.

use super::facts::Facts;
use super::pins::over;
use crate::ids::TermId;

/// The part `deviation`; 0 where no plan is to be kept.
pub(super) fn deviation(facts: &Facts) -> f64 {
    let kept = facts.scenario.kept().into_iter();
    let departures = kept.map(|kept| {
        let terms: Vec<TermId> = facts.scenario.calendar.terms_of(kept.stage).collect();
        let count = over(facts, kept.pinned, &terms);
        kept.weight() * (count - f64::from(kept.count)).abs()
    });
    departures.sum()
}
