//! Names for the decisions about places, the same in every model: where
//! classes sit, what is open, built and moved.
//!
//! By them a plan of one case is found again in the model of another.

use super::decisions::{Decisions, Lane};
use super::linear::Variable;
use super::path::Merging;
use crate::domain::Scenario;
use crate::ids::{CampusId, CohortId, StageId};
use std::collections::BTreeMap;

/// What was decided about places, by name.
pub type Places = BTreeMap<String, f64>;

/// The columns that say where classes sit, what is open, built and moved, with
/// their names; in the same order whatever else the model has.
pub fn placed(scenario: &Scenario, decisions: &Decisions) -> Vec<(String, Variable)> {
    let campus = |id: CampusId| scenario.campuses[id].id.as_str();
    let term = |id: StageId| scenario.calendar.start(id);
    let mut all = Vec::new();
    for (cohort, lanes) in decisions.lanes.iter_enumerated() {
        let cohort = cohort_name(scenario, cohort);
        for lane in lanes {
            all.push((lane_name(scenario, &cohort, lane), lane.classes));
        }
    }
    for ((at, stage), open) in &decisions.open {
        for (variable, _) in &open.terms {
            let name = format!("open {} {}", campus(*at), term(*stage));
            all.push((name, *variable));
        }
    }
    for ((option, stage), variable) in &decisions.built {
        let option = &scenario.options[*option];
        let service = option.service(&scenario.calendar, *stage);
        let service = service.unwrap_or_else(|| term(*stage));
        all.push((format!("built {} {service}", option.id), *variable));
    }
    for ((resource, at, stage), variable) in &decisions.stock {
        let resource = &scenario.resources[*resource].id;
        let name = format!("stock {resource} {} {}", campus(*at), term(*stage));
        all.push((name, *variable));
    }
    all
}

/// What a solution decides about places.
pub fn places(scenario: &Scenario, decisions: &Decisions, values: &[f64]) -> Places {
    let placed = placed(scenario, decisions).into_iter();
    placed.map(|(name, variable)| (name, values[variable.0])).collect()
}

fn cohort_name(scenario: &Scenario, id: CohortId) -> String {
    let cohort = &scenario.cohorts[id];
    let programme = &scenario.programmes[cohort.programme].id;
    let today = match cohort.origin {
        crate::domain::Origin::Existing { campus, .. } => scenario.campuses[campus].id.as_str(),
        crate::domain::Origin::Future { .. } => "",
    };
    format!("{programme} {} {today}", cohort.entry)
}

fn lane_name(scenario: &Scenario, cohort: &str, lane: &Lane) -> String {
    let seats = lane.path.seats.iter();
    let seats: Vec<&str> = seats.map(|at| scenario.campuses[*at].id.as_str()).collect();
    let away = lane.path.away.map(|block| (block.first, block.last));
    let first = scenario.calendar.start(lane.path.first);
    let interned = lane.interned;
    let merging = match lane.path.merging {
        None => String::new(),
        Some(Merging::Dissolved(stage)) => {
            format!(" dissolved {}", scenario.calendar.start(stage))
        }
        Some(Merging::Joined(stage)) => format!(" joined {}", scenario.calendar.start(stage)),
    };
    format!("classes {cohort} {first} {} {away:?} {interned}{merging}", seats.join(">"))
}
