//! Rule Bands in tiny cases, each solved by hand.
//!
//! Unless a case says otherwise: one class of a programme of six terms enters in
//! autumn 2008; a stage is a school year, so that it is in terms 1 and 2 of study,
//! then 3 and 4, then 5 and 6; a class costs 1 a term at a and 3 at b; it may move
//! once, and not in its last year.

use crate::support::tiny::{best, close, outcome, read, refused, text};
use campusplan::domain::{Rule, Scenario};
use campusplan::plan::{Plan, Seat, TermKey};
use campusplan::verify::{Check, verify};

/// The case with this rule and changes to its text.
fn case(rule: &str, changes: &[(&str, &str)]) -> String {
    let rule = format!("bands: ({rule}), /*further*/");
    let mut all = vec![
        ("terms: 2,", "terms: 6,"),
        ("/*elsewhere*/", r#""b": (cost_per_class: 3)"#),
        (
            "/*admissions*/",
            r#"(programme: "p", entry: "2008-autumn", applicants: 40, least: 1, most: 1)"#,
        ),
        ("/*rules*/", rule.as_str()),
    ];
    let replaced = |place: &str| changes.iter().any(|(other, _)| *other == place);
    all.retain(|(place, _)| !replaced(place));
    all.extend(changes);
    text(&all)
}

/// Entries of the rule: each a campus with its bands.
fn at(entries: &[(&str, &[&str])]) -> String {
    let entry =
        |(campus, bands): &(&str, &[&str])| format!(r#"(campus: "{campus}", bands: {bands:?})"#);
    let entries: Vec<String> = entries.iter().map(entry).collect();
    format!("campuses: [{}]", entries.join(", "))
}

fn plan(rule: &str, changes: &[(&str, &str)]) -> Plan {
    best(&read(&case(rule, changes)))
}

fn cost(rule: &str, changes: &[(&str, &str)]) -> f64 {
    plan(rule, changes).accounts.cost_wan_yuan.0
}

/// The campus of the only class in each of its three years.
fn years(plan: &Plan) -> String {
    let class = plan.classes.last().expect("a class");
    let year = |year: i32| {
        let start = campusplan::domain::Term { year, season: campusplan::domain::Season::Autumn };
        class.seats.iter().rfind(|seat| seat.from.0 <= start).expect("a seat").campus.clone()
    };
    (2008..=2010).map(year).collect()
}

#[test]
fn a_class_goes_where_its_terms_of_study_are_taken() {
    close(cost("", &[]), 6.0);
    // First years at a, all others at b: 2 · 1 + 4 · 3.
    let first = plan(&at(&[("a", &["1-2"]), ("b", &["3-6"])]), &[]);
    close(first.accounts.cost_wan_yuan.0, 14.0);
    assert_eq!(years(&first), "abb");
    assert!(first.bands.is_empty());
    // First years apart, with b also for them: it stays there, 6 · 3, for it may move
    // once only; and it does move where that is cheaper.
    close(cost(&at(&[("a", &["3-6"])]), &[]), 2.0 * 3.0 + 4.0);
    // A single term of study.
    close(cost(&at(&[("a", &["1-4"]), ("b", &["1", "1-6"])]), &[]), 10.0);
}

#[test]
fn third_years_go_to_their_campus_in_their_last_year() {
    // 4 · 1 + 2 · 3, although nothing moves in its last year otherwise.
    let third = at(&[("a", &["1-4"]), ("b", &["5-6"])]);
    let plan = plan(&third, &[]);
    close(plan.accounts.cost_wan_yuan.0, 10.0);
    assert_eq!(years(&plan), "aab");
    // From autumn 2010 on a takes first years only: the same.
    let later = r#"campuses: [(campus: "a", bands: ["1-2"], from: "2010-autumn")]"#;
    close(cost(later, &[]), 10.0);
    let never = r#"campuses: [(campus: "a", bands: ["1-2"], from: "2011-spring")]"#;
    close(cost(never, &[]), 10.0);
}

#[test]
fn the_plan_chooses_a_band() {
    // One of both campuses for first years, the other for the rest: a for the rest,
    // 2 · 3 + 4 · 1.
    let both: &[&str] = &["1-2", "3-6"];
    let rule = at(&[("a", both), ("b", both)]);
    let plan = plan(&rule, &[]);
    close(plan.accounts.cost_wan_yuan.0, 10.0);
    assert_eq!(years(&plan), "baa");
    let chosen: Vec<_> =
        plan.bands.iter().map(|one| (one.campus.as_str(), one.first, one.last)).collect();
    assert_eq!(chosen, [("a", 3, 6), ("b", 1, 2)]);
    // With one that takes all, as if there were none.
    close(cost(&at(&[("a", &["1-2", "3-6", "1-6"]), ("b", both)]), &[]), 6.0);
    // Two classes of different years share the choice: the one of 2007, in terms 3 to
    // 6, stays at a for 4 terms, and the new one comes to it.
    let older = [(
        "/*cohorts*/",
        r#"(programme: "p", entry: "2007-autumn", campus: "a", classes: 1, students: 30)"#,
    )];
    close(cost(&rule, &older), 10.0 + 4.0);
}

#[test]
fn a_programme_at_a_campus_has_bands_of_its_own() {
    let programme = r#""q": (
        name: (zh: "文秘", en: "Programme Q"), field: "f", curriculum: [(terms: 6)],
        class_size: (min: 20, max: 40), attrition: [0],
        sites: {"a": (cost_per_class: 1), "b": (cost_per_class: 3)},
    )"#;
    let admitted = r#"(programme: "p", entry: "2008-autumn", applicants: 40, least: 1, most: 1),
        (programme: "q", entry: "2008-autumn", applicants: 40, least: 1, most: 1)"#;
    let two = [("/*programmes*/", programme), ("/*admissions*/", admitted)];
    // p for two terms at a and four at b; q stays at a.
    let own = r#"campuses: [(campus: "a", programmes: ["p"], bands: ["1-2"])]"#;
    close(cost(own, &two), 14.0 + 6.0);
    // All others at a from the third term on: q for two terms at b and four at a.
    let others = r#"campuses: [(campus: "a", programmes: ["p"], bands: ["1-2"]), (campus: "a", bands: ["3-6"])]"#;
    close(cost(others, &two), 14.0 + 10.0);
}

#[test]
fn a_change_of_campus_is_due_or_allowed() {
    // b costs 0.1 and is there from autumn 2010 on: a class that enters its last year
    // then may go there only where a change after the fourth term is allowed.
    let later = [
        ("/*elsewhere*/", r#""b": (cost_per_class: 0.1)"#),
        ("/*campus b*/", r#"in_use: false, tenure: (from: "2010-autumn")"#),
    ];
    close(cost("", &later), 6.0);
    close(cost("changes: [(after: 4, must: false)]", &later), 4.2);
    close(cost("changes: [(after: 4)]", &later), 4.2);
    close(cost(r#"changes: [(programmes: ["p"], after: 2, must: false)]"#, &later), 6.0);
    // Where it must, although it is cheaper to stay: a, a, b.
    close(cost("changes: [(after: 4)]", &[]), 10.0);
    close(cost("changes: [(after: 4, must: false)]", &[]), 6.0);
    // After the second: b, a, a.
    let plan = plan("changes: [(after: 2)]", &[]);
    close(plan.accounts.cost_wan_yuan.0, 10.0);
    assert_eq!(years(&plan), "baa");
    // A class of today that is due at the start.
    let today = [
        (
            "/*cohorts*/",
            r#"(programme: "p", entry: "2006-autumn", campus: "a", classes: 1, students: 30)"#,
        ),
        ("/*admissions*/", ""),
    ];
    close(cost("", &today), 2.0);
    close(cost("changes: [(after: 4)]", &today), 6.0);
}

#[test]
fn where_no_campus_takes_a_class_the_bands_are_named() {
    let rule = at(&[("a", &["1-2"]), ("b", &["1-4"])]);
    let why = refused(&read(&case(&rule, &[])));
    assert!(why.conflict.contains(&Rule::Bands), "{:?}", why.conflict);
    assert!(!why.conflict.contains(&Rule::Capacity), "{:?}", why.conflict);
    // A class of today, which is there whether it is taken or not.
    let older = [
        (
            "/*cohorts*/",
            r#"(programme: "p", entry: "2007-autumn", campus: "a", classes: 1, students: 30)"#,
        ),
        ("/*admissions*/", ""),
    ];
    let why = refused(&read(&case(&rule, &older)));
    assert!(why.conflict.contains(&Rule::Bands), "{:?}", why.conflict);
    let said: Vec<&str> = why.shortages.iter().map(|one| one.message.en.as_str()).collect();
    assert!(said.iter().any(|one| one.contains("outside its terms of study")), "{said:?}");
    // One campus only, and a change is due.
    let alone = [("/*elsewhere*/", "")];
    let why = refused(&read(&case("changes: [(after: 2)]", &alone)));
    assert!(why.conflict.contains(&Rule::Bands), "{:?}", why.conflict);
    // A choice that cannot suit two years at once: one room for each, and no band for
    // all.
    let both: &[&str] = &["1-2", "3-6"];
    let alone = at(&[("a", both)]);
    let why = refused(&read(&case(&alone, &[("/*elsewhere*/", "")])));
    assert!(why.conflict.contains(&Rule::Bands), "{:?}", why.conflict);
}

#[test]
fn narrower_bands_are_never_better_and_more_to_choose_from_never_worse() {
    let of = |a: &[&str], b: &[&str]| {
        let plan = outcome(&read(&case(&at(&[("a", a), ("b", b)]), &[])));
        plan.map_or(f64::INFINITY, |plan| plan.accounts.cost_wan_yuan.0)
    };
    let wider: [&[&str]; 4] = [&["1-6"], &["1-4"], &["1-2"], &["1-1"]];
    for pair in wider.windows(2) {
        assert!(of(pair[0], &["1-6"]) <= of(pair[1], &["1-6"]) + 1e-9, "{pair:?}");
    }
    let more: [&[&str]; 3] = [&["1-2"], &["1-2", "3-6"], &["1-2", "3-6", "1-4"]];
    for pair in more.windows(2) {
        assert!(of(pair[1], &["1-2", "3-6"]) <= of(pair[0], &["1-2", "3-6"]) + 1e-9, "{pair:?}");
    }
}

#[test]
fn the_order_of_entries_and_bands_changes_nothing() {
    let one = plan(&at(&[("a", &["1-2", "3-6"]), ("b", &["3-6", "1-2"])]), &[]);
    let other = plan(&at(&[("b", &["1-2", "3-6"]), ("a", &["3-6", "1-2"])]), &[]);
    for (one, other) in one.tiers.iter().zip(&other.tiers) {
        close(one.value, other.value);
    }
    assert_eq!(years(&one), years(&other));
}

/// The checks that a plan of a case fails once something is changed in it.
fn broken(scenario: &Scenario, corrupt: impl FnOnce(&mut Plan)) -> Vec<Check> {
    let mut plan = outcome(scenario).expect("a plan");
    assert!(verify(scenario, &plan).passed());
    corrupt(&mut plan);
    verify(scenario, &plan).violations.iter().map(|one| one.check).collect()
}

#[test]
fn a_corrupted_plan_is_caught() {
    let rule = Check::Rule(Rule::Bands);
    let both: &[&str] = &["1-2", "3-6"];
    let scenario = read(&case(&at(&[("a", both), ("b", both)]), &[]));
    // Another choice, one that is not offered, none, two.
    for corrupt in [
        (|plan: &mut Plan| (plan.bands[0].first, plan.bands[0].last) = (1, 2)) as fn(&mut Plan),
        |plan| plan.bands[0].last = 5,
        |plan| plan.bands.clear(),
        |plan| {
            let again = plan.bands[0].clone();
            plan.bands.push(again);
        },
        |plan| plan.bands[0].programmes.push("p".to_owned()),
        // It stays where it begins.
        |plan| plan.classes[0].seats.truncate(1),
    ] {
        let found = broken(&scenario, corrupt);
        assert!(found.contains(&rule), "{found:?}");
    }
    let due = read(&case("changes: [(after: 2)]", &[]));
    let found = broken(&due, |plan| plan.classes[0].seats.truncate(1));
    assert!(found.contains(&rule), "{found:?}");
    // A choice where there is none to make.
    let free = read(&case("", &[]).replace("bands: (), ", ""));
    assert!(free.rules.bands.is_none());
    let found = broken(&free, |plan| {
        let choice = campusplan::plan::BandChoice {
            campus: "a".to_owned(),
            programmes: vec![],
            first: 1,
            last: 2,
        };
        plan.bands.push(choice);
    });
    assert_eq!(found, [Check::Reference]);
    // A move in the last year that no band and no change asks for.
    let found = broken(&free, |plan| {
        let from = TermKey("2010-autumn".parse().expect("a term"));
        plan.classes[0].seats.push(Seat { from, campus: "b".to_owned() });
    });
    assert!(found.contains(&Check::Rule(Rule::Relocation)), "{found:?}");
}
