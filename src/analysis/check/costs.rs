//! Costs that the scenario leaves at 0, and roads that it does not have: what a
//! plan then takes for free, or never does.

use super::{Finding, Grade};
use crate::domain::{Scenario, Text};
use crate::ids::SubjectId;
use crate::units::Money;
use crate::words::check as words;

/// One sentence for each kind of cost at 0 that a plan can run into, with the
/// names of all that have none, and one for the missing roads.
pub(super) fn findings(scenario: &Scenario) -> Vec<Finding> {
    let mut all = campuses(scenario);
    all.extend(teaching(scenario));
    all.extend(building(scenario));
    all.extend(people(scenario));
    all.extend(single(scenario));
    let mut findings: Vec<Finding> = (all.into_iter())
        .filter(|(_, names)| !names.is_empty())
        .map(|(what, names)| finding(words::cost_at_zero(&what, &names)))
        .collect();
    findings.extend(roads(scenario));
    findings
}

fn finding(message: Text) -> Finding {
    Finding { grade: Grade::Look, message }
}

/// A kind of cost, and the names of those that have none.
type Free = (Text, Vec<Text>);

/// The names of those whose amount is 0.
fn free<'a>(all: impl Iterator<Item = (&'a Text, Money)>) -> Vec<Text> {
    all.filter(|(_, amount)| amount.is_zero()).map(|(name, _)| name.clone()).collect()
}

fn campuses(scenario: &Scenario) -> Vec<Free> {
    let all = || scenario.campuses.iter();
    let opened = all().filter(|one| !one.in_use || one.reopenable);
    let closed = all().filter(|one| one.closable || one.until.is_some());
    vec![
        (words::running(), free(all().map(|one| (&one.name, one.running_cost)))),
        (words::opening(), free(opened.map(|one| (&one.name, one.opening_cost)))),
        (words::closing(), free(closed.map(|one| (&one.name, one.closing_cost)))),
    ]
}

fn teaching(scenario: &Scenario) -> Vec<Free> {
    let all = || scenario.programmes.iter();
    let costs = all().map(|one| {
        let sites = one.sites.values();
        let costs = sites.map(|site| site.cost_per_class + site.cost_per_student);
        (&one.name, costs.sum())
    });
    let courses = || scenario.courses.iter();
    vec![
        (words::teaching(), free(costs)),
        (words::income(), free(all().map(|one| (&one.name, one.income)))),
        (words::course_costs(), free(courses().map(|one| (&one.name, one.cost)))),
        (words::course_fees(), free(courses().map(|one| (&one.name, one.fee)))),
    ]
}

fn building(scenario: &Scenario) -> Vec<Free> {
    let all = || scenario.options.iter();
    let shipped = scenario.resources.iter();
    let shipped = shipped.filter_map(|one| Some((&one.name, one.shipping?)));
    vec![
        (words::building(), free(all().map(|one| (&one.name, one.cost)))),
        (words::upkeep(), free(all().map(|one| (&one.name, one.upkeep)))),
        (words::shipping(), free(shipped)),
    ]
}

fn people(scenario: &Scenario) -> Vec<Free> {
    let hired = || {
        let all = scenario.subjects.iter();
        all.filter_map(|one| Some((&one.name, one.hiring?)))
    };
    let name = |id: SubjectId| &scenario.subjects[id].name;
    let trained = scenario.rules.retraining.courses.iter();
    let bought = scenario.rules.part_time.pay.iter();
    vec![
        (words::hiring(), free(hired().map(|(name, terms)| (name, terms.cost)))),
        (words::pay(), free(hired().map(|(name, terms)| (name, terms.pay)))),
        (words::training(), free(trained.map(|one| (name(one.to), one.cost)))),
        (words::part_time(), free(bought.map(|(id, pay)| (name(*id), *pay)))),
    ]
}

/// Costs that have one figure for the whole case.
fn single(scenario: &Scenario) -> Vec<Free> {
    let rules = &scenario.rules;
    let shared = scenario.resources.iter().any(|one| one.shared_visit.is_some());
    let merging = rules.merging.map_or(Money(1.0), |rule| rule.cost);
    let all = [
        (words::relocation(), rules.relocation.cost, scenario.campuses.len() > 1),
        (words::merging(), merging, rules.merging.is_some()),
        (words::busing(), scenario.prices.busing_per_km, shared),
        (words::visiting(), scenario.prices.visiting_per_km, rules.visiting.share > 0.0),
    ];
    all.into_iter()
        .filter(|(_, amount, used)| *used && amount.is_zero())
        .map(|(what, ..)| (what, vec![words::whole_case()]))
        .collect()
}

/// Pairs of campuses without a road: nobody goes from the one to the other.
fn roads(scenario: &Scenario) -> Option<Finding> {
    let mut missing = Vec::new();
    for (one, from) in scenario.campuses.iter_enumerated() {
        for (other, to) in scenario.campuses.iter_enumerated() {
            if one < other && scenario.road(one, other).is_none() {
                missing.push(words::pair(&from.name, &to.name));
            }
        }
    }
    (!missing.is_empty()).then(|| finding(words::no_roads(&missing)))
}
