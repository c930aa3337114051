//! What must hold of the lines of a resource together, and of the register as
//! a whole.

use super::lines::falls_due;
use super::{added, whole};
use crate::ids::{CampusId, ResourceId, StageId, TermId};
use crate::verify::facts::Facts;
use crate::verify::holdings::{Entry, Held};
use crate::verify::ledger::{At, Sides, Tally};
use crate::verify::sums::ByTerm;
use crate::words::{assets as words, violations};
use std::collections::BTreeMap;

pub(super) fn check(facts: &Facts, tally: &mut Tally) {
    purchases(facts, tally);
    for resource in facts.scenario.resources.keys() {
        let lines = facts.assets.iter();
        let lines = lines.filter(|held| held.resource(facts) == Some(resource));
        let units = Units { facts, resource, lines: lines.collect(), stock: facts.stock(resource) };
        units.check(tally);
    }
    named(facts, tally);
}

/// Every purchase is entered.
fn purchases(facts: &Facts, tally: &mut Tally) {
    for (id, option) in facts.scenario.options.iter_enumerated() {
        for stage in facts.scenario.calendar.stage_ids() {
            if added(facts, id, stage) > 0.0 {
                let entry = Entry::Bought(id, stage);
                let entered = facts.assets.iter().any(|held| held.entry == entry);
                let start = facts.scenario.calendar.start(stage);
                let at = At::new(&[&option.name], Some(start));
                tally.holds(&at, entered, words::purchase_missing);
            }
        }
    }
}

/// The lines of a resource.
struct Units<'f, 'a> {
    facts: &'f Facts<'a>,
    resource: ResourceId,
    lines: Vec<&'f Held<'a>>,
    stock: ByTerm,
}

impl Units<'_, '_> {
    fn check(&self, tally: &mut Tally) {
        for campus in self.facts.campuses() {
            for stage in self.facts.scenario.calendar.stage_ids() {
                self.standing(campus, stage, tally);
                self.arriving(campus, stage, tally);
                self.disposed(campus, stage, tally);
            }
        }
    }

    fn at(&self, campus: CampusId, stage: StageId) -> At {
        let noun = &self.facts.scenario.resources[self.resource];
        let start = self.facts.scenario.calendar.start(stage);
        At::new(&[self.facts.campus(campus), &noun.name], Some(start))
    }

    fn sides(&self, left: crate::domain::Text, right: crate::domain::Text) -> Sides {
        let unit = self.facts.scenario.resources[self.resource].unit.clone();
        Sides::counted(left, right, unit)
    }

    fn movable(&self) -> bool {
        self.facts.scenario.resources[self.resource].shipping.is_some()
    }

    /// Units at a campus today that are not in the register.
    fn outside(&self, campus: CampusId) -> f64 {
        let assets = self.facts.scenario.assets.iter();
        let here = assets.filter(|one| one.resource == Some(self.resource) && one.campus == campus);
        let registered: f64 = here.map(|one| f64::from(one.number)).sum();
        self.facts.scenario.campuses[campus].owns[self.resource] - registered
    }

    /// Whether all units of a movable resource are in the register.
    fn registered(&self) -> bool {
        self.facts.campuses().all(|campus| self.outside(campus) == 0.0)
    }

    fn standing(&self, campus: CampusId, stage: StageId, tally: &mut Tally) {
        let there = self.lines.iter();
        let there: u64 = there.map(|held| held.stands[campus][stage].number).sum();
        // What comes into service within the stage is entered with it.
        let last = TermId(self.facts.scenario.calendar.stages[stage].end - 1);
        let stock = self.stock[campus][last];
        let sides = self.sides(words::in_the_register(), violations::stock());
        let at = self.at(campus, stage);
        if !self.movable() {
            let built = stock - self.outside(campus);
            tally.equal(&at, &sides, number(there), built);
        } else if self.registered() {
            tally.equal(&at, &sides, number(there), stock);
        } else {
            tally.at_most(&at, &sides, number(there), stock);
        }
    }

    fn arriving(&self, campus: CampusId, stage: StageId, tally: &mut Tally) {
        if !self.movable() {
            return;
        }
        let since = self.lines.iter().filter(|held| held.since() <= stage);
        let arriving: u64 = since.map(|held| held.arriving(self.facts, campus, stage)).sum();
        let shipped = self.facts.shipments.iter();
        let shipped = shipped.filter(|one| {
            one.resource == self.resource && one.destination == campus && one.stage == stage
        });
        let shipped: f64 = shipped.map(|one| one.units).sum();
        let sides = self.sides(words::arriving(), words::shipped());
        tally.at_most(&self.at(campus, stage), &sides, number(arriving), shipped);
    }

    fn disposed(&self, campus: CampusId, stage: StageId, tally: &mut Tally) {
        let gone = self.lines.iter();
        let gone: u64 = gone.map(|held| held.disposed[campus][stage].number).sum();
        let declared = self.facts.scenario.disposals.iter();
        let declared = declared.filter(|one| {
            one.resource == self.resource
                && one.campus == campus
                && falls_due(self.facts, one.at, stage)
        });
        let declared: f64 = declared.map(|one| one.units).sum();
        let sides = self.sides(words::disposed_of(), words::declared());
        let at = self.at(campus, stage);
        if self.registered() || !self.movable() {
            tally.equal(&at, &sides, number(gone), declared);
        } else {
            tally.at_most(&at, &sides, number(gone), declared);
        }
    }
}

/// A disposal that names a line takes from it what stands there of it.
fn named(facts: &Facts, tally: &mut Tally) {
    for stage in facts.scenario.calendar.stage_ids() {
        let mut declared: BTreeMap<_, f64> = BTreeMap::new();
        for one in &facts.scenario.disposals {
            if let Some(asset) = one.asset.filter(|_| falls_due(facts, one.at, stage)) {
                *declared.entry((asset, one.campus)).or_default() += one.units;
            }
        }
        for ((asset, campus), units) in declared {
            let entry = Entry::Registered(asset);
            let Some(held) = facts.assets.iter().find(|held| held.entry == entry) else {
                continue;
            };
            let least = whole(units).min(held.before(facts, campus, stage));
            let gone = held.disposed[campus][stage].number;
            let start = facts.scenario.calendar.start(stage);
            let at = At::new(&[held.name(facts), facts.campus(campus)], Some(start));
            let sides = Sides::counted(words::named(), words::disposed_of(), held.unit(facts));
            tally.at_most(&at, &sides, number(least), number(gone));
        }
    }
}

#[allow(clippy::cast_precision_loss)]
fn number(things: u64) -> f64 {
    things as f64
}
