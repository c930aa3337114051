//! What is open to negotiation.

use super::checks::{Bounds, Checks, Noun};
use super::names::Names;
use super::resource::units;
use crate::domain::{Calendar, Campus, Concession, Negotiable, Rule, Rules};
use crate::ids::CampusId;
use crate::scenario::measure::Measure;
use crate::scenario::named::Named;
use crate::scenario::path::Path;
use crate::scenario::quantity::Quantity;
use crate::scenario::raw::{
    RawMoreMoney, RawMoreSeats, RawMoreTeachers, RawMoreUnits, RawNegotiable, RawScenario, RawTerms,
};
use crate::units::Money;
use crate::words::negotiable as words;
use typed_index_collections::TiVec;

/// Most steps of a concession.
const MOST: u32 = 1000;

/// What concessions refer to.
#[derive(Clone, Copy)]
pub(super) struct Surroundings<'a> {
    pub names: &'a Names<'a>,
    pub calendar: Option<&'a Calendar>,
    pub scenario: &'a RawScenario,
    pub campuses: &'a TiVec<CampusId, Campus>,
    pub rules: &'a Rules,
}

/// The concessions, if the scenario has the section.
pub(super) fn given(
    raw: &RawScenario,
    around: Surroundings<'_>,
    checks: &mut Checks<'_>,
) -> Option<Vec<Concession>> {
    let section = raw.negotiable.as_ref()?;
    Some(resolve(section, around, checks))
}

/// The concessions in the order of the format.
fn resolve(
    raw: &RawNegotiable,
    around: Surroundings<'_>,
    checks: &mut Checks<'_>,
) -> Vec<Concession> {
    let mut reading =
        Reading { around, here: Path::field("negotiable"), checks, found: Vec::new() };
    reading.capacity(&raw.capacity);
    reading.seats(&raw.seats);
    reading.teachers(&raw.teachers);
    reading.campuses("tenure", &raw.tenure, Negotiable::Tenure);
    reading.campuses("vacate", &raw.vacate, Negotiable::Vacate);
    reading.points(&raw.points);
    let caps = [
        ("moves", &raw.moves, Negotiable::Moves),
        ("class_moves", &raw.class_moves, Negotiable::ClassMoves),
        ("last_year", &raw.last_year, Negotiable::LastYear),
        ("rebased", &raw.rebased, Negotiable::Rebased),
        ("hires", &raw.hires, Negotiable::Hires),
    ];
    for (field, terms, what) in caps {
        reading.cap(field, terms.as_ref(), what);
    }
    reading.hires_of(&raw.hires_of);
    let capital = |year, amount| Negotiable::Capital { year, amount };
    reading.money("capital", &raw.capital, capital);
    let running = |year, amount| Negotiable::Running { year, amount };
    reading.money("running", &raw.running, running);
    reading.least(&raw.least);
    reading.targets(&raw.targets);
    reading.without(&raw.without);
    reading.found
}

/// The reading of the section.
struct Reading<'r, 'a, 'c> {
    around: Surroundings<'a>,
    here: Path,
    checks: &'r mut Checks<'c>,
    found: Vec<Concession>,
}

impl Reading<'_, '_, '_> {
    fn add(
        &mut self,
        at: &Path,
        what: Option<Negotiable>,
        (price, most): (Option<&Quantity>, Option<u32>),
    ) {
        let checks = &mut *self.checks;
        let price = checks.needed(at, "price", price, Measure::Money, Bounds::Amount);
        let most = checks.optional_count(at, "most", most, 1, MOST);
        let Some(what) = what else { return };
        if self.found.iter().any(|one| alike(one.what, what)) {
            self.checks.error(at, words::twice(), Vec::new());
            return;
        }
        if !self.bites(what) {
            self.checks.warn(at, words::nothing_to_relax(), Vec::new());
        }
        self.found.push(Concession { what, price: Money(price), most: most.unwrap_or(1) });
    }

    /// Whether the scenario has the limit that a step would move.
    fn bites(&self, what: Negotiable) -> bool {
        let rules = self.around.rules;
        let campus = |id: CampusId| self.around.campuses.get(id);
        match what {
            Negotiable::Tenure(id) => campus(id).is_some_and(|one| one.until.is_some()),
            Negotiable::Vacate(id) => rules.relocation.vacate.contains_key(&id),
            Negotiable::Seats { campus, .. } => {
                let stated = self.around.scenario.rules.as_ref();
                let buses = stated.and_then(|rules| rules.catchment.as_ref());
                let campus = self.around.names.campuses.get(campus.0);
                let buses = buses.zip(campus).and_then(|(rule, key)| rule.buses.get(key));
                buses.is_some_and(|buses| buses.seats.is_some())
            }
            Negotiable::Moves => rules.relocation.most_per_stage.is_some(),
            Negotiable::LastYear => !rules.relocation.last_year,
            Negotiable::Rebased => rules.employment.rebased_per_stage.is_some(),
            Negotiable::Hires => rules.employment.hires_per_year.is_some(),
            Negotiable::Capital { .. } => rules.budget.capital.is_some(),
            Negotiable::Running { year, .. } => rules.budget.running.contains_key(&year),
            Negotiable::HiresOf(id) => {
                let subjects = &self.around.scenario.subjects.0;
                subjects.get(id.0).is_some_and(|one| one.1.hiring.is_some())
            }
            _ => true,
        }
    }

    fn capacity(&mut self, raw: &[RawMoreUnits]) {
        let names = self.around.names;
        for (index, raw) in raw.iter().enumerate() {
            let at = self.here.key("capacity").index(index);
            let (resource, campus) = (raw.resource.as_ref(), raw.campus.as_ref());
            let checks = &mut *self.checks;
            let resource =
                checks.refer(&at, "resource", resource, Noun::Resource, &names.resources);
            let campus = checks.refer(&at, "campus", campus, Noun::Campus, &names.campuses);
            let more = checks.need(&at, "units", raw.units.as_ref());
            let of = resource
                .map(|id: crate::ids::ResourceId| &self.around.scenario.resources.0[id.0].1);
            let more = more.map(|more| units(&at.key("units"), more, of, Bounds::Positive, checks));
            let what = resource.zip(campus).zip(more);
            let what = what.map(|((resource, campus), units)| Negotiable::Units {
                resource,
                campus,
                units,
            });
            self.add(&at, what, (raw.price.as_ref(), raw.most));
        }
    }

    fn seats(&mut self, raw: &Named<RawMoreSeats>) {
        for (key, raw) in raw.iter() {
            let at = self.here.key("seats").key(key);
            let names = &self.around.names.campuses;
            let checks = &mut *self.checks;
            let campus = checks.find(&at, key, Noun::Campus, names);
            let seats = raw.seats.as_ref();
            let seats = checks.needed(&at, "seats", seats, Measure::Students, Bounds::Positive);
            let what = campus.map(|campus| Negotiable::Seats { campus, seats });
            self.add(&at, what, (raw.price.as_ref(), raw.most));
        }
    }

    fn teachers(&mut self, raw: &[RawMoreTeachers]) {
        let names = self.around.names;
        for (index, raw) in raw.iter().enumerate() {
            let at = self.here.key("teachers").index(index);
            let (subject, campus) = (raw.subject.as_ref(), raw.campus.as_ref());
            let checks = &mut *self.checks;
            let subject = checks.refer(&at, "subject", subject, Noun::Subject, &names.subjects);
            let campus = checks.refer(&at, "campus", campus, Noun::Campus, &names.campuses);
            let what = subject.zip(campus);
            let what = what.map(|(subject, campus)| Negotiable::Teacher { subject, campus });
            self.add(&at, what, (raw.price.as_ref(), raw.most));
        }
    }

    fn campuses(&mut self, field: &str, raw: &Named<RawTerms>, what: fn(CampusId) -> Negotiable) {
        for (key, terms) in raw.iter() {
            let at = self.here.key(field).key(key);
            let names = &self.around.names.campuses;
            let campus = self.checks.find(&at, key, Noun::Campus, names);
            self.add(&at, campus.map(what), (terms.price.as_ref(), terms.most));
        }
    }

    fn points(&mut self, raw: &Named<RawTerms>) {
        for (key, terms) in raw.iter() {
            let at = self.here.key("points").key(key);
            let term = self.checks.term_within(&at, key, self.around.calendar);
            let what = term.map(Negotiable::Point);
            self.add(&at, what, (terms.price.as_ref(), terms.most));
        }
    }

    fn cap(&mut self, field: &str, terms: Option<&RawTerms>, what: Negotiable) {
        if let Some(terms) = terms {
            let at = self.here.key(field);
            self.add(&at, Some(what), (terms.price.as_ref(), terms.most));
        }
    }

    fn hires_of(&mut self, raw: &Named<RawTerms>) {
        for (key, terms) in raw.iter() {
            let at = self.here.key("hires_of").key(key);
            let names = &self.around.names.subjects;
            let subject = self.checks.find(&at, key, Noun::Subject, names);
            let what = subject.map(Negotiable::HiresOf);
            self.add(&at, what, (terms.price.as_ref(), terms.most));
        }
    }

    fn money(
        &mut self,
        field: &str,
        raw: &Named<RawMoreMoney>,
        what: fn(i32, Money) -> Negotiable,
    ) {
        for (key, raw) in raw.iter() {
            let at = self.here.key(field).key(key);
            let amount = raw.amount.as_ref();
            let checks = &mut *self.checks;
            let amount = checks.needed(&at, "amount", amount, Measure::Money, Bounds::Positive);
            let year = checks.year(&at, key);
            let what = year.map(|year| what(year, Money(amount)));
            self.add(&at, what, (raw.price.as_ref(), raw.most));
        }
    }

    fn least(&mut self, raw: &Named<RawTerms>) {
        for (key, terms) in raw.iter() {
            let at = self.here.key("least").key(key);
            let names = &self.around.names.programmes;
            let programme = self.checks.find(&at, key, Noun::Programme, names);
            let what = programme.map(Negotiable::Least);
            self.add(&at, what, (terms.price.as_ref(), terms.most));
        }
    }

    fn targets(&mut self, raw: &Named<RawTerms>) {
        for (key, terms) in raw.iter() {
            let at = self.here.key("targets").key(key);
            let names = &self.around.names.targets;
            let target = self.checks.find(&at, key, Noun::Target, names);
            let what = target.map(Negotiable::Target);
            self.add(&at, what, (terms.price.as_ref(), terms.most));
        }
    }

    fn without(&mut self, raw: &Named<RawTerms>) {
        for (key, terms) in raw.iter() {
            let at = self.here.key("without").key(key);
            let known = |rule: &&Rule| rule.key() == key;
            let rule = Negotiable::DISPENSABLE.iter().find(known).copied();
            if rule.is_none() {
                let keys = Negotiable::DISPENSABLE.map(Rule::key).join(", ");
                let hint = words::dispensable(&keys);
                self.checks.error(&at, words::indispensable(key), vec![hint]);
            }
            let what = rule.map(Negotiable::Without);
            self.add(&at, what, (terms.price.as_ref(), terms.most));
        }
    }
}

/// Whether two concessions are about the same, whatever the size of a step.
fn alike(one: Negotiable, other: Negotiable) -> bool {
    let place = |what: Negotiable| match what {
        Negotiable::Units { resource, campus, .. } => Some((resource, campus)),
        _ => None,
    };
    place(one).map_or(one == other, |one| place(other) == Some(one))
}
