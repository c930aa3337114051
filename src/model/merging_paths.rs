//! Paths of classes that may be dissolved.

use super::internship::Block;
use super::path::{Merging, Path};
use crate::domain::{Origin, Scenario};
use crate::forecast::survive;
use crate::ids::{CampusId, CohortId, StageId};

/// Whether the classes of a cohort have all had their internship when the plan
/// begins (true), or all not; `None` where there are both.
pub(crate) fn alike(scenario: &Scenario, cohort: CohortId) -> Option<bool> {
    match scenario.cohorts[cohort].origin {
        Origin::Existing { classes, interned, .. } if interned > 0 => {
            (interned == classes).then_some(true)
        }
        _ => Some(false),
    }
}

/// The paths of classes that are dissolved or joined: variations of `ways`
/// through the horizon from `first` on, with the internship blocks there are.
pub(crate) fn paths(
    scenario: &Scenario,
    cohort: CohortId,
    (first, ways): (StageId, &[Vec<CampusId>]),
    blocks: &[Option<Block>],
) -> Vec<Path> {
    let mut found = Vec::new();
    for (stage, study) in points(scenario, cohort, first) {
        let path = |seats: &[CampusId], away: Option<Block>, merging: Merging| Path {
            first,
            seats: seats.to_vec(),
            away,
            merging: Some(merging),
        };
        // A class that is dissolved before its internship has none.
        let mut over: Vec<Option<Block>> = blocks
            .iter()
            .filter_map(|away| interned(*away, study).map(|over| away.filter(|_| over)))
            .collect();
        over.dedup();
        let before = ways.iter().map(|seats| &seats[..stage.0 - first.0]);
        let mut before: Vec<&[CampusId]> = before.collect();
        before.dedup();
        for away in &over {
            let dissolved = Merging::Dissolved(stage);
            found.extend(before.iter().map(|seats| path(seats, *away, dissolved)));
        }
        for away in blocks.iter().filter(|away| interned(**away, study).is_some()) {
            let joined = Merging::Joined(stage);
            found.extend(ways.iter().map(|seats| path(seats, *away, joined)));
        }
    }
    found
}

/// Stages at whose start classes of the cohort may merge, with its term of
/// study then.
pub(super) fn points(
    scenario: &Scenario,
    cohort: CohortId,
    first: StageId,
) -> impl Iterator<Item = (StageId, usize)> {
    let later = scenario.calendar.stage_ids().filter(move |it| *it > first);
    later.filter_map(move |stage| {
        let start = scenario.calendar.start(stage);
        let study = scenario.term_of_study(cohort, start)?;
        let spared = scenario.in_last_year(cohort, start) && !scenario.rules.relocation.last_year;
        (!spared && fits(scenario, cohort, stage)).then_some((stage, study))
    })
}

/// Whether all classes of a cohort at their smallest would fit into one less.
pub(super) fn fits(scenario: &Scenario, cohort: CohortId, stage: StageId) -> bool {
    let classes = f64::from(scenario.cohorts[cohort].most_classes());
    let students = match scenario.cohorts[cohort].origin {
        Origin::Existing { students, .. } => students.0,
        Origin::Future { .. } => classes * scenario.programme_of(cohort).class_size.0,
    };
    let there = survive(scenario, cohort, scenario.calendar.start(stage));
    most_students(scenario, cohort)
        .is_some_and(|most| classes > 1.0 && there * students <= most * (classes - 1.0) + 1e-9)
}

/// Whether an internship is over by a term of study; `None` in the midst of it.
pub(super) fn interned(away: Option<Block>, study: usize) -> Option<bool> {
    match away {
        Some(block) if block.last < study => Some(true),
        Some(block) if block.first < study => None,
        _ => Some(false),
    }
}

/// The most students a class of the cohort may have when others have joined
/// it; `None` where none may merge.
pub fn most_students(scenario: &Scenario, cohort: CohortId) -> Option<f64> {
    let (_, largest) = scenario.programme_of(cohort).class_size;
    let rule = scenario.rules.merging.as_ref();
    rule.map(|rule| rule.most_students.0.min(largest))
}
