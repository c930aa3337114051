//! What simple arithmetic says about a scenario before anything is solved.

mod admissions;
mod assets;
mod costs;
mod courses;
mod decided;
mod figures;
mod finding;
mod staff;
mod targets;
mod terms;
mod today;

pub use finding::{Finding, Grade};

use crate::domain::Scenario;
use finding::{expected_classes, grade, share_in_school};

/// All that can be said without solving, in a fixed order: what is there today
/// against what is needed, targets against what could be there, admissions that
/// nothing asks for, what is decided already, staff, short courses, terms that do
/// not fit the relocation points, assets to be valued, figures that cannot be
/// meant, costs at 0 and missing roads.
pub fn arithmetic(scenario: &Scenario) -> Vec<Finding> {
    let mut findings = today::findings(scenario);
    findings.extend(targets::findings(scenario));
    findings.extend(admissions::findings(scenario));
    findings.extend(decided::findings(scenario));
    findings.extend(staff::findings(scenario));
    findings.extend(courses::findings(scenario));
    findings.extend(terms::findings(scenario));
    findings.extend(assets::findings(scenario));
    findings.extend(figures::findings(scenario));
    findings.extend(costs::findings(scenario));
    findings
}
