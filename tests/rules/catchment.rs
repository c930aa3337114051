//! Rule Catchment in tiny cases, each solved by hand.
//!
//! Unless a case says otherwise: two towns, `n` 2 km and 6 minutes from campus a
//! and 20 km and 40 minutes from b, `s` the other way round; all their pupils of
//! grade 9 apply for programme p in autumn 2008; nobody boards; classes have 20
//! to 40 students; a class costs 1 a term at a and 3 at b; two terms of ten weeks.

use crate::support::tiny::{best, close, outcome, read, refused, text};
use campusplan::domain::{Demand, Rule, Scenario};
use campusplan::forecast::{applicants_by_feeder, on_path};
use campusplan::plan::Plan;
use campusplan::units::Students;
use campusplan::verify::{Check, verify};

const TWO_TOWNS: &str = include_str!("../data/cases/two_towns.ron");

/// A target of registered students from the first term on.
fn target(students: u32) -> (&'static str, String) {
    let text = format!(
        r#""size": (name: (zh: "规模"), metric: registered, at_least: {students}, from: "2008-autumn")"#
    );
    ("/*targets*/", text)
}

/// The feeder schools with their pupils.
fn towns(pupils: (u32, u32), more: &str) -> (&'static str, String) {
    let (north, south) = pupils;
    let text = format!(
        r#"enrolment: (
            year: 2007,
            feeders: {{
                "n": (name: (zh: "北乡", en: "North"), pupils: {{"9": {north}}}, boarding: "0%",
                    roads: {{"a": (km: 2, minutes: 6), "b": (km: 20, minutes: 40)}}),
                "s": (name: (zh: "南镇", en: "South"), pupils: {{"9": {south}}}, boarding: "0%",
                    roads: {{"a": (km: 20, minutes: 40), "b": (km: 2, minutes: 6)}}),
            }},
            progression: {{"9": (likely: 1)}}, vocational: (likely: 1), captured: (likely: 1),
            preferences: {{"p": (likely: 1)}}, {more}
        ),"#
    );
    ("/*more*/", text)
}

/// A case with this rule, these towns and a target of all their pupils.
fn case(pupils: (u32, u32), rule: &str, changes: &[(&str, &str)]) -> String {
    let rule = format!("catchment: ({rule})");
    let (towns, target) = (towns(pupils, ""), target(pupils.0 + pupils.1));
    let mut all = vec![
        ("/*elsewhere*/", r#""b": (cost_per_class: 3)"#),
        ("/*admissions*/", r#"(programme: "p", entry: "2008-autumn")"#),
        (towns.0, towns.1.as_str()),
        (target.0, target.1.as_str()),
        ("/*rules*/", rule.as_str()),
    ];
    let replaced = |place: &str| changes.iter().any(|(other, _)| *other == place);
    all.retain(|(place, _)| !replaced(place));
    all.extend(changes);
    text(&all)
}

fn cost(text: &str) -> f64 {
    best(&read(text)).accounts.cost_wan_yuan.0
}

fn short(text: &str) -> f64 {
    outcome(&read(text)).expect("a plan").accounts.targets_percent
}

/// Pupils of a feeder school who enter at a campus.
fn from(plan: &Plan, feeder: &str, campus: &str) -> f64 {
    let here = plan.classes.iter().filter(|class| class.seats[0].campus == campus);
    here.filter_map(|class| class.feeders.get(feeder)).map(|pupils| pupils.0).sum()
}

#[test]
fn pupils_of_two_towns_go_to_their_own_campus() {
    let plan = best(&read(TWO_TOWNS));
    close(plan.accounts.home_hours.0, 0.0);
    close(plan.tiers[3].value, 0.0);
    for (feeder, campus, pupils) in [("ta", "a", 40.0), ("tb", "b", 40.0), ("ta", "b", 0.0)] {
        close(from(&plan, feeder, campus), pupils);
    }
}

#[test]
fn pupils_that_are_mixed_or_sent_across_spend_their_hours() {
    let with = |rule: &str| {
        TWO_TOWNS.replace("solver:", &format!("rules: (catchment: ({rule})), solver:"))
    };
    // 80 pupils (four classes of 20), 20 weeks, 2 terms; half of them, or all, have
    // an hour each way five times a week
    let plan = best(&read(&with("assign: mixed")));
    close(plan.accounts.home_hours.0, 80.0 * 0.5 * 10.0 * 20.0 * 2.0);
    assert!(plan.classes.iter().all(|class| class.feeders.is_empty()));
    let crossed =
        r#"zones: [(feeders: ["ta"], campuses: ["b"]), (feeders: ["tb"], campuses: ["a"])]"#;
    let plan = best(&read(&with(crossed)));
    close(plan.accounts.home_hours.0, 80.0 * 10.0 * 20.0 * 2.0);
    close(from(&plan, "ta", "b"), 40.0);
}

#[test]
fn a_town_goes_in_shares_or_as_a_whole() {
    // 60 and 60 pupils, two rooms at a. In shares 80 at a in two classes and 40 at b
    // in one: 2 · 1 + 3 a term. As a whole one town at each, two classes each:
    // 2 · 1 + 2 · 3 a term (all at b: 3 · 3).
    let rooms = [("\"room\": 4 /*owned at a*/", "\"room\": 2")];
    close(cost(&case((60, 60), "", &rooms)), 2.0 * 5.0);
    close(cost(&case((60, 60), "assign: shares", &rooms)), 2.0 * 5.0);
    let whole = case((60, 60), "assign: whole", &rooms);
    close(cost(&whole), 2.0 * 8.0);
    let plan = best(&read(&whole));
    for feeder in ["n", "s"] {
        let [a, b] = ["a", "b"].map(|campus| from(&plan, feeder, campus));
        close(a.max(b), 60.0);
        close(a.min(b), 0.0);
    }
    // One town as a whole and the other in shares: 60 of one and 20 of the other at
    // a, 40 of the other at b.
    let one = r#"zones: [(feeders: ["n"], campuses: ["a", "b"], assign: whole)]"#;
    close(cost(&case((60, 60), one, &rooms)), 2.0 * 5.0);
}

#[test]
fn a_fixed_catchment_costs_what_it_costs() {
    // All 60 of the north at b in two classes with 20 of the south, 40 of the south
    // at a in one.
    let zones = r#"zones: [(feeders: ["n"], campuses: ["b"])]"#;
    close(cost(&case((60, 60), zones, &[])), 2.0 * (2.0 * 3.0 + 1.0));
    // The same for an entry that is not this one, or for both ends of the horizon.
    let later = r#"zones: [(feeders: ["n"], campuses: ["b"], from: "2009-spring")]"#;
    close(cost(&case((60, 60), later, &[])), 2.0 * 3.0);
    let now =
        r#"zones: [(feeders: ["n"], programmes: ["p"], campuses: ["b"], until: "2008-autumn")]"#;
    close(cost(&case((60, 60), now, &[])), 2.0 * 7.0);
}

/// A case with one room at a, four at b, and beds at b: 80 pupils of the north,
/// 40 of the south, ways of more than 10 km too long for day pupils.
fn boarding(beds: u32, more: &str) -> String {
    let beds = format!("\"room\": 4, \"bed\": {beds}");
    case(
        (80, 40),
        &format!("longest_km: 10, {more}"),
        &[
            (
                "/*resources*/",
                r#""bed": (name: (zh: "床位", en: "beds"), unit: (zh: "张", en: "beds"), per: boarder, default_use: 1)"#,
            ),
            ("\"room\": 4 /*owned at a*/", "\"room\": 1"),
            ("\"room\": 4 /*owned at b*/", &beds),
        ],
    )
}

#[test]
fn those_with_too_long_a_way_board() {
    // 40 of the north at a, the south at b by day, and of the north as many as there
    // are beds: 110 of 120 with 30 beds.
    close(short(&boarding(30, "")), 100.0 * 10.0 / 120.0);
    let plan = best(&read(&boarding(40, "")));
    close(plan.accounts.targets_percent, 0.0);
    close(from(&plan, "n", "b"), 40.0);
    assert!(plan.indicators.iter().all(|at| at.boarders == Students(40.0)));
    let bed = plan.indicators[0].capacity.iter().find(|one| one.resource == "bed");
    close(bed.expect("a line").used, 40.0);
    // The time limits as well, and 40 minutes are not more than 40.
    let timed = |minutes: u32| {
        let limit = format!("longest_minutes: {minutes}");
        boarding(0, "").replace("longest_km: 10", &limit)
    };
    close(short(&timed(39)), 100.0 * 40.0 / 120.0);
    close(short(&timed(40)), 0.0);
    // Where they can't board they can't come.
    close(short(&boarding(40, "boarding: false")), 100.0 * 40.0 / 120.0);
}

#[test]
fn boarders_go_home_once_a_week() {
    // 40 of the north at a: 6 minutes each way, five times; 40 of the south at b
    // likewise; 40 of the north board at b: 40 minutes each way, once.
    let text = boarding(40, "").replace("preferences:", "travel: true, preferences:");
    let plan = best(&read(&text));
    let minutes = 80.0 * 2.0 * 6.0 * 5.0 + 40.0 * 2.0 * 40.0;
    close(plan.accounts.home_hours.0, minutes / 60.0 * 10.0 * 2.0);
    let km = 80.0 * 2.0 * 2.0 * 5.0 + 40.0 * 2.0 * 20.0;
    close(plan.indicators[0].home_kilometres.expect("known").0, km * 10.0);
}

#[test]
fn bus_seats_bound_the_day_pupils_or_cost_their_price() {
    // 80 pupils of the north at a; 50 seats.
    let zone = r#"zones: [(feeders: ["n"], campuses: ["a"])]"#;
    let seats = |seats: u32, more: &str| {
        case((80, 0), &format!(r#"{zone}, buses: {{"a": (seats: {seats})}}, {more}"#), &[])
    };
    close(short(&seats(50, "")), 100.0 * 30.0 / 80.0);
    close(short(&seats(80, "")), 0.0);
    // Within 3 km they walk.
    close(short(&seats(50, "walk_km: 3")), 0.0);
    // 30 seats missing at 0.1 in two terms, and two classes.
    let plan = best(&read(&seats(50, "enforce: priced(0.1)")));
    close(plan.accounts.cost_wan_yuan.0, 30.0 * 0.1 * 2.0 + 2.0 * 2.0);
    let missed: Vec<_> = plan.missed_rules.iter().map(|one| (one.rule, one.amount)).collect();
    assert_eq!(missed.len(), 2);
    assert!(missed.iter().all(|(rule, _)| *rule == Rule::Catchment));
    close(missed[0].1, 30.0);
}

#[test]
fn routes_are_paid_by_route_kilometre_and_pupil() {
    // A route of 2 km costs 1 + 0.2 a term, one of 20 km 1 + 2; 80 pupils 0.8. Two
    // campuses, a class each: 2.4 + 0.8 + 1 + 3; one campus: 1.2 + 3 + 0.8 + 2.
    let fleet = "(per_route: 1, per_km: 0.1, per_pupil: 0.01)";
    let rule = format!(r#"buses: {{"a": {fleet}, "b": {fleet}}}"#);
    close(cost(&case((40, 40), &rule, &[])), 2.0 * 7.0);
    // At the same cost of a class at both: 2.4 + 0.8 + 2.
    let alike = [("/*elsewhere*/", r#""b": (cost_per_class: 1)"#)];
    let plan = best(&read(&case((40, 40), &rule, &alike)));
    close(plan.accounts.cost_wan_yuan.0, 2.0 * 5.2);
    close(from(&plan, "n", "a"), 40.0);
    // A campus that is not named has buses that cost nothing.
    let rule = format!(r#"buses: {{"a": {fleet}}}"#);
    close(cost(&case((40, 40), &rule, &alike)), 2.0 * 2.0);
}

#[test]
fn applicants_who_switch_come_from_the_same_feeder_school() {
    // p is taught at a, q at b, 20 of each town apply for each; nobody goes where the
    // way is long. The south is turned away from p, the north from q, and half of
    // them take the other programme: 30 in each, 60 of 80.
    let programme = r#""q": (
        name: (zh: "文秘", en: "Programme Q"), field: "f", curriculum: [(terms: 6)],
        class_size: (min: 20, max: 40), attrition: [0], sites: {"b": ()},
    )"#;
    let changes = [
        ("/*programmes*/", programme),
        ("/*elsewhere*/", ""),
        (
            "/*admissions*/",
            r#"(programme: "p", entry: "2008-autumn"), (programme: "q", entry: "2008-autumn")"#,
        ),
    ];
    let text = case((40, 40), "longest_km: 10, boarding: false", &changes)
        .replace(r#"{"p": (likely: 1)}"#, r#"{"p": (likely: "50%"), "q": (likely: "50%")}"#);
    let pools = r#"pools: {"all": (name: (zh: "调剂"), programmes: ["p", "q"], willing: "50%")}, enrolment: ("#;
    let pooled = text.replace("enrolment: (", pools);
    close(short(&text), 100.0 * 40.0 / 80.0);
    let plan = best(&read(&pooled));
    close(plan.accounts.targets_percent, 100.0 * 20.0 / 80.0);
    close(from(&plan, "n", "a"), 30.0);
    close(from(&plan, "s", "b"), 30.0);
    // Of an average mix all could be admitted.
    let mixed = pooled.replace("longest_km: 10, boarding: false", "assign: mixed");
    close(short(&mixed), 0.0);
}

#[test]
fn pupils_move_with_their_class() {
    // a must be empty from autumn 2009 on; nobody of the north can go to b, so that no
    // class can begin at a and none of the north come.
    let changes = [("terms: 2,", "terms: 4,")];
    let vacated = |more: &str| {
        let rule = format!("longest_km: 10, boarding: false, {more}");
        case((40, 40), &rule, &changes)
            .replace("rules: (", r#"rules: (relocation: (vacate: {"a": "2009-autumn"}), "#)
    };
    close(short(&vacated("")), 50.0);
    let free = vacated("").replace("longest_km: 10, boarding: false", "assign: shares");
    let plan = best(&read(&free));
    close(plan.accounts.targets_percent, 0.0);
    // Where a class may not move the north begins at b.
    assert!(plan.classes.iter().all(|class| class.seats.last().expect("a seat").campus == "b"));
}

#[test]
fn a_tighter_limit_is_never_better() {
    let values = |text: &str| {
        let plan = outcome(&read(text)).expect("a plan");
        (plan.accounts.targets_percent, plan.accounts.cost_wan_yuan.0)
    };
    let mut before = (f64::INFINITY, f64::INFINITY);
    for seats in [20, 40, 60, 100] {
        let rule = format!(r#"buses: {{"a": (seats: {seats})}}"#);
        let now = values(&case((60, 60), &rule, &[]));
        let better = now.0 < before.0 - 1e-9;
        assert!(better || now.0 <= before.0 + 1e-9 && now.1 <= before.1 + 1e-9, "{seats}");
        before = now;
    }
    let mut before = f64::INFINITY;
    for beds in [0, 10, 25, 40] {
        let now = short(&boarding(beds, ""));
        assert!(now <= before + 1e-9, "{beds}");
        before = now;
    }
    let free = cost(&case((60, 60), "", &[]));
    for rule in ["assign: whole", r#"zones: [(feeders: ["s"], campuses: ["b"])]"#] {
        assert!(cost(&case((60, 60), rule, &[])) >= free - 1e-9, "{rule}");
    }
}

#[test]
fn the_order_of_feeders_and_zones_changes_nothing() {
    let zones = [
        r#"(feeders: ["n"], campuses: ["a", "b"], assign: whole)"#,
        r#"(feeders: ["s"], campuses: ["b"])"#,
    ];
    let rule = |one: usize, other: usize| format!("zones: [{}, {}]", zones[one], zones[other]);
    let fleet = r#", buses: {"a": (per_route: 1, seats: 70)}"#;
    let one = case((60, 50), &(rule(0, 1) + fleet), &[]);
    let other = case((60, 50), &(rule(1, 0) + fleet), &[]);
    let (from, to) = (other.find("\"n\": (name").unwrap(), other.find("\"s\": (name").unwrap());
    let end = to + other[to..].find("}),").unwrap() + 3;
    let swapped = [&other[..from], &other[to..end], &other[from..to], &other[end..]].concat();
    let [one, other] = [one, swapped].map(|text| best(&read(&text)));
    for (one, other) in one.tiers.iter().zip(&other.tiers) {
        close(one.value, other.value);
    }
}

#[test]
fn what_no_feeder_school_is_assigned_to_is_said() {
    // Two classes of 20 or more at a, where only 30 of the north can come.
    let changes = [
        ("/*elsewhere*/", ""),
        ("/*admissions*/", r#"(programme: "p", entry: "2008-autumn", least: 2)"#),
        ("/*targets*/", ""),
    ];
    let text = case((30, 30), "longest_km: 10, boarding: false", &changes);
    let why = refused(&read(&text));
    assert!(why.conflict.contains(&Rule::Catchment), "{:?}", why.conflict);
    let said: Vec<&str> = why.shortages.iter().map(|one| one.message.en.as_str()).collect();
    assert!(said.iter().any(|one| one.contains("no feeder school is assigned")), "{said:?}");
    assert!(outcome(&read(&text.replace("boarding: false", ""))).is_some());
}

#[test]
fn applicants_by_feeder_school_add_up_on_every_path() {
    let ranges = r#"vocational: (low: "33%", likely: "47%", high: "55%")"#;
    let text = case((61, 47), "", &[]).replace("vocational: (likely: 1)", ranges);
    let scenario = read(&text);
    for demand in Demand::ALL {
        let scenario = on_path(scenario.clone(), demand);
        for cohort in scenario.cohorts.keys() {
            let own = applicants_by_feeder(&scenario, cohort);
            let all = campusplan::forecast::applicants(&scenario, cohort).0;
            close(own.iter().sum(), all);
            assert!(own.iter().all(|pupils| pupils.fract() == 0.0), "{own:?}");
        }
    }
}

/// The checks that a plan of a case fails once something is changed in it.
fn broken(scenario: &Scenario, corrupt: impl FnOnce(&mut Plan)) -> Vec<Check> {
    let mut plan = outcome(scenario).expect("a plan");
    assert!(verify(scenario, &plan).passed());
    corrupt(&mut plan);
    verify(scenario, &plan).violations.iter().map(|one| one.check).collect()
}

/// Moves pupils of a class from one feeder school to another.
fn exchange(plan: &mut Plan, class: usize, (from, to): (&str, &str), pupils: f64) {
    let feeders = &mut plan.classes[class].feeders;
    feeders.entry(from.to_owned()).or_insert(Students(0.0)).0 -= pupils;
    feeders.entry(to.to_owned()).or_insert(Students(0.0)).0 += pupils;
}

#[test]
fn a_corrupted_plan_is_caught() {
    let rule = Check::Rule(Rule::Catchment);
    let alike = [("/*elsewhere*/", r#""b": (cost_per_class: 1)"#)];
    let fixed = r#"zones: [(feeders: ["n"], campuses: ["a"]), (feeders: ["s"], campuses: ["b"])]"#;
    let scenario = read(&case((40, 40), fixed, &alike));
    // Nobody of the south is assigned to a, and the north has no 41st pupil.
    let found = broken(&scenario, |plan| exchange(plan, 0, ("n", "s"), 1.0));
    assert!(found.contains(&rule), "{found:?}");
    let found = broken(&scenario, |plan| {
        let at_b = plan.classes.iter().position(|one| one.seats[0].campus == "b").unwrap();
        exchange(plan, at_b, ("s", "n"), 1.0);
    });
    assert!(found.contains(&rule), "{found:?}");
    // A pupil more than the class has; a town that is not known; none at all.
    let found = broken(&scenario, |plan| exchange(plan, 0, ("s", "n"), 1.0));
    assert!(found.contains(&Check::Reference), "{found:?}");
    let found = broken(&scenario, |plan| {
        plan.classes[0].feeders.insert("x".to_owned(), Students(1.0));
    });
    assert!(found.contains(&Check::Reference), "{found:?}");
    let found = broken(&scenario, |plan| plan.classes[0].feeders.clear());
    assert!(found.contains(&rule), "{found:?}");
    // A town that is whole at two campuses: nothing else is wrong with that.
    let whole = read(&case((40, 40), "assign: whole", &alike));
    let found = broken(&whole, |plan| {
        for class in 0..plan.classes.len() {
            let half = plan.classes[class].students * 0.5;
            let feeders = ["n", "s"].map(|key| (key.to_owned(), half));
            plan.classes[class].feeders = feeders.into_iter().collect();
        }
        let seats = ["a", "b"].into_iter().cycle();
        for (class, campus) in plan.classes.iter_mut().zip(seats) {
            class.seats[0].campus = campus.to_owned();
        }
    });
    assert!(found.contains(&rule), "{found:?}");
}

#[test]
fn riders_beyond_their_seats_and_ways_too_long_are_caught() {
    let rule = Check::Rule(Rule::Catchment);
    let alike = [("/*elsewhere*/", r#""b": (cost_per_class: 1)"#)];
    let plan = outcome(&read(&case((40, 40), "", &alike))).expect("a plan");
    let fails = |rule: &str| {
        let scenario = read(&case((40, 40), rule, &alike));
        let mut plan = plan.clone();
        // The same plan, said to be one of the stricter case.
        plan.scenario.sha256.clone_from(&scenario.hash);
        let found = verify(&scenario, &plan).violations;
        found.iter().map(|one| one.check).collect::<Vec<_>>()
    };
    assert!(fails("").is_empty());
    for strict in [
        r#"buses: {"a": (seats: 1), "b": (seats: 1)}"#,
        "longest_km: 1, boarding: false",
        r#"zones: [(feeders: ["n"], campuses: ["b"]), (feeders: ["s"], campuses: ["a"])], longest_minutes: 10, boarding: false"#,
    ] {
        assert!(fails(strict).contains(&rule), "{strict}");
    }
    // What the buses cost is in the accounts.
    let found = fails(r#"buses: {"a": (per_pupil: 0.01), "b": (per_route: 1)}"#);
    assert_eq!(found.iter().filter(|one| **one != Check::Accounts).count(), 0, "{found:?}");
    assert!(!found.is_empty());
    // Feeder schools where none are told apart.
    let mut plan = plan.clone();
    let mixed = read(&case((40, 40), "assign: mixed", &alike));
    plan.scenario.sha256.clone_from(&mixed.hash);
    assert!(!verify(&mixed, &plan).passed());
}
