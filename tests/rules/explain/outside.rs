//! The program run from outside.

use crate::support::program::{MINIMAL, run, text};
use serde_json::Value;

/// The lease of the west campus ends at once, and nobody may move.
const STUCK: [&str; 4] = [
    "--set",
    "campuses.west.tenure.until=2008-spring",
    "--set",
    "rules.relocation.most_per_stage=0",
];

fn json(arguments: &[&str]) -> (i32, Value) {
    let (code, printed, notes) = run(&[arguments, &["--json", "--quiet"]].concat());
    let value = serde_json::from_str(&printed);
    (code, value.unwrap_or_else(|_| panic!("{printed}{notes}")))
}

#[test]
fn ways_are_told_in_both_languages_and_can_be_planned_again() {
    let asked = [&["explain", MINIMAL][..], &STUCK[..]].concat();
    let (code, told) = json(&asked);
    assert_eq!(code, 0, "{told:#}");
    assert_eq!(told["possible"], false);
    assert_eq!(told["conflict"]["irreducible"], true);
    let ways = told["repairs"].as_array().expect("ways");
    assert!(!ways.is_empty(), "{told:#}");
    let mut before = 0.0;
    for way in ways {
        let price = way["price_wan_yuan"].as_f64().expect("a price");
        assert!(price >= before);
        before = price;
        assert_eq!(way["outcome"], "verified");
        let changes = way["changes"].as_array().expect("changes");
        let flags: Vec<&str> = changes
            .iter()
            .filter_map(|change| change.as_str()?.split_once(' '))
            .flat_map(|(flag, value)| [flag, value])
            .collect();
        let again = [&["plan", MINIMAL, "--quiet"][..], &STUCK[..], &flags[..]].concat();
        let (code, _, notes) = run(&again);
        assert_eq!(code, 0, "{again:?}: {notes}");
    }
    for (language, words) in [
        ("zh", ["不能同时成立", "怎样才行"]),
        ("en", ["cannot hold together", "What it would take"]),
    ] {
        let (code, printed, _) = run(&[&asked[..], &["--lang", language]].concat());
        assert_eq!(code, 0);
        for word in words {
            assert!(printed.contains(word), "{printed}");
        }
        for line in printed.lines().filter(|line| line.is_ascii()) {
            assert!(line.chars().count() <= 100, "{line}");
        }
    }
}

#[test]
fn files_hold_what_is_printed_and_the_plans() {
    let dir = tempfile::tempdir().expect("a folder");
    let out = dir.path().join("out");
    let asked = [&["explain", MINIMAL, "-n", "1", "--out", text(&out)][..], &STUCK[..]].concat();
    let (code, printed, notes) = run(&asked);
    assert_eq!(code, 0, "{notes}");
    let summary = std::fs::read_to_string(out.join("summary.txt")).expect("a summary");
    assert_eq!(summary, printed);
    for file in ["conflict.csv", "repairs.csv", "repair_plans.csv", "way-1.plan.json"] {
        assert!(out.join(file).is_file(), "{file}");
    }
}

#[test]
fn where_nothing_helps_the_exit_code_says_so() {
    let nothing = [&["explain", MINIMAL, "--set", "negotiable=()"][..], &STUCK[..]].concat();
    let (code, printed, notes) = run(&nothing);
    assert_eq!(code, 3, "{printed}{notes}");
    let (code, told) = json(&nothing);
    assert_eq!(code, 3);
    assert_eq!(told["repairs"].as_array().map(Vec::len), Some(0));
    assert_eq!(told["exhausted"], true);
}

#[test]
fn a_case_with_a_plan_is_told_as_such() {
    let (code, told) = json(&["explain", MINIMAL]);
    assert_eq!(code, 0);
    assert_eq!(told["possible"], true);
    assert!(told["conflict"].is_null());
}

#[test]
fn targets_and_terms_that_are_not_there_are_told() {
    let (code, _, notes) = run(&["explain", MINIMAL, "--target", "regstered"]);
    assert_eq!(code, 2);
    assert!(notes.contains("registered"), "{notes}");
    let at = ["--target", "registered", "--at", "2020-spring"];
    let (code, _, notes) = run(&[&["explain", MINIMAL][..], &at[..]].concat());
    assert_eq!(code, 2);
    assert!(notes.contains("2008-spring"), "{notes}");
    let (code, _, _) = run(&["explain", MINIMAL, "--at", "2009-spring"]);
    assert_eq!(code, 2);
}

#[test]
fn prices_of_a_scenario_and_of_its_plan_are_the_same() {
    let dir = tempfile::tempdir().expect("a folder");
    let out = dir.path().join("plan");
    let (code, _, notes) = run(&["plan", MINIMAL, "--quiet", "--gap", "0", "--out", text(&out)]);
    assert_eq!(code, 0, "{notes}");
    let plan = out.join("plan.json");
    let exact = ["--gap", "0"];
    let (code, made) = json(&[&["prices", MINIMAL][..], &exact[..]].concat());
    assert_eq!(code, 0, "{made:#}");
    let (code, read) = json(&[&["prices", text(&plan)][..], &exact[..]].concat());
    assert_eq!(code, 0, "{read:#}");
    let told = |answer: &Value| -> Vec<(String, Vec<String>)> {
        let prices = answer["prices"].as_array().expect("prices").iter();
        prices
            .map(|one| {
                let tiers = one["differences"].as_array().expect("tiers").iter();
                let known = tiers.map(|tier| tier["known"].to_string()).collect();
                (one["unit"].to_string(), known)
            })
            .collect()
    };
    assert!(!told(&made).is_empty());
    assert_eq!(told(&made), told(&read));
    let (code, _, notes) = run(&["prices", text(&plan), "--set", "solver.seed=1"]);
    assert_eq!(code, 2, "{notes}");
    for language in ["zh", "en"] {
        let (code, printed, _) = run(&["prices", text(&plan), "--lang", language, "--quiet"]);
        assert_eq!(code, 0);
        for line in printed.lines().filter(|line| line.is_ascii()) {
            assert!(line.chars().count() <= 100, "{line}");
        }
    }
}

#[test]
fn prices_are_drawn_on_a_page() {
    let dir = tempfile::tempdir().expect("a folder");
    let out = dir.path().join("prices");
    let arguments = ["prices", MINIMAL, "--gap", "0", "--quiet", "--out", text(&out)];
    let (code, _, notes) = run(&arguments);
    assert_eq!(code, 0, "{notes}");
    let page = std::fs::read_to_string(out.join("summary.html")).expect("a page");
    assert!(page.contains("id=\"chart-prices\""), "{page}");
    // the lent teacher saves 0.2, the largest change: a bar of half the axis
    assert!(page.contains("width=\"186\""), "{page}");
    assert!(page.contains("借用1名文化课教师"), "{page}");
    // the table below has all but what is drawn in characters
    assert!(page.contains("data-key=\"prices_2\""), "{page}");
    assert!(!page.contains("####"), "{page}");
}

#[test]
fn without_a_plan_there_are_no_prices() {
    let (code, _, _) = run(&[&["prices", MINIMAL, "--quiet"][..], &STUCK[..]].concat());
    assert_eq!(code, 3);
}
