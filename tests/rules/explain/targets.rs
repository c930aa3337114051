//! What it would take to reach a target.

use super::cases::{Replaced, case, changes, explained, prices, with};
use crate::support::tiny::best;
use campusplan::domain::Rule;
use campusplan::ids::{TargetId, TermId};
use campusplan::verify::{Check, verify};

/// Eighty apply, one room, and eighty are to be registered in the second term.
const HALF: Replaced<'static> = &[
    (r#""room": 4 /*owned at a*/"#, r#""room": 1"#),
    ("/*admissions*/", r#"(programme: "p", entry: "2008-autumn", applicants: 80)"#),
    (
        "/*targets*/",
        r#""size": (name: (zh: "规模"), metric: registered, at_least: 80),
           "small": (name: (zh: "小规模"), metric: registered, at_least: 30)"#,
    ),
];

const ROOMS: &str =
    r#"negotiable: (capacity: [(resource: "room", campus: "a", units: 1, price: 3, most: 3)]),"#;

#[test]
fn the_room_that_a_target_lacks() {
    let replaced = with(HALF, &[("/*more*/", ROOMS)]);
    let found = explained(&replaced, Some(("size", None)));
    assert_eq!(prices(&found), [(3.0, 1)]);
    let plan = &found.repairs.found[0].planned.plan;
    let mut met = plan.targets.iter().filter(|one| one.target == "size");
    assert!(met.all(|one| one.missed.abs() < 1e-9));
    // one room and the target in a term in which it is due
    let conflict = found.conflict.expect("a conflict");
    let rules: Vec<Rule> = conflict.demands.iter().map(|one| one.label.rule).collect();
    assert_eq!(rules, [Rule::Capacity, Rule::Target]);
    // as a rule it is none: there is a plan that misses it
    assert!(explained(&replaced, None).possible());
}

#[test]
fn a_target_that_is_reached_needs_nothing() {
    let found = explained(&with(HALF, &[("/*more*/", ROOMS)]), Some(("small", None)));
    assert!(found.possible());
    assert_eq!(prices(&found), [(0.0, 0)]);
}

#[test]
fn a_target_can_be_asked_about_before_it_is_due() {
    // the second class comes in the second year, when the target is due
    let replaced = [
        ("terms: 2,", "terms: 4,"),
        (
            "/*admissions*/",
            r#"(programme: "p", entry: "2008-autumn", applicants: 40),
               (programme: "p", entry: "2009-autumn", applicants: 40)"#,
        ),
        (
            "/*targets*/",
            r#""size": (name: (zh: "规模"), metric: registered, at_least: 80, from: "2009-autumn")"#,
        ),
        ("/*more*/", ROOMS),
    ];
    assert!(explained(&replaced, Some(("size", None))).possible());
    let early = explained(&replaced, Some(("size", Some("2008-autumn"))));
    assert!(early.repairs.found.is_empty(), "{:?}", changes(&early));
    assert!(early.repairs.exhausted);
    // forty apply, and eighty are asked for
    let conflict = early.conflict.expect("a conflict");
    let rules: Vec<Rule> = conflict.demands.iter().map(|one| one.label.rule).collect();
    assert_eq!(rules, [Rule::Admission, Rule::Target]);
    assert!(explained(&replaced, Some(("size", Some("2009-autumn")))).possible());
}

#[test]
fn a_later_date_is_a_way_unless_a_term_is_asked_about() {
    // room for the second class comes with the second year
    let replaced = [
        ("terms: 2,", "terms: 4,"),
        (
            "/*admissions*/",
            r#"(programme: "p", entry: "2008-autumn", applicants: 40),
               (programme: "p", entry: "2009-autumn", applicants: 40)"#,
        ),
        (
            "/*targets*/",
            r#""size": (name: (zh: "规模"), metric: registered, at_least: 80, from: "2009-spring")"#,
        ),
        ("/*more*/", r#"negotiable: (targets: {"size": (price: 4, most: 3)}),"#),
    ];
    let found = explained(&replaced, Some(("size", None)));
    assert_eq!(prices(&found), [(4.0, 1)]);
    assert_eq!(changes(&found), [["--set targets.size.from=\"2009-autumn\""]]);
    let found = explained(&replaced, Some(("size", Some("2009-spring"))));
    assert!(found.repairs.found.is_empty());
}

#[test]
fn a_plan_that_misses_a_target_that_must_be_met_fails_its_verification() {
    let mut scenario = case(HALF);
    let plan = best(&scenario);
    assert!(verify(&scenario, &plan).passed());
    scenario.held_targets.insert((TargetId(1), TermId(1)));
    assert!(verify(&scenario, &plan).passed());
    scenario.held_targets.insert((TargetId(0), TermId(1)));
    let found = verify(&scenario, &plan).violations;
    let checks: Vec<Check> = found.iter().map(|one| one.check).collect();
    assert_eq!(checks, [Check::Rule(Rule::Target)]);
}
