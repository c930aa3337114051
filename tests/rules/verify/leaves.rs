//! The leaves of a plan file are changed, and the lines of their lists are
//! dropped, doubled and moved, at every place and up to 5 times each: what
//! `verify` lets pass is listed, with a reason.

use crate::support::leaves::unnoticed;
use crate::support::small::small;
use campusplan::domain::{Limits, Scenario};
use campusplan::plan::Plan;
use campusplan::planning::{self, Outcome};
use campusplan::scenario;
use campusplan::solve::{Highs, Unwatched};

const LIMITS: Limits =
    Limits { time_limit_s: None, gap: 0.001, steps: Some(3), threads: 1, seed: 0 };

fn planned(text: &str) -> (Scenario, Plan) {
    let loaded = scenario::read(text).unwrap_or_else(|found| panic!("{found:#?}"));
    let scenario = loaded.scenario;
    let outcome = planning::plan(&scenario, &LIMITS, &Unwatched).expect("no failure");
    let Outcome::Planned(planned) = outcome else {
        panic!("no plan");
    };
    let mut plan = planned.plan;
    planning::certify_bounds(&Highs, &scenario, &mut plan, &LIMITS, &Unwatched)
        .expect("no failure");
    (scenario, plan)
}

#[test]
fn of_a_plan_with_people_by_name() {
    let (scenario, plan) = planned(include_str!("../../data/people.ron"));
    let passed = unnoticed(&scenario, &plan);
    assert!(passed.is_empty(), "{passed:#?}");
}

#[test]
fn of_a_plan_written_by_hand() {
    let (scenario, plan) = small();
    let passed = unnoticed(&scenario, &plan);
    assert!(passed.is_empty(), "{passed:#?}");
}

#[test]
fn of_a_plan_of_a_shipped_case() {
    let (scenario, plan) = planned(include_str!("../../../scenarios/minimal.ron"));
    let passed = unnoticed(&scenario, &plan);
    assert!(passed.is_empty(), "{passed:#?}");
}
