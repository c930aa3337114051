//! Findings of the arithmetic, and what several of them need.

use crate::domain::{Cohort, Origin, Scenario, Text};
use crate::units::whole_up;

/// How a finding looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Grade {
    /// There is enough.
    Enough,
    /// Someone should look whether it is meant.
    Look,
    /// Something is to be done first.
    Due,
    /// There is hardly enough, or someone should look.
    Tight,
    /// There is not enough.
    Short,
}

/// One sentence about the scenario.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// How it looks.
    pub grade: Grade,
    /// The sentence.
    pub message: Text,
}

/// The grade of having `have` where `need` is needed: tight beyond 95 %.
pub(super) fn grade(have: f64, need: f64) -> Grade {
    const TOLERANCE: f64 = 1e-4;
    if need > have + TOLERANCE * have.max(1.0) {
        Grade::Short
    } else if need > 0.95 * have {
        Grade::Tight
    } else {
        Grade::Enough
    }
}

/// Classes a cohort has, or would have if its applicants filled classes of
/// the greatest size.
pub(super) fn expected_classes(scenario: &Scenario, cohort: &Cohort) -> f64 {
    match cohort.origin {
        Origin::Existing { classes, .. } => f64::from(classes),
        Origin::Future { applicants, least, most } => {
            let size = scenario.programmes[cohort.programme].class_size.1;
            let classes = whole_up(applicants.0 / size);
            classes.max(f64::from(least)).min(f64::from(most))
        }
    }
}

/// Share of a cohort's classes in school in a term of study, if internships
/// are spread evenly over their window.
pub(super) fn share_in_school(scenario: &Scenario, cohort: &Cohort, term_of_study: usize) -> f64 {
    let Some(internship) = scenario.programmes[cohort.programme].internship else {
        return 1.0;
    };
    if let Some(fixed) = internship.fixed {
        let away = (fixed..fixed + internship.length).contains(&term_of_study);
        return if away { 0.0 } else { 1.0 };
    }
    let (first, last) = internship.window;
    if !(first..=last).contains(&term_of_study) {
        return 1.0;
    }
    let count = |terms: usize| u32::try_from(terms).map_or(1.0, f64::from);
    1.0 - count(internship.length) / count(last + 1 - first)
}
