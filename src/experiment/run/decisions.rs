//! What a plan decides in its first stage, and how it meets the targets, as
//! rows have it.

use super::row::TargetStanding;
use crate::domain::{Scenario, Term};
use crate::ids::StageId;
use crate::plan::{Plan, TargetResult};
use std::collections::BTreeMap;

/// What has to be decided before the second stage begins, by name; zeros are
/// left out:
///
/// - `open CAMPUS`, whether it is open in the first stage;
/// - `classes PROGRAMME ENTRY CAMPUS`, the classes of a cohort at a campus in
///   the first stage;
/// - `hired SUBJECT`, recruits who start with it;
/// - `admit PROGRAMME ENTRY`, classes admitted up to the first term of the
///   second stage: admissions are announced the term before;
/// - `built OPTION`, the most modules on which work begins by the end of the
///   first stage.
pub fn decisions(scenario: &Scenario, plan: &Plan) -> BTreeMap<String, u32> {
    let first = scenario.calendar.first;
    let second = scenario.calendar.stages.get(StageId(1));
    let next = second.map_or_else(
        || first.plus(i64::try_from(scenario.calendar.terms).unwrap_or(i64::MAX)),
        |_| scenario.calendar.start(StageId(1)),
    );
    let mut all = BTreeMap::new();
    for one in &plan.campuses {
        if one.from.0 == first && one.open {
            all.insert(format!("open {}", one.campus), 1);
        }
    }
    for one in &plan.classes {
        if let Some(seat) = one.seats.iter().rfind(|seat| seat.from.0 < next) {
            let name = format!("classes {} {} {}", one.programme, one.entry, seat.campus);
            *all.entry(name).or_default() += 1;
        }
    }
    for one in plan.hires.iter().filter(|one| one.at.0 == first) {
        *all.entry(format!("hired {}", one.subject)).or_default() += one.people;
    }
    for one in plan.admissions.iter().filter(|one| one.entry.0 <= next) {
        *all.entry(format!("admit {} {}", one.programme, one.entry)).or_default() += one.classes;
    }
    for (option, modules) in begun(scenario, plan, next) {
        all.insert(format!("built {option}"), modules);
    }
    all.retain(|_, count| *count > 0);
    all
}

/// The most modules of each option on which work has begun before a term.
fn begun(scenario: &Scenario, plan: &Plan, before: Term) -> BTreeMap<String, u32> {
    let mut all: BTreeMap<String, u32> = BTreeMap::new();
    for one in &plan.built {
        let mut options = scenario.options.iter();
        let option = options.find(|option| option.id == one.option);
        if option.is_some_and(|option| option.begun(one.from.0) < before) {
            let most = all.entry(one.option.clone()).or_default();
            *most = one.modules.max(*most);
        }
    }
    all
}

/// How each target is met over the terms in which it applies.
pub fn standings(plan: &Plan) -> BTreeMap<String, TargetStanding> {
    let mut by_target: BTreeMap<String, Vec<&TargetResult>> = BTreeMap::new();
    for one in &plan.targets {
        by_target.entry(one.target.clone()).or_default().push(one);
    }
    let standing = |results: &[&TargetResult]| {
        let met = |one: &&&TargetResult| !one.is_missed();
        let at_the_end = results.iter().rev().take_while(met).count();
        let from = results.get(results.len() - at_the_end);
        TargetStanding {
            met: at_the_end == results.len(),
            from: from.map(|one| one.term),
            worst_missed: results.iter().map(|one| one.missed).fold(0.0, f64::max),
        }
    };
    let all = by_target.into_iter();
    all.map(|(key, results)| (key, standing(&results))).collect()
}
