//! Placement, Relocation, Internship, Tenure.

use crate::support::tiny::{close, cost, solved};

/// Three classes of p to be admitted.
const THREE: (&str, &str) =
    ("/*admissions*/", r#"(programme: "p", entry: "2008-autumn", applicants: 120, least: 3)"#);
/// Two classes of p to be admitted.
const TWO: (&str, &str) =
    ("/*admissions*/", r#"(programme: "p", entry: "2008-autumn", applicants: 80, least: 2)"#);
const FOUR_TERMS: (&str, &str) = ("terms: 2,", "terms: 4,");
/// Two classes at b, in the third of their six terms of study.
const AT_B: (&str, &str) = (
    "/*cohorts*/",
    r#"(programme: "p", entry: "2007-autumn", campus: "b", classes: 2, students: 60)"#,
);

/// Costs of a class and term at a and at b.
fn sites(a: u32, b: u32) -> String {
    format!(r#"sites: {{"a": (cost_per_class: {a}), "b": (cost_per_class: {b})}}"#)
}

const SITES: &str = "sites: {\"a\": (cost_per_class: 1), /*elsewhere*/}";

#[test]
fn classes_sit_where_it_is_cheapest_and_there_is_room() {
    let sites = sites(3, 1);
    // two rooms at b: (1 + 1 + 3) x 2 terms
    let two_rooms = ("\"room\": 4 /*owned at b*/", "\"room\": 2");
    close(cost(&[THREE, (SITES, &sites), two_rooms]), 10.0);
    // slack: all three at b
    let three_rooms = ("\"room\": 4 /*owned at b*/", "\"room\": 3");
    close(cost(&[THREE, (SITES, &sites), three_rooms]), 6.0);
    // b is not allowed
    let not_b = r#"sites: {"a": (cost_per_class: 3), "b": (allowed: false, cost_per_class: 1)}"#;
    close(cost(&[THREE, (SITES, not_b)]), 18.0);
}

#[test]
fn a_plain_assignment() {
    // one room each; costs p: 1 at a, 4 at b; q: 2 at a, 9 at b.
    // p at b and q at a: 6 a term; the other way round, 10
    let q = r#""q": (
        name: (zh: "另一专业"), field: "g", curriculum: [(terms: 6)],
        class_size: (min: 20, max: 40), attrition: [0],
        sites: {"a": (cost_per_class: 2), "b": (cost_per_class: 9)},
    )"#;
    let admissions = r#"
        (programme: "p", entry: "2008-autumn", applicants: 40, least: 1, most: 1),
        (programme: "q", entry: "2008-autumn", applicants: 40, least: 1, most: 1)"#;
    let changes = [
        (SITES, &*sites(1, 4)),
        ("/*programmes*/", q),
        ("/*admissions*/", admissions),
        ("\"room\": 4 /*owned at a*/", "\"room\": 1"),
        ("\"room\": 4 /*owned at b*/", "\"room\": 1"),
    ];
    close(cost(&changes), 12.0);
    // with room for both at a: (1 + 2) x 2
    let slack = [changes[0], changes[1], changes[2]];
    close(cost(&slack), 6.0);
}

#[test]
fn a_facility_is_opened_when_it_pays() {
    let sites = sites(3, 1);
    let closed = |opening: &str| format!("in_use: false, closable: true, opening_cost: {opening},");
    // all at a: 3 x 3 x 2 = 18; all at b: 5 + 6
    close(cost(&[THREE, (SITES, &sites), ("/*campus b*/", &closed("5"))]), 11.0);
    close(cost(&[THREE, (SITES, &sites), ("/*campus b*/", &closed("15"))]), 18.0);
    // its running costs count too: 5 + 6 + 2 x 3 = 17, 5 + 6 + 2 x 4 > 18
    let running = |each: &str| format!("{} running_cost: {each},", closed("5"));
    close(cost(&[THREE, (SITES, &sites), ("/*campus b*/", &running("3"))]), 17.0);
    close(cost(&[THREE, (SITES, &sites), ("/*campus b*/", &running("4"))]), 18.0);
}

#[test]
fn few_classes_move_at_a_time_and_none_in_its_last_year() {
    let sites = sites(1, 3);
    let with = |rules: &str| {
        let rules = format!("relocation: (cost: 1, {rules})");
        cost(&[FOUR_TERMS, AT_B, (SITES, &sites), ("/*rules*/", &rules)])
    };
    // both at once: 2 + 2 x 4
    close(with(""), 10.0);
    close(with("most_per_stage: 2"), 10.0);
    // one at once, 1 + 4; the other is in its last year at the next point and
    // stays: 3 x 4
    close(with("most_per_stage: 1"), 17.0);
    // it may move then: 3 x 2 + 1 + 1 x 2
    close(with("most_per_stage: 1, last_year: true"), 14.0);
    // none: 2 x 3 x 4
    close(with("most_per_stage: 0"), 24.0);
    close(with("most_per_class: 0"), 24.0);
    // the second at once for a price of 2, or not for one of 8
    close(with("most_per_stage: 1, enforce: priced(2)"), 12.0);
    close(with("most_per_stage: 1, enforce: priced(8)"), 17.0);
}

#[test]
fn a_campus_to_be_vacated_is_left_even_in_the_last_year() {
    let sites = sites(3, 1);
    // slack: 2 x 1 x 4
    close(cost(&[FOUR_TERMS, AT_B, (SITES, &sites)]), 8.0);
    // two terms at b, two at a, two moves: 4 + 12 + 2
    let rules = r#"relocation: (cost: 1, vacate: {"b": "2009-autumn"})"#;
    let plan = solved(&[FOUR_TERMS, AT_B, (SITES, &sites), ("/*rules*/", rules)]);
    close(plan.accounts.cost_wan_yuan.0, 18.0);
    assert_eq!(plan.accounts.classes_moved, 2);
    close(plan.accounts.disruption, 60.0);
}

#[test]
fn internships_in_turn_need_half_the_rooms() {
    let terms = ("terms: 6,", "terms: 2,");
    let one_room = ("\"room\": 4 /*owned at a*/", "\"room\": 1");
    let option = (
        "/*more*/",
        r#"options: {"wing": (name: (zh: "教室"), campus: "a", resource: "room", units: 1, cost: 7, most: 2)},"#,
    );
    let with = |internship: &str| {
        let internship = format!("internship: ({internship}),");
        let changes = [TWO, terms, one_room, option, ("/*p*/", &*internship)];
        cost(&changes)
    };
    // one class in school in each term: 1 + 1
    close(with("first: 1, last: 2, length: 1"), 2.0);
    // both in the same term: a second room, 7 + 2
    close(with("first: 1, last: 2, length: 1, fixed: 1"), 9.0);
    close(with("first: 1, last: 2, length: 1, fixed: 2"), 9.0);
    // both terms away: no room at all
    close(with("first: 1, last: 2, length: 2"), 0.0);
    // no choice: both in school in the second term
    close(with("first: 1, last: 1, length: 1"), 9.0);
    // without internship both are in school in both terms: 7 + 4
    close(cost(&[TWO, terms, one_room, option]), 11.0);
}

#[test]
fn a_campus_is_left_when_its_tenure_ends() {
    let sites = sites(3, 1);
    let tenure = |until: &str| format!(r#"tenure: (until: "{until}"), closing_cost: 2,"#);
    let with = |until: &str| {
        let campus = tenure(until);
        let rules = ("/*rules*/", "relocation: (cost: 1)");
        cost(&[TWO, FOUR_TERMS, (SITES, &sites), ("/*campus b*/", &campus), rules])
    };
    // slack: to the end at b, 2 x 1 x 4
    close(with("2010-spring"), 8.0);
    // a year at b, then a: 4 + 12 + 2 moves + 2 for closing
    close(with("2009-spring"), 20.0);
    // it ends in mid-stage: b must be left when the stage begins, the same
    close(with("2009-autumn"), 20.0);
    // it begins later: a year at a, then b: 12 + 4 + 2 moves
    let later = r#"tenure: (from: "2009-autumn"), in_use: false,"#;
    let rules = ("/*rules*/", "relocation: (cost: 1)");
    let changes = [TWO, FOUR_TERMS, (SITES, &*sites), ("/*campus b*/", later), rules];
    close(cost(&changes), 18.0);
}

#[test]
fn only_a_closable_campus_is_closed() {
    // nobody needs b: 2 x 4 for the classes, 3 for closing or 4 x 2 to run it
    let campus = "running_cost: 2, closing_cost: 3,";
    let closable = format!("{campus} closable: true,");
    close(cost(&[TWO, FOUR_TERMS, ("/*campus b*/", campus)]), 16.0);
    close(cost(&[TWO, FOUR_TERMS, ("/*campus b*/", &closable)]), 11.0);
}

#[test]
fn tenure_holds_for_classes_that_need_no_room() {
    // a year at b, then a: 4 + 12; to the end at b: 8
    let sites = sites(3, 1);
    let no_room = ("default_use: 1", "default_use: 0");
    let until = ("/*campus b*/", r#"tenure: (until: "2009-spring"),"#);
    close(cost(&[TWO, FOUR_TERMS, (SITES, &sites), no_room, until]), 16.0);
    close(cost(&[TWO, FOUR_TERMS, (SITES, &sites), no_room]), 8.0);
}
