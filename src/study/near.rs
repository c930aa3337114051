//! What a finished plan decides about places, in the words of the model, so
//! that others can begin near it.

use crate::domain::{Origin, Scenario, Term};
use crate::ids::CohortId;
use crate::model::decisions::{Decisions, Lane};
use crate::model::keys::{Places, placed};
use crate::model::merging::Merging;
use crate::model::{Form, build};
use crate::plan::{ClassPath, Plan};
use std::collections::BTreeMap;

/// The places of a plan: classes by path, campuses in use, building. What is
/// moved is left open.
#[must_use]
pub fn places_of(scenario: &Scenario, plan: &Plan) -> Places {
    let model = build(scenario, Form::CORE);
    let decisions = &model.decisions;
    let names: BTreeMap<usize, String> = placed(scenario, decisions)
        .into_iter()
        .map(|(name, variable)| (variable.0, name))
        .collect();
    let mut places = Places::new();
    for (variable, value) in known(scenario, decisions, plan) {
        if let Some(name) = names.get(&variable) {
            *places.entry(name.clone()).or_default() += value;
        }
    }
    places
}

/// Columns with what a plan adds to their values.
fn known(scenario: &Scenario, decisions: &Decisions, plan: &Plan) -> Vec<(usize, f64)> {
    let mut all = Vec::new();
    for (cohort, lanes) in decisions.lanes.iter_enumerated() {
        all.extend(lanes.iter().map(|lane| (lane.classes.0, 0.0)));
        let own = plan.classes.iter();
        let own = own.filter(|class| belongs(scenario, cohort, class));
        let lane = own.filter_map(|class| {
            let mut lanes = lanes.iter();
            lanes.find(|lane| follows(scenario, cohort, lane, class))
        });
        all.extend(lane.map(|lane| (lane.classes.0, 1.0)));
    }
    for ((campus, stage), open) in &decisions.open {
        let (id, start) = (
            &scenario.campuses[*campus].id,
            scenario.calendar.start(*stage),
        );
        let mut uses = plan.campuses.iter();
        let in_use = uses.any(|one| one.campus == *id && one.from.0 == start && one.open);
        let columns = open.terms.iter().map(|(variable, _)| variable.0);
        all.extend(columns.map(|column| (column, f64::from(u8::from(in_use)))));
    }
    for ((option, stage), variable) in &decisions.built {
        let option = &scenario.options[*option];
        let service = option.service(&scenario.calendar, *stage);
        let mut built = plan.built.iter();
        let there = built.find(|one| one.option == option.id && Some(one.from.0) == service);
        let modules = there.map_or(0.0, |one| f64::from(one.modules));
        all.push((variable.0, modules));
    }
    all
}

/// Whether a class is one of a cohort's.
fn belongs(scenario: &Scenario, cohort: CohortId, class: &ClassPath) -> bool {
    let data = &scenario.cohorts[cohort];
    let today = match data.origin {
        Origin::Existing { campus, .. } => Some(&scenario.campuses[campus].id),
        Origin::Future { .. } => None,
    };
    scenario.programmes[data.programme].id == class.programme
        && data.entry == class.entry.0
        && today == class.campus_today.as_ref()
}

/// Whether a class sits and is away as on a path.
fn follows(scenario: &Scenario, cohort: CohortId, lane: &Lane, class: &ClassPath) -> bool {
    let dissolved = match lane.path.merging {
        Some(Merging::Dissolved(stage)) => Some(scenario.calendar.start(stage)),
        _ => None,
    };
    let seated = scenario.calendar.stage_ids().all(|stage| {
        let Some(campus) = lane.path.campus(stage) else {
            return true;
        };
        let at = seat(class, scenario.calendar.start(stage).max(class.entry.0));
        at == Some(scenario.campuses[campus].id.as_str())
    });
    let mut terms = scenario
        .calendar
        .term_ids()
        .map(|id| scenario.calendar.term(id));
    let away = terms.all(|term| {
        let study = scenario.term_of_study(cohort, term);
        let away = class.internship.iter().any(|one| one.0 == term);
        study.is_none_or(|study| lane.path.is_away(study) == away)
    });
    seated && away && dissolved == class.merged.as_ref().map(|merged| merged.at.0)
}

/// Where a class sits in a term.
fn seat(class: &ClassPath, term: Term) -> Option<&str> {
    let mut seats = class.seats.iter().rev();
    let seat = seats.find(|seat| seat.from.0 <= term);
    seat.map(|seat| seat.campus.as_str())
}
