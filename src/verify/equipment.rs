//! Rule Equipment. stock[r, c, g] = owned + built + shipped in − shipped out −
//! disposed of, cumulative to g.
//!
//! - stock ≥ 0; for a movable resource stock = 0 where the campus is past its
//!   tenure or to be vacated at the start of g, or in some term of the last
//!   stage;
//! - only movable resources are shipped, and to another campus that is in use;
//! - modules in service never fall, are at most `most`, and come into service in
//!   a term t only if t − lead ≥ max(earliest, first term of the horizon), and t
//!   is the start of a stage or they could not have been there a term before.

use super::facts::Facts;
use super::ledger::{At, Ledger, Sides, Tally};
use crate::domain::{Rule, Term};
use crate::ids::{CampusId, ResourceId, StageId, TermId};
use crate::words::violations as words;

pub(super) fn check(facts: &Facts, ledger: &mut Ledger) {
    let mut tally = ledger.rule(Rule::Equipment);
    for resource in facts.scenario.resources.keys() {
        stock(facts, resource, &mut tally);
    }
    shipments(facts, &mut tally);
    modules(facts, &mut tally);
}

fn stock(facts: &Facts, resource: ResourceId, tally: &mut Tally) {
    let noun = &facts.scenario.resources[resource];
    let stock = facts.stock(resource);
    for campus in facts.campuses() {
        for stage in facts.scenario.calendar.stage_ids() {
            let start = facts.scenario.calendar.start(stage);
            let at = At::new(&[facts.campus(campus), &noun.name], Some(start));
            let first = TermId(facts.scenario.calendar.stages[stage].start);
            let units = stock[campus][first];
            let least = Sides::measured(words::at_least(), words::stock(), noun.unit.clone());
            tally.at_most(&at, &least, 0.0, units);
            if noun.shipping.is_some() && ended(facts, campus, stage) {
                let most = Sides::measured(words::stock(), words::at_most(), noun.unit.clone());
                tally.at_most(&at, &most, units, 0.0);
            }
        }
    }
}

/// Whether nothing may stand at a campus from a stage on.
pub(super) fn ended(facts: &Facts, campus: CampusId, stage: StageId) -> bool {
    let calendar = &facts.scenario.calendar;
    let until = facts.scenario.campuses[campus].until;
    let mut over = calendar.terms_of(stage).map(|term| {
        let term = calendar.term(term);
        until.is_some_and(|until| until < term) || facts.scenario.vacated(campus, term)
    });
    if stage.0 + 1 == calendar.stages.len() {
        over.any(|over| over)
    } else {
        over.next().unwrap_or(false)
    }
}

fn shipments(facts: &Facts, tally: &mut Tally) {
    for shipped in &facts.shipments {
        let resource = &facts.scenario.resources[shipped.resource];
        let (origin, destination) =
            (facts.campus(shipped.origin), facts.campus(shipped.destination));
        let start = facts.scenario.calendar.start(shipped.stage);
        let at = At::new(&[&resource.name, origin, destination], Some(start));
        tally.holds(&at, resource.shipping.is_some(), words::not_movable);
        let elsewhere = shipped.origin != shipped.destination;
        tally.holds(&at, elsewhere, words::same_campus);
        let open = facts.open[shipped.destination][shipped.stage];
        tally.holds(&at, open, words::closed);
    }
}

fn modules(facts: &Facts, tally: &mut Tally) {
    let calendar = &facts.scenario.calendar;
    for (id, option) in facts.scenario.options.iter_enumerated() {
        let mut before = 0.0;
        for id_term in calendar.term_ids() {
            let term = calendar.term(id_term);
            let at = At::new(&[&option.name], Some(term));
            let modules = facts.built[id][id_term];
            let rising = Sides::counted(words::before(), words::in_service(), words::modules());
            tally.at_most(&at, &rising, before, modules);
            let most = Sides::counted(words::in_service(), words::at_most(), words::modules());
            tally.at_most(&at, &most, modules, f64::from(option.most));
            if modules > before {
                let possible = |begun: Term| begun >= option.earliest && begun >= calendar.first;
                let begun = option.begun(term);
                let begins = calendar.stage_starting(term).is_some();
                let due = possible(begun) && (begins || !possible(begun.plus(-1)));
                tally.holds(&at, due, words::too_early);
            }
            before = modules;
        }
    }
}
