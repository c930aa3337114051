//! Named classes from counts: every lane of the model becomes as many classes
//! as follow it, each with exactly the lane's moves.

use super::joining::merge;
use crate::domain::{Origin, Scenario};
use crate::ids::{CohortId, FeederId, ProgrammeId, StageId, TermId};
use crate::model::decisions::{Decisions, Lane};
use crate::model::linear::Variable;
use crate::model::path::Path;
use crate::model::paths::today;
use crate::plan::{Admission, ClassPath, Seat, TermKey, whole_applicants};
use crate::units::Students;
use std::collections::BTreeMap;

/// Fewer pupils of a feeder school than this are a rounding.
const NOBODY: f64 = 1e-6;

/// The classes in the order of the cohorts, numbered within programme and year
/// of entry.
pub(super) fn classes(
    scenario: &Scenario,
    decisions: &Decisions,
    values: &[f64],
) -> Vec<ClassPath> {
    let mut numbers: BTreeMap<(ProgrammeId, i32), u32> = BTreeMap::new();
    let mut classes = Vec::new();
    for (cohort, lanes) in decisions.lanes.iter_enumerated() {
        let data = &scenario.cohorts[cohort];
        let mut own = Vec::new();
        for lane in lanes {
            let count = count(lane, values);
            for _ in 0..count {
                let number = numbers.entry((data.programme, data.entry.year)).or_default();
                *number += 1;
                let students = lane.heads().value(values) / f64::from(count);
                let mut class = class(scenario, cohort, (&lane.path, *number), students);
                class.feeders = origins(scenario, (lane, students), values);
                own.push((classes.len(), lane));
                classes.push(class);
            }
        }
        merge(scenario, (cohort, lanes), &own, values, &mut classes);
    }
    classes
}

/// Students of a class on a lane by feeder school: the same mixture in all of
/// them.
fn origins(
    scenario: &Scenario,
    (lane, students): (&Lane, f64),
    values: &[f64],
) -> BTreeMap<String, Students> {
    let from = |(feeder, pupils): &(FeederId, Variable)| {
        let pupils = values[pupils.0];
        let key = scenario.enrolment.iter().map(|one| one.feeders[*feeder].id.clone()).next()?;
        (pupils > NOBODY).then_some((key, pupils))
    };
    let all: Vec<(String, f64)> = lane.origins.iter().filter_map(from).collect();
    let sum: f64 = all.iter().map(|(_, pupils)| pupils).sum();
    all.into_iter().map(|(key, pupils)| (key, Students(students * pupils / sum))).collect()
}

/// Classes on a lane.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
fn count(lane: &Lane, values: &[f64]) -> u32 {
    values[lane.classes.0].round() as u32
}

fn class(
    scenario: &Scenario,
    cohort: CohortId,
    (path, number): (&Path, u32),
    students: f64,
) -> ClassPath {
    let data = &scenario.cohorts[cohort];
    let programme = scenario.programme_of(cohort);
    let campus_today = today(scenario, cohort).map(|campus| scenario.campuses[campus].id.clone());
    ClassPath {
        name: format!("{}{}{number}班", data.year_label(), programme.label.zh),
        programme: programme.id.clone(),
        entry: TermKey(data.entry),
        campus_today,
        students: Students(students),
        seats: seats(scenario, cohort, path),
        internship: scenario
            .calendar
            .term_ids()
            .map(|term: TermId| scenario.calendar.term(term))
            .filter(|term| {
                let term_of_study = scenario.term_of_study(cohort, *term);
                term_of_study.is_some_and(|term_of_study| path.is_away(term_of_study))
            })
            .map(TermKey)
            .collect(),
        feeders: BTreeMap::new(),
        headcount: BTreeMap::new(),
        merged: None,
    }
}

fn seats(scenario: &Scenario, cohort: CohortId, path: &Path) -> Vec<Seat> {
    let mut seats: Vec<Seat> = Vec::new();
    for (index, campus) in path.seats.iter().enumerate() {
        let campus = &scenario.campuses[*campus].id;
        if seats.last().is_some_and(|last| last.campus == *campus) {
            continue;
        }
        let start = scenario.calendar.start(StageId(path.first.0 + index));
        seats.push(Seat {
            from: TermKey(start.max(scenario.cohorts[cohort].entry)),
            campus: campus.clone(),
        });
    }
    seats
}

/// Admissions of each new cohort.
pub(super) fn admissions(
    scenario: &Scenario,
    decisions: &Decisions,
    values: &[f64],
) -> Vec<Admission> {
    let mut admissions = Vec::new();
    for (cohort, lanes) in decisions.lanes.iter_enumerated() {
        let data = &scenario.cohorts[cohort];
        if let Origin::Future { .. } = data.origin {
            let students: f64 = lanes
                .iter()
                .filter(|lane| count(lane, values) > 0)
                .map(|lane| lane.heads().value(values))
                .sum();
            let (applicants, projected) = whole_applicants(scenario, cohort);
            admissions.push(Admission {
                programme: scenario.programmes[data.programme].id.clone(),
                entry: TermKey(data.entry),
                applicants,
                projected,
                classes: lanes.iter().map(|lane| count(lane, values)).sum(),
                students: Students(students),
            });
        }
    }
    admissions
}
