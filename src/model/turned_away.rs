//! The part `turned_away` 无处录取: applicants who get no place in any
//! programme.
//!
//! turned away = Σ_k weight · (applicants[k] − intake[k]) over the new cohorts
//! k, with the weight of the programme's pool, or of the programme where it is
//! in none. Whoever is turned away from one programme of a pool and takes
//! another counts there against it, so that those of a pool and entry term are
//! Σ_k (applicants[k] − intake[k]) ≥ 0 by rule Admission: no row is needed.
//!
//! Sets: new cohorts k. Units: students.

use super::admission::intake;
use super::decisions::Decisions;
use super::linear::Linear;
use crate::domain::Scenario;
use crate::forecast::applicants;

/// The part.
pub fn part(scenario: &Scenario, decisions: &Decisions) -> Linear {
    let mut part = Linear::default();
    for (id, cohort) in scenario.cohorts.iter_enumerated().filter(|(_, one)| !one.exists()) {
        let programme = cohort.programme;
        let pool = scenario.pools.position(|pool| pool.programmes.contains(&programme));
        let weight = scenario.intakes.of_turned_away(programme, pool);
        let without = Linear::from(applicants(scenario, id).0) - intake(decisions, id);
        part.add_scaled(&without, weight);
    }
    part
}
