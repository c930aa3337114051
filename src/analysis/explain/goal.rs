//! A target that is to be reached.

use super::{Asked, Goal};
use crate::domain::{Concession, Negotiable, Scenario, Term};
use crate::scenario::Change;
use crate::scenario::path::Path;

/// The changes by which a target applies in the term that is asked about.
pub fn brought_forward(asked: Asked<'_>) -> Vec<Change> {
    let Some(Goal { target, at: Some(at) }) = asked.goal else {
        return Vec::new();
    };
    let target = &asked.scenario.targets[target];
    let path = Path::field("targets").key(&target.id);
    let change = |field: &str, term: Term| Change::Set(format!("{}=\"{term}\"", path.key(field)));
    let from = (at < target.from).then(|| change("from", at));
    let until = target.until.filter(|until| *until < at);
    from.into_iter().chain(until.map(|_| change("until", at))).collect()
}

/// The case as it is, in which the target asked about must be met.
pub fn unchanged(asked: Asked<'_>) -> Option<Scenario> {
    let changes = brought_forward(asked);
    let scenario =
        if changes.is_empty() { asked.scenario.clone() } else { (asked.reload)(&changes).ok()? };
    Some(held(asked, scenario))
}

/// The case in which the target asked about must be met.
pub fn held(asked: Asked<'_>, mut scenario: Scenario) -> Scenario {
    let Some(goal) = asked.goal else {
        return scenario;
    };
    let target = &scenario.targets[goal.target];
    let terms: Vec<_> = scenario
        .calendar
        .term_ids()
        .filter(|id| {
            let term = scenario.calendar.term(*id);
            target.applies(term) && goal.at.is_none_or(|at| at == term)
        })
        .collect();
    scenario.held_targets.extend(terms.into_iter().map(|term| (goal.target, term)));
    scenario
}

/// Whether a concession only takes the question away: later targets do nothing
/// for rules that cannot hold, nor for what is asked of one term.
pub fn defeats(asked: Asked<'_>, concession: &Concession) -> bool {
    match concession.what {
        Negotiable::Target(id) => {
            !asked.goal.is_some_and(|goal| goal.target == id && goal.at.is_none())
        }
        _ => false,
    }
}
