//! What one more unit is worth.

use super::cases::{Replaced, case, changed, with};
use crate::support::tiny::{EXACT, close};
use campusplan::analysis::prices::{Asked, Base, Known, Price, prices};
use campusplan::planning::time_budget::TimeBudget;
use campusplan::planning::{self, Outcome};
use campusplan::scenario::Change;
use campusplan::solve::Unwatched;

/// The prices in a case, planned afresh or beside a plan that was read.
fn priced(replaced: Replaced<'_>, read: bool) -> Vec<Price> {
    let scenario = case(replaced);
    let reload = |changes: &[Change]| changed(replaced, changes).map(|loaded| loaded.scenario);
    let outcome = planning::plan(&scenario, &EXACT, &Unwatched).expect("an outcome");
    let Outcome::Planned(planned) = outcome else {
        panic!("no plan: {outcome:?}");
    };
    let base = if read { Base::read(&scenario, planned.plan) } else { Base::made(*planned) };
    let asked = Asked {
        scenario: &scenario,
        reload: &reload,
        base: &base,
        count: 20,
        limits: EXACT,
        together: 2,
    };
    let (found, left) = prices(asked, &TimeBudget::start(None, &Unwatched));
    assert_eq!(left, 0);
    found
}

const TWO_CLASSES: (&str, &str) =
    ("/*admissions*/", r#"(programme: "p", entry: "2008-autumn", applicants: 80, least: 2)"#);

const ROOM_AT_A: (&str, &str) = (
    "/*more*/",
    r#"negotiable: (capacity: [(resource: "room", campus: "a", units: 1, price: 3, most: 2)]),"#,
);

/// One room at a, where a class costs 1 a term; at b it costs 3.
const DEAR_AT_B: Replaced<'static> = &[
    (r#""room": 4 /*owned at a*/"#, r#""room": 1"#),
    ("/*elsewhere*/", r#""b": (cost_per_class: 3)"#),
    TWO_CLASSES,
    ROOM_AT_A,
];

#[test]
fn a_room_saves_what_the_class_costs_elsewhere() {
    for read in [false, true] {
        let found = priced(DEAR_AT_B, read);
        assert_eq!(found.len(), 1);
        let tiers = &found[0].tiers;
        assert_eq!(tiers[0].known, Known::Nothing);
        // two terms, 3 - 1 each
        assert_eq!(tiers[1].known, Known::Something);
        close(tiers[1].value, -4.0);
        close(tiers[1].low.expect("a bound"), -4.0);
        close(tiers[1].high.expect("a bound"), -4.0);
    }
}

#[test]
fn a_room_that_nobody_needs_is_worth_nothing() {
    // both classes have their room, and nobody else applies
    let replaced = [
        (r#""room": 4 /*owned at a*/"#, r#""room": 2"#),
        ("/*elsewhere*/", r#""b": (cost_per_class: 3)"#),
        TWO_CLASSES,
        ROOM_AT_A,
    ];
    let found = priced(&replaced, false);
    assert_eq!(found.len(), 1);
    assert!(found[0].tiers.iter().all(|one| one.known == Known::Nothing));
}

#[test]
fn a_room_that_a_target_lacks_costs_money_for_what_it_reaches() {
    let replaced = [
        (r#""room": 4 /*owned at a*/"#, r#""room": 1"#),
        ("/*admissions*/", r#"(programme: "p", entry: "2008-autumn", applicants: 80)"#),
        ("/*targets*/", r#""size": (name: (zh: "规模"), metric: registered, at_least: 80)"#),
        ROOM_AT_A,
    ];
    let found = priced(&replaced, false);
    let tiers = &found[0].tiers;
    assert_eq!(tiers[0].known, Known::Something);
    close(tiers[0].value, -50.0);
    // the second class costs 1 in each of two terms
    assert_eq!(tiers[1].known, Known::Something);
    close(tiers[1].value, 2.0);
}

#[test]
fn what_is_not_tight_is_not_tried() {
    let replaced = with(&DEAR_AT_B[1..3], &[("/*more*/", ROOM_AT_A.1)]);
    // two of four rooms are used
    assert!(priced(&replaced, false).is_empty());
}
