//! Whole students from expected numbers.
//!
//! The model counts students after expected losses, in fractions. A plan states
//! whole students, rounded once, class by class and term by term: with the
//! classes on the register in the order (in school before on internship,
//! campus, programme, cohort, class),
//!
//! `headcount[i] = round(Σ j ≤ i expected[j]) − round(Σ j < i expected[j])`,
//!
//! where a half is rounded up. So the students in school and the registered
//! students are the expected numbers rounded, and those of a class, of a
//! programme at a campus and of a campus are the expected ones rounded up or
//! down: never above a whole capacity that the expected ones keep.

use super::book::Book;
use super::rounding::nearest;
use super::{Plan, TermKey, catchment};
use crate::domain::{Estimate, Scenario};
use crate::forecast;
use crate::ids::{CohortId, TermId};
use crate::units::Students;

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
