//! What cannot hold together.

use super::cases::{NOBODY_MOVES, ONE_BED_SHORT, ONE_ROOM_SHORT, Replaced, explained};
use campusplan::domain::Rule;

/// Rules, places and terms of a conflict that is proven to be irreducible.
fn demands(replaced: Replaced<'_>) -> Vec<(Rule, String, String)> {
    let conflict = explained(replaced, None).conflict.expect("a conflict");
    assert!(conflict.irreducible);
    let demands = conflict.demands.iter();
    demands
        .map(|one| {
            let term = one.term.map_or(String::new(), |term| term.to_string());
            (one.label.rule, one.place.join(" "), term)
        })
        .collect()
}

fn demand(rule: Rule, place: &str, term: &str) -> (Rule, String, String) {
    (rule, place.to_owned(), term.to_owned())
}

#[test]
fn the_missing_bed_is_in_conflict_with_the_class_that_needs_it() {
    let found = demands(ONE_BED_SHORT);
    let expected = [
        demand(Rule::Admission, "p 2008-autumn", "2008-autumn"),
        demand(Rule::Capacity, "bed a", "2008-autumn"),
    ];
    assert_eq!(found, expected);
}

#[test]
fn rooms_of_both_campuses_are_needed_to_show_that_one_is_short() {
    let found = demands(ONE_ROOM_SHORT);
    let expected = [
        demand(Rule::Admission, "p 2008-autumn", "2008-autumn"),
        demand(Rule::Capacity, "room a", "2008-autumn"),
        demand(Rule::Capacity, "room b", "2008-autumn"),
    ];
    assert_eq!(found, expected);
}

#[test]
fn rules_that_play_no_part_are_left_out() {
    // the rooms of b do not matter, for nobody may go there
    let found = demands(NOBODY_MOVES);
    let expected = [
        demand(Rule::Admission, "q 2008-autumn", "2008-autumn"),
        demand(Rule::Placement, "p 2007-autumn", ""),
        demand(Rule::Relocation, "", "2008-autumn"),
        demand(Rule::Capacity, "room a", "2008-autumn"),
    ];
    assert_eq!(found, expected);
}

#[test]
fn a_role_that_cannot_be_filled_is_named_with_its_term() {
    // all classes must be of a field in which nobody can be taught
    let role = (
        "/*rules*/",
        r#"role: (leads: [(campus: "a", field: "g", share: 0.5, from: "2009-spring")])"#,
    );
    let cohort = (
        "/*cohorts*/",
        r#"(programme: "p", entry: "2007-autumn", campus: "a", classes: 1, students: 40)"#,
    );
    let found = demands(&[role, cohort]);
    let expected =
        [demand(Rule::Placement, "p 2007-autumn", ""), demand(Rule::Role, "a g", "2009-spring")];
    assert_eq!(found, expected);
}

#[test]
fn a_pin_is_told_as_a_pin() {
    // the class at b may not move, and b is forbidden
    let cohort = (
        "/*cohorts*/",
        r#"(programme: "p", entry: "2007-autumn", campus: "b", classes: 1, students: 40)"#,
    );
    let pins = ("/*more*/", r#"pins: [(decision: open, campus: "b", at_most: 0)],"#);
    let replaced = [
        cohort,
        ("/*elsewhere*/", r#""b": ()"#),
        ("/*campus b*/", "closable: true,"),
        ("/*rules*/", "relocation: (most_per_stage: 0)"),
        pins,
    ];
    let conflict = explained(&replaced, None).conflict.expect("a conflict");
    let mut pins = conflict.demands.iter();
    let pin = pins.find(|one| one.label.rule == Rule::Pins).expect("a pin");
    assert_eq!(pin.asks.en, "pinned: Campus B in use: forbidden");
    assert_eq!(pin.asks.zh, "按指定：不得启用乙校区");
}
