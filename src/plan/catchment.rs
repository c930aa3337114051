//! Where the students of classes come from, where rule Catchment keeps them
//! apart by feeder school: who boards, and their way.
//!
//! pupils(f,t) of a class = those at entry · survive(t); boarders = pupils ·
//! board(f,c), 1 where the way is too long for day pupils.

use super::ClassPath;
use super::row::Row;
use crate::domain::{Basis, Journey, Scenario};
use crate::forecast;
use crate::ids::FeederId;

/// The feeder school of a key.
fn feeder(scenario: &Scenario, key: &str) -> Option<FeederId> {
    scenario.enrolment.as_ref()?.feeders.position(|feeder| feeder.id == key)
}

/// Expected students of a class in a term by feeder school; empty where they are
/// not kept apart.
pub(super) fn pupils(scenario: &Scenario, class: &ClassPath, row: &Row) -> Vec<(FeederId, f64)> {
    let term = scenario.calendar.term(row.term);
    let there = forecast::survive(scenario, row.cohort, term);
    let all = class.feeders.iter();
    all.filter_map(|(key, students)| Some((feeder(scenario, key)?, students.0 * there))).collect()
}

/// Share of a class's pupils of a feeder school who board.
pub(super) fn board(scenario: &Scenario, row: &Row, feeder: FeederId) -> f64 {
    scenario.boarders_from(row.programme_id, feeder, row.campus).unwrap_or(1.0)
}

/// Expected boarders of a class in a term.
pub(super) fn boarders(scenario: &Scenario, class: &ClassPath, row: &Row) -> f64 {
    let pupils = pupils(scenario, class, row);
    if pupils.is_empty() {
        return row.students * scenario.per_student(row.cohort, Basis::Boarder);
    }
    pupils.into_iter().map(|(feeder, students)| students * board(scenario, row, feeder)).sum()
}

/// Journeys home of a class in a term, if its students are kept apart.
pub(super) fn home(scenario: &Scenario, class: &ClassPath, row: &Row) -> Option<Journey> {
    let pupils = pupils(scenario, class, row);
    let mut sum = Journey::default();
    for (feeder, students) in &pupils {
        let one = scenario.journey_from(row.programme_id, *feeder, row.campus);
        let times = students * scenario.calendar.weeks;
        sum.length += one.length * times;
        sum.time += one.time * times;
    }
    (!pupils.is_empty()).then_some(sum)
}
