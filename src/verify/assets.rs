//! Rule Assets 资产. Only with a register. For every line a of the register,
//! or bought, and every stage g from the one in which it is there:
//!
//! - Σ_c number[a,c,g] = number − disposed so far, and the values likewise, to
//!   the fen; number and value are the register's, or units · modules and
//!   cost · modules of what is bought; a part's value is in proportion;
//! - the owner of record is the register's, or the option's;
//! - immovable things are nowhere but where they were;
//! - for a movable resource, Σ_a number[a,c,g] = stock[r,c,g] of rule
//!   Equipment (≤ outside the register), and no more arrive at c than are
//!   shipped there;
//! - other movable things leave c only when c must be left, and then all of
//!   them, unless no campus is open; they arrive at an open campus: one that
//!   most of the students of c who moved went to, or else the nearest;
//! - disposed of is what is declared, no more and no less, from the line it
//!   names as far as that stood there;
//! - the plan tells every move of things that have not been valued before.
//!
//! That a thing moves unvalued is a finding for the reader, no violation.

mod lines;
mod places;
mod units;

use super::facts::Facts;
use super::holdings::{Entry, Held, Stock};
use super::ledger::{At, Ledger};
use crate::domain::{Rule, Term, Text};
use crate::ids::{CampusId, OptionId, ResourceId, StageId};
use crate::words::{assets as words, violations};
use units::{added, whole};

pub(super) fn check(facts: &Facts, ledger: &mut Ledger) {
    if facts.scenario.assets.is_empty() {
        if !facts.plan.assets.is_empty() {
            let mut tally = ledger.rule(Rule::Assets);
            tally.holds(&At::path("assets"), false, words::no_register);
        }
        return;
    }
    let mut tally = ledger.rule(Rule::Assets);
    for held in &facts.assets {
        lines::check(facts, held, &mut tally);
        if let (Entry::Bought(option, _), Some(bought)) = (held.entry, &held.line.bought) {
            let at = At::new(&[held.name(facts)], Some(bought.at.0));
            let due = comes_in(facts, option, bought.at.0);
            tally.holds(&at, due, violations::label_differs);
        }
    }
    places::check(facts, &mut tally);
}

impl Held<'_> {
    /// The stage from which on it is there.
    fn since(&self) -> StageId {
        match self.entry {
            Entry::Registered(_) => StageId(0),
            Entry::Bought(_, stage) => stage,
        }
    }

    fn name<'f>(&self, facts: &Facts<'f>) -> &'f Text {
        match self.entry {
            Entry::Registered(asset) => &facts.scenario.assets[asset].name,
            Entry::Bought(option, _) => &facts.scenario.options[option].name,
        }
    }

    /// Its measure word.
    fn unit(&self, facts: &Facts) -> Text {
        let unit = match self.entry {
            Entry::Registered(asset) => &facts.scenario.assets[asset].unit,
            Entry::Bought(option, _) => {
                let resource = facts.scenario.options[option].resource;
                &facts.scenario.resources[resource].unit
            }
        };
        unit.clone()
    }

    fn resource(&self, facts: &Facts) -> Option<ResourceId> {
        match self.entry {
            Entry::Registered(asset) => facts.scenario.assets[asset].resource,
            Entry::Bought(option, _) => Some(facts.scenario.options[option].resource),
        }
    }

    fn movable(&self, facts: &Facts) -> bool {
        match (self.entry, self.resource(facts)) {
            (_, Some(resource)) => facts.scenario.resources[resource].shipping.is_some(),
            (Entry::Registered(asset), None) => facts.scenario.assets[asset].movable,
            (Entry::Bought(..), None) => false,
        }
    }

    /// Where it is before the plan begins, or where it is bought.
    fn origin(&self, facts: &Facts) -> CampusId {
        match self.entry {
            Entry::Registered(asset) => facts.scenario.assets[asset].campus,
            Entry::Bought(option, _) => facts.scenario.options[option].campus,
        }
    }

    /// What it should have by the scenario and what is built.
    fn due(&self, facts: &Facts) -> Stock {
        match self.entry {
            Entry::Registered(asset) => {
                let asset = &facts.scenario.assets[asset];
                Stock { number: asset.number.into(), fen: asset.value.fen() }
            }
            Entry::Bought(option, stage) => {
                let modules = added(facts, option, stage);
                let option = &facts.scenario.options[option];
                Stock {
                    number: whole(option.units * modules),
                    fen: option.cost.fen() * i64::try_from(whole(modules)).unwrap_or(0),
                }
            }
        }
    }

    /// Things at a campus just before a stage; what is bought is just there.
    fn before(&self, facts: &Facts, campus: CampusId, stage: StageId) -> u64 {
        if stage > self.since() {
            return self.stands[campus][StageId(stage.0 - 1)].number;
        }
        if campus == self.origin(facts) { self.due(facts).number } else { 0 }
    }

    /// Things that arrive at a campus with a stage.
    fn arriving(&self, facts: &Facts, campus: CampusId, stage: StageId) -> u64 {
        let now = self.stands[campus][stage].number + self.disposed[campus][stage].number;
        now.saturating_sub(self.before(facts, campus, stage))
    }

    /// Whether it has been valued before a term; what is bought is at its cost.
    fn valued(&self, facts: &Facts, term: Term) -> bool {
        match self.entry {
            Entry::Registered(asset) => facts.scenario.assets[asset].valued_before(term),
            Entry::Bought(..) => true,
        }
    }
}

/// Whether a term is the one of its stage in which modules come into service.
fn comes_in(facts: &Facts, option: OptionId, term: Term) -> bool {
    let id = facts.scenario.calendar.find(term);
    id.is_some_and(|term| facts.modules(option, term).1 > 0.0)
}
