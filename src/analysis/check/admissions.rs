//! Admissions that nothing asks for.

use super::{Finding, Grade};
use crate::domain::Scenario;
use crate::words::arithmetic as words;

/// That the cheapest plan admits nobody, where there are applicants and nothing
/// asks for any of them.
pub(super) fn findings(scenario: &Scenario) -> Vec<Finding> {
    let applicants = scenario.all_applicants();
    if applicants.is_zero() || scenario.asks_for_admissions() {
        return Vec::new();
    }
    vec![Finding { grade: Grade::Tight, message: words::nothing_asks_for_admissions(applicants.0) }]
}
