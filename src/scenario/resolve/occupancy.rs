//! Whether the campuses can hold what the scenario says is there today.

use super::checks::Checks;
use crate::domain::{Enforcement, Scenario};
use crate::ids::{CampusId, ResourceId};
use crate::scenario::path::Path;
use crate::scenario::today::{self, Spread};
use crate::words::diagnostics as words;

/// Tolerance of comparisons, relative and absolute.
const TOLERANCE: f64 = 1e-4;

/// Compares what the classes use today with what is there. What can be moved,
/// shared with other campuses, built at once or missed at a price may be short
/// today.
pub(super) fn check(scenario: &Scenario, checks: &mut Checks<'_>) {
    let fixed = |id: &ResourceId| {
        let resource = &scenario.resources[*id];
        resource.shipping.is_none() && resource.shared_visit.is_none()
    };
    for campus in scenario.campuses.keys() {
        for resource in scenario.resources.keys().filter(fixed) {
            compare(scenario, campus, resource, checks);
        }
    }
}

fn compare(scenario: &Scenario, campus: CampusId, resource: ResourceId, checks: &mut Checks<'_>) {
    let Spread { least, most } = today::use_at(scenario, resource, campus);
    let of = &scenario.resources[resource];
    let there = &scenario.campuses[campus];
    let have = there.owns[resource];
    let exceeds = |amount: f64| {
        let need = amount / of.serves();
        need > have + TOLERANCE * have.max(1.0)
    };
    let at = Path::field("campuses").key(&there.id);
    let at = at.key("owns").key(&of.id);
    let number = |amount: f64| format!("{}", (amount / of.serves() * 10.0).round() / 10.0);
    let name = (of.name.zh.as_str(), of.name.en.as_str());
    let have = have.to_string();
    if exceeds(least) {
        let message = words::over_full(&there.id, name.0, name.1, &number(least), &have);
        if may_be_short(scenario, campus, resource) {
            checks.warn(&at, message, Vec::new());
        } else {
            checks.error(&at, message, Vec::new());
        }
    } else if exceeds(most) {
        let message = words::perhaps_over_full(&there.id, name.0, name.1, &number(most), &have);
        checks.warn(&at, message, Vec::new());
    }
}

/// Whether a shortage today need not stop a plan.
fn may_be_short(scenario: &Scenario, campus: CampusId, resource: ResourceId) -> bool {
    let at_once = scenario.options.iter().any(|option| {
        option.campus == campus
            && option.resource == resource
            && option.lead == 0
            && option.earliest <= scenario.calendar.first
    });
    at_once || matches!(scenario.rules.capacity, Enforcement::Priced(_))
}
