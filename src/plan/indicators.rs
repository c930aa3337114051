//! What a plan comes to, term by term, and how it meets the targets.

use super::book::Book;
use super::rounding::nearest;
use super::{
    CapacityUse, PeriodsNeeded, Plan, TargetResult, TermIndicators, TermKey, courses, headcount,
};
use crate::domain::{Journey, Metric, Scenario, Target};
use crate::ids::TermId;
use crate::units::{Hours, Periods, Students};

/// A share this little above the limit is still at it.
const ATTRITION_TOLERANCE: f64 = 1e-9;

/// The indicators of every term of the horizon.
pub fn indicators(scenario: &Scenario, plan: &Plan) -> Vec<TermIndicators> {
    let book = Book::new(scenario, plan);
    let terms = scenario.calendar.term_ids();
    terms.map(|term| in_term(&book, term)).collect()
}

/// Every target in every term of the horizon in which it applies.
pub fn targets(scenario: &Scenario, plan: &Plan) -> Vec<TargetResult> {
    let book = Book::new(scenario, plan);
    let mut results = Vec::new();
    for target in &scenario.targets {
        for id in scenario.calendar.term_ids() {
            let term = scenario.calendar.term(id);
            if target.applies(term) {
                let value = value(&book, target.metric, id);
                results.push(TargetResult {
                    target: target.id.clone(),
                    term: TermKey(term),
                    metric: target.metric,
                    at_least: target.at_least,
                    value,
                    missed: missed(target, value),
                });
            }
        }
    }
    results
}

/// What a target falls short by: of students a whole number.
pub(super) fn missed(target: &Target, value: f64) -> f64 {
    let needed = match target.metric {
        Metric::ClassesInSchool => target.at_least,
        Metric::StudentsInSchool | Metric::Registered => nearest(target.at_least),
    };
    (needed - value).max(0.0)
}

/// What a metric comes to in a term, in whole classes or students.
pub(super) fn value(book: &Book, metric: Metric, term: TermId) -> f64 {
    match metric {
        Metric::ClassesInSchool => f64::from(whole(book.in_school(term).count())),
        Metric::StudentsInSchool => book.in_school(term).map(|row| row.heads).sum(),
        Metric::Registered => {
            let rows = book.rows.iter().filter(|row| row.term == term);
            rows.map(|row| row.heads).sum()
        }
    }
}

/// What a metric is expected to come to in a term, in fractions: what the
/// objective counts.
pub(super) fn expected(book: &Book, metric: Metric, term: TermId) -> f64 {
    match metric {
        Metric::ClassesInSchool => f64::from(whole(book.in_school(term).count())),
        Metric::StudentsInSchool => book.in_school(term).map(|row| row.students).sum(),
        Metric::Registered => registered(book, term),
    }
}

/// Expected registered students, in fractions.
fn registered(book: &Book, term: TermId) -> f64 {
    let rows = book.rows.iter().filter(|row| row.term == term);
    rows.map(|row| row.students).sum()
}

/// Students expected to be lost in a term.
fn lost(book: &Book, term: TermId) -> f64 {
    let rows = book.rows.iter().filter(|row| row.term == term);
    rows.map(|row| row.students * row.attrition()).sum()
}

/// The same as a share of the registered students, 0 without any.
pub(super) fn attrition(book: &Book, term: TermId) -> f64 {
    let registered = registered(book, term);
    if registered > 0.0 { lost(book, term) / registered } else { 0.0 }
}

fn in_term(book: &Book, term: TermId) -> TermIndicators {
    let rows = || book.rows.iter().filter(|row| row.term == term);
    let away = rows().filter(|row| !row.in_school);
    let limit = book.scenario.attrition_limit;
    let over = rows().filter(|row| row.attrition() > limit + ATTRITION_TOLERANCE);
    let home = book.scenario.cohorts.iter().any(|one| !one.home.is_empty());
    let journeys = book.in_school(term).map(|row| book.home(row));
    let journey = journeys.fold(Journey::default(), |sum, one| Journey {
        length: sum.length + one.length,
        time: sum.time + one.time,
    });
    TermIndicators {
        term: TermKey(book.scenario.calendar.term(term)),
        classes_registered: whole(rows().count()),
        classes_in_school: whole(book.in_school(term).count()),
        registered: Students(value(book, Metric::Registered, term)),
        students_in_school: Students(value(book, Metric::StudentsInSchool, term)),
        on_internship: away.map(|row| Students(row.heads)).sum(),
        boarders: Students(headcount::boarders(book, term)),
        students_lost: Students(headcount::lost(book, term)),
        attrition: attrition(book, term),
        attrition_limit: limit,
        classes_over_limit: whole(over.count()),
        home_kilometres: home.then_some(journey.length),
        home_hours: home.then_some(Hours(journey.time.0 / 60.0)),
        capacity: capacity(book, term),
        periods: periods(book, term),
        courses: courses::in_term(book, term),
    }
}

/// Use and capacity by resource and campus, where there is either.
fn capacity(book: &Book, term: TermId) -> Vec<CapacityUse> {
    let mut lines = Vec::new();
    for (resource, noun) in book.scenario.resources.iter_enumerated() {
        for (campus, site) in book.scenario.campuses.iter_enumerated() {
            let used = book.used(resource, campus, term);
            let available = book.available(resource, campus, term);
            if used > 0.0 || available > 0.0 {
                lines.push(CapacityUse {
                    resource: noun.id.clone(),
                    campus: site.id.clone(),
                    used,
                    available,
                });
            }
        }
    }
    lines
}

/// Periods needed by subject and campus, where any are.
fn periods(book: &Book, term: TermId) -> Vec<PeriodsNeeded> {
    let mut lines = Vec::new();
    for (subject, noun) in book.scenario.subjects.iter_enumerated() {
        for (campus, site) in book.scenario.campuses.iter_enumerated() {
            let needed = book.needed(subject, campus, term);
            if needed > 0.0 {
                lines.push(PeriodsNeeded {
                    subject: noun.id.clone(),
                    kind: noun.kind,
                    campus: site.id.clone(),
                    periods_per_week: Periods(needed),
                });
            }
        }
    }
    lines
}

fn whole(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
