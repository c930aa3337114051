//! Whether the campuses can hold what the scenario says is there today.

use super::checks::Checks;
use crate::domain::{Enforcement, Scenario};
use crate::ids::{CampusId, ResourceId};
use crate::scenario::path::Path;
use crate::scenario::today::{self, Spread};
use crate::words::{common, diagnostics as words};

/// Tolerance of comparisons, relative and absolute.
const TOLERANCE: f64 = 1e-4;

/// Compares what the classes use today with what is there. What can be moved,
/// shared with other campuses, built at once, left by classes that may move in
/// the first term or missed at a price may be short today.
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
    let exceeds = |amount: f64| amount / of.serves() > have + TOLERANCE * have.max(1.0);
    let at = Path::field("campuses").key(&there.id);
    let at = at.key("owns").key(&of.id);
    let (zh, en) = (of.name.zh.as_str(), of.name.en.as_str());
    let told = |amount: f64| common::balance(amount / of.serves(), have);
    if exceeds(least) {
        let [need, have, short] = told(least);
        let message = words::over_full(&there.id, zh, en, &need, &have, &short);
        let relieved = !exceeds(today::use_of_those_who_stay(scenario, resource, campus));
        if relieved {
            checks.warn(&at, message, vec![words::relieved()]);
        } else if may_be_short(scenario, campus, resource) {
            checks.warn(&at, message, Vec::new());
        } else {
            checks.error(&at, message, Vec::new());
        }
    } else if exceeds(most) {
        let [need, have, short] = told(most);
        let message = words::perhaps_over_full(&there.id, zh, en, &need, &have, &short);
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
