//! A plan made again near a published one.
//!
//! A class costs 1 a term at campus a and, unless a case says otherwise, as
//! much at campus b.

use crate::support::tiny::{self, best, close, read, text};
use campusplan::analysis::keep::decided;
use campusplan::domain::{Part, Scenario};
use campusplan::model::keys::Places;
use campusplan::plan::{Plan, deviation};
use campusplan::planning::places::places_of;
use campusplan::scenario::{Change, load};
use campusplan::verify::{Check, verify};
use std::path::Path;

const TWO_CLASSES: (&str, &str) = (
    "/*admissions*/",
    r#"(programme: "p", entry: "2008-autumn", applicants: 40, least: 2, most: 2)"#,
);
const AT_BOTH: (&str, &str) = ("/*elsewhere*/", r#""b": (cost_per_class: 1)"#);
const DEAR_AT_B: (&str, &str) = ("/*elsewhere*/", r#""b": (cost_per_class: 3)"#);
const ONE_AT_EACH: (&str, &str) = (
    "/*more*/",
    r#"pins: [(decision: placement, programme: "p", campus: "b", at_least: 1, at_most: 1)],"#,
);

/// A case that is to stay near a plan.
fn near(changes: &[(&str, &str)], plan: &Plan, before: Option<Part>) -> Scenario {
    let case = text(changes);
    let decided = decided(&read(&case), plan, before);
    let keep = Change::keep("published".to_owned(), &decided);
    let reader = |_: &Path| Ok(case.clone());
    let reading = load(Path::new("case.ron"), &[keep], &reader).unwrap();
    let loaded = reading.result.unwrap_or_else(|found| panic!("{found:#?}"));
    loaded.scenario
}

/// Campuses of the classes, in order.
fn seats(plan: &Plan) -> Vec<&str> {
    let classes = plan.classes.iter();
    let mut seats: Vec<&str> = classes.map(|one| one.seats[0].campus.as_str()).collect();
    seats.sort_unstable();
    seats
}

#[test]
fn the_same_plan_comes_back_when_nothing_has_changed() {
    let published = best(&read(&text(&[TWO_CLASSES, AT_BOTH, ONE_AT_EACH])));
    assert_eq!(seats(&published), ["a", "b"]);
    let case = near(&[TWO_CLASSES, AT_BOTH], &published, None);
    let again = best(&case);
    assert_eq!(seats(&again), ["a", "b"]);
    assert_eq!(again.accounts.deviation, Some(0.0));
    // the tier stands after the cost
    let parts: Vec<Part> = again.tiers.iter().map(|tier| tier.parts[0].part).collect();
    let order = [Part::Targets, Part::Cost, Part::Deviation, Part::Disruption, Part::Travel];
    assert_eq!(parts, order);
}

#[test]
fn what_must_change_counts_once_where_it_goes_and_once_where_it_was() {
    let published = best(&read(&text(&[TWO_CLASSES, AT_BOTH, ONE_AT_EACH])));
    // no room at b any more: one class less there, one more at a
    let full = ("\"room\": 4 /*owned at b*/", "\"room\": 0");
    let again = best(&near(&[TWO_CLASSES, AT_BOTH, full], &published, None));
    assert_eq!(again.accounts.deviation, Some(2.0));
    // a third class: one more admitted, one more somewhere
    let three = (
        "/*admissions*/",
        r#"(programme: "p", entry: "2008-autumn", applicants: 60, least: 3, most: 3)"#,
    );
    let again = best(&near(&[three, AT_BOTH], &published, None));
    assert_eq!(again.accounts.deviation, Some(2.0));
    assert!(seats(&again).contains(&"b"), "{:?}", seats(&again));
}

#[test]
fn staying_near_costs_what_it_costs_where_it_comes_before_the_cost() {
    let published = best(&read(&text(&[TWO_CLASSES, DEAR_AT_B, ONE_AT_EACH])));
    let changes = [TWO_CLASSES, DEAR_AT_B];
    let alone = best(&read(&text(&changes)));
    close(alone.accounts.cost_wan_yuan.0, 4.0);
    // after the cost it decides nothing here
    let after = near(&changes, &published, None);
    let cheap = best(&after);
    close(cheap.accounts.cost_wan_yuan.0, 4.0);
    assert_eq!(cheap.accounts.deviation, Some(2.0));
    assert_eq!(deviation(&after, &alone), Some(2.0));
    let before = best(&near(&changes, &published, Some(Part::Cost)));
    close(before.accounts.cost_wan_yuan.0, 8.0);
    assert_eq!(before.accounts.deviation, Some(0.0));
}

#[test]
fn campuses_modules_people_and_recruits_are_kept() {
    let more = |pins: &str| {
        format!(
            r#"options: {{"wing": (name: (zh: "教室"), campus: "a", resource: "room", units: 1,
                cost: 0, most: 2)}},
            roster: {{
                "li": (name: "李", employer: (zh: "县"), campus: "a", subjects: ["s"], load: 10),
                "wu": (name: "吴", employer: (zh: "县"), campus: "a", subjects: ["s"], load: 10),
            }},
            disruption: (staff_rebased: 0), pins: [{pins}],"#
        )
    };
    let case = |pins: &str| {
        let more = more(pins);
        text(&[
            TWO_CLASSES,
            ("/*campus b*/", "in_use: false,"),
            (
                "/*subjects*/",
                r#""s": (name: (zh: "课"), hiring: (pay: 0, load: 10, most_per_year: 2))"#,
            ),
            ("/*more*/", &more),
        ])
    };
    let pins = r#"
        (decision: open, campus: "b", at_least: 1),
        (decision: built, option: "wing", at_least: 2),
        (decision: posted, subject: "s", campus: "b", at_least: 2),
        (decision: hired, subject: "s", at_least: 1, at_most: 1)"#;
    let published = best(&read(&case(pins)));
    let plain = case("");
    let kept = decided(&read(&plain), &published, None);
    let keep = Change::keep("published".to_owned(), &kept);
    let reader = |_: &Path| Ok(plain.clone());
    let reading = load(Path::new("case.ron"), &[keep], &reader).unwrap();
    let again = best(&reading.result.unwrap().scenario);
    assert_eq!(again.accounts.deviation, Some(0.0));
    let open = again.campuses.iter().find(|one| one.campus == "b").unwrap();
    assert!(open.open);
    assert_eq!(again.built[0].modules, 2);
    assert_eq!(again.hires[0].people, 1);
}

#[test]
fn a_forged_deviation_is_caught() {
    let published = best(&read(&text(&[TWO_CLASSES, AT_BOTH, ONE_AT_EACH])));
    let full = ("\"room\": 4 /*owned at b*/", "\"room\": 0");
    let case = near(&[TWO_CLASSES, AT_BOTH, full], &published, None);
    let plan = best(&case);
    let mut forged = plan.clone();
    forged.accounts.deviation = Some(1.0);
    let found = verify(&case, &forged).violations;
    assert!(found.iter().any(|one| one.check == Check::Accounts));
    let mut forged = plan;
    forged.tiers[2].value = 1.0;
    forged.tiers[2].bound = Some(1.0);
    let found = verify(&case, &forged).violations;
    assert!(found.iter().any(|one| one.check == Check::Accounts));
}

#[test]
fn the_places_of_a_finished_plan_are_found_again() {
    let case = read(&text(&[
        TWO_CLASSES,
        AT_BOTH,
        ONE_AT_EACH,
        ("terms: 2, weeks", "terms: 4, weeks"),
        ("/*p*/", "internship: (first: 2, last: 3, length: 1),"),
    ]));
    found_again(&case);
}

#[test]
fn what_a_finished_plan_builds_and_does_not_build_is_found_again() {
    let options = r#"options: {
        "wing": (name: (zh: "教室"), campus: "b", resource: "room", units: 1, cost: 4, most: 2),
        "annex": (name: (zh: "教室"), campus: "a", resource: "room", units: 1, cost: 4, most: 2),
    },"#;
    let more = format!("{} {options}", ONE_AT_EACH.1);
    let case = read(&text(&[
        TWO_CLASSES,
        AT_BOTH,
        ("/*more*/", &more),
        ("\"room\": 4 /*owned at b*/", "\"room\": 0"),
    ]));
    let places = found_again(&case);
    let built = |option: &str, modules: f64| {
        let mut built = places.iter();
        let name = format!("built {option} ");
        built.any(|(place, value)| place.starts_with(&name) && (value - modules).abs() < 1e-6)
    };
    assert!(built("wing", 1.0) && built("annex", 0.0), "{places:#?}");
}

/// Asserts that the places of a plan are those of the solution that it was read
/// from, where it decides on them.
fn found_again(case: &Scenario) -> Places {
    let limits = tiny::EXACT;
    let run = campusplan::planning::plan(case, &limits, &campusplan::solve::Unwatched).unwrap();
    let campusplan::planning::Outcome::Planned(planned) = run else {
        panic!("no plan");
    };
    let found = places_of(case, &planned.plan);
    for (name, value) in &planned.places {
        let same = (found[name] - value).abs() < 1e-6;
        assert!(same, "{name}: {} is not {value}", found[name]);
    }
    found
}

#[test]
fn a_part_that_departs_from_nothing_is_refused() {
    let changes =
        [("/*more*/", r"objective: [(parts: [(part: cost)]), (parts: [(part: deviation)])],")];
    let found = campusplan::scenario::read(&text(&changes)).expect_err("nothing to keep");
    assert_eq!(found[0].path, "objective[1]");
}
