//! Whole students from expected numbers.
//!
//! The model counts students after expected losses, in fractions. A plan states
//! whole students: each class in each term has the expected number rounded down
//! or up, and no more than in the term before unless more are expected. Which
//! classes are rounded up is decided term by term by largest remainders. With
//! the classes on the register in the order (in school before on internship,
//! campus, programme, cohort, class), a run of classes from i to k is due
//!
//! `round(Σ j ≤ k expected[j]) − round(Σ j < i expected[j])`,
//!
//! where a half is rounded up. First each cohort at a campus is given what is
//! due to it, then each programme at a campus, each campus, those in school and
//! those on internship, and all, as far as classes may be rounded up; a campus
//! never has more than the number expected there, rounded up: never above a
//! whole capacity that the expected ones keep. Rounded up first are classes
//! with the largest remainders, summed over this and the following terms in
//! which the class is above the same whole number; then the first ones.

use super::book::Book;
use super::rounding::nearest;
use super::row::Row;
use super::{Plan, TermKey, catchment};
use crate::domain::{Estimate, Scenario};
use crate::forecast;
use crate::ids::{CohortId, TermId};
use crate::units::Students;
use std::collections::BTreeSet;

/// Sets the headcount of every class in every term in which it is on the
/// register.
pub fn count_heads(scenario: &Scenario, plan: &mut Plan) {
    let book = Book::new(scenario, plan);
    let counted = book.rows.iter();
    let counted: Vec<(usize, TermKey, u32)> = counted
        .map(|row| {
            let term = TermKey(scenario.calendar.term(row.term));
            (row.class, term, as_count(row.heads))
        })
        .collect();
    for class in &mut plan.classes {
        class.headcount.clear();
    }
    for (class, term, heads) in counted {
        plan.classes[class].headcount.insert(term, heads);
    }
}

/// Applicants of a cohort and their range, each to the nearest whole number.
pub(crate) fn whole_applicants(
    scenario: &Scenario,
    cohort: CohortId,
) -> (Students, Option<Estimate>) {
    let applicants = forecast::applicants(scenario, cohort).0;
    let projected = scenario.cohorts[cohort].projected;
    (
        Students(nearest(applicants)),
        projected.map(|range| Estimate::on_paths(|on| nearest(range.at(on)))),
    )
}

#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // whole and not negative
fn as_count(heads: f64) -> u32 {
    heads as u32
}

/// Boarders in school: at each campus the expected number rounded, and no more
/// than the students there.
pub(super) fn boarders(book: &Book, term: TermId) -> f64 {
    let at_campus = |campus| {
        let here = book.in_school(term).filter(move |row| row.campus == campus);
        let (heads, boarders) = here.fold((0.0, 0.0), |(heads, boarders), row| {
            (
                heads + row.heads,
                boarders + catchment::boarders(book.scenario, &book.plan.classes[row.class], row),
            )
        });
        nearest(boarders).min(heads)
    };
    book.scenario.campuses.keys().map(at_campus).sum()
}

/// Students lost in a term: of cohorts that are there in the next term, their
/// students less those of the next term; of all others, the expected number
/// rounded.
pub(super) fn lost(book: &Book, term: TermId) -> f64 {
    let next = TermId(term.0 + 1);
    let of = |term: TermId| book.rows.iter().filter(move |row| row.term == term);
    let there: BTreeSet<CohortId> = of(term).map(|row| row.cohort).collect();
    let later: BTreeSet<CohortId> = of(next).map(|row| row.cohort).collect();
    let stay = |row: &&Row| there.contains(&row.cohort) && later.contains(&row.cohort);
    let heads = |term: TermId| of(term).filter(stay).map(|row| row.heads).sum::<f64>();
    let leave = of(term).filter(|row| !later.contains(&row.cohort));
    let expected: f64 = leave.map(|row| row.students * row.attrition()).sum();
    (heads(term) - heads(next) + nearest(expected)).max(0.0)
}
