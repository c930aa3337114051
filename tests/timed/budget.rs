//! Commands that make several plans, from outside: all end within one time limit,
//! or soon after Ctrl-C, and print what they have by then.

#[path = "../../benches/location/instance.rs"]
#[allow(dead_code)]
mod instance;
#[path = "../../benches/province/random.rs"]
#[allow(dead_code)]
mod random;
#[path = "../../benches/location/scenario.rs"]
#[allow(dead_code)]
mod scenario;

use crate::support::exclusive::alone;
use instance::Kind;
use scenario::Tiers;
use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::time::{Duration, Instant};

/// Limit of a command, s.
const LIMIT: f64 = 6.0;

/// What a run may take to complete a plan, s, as documented; reading the files is
/// within it.
const GRACE: f64 = 15.0;

/// A case whose optimum takes far longer than the limit to prove, and of which any
/// plan is found soon.
fn case(dir: &Path) -> PathBuf {
    let instance = instance::location(Kind::Single, (10, 100), 2.0, 3);
    let path = dir.join("case.ron");
    fs::write(&path, scenario::written(&instance, Tiers::Default)).unwrap();
    path
}

fn text(path: &Path) -> &str {
    path.to_str().unwrap()
}

fn begun(arguments: &[&str]) -> Child {
    Command::new(env!("CARGO_BIN_EXE_campusplan"))
        .args(arguments)
        .args(["--gap", "0", "--threads", "2", "--json", "--quiet"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap()
}

fn printed(output: &Output) -> Value {
    let notes = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(0), "{notes}");
    serde_json::from_slice(&output.stdout).unwrap()
}

/// What a command prints that has the limit.
#[track_caller]
fn limited(arguments: &[&str]) -> Value {
    let began = Instant::now();
    let limit = LIMIT.to_string();
    let child = begun(&[arguments, &["--time-limit", &limit]].concat());
    let output = child.wait_with_output().unwrap();
    let took = began.elapsed().as_secs_f64();
    assert!(took <= LIMIT * 1.1 + 2.0 + GRACE, "{took} s");
    printed(&output)
}

fn count(runs: &Value, key: &str, value: &str) -> usize {
    let runs = runs.as_array().unwrap().iter();
    runs.filter(|run| run[key] == value).count()
}

/// Overlays in each of which another campus is dearer.
fn options(dir: &Path, count: usize) -> Vec<PathBuf> {
    let overlay = |index: usize| {
        let path = dir.join(format!("option{index}.ron"));
        let change = format!(r#"scale("campuses.campus00{index}.opening_cost", 1.5)"#);
        let name = format!(r#"(zh: "甲{index}", en: "Option {index}")"#);
        let overlay = format!(r#"(base: "case.ron", name: {name}, changes: [{change}])"#);
        fs::write(&path, overlay).unwrap();
        path
    };
    (0..count).map(overlay).collect()
}

#[test]
fn a_comparison_leaves_no_option_without_a_plan() {
    let _alone = alone();
    let dir = tempfile::tempdir().unwrap();
    let case = case(dir.path());
    let options = options(dir.path(), 9);
    let mut arguments = vec!["compare", "--no-cache", text(&case)];
    arguments.extend(options.iter().map(|path| text(path)));
    let told = limited(&arguments);
    assert_eq!(count(&told, "outcome", "verified"), 10, "{told:#}");
    // No plan is worse than the base's, which is valid everywhere.
    let cost = |run: &Value| run["tiers"][1]["value"].as_f64().unwrap();
    for run in &told.as_array().unwrap()[1..] {
        assert_eq!(run["keeps_base_plan"], true);
        assert!(cost(run) >= cost(&told[0]) - 1e-6, "{run:#}");
    }
}

#[test]
fn an_efficient_set_has_its_ends() {
    let _alone = alone();
    let dir = tempfile::tempdir().unwrap();
    let case = case(dir.path());
    let points = limited(&["frontier", text(&case), "--of", "cost,travel"]);
    assert_eq!(count(&points, "outcome", "verified"), 2, "{points:#}");
}

#[test]
fn there_is_a_best_plan_and_alternatives_as_far_as_time_allows() {
    let _alone = alone();
    let dir = tempfile::tempdir().unwrap();
    let case = case(dir.path());
    let told = limited(&["alternatives", text(&case), "--within", "30%", "-n", "40"]);
    let found = told.as_array().unwrap().len();
    assert!((2..41).contains(&found), "{found}");
}

#[test]
fn an_atlas_lists_every_pattern_and_plans_some() {
    let _alone = alone();
    let dir = tempfile::tempdir().unwrap();
    let case = case(dir.path());
    let told = limited(&["atlas", text(&case), "--plans", "30"]);
    assert_eq!(told.as_array().unwrap().len(), 1024);
    assert!(count(&told, "known", "planned") > 0);
    assert!(count(&told, "known", "open") > 0);
}

#[test]
fn units_that_are_tried_have_their_prices_and_the_others_are_counted() {
    let _alone = alone();
    let dir = tempfile::tempdir().unwrap();
    let case = case(dir.path());
    let told = limited(&["prices", text(&case), "-n", "30"]);
    assert_eq!(told["base"]["outcome"], "verified");
    let tried = told["prices"].as_array().unwrap();
    assert!(!tried.is_empty(), "{told:#}");
}

#[test]
fn the_opposite_of_a_decision_is_planned() {
    let _alone = alone();
    let dir = tempfile::tempdir().unwrap();
    let (case, out) = (case(dir.path()), dir.path().join("out"));
    let plan = ["plan", text(&case), "--time-limit", "2", "--out", text(&out)];
    let plan = begun(&plan).wait_with_output().unwrap();
    printed(&plan);
    let plan = out.join("plan.json");
    let told = limited(&["why", text(&plan), "programme0000 @ campus001"]);
    assert_eq!(count(&told, "outcome", "verified"), 1, "{told:#}");
}

#[test]
fn an_explanation_has_the_ways_found_by_then() {
    let _alone = alone();
    let dir = tempfile::tempdir().unwrap();
    let case = case(dir.path());
    let told = limited(&["explain", text(&case)]);
    assert_eq!(told["possible"], true, "{told:#}");
}

#[cfg(unix)]
#[test]
fn an_interrupted_comparison_prints_what_it_has() {
    let _alone = alone();
    let dir = tempfile::tempdir().unwrap();
    let case = case(dir.path());
    let options = options(dir.path(), 3);
    let checked = Instant::now();
    let check = Command::new(env!("CARGO_BIN_EXE_campusplan"))
        .args(["check", text(&case), "--json"])
        .output()
        .unwrap();
    assert!(check.status.success());
    let reading = checked.elapsed();
    let mut arguments = vec!["compare", "--no-cache", "--time-limit", "1000", text(&case)];
    arguments.extend(options.iter().map(|path| text(path)));
    let child = begun(&arguments);
    // Time for reading the files, and for a first plan.
    std::thread::sleep((20 * reading).max(Duration::from_secs(4)));
    let began = Instant::now();
    let id = child.id().to_string();
    let sent = Command::new("kill").args(["-INT", &id]).status().unwrap();
    assert!(sent.success());
    let told = printed(&child.wait_with_output().unwrap());
    let took = began.elapsed().as_secs_f64();
    assert!(took < GRACE + 5.0, "{took} s");
    assert_eq!(told[0]["outcome"], "verified", "{told:#}");
    // Also the options that were not begun: the base's plan is valid everywhere.
    assert_eq!(count(&told, "outcome", "verified"), 4, "{told:#}");
}
