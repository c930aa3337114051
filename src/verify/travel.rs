//! Trips between campuses in a term: hours a week / hours of a visit · weeks, and
//! periods a week / periods of a visit · weeks.

use super::catchment;
use super::decisions::Class;
use super::facts::Facts;
use crate::domain::Road;
use crate::ids::{StageId, TermId};

/// Trips of students in a term of a stage, with their roads.
pub(super) fn shared<'f>(
    facts: &'f Facts,
    stage: StageId,
) -> impl Iterator<Item = (f64, Road)> + use<'f> {
    let sharing = facts.sharing.iter().filter(move |one| one.stage == stage);
    sharing.filter_map(|one| {
        let visit = facts.scenario.resources[one.resource].shared_visit?;
        let road = facts.scenario.road(one.user, one.host)?;
        Some((one.hours / visit.0 * facts.scenario.calendar.weeks, road))
    })
}

/// Trips of visiting teachers in a term of a stage, with their roads.
pub(super) fn visits<'f>(
    facts: &'f Facts,
    stage: StageId,
) -> impl Iterator<Item = (f64, Road)> + use<'f> {
    let visiting = facts.visiting.iter().filter(move |one| one.stage == stage);
    visiting.filter_map(|one| {
        let road = facts.scenario.road(one.base, one.host)?;
        let trips = one.periods / facts.scenario.prices.periods_per_visit;
        Some((trips * facts.scenario.calendar.weeks, road))
    })
}

/// Kilometres and hours of a class between home and the campus where it is in
/// school in a term: students · weeks · what one of them covers in a week.
pub(super) fn home(facts: &Facts, class: &Class, term: TermId) -> (f64, f64) {
    let kept = class.base[term].and_then(|campus| catchment::home(facts, class, campus, term));
    if let Some(home) = kept {
        return home;
    }
    let cohort = &facts.scenario.cohorts[class.cohort];
    let journey = class.base[term].and_then(|campus| cohort.home.get(&campus));
    let times = facts.students(class, term) * facts.scenario.calendar.weeks;
    journey.map_or((0.0, 0.0), |one| (times * one.length.0, times * one.time.0 / 60.0))
}

/// Hours between home and campus over the horizon, where they count.
pub(super) fn home_hours(facts: &Facts) -> f64 {
    if !facts.scenario.counts_home() {
        return 0.0;
    }
    let terms = facts.scenario.calendar.term_ids();
    let classes = terms.flat_map(|term| facts.in_school(term).map(move |(one, ..)| (one, term)));
    classes.map(|(one, term)| home(facts, one, term).1).sum()
}

/// Hours of students and of teachers on the road over the horizon.
pub(super) fn hours(facts: &Facts) -> (f64, f64) {
    let (mut students, mut teachers) = (0.0, 0.0);
    for (stage, terms) in facts.scenario.calendar.stages.iter_enumerated() {
        let way = |(trips, road): (f64, Road)| trips * 2.0 * road.time.0 / 60.0;
        let terms = super::ledger::count(terms.len());
        students += terms * shared(facts, stage).map(way).sum::<f64>();
        teachers += terms * visits(facts, stage).map(way).sum::<f64>();
    }
    (students, teachers)
}
