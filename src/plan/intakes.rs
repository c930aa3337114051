//! The parts of the objective about intakes, of a plan: how much intakes swing,
//! who gets no place, and what the targets fall short by under the low forecast.

use super::book::Book;
use super::{IntakeParts, Plan, TermKey, indicators};
use crate::domain::{Cohort, Demand, Metric, Scenario, Target, Term};
use crate::forecast;
use crate::ids::{CohortId, PoolId, ProgrammeId, TermId};
use std::collections::BTreeMap;

/// The parts; nothing where the objective has none.
pub(super) fn parts(book: &Book) -> Option<IntakeParts> {
    let (scenario, plan) = (book.scenario, book.plan);
    scenario.counts_intakes().then(|| IntakeParts {
        swing: swing(scenario, plan),
        turned_away: turned_away(scenario, plan),
        margins_percent: margins(book),
    })
}

/// Students admitted to a cohort.
pub fn intake(scenario: &Scenario, plan: &Plan, cohort: &Cohort) -> f64 {
    let programme = &scenario.programmes[cohort.programme].id;
    let entry = TermKey(cohort.entry);
    let mut admissions = plan.admissions.iter();
    let found = admissions.find(|one| one.programme == *programme && one.entry == entry);
    found.map_or(0.0, |one| one.students.0)
}

/// The new cohorts.
fn new(scenario: &Scenario) -> impl Iterator<Item = (CohortId, &Cohort)> {
    scenario.cohorts.iter_enumerated().filter(|(_, cohort)| !cohort.exists())
}

/// By how many students each intake of a programme differs from the one before
/// in the same season, in the order of entry.
pub fn differences(scenario: &Scenario, plan: &Plan, programme: ProgrammeId) -> Vec<(Term, f64)> {
    let mut mine: Vec<&Cohort> = new(scenario).map(|(_, cohort)| cohort).collect();
    mine.retain(|cohort| cohort.programme == programme);
    mine.sort_by_key(|cohort| (cohort.entry.season, cohort.entry));
    let pairs = mine.windows(2).filter(|pair| pair[0].entry.season == pair[1].entry.season);
    let differ = |one: &Cohort, other: &Cohort| {
        (intake(scenario, plan, other) - intake(scenario, plan, one)).abs()
    };
    pairs.map(|pair| (pair[1].entry, differ(pair[0], pair[1]))).collect()
}

/// Applicants without a place, by pool and by programme in no pool.
pub fn without_place(
    scenario: &Scenario,
    plan: &Plan,
) -> BTreeMap<(Option<PoolId>, Option<ProgrammeId>), f64> {
    let mut sums = BTreeMap::new();
    for (id, cohort) in new(scenario) {
        let programme = cohort.programme;
        let pool = scenario.pools.position(|pool| pool.programmes.contains(&programme));
        let alone = pool.is_none().then_some(programme);
        let without = forecast::applicants(scenario, id).0 - intake(scenario, plan, cohort);
        *sums.entry((pool, alone)).or_insert(0.0) += without;
    }
    sums
}

fn swing(scenario: &Scenario, plan: &Plan) -> f64 {
    let each = scenario.programmes.keys().map(|programme| {
        let differences = differences(scenario, plan, programme);
        let sum: f64 = differences.iter().map(|(_, by)| by).sum();
        scenario.intakes.of_swing(programme) * sum
    });
    each.sum()
}

fn turned_away(scenario: &Scenario, plan: &Plan) -> f64 {
    let each = without_place(scenario, plan).into_iter().map(|((pool, programme), without)| {
        let programme = programme.unwrap_or(ProgrammeId(0));
        scenario.intakes.of_turned_away(programme, pool) * without
    });
    each.sum()
}

/// Σ weight · mean over its terms of 100 · short / `at_least`, of the targets of
/// students.
fn margins(book: &Book) -> f64 {
    let each = book.scenario.targets.iter().map(|target| {
        let short = short(book, target);
        if short.is_empty() || target.at_least <= 0.0 {
            return 0.0;
        }
        #[allow(clippy::cast_precision_loss)]
        let mean = short.iter().map(|(_, by)| by).sum::<f64>() / short.len() as f64;
        target.weight * 100.0 * mean / target.at_least
    });
    each.sum()
}

/// What a target falls short by under the low forecast, in each term in which
/// it applies; nothing for one of classes.
pub fn short_on_low(scenario: &Scenario, plan: &Plan, target: &Target) -> Vec<(Term, f64)> {
    let book = Book::new(scenario, plan);
    let short = short(&book, target).into_iter();
    short.map(|(term, by)| (scenario.calendar.term(term), by)).collect()
}

fn short(book: &Book, target: &Target) -> Vec<(TermId, f64)> {
    let calendar = &book.scenario.calendar;
    let terms = calendar.term_ids().filter(|term| {
        target.metric != Metric::ClassesInSchool && target.applies(calendar.term(*term))
    });
    let short = terms.map(|term| {
        let there = indicators::expected(book, target.metric, term);
        let low = there - lost(book, target.metric, calendar.term(term));
        (term, (target.at_least - low).max(0.0))
    });
    short.collect()
}

/// Students of a term who do not come under the low forecast.
fn lost(book: &Book, metric: Metric, term: Term) -> f64 {
    let scenario = book.scenario;
    let each = new(scenario).map(|(id, cohort)| {
        let (Some(projected), Some(study)) = (cohort.projected, scenario.term_of_study(id, term))
        else {
            return 0.0;
        };
        let beyond = intake(scenario, book.plan, cohort) - projected.at(Demand::Low);
        let share = match metric {
            Metric::StudentsInSchool => scenario.programme_of(id).share_in_school(study),
            Metric::ClassesInSchool | Metric::Registered => 1.0,
        };
        beyond.max(0.0) * share * forecast::survive(scenario, id, term)
    });
    each.sum()
}
