//! Enrolment: who applies, and how many of those admitted are still there.
//!
//! Applicants are stated by the scenario, one figure for each programme and
//! entry term, or projected from the pupils of the feeder schools; either way
//! they stand in [`crate::domain::Origin::Future`] and [`applicants`] gives
//! them.

mod backtest;
mod project;
mod ratios;
mod sample;

pub use backtest::{Comparison, LeadError, Measure, backtest, by_lead};
pub use project::{Projection, steps};
pub use ratios::{Curve, Fit, Observation, Step, fit, observations};
pub use sample::{sample, with_applicants};

use crate::domain::{Demand, Origin, Scenario, Term};
use crate::ids::{CohortId, FeederId};
use crate::units::Students;
use typed_index_collections::TiVec;

/// A half that sums of floating-point numbers may miss from below.
const HALF: f64 = 0.5 + 1e-6;

/// `survive(k,t)`: the share of a cohort's students still on the register in
/// `term`, of those counted at its base: today for an existing cohort, entry
/// for a new one. Product of (1 − attrition) over the terms of study since.
/// Zero outside the terms in which the cohort is on the register.
pub fn survive(scenario: &Scenario, cohort: CohortId, term: Term) -> f64 {
    let Some(now) = scenario.term_of_study(cohort, term) else {
        return 0.0;
    };
    let base = if scenario.cohorts[cohort].exists() {
        scenario.cohorts[cohort].term_of_study(scenario.calendar.first).unwrap_or(1)
    } else {
        1
    };
    scenario.programme_of(cohort).attrition[base - 1..now - 1]
        .iter()
        .map(|lost| 1.0 - lost)
        .product()
}

/// Applicants of a cohort to be admitted; none for an existing one.
pub fn applicants(scenario: &Scenario, cohort: CohortId) -> Students {
    match scenario.cohorts[cohort].origin {
        Origin::Existing { .. } => Students::ZERO,
        Origin::Future { applicants, .. } => applicants,
    }
}

/// Applicants of a cohort by feeder school, on the demand path of the scenario:
/// whole students where all of them are, rounded so that they add up to all
/// applicants. Empty where rule Catchment is not in use.
pub fn applicants_by_feeder(scenario: &Scenario, cohort: CohortId) -> TiVec<FeederId, f64> {
    let all = applicants(scenario, cohort).0;
    let mixture = &scenario.cohorts[cohort].mixture;
    let (mut sum, mut given) = (0.0, 0.0);
    let by_feeder = mixture.iter().enumerate().map(|(index, share)| {
        sum += all * share.at(scenario.demand);
        let last = index + 1 == mixture.len();
        let due = if last { all } else { (sum + HALF).floor().min(all) };
        let own = due - given;
        given = due;
        own
    });
    by_feeder.collect()
}

/// The scenario with its projected applicants on a path. Applicants that are
/// stated stay as they are.
pub fn on_path(mut scenario: Scenario, demand: Demand) -> Scenario {
    scenario.demand = demand;
    for cohort in &mut scenario.cohorts {
        if let (Origin::Future { applicants, .. }, Some(projected)) =
            (&mut cohort.origin, cohort.projected)
        {
            *applicants = Students(projected.at(demand));
        }
    }
    scenario
}
