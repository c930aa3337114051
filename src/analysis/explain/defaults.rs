//! What is negotiable where a scenario does not say: something of everything
//! that is no promise to anybody.

use crate::domain::{Basis, Concession, Negotiable, Origin, Scenario};
use crate::ids::{CampusId, ResourceId};
use crate::units::Money;

/// Price of a unit, a class or a person where nothing in the scenario tells,
/// 万元.
const PRICE: f64 = 1.0;
/// Price of a term's delay, or of a class not admitted, 万元.
const DELAY: f64 = 10.0;
/// Capital or running money of a step, and its price, 万元.
const MONEY: f64 = 10.0;
/// Units of a step where they serve a person each.
const PLACES: f64 = 10.0;
/// Most steps, of things and of delays.
const MOST: (u32, u32) = (20, 2);

/// What the scenario says is negotiable or, where it says nothing, more units
/// of every resource at every campus that may be used, more bus seats, later vacating,
/// more moves, re-basing and hiring, more money, fewer classes to admit and
/// later targets. Tenures, rules given up and people from outside are offered
/// only where the scenario does.
pub fn concessions(scenario: &Scenario) -> Vec<Concession> {
    if let Some(own) = &scenario.negotiable {
        return own.clone();
    }
    let mut all = capacity(scenario);
    all.extend(seats(scenario));
    all.extend(relocation(scenario));
    all.extend(employment(scenario));
    all.extend(budget(scenario));
    all.extend(admission(scenario));
    all.extend(scenario.targets.keys().map(|id| delay(Negotiable::Target(id))));
    all
}

fn step(what: Negotiable, price: f64) -> Concession {
    Concession { what, price: Money(price), most: MOST.0 }
}

fn delay(what: Negotiable) -> Concession {
    Concession { what, price: Money(DELAY), most: MOST.1 }
}

fn capacity(scenario: &Scenario) -> Vec<Concession> {
    let mut all = Vec::new();
    for resource in scenario.resources.keys() {
        for campus in scenario.campuses.keys() {
            if usable(scenario, campus) {
                all.push(more(scenario, resource, campus));
            }
        }
    }
    all
}

/// More seats where there are only so many.
fn seats(scenario: &Scenario) -> Vec<Concession> {
    let rule = scenario.rules.catchment.iter().flat_map(|rule| &rule.buses);
    let limited = rule.filter(|(_, buses)| buses.seats.is_some());
    limited
        .map(|(campus, _)| Negotiable::Seats { campus: *campus, seats: PLACES })
        .map(|what| step(what, PRICE * PLACES))
        .collect()
}

fn usable(scenario: &Scenario, campus: CampusId) -> bool {
    let mut stages = scenario.calendar.stage_ids();
    stages.any(|stage| scenario.usable_within(campus, stage))
}

/// More units at the price of the cheapest option of the resource.
fn more(scenario: &Scenario, resource: ResourceId, campus: CampusId) -> Concession {
    let data = &scenario.resources[resource];
    let single = data.basis == Basis::Class || data.hours.is_some();
    let units = if single { 1.0 } else { PLACES };
    let options = scenario.options.iter();
    let options = options.filter(|option| option.resource == resource);
    let price = options.map(|option| option.cost.0 / option.units).fold(f64::INFINITY, f64::min);
    let price = if price.is_finite() { price } else { PRICE };
    let what = Negotiable::Units { resource, campus, units };
    step(what, price * units)
}

fn relocation(scenario: &Scenario) -> Vec<Concession> {
    let rule = &scenario.rules.relocation;
    let mut all: Vec<Concession> =
        rule.vacate.keys().map(|id| delay(Negotiable::Vacate(*id))).collect();
    all.extend(rule.most_per_stage.map(|_| step(Negotiable::Moves, PRICE)));
    all
}

fn employment(scenario: &Scenario) -> Vec<Concession> {
    let rule = &scenario.rules.employment;
    let mut all = Vec::new();
    all.extend(rule.rebased_per_stage.map(|_| step(Negotiable::Rebased, PRICE)));
    all.extend(rule.hires_per_year.map(|_| step(Negotiable::Hires, PRICE)));
    let subjects = scenario.subjects.iter_enumerated();
    let hiring = subjects.filter(|(_, subject)| subject.hiring.is_some());
    all.extend(hiring.map(|(id, _)| step(Negotiable::HiresOf(id), PRICE)));
    all
}

fn budget(scenario: &Scenario) -> Vec<Concession> {
    let rule = &scenario.rules.budget;
    let amount = Money(MONEY);
    let first = scenario.calendar.first.fiscal_year();
    let last = scenario.calendar.term((scenario.calendar.terms - 1).into());
    let years = rule.capital.iter().flat_map(|_| first..=last.fiscal_year());
    let mut all: Vec<Concession> =
        years.map(|year| step(Negotiable::Capital { year, amount }, MONEY)).collect();
    let years = rule.running.keys();
    all.extend(years.map(|year| step(Negotiable::Running { year: *year, amount }, MONEY)));
    all
}

fn admission(scenario: &Scenario) -> Vec<Concession> {
    let bound = |origin: &Origin| matches!(origin, Origin::Future { least, .. } if *least > 0);
    let programmes = scenario.programmes.keys().filter(|id| {
        let mut cohorts = scenario.cohorts.iter();
        cohorts.any(|one| one.programme == *id && bound(&one.origin))
    });
    programmes.map(|id| delay(Negotiable::Least(id))).collect()
}
