//! Cases as planners report them, each with the answer computed by hand.

use crate::support::tiny::{best, close, read, refused};
use campusplan::diagnostic::Severity;
use campusplan::domain::Text;
use campusplan::scenario;

const OVERFULL: &str = include_str!("../data/cases/overfull_today.ron");
const VACATED: &str = include_str!("../data/cases/overfull_today_vacated.ron");
const RETIREMENT: &str = include_str!("../data/cases/midyear_retirement.ron");
const BUILDING: &str = include_str!("../data/cases/midyear_building.ron");
const LEASE: &str = include_str!("../data/cases/midyear_lease_end.ron");
const STANDARD: &str = include_str!("../data/cases/standard_of_closed_school.ron");
const SHORTAGES: &str = include_str!("../data/cases/shortage_rounding.ron");
const STATION: &str = include_str!("../data/cases/message_units.ron");

/// The only error of a scenario.
fn error(text: &str) -> Text {
    let found = scenario::read(text).expect_err("an error");
    let mut errors = found.iter().filter(|one| one.severity == Severity::Error);
    let message = errors.next().expect("an error").message.clone();
    assert!(errors.next().is_none(), "{found:#?}");
    message
}

/// The English warnings of a scenario.
fn warnings(text: &str) -> Vec<String> {
    let loaded = scenario::read(text).unwrap_or_else(|found| panic!("{found:#?}"));
    let warnings = loaded.warnings.into_iter();
    warnings.map(|one| one.message.en).collect()
}

#[test]
fn a_campus_over_full_today_is_relieved_in_the_first_term() {
    // three classes in two rooms; five rooms at b, which costs 6 a term, and a 10
    for case in [OVERFULL, VACATED] {
        let plan = best(&read(case));
        close(plan.accounts.cost_wan_yuan.0, 6.0);
        assert_eq!(plan.accounts.classes_moved, 3);
    }
    assert_eq!(warnings(OVERFULL).len(), 1);
}

#[test]
fn a_campus_stays_over_full_where_classes_cannot_move() {
    // in their last school year, and none may move in it
    let text = OVERFULL.replace("last_year: true", "last_year: false");
    assert!(read_error(&text));
    let text = text.replace("2024-autumn", "2023-autumn");
    let last = error(&text).en;
    assert!(last.contains("3 of rooms") && last.contains("1 short"), "{last}");
    // nowhere to go, or not a single move
    let text = OVERFULL.replace("sites: {\"a\": (), \"b\": ()}", "sites: {\"a\": ()}");
    error(&text);
    let text = OVERFULL.replace("last_year: true", "last_year: true, most_per_stage: 0");
    error(&text);
    let text = OVERFULL.replace("last_year: true", "last_year: true, most_per_class: 0");
    error(&text);
    // one move is enough: a and b in use, one class at b
    let text = OVERFULL.replace("last_year: true", "last_year: true, most_per_stage: 1");
    let plan = best(&read(&text));
    assert_eq!(plan.accounts.classes_moved, 1);
    close(plan.accounts.cost_wan_yuan.0, 16.0);
    // of four classes two must go
    let text = text.replace("classes: 3, students: 90", "classes: 4, students: 120");
    error(&text);
}

fn read_error(text: &str) -> bool {
    scenario::read(text).is_ok()
}

#[test]
fn who_retires_in_spring_teaches_in_autumn() {
    // one campus at 10 a term
    let plan = best(&read(RETIREMENT));
    close(plan.accounts.cost_wan_yuan.0, 20.0);
    let taught = |until: bool| -> f64 {
        let lines = plan.teaching.iter();
        let lines = lines.filter(|one| one.until.is_some() == until);
        lines.map(|one| one.periods_per_week.0).sum()
    };
    close(taught(true) + taught(false), 10.0);
    close(taught(false), 5.0);
}

#[test]
fn a_room_ready_in_spring_is_there_in_spring() {
    // 10 a term for four terms, 7 to build, 1 of upkeep in three terms
    let plan = best(&read(BUILDING));
    close(plan.accounts.cost_wan_yuan.0, 40.0 + 7.0 + 3.0);
    assert_eq!(plan.built[0].from.to_string(), "2027-spring");
    assert_eq!(plan.built.len(), 2);
}

#[test]
fn premises_until_winter_hold_the_class_that_graduates_then() {
    // a costs 10 in each of four terms, b 1 in the one term in which it may be used
    let plan = best(&read(LEASE));
    close(plan.accounts.cost_wan_yuan.0, 41.0);
    assert_eq!(plan.accounts.classes_moved, 0);
}

#[test]
fn a_closed_school_is_not_asked_for_students() {
    // 6,200 students in two of three schools of 4,000 places, at 100 each
    let plan = best(&read(STANDARD));
    close(plan.accounts.cost_wan_yuan.0, 200.0);
}

#[test]
fn a_closed_school_is_asked_for_nothing_else_either() {
    let cost = |text: &str| {
        let plan = best(&read(text));
        assert!(plan.missed_rules.is_empty());
        plan.accounts.cost_wan_yuan.0
    };
    // nor at a price
    let rule = r#"indicator: "students", from: "2016-spring""#;
    let priced = STANDARD.replace(rule, &format!("{rule}, enforce: priced(0.01)"));
    close(cost(&priced), 200.0);
    // a school of two campuses is in use while one of them is: of 4,500
    // students or more only x and y together can be a school
    let schools = |text: &str| {
        let (head, _) = text.split_once("schools:").expect("schools");
        format!(
            r#"{head}schools: {{
                "xy": (name: (zh: "甲", en: "XY"), campuses: ["x", "y"]),
                "z": (name: (zh: "乙", en: "Z"), campuses: ["z"]),
            }},
            )"#
        )
    };
    let two = schools(STANDARD).replace("at_least: 3000", "at_least: 4500");
    let plan = best(&read(&two));
    close(plan.accounts.cost_wan_yuan.0, 200.0);
    assert!(plan.campuses.iter().all(|one| one.open == (one.campus != "z")));
    // nor for land: z has none
    let land = STANDARD.replace("metric: students,", "metric: land,");
    let land = land.replace("at_least: 3000", "at_least: 10");
    let land = land.replacen("owns: {\"seat\": 4000},", "land: 20, owns: {\"seat\": 4000},", 2);
    let plan = best(&read(&land));
    close(plan.accounts.cost_wan_yuan.0, 200.0);
    assert!(plan.campuses.iter().all(|one| one.open == (one.campus != "z")));
}

#[test]
fn a_shortage_is_not_rounded_up_from_noise() {
    // 9,103, 4,591 and 5,238 students; places, with one that can be built: 8,317,
    // 4,501 and 5,237
    let why = refused(&read(SHORTAGES));
    let messages: Vec<&str> = why.shortages.iter().map(|one| &*one.message.en).collect();
    assert_eq!(messages.len(), 3, "{messages:?}");
    for (campus, short) in [("EL", "786 "), ("MS", "90 "), ("HS", "1 ")] {
        let said = |message: &&&str| message.starts_with(campus);
        let said = messages.iter().find(said).expect("a message");
        assert!(said.contains(&format!(": {short}")), "{said}");
    }
}

#[test]
fn a_message_says_by_how_much_something_is_short() {
    // 40 students for 0.4201 hours, a station for 16.8 hours: 1.000238
    let Text { zh, en } = error(STATION);
    for part in ["1.0002", "0.0002"] {
        assert!(zh.contains(part) && en.contains(part), "{zh} {en}");
    }
}
