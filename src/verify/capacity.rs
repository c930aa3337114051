//! Rule Capacity, for each resource, campus and term:
//!
//! `max(0, U − shared out) + shared in ≤ serves · stock · open`, open only in the
//! terms of its stage in which the campus may be used, where U is the use by the campus's own classes in school and trainees. Beyond it at a price per unit of
//! the resource. Shared are only resources with a visit, over a road.

use super::decisions::Shared;
use super::facts::Facts;
use super::ledger::{At, Ledger, Limit, Sides, Tally};
use crate::domain::{Resource, Rule};
use crate::words::violations as words;

pub(super) fn check(facts: &Facts, ledger: &mut Ledger) {
    let mut tally = ledger.rule(Rule::Capacity);
    for (id, resource) in facts.scenario.resources.iter_enumerated() {
        let (used, stock) = (facts.used(id), facts.stock(id));
        for campus in facts.campuses() {
            for (term, _) in facts.terms() {
                let noun = &facts.scenario.campuses[campus];
                let term_noun = facts.scenario.calendar.term(term);
                let units = if facts.in_use(campus, term) { stock[campus][term] } else { 0.0 };
                let limit = Limit {
                    enforce: facts.scenario.rules.capacity,
                    keys: vec![resource.id.clone(), noun.id.clone()],
                    year: term_noun.fiscal_year(),
                };
                let at = At::new(&[&noun.name, &resource.name], Some(term_noun));
                let need = used[campus][term] / resource.serves();
                tally.limit(&at, &sides(resource), limit, (need, units));
            }
        }
    }
    for shared in &facts.sharing {
        sharing(facts, shared, &mut tally);
    }
}

fn sides(resource: &Resource) -> Sides {
    Sides::measured(words::need(), words::have(), resource.unit.clone())
}

fn sharing(facts: &Facts, shared: &Shared, tally: &mut Tally) {
    let resource = &facts.scenario.resources[shared.resource];
    let (user, host) = (facts.campus(shared.user), facts.campus(shared.host));
    let start = facts.scenario.calendar.start(shared.stage);
    let at = At::new(&[&resource.name, user, host], Some(start));
    let shareable = resource.shared_visit.is_some();
    tally.holds(&at, shareable, words::not_shareable);
    tally.holds(&at, shared.user != shared.host, words::same_campus);
    let road = facts.scenario.road(shared.user, shared.host);
    tally.holds(&at, road.is_some(), words::no_road);
}
