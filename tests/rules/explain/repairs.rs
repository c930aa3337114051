//! What it would take.

use super::cases::{
    NOBODY_MOVES, ONE_BED_SHORT, ONE_ROOM_SHORT, changed, changes, explained, prices, with,
};
use crate::support::tiny::{EXACT, outcome};
use campusplan::domain::Rule;
use campusplan::planning::{self, Outcome};
use campusplan::scenario::Change;
use campusplan::solve::Unwatched;

/// What is negotiable, in place of a mark.
fn negotiable(text: &str) -> String {
    format!("negotiable: ({text}),")
}

#[test]
fn the_one_missing_bed() {
    let beds = r#"capacity: [(resource: "bed", campus: "a", units: 1, price: 2, most: 3)]"#;
    let beds = negotiable(beds);
    let replaced = with(ONE_BED_SHORT, &[("/*more*/", &beds)]);
    let found = explained(&replaced, None);
    assert_eq!(prices(&found), [(2.0, 1)]);
    assert!(found.repairs.exhausted);
    let granted = &found.repairs.found[0].granted[0];
    assert_eq!(granted.steps, 1);
    assert_eq!(granted.from.map(|term| term.to_string()).as_deref(), Some("2008-autumn"));
    let told = campusplan::analysis::explain::phrase(&found.repairs.found[0].scenario, granted);
    assert_eq!(told.zh, "自2008年秋季学期起，甲校区增加1张床位");
    assert_eq!(told.en, "beds at Campus A: 1 more from autumn 2008 on");
}

#[test]
fn beds_come_in_whole_steps_and_no_more_than_there_are() {
    let beds = |units: u32, most: u32| {
        negotiable(&format!(
            r#"capacity: [(resource: "bed", campus: "a", units: {units}, price: 2, most: {most})]"#
        ))
    };
    let text = beds(10, 3);
    // ten where one is missing
    let found = explained(&with(ONE_BED_SHORT, &[("/*more*/", &text)]), None);
    assert_eq!(prices(&found), [(2.0, 1)]);
    // five are missing: three steps of two, and two steps are not enough
    let mut five = ONE_BED_SHORT.to_vec();
    five[1].1 = r#", "bed": 35"#;
    let text = beds(2, 3);
    let found = explained(&with(&five, &[("/*more*/", &text)]), None);
    assert_eq!(prices(&found), [(6.0, 1)]);
    let text = beds(2, 2);
    let found = explained(&with(&five, &[("/*more*/", &text)]), None);
    assert!(found.repairs.found.is_empty());
    assert!(found.repairs.exhausted);
}

#[test]
fn two_ways_of_the_same_price_are_both_told_and_nothing_that_contains_one() {
    let rooms = negotiable(
        r#"capacity: [
            (resource: "room", campus: "a", units: 1, price: 3, most: 2),
            (resource: "room", campus: "b", units: 1, price: 3, most: 2),
        ]"#,
    );
    let found = explained(&with(ONE_ROOM_SHORT, &[("/*more*/", &rooms)]), None);
    assert_eq!(prices(&found), [(3.0, 1), (3.0, 1)]);
    assert!(found.repairs.exhausted);
    let ways = changes(&found);
    assert!(ways[0][0].contains("negotiated_room_a"), "{ways:?}");
    assert!(ways[1][0].contains("negotiated_room_b"), "{ways:?}");
}

#[test]
fn ways_come_in_the_order_of_their_prices() {
    let rooms = negotiable(
        r#"capacity: [
            (resource: "room", campus: "a", units: 1, price: 7, most: 1),
            (resource: "room", campus: "b", units: 1, price: 3, most: 1),
        ]"#,
    );
    let found = explained(&with(ONE_ROOM_SHORT, &[("/*more*/", &rooms)]), None);
    assert_eq!(prices(&found), [(3.0, 1), (7.0, 1)]);
}

#[test]
fn several_concessions_are_combined_where_one_is_not_enough() {
    // a room at b alone is of no use, nor a move
    let rooms = negotiable(
        r#"capacity: [
            (resource: "room", campus: "a", units: 2, price: 9, most: 1),
            (resource: "room", campus: "b", units: 1, price: 3, most: 1),
        ], moves: (price: 1, most: 5)"#,
    );
    let full = (r#""room": 4 /*owned at b*/"#, r#""room": 0"#);
    let found = explained(&with(NOBODY_MOVES, &[("/*more*/", &rooms), full]), None);
    assert_eq!(prices(&found), [(4.0, 2), (9.0, 1)]);
    let ways = changes(&found);
    assert!(ways[0].contains(&"--set rules.relocation.most_per_stage=1".to_owned()));
}

#[test]
fn a_tenure_is_longer_only_where_its_owner_may_agree() {
    // the class can only sit at b, which ends a term too soon
    let replaced = [
        ("sites: {\"a\": (cost_per_class: 1), /*elsewhere*/}", r#"sites: {"b": ()}"#),
        ("/*campus b*/", r#"tenure: (until: "2008-autumn"),"#),
        (
            "/*cohorts*/",
            r#"(programme: "p", entry: "2007-autumn", campus: "b", classes: 1, students: 40)"#,
        ),
    ];
    let tenure = negotiable(r#"tenure: {"b": (price: 10, most: 4)}"#);
    let found = explained(&with(&replaced, &[("/*more*/", &tenure)]), None);
    assert_eq!(prices(&found), [(10.0, 1)]);
    assert_eq!(changes(&found), [["--set campuses.b.tenure.until=\"2009-spring\""]]);
    // not listed, and not among the defaults
    for text in [negotiable(""), String::new()] {
        let found = explained(&with(&replaced, &[("/*more*/", &text)]), None);
        assert!(found.repairs.found.is_empty(), "{:?}", changes(&found));
        assert!(found.conflict.is_some());
    }
}

#[test]
fn a_campus_is_vacated_later() {
    let replaced = [
        ("/*elsewhere*/", r#""b": ()"#),
        (r#""room": 4 /*owned at a*/"#, r#""room": 1"#),
        ("/*rules*/", r#"relocation: (vacate: {"b": "2008-autumn"})"#),
        (
            "/*cohorts*/",
            r#"(programme: "p", entry: "2007-autumn", campus: "b", classes: 2, students: 80)"#,
        ),
    ];
    let later = negotiable(
        r#"capacity: [(resource: "room", campus: "a", units: 1, price: 30, most: 1)],
           vacate: {"b": (price: 4, most: 2)}"#,
    );
    let found = explained(&with(&replaced, &[("/*more*/", &later)]), None);
    // both terms are one stage, so two steps, after which b is not vacated
    assert_eq!(prices(&found), [(8.0, 1), (30.0, 1)]);
    assert_eq!(changes(&found)[0], ["--remove rules.relocation.vacate.b"]);
}

#[test]
fn what_is_infeasible_with_a_rule_is_feasible_without_it() {
    let replaced = [
        (
            "/*rules*/",
            r#"role: (leads: [(campus: "a", field: "g", share: 0.5, from: "2009-spring")])"#,
        ),
        (
            "/*cohorts*/",
            r#"(programme: "p", entry: "2007-autumn", campus: "a", classes: 1, students: 40)"#,
        ),
    ];
    let role = negotiable(r#"without: {"role": (price: 1)}"#);
    let found = explained(&with(&replaced, &[("/*more*/", &role)]), None);
    assert_eq!(prices(&found), [(1.0, 1)]);
    assert_eq!(changes(&found), [["--remove rules.role"]]);
}

#[test]
fn money_hires_and_admissions_are_lowered_and_raised() {
    // one class too many must be admitted for the one room
    let crowded = [
        (r#""room": 4 /*owned at a*/"#, r#""room": 1"#),
        ("/*admissions*/", r#"(programme: "p", entry: "2008-autumn", applicants: 80, least: 2)"#),
    ];
    let crowded = &crowded[..];
    let fewer = negotiable(r#"least: {"p": (price: 5, most: 2)}"#);
    let found = explained(&with(crowded, &[("/*more*/", &fewer)]), None);
    assert_eq!(prices(&found), [(5.0, 1)]);
    assert_eq!(changes(&found), [["--set admissions[p,2008-autumn].least=1"]]);
    // or a room is built, for which 3 are short of 5
    let more = format!(
        r#"options: {{"wing": (name: (zh: "教室"), campus: "a", resource: "room", units: 1, cost: 5, most: 1)}},
           {}"#,
        negotiable(
            r#"least: {"p": (price: 5, most: 2)},
               capital: {"2008": (amount: 2, price: 2.5, most: 4), "2009": (amount: 9, price: 1)}"#
        )
    );
    let money = ("/*rules*/", r#"budget: (capital: {"2008": 2})"#);
    let found = explained(&with(crowded, &[("/*more*/", &more), money]), None);
    assert_eq!(prices(&found), [(5.0, 1), (5.0, 1)]);
    let ways = changes(&found);
    assert!(ways.contains(&vec!["--set rules.budget.capital.2008=6".to_owned()]), "{ways:?}");
}

#[test]
fn a_teacher_from_outside_or_one_more_recruit() {
    // two teachers of 10 periods, and 25 are needed
    let replaced = [
        (
            "/*subjects*/",
            r#""s": (name: (zh: "学科", en: "Subject"), hiring: (pay: 1, load: 10, most_per_year: 0))"#,
        ),
        ("/*taught*/", r#"periods: {"s": 25}"#),
        (
            "/*cohorts*/",
            r#"(programme: "p", entry: "2007-autumn", campus: "a", classes: 1, students: 40)"#,
        ),
    ];
    let staff = format!(
        r#"staff: {{"s": (employer: (zh: "县"), campus: "a", subjects: ["s"], count: 2, load: 10)}}, {}"#,
        negotiable(
            r#"teachers: [(subject: "s", campus: "a", price: 6, most: 2)],
               hires_of: {"s": (price: 4, most: 2)}"#
        )
    );
    let found = explained(&with(&replaced, &[("/*more*/", &staff)]), None);
    assert_eq!(prices(&found), [(4.0, 1), (6.0, 1)]);
    let ways = changes(&found);
    assert_eq!(ways[0], ["--set subjects.s.hiring.most_per_year=1"]);
    assert!(ways[1][0].starts_with("--add staff.negotiated_s_a="));
    let conflict = found.conflict.expect("a conflict");
    let rules: Vec<Rule> = conflict.demands.iter().map(|one| one.label.rule).collect();
    assert_eq!(rules, [Rule::Placement, Rule::Staffing, Rule::Employment]);
}

/// Enough is taught in all, but nobody can be sent to where it is needed: only
/// the model with posts knows.
#[test]
fn a_teacher_where_nobody_can_be_sent() {
    let replaced = [
        ("/*subjects*/", r#""s": (name: (zh: "学科", en: "Subject"))"#),
        ("/*taught*/", r#"periods: {"s": 10}"#),
        ("/*elsewhere*/", r#""b": (cost_per_class: 1)"#),
        (
            "/*cohorts*/",
            r#"(programme: "p", entry: "2007-autumn", campus: "b", classes: 1, students: 40)"#,
        ),
        ("/*rules*/", "relocation: (most_per_stage: 0)"),
    ];
    let staff = format!(
        r#"staff: {{"s": (employer: (zh: "县"), campus: "a", subjects: ["s"], count: 1, load: 10, barred: ["b"])}}, {}"#,
        negotiable(
            r#"teachers: [(subject: "s", campus: "a", price: 1, most: 2), (subject: "s", campus: "b", price: 6, most: 2)]"#
        )
    );
    let found = explained(&with(&replaced, &[("/*more*/", &staff)]), None);
    assert_eq!(prices(&found), [(6.0, 1)]);
    assert!(changes(&found)[0][0].starts_with("--add staff.negotiated_s_b="));
}

#[test]
fn a_case_with_a_plan_needs_nothing() {
    let cohort = (
        "/*cohorts*/",
        r#"(programme: "p", entry: "2007-autumn", campus: "a", classes: 2, students: 80)"#,
    );
    let found = explained(&[cohort], None);
    assert!(found.possible());
    assert_eq!(prices(&found), [(0.0, 0)]);
    assert!(found.conflict.is_none());
}

#[test]
fn without_the_section_more_is_to_be_had_but_no_promise_is_broken() {
    let found = explained(ONE_BED_SHORT, None);
    // ten beds at 1 each, or the class need not be admitted
    assert_eq!(prices(&found), [(10.0, 1), (10.0, 1)]);
    let ways = changes(&found);
    assert_eq!(ways[0], ["--set admissions[p,2008-autumn].least=0"]);
    assert!(ways[1][0].contains("negotiated_bed_a"), "{ways:?}");
}

#[test]
fn the_changes_told_make_the_case_possible() {
    let rooms =
        negotiable(r#"capacity: [(resource: "room", campus: "b", units: 1, price: 3, most: 2)]"#);
    let replaced = with(ONE_ROOM_SHORT, &[("/*more*/", &rooms)]);
    let before = changed(&replaced, &[]).expect("a scenario").scenario;
    let refused = planning::plan(&before, &EXACT, &Unwatched).expect("an outcome");
    assert!(matches!(refused, Outcome::Infeasible(_)));
    let found = explained(&replaced, None);
    let told: Vec<Change> = found.repairs.found[0].changes.clone();
    let after = changed(&replaced, &told).expect("a scenario").scenario;
    assert_eq!(after.hash, found.repairs.found[0].scenario.hash);
    assert!(outcome(&after).is_some());
}
