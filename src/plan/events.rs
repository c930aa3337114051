//! When and where the recurring events are held under a plan.

use super::{Plan, TermKey};
use crate::domain::{Event, Scenario};
use crate::ids::CampusId;
use chrono::NaiveDate;

/// One day of a recurring event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Occurrence {
    /// The day.
    pub day: NaiveDate,
    /// Where; nothing if the scenario names no campus, or none of those it
    /// names is open then.
    pub campus: Option<CampusId>,
}

/// The days of an event in order: within the terms, unless it is held in the
/// holidays too, and never on a public holiday. Its campuses take turns; one that is not open in the plan is
/// passed over.
pub fn occurrences(scenario: &Scenario, plan: &Plan, event: &Event) -> Vec<Occurrence> {
    let mut next = 0;
    let days = event.recurs.days(event.from, event.until).into_iter();
    let calendar = &scenario.calendar;
    let held = days.filter(|day| event.holidays || calendar.in_term(*day));
    let held = held.filter(|day| calendar.holiday(*day).is_none());
    held.map(|day| {
        let count = event.campuses.len();
        let mut turns = (next..next + count).map(|turn| turn % count);
        let turn = turns.find(|turn| open(scenario, plan, event.campuses[*turn], day));
        next = turn.map_or(next, |turn| turn + 1);
        Occurrence { day, campus: turn.map(|turn| event.campuses[turn]) }
    })
    .collect()
}

/// Whether a campus is open on a day: as today before the horizon, in the
/// holidays as in the term before, and after the horizon as in its last term.
fn open(scenario: &Scenario, plan: &Plan, campus: CampusId, day: NaiveDate) -> bool {
    let calendar = &scenario.calendar;
    let id = campus;
    let campus = &scenario.campuses[campus];
    let term = calendar.begun_by(day);
    if term < calendar.first {
        return campus.in_use;
    }
    if calendar.find(term).is_some_and(|term| !scenario.in_use_when_open(id, term)) {
        return false;
    }
    let stages = calendar.stage_ids().map(|stage| calendar.start(stage));
    let Some(start) = stages.filter(|start| *start <= term).last() else {
        return campus.in_use;
    };
    let mut uses = plan.campuses.iter();
    uses.any(|one| one.open && one.campus == campus.id && one.from == TermKey(start))
}
