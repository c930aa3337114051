//! The part `swing` 招生起伏: intakes that differ from those before.
//!
//! swing = Σ_k weight[p] · |intake[k] − intake[k']|, over every new cohort k of a
//! programme p and the new cohort k' of the same programme that enters last
//! before it in the same season; `swing[k]` ≥ intake[k] − intake[k'] and ≥
//! intake[k'] − intake[k]. Cohorts in school today have lost students since
//! they entered and are compared with nobody.
//!
//! Sets: new cohorts k. Units: students.

use super::admission::intake;
use super::builder::Builder;
use super::decisions::Decisions;
use super::linear::Linear;
use super::problem::{Label, Place};
use crate::domain::{Cohort, Rule, Scenario};
use crate::ids::CohortId;

/// Adds the rows and returns the part.
pub fn add(builder: &mut Builder<'_>, decisions: &Decisions) -> Linear {
    let scenario = builder.scenario;
    let mut part = Linear::default();
    for (id, cohort) in scenario.cohorts.iter_enumerated() {
        let weight = scenario.intakes.of_swing(cohort.programme);
        let Some(before) = before(scenario, cohort).filter(|_| weight > 0.0) else {
            continue;
        };
        let (now, then) = (intake(decisions, id), intake(decisions, before));
        let label = Label {
            rule: Rule::Admission,
            name: "swing",
            place: Place::Cohort(id),
            term: scenario.calendar.find(cohort.entry),
        };
        let differs = builder.problem.real(f64::INFINITY);
        let problem = &mut builder.problem;
        problem.at_most(label, now.clone() - then.clone(), differs.into());
        problem.at_most(label, then - now, differs.into());
        part.push(differs, weight);
    }
    part
}

/// The new cohort of the programme that enters last before a new one, in the
/// same season.
fn before(scenario: &Scenario, cohort: &Cohort) -> Option<CohortId> {
    let earlier = |other: &Cohort| {
        !other.exists()
            && other.programme == cohort.programme
            && other.entry.season == cohort.entry.season
            && other.entry < cohort.entry
    };
    let cohorts = scenario.cohorts.iter_enumerated();
    let earlier = cohorts.filter(|(_, other)| !cohort.exists() && earlier(other));
    earlier.max_by_key(|(_, other)| other.entry).map(|(id, _)| id)
}
