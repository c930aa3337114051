//! The places that a finished plan decides on, by name, for other plans to
//! begin near it.

use crate::domain::{Origin, Scenario, Term};
use crate::ids::{CohortId, StageId};
use crate::model::decisions::{Decisions, Lane};
use crate::model::keys::{Places, placed};
use crate::model::path::Merging;
use crate::model::{Form, build};
use crate::plan::{ClassPath, Plan, Seat};
use std::collections::BTreeMap;

/// Where a plan has its classes, what it opens and builds. Units of movable
/// resources are left for the model to find.
pub fn places_of(scenario: &Scenario, plan: &Plan) -> Places {
    let model = build(scenario, Form::CORE);
    let names: BTreeMap<usize, String> = placed(scenario, &model.decisions)
        .into_iter()
        .map(|(name, variable)| (variable.0, name))
        .collect();
    let mut places = Places::new();
    for (cohort, lanes) in model.decisions.lanes.iter_enumerated() {
        let counts = counts(scenario, cohort, lanes, plan);
        for (lane, count) in lanes.iter().zip(counts) {
            if let Some(name) = names.get(&lane.classes.0) {
                places.insert(name.clone(), f64::from(count));
            }
        }
    }
    for (variable, value) in opened_and_built(scenario, &model.decisions, plan) {
        if let Some(name) = names.get(&variable) {
            places.insert(name.clone(), value);
        }
    }
    places
}

/// Columns of campuses in use and of modules in service, with their values: also
/// nothing, so that nothing is built where the plan has nothing.
fn opened_and_built(scenario: &Scenario, decisions: &Decisions, plan: &Plan) -> Vec<(usize, f64)> {
    let mut all = Vec::new();
    for ((campus, stage), open) in &decisions.open {
        let (id, start) = (&scenario.campuses[*campus].id, scenario.calendar.start(*stage));
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

/// How many classes of a cohort follow each of its lanes.
fn counts(scenario: &Scenario, id: CohortId, lanes: &[Lane], plan: &Plan) -> Vec<u32> {
    let mut counts = vec![0; lanes.len()];
    // Those that have had their internship are told from the others by how
    // many there are: both may have none within the horizon.
    let mut interned = match scenario.cohorts[id].origin {
        Origin::Existing { interned, .. } => interned,
        Origin::Future { .. } => 0,
    };
    for class in plan.classes.iter().filter(|class| is_of(scenario, id, class)) {
        let fits = |lane: &Lane| follows(scenario, id, lane, class, plan);
        let had_it = lanes.iter().position(|lane| lane.interned && fits(lane));
        let ahead = lanes.iter().position(|lane| !lane.interned && fits(lane));
        let lane = match (had_it.filter(|_| interned > 0), ahead) {
            (Some(lane), _) => {
                interned -= 1;
                Some(lane)
            }
            (None, lane) => lane,
        };
        if let Some(lane) = lane {
            counts[lane] += 1;
        }
    }
    counts
}

fn is_of(scenario: &Scenario, id: CohortId, class: &ClassPath) -> bool {
    let cohort = &scenario.cohorts[id];
    let today = match cohort.origin {
        Origin::Existing { campus, .. } => Some(&scenario.campuses[campus].id),
        Origin::Future { .. } => None,
    };
    class.programme == scenario.programmes[cohort.programme].id
        && class.entry.0 == cohort.entry
        && class.campus_today.as_ref() == today
}

/// Whether a class leads the life of a lane.
fn follows(scenario: &Scenario, id: CohortId, lane: &Lane, class: &ClassPath, plan: &Plan) -> bool {
    let calendar = &scenario.calendar;
    let entry = scenario.cohorts[id].entry;
    let seats = lane.path.seats.iter().enumerate().all(|(index, campus)| {
        let start = calendar.start(StageId(lane.path.first.0 + index)).max(entry);
        seat(&class.seats, start) == Some(&scenario.campuses[*campus].id)
    });
    let away = calendar.term_ids().all(|term| {
        let term = calendar.term(term);
        let study = scenario.term_of_study(id, term);
        let away = study.is_some_and(|study| lane.path.is_away(study));
        away == class.internship.iter().any(|one| one.0 == term)
    });
    let start = |stage: StageId| calendar.start(stage);
    let merging = match lane.path.merging {
        None => class.merged.is_none() && joined(plan, class).is_none(),
        Some(Merging::Dissolved(stage)) => {
            let end = class.merged.as_ref().map(|merged| merged.at.0);
            end == Some(start(stage))
        }
        Some(Merging::Joined(stage)) => joined(plan, class) == Some(start(stage)),
    };
    seats && away && merging
}

/// The term in which others join a class.
fn joined(plan: &Plan, class: &ClassPath) -> Option<Term> {
    let mut merged = plan.classes.iter().filter_map(|one| one.merged.as_ref());
    let into = merged.find(|merged| merged.into.iter().any(|one| one.class == class.name));
    into.map(|merged| merged.at.0)
}

fn seat(seats: &[Seat], term: Term) -> Option<&String> {
    let seat = seats.iter().rfind(|seat| seat.from.0 <= term);
    seat.map(|seat| &seat.campus)
}
