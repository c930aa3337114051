//! What pinned admissions and `least` decide before anything is solved: more
//! classes than applicants, classes that no campus can hold, and more than all
//! campuses together have.

use super::figures::name;
use super::targets::{least_use, most_units};
use super::{Finding, Grade, share_in_school};
use crate::domain::{Basis, Cohort, Origin, Pinned, Scenario, Term};
use crate::ids::{CohortId, ResourceId};
use crate::units::whole_down;
use crate::words::check as words;

/// What is off by less than this is rounding.
const NOISE: f64 = 1e-6;

/// The findings, cohort by cohort and then resource by resource.
pub(super) fn findings(scenario: &Scenario) -> Vec<Finding> {
    let cohorts = || scenario.cohorts.iter_enumerated();
    let short = cohorts().filter_map(|(id, cohort)| applicants(scenario, id, cohort));
    let mut findings: Vec<Finding> = short.collect();
    for (id, cohort) in cohorts() {
        let nowhere = scenario.resources.keys();
        findings.extend(nowhere.filter_map(|one| fits_nowhere(scenario, (id, cohort), one)));
    }
    let full = scenario.resources.keys();
    findings.extend(full.filter_map(|resource| overfull(scenario, resource)));
    findings
}

fn finding(message: crate::domain::Text) -> Finding {
    Finding { grade: Grade::Short, message }
}

/// Classes of a cohort that are sure to be: those of today, or the most that
/// `least` and a pin ask for.
fn sure_classes(scenario: &Scenario, id: CohortId, cohort: &Cohort) -> u32 {
    let least = match cohort.origin {
        Origin::Existing { classes, .. } => return classes,
        Origin::Future { least, .. } => least,
    };
    let pins = scenario.pins.iter().filter_map(|pin| match pin.pinned {
        Pinned::Admitted(programme, entry) if programme == cohort.programme => {
            // A pin over several cohorts does not say which of them.
            let mut future = scenario.cohorts_of(programme, entry);
            let future = future.all(|one| one == id || scenario.cohorts[one].exists());
            pin.at_least.filter(|_| future && pin.covers(cohort.entry))
        }
        _ => None,
    });
    pins.fold(least, u32::max)
}

/// The fewest students of a class.
fn least_students(scenario: &Scenario, id: CohortId, cohort: &Cohort) -> f64 {
    match cohort.origin {
        Origin::Existing { classes, students, .. } => students.0 / f64::from(classes),
        Origin::Future { .. } => scenario.programme_of(id).class_size.0,
    }
}

/// More students than apply, with all who may switch from other programmes.
fn applicants(scenario: &Scenario, id: CohortId, cohort: &Cohort) -> Option<Finding> {
    let Origin::Future { applicants, .. } = cohort.origin else {
        return None;
    };
    let classes = sure_classes(scenario, id, cohort);
    let needed = f64::from(classes) * least_students(scenario, id, cohort);
    let pools = scenario.pools.iter();
    let mut pools = pools.filter(|pool| pool.programmes.contains(&cohort.programme));
    let others = pools.next().map_or(0.0, |pool| {
        let others = scenario.cohorts.iter_enumerated();
        let others = others.filter(|(other, one)| {
            *other != id && one.entry == cohort.entry && pool.programmes.contains(&one.programme)
        });
        let applicants = others.map(|(other, _)| crate::forecast::applicants(scenario, other).0);
        pool.willing * applicants.sum::<f64>()
    });
    let most = applicants.0 + others;
    (needed > most + NOISE)
        .then(|| finding(words::least_above_applicants(&name(scenario, id), classes, needed, most)))
}

/// Use of a resource by a class of so many students.
fn use_of_class(
    scenario: &Scenario,
    (id, resource): (CohortId, ResourceId),
    students: f64,
    each: f64,
) -> f64 {
    match scenario.resources[resource].basis {
        Basis::Class => each,
        basis => each * students * scenario.per_student(id, basis),
    }
}

/// A class that is larger than any campus where it may sit.
fn fits_nowhere(
    scenario: &Scenario,
    (id, cohort): (CohortId, &Cohort),
    resource: ResourceId,
) -> Option<Finding> {
    let of = &scenario.resources[resource];
    if of.hours.is_some() || of.shipping.is_some() || sure_classes(scenario, id, cohort) == 0 {
        return None;
    }
    let students = least_students(scenario, id, cohort);
    let programme = scenario.programme_of(id);
    let study = cohort.term_of_study(scenario.calendar.first).unwrap_or(1);
    let sites = programme.sites.keys().filter(|site| {
        let stages = scenario.calendar.stage_ids();
        let mut stages = stages.filter(|stage| scenario.usable_by(id, **site, *stage));
        stages.next().is_some()
    });
    let rooms = sites.map(|site| {
        let each = programme.uses((resource, of), *site, study.min(programme.length()));
        let options = scenario.options.iter();
        let options = options.filter(|one| one.campus == *site && one.resource == resource);
        let built: f64 = options.map(|one| one.units * f64::from(one.most)).sum();
        let units = scenario.campuses[*site].owns[resource] + built;
        (units, use_of_class(scenario, (id, resource), students, each))
    });
    let rooms: Vec<(f64, f64)> = rooms.collect();
    let nowhere = rooms.iter().all(|(units, needed)| *needed > *units + NOISE);
    let most = rooms.iter().map(|(units, _)| *units).fold(0.0, f64::max);
    let needed = rooms.iter().map(|(_, needed)| *needed).fold(f64::INFINITY, f64::min);
    (nowhere && !rooms.is_empty())
        .then(|| finding(words::class_fits_nowhere(&name(scenario, id), of, needed, most)))
}

/// The term in which those who are sure to be in school need most beyond all
/// that there can be.
fn overfull(scenario: &Scenario, resource: ResourceId) -> Option<Finding> {
    let of = &scenario.resources[resource];
    let each = least_use(scenario, resource);
    if of.hours.is_some() || each <= 0.0 {
        return None;
    }
    let needed = |term: Term| -> f64 {
        let cohorts = scenario.cohorts.iter_enumerated();
        let uses = cohorts.filter_map(|(id, cohort)| {
            let study = scenario.term_of_study(id, term)?;
            // Of classes that may be on internship none is sure to be here.
            let here = f64::from(u8::from(share_in_school(scenario, cohort, study) >= 1.0));
            let classes = f64::from(sure_classes(scenario, id, cohort)) * here;
            let left = crate::forecast::survive(scenario, id, term);
            let students = least_students(scenario, id, cohort) * left;
            Some(classes * use_of_class(scenario, (id, resource), students, each))
        });
        uses.sum()
    };
    let terms = scenario.calendar.term_ids();
    let terms = terms.map(|term| scenario.calendar.term(term));
    let worst = terms.map(|term| (needed(term), most_units(scenario, resource, term), term));
    let (needed, most, term) = worst
        .reduce(|worst, next| if next.0 - next.1 > worst.0 - worst.1 { next } else { worst })?;
    (needed > most + NOISE)
        .then(|| finding(words::above_all_capacity(term, of, needed, whole_down(most))))
}
