//! A follow-up study whose regrets were computed by hand.

use super::cases::manifest;
use campusplan::experiment::run::row::Row;
use campusplan::experiment::specification::candidates::Candidates;
use campusplan::experiment::specification::first_stage::Kind;
use campusplan::experiment::summary::follow_up::{FollowUp, Rows, follow_up};
use serde_json::{Value, json};

/// A verified plan with this cost, proven within 2 of the best.
fn row(plan: usize, cost: f64, decisions: &Value) -> Row {
    let row = json!({
        "plan": plan, "factors": {}, "status": "verified", "reason": null,
        "ended": "gap_reached",
        "indicators": {"targets_percent": 0.0, "cost_wan_yuan": cost, "cost_bound": cost - 2.0},
        "decisions": decisions,
    });
    serde_json::from_value(row).unwrap()
}

fn nothing(plan: usize, status: &str) -> Row {
    let row = json!({
        "plan": plan, "factors": {}, "status": status,
        "reason": {"zh": "缺", "en": "short"}, "ended": null,
    });
    serde_json::from_value(row).unwrap()
}

/// Three candidates in two futures, and a third future where nobody has a plan.
pub fn told() -> FollowUp {
    let open = json!({"open west": 1});
    let hires = json!({"open west": 1, "hired general": 2});
    let builds = json!({"built hall": 1});
    let free = [row(0, 100.0, &open), row(1, 205.0, &hires), nothing(2, "infeasible")];
    let own = [
        row(0, 100.0, &open),
        row(1, 101.0, &hires),
        row(2, 120.0, &builds),
        row(3, 206.0, &open),
        row(4, 205.0, &hires),
        nothing(5, "nothing_found"),
        nothing(6, "infeasible"),
        nothing(7, "infeasible"),
        nothing(8, "infeasible"),
    ];
    let candidates = Candidates {
        kinds: Kind::ALL.to_vec(),
        first_stages: [open, hires, builds]
            .map(|one| serde_json::from_value(one).unwrap())
            .to_vec(),
    };
    follow_up(Rows {
        manifest: &manifest(&json!("grid"), 9),
        own: &own,
        free: &free,
        candidates: &candidates,
    })
}

#[test]
fn every_future_is_counted_for_every_candidate() {
    let told = told();
    assert_eq!(told.chosen, [1, 1, 0]);
    assert_eq!(told.regrets.compared, 2);
    let counts: Vec<[usize; 3]> = (told.regrets.standings.iter())
        .map(|one| [one.planned, one.impossible, one.unknown])
        .collect();
    // the third future is nobody's fault: not known rather than impossible
    assert_eq!(counts, [[2, 0, 1], [2, 0, 1], [1, 0, 2]]);
}

#[test]
fn regrets_and_their_largest_are_as_computed_by_hand() {
    let told = told();
    let standings = &told.regrets.standings;
    let worst: Vec<Option<f64>> = standings.iter().map(|one| one.worst.unwrap().cost).collect();
    // 0 and 1; 1 and 0; 20
    assert_eq!(worst, [Some(1.0), Some(1.0), Some(20.0)]);
    let best: Vec<usize> = standings.iter().map(|one| one.best).collect();
    assert_eq!(best, [1, 1, 0]);
    // 1 is within the gap of 2, 20 is not
    let level: Vec<usize> = standings.iter().map(|one| one.level).collect();
    assert_eq!(level, [2, 2, 0]);
    assert_eq!(told.regrets.order, [0, 1, 2]);
    assert_eq!(told.worth_of_knowing, Some(0.5));
}

#[test]
fn what_the_near_best_agree_on_is_decided_and_the_rest_may_wait() {
    let told = told();
    assert_eq!(told.regrets.near, [0, 1]);
    let agreed: Vec<(&str, u32)> =
        (told.waiting.agreed.iter()).map(|(name, value)| (name.as_str(), *value)).collect();
    assert_eq!(agreed, [("open west", 1)]);
    assert_eq!(told.waiting.open, [("hired general".to_owned(), vec![0, 2])]);
}

#[test]
fn costs_are_told_for_each_candidate() {
    let told = told();
    let cost = told.indicators[0][1].unwrap();
    assert_eq!((cost.count, cost.least, cost.greatest), (2, 100.0, 206.0));
    assert_eq!(told.indicators[2][1].unwrap().count, 1);
}
