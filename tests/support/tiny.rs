//! Tiny cases, composed from one base text, small enough to be solved by hand.
//! Unless a case says otherwise, a class costs 1 (万元) a term at campus a, and there
//! are two terms of planning in one stage, 2008-autumn and 2009-spring.

use campusplan::domain::{Limits, Scenario};
use campusplan::plan::Plan;
use campusplan::planning::{self, Infeasibility, Outcome};
use campusplan::scenario;
use campusplan::solve::Unwatched;
use campusplan::verify::{Check, verify};

/// The text that the cases change.
pub const BASE: &str = include_str!("../data/base.ron");

/// To the proven optimum, the same every time.
pub const EXACT: Limits = Limits { time_limit_s: None, gap: 0.0, steps: None, threads: 1, seed: 0 };

/// The base text with replacements; each must have something to replace.
pub fn text(changes: &[(&str, &str)]) -> String {
    let mut text = BASE.to_owned();
    for (from, to) in changes {
        assert_eq!(text.matches(from).count(), 1, "{from}");
        text = text.replace(from, to);
    }
    text
}

/// Reads a scenario.
pub fn read(text: &str) -> Scenario {
    let loaded = scenario::read(text).unwrap_or_else(|found| panic!("{found:#?}"));
    loaded.scenario
}

/// The best plan of a scenario, verified; the tiers are proven to be optimal.
pub fn best(scenario: &Scenario) -> Plan {
    let plan = outcome(scenario).expect("a plan");
    for tier in &plan.tiers {
        close(tier.value, tier.bound.expect("a bound"));
    }
    plan
}

/// A plan of a scenario, verified; none if there is no plan.
pub fn outcome(scenario: &Scenario) -> Option<Plan> {
    let planned = match planning::plan(scenario, &EXACT, &Unwatched).unwrap() {
        Outcome::Planned(planned) => planned,
        Outcome::Infeasible(_) => return None,
        Outcome::NothingFound => panic!("nothing found without a limit"),
    };
    let violations = &planned.verification.violations;
    assert!(planned.verification.passed(), "{violations:#?}");
    Some(planned.plan)
}

/// The proven best plan of the base text with replacements.
pub fn solved(changes: &[(&str, &str)]) -> Plan {
    best(&read(&text(changes)))
}

/// Why a scenario has no plan.
pub fn refused(scenario: &Scenario) -> Infeasibility {
    match planning::plan(scenario, &EXACT, &Unwatched).unwrap() {
        Outcome::Infeasible(why) => why,
        other => panic!("not infeasible: {other:?}"),
    }
}

/// The checks that a corrupted plan of the base text with replacements fails.
pub fn broken(changes: &[(&str, &str)], corrupt: impl FnOnce(&mut Plan)) -> Vec<Check> {
    let mut plan = solved(changes);
    corrupt(&mut plan);
    let found = verify(&read(&text(changes)), &plan);
    found.violations.iter().map(|one| one.check).collect()
}

/// What the plan costs.
pub fn cost(changes: &[(&str, &str)]) -> f64 {
    solved(changes).accounts.cost_wan_yuan.0
}

/// How far the plan stays from the targets, in percent.
pub fn short(changes: &[(&str, &str)]) -> f64 {
    solved(changes).accounts.targets_percent
}

/// Asserts that two values are the same to 1e-6.
#[track_caller]
pub fn close(one: f64, other: f64) {
    let scale = other.abs().max(1.0);
    assert!((one - other).abs() <= 1e-6 * scale, "{one} is not {other}");
}
