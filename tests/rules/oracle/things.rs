//! States of campuses, modules and movable units, and what they cost.

use super::classes::Load;
use super::{discounted, number, spread, terms};
use campusplan::domain::Scenario;
use campusplan::ids::{CampusId, ResourceId, StageId};
use std::collections::BTreeMap;

/// What is open, built and where, stage by stage.
#[derive(Clone, Debug, Default)]
pub struct State {
    /// Open, by stage and campus.
    pub open: Vec<Vec<bool>>,
    /// Modules in service, by stage and option.
    built: Vec<Vec<usize>>,
    /// Units of movable resources, by stage: resource, then campus.
    stock: Vec<BTreeMap<usize, Vec<usize>>>,
    /// Money spent on it by year, and its running cost discounted.
    capital: BTreeMap<i32, f64>,
    running: f64,
}

impl State {
    /// What is open, as a key.
    pub fn open_key(&self) -> Vec<bool> {
        self.open.iter().flatten().copied().collect()
    }
}

/// All states that keep the rules Tenure, Equipment and Budget (but for
/// classes).
pub fn states(scenario: &Scenario) -> Vec<State> {
    let mut all = vec![State::default()];
    for stage in 0..scenario.calendar.stages.len() {
        let mut longer = Vec::new();
        for world in &all {
            for open in opens(scenario, world, stage) {
                for built in builds(scenario, world, stage) {
                    for stock in stocks(scenario, &built, stage) {
                        let made = (&open[..], &built[..], &stock);
                        if sent_only_where_open(scenario, world, made) {
                            longer.push(next(scenario, world, made, stage));
                        }
                    }
                }
            }
        }
        all = longer;
    }
    all.retain(|world| affordable(scenario, world));
    all
}

/// What stood at a campus before, with what is built there now.
fn stood(
    scenario: &Scenario,
    world: &State,
    (resource, campus): (ResourceId, CampusId),
    built: &[usize],
) -> f64 {
    let none = vec![0; scenario.options.len()];
    let before = world.built.last().unwrap_or(&none);
    let fixed = |built: &[usize]| known(scenario, resource, campus, built);
    let stood =
        world.stock.last().map_or(fixed(before), |stock| number(stock[&resource.0][campus.0]));
    stood + fixed(built) - fixed(before)
}

fn sent_only_where_open(
    scenario: &Scenario,
    world: &State,
    (open, built, stock): (&[bool], &[usize], &BTreeMap<usize, Vec<usize>>),
) -> bool {
    stock.iter().all(|(resource, now)| {
        scenario.campuses.keys().all(|campus| {
            let there = stood(scenario, world, (ResourceId(*resource), campus), built);
            open[campus.0] || number(now[campus.0]) <= there
        })
    })
}

fn usable(scenario: &Scenario, campus: CampusId, stage: usize) -> bool {
    let mut terms = terms(scenario, stage).into_iter();
    terms.all(|term| scenario.usable(campus, term))
}

fn was_open(scenario: &Scenario, world: &State, campus: CampusId) -> bool {
    let before = world.open.last().map(|open| open[campus.0]);
    before.unwrap_or(scenario.campuses[campus].in_use)
}

/// What can be open in the next stage.
fn opens(scenario: &Scenario, world: &State, stage: usize) -> Vec<Vec<bool>> {
    let mut all = vec![vec![]];
    for (id, campus) in scenario.campuses.iter_enumerated() {
        let was = was_open(scenario, world, id);
        let usable = usable(scenario, id, stage);
        let ever = campus.in_use || world.open.iter().any(|open| open[id.0]);
        let may = |open: &bool| match (*open, was) {
            (true, _) if !usable => false,
            (true, false) => !ever || campus.reopenable,
            (false, true) => campus.closable || !usable,
            _ => true,
        };
        let choices: Vec<bool> = [false, true].into_iter().filter(may).collect();
        let longer = all.iter().flat_map(|open: &Vec<bool>| {
            let with = |choice: &bool| [open.clone(), vec![*choice]].concat();
            choices.iter().map(with).collect::<Vec<_>>()
        });
        all = longer.collect();
    }
    all
}

/// What can be in service in the next stage.
fn builds(scenario: &Scenario, world: &State, stage: usize) -> Vec<Vec<usize>> {
    let mut all = vec![vec![]];
    for (id, option) in scenario.options.iter_enumerated() {
        let was = world.built.last().map_or(0, |built| built[id.0]);
        let begun = option.begun(scenario.calendar.start(StageId(stage)));
        let in_time = begun >= option.earliest && begun >= scenario.calendar.first;
        let most = if in_time { option.most as usize } else { was };
        let longer = all.iter().flat_map(|built: &Vec<usize>| {
            let with = |modules| [built.clone(), vec![modules]].concat();
            (was..=most).map(with).collect::<Vec<_>>()
        });
        all = longer.collect();
    }
    all
}

/// Where the units of movable resources can stand.
fn stocks(scenario: &Scenario, built: &[usize], stage: usize) -> Vec<BTreeMap<usize, Vec<usize>>> {
    let mut all = vec![BTreeMap::new()];
    for (resource, data) in scenario.resources.iter_enumerated() {
        if data.shipping.is_none() {
            continue;
        }
        let campuses = scenario.campuses.keys();
        let there = campuses.map(|campus| known(scenario, resource, campus, built));
        let sum = units(there.sum());
        let ways = spread(sum, scenario.campuses.len()).into_iter().filter(|way| {
            let empty =
                |campus: CampusId| way[campus.0] == 0 || !scenario.ended(campus, StageId(stage));
            scenario.campuses.keys().all(empty)
        });
        let ways: Vec<_> = ways.collect();
        let longer = all.iter().flat_map(|stock: &BTreeMap<usize, Vec<usize>>| {
            let with = |way: &Vec<usize>| {
                let mut stock = stock.clone();
                stock.insert(resource.0, way.clone());
                stock
            };
            ways.iter().map(with).collect::<Vec<_>>()
        });
        all = longer.collect();
    }
    all
}

/// Units owned and built at a campus.
fn known(scenario: &Scenario, resource: ResourceId, campus: CampusId, built: &[usize]) -> f64 {
    let options = scenario.options.iter().zip(built);
    let here = options.filter(|(it, _)| it.campus == campus && it.resource == resource);
    let added: f64 = here.map(|(it, modules)| it.units * number(*modules)).sum();
    scenario.campuses[campus].owns[resource] + added
}

#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
fn units(number: f64) -> usize {
    number.round() as usize
}

/// The world with one more stage, with its money.
fn next(
    scenario: &Scenario,
    world: &State,
    (open, built, stock): (&[bool], &[usize], &BTreeMap<usize, Vec<usize>>),
    stage: usize,
) -> State {
    let mut next = world.clone();
    let start = scenario.calendar.start(StageId(stage));
    let mut spend = |year: i32, money: f64| *next.capital.entry(year).or_default() += money;
    for (id, campus) in scenario.campuses.iter_enumerated() {
        match (was_open(scenario, world, id), open[id.0]) {
            (false, true) => spend(start.year, campus.opening_cost.0),
            (true, false) => spend(start.year, campus.closing_cost.0),
            _ => {}
        }
    }
    let none = vec![0; scenario.options.len()];
    let before = world.built.last().unwrap_or(&none);
    for (id, option) in scenario.options.iter_enumerated() {
        let more = built[id.0] - before[id.0];
        spend(option.begun(start).year, number(more) * option.cost.0);
    }
    for (resource, now) in stock {
        let id = ResourceId(*resource);
        let price = scenario.resources[id].shipping.unwrap_or_default().0;
        for campus in scenario.campuses.keys() {
            let there = stood(scenario, world, (id, campus), built);
            spend(start.year, (number(now[campus.0]) - there).max(0.0) * price);
        }
    }
    for term in terms(scenario, stage) {
        let campuses = scenario.campuses.iter().zip(open);
        let running: f64 =
            campuses.map(|(campus, open)| if *open { campus.running_cost.0 } else { 0.0 }).sum();
        let options = scenario.options.iter().zip(built);
        let upkeep: f64 = options.map(|(it, built)| it.upkeep.0 * number(*built)).sum();
        next.running += discounted(scenario, running + upkeep, term.year);
    }
    next.open.push(open.to_vec());
    next.built.push(built.to_vec());
    next.stock.push(stock.clone());
    next
}

fn affordable(scenario: &Scenario, world: &State) -> bool {
    let Some(capital) = &scenario.rules.budget.capital else {
        return true;
    };
    let years = scenario.calendar.first.year..=scenario.calendar.first.year + 20;
    years.into_iter().all(|year| {
        let granted: f64 = capital.range(..=year).map(|(_, money)| money.0).sum();
        let spent: f64 = world.capital.range(..=year).map(|(_, money)| money).sum();
        spent <= granted + 1e-9
    })
}

/// What a world costs with these classes, sharing included; `None` when they
/// do not fit.
pub fn cost(scenario: &Scenario, load: &Load, world: &State) -> Option<f64> {
    let closed = |(campus, stage): &(usize, usize)| !world.open[*stage][*campus];
    if load.present.keys().any(closed) {
        return None;
    }
    let spent = world.capital.iter();
    let spent: f64 = spent.map(|(year, money)| discounted(scenario, *money, *year)).sum();
    let mut cost = spent + world.running;
    for stage in 0..scenario.calendar.stages.len() {
        for resource in scenario.resources.keys() {
            cost += shared(scenario, load, world, (resource, stage))?;
        }
    }
    Some(cost)
}

/// Cost of the hours a campus must use at the other; 0 when none.
fn shared(
    scenario: &Scenario,
    load: &Load,
    world: &State,
    (resource, stage): (ResourceId, usize),
) -> Option<f64> {
    let data = &scenario.resources[resource];
    let room = |campus: CampusId| {
        if !world.open[stage][campus.0] {
            return 0.0;
        }
        let units = world.stock[stage].get(&resource.0).map_or_else(
            || known(scenario, resource, campus, &world.built[stage]),
            |stock| number(stock[campus.0]),
        );
        units * data.serves()
    };
    let most_used = |campus: CampusId| {
        let ids = scenario.calendar.terms_of(StageId(stage));
        let used = ids.map(|term| load.used.get(&(resource.0, campus.0, term.0)));
        used.flatten().copied().fold(0.0, f64::max)
    };
    let mut cost = 0.0;
    for campus in scenario.campuses.keys() {
        let hours = most_used(campus) - room(campus);
        if hours <= 1e-9 {
            continue;
        }
        let visit = data.shared_visit?;
        assert_eq!(scenario.campuses.len(), 2, "the oracle shares between two");
        let host = CampusId(1 - campus.0);
        let road = scenario.road(campus, host)?;
        let open = world.open[stage][host.0] && world.open[stage][campus.0];
        if !open || most_used(host) + hours > room(host) + 1e-9 {
            return None;
        }
        let trips = hours / visit.0 * scenario.calendar.weeks;
        let money = trips * 2.0 * road.length.0 * scenario.prices.busing_per_km.0;
        for term in terms(scenario, stage) {
            cost += discounted(scenario, money, term.year);
        }
    }
    Some(cost)
}
