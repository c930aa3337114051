//! Targets against the most that could ever be there.

use super::{Finding, grade};
use crate::domain::{Basis, Metric, Origin, Scenario, Target, Term};
use crate::forecast::survive;
use crate::ids::ResourceId;
use crate::words::arithmetic as words;

/// Every target against rooms, beds and applicants, each in the term in which
/// it is hardest.
pub(super) fn findings(scenario: &Scenario) -> Vec<Finding> {
    let mut findings = Vec::new();
    for target in &scenario.targets {
        if target.metric == Metric::Registered {
            findings.extend(by_applicants(scenario, target));
            continue;
        }
        for (resource, of) in scenario.resources.iter_enumerated() {
            let bound = |term| holds(scenario, target.metric, resource, term);
            let worst = hardest(scenario, target, bound);
            findings.extend(worst.map(|(term, holds)| Finding {
                grade: grade(holds, target.at_least),
                message: words::ceiling(&target.name, term, target.at_least, &of.name, holds),
            }));
        }
    }
    findings
}

/// The term of a target with the least bound, where there is one.
fn hardest(
    scenario: &Scenario,
    target: &Target,
    bound: impl Fn(Term) -> Option<f64>,
) -> Option<(Term, f64)> {
    let terms = scenario.calendar.term_ids();
    let terms = terms.map(|id| scenario.calendar.term(id));
    terms
        .filter(|term| target.applies(*term))
        .filter_map(|term| bound(term).map(|holds| (term, holds)))
        .min_by(|one, other| one.1.total_cmp(&other.1))
}

/// How much of a metric a resource can serve in a term, if every class or
/// student needs it: rooms for classes and for students in full classes, beds
/// and places for students.
fn holds(scenario: &Scenario, metric: Metric, resource: ResourceId, term: Term) -> Option<f64> {
    let of = &scenario.resources[resource];
    if of.hours.is_some() {
        return None;
    }
    let per_head = match (metric, of.basis) {
        (Metric::ClassesInSchool, Basis::Class) | (Metric::StudentsInSchool, Basis::Student) => {
            least_use(scenario, resource)
        }
        (Metric::StudentsInSchool, Basis::Class) => {
            let sizes = scenario.programmes.iter().map(|one| one.class_size.1);
            least_use(scenario, resource) / sizes.fold(1.0, f64::max)
        }
        (Metric::StudentsInSchool, Basis::Boarder) => {
            least_use(scenario, resource) * usual_boarding(scenario)
        }
        _ => return None,
    };
    (per_head > 0.0).then(|| most_units(scenario, resource, term) / per_head)
}

/// The least use that any programme makes of a resource in any term of study
/// at any of its campuses.
pub(super) fn least_use(scenario: &Scenario, resource: ResourceId) -> f64 {
    let of = &scenario.resources[resource];
    let mut least = f64::INFINITY;
    for programme in &scenario.programmes {
        for campus in programme.sites.keys() {
            for term_of_study in 1..=programme.length() {
                least = least.min(programme.uses((resource, of), *campus, term_of_study));
            }
        }
    }
    if least.is_finite() { least } else { 0.0 }
}

/// Boarding share, weighted by the students of all cohorts.
fn usual_boarding(scenario: &Scenario) -> f64 {
    let (mut boarders, mut students) = (0.0, 0.0);
    for cohort in &scenario.cohorts {
        let heads = match cohort.origin {
            Origin::Existing { students, .. } => students.0,
            Origin::Future { applicants, .. } => applicants.0,
        };
        students += heads;
        boarders += heads * cohort.boarding;
    }
    if students > 0.0 { boarders / students } else { 0.0 }
}

/// Units on all campuses usable in a term with everything that could be in
/// service by then. Units that can move count wherever they stand.
pub(super) fn most_units(scenario: &Scenario, resource: ResourceId, term: Term) -> f64 {
    let movable = scenario.resources[resource].shipping.is_some();
    let counts = |campus| movable || scenario.usable(campus, term);
    let campuses = scenario.campuses.iter_enumerated();
    let owned: f64 =
        campuses.filter(|(id, _)| counts(*id)).map(|(_, campus)| campus.owns[resource]).sum();
    let options = scenario.options.iter();
    let built: f64 = options
        .filter(|option| option.resource == resource && counts(option.campus))
        .filter(|option| {
            let mut stages = scenario.calendar.stage_ids();
            let service = |stage| option.service(&scenario.calendar, stage);
            stages.any(|stage| service(stage).is_some_and(|service| service <= term))
        })
        .map(|option| option.units * f64::from(option.most))
        .sum();
    owned + built
}

/// Registered students if every applicant is admitted whom the most classes
/// can take.
fn by_applicants(scenario: &Scenario, target: &Target) -> Option<Finding> {
    let registered = |term: Term| {
        let cohorts = scenario.cohorts.iter_enumerated();
        let students = cohorts.map(|(id, cohort)| {
            let base = match cohort.origin {
                Origin::Existing { students, .. } => students.0,
                Origin::Future { applicants, most, .. } => {
                    let size = scenario.programmes[cohort.programme].class_size.1;
                    applicants.0.min(size * f64::from(most))
                }
            };
            base * survive(scenario, id, term)
        });
        Some(students.sum())
    };
    let (term, possible) = hardest(scenario, target, registered)?;
    Some(Finding {
        grade: grade(possible, target.at_least),
        message: words::applicants(&target.name, term, target.at_least, possible),
    })
}
