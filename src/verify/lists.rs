//! What reports print line by line and what a plan computes of itself is in the
//! order of the scenario, and no line in a plan is about nothing: a line of 0
//! changes what is counted, and another order what is found first.

use super::Check;
use super::facts::Facts;
use super::ledger::{At, Ledger, Tally};
use crate::domain::Scenario;
use crate::plan::{Plan, TermIndicators};
use crate::words::violations as words;

/// Amounts up to this are rounding, and not listed.
const ROUNDING: f64 = 1e-6;

pub(super) fn check(facts: &Facts, ledger: &mut Ledger) {
    let (scenario, plan) = (facts.scenario, facts.plan);
    let mut tally = ledger.of(Check::Reference);
    order(scenario, plan, &mut tally);
    for (index, one) in plan.indicators.iter().enumerate() {
        within(scenario, (&format!("indicators[{index}]"), one), &mut tally);
    }
    decided(plan, &mut tally);
    for (index, one) in plan.missed_rules.iter().enumerate() {
        let path = format!("missed_rules[{index}]");
        something(&path, one.amount > ROUNDING, &mut tally);
    }
    for (index, one) in plan.accounts.money.iter().enumerate() {
        let path = format!("accounts.money[{index}]");
        something(&path, !one.amount_wan_yuan.is_zero(), &mut tally);
    }
}

/// Keys come in their order, each once.
fn sorted<K: PartialOrd>(path: &str, keys: impl Iterator<Item = K>, tally: &mut Tally) {
    let keys: Vec<K> = keys.collect();
    let inside = keys.windows(2).all(|pair| pair[0] < pair[1]);
    tally.holds(&At::path(path), inside, words::order);
}

fn something(path: &str, holds: bool, tally: &mut Tally) {
    tally.holds(&At::path(path), holds, words::line_of_nothing);
}

fn order(scenario: &Scenario, plan: &Plan, tally: &mut Tally) {
    let target = |key: &str| scenario.targets.iter().position(|one| one.id == key);
    let watched = |key: &str| scenario.watched.iter().position(|one| one.id == key);
    let milestone = |key: &str| scenario.milestones.iter().position(|one| one.id == key);
    let lines = plan.targets.iter();
    sorted("targets", lines.map(|one| (target(&one.target), one.term)), tally);
    let lines = plan.watched.iter();
    sorted("watched", lines.map(|one| (watched(&one.indicator), one.term)), tally);
    let lines = plan.milestones.iter();
    sorted("milestones", lines.map(|one| milestone(&one.milestone)), tally);
    for (index, one) in plan.milestones.iter().enumerate() {
        let path = format!("milestones[{index}].waits_for");
        // What a milestone waits for follows its own `after`, whose order is free.
        let mut all = scenario.milestones.iter();
        let after = all.find(|noun| noun.id == one.milestone).map(|noun| &noun.after);
        let place = |key: &String| {
            let mut after = after?.iter();
            after.position(|before| &scenario.milestones[*before].id == key)
        };
        sorted(&path, one.waits_for.iter().map(place), tally);
    }
    let lines = plan.accounts.money.iter();
    sorted("accounts.money", lines.map(|one| (one.fiscal_year, one.item)), tally);
    let lines = plan.missed_rules.iter();
    sorted("missed_rules", lines.map(|one| (one.rule, &one.place, one.term)), tally);
    sorted("indicators", plan.indicators.iter().map(|one| one.term), tally);
}

/// The lines of a term's indicators.
fn within(scenario: &Scenario, (path, one): (&str, &TermIndicators), tally: &mut Tally) {
    let campus = |key: &str| scenario.campuses.iter().position(|noun| noun.id == key);
    let resource = |key: &str| scenario.resources.iter().position(|noun| noun.id == key);
    let subject = |key: &str| scenario.subjects.iter().position(|noun| noun.id == key);
    let course = |key: &str| scenario.courses.iter().position(|noun| noun.id == key);
    let keys = (one.capacity.iter()).map(|line| (resource(&line.resource), campus(&line.campus)));
    sorted(&format!("{path}.capacity"), keys, tally);
    let keys = (one.periods.iter()).map(|line| (subject(&line.subject), campus(&line.campus)));
    sorted(&format!("{path}.periods"), keys, tally);
    let keys = one.courses.iter().map(|line| course(&line.course));
    sorted(&format!("{path}.courses"), keys, tally);
    let capacity = one.capacity.iter();
    let capacity = capacity.map(|line| line.used > 0.0 || line.available > 0.0);
    let periods = one.periods.iter();
    let periods = periods.map(|line| line.periods_per_week.0 > 0.0);
    let courses = one.courses.iter();
    let courses = courses.map(|line| !line.demand.is_zero() || line.trainees > 0);
    for holds in capacity.chain(periods).chain(courses) {
        something(path, holds, tally);
    }
}

/// What is decided is something.
fn decided(plan: &Plan, tally: &mut Tally) {
    fn amounts<T>(list: &[T], of: impl Fn(&T) -> f64) -> Vec<bool> {
        list.iter().map(|one| of(one) > 0.0).collect()
    }
    let lessons = plan.assignments.iter().flat_map(|one| &one.lessons);
    let lessons = lessons.map(|one| one.periods_per_week.0 > 0.0).collect();
    for (list, lines) in [
        ("built", amounts(&plan.built, |one| one.modules.into())),
        ("shipments", amounts(&plan.shipments, |one| one.units.into())),
        ("sharing", amounts(&plan.sharing, |one| one.hours_per_week.0)),
        ("hires", amounts(&plan.hires, |one| one.people.into())),
        ("teaching", amounts(&plan.teaching, |one| one.periods_per_week.0)),
        ("visiting", amounts(&plan.visiting, |one| one.periods_per_week.0)),
        ("part_time", amounts(&plan.part_time, |one| one.periods_per_week.0)),
        ("courses", amounts(&plan.courses, |one| one.trainees.into())),
        ("assignments.lessons", lessons),
    ] {
        for (index, holds) in lines.into_iter().enumerate() {
            something(&format!("{list}[{index}]"), holds, tally);
        }
    }
}
