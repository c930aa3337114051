//! What is in use today: in the first term of the horizon, with the classes
//! where they sit now.

use crate::domain::{Basis, Cohort, Enforcement, Origin, Programme, Scenario};
use crate::ids::{CampusId, CohortId, ResourceId, StageId};

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
pub fn classes_in_school(scenario: &Scenario, cohort: &Cohort) -> Spread {
    let Origin::Existing { classes, interned, .. } = cohort.origin else {
        return Spread::default();
    };
    let programme = &scenario.programmes[cohort.programme];
    let now = cohort.term_of_study(scenario.calendar.first).unwrap_or(1);
    let (surely, perhaps) = away(programme, now);
    let all = f64::from(classes);
    let to_go = f64::from(classes.saturating_sub(interned));
    let without = |away| if away { all - to_go } else { all };
    Spread { least: without(perhaps), most: without(surely) }
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
    ((latest_start..=last).contains(&now), (first..=last).contains(&now))
}

/// Classes of one cohort at a campus that are in school in the first term, with
/// what each of them uses.
struct Using {
    cohort: CohortId,
    classes: Spread,
    each: f64,
}

/// Use of a resource by the classes at a campus in the first term, in the
/// resource's own measure of use.
pub fn use_at(scenario: &Scenario, resource: ResourceId, campus: CampusId) -> Spread {
    let mut spread = Spread::default();
    for one in using(scenario, resource, campus) {
        spread.least += one.each * one.classes.least;
        spread.most += one.each * one.classes.most;
    }
    spread
}

/// The least of that use once all classes that may leave the campus at the
/// beginning of the first term have left it, the heaviest users first where
/// only some may.
pub fn use_of_those_who_stay(scenario: &Scenario, resource: ResourceId, campus: CampusId) -> f64 {
    let rule = &scenario.rules.relocation;
    let cap = rule.most_per_stage.filter(|_| rule.enforce == Enforcement::Hard);
    let mut moves = cap.map_or(f64::INFINITY, f64::from);
    let mut all = using(scenario, resource, campus);
    all.sort_by(|one, other| other.each.total_cmp(&one.each));
    let mut stay = 0.0;
    for one in all {
        let leave = if may_leave(scenario, one.cohort, campus) {
            one.classes.least.min(moves)
        } else {
            0.0
        };
        moves -= leave;
        stay += one.each * (one.classes.least - leave);
    }
    stay
}

/// Whether classes at a campus may move elsewhere at the beginning of the
/// first term.
fn may_leave(scenario: &Scenario, cohort: CohortId, campus: CampusId) -> bool {
    let first = StageId(0);
    let sites = scenario.programme_of(cohort).sites.keys();
    let mut others = sites.filter(|site| **site != campus);
    scenario.may_leave(cohort, (campus, first), 0)
        && others.any(|site| scenario.usable_by(cohort, *site, first))
}

fn using(scenario: &Scenario, resource: ResourceId, campus: CampusId) -> Vec<Using> {
    let of = &scenario.resources[resource];
    let cohorts = scenario.cohorts.iter_enumerated();
    let here = cohorts.filter_map(|(id, cohort)| match cohort.origin {
        Origin::Existing { campus: here, classes, students, .. } if here == campus => {
            Some((id, cohort, students.0 / f64::from(classes)))
        }
        _ => None,
    });
    here.map(|(id, cohort, heads)| {
        let now = cohort.term_of_study(scenario.calendar.first).unwrap_or(1);
        let amount = scenario.programme_of(id).uses((resource, of), campus, now);
        Using {
            cohort: id,
            classes: classes_in_school(scenario, cohort),
            each: match of.basis {
                Basis::Class => amount,
                basis => amount * heads * scenario.per_student(id, basis),
            },
        }
    })
    .collect()
}
