//! Figures of classes that cannot be meant: classes above the largest size, and
//! students in fractions.

use super::{Finding, Grade};
use crate::domain::{Cohort, Origin, Scenario, Text};
use crate::ids::CohortId;
use crate::words::check as words;

/// Classes of today above the largest size of their programme, then students
/// that are no whole number.
pub(super) fn findings(scenario: &Scenario) -> Vec<Finding> {
    let cohorts = || scenario.cohorts.iter_enumerated();
    let large = cohorts().filter_map(|(id, cohort)| large(scenario, id, cohort));
    let fractions = cohorts().filter_map(|(id, cohort)| fraction(scenario, id, cohort));
    large.chain(fractions).collect()
}

fn large(scenario: &Scenario, id: CohortId, cohort: &Cohort) -> Option<Finding> {
    let Origin::Existing { classes, students, .. } = cohort.origin else {
        return None;
    };
    let programme = scenario.programme_of(id);
    let (size, most) = (students.0 / f64::from(classes), programme.class_size.1);
    (size > most).then(|| Finding {
        grade: Grade::Tight,
        message: words::class_too_large(&name(scenario, id), size, most),
    })
}

fn fraction(scenario: &Scenario, id: CohortId, cohort: &Cohort) -> Option<Finding> {
    let students = match cohort.origin {
        Origin::Existing { students, .. } => students.0,
        // Projected applicants are estimates.
        Origin::Future { .. } if cohort.projected.is_some() => return None,
        Origin::Future { applicants, .. } => applicants.0,
    };
    (students.fract().abs() > 1e-9).then(|| Finding {
        grade: Grade::Look,
        message: words::fraction(&name(scenario, id), students),
    })
}

/// A cohort for readers: programme and term of entry.
pub(super) fn name(scenario: &Scenario, id: CohortId) -> Text {
    words::cohort(&scenario.programme_of(id).name, scenario.cohorts[id].entry)
}
