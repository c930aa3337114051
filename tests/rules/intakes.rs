//! The parts of the objective about intakes. A class costs 1 a term at campus a.

use crate::support::tiny::{best, broken, close, outcome, read, solved, text};
use campusplan::domain::{Limits, Scenario};
use campusplan::plan::Plan;
use campusplan::planning::{self, Outcome};
use campusplan::solve::Unwatched;
use campusplan::verify::Check;

/// Three intakes of one programme in five terms and nine rooms. A class of 2008
/// is there for five terms and costs 5, one of 2009 costs 3, one of 2010 costs 1.
const YEARS: [(&str, &str); 4] = [
    ("terms: 2,", "terms: 5,"),
    ("\"room\": 4 /*owned at a*/", "\"room\": 9"),
    (
        "/*admissions*/",
        r#"(programme: "p", entry: "2008-autumn", applicants: 100, least: 1),
        (programme: "p", entry: "2010-autumn", applicants: 100, least: 1),
        (programme: "p", entry: "2009-autumn", applicants: 100, least: 1)"#,
    ),
    (
        "/*targets*/",
        r#""size": (name: (zh: "规模"), metric: registered, at_least: 160, from: "2010-autumn")"#,
    ),
];

fn tiers(list: &str) -> String {
    format!("objective: [(parts: [(part: targets)]), {list}],")
}

fn years(list: &str) -> Scenario {
    let more = tiers(list);
    read(&text(&[&YEARS[..], &[("/*more*/", &more)]].concat()))
}

fn swing(plan: &Plan) -> f64 {
    plan.accounts.intakes.as_ref().expect("parts about intakes").swing
}

#[test]
fn intakes_swing_where_that_is_cheaper_and_swing_comes_later() {
    // 160 students are four classes of at most 40; one in 2008, one in 2009 and two in
    // 2010 cost 5 + 3 + 2 = 10, and then the intakes are 40, 40 and 80.
    let plan = best(&years("(parts: [(part: cost)]), (parts: [(part: swing)])"));
    close(plan.accounts.cost_wan_yuan.0, 10.0);
    close(swing(&plan), 40.0);
}

#[test]
fn intakes_are_steady_where_that_comes_first() {
    // equal intakes of at least 160 / 3 students take two classes each: 2 · (5 + 3 + 1)
    let plan = best(&years("(parts: [(part: swing)]), (parts: [(part: cost)])"));
    close(swing(&plan), 0.0);
    close(plan.accounts.cost_wan_yuan.0, 18.0);
}

/// With 40 % more cost, 14: one class in 2008 with at most 40 students, two in 2009 and
/// two in 2010 cost 5 + 6 + 2 = 13. From 40 the others need 120 together: 60 and 60,
/// a swing of 20. With two classes in 2008 the cost is at least 10 + 3 + 1 = 14, and
/// 80, 40 and 40 swing by 40.
const TOLERANT: &str = r#"(parts: [(part: cost)], tolerance: "40%"), (parts: [(part: swing)])"#;

#[test]
fn a_late_tier_uses_what_the_cost_may_give_away() {
    let plan = outcome(&years(TOLERANT)).unwrap();
    close(swing(&plan), 20.0);
    close(plan.accounts.cost_wan_yuan.0, 13.0);
}

#[test]
fn a_late_tier_is_improved_in_a_run_that_ends_by_its_work() {
    let limits = Limits { time_limit_s: None, gap: 0.0, steps: Some(1), threads: 1, seed: 0 };
    let outcome = planning::plan(&years(TOLERANT), &limits, &Unwatched).unwrap();
    let Outcome::Planned(planned) = outcome else { panic!("{outcome:?}") };
    assert!(planned.verification.passed(), "{:#?}", planned.verification.violations);
    close(swing(&planned.plan), 20.0);
}

#[test]
fn a_weight_of_nothing_counts_nothing_and_the_order_of_intakes_does_not_matter() {
    let more = format!("{} intakes: (swing: {{\"p\": 0}}),", tiers(TOLERANT));
    let plan = outcome(&read(&text(&[&YEARS[..], &[("/*more*/", &more)]].concat()))).unwrap();
    close(swing(&plan), 0.0);
    let more = format!("{} intakes: (swing: {{\"p\": 3}}),", tiers(TOLERANT));
    let sorted = YEARS[2].1.lines().map(str::trim).map(|line| line.trim_end_matches(','));
    let mut sorted: Vec<&str> = sorted.collect();
    sorted.sort_unstable();
    let sorted = sorted.join(",");
    let changes = [YEARS[0], YEARS[1], (YEARS[2].0, &sorted), YEARS[3], ("/*more*/", &more)];
    close(swing(&outcome(&read(&text(&changes))).unwrap()), 60.0);
}

/// 50 apply for p, which has one class of at most 40, and 30 for q with one class.
const POOL: [(&str, &str); 3] = [
    (
        "/*programmes*/",
        r#""q": (
            name: (zh: "乙专业"), field: "f", curriculum: [(terms: 6)],
            class_size: (min: 20, max: 40), attrition: [0], sites: {"a": (cost_per_class: 1)},
        ),"#,
    ),
    (
        "/*admissions*/",
        r#"(programme: "p", entry: "2008-autumn", applicants: 50, most: 1),
        (programme: "q", entry: "2008-autumn", applicants: 30, most: 1)"#,
    ),
    (
        "/*more*/",
        r#"objective: [(parts: [(part: turned_away)]), (parts: [(part: cost)])],
        pools: {"town": (name: (zh: "镇"), programmes: ["p", "q"], willing: "50%")},
        intakes: (turned_away: {"town": 3}),"#,
    ),
];

#[test]
fn whoever_takes_another_programme_has_a_place() {
    // Ten are turned away from p; half of them take q: five are left, at a weight of 3.
    let plan = solved(&POOL);
    let intakes = plan.accounts.intakes.as_ref().unwrap();
    close(intakes.turned_away, 15.0);
    close(plan.accounts.cost_wan_yuan.0, 4.0);
    // After the cost nobody is admitted at all.
    let late = POOL[2].1.replace(
        "[(parts: [(part: turned_away)]), (parts: [(part: cost)])]",
        "[(parts: [(part: cost)]), (parts: [(part: turned_away)])]",
    );
    let plan = solved(&[POOL[0], POOL[1], ("/*more*/", &late)]);
    close(plan.accounts.intakes.as_ref().unwrap().turned_away, 240.0);
    close(plan.accounts.cost_wan_yuan.0, 0.0);
}

/// 100 pupils of whom 50 apply for p, or 20 on the low path; 20 apply for q for certain;
/// 30 are in school.
fn projected(list: &str) -> String {
    let more = format!(
        r#"enrolment: (
            year: 2007, feeders: {{"north": (name: (zh: "乡"), pupils: {{"9": 100}})}},
            progression: {{"9": (likely: "100%")}},
            vocational: (low: "20%", likely: "50%", high: "60%"),
            captured: (likely: "100%"), preferences: {{"p": (likely: "100%")}},
        ),
        objective: [(parts: [(part: targets)]), {list}],"#
    );
    text(&[
        POOL[0],
        (
            "/*cohorts*/",
            r#"(programme: "p", entry: "2007-autumn", campus: "a", classes: 1, students: 30)"#,
        ),
        (
            "/*admissions*/",
            r#"(programme: "p", entry: "2008-autumn"),
            (programme: "q", entry: "2008-autumn", applicants: 20)"#,
        ),
        (
            "/*targets*/",
            r#""size": (name: (zh: "规模"), metric: registered, at_least: 60, from: "2008-autumn")"#,
        ),
        ("/*more*/", &more),
    ])
}

#[test]
fn a_margin_costs_a_class_that_is_sure_to_come() {
    let margins = |plan: &Plan| plan.accounts.intakes.as_ref().unwrap().margins_percent;
    // One class of p reaches 60; on the low path 30 + 20 are there, 10 of 60 short.
    let plan = best(&read(&projected("(parts: [(part: cost)]), (parts: [(part: margins)])")));
    close(plan.accounts.cost_wan_yuan.0, 4.0);
    close(margins(&plan), 100.0 / 6.0);
    // With a class of q there are 30 + 20 + 20.
    let plan = best(&read(&projected("(parts: [(part: margins)]), (parts: [(part: cost)])")));
    close(plan.accounts.cost_wan_yuan.0, 6.0);
    close(margins(&plan), 0.0);
}

#[test]
fn those_on_internship_are_missing_on_average() {
    // Four terms of study, one of the last two away. 40 of 40 come, or 30 on the low path:
    // of ten missing five are taken off in either term. In one term 40 are in school and
    // 5 are short, in the other 0 are and 45 are short: (5 + 45) / 2 / 40.
    let case = projected("(parts: [(part: cost)]), (parts: [(part: margins)])")
        .replace("terms: 2,", "terms: 4,")
        .replace("[(terms: 6, /*taught*/)]", "[(terms: 4)]")
        .replace(
            "attrition: [0], /*p*/",
            "attrition: [0], internship: (first: 3, last: 4, length: 1),",
        )
        .replace("low: \"20%\", likely: \"50%\"", "low: \"30%\", likely: \"40%\"")
        .replace(
            r#"(programme: "p", entry: "2007-autumn", campus: "a", classes: 1, students: 30)"#,
            "",
        )
        .replace(", applicants: 20)", ", applicants: 20, most: 0)")
        .replace(r#"entry: "2008-autumn"),"#, r#"entry: "2008-autumn", least: 1),"#)
        .replace(
            "metric: registered, at_least: 60, from: \"2008-autumn\"",
            "metric: students_in_school, at_least: 40, from: \"2009-autumn\"",
        );
    let plan = best(&read(&case));
    close(plan.accounts.targets_percent, 50.0);
    close(plan.accounts.intakes.as_ref().unwrap().margins_percent, 62.5);
}

#[test]
fn a_plan_without_such_a_part_says_nothing_of_it() {
    let plan = solved(&[POOL[0], POOL[1]]);
    assert_eq!(plan.accounts.intakes, None);
}

#[test]
fn forged_parts_are_caught() {
    type Forgery = fn(&mut Plan);
    let forgeries: [Forgery; 5] = [
        |plan| plan.accounts.intakes = None,
        |plan| plan.accounts.intakes.as_mut().unwrap().turned_away = 12.0,
        |plan| plan.accounts.intakes.as_mut().unwrap().swing = 1.0,
        |plan| plan.accounts.intakes.as_mut().unwrap().margins_percent = 1.0,
        |plan| (plan.tiers[0].value, plan.tiers[0].bound) = (12.0, Some(12.0)),
    ];
    for forgery in forgeries {
        assert!(broken(&POOL, forgery).contains(&Check::Accounts));
    }
}
