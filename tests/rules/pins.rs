//! Pins: what is forced or forbidden costs what it costs by hand, is named when
//! it cannot be, and is recomputed by the verification.
//!
//! A class costs 1 a term at campus a and 3 at campus b.

use crate::support::tiny::{self, close, read, refused, solved, text};
use campusplan::domain::Rule;
use campusplan::plan::Plan;
use campusplan::scenario;
use campusplan::verify::Check;

const TWO_CLASSES: (&str, &str) = (
    "/*admissions*/",
    r#"(programme: "p", entry: "2008-autumn", applicants: 40, least: 2, most: 2)"#,
);
const AT_BOTH: (&str, &str) = ("/*elsewhere*/", r#""b": (cost_per_class: 3)"#);

/// Two classes of a case with pins.
fn with(pins: &str) -> Plan {
    let pins = format!("pins: [{pins}],");
    solved(&[TWO_CLASSES, AT_BOTH, ("/*more*/", &pins)])
}

fn cost(plan: &Plan) -> f64 {
    plan.accounts.cost_wan_yuan.0
}

#[test]
fn a_pin_that_the_best_plan_keeps_is_free() {
    close(cost(&with("")), 4.0);
    let free = r#"(decision: placement, programme: "p", campus: "a", at_least: 2)"#;
    close(cost(&with(free)), 4.0);
    let never = r#"(decision: placement, programme: "p", campus: "b", at_most: 0)"#;
    close(cost(&with(never)), 4.0);
}

#[test]
fn a_forced_or_forbidden_place_costs_the_difference() {
    // one class at a for 2, one at b for 6
    let one = r#"(decision: placement, programme: "p", campus: "b", at_least: 1)"#;
    close(cost(&with(one)), 8.0);
    let entry =
        r#"(decision: placement, programme: "p", entry: "2008-autumn", campus: "b", at_least: 2)"#;
    close(cost(&with(entry)), 12.0);
    let not_both = r#"(decision: placement, programme: "p", campus: "a", at_most: 1)"#;
    close(cost(&with(not_both)), 8.0);
    let never = r#"(decision: placement, programme: "p", campus: "a", at_most: 0)"#;
    close(cost(&with(never)), 12.0);
}

/// Four terms in two stages, in which a class may move once for nothing.
fn four_terms(pins: &str) -> Plan {
    let pins = format!("pins: [{pins}],");
    solved(&[TWO_CLASSES, AT_BOTH, ("terms: 2, weeks", "terms: 4, weeks"), ("/*more*/", &pins)])
}

#[test]
fn terms_say_when_a_pin_holds_and_once_that_some_time_is_enough() {
    close(cost(&four_terms("")), 8.0);
    let pin = |more: &str| {
        format!(r#"(decision: placement, programme: "p", campus: "b", at_least: 1, {more})"#)
    };
    // four terms, the last two, the first two, either two
    close(cost(&four_terms(&pin(""))), 16.0);
    close(cost(&four_terms(&pin(r#"from: "2009-autumn""#))), 12.0);
    close(cost(&four_terms(&pin(r#"until: "2009-spring""#))), 12.0);
    close(cost(&four_terms(&pin("once: true"))), 12.0);
    // each class is counted once: both sit at b at some time
    let both = r#"(decision: placement, programme: "p", campus: "b", at_least: 2, once: true)"#;
    close(cost(&four_terms(both)), 16.0);
    // one after the other, where only one may be there at a time
    let in_turn =
        format!(r#"{both}, (decision: placement, programme: "p", campus: "b", at_most: 1)"#);
    close(cost(&four_terms(&in_turn)), 16.0);
}

#[test]
fn a_campus_is_opened_or_kept_out_of_use() {
    let open = |pins: &str| {
        let pins = format!("pins: [{pins}],");
        let new = "in_use: false, opening_cost: 7, running_cost: 1,";
        let plan = solved(&[
            TWO_CLASSES,
            ("terms: 2, weeks", "terms: 4, weeks"),
            ("/*campus b*/", new),
            ("/*more*/", &pins),
        ]);
        cost(&plan)
    };
    close(open(""), 8.0);
    let pin = |more: &str| format!(r#"(decision: open, campus: "b", at_least: 1, {more})"#);
    // 7, and 1 for each of four terms or of the last two
    close(open(&pin("")), 8.0 + 11.0);
    close(open(&pin("once: true")), 8.0 + 9.0);
    close(open(&pin(r#"from: "2010-spring""#)), 8.0 + 9.0);
    let closed = r#"(decision: open, campus: "b", at_most: 0)"#;
    close(open(closed), 8.0);
    // two rooms at a are one short: b opens for the third class unless it may not
    let short = |pins: &str| {
        let pins = format!("pins: [{pins}],");
        text(&[
            (
                "/*admissions*/",
                r#"(programme: "p", entry: "2008-autumn", applicants: 60, least: 3, most: 3)"#,
            ),
            AT_BOTH,
            ("\"room\": 4 /*owned at a*/", "\"room\": 2"),
            ("/*campus b*/", "in_use: false, opening_cost: 7,"),
            ("/*more*/", &pins),
        ])
    };
    close(cost(&tiny::best(&read(&short("")))), 4.0 + 6.0 + 7.0);
    let why = refused(&read(&short(closed)));
    assert!(why.conflict.contains(&Rule::Pins), "{:?}", why.conflict);
    assert!(why.conflict.contains(&Rule::Capacity), "{:?}", why.conflict);
}

#[test]
fn modules_classes_and_recruits_are_counted() {
    let option = r#"options: {"wing": (name: (zh: "教室"), campus: "a", resource: "room", units: 1,
        cost: 5, upkeep: 0.5, most: 2)},"#;
    let built = |pins: &str| {
        let more = format!("{option} pins: [{pins}],");
        let terms = ("terms: 2, weeks", "terms: 4, weeks");
        cost(&solved(&[TWO_CLASSES, terms, ("/*more*/", &more)]))
    };
    let pin = |more: &str| format!(r#"(decision: built, option: "wing", at_least: 1, {more})"#);
    close(built(""), 8.0);
    // in service from the first term on, by the end, or in the first year already
    close(built(&pin("")), 8.0 + 7.0);
    close(built(&pin("once: true")), 8.0 + 6.0);
    close(built(&pin(r#"until: "2009-spring", once: true"#)), 8.0 + 7.0);

    let admitted = |pins: &str| {
        let pins = format!("pins: [{pins}],");
        let none = r#"(programme: "p", entry: "2008-autumn", applicants: 40, most: 2)"#;
        cost(&solved(&[("/*admissions*/", none), ("/*more*/", &pins)]))
    };
    close(admitted(""), 0.0);
    let one = r#"(decision: admitted, programme: "p", entry: "2008-autumn", at_least: 1)"#;
    close(admitted(one), 2.0);
    let all = r#"(decision: admitted, programme: "p", at_least: 2, at_most: 2)"#;
    close(admitted(all), 4.0);

    let hired = |pins: &str| {
        let pins = format!("pins: [{pins}],");
        let subject =
            r#""s": (name: (zh: "课"), hiring: (cost: 0.5, pay: 1, load: 10, most_per_year: 2))"#;
        cost(&solved(&[TWO_CLASSES, ("/*subjects*/", subject), ("/*more*/", &pins)]))
    };
    close(hired(""), 4.0);
    let one = r#"(decision: hired, subject: "s", at_least: 1)"#;
    close(hired(one), 4.0 + 2.5);
}

const STAFF: &str = r#"
    roster: {
        "li": (name: "李", employer: (zh: "县"), campus: "a", subjects: ["s"], load: 10),
        "wu": (name: "吴", employer: (zh: "县"), campus: "a", subjects: ["s"], load: 10),
        "xu": (name: "徐", employer: (zh: "县"), campus: "b", subjects: ["s"], load: 10),
    },"#;

fn posted(pins: &str) -> Plan {
    let more = format!("{STAFF} pins: [{pins}],");
    let subject = ("/*subjects*/", r#""s": (name: (zh: "课"))"#);
    solved(&[TWO_CLASSES, subject, ("/*more*/", &more)])
}

fn base_of(plan: &Plan, person: &str) -> String {
    let mut posts = plan.posts.iter();
    let post = posts.find(|post| post.person.as_deref() == Some(person));
    post.unwrap().seats[0].campus.clone()
}

#[test]
fn a_person_who_is_pinned_is_the_one_who_goes() {
    let free = posted("");
    close(free.accounts.disruption, 0.0);
    // of two alike it is the second by name
    let wu = posted(r#"(decision: posted, person: "wu", campus: "b", at_least: 1)"#);
    close(wu.accounts.disruption, 20.0);
    assert_eq!(base_of(&wu, "wu"), "b");
    assert_eq!(base_of(&wu, "li"), "a");
    let li = posted(r#"(decision: posted, person: "li", campus: "a", at_most: 0)"#);
    assert_eq!(base_of(&li, "li"), "b");
    assert_eq!(base_of(&li, "wu"), "a");
    // all who teach the subject
    let all = posted(r#"(decision: posted, subject: "s", campus: "b", at_least: 3)"#);
    close(all.accounts.disruption, 40.0);
}

#[test]
fn a_pin_that_cannot_be_kept_is_named_with_what_it_conflicts_with() {
    let one = r#"pins: [(decision: placement, programme: "p", campus: "b", at_least: 1)],"#;
    let none = ("\"room\": 4 /*owned at b*/", "\"room\": 0");
    let case = text(&[TWO_CLASSES, AT_BOTH, none, ("/*more*/", one)]);
    let why = refused(&read(&case));
    assert!(why.complete);
    assert_eq!(why.conflict, [Rule::Capacity, Rule::Pins]);
}

/// What is wrong with a case with pins: paths and messages.
fn wrong(pins: &str) -> Vec<(String, String)> {
    let pins = format!("pins: [{pins}],");
    let terms = ("terms: 2, weeks", "terms: 4, weeks");
    let tenure = ("/*campus b*/", r#"tenure: (until: "2009-spring"),"#);
    let case = text(&[TWO_CLASSES, AT_BOTH, terms, tenure, ("/*more*/", &pins)]);
    let found = scenario::read(&case).expect_err("something wrong");
    let told = found.into_iter().map(|one| (one.path, one.message.en));
    told.collect()
}

#[test]
fn pins_that_contradict_each_other_are_told_before_solving() {
    let told = |pins: &str, path: &str, part: &str| {
        let found = wrong(pins);
        let there = found.iter().any(|(at, text)| at == path && text.contains(part));
        assert!(there, "{path}: {part} in {found:#?}");
    };
    let two_at_a =
        r#"(decision: placement, programme: "p", entry: "2008-autumn", campus: "a", at_least: 2)"#;
    let one_at_a = r#"(decision: placement, programme: "p", campus: "a", at_most: 1)"#;
    told(&format!("{two_at_a}, {one_at_a}"), "pins[1]", "contradicts pins[0]");
    let at_b =
        r#"(decision: placement, programme: "p", campus: "b", at_least: 1, until: "2009-spring")"#;
    let closed = r#"(decision: open, campus: "b", at_most: 0)"#;
    told(&format!("{closed}, {at_b}"), "pins[1]", "contradicts pins[0]");
    // the same words for different terms are no contradiction
    let apart = r#"
        (decision: placement, programme: "p", campus: "a", at_least: 2, until: "2009-spring"),
        (decision: placement, programme: "p", campus: "a", at_most: 1, from: "2009-autumn"),
        (decision: hired, subject: "none", at_least: 1)"#;
    let found = wrong(apart);
    assert_eq!(found.len(), 1, "{found:#?}");
    // a campus in use that may not close
    let stays = r#"(decision: open, campus: "a", at_most: 0)"#;
    told(stays, "pins[0].at_most", "may not close");
}

#[test]
fn pins_that_cannot_be_are_told_with_what_is_allowed() {
    let told = |pins: &str, path: &str, part: &str| {
        let found = wrong(pins);
        let there = found.iter().any(|(at, text)| at == path && text.contains(part));
        assert!(there, "{path}: {part} in {found:#?}");
    };
    let placed = |more: &str| {
        format!(r#"(decision: placement, programme: "p", campus: "b", at_least: 1, {more})"#)
    };
    told(&placed(r#"from: "2009-autumn""#), "pins[0]", "in any of these terms");
    told(&placed(r#"until: "2010-spring""#), "pins[0].until", "tenure");
    told(&placed(r#"entry: "2009-autumn""#), "pins[0].entry", "no classes that enter");
    told(&placed(r#"option: "x""#), "pins[0].option", "has no `option`");
    let three = r#"(decision: placement, programme: "p", campus: "a", at_least: 3)"#;
    told(three, "pins[0].at_least", "at most 2");
    let none = r#"(decision: placement, programme: "p", campus: "a")"#;
    told(none, "pins[0]", "neither");
    let fewer = r#"(decision: admitted, programme: "p", at_most: 1)"#;
    told(fewer, "pins[0].at_most", "at least 2");
    let nowhere = r#"(decision: placement, programme: "p", campus: "c", at_least: 1)"#;
    told(nowhere, "pins[0].campus", "no campus called `c`");
    let nobody = r#"(decision: posted, campus: "a", at_least: 1)"#;
    told(nobody, "pins[0]", "one of `person`");
}

#[test]
fn a_plan_that_breaks_a_pin_is_caught() {
    let caught = |pins: &str, corrupt: fn(&mut Plan)| {
        let pins = format!("pins: [{pins}],");
        let found = tiny::broken(&[TWO_CLASSES, AT_BOTH, ("/*more*/", &pins)], corrupt);
        assert!(found.contains(&Check::Rule(Rule::Pins)), "{pins}: {found:?}");
    };
    caught(r#"(decision: placement, programme: "p", campus: "b", at_least: 1)"#, |plan| {
        for class in &mut plan.classes {
            class.seats[0].campus = "a".to_owned();
        }
    });
    caught(r#"(decision: placement, programme: "p", campus: "a", at_most: 1)"#, |plan| {
        for class in &mut plan.classes {
            class.seats[0].campus = "a".to_owned();
        }
    });
    caught(r#"(decision: admitted, programme: "p", at_least: 2)"#, |plan| {
        plan.admissions[0].classes = 1;
    });
    caught(r#"(decision: open, campus: "b", at_least: 1)"#, |plan| {
        for one in plan.campuses.iter_mut().filter(|one| one.campus == "b") {
            one.open = false;
        }
    });
}

#[test]
fn staff_where_a_pin_does_not_want_them_are_caught() {
    let more =
        format!(r#"{STAFF} pins: [(decision: posted, person: "wu", campus: "b", at_least: 1)],"#);
    let subject = ("/*subjects*/", r#""s": (name: (zh: "课"))"#);
    let found = tiny::broken(&[TWO_CLASSES, subject, ("/*more*/", &more)], |plan| {
        let mut posts = plan.posts.iter_mut();
        let post = posts.find(|post| post.person.as_deref() == Some("wu"));
        post.unwrap().seats[0].campus = "a".to_owned();
    });
    assert!(found.contains(&Check::Rule(Rule::Pins)), "{found:?}");
}
