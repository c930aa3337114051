//! Every shipped what-if planned beside the Longyou case: each has a verified
//! plan, or is shown to have none.

#![allow(missing_docs)]

use assert_cmd::Command;
use serde_json::Value;
use std::fs;
use std::path::PathBuf;

const ROOT: &str = env!("CARGO_MANIFEST_DIR");

/// Cases for which no plan exists, as their notes say.
const IMPOSSIBLE: [&str; 0] = [];

fn whatifs() -> Vec<PathBuf> {
    let dir = PathBuf::from(ROOT).join("scenarios/whatif");
    let files = fs::read_dir(dir).unwrap();
    let mut paths: Vec<PathBuf> = files.map(|file| file.unwrap().path()).collect();
    paths.sort();
    paths
}

#[test]
fn every_what_if_is_planned_or_shown_to_be_impossible() {
    let mut command = Command::cargo_bin("campusplan").unwrap();
    command.arg("compare").arg("longyou.ron").args(whatifs());
    command.current_dir(PathBuf::from(ROOT).join("scenarios"));
    // A wide gap: whether there is a plan is the question here.
    let options = [
        "--gap",
        "0.4",
        "--time-limit",
        "30",
        "--no-cache",
        "--json",
        "--quiet",
    ];
    let output = command.args(options).output().unwrap();
    let notes = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(0), "{notes}");
    let told: Vec<Value> = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(told.len(), 16);
    let missed = |name: &str| {
        let one = told.iter().find(|one| one["name"] == name).unwrap();
        one["tiers"][0]["value"].as_f64().unwrap()
    };
    for one in &told {
        let name = one["name"].as_str().unwrap();
        let impossible = IMPOSSIBLE.contains(&name);
        let due = if impossible { "infeasible" } else { "verified" };
        assert_eq!(one["outcome"], due, "{name}: {one:#}");
    }
    // Without the premises, or without the group, classes sit elsewhere.
    let differs = |name: &str| {
        let one = told.iter().find(|one| one["name"] == name).unwrap();
        !one["differs"].as_array().unwrap().is_empty()
    };
    assert!(!differs("longyou"));
    assert!(differs("no_borrowed_premises") && differs("status_quo"));
    // The targets are within reach as the proposal stands, and not without the
    // borrowed premises or without the group.
    assert!(missed("longyou") < 0.5);
    assert!(missed("no_borrowed_premises") > 5.0);
    assert!(missed("status_quo") > 5.0);
    assert!(missed("status_quo") > missed("no_borrowed_premises"));
}
