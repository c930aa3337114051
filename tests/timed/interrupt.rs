//! Ctrl-C, and SIGTERM like it, ends a run that would go on for days, with the best plan so far.

#![cfg(unix)]

use crate::support::exclusive::alone;
use serde_json::Value;
use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::Duration;

const LONGYOU: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/scenarios/longyou.ron");

#[test]
fn an_interrupted_run_ends_with_the_best_plan_so_far_or_with_none() {
    let _alone = alone();
    ends_with_the_best_plan_after("-INT");
}

#[test]
fn a_terminated_run_ends_as_an_interrupted_one() {
    let _alone = alone();
    ends_with_the_best_plan_after("-TERM");
}

fn ends_with_the_best_plan_after(signal: &str) {
    let limits = ["--time-limit", "100000", "--gap", "0"];
    let child = Command::new(env!("CARGO_BIN_EXE_campusplan"))
        .args(["plan", LONGYOU, "--json", "--quiet"])
        .args(limits)
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    sleep(Duration::from_secs(15));
    let id = child.id().to_string();
    let sent = Command::new("kill").args([signal, &id]).status().unwrap();
    assert!(sent.success());
    let output = child.wait_with_output().unwrap();
    let notes = String::from_utf8_lossy(&output.stderr);
    match output.status.code() {
        Some(0) => {
            let plan: Value = serde_json::from_slice(&output.stdout).unwrap();
            assert_eq!(plan["status"], "interrupted");
        }
        // On a slow machine there may be no plan yet.
        code => assert_eq!(code, Some(4), "{notes}"),
    }
}
