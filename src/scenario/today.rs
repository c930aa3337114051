//! What is in use today: in the first term of the horizon, with the classes
//! where they sit now.

use crate::domain::{Cohort, Origin, Programme, Scenario};
use crate::ids::{CampusId, ResourceId};

/// The least and the most of something, as internships may have it.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Spread {
    /// With as many classes away as can be.
    pub least: f64,
    /// With as few classes away as can be.
    pub most: f64,
}

/// Classes of an existing cohort in school in the first term, or none for a
/// future one.
#[must_use]
pub fn classes_in_school(scenario: &Scenario, cohort: &Cohort) -> Spread {
    let Origin::Existing {
        classes, interned, ..
    } = cohort.origin
    else {
        return Spread::default();
    };
    let programme = &scenario.programmes[cohort.programme];
    let now = cohort.term_of_study(scenario.calendar.first).unwrap_or(1);
    let (surely, perhaps) = away(programme, now);
    let all = f64::from(classes);
    let to_go = f64::from(classes.saturating_sub(interned));
    let without = |away| if away { all - to_go } else { all };
    Spread {
        least: without(perhaps),
        most: without(surely),
    }
}

/// Whether classes that have not had their internship are surely, and whether
/// they are perhaps, away in a term of study when a plan begins with it.
fn away(programme: &Programme, now: usize) -> (bool, bool) {
    let Some(internship) = programme.internship else {
        return (false, false);
    };
    if let Some(fixed) = internship.fixed {
        let away = (fixed..fixed + internship.length).contains(&now);
        return (away, away);
    }
    let (first, last) = internship.window;
    let latest_start = last + 1 - internship.length;
    (
        (latest_start..=last).contains(&now),
        (first..=last).contains(&now),
    )
}

/// Use of a resource by the classes at a campus in the first term, in the
/// resource's own measure of use.
#[must_use]
pub fn use_at(scenario: &Scenario, resource: ResourceId, campus: CampusId) -> Spread {
    let mut spread = Spread::default();
    for (id, cohort) in scenario.cohorts.iter_enumerated() {
        let Origin::Existing {
            campus: here,
            classes,
            students,
            ..
        } = cohort.origin
        else {
            continue;
        };
        if here != campus {
            continue;
        }
        let programme = &scenario.programmes[cohort.programme];
        let of = &scenario.resources[resource];
        let now = cohort.term_of_study(scenario.calendar.first).unwrap_or(1);
        let amount = programme.uses((resource, of), campus, now);
        let heads = students.0 / f64::from(classes);
        let per_class = match of.basis {
            crate::domain::Basis::Class => amount,
            basis => amount * heads * scenario.per_student(id, basis),
        };
        let here = classes_in_school(scenario, cohort);
        spread.least += per_class * here.least;
        spread.most += per_class * here.most;
    }
    spread
}
