//! What a plan comes to, term by term, and how it meets the targets.

use super::book::Book;
use super::{CapacityUse, PeriodsNeeded, Plan, TargetResult, TermIndicators, TermKey};
use crate::domain::{Basis, Metric, Scenario};
use crate::ids::TermId;
use crate::units::{Periods, Students};

/// The indicators of every term of the horizon.
#[must_use]
pub fn indicators(scenario: &Scenario, plan: &Plan) -> Vec<TermIndicators> {
    let book = Book::new(scenario, plan);
    let terms = scenario.calendar.term_ids();
    terms.map(|term| in_term(&book, term)).collect()
}

/// Every target in every term of the horizon in which it applies.
#[must_use]
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
                    missed: (target.at_least - value).max(0.0),
                });
            }
        }
    }
    results
}

fn value(book: &Book, metric: Metric, term: TermId) -> f64 {
    match metric {
        Metric::ClassesInSchool => f64::from(whole(book.in_school(term).count())),
        Metric::StudentsInSchool => book.in_school(term).map(|row| row.students).sum(),
        Metric::Registered => registered(book, term),
    }
}

fn registered(book: &Book, term: TermId) -> f64 {
    let rows = book.rows.iter().filter(|row| row.term == term);
    rows.map(|row| row.students).sum()
}

fn in_term(book: &Book, term: TermId) -> TermIndicators {
    let rows = || book.rows.iter().filter(|row| row.term == term);
    let away = rows().filter(|row| !row.in_school);
    let boarders = book
        .in_school(term)
        .map(|row| row.students * row.programme.per_student(Basis::Boarder));
    TermIndicators {
        term: TermKey(book.scenario.calendar.term(term)),
        classes_registered: whole(rows().count()),
        classes_in_school: whole(book.in_school(term).count()),
        registered: Students(registered(book, term)),
        students_in_school: Students(value(book, Metric::StudentsInSchool, term)),
        on_internship: away.map(|row| Students(row.students)).sum(),
        boarders: Students(boarders.sum()),
        capacity: capacity(book, term),
        periods: periods(book, term),
    }
}

/// Use and capacity by resource and campus, where there is either.
fn capacity(book: &Book, term: TermId) -> Vec<CapacityUse> {
    let stage = book.scenario.calendar.stage_of(term);
    let mut lines = Vec::new();
    for (resource, noun) in book.scenario.resources.iter_enumerated() {
        for (campus, site) in book.scenario.campuses.iter_enumerated() {
            let used = book.used(resource, campus, term);
            let available = book.available(resource, campus, stage);
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
