//! People by name, after the solve: the plan's posts say who is based where;
//! here everyone is given whole periods, weekdays at other campuses, a class,
//! a place on the duty rota, a year in another's place.
//!
//! What the model counts is kept: nobody is needed anywhere who is not based
//! there or visits from a base nearby, and no more is taught away from the
//! base than in the model's solution. The plan's `teaching` and `visiting` are
//! then the sums over the names, and `part_time` is what is left.

mod asking;
mod class_teachers;
mod crew;
mod duty;
mod exchange;
mod gathering;
mod needs;
mod periods;
mod sheet;
mod weekdays;

use crate::domain::Scenario;
use crate::plan::{Plan, register};
use crate::solve::backend::{Backend, SolverError};
use asking::Asking;
use crew::Crew;
use exchange::Exchanged;
use needs::Needs;
use std::time::Instant;

/// Names the people of a plan whose indicators are there. Does nothing where
/// the scenario names nobody. After `until` periods stay in fractions where whole
/// ones have to be looked for.
///
/// # Errors
///
/// When the solver itself fails.
pub fn name_people(
    backend: &dyn Backend,
    scenario: &Scenario,
    plan: &mut Plan,
    until: Option<Instant>,
) -> Result<(), SolverError> {
    if !scenario.names_people() {
        return Ok(());
    }
    let asking = Asking { backend, until };
    crew::tell_apart(plan);
    let crew = Crew::new(scenario, plan);
    let exchanged = match &scenario.rules.exchange {
        Some(rule) => Exchanged::choose(asking, scenario, rule, (&crew, plan))?,
        None => Exchanged::default(),
    };
    let needs = Needs::new(scenario, plan);
    let mut periods = Vec::new();
    let mut bought = Vec::new();
    for stage in scenario.calendar.stage_ids() {
        let ask =
            periods::Ask { scenario, crew: &crew, exchanged: &exchanged, needs: &needs, stage };
        let split = ask.split(asking)?;
        let gathered = gathering::gather(&ask, &split.periods, periods.last());
        periods.push(gathered);
        bought.push(split.bought);
    }
    plan.teaching = sheet::teaching(scenario, &crew, &periods);
    plan.visiting = sheet::visiting(scenario, &crew, &periods);
    plan.part_time = sheet::part_time(scenario, &bought);
    plan.assignments = sheet::assignments(scenario, (&crew, &exchanged), &periods);
    plan.exchanges = exchanged.named(scenario, &crew);
    let rooms = register(scenario, plan);
    if scenario.rules.class_teacher {
        let desk = class_teachers::Desk {
            scenario,
            crew: &crew,
            exchanged: &exchanged,
            periods: &periods,
            rooms: &rooms,
        };
        plan.class_teachers = desk.name(asking, plan)?;
    }
    if let Some(rule) = &scenario.rules.duty {
        plan.duty = duty::orders(scenario, rule, (&crew, &exchanged), (plan, &rooms));
    }
    Ok(())
}
