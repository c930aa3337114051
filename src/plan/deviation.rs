//! How far a plan departs from one that is to be kept.

use super::Plan;
use super::decided::Reading;
use crate::domain::Scenario;

/// Σ weight · |count − kept| over every decision of a stage; nothing where no
/// plan is to be kept.
pub fn deviation(scenario: &Scenario, plan: &Plan) -> Option<f64> {
    scenario.keep.as_ref()?;
    let reading = Reading { scenario, plan };
    let departures = scenario.kept().into_iter().map(|kept| {
        let terms: Vec<_> = scenario.calendar.terms_of(kept.stage).collect();
        let count = reading.over(kept.pinned, &terms);
        kept.weight() * f64::from(count.abs_diff(kept.count))
    });
    Some(departures.sum())
}
