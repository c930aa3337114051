//! Rules Capacity and Equipment.

use super::campuses::Open;
use super::classes::Classes;
use super::{Plain, Visits, before, or_zero, sum};
use campusplan::domain::{Basis, MoneyItem, Rule, Scenario};
use campusplan::ids::{CampusId, OptionId, ResourceId, TermId};
use campusplan::model::linear::{Linear, Variable};
use std::collections::BTreeMap;

/// Something at a campus in a term.
type Key = (ResourceId, CampusId, TermId);

/// Adds the variables and rows.
pub fn add(plain: &mut Plain<'_>, classes: &Classes, open: &Open) {
    let built = build(plain);
    let mut standing: BTreeMap<Key, Linear> = BTreeMap::new();
    for (resource, data) in plain.scenario.resources.iter_enumerated() {
        if data.shipping.is_some() {
            ship(plain, (&built, open), resource, &mut standing);
            continue;
        }
        for (campus, owner) in plain.scenario.campuses.iter_enumerated() {
            for term in plain.terms() {
                let owned = or_zero(open.get(&(campus, term))) * owner.owns[resource];
                let added = added(plain, &built, (resource, campus, term));
                standing.insert((resource, campus, term), owned + added);
            }
        }
    }
    let shared = share(plain, open);
    let mut used = uses(plain, classes);
    for (key, there) in standing {
        let used = used.remove(&key).unwrap_or_default();
        fit(plain, &shared, key, (used, there));
    }
}

/// `built[i,t]`: modules that come into service in a term.
fn build(plain: &mut Plain<'_>) -> BTreeMap<(OptionId, TermId), Variable> {
    let mut built = BTreeMap::new();
    let scenario = plain.scenario;
    for (id, option) in scenario.options.iter_enumerated() {
        let mut so_far = Linear::default();
        for term in plain.terms() {
            let begun = option.begun(scenario.calendar.term(term));
            if plain.movable(term) && begun >= option.earliest.max(scenario.calendar.first) {
                let modules = plain.problem.whole(f64::from(option.most));
                built.insert((id, term), modules);
                so_far.push(modules, 1.0);
                plain.spend(MoneyItem::Building, begun.fiscal_year(), &modules.into(), option.cost);
            }
            let year = plain.year(term);
            plain.spend(MoneyItem::Upkeep, year, &so_far, option.upkeep);
        }
        plain.at_most(Rule::Equipment, so_far, Linear::from(f64::from(option.most)));
    }
    built
}

/// Units built at a campus up to a term.
fn added(
    plain: &Plain<'_>,
    built: &BTreeMap<(OptionId, TermId), Variable>,
    (resource, campus, term): Key,
) -> Linear {
    let mut units = Linear::default();
    for ((id, when), modules) in built {
        let option = &plain.scenario.options[*id];
        if option.resource == resource && option.campus == campus && *when <= term {
            units.push(*modules, option.units);
        }
    }
    units
}

/// `shipped[r,c,c',t]`, and what stands where after it.
fn ship(
    plain: &mut Plain<'_>,
    (built, open): (&BTreeMap<(OptionId, TermId), Variable>, &Open),
    resource: ResourceId,
    standing: &mut BTreeMap<Key, Linear>,
) {
    let scenario = plain.scenario;
    let campuses: Vec<CampusId> = scenario.campuses.keys().collect();
    let price = scenario.resources[resource].shipping.unwrap_or_default();
    for term in plain.terms() {
        let mut change: BTreeMap<CampusId, Linear> = BTreeMap::new();
        let moving = plain.movable(term);
        for one in &campuses {
            let others = campuses.iter().filter(|other| *other != one);
            for other in others.take(if moving { campuses.len() } else { 0 }) {
                let units = Linear::from(plain.problem.whole(f64::INFINITY));
                let open = or_zero(open.get(&(*other, term))) * all_units(scenario, resource);
                plain.at_most(Rule::Equipment, units.clone(), open);
                plain.spend(MoneyItem::Shipping, plain.year(term), &units, price);
                *change.entry(*other).or_default() += units.clone();
                change.entry(*one).or_default().add_scaled(&units, -1.0);
            }
        }
        for campus in &campuses {
            let so_far = |term: TermId| added(plain, built, (resource, *campus, term));
            let was = match before(term) {
                Some(earlier) => {
                    standing[&(resource, *campus, earlier)].clone() - so_far(earlier)
                        + Linear::from(gone(plain, (resource, *campus, earlier)))
                }
                None => Linear::from(scenario.campuses[*campus].owns[resource]),
            };
            let gone = Linear::from(gone(plain, (resource, *campus, term)));
            let there = was + so_far(term) - gone;
            plain.at_most(Rule::Equipment, Linear::default(), there.clone());
            let most = if scenario.ended(*campus, plain.stage(term)) { 0.0 } else { f64::INFINITY };
            let stock = Linear::from(plain.problem.real(most));
            let is = there + change.remove(campus).unwrap_or_default();
            plain.equal(Rule::Equipment, stock.clone(), is);
            standing.insert((resource, *campus, term), stock);
        }
    }
}

/// All units of a resource that there can be.
fn all_units(scenario: &Scenario, resource: ResourceId) -> f64 {
    let owned = scenario.campuses.iter().map(|campus| campus.owns[resource]);
    let options = scenario.options.iter();
    let options = options.filter(|option| option.resource == resource);
    let built = options.map(|option| f64::from(option.most) * option.units);
    owned.chain(built).sum()
}

/// Units disposed of at a campus by the start of the stage of a term.
fn gone(plain: &Plain<'_>, (resource, campus, term): Key) -> f64 {
    let start = plain.scenario.calendar.start(plain.stage(term));
    let declared = plain.scenario.disposals.iter();
    let here = declared.filter(|one| one.resource == resource && one.campus == campus);
    here.filter(|one| one.at <= start).map(|one| one.units).sum()
}

/// `shared[r,c,c',t]`.
fn share(
    plain: &mut Plain<'_>,
    open: &Open,
) -> BTreeMap<(ResourceId, CampusId, CampusId, TermId), Variable> {
    let mut shared = BTreeMap::new();
    let scenario = plain.scenario;
    for (resource, data) in scenario.resources.iter_enumerated() {
        let Some(visit) = data.shared_visit else {
            continue;
        };
        for ((one, other), road) in &scenario.roads {
            for (user, host) in [(*one, *other), (*other, *one)] {
                for term in plain.terms() {
                    let both = [user, host].map(|campus| open.contains_key(&(campus, term)));
                    if both != [true, true] {
                        continue;
                    }
                    let hours = plain.real();
                    let weekly = scenario.prices.busing_per_km * (2.0 * road.length.0);
                    let price = weekly * (scenario.calendar.weeks / visit.0);
                    plain.spend(MoneyItem::Busing, plain.year(term), &hours.into(), price);
                    shared.insert((resource, user, host, term), hours);
                    if plain.visits == Visits::Held && !plain.movable(term) {
                        let was = before(term)
                            .and_then(|earlier| shared.get(&(resource, user, host, earlier)));
                        plain.equal(Rule::Capacity, hours.into(), or_zero(was));
                    }
                }
            }
        }
    }
    shared
}

/// Use of resources by the classes in school at a campus.
fn uses(plain: &Plain<'_>, classes: &Classes) -> BTreeMap<Key, Linear> {
    let scenario = plain.scenario;
    let mut used: BTreeMap<Key, Linear> = BTreeMap::new();
    for ((cohort, campus, term), seat) in &classes.seats {
        let date = scenario.calendar.term(*term);
        let Some(now) = scenario.term_of_study(*cohort, date) else {
            continue;
        };
        let programme = scenario.programme_of(*cohort);
        let students = classes.students(plain, (*cohort, *campus, *term));
        for (resource, data) in scenario.resources.iter_enumerated() {
            let amount = programme.uses((resource, data), *campus, now);
            let sum = used.entry((resource, *campus, *term)).or_default();
            match data.basis {
                Basis::Class => sum.add_scaled(&seat.in_school(), amount),
                Basis::Student => sum.add_scaled(&students, amount),
                Basis::Boarder => {
                    let boarders = scenario.cohorts[*cohort].boarding;
                    sum.add_scaled(&students, amount * boarders);
                }
            }
        }
    }
    used
}

fn fit(
    plain: &mut Plain<'_>,
    shared: &BTreeMap<(ResourceId, CampusId, CampusId, TermId), Variable>,
    (resource, campus, term): Key,
    (used, there): (Linear, Linear),
) {
    let hours = |user: bool| {
        let mine = shared.iter().filter(|((what, from, to, when), _)| {
            *what == resource && *when == term && campus == if user { *from } else { *to }
        });
        sum(mine.map(|(_, hours)| hours))
    };
    let (out, into) = (hours(true), hours(false));
    let serves = plain.scenario.resources[resource].serves();
    if !into.is_constant() {
        plain.at_most(Rule::Capacity, into.clone(), there.clone() * serves);
    }
    let rule = (Rule::Capacity, plain.scenario.rules.capacity);
    if !used.is_constant() {
        let year = plain.year(term);
        plain.priced(rule, (serves, year), used - out + into, there * serves);
    }
}
