//! The best plan of a tiny case, found by trying all of them.
//!
//! Written from the rules, without the model: lives of single classes, states
//! of campuses, modules, units and posts are enumerated, and each combination
//! is checked and priced. It knows what tiny cases need: class sizes that are
//! no decision, cohorts of no more than two classes where they may merge, no pools, hard rules, groups of one subject, two campuses
//! where something is shared or visited.

mod classes;
mod merging;
mod staff;
mod things;

use campusplan::domain::{Enforcement, Scenario, Term};
use campusplan::ids::{StageId, TermId};
use classes::Load;
use std::collections::HashMap;

/// Values of the tiers targets and cost.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Optimum {
    /// Percent missed, weighted.
    pub targets: f64,
    /// 万元.
    pub cost: f64,
}

/// The optimum of a case; `None` when it has no plan.
pub fn optimum(scenario: &Scenario) -> Option<Optimum> {
    suits(scenario);
    let loads = classes::loads(scenario);
    let states = things::states(scenario);
    let mut staffed = HashMap::new();
    let mut best: Option<Optimum> = None;
    for load in &loads {
        let targets = targets(scenario, load);
        if best.is_some_and(|best| targets > best.targets + 1e-9) {
            continue;
        }
        let Some(cost) = cheapest(scenario, load, &states, &mut staffed) else {
            continue;
        };
        let better = best.is_none_or(|best| targets < best.targets - 1e-9 || cost < best.cost);
        if better {
            best = Some(Optimum { targets, cost });
        }
    }
    best
}

/// Asserts that the case is one the oracle knows about.
fn suits(scenario: &Scenario) {
    let rules = &scenario.rules;
    let enforced = [
        rules.admission,
        rules.capacity,
        rules.staffing,
        rules.relocation.enforce,
        rules.employment.enforce,
        rules.budget.enforce,
        rules.role.enforce,
    ];
    assert!(enforced.iter().all(|rule| *rule == Enforcement::Hard));
    let mut cohorts = scenario.cohorts.iter();
    assert!(rules.merging.is_none() || cohorts.all(|cohort| cohort.most_classes() <= 2));
    assert!(scenario.pools.is_empty() && scenario.disposals.is_empty());
    assert!(rules.budget.running.is_empty());
    assert!(rules.role.leads.is_empty() && rules.role.mains.is_empty());
    assert!(scenario.staff.iter().all(|group| group.subjects.len() == 1));
    let sizes = scenario.programmes.iter().map(|it| it.class_size);
    assert!(sizes.into_iter().all(|(min, max)| min.to_bits() == max.to_bits()));
}

/// The cheapest way to house, equip and staff what is taught.
fn cheapest(
    scenario: &Scenario,
    load: &Load,
    states: &[things::State],
    staffed: &mut HashMap<(Vec<bool>, Vec<u64>), Option<f64>>,
) -> Option<f64> {
    let mut best: Option<f64> = None;
    for state in states {
        let Some(cost) = things::cost(scenario, load, state) else {
            continue;
        };
        if best.is_some_and(|best| cost + load.cost >= best) {
            continue;
        }
        let key = (state.open_key(), load.needed_key());
        let staff = *staffed.entry(key).or_insert_with(|| staff::cheapest(scenario, load, state));
        if let Some(staff) = staff {
            let cost = cost + load.cost + staff;
            best = Some(best.map_or(cost, |best| best.min(cost)));
        }
    }
    best
}

fn targets(scenario: &Scenario, load: &Load) -> f64 {
    let mut sum = 0.0;
    for target in &scenario.targets {
        let applies = |term: &TermId| target.applies(scenario.calendar.term(*term));
        let terms: Vec<TermId> = scenario.calendar.term_ids().filter(applies).collect();
        for term in &terms {
            let value = load.counted(target.metric, *term);
            let missed = (target.at_least - value).max(0.0);
            let mean = 1.0 / f64::from(u32::try_from(terms.len()).expect("few terms"));
            sum += target.weight * mean * 100.0 * missed / target.at_least;
        }
    }
    sum
}

/// What money of a year is worth.
fn discounted(scenario: &Scenario, money: f64, year: i32) -> f64 {
    let years = year - scenario.calendar.first.year;
    money / (1.0 + scenario.prices.discount).powi(years)
}

/// The terms of a stage.
fn terms(scenario: &Scenario, stage: usize) -> Vec<Term> {
    let ids = scenario.calendar.terms_of(StageId(stage));
    ids.map(|id| scenario.calendar.term(id)).collect()
}

/// All ways to choose `count` of `kinds`, as counts.
fn spread(count: usize, kinds: usize) -> Vec<Vec<usize>> {
    if kinds == 0 {
        return if count == 0 { vec![vec![]] } else { vec![] };
    }
    let mut ways = Vec::new();
    for first in 0..=count {
        for mut rest in spread(count - first, kinds - 1) {
            rest.insert(0, first);
            ways.push(rest);
        }
    }
    ways
}

#[allow(clippy::cast_precision_loss)]
fn number(count: usize) -> f64 {
    count as f64
}
