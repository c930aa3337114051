//! Every shipped what-if planned beside the Longyou case: each has a verified
//! plan.

use crate::support::exclusive::alone;
use assert_cmd::Command;
use serde_json::Value;
use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

const ROOT: &str = env!("CARGO_MANIFEST_DIR");

fn whatifs() -> Vec<PathBuf> {
    let dir = PathBuf::from(ROOT).join("scenarios/whatif");
    let files = fs::read_dir(dir).unwrap();
    let mut paths: Vec<PathBuf> = files.map(|file| file.unwrap().path()).collect();
    paths.sort();
    paths
}

#[test]
fn every_what_if_is_planned() {
    let _alone = alone();
    let mut command = Command::cargo_bin("campusplan").unwrap();
    command.arg("compare").arg("longyou.ron").args(whatifs());
    command.current_dir(PathBuf::from(ROOT).join("scenarios"));
    // Whether there is a plan is the question here, and no clock decides it.
    let options = [
        "--gap",
        "0.4",
        "--steps",
        "0",
        "--time-limit",
        "100000",
        "--no-cache",
        "--json",
        "--quiet",
    ];
    let output = command.args(options).output().unwrap();
    let notes = String::from_utf8_lossy(&output.stderr);
    let told: Vec<Value> = serde_json::from_slice(&output.stdout).expect(&notes);
    assert_eq!(told.len(), 21);
    // Without the premises, or without the group, the targets are out of reach
    // whatever the plan, and classes sit elsewhere.
    let without = ["no_borrowed_premises", "status_quo"];
    let mut missed = BTreeMap::new();
    for one in &told {
        let name = one["name"].as_str().unwrap();
        assert_eq!(one["outcome"], "verified", "{name}: {one:#}");
        missed.insert(name, one["tiers"][0]["value"].as_f64().unwrap());
        if without.contains(&name) {
            assert!(missed[name] > 5.0, "{name}");
            assert!(!one["differs"].as_array().unwrap().is_empty(), "{name}");
        }
    }
    assert!(told[0]["differs"].as_array().unwrap().is_empty());
    assert!(missed["status_quo"] > missed["no_borrowed_premises"]);
    // The targets are within reach as the proposal stands.
    assert!(missed["longyou"] < 0.5, "{}", missed["longyou"]);
}
