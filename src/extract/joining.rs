//! Which classes the students of dissolved classes join.
//!
//! The model says how many students join the classes on a lane; here as few of
//! these classes as can take them are joined, each by as many. Who has moved
//! most joins classes that move least from then on: the model leaves room for
//! that.

use crate::domain::Scenario;
use crate::forecast::survive;
use crate::ids::CohortId;
use crate::model::decisions::Lane;
use crate::model::merging::{Merger, Peers, mergers, moves};
use crate::model::merging_paths::most_students;
use crate::plan::{ClassPath, Joined, Merged, TermKey};
use crate::units::Students;
use std::collections::VecDeque;

/// Fewer students than this are a rounding.
const NOBODY: f64 = 1e-6;

/// The classes of a cohort, each with its place in the plan and its lane.
pub(super) type Own<'a> = [(usize, &'a Lane)];

/// Enters into the classes of a cohort what becomes of those dissolved.
pub(super) fn merge(
    scenario: &Scenario,
    (cohort, lanes): (CohortId, &[Lane]),
    own: &Own<'_>,
    values: &[f64],
    classes: &mut [ClassPath],
) {
    for (peers, merger) in mergers(scenario, cohort, lanes) {
        let from = dissolved(scenario, cohort, &merger, own);
        let all: f64 = from.iter().map(|class| classes[*class].students.0).sum();
        let mut room = joined(scenario, cohort, (peers, &merger), own, values);
        let given: f64 = room.iter().map(|(_, students)| students).sum();
        for (_, students) in &mut room {
            *students *= all / given;
        }
        for class in from {
            let students = classes[class].students.0;
            let into = take(&mut room, students);
            let into = into.into_iter().map(|(index, students)| Joined {
                class: classes[index].name.clone(),
                students: Students(students),
            });
            classes[class].merged = Some(Merged {
                at: TermKey(scenario.calendar.start(peers.stage)),
                into: into.collect(),
            });
        }
    }
}

/// The classes on a lane.
fn on(own: &Own<'_>, lane: &Lane) -> Vec<usize> {
    let own = own.iter();
    own.filter(|(_, other)| other.classes == lane.classes).map(|(index, _)| *index).collect()
}

/// Classes that are dissolved, those that moved most first.
fn dissolved(
    scenario: &Scenario,
    cohort: CohortId,
    merger: &Merger<'_>,
    own: &Own<'_>,
) -> Vec<usize> {
    let mut lanes = merger.dissolved.clone();
    lanes.sort_by_key(|lane| std::cmp::Reverse(moves(scenario, cohort, lane)));
    lanes.iter().flat_map(|lane| on(own, lane)).collect()
}

/// Classes that are joined, those that will move least first, each with the
/// students who join it.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, clippy::cast_precision_loss)]
fn joined(
    scenario: &Scenario,
    cohort: CohortId,
    (peers, merger): (Peers, &Merger<'_>),
    own: &Own<'_>,
    values: &[f64],
) -> VecDeque<(usize, f64)> {
    let mut lanes = merger.joined.clone();
    lanes.sort_by_key(|lane| moves(scenario, cohort, lane));
    let there = survive(scenario, cohort, scenario.calendar.start(peers.stage));
    let most = most_students(scenario, cohort).unwrap_or(0.0) / there;
    let mut all = VecDeque::new();
    for lane in lanes {
        let joining = lane.joined.map_or(0.0, |variable| values[variable.0]);
        let here = on(own, lane);
        if joining <= NOBODY || here.is_empty() {
            continue;
        }
        let room = most - lane.heads().value(values) / here.len() as f64;
        let needed = ((joining / room - NOBODY).ceil() as usize).clamp(1, here.len());
        let each = joining / needed as f64;
        all.extend(here[..needed].iter().map(|class| (*class, each)));
    }
    all
}

/// Takes students out of the room there is.
fn take(room: &mut VecDeque<(usize, f64)>, students: f64) -> Vec<(usize, f64)> {
    let mut left = students;
    let mut taken: Vec<(usize, f64)> = Vec::new();
    while let (Some((class, free)), true) = (room.front_mut(), left > NOBODY) {
        let now = left.min(*free);
        taken.push((*class, now));
        left -= now;
        *free -= now;
        if *free <= NOBODY {
            room.pop_front();
        }
    }
    // What the solver's tolerance leaves over.
    if let Some((_, last)) = taken.last_mut() {
        *last += left;
    }
    taken
}
