//! What is there today against what the classes need today.

use super::{Finding, Grade, grade};
use crate::domain::Scenario;
use crate::scenario::today::use_at;
use crate::words::arithmetic as words;

/// Each campus's rooms, beds and other things counted in units.
pub(super) fn findings(scenario: &Scenario) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (id, campus) in scenario.campuses.iter_enumerated() {
        for (resource, of) in scenario.resources.iter_enumerated() {
            let needed = use_at(scenario, resource, id);
            let have = campus.owns[resource];
            if of.hours.is_some() || needed.most == 0.0 {
                continue;
            }
            let surely = grade(have, needed.least);
            let perhaps = grade(have, needed.most).min(Grade::Tight);
            let unit = (&of.name, &of.unit);
            findings.push(Finding {
                grade: surely.max(perhaps),
                message: words::today(&campus.name, unit, of.basis, have, needed.most),
            });
        }
    }
    findings
}
