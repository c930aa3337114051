//! Terms that do not fit the relocation points, and internships that do not
//! fit the terms left.

use super::{Finding, Grade};
use crate::domain::{Origin, Scenario, Term, Text};
use crate::ids::CampusId;
use crate::words::arithmetic as words;
use std::collections::BTreeMap;

/// Tenure, retirements and internships.
pub(super) fn findings(scenario: &Scenario) -> Vec<Finding> {
    let mut messages = Vec::new();
    for campus in scenario.campuses.keys() {
        messages.extend(begins_late(scenario, campus));
        messages.extend(ends_early(scenario, campus));
    }
    messages.extend(retirements(scenario));
    messages.extend(internships(scenario));
    let tight = |message| Finding { grade: Grade::Tight, message };
    messages.into_iter().map(tight).collect()
}

/// Whether a term of the horizon begins no stage.
fn inside_stage(scenario: &Scenario, term: Term) -> bool {
    let calendar = &scenario.calendar;
    calendar.find(term).is_some() && calendar.stage_starting(term).is_none()
}

fn begins_late(scenario: &Scenario, campus: CampusId) -> Option<Text> {
    let there = &scenario.campuses[campus];
    let from = there.from.filter(|from| inside_stage(scenario, *from))?;
    let stages = scenario.calendar.stage_ids();
    let mut starts = stages.map(|stage| scenario.calendar.start(stage));
    let point = starts.find(|start| *start > from);
    Some(words::usable_late(&there.name, from, point))
}

fn ends_early(scenario: &Scenario, campus: CampusId) -> Option<Text> {
    let there = &scenario.campuses[campus];
    let vacated = scenario.rules.relocation.vacate.get(&campus).copied();
    let ended = there.until.map(|until| until.plus(1));
    let gone = [vacated, ended].into_iter().flatten().min()?;
    if !inside_stage(scenario, gone) {
        return None;
    }
    let stage = scenario.calendar.stage_of(scenario.calendar.find(gone)?);
    let point = scenario.calendar.start(stage);
    Some(words::left_early(&there.name, gone, point))
}

fn retirements(scenario: &Scenario) -> Vec<Text> {
    let mut messages = Vec::new();
    for group in &scenario.staff {
        let mut by_term: BTreeMap<Term, usize> = BTreeMap::new();
        for retires in group.people.iter().filter_map(|person| person.retires) {
            *by_term.entry(retires).or_default() += 1;
        }
        for (retires, people) in by_term {
            let Some(id) = scenario.calendar.find(retires) else {
                continue;
            };
            if inside_stage(scenario, retires) {
                let point = scenario.calendar.start(scenario.calendar.stage_of(id));
                messages.push(words::retire_in_stage(&group.name, people, retires, point));
            }
        }
    }
    messages
}

/// Existing classes without internship whose window leaves less than its
/// length.
fn internships(scenario: &Scenario) -> Vec<Text> {
    let mut messages = Vec::new();
    for cohort in &scenario.cohorts {
        let programme = &scenario.programmes[cohort.programme];
        let (Some(internship), Origin::Existing { classes, interned, .. }) =
            (programme.internship, &cohort.origin)
        else {
            continue;
        };
        let now = cohort.term_of_study(scenario.calendar.first).unwrap_or(1);
        let left = (internship.window.1 + 1).saturating_sub(now);
        let to_go = classes.saturating_sub(*interned);
        if internship.fixed.is_none() && to_go > 0 && left < internship.length {
            let who = (&programme.name, cohort.entry);
            messages.push(words::internship_cut(who, to_go, left, internship.length));
        }
    }
    messages
}
