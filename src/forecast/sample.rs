//! Draws of the applicants under the error model.
//!
//! The logarithm of a programme's applicants departs from the likely path by a
//! random walk: each year ahead adds s · (√r · common + √(1−r) · own), both
//! standard normal, with s = `per_year` and r = `correlation`. So h years ahead
//! its standard deviation is s·√h, two programmes of a year are correlated by
//! r, and what is wrong in one year stays wrong in the next.

use crate::domain::{EnrolmentError, Estimate, Origin, Scenario};
use crate::ids::{CohortId, ProgrammeId};
use crate::units::Students;
use rand_distr::{Distribution, StandardNormal};
use rand_pcg::Pcg64;
use rand_pcg::rand_core::SeedableRng;
use typed_index_collections::TiVec;

/// A draw of the applicants by cohort: whole students, the same for the same
/// seed. Applicants that are stated stay as they are, existing cohorts have
/// none, and without an error model every draw is the likely path.
pub fn sample(scenario: &Scenario, seed: u64) -> TiVec<CohortId, Students> {
    let walk = Walk::new(scenario, seed);
    let cohorts = scenario.cohorts.iter();
    let drawn = cohorts.map(|cohort| match (&cohort.origin, cohort.projected) {
        (Origin::Existing { .. }, _) => Students::ZERO,
        (Origin::Future { applicants, .. }, None) => *applicants,
        (Origin::Future { .. }, Some(Estimate { likely, .. })) => {
            let departure = walk.at(cohort.programme, cohort.entry.school_year());
            Students((likely * departure.exp()).round())
        }
    });
    drawn.collect()
}

/// A scenario with these applicants in place of its own.
pub fn with_applicants(scenario: &Scenario, drawn: &TiVec<CohortId, Students>) -> Scenario {
    let mut scenario = scenario.clone();
    for (cohort, drawn) in scenario.cohorts.iter_mut().zip(drawn) {
        if let Origin::Future { applicants, .. } = &mut cohort.origin {
            *applicants = *drawn;
        }
    }
    scenario
}

/// Departures of the programmes' logarithms, year by year.
struct Walk {
    /// The year before the first.
    year: i32,
    /// By years ahead less one, and programme.
    departures: Vec<TiVec<ProgrammeId, f64>>,
}

impl Walk {
    fn new(scenario: &Scenario, seed: u64) -> Self {
        let enrolment = scenario.enrolment.as_ref();
        let error = enrolment.and_then(|one| one.error);
        let error = error.unwrap_or(EnrolmentError { per_year: 0.0, correlation: 0.0 });
        let year = enrolment.map_or(0, |one| one.year);
        let entries = scenario.cohorts.iter().filter(|one| one.projected.is_some());
        let last = entries.map(|one| one.entry.school_year()).max();
        let mut random = Pcg64::seed_from_u64(seed);
        let mut draw = || -> f64 { StandardNormal.sample(&mut random) };
        let (together, apart) = (error.correlation.sqrt(), (1.0 - error.correlation).sqrt());
        let mut now: TiVec<ProgrammeId, f64> = vec![0.0; scenario.programmes.len()].into();
        let mut departures = Vec::new();
        for _ in year..last.unwrap_or(year) {
            let common = draw();
            for departure in &mut now {
                *departure += error.per_year * (together * common + apart * draw());
            }
            departures.push(now.clone());
        }
        Self { year, departures }
    }

    fn at(&self, programme: ProgrammeId, year: i32) -> f64 {
        let ahead = usize::try_from(year - self.year - 1).ok();
        let departures = ahead.and_then(|ahead| self.departures.get(ahead));
        departures.map_or(0.0, |one| one[programme])
    }
}
