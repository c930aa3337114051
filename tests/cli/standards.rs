//! Standards and indicators watched, from outside.

use crate::support::program::{MINIMAL, run, text};
use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};

const OWN: &str = r#"(
    id: "own", title: (zh: "县标准", en: "County standard"), short: (zh: "县标准", en: "county"),
    issuer: (zh: "县教育局", en: "County"), number: "县教〔2008〕1号", from: 2009,
    indicators: {
        "students": (metric: students, at_least: 100, grade: S, source: (zh: "第一条", en: "Article 1")),
        "per_teacher": (metric: students_per_teacher, at_most: 5, grade: K, source: (zh: "第二条", en: "Article 2")),
    },
)"#;

/// The minimal scenario with a set of its own, in a folder.
fn scenario(dir: &Path) -> PathBuf {
    let minimal = fs::read_to_string(MINIMAL).unwrap();
    let more = r#"
    standards: (choose: sets(["own"]), files: ["own.ron"]),
    watched: {
        "attrition": (name: (zh: "流失率", en: "Attrition"), metric: attrition),
        "accidents": (name: (zh: "事故", en: "Accidents"), metric: declared, at_most: 0),
    },
    // 目标 / Targets"#;
    let path = dir.join("case.ron");
    fs::write(&path, minimal.replacen("    // 目标 / Targets", more, 1)).unwrap();
    fs::write(dir.join("own.ron"), OWN).unwrap();
    path
}

#[test]
fn a_plan_is_held_against_a_set_of_ones_own() {
    let dir = tempfile::tempdir().unwrap();
    let scenario = scenario(dir.path());
    let out = dir.path().join("out");
    let (code, printed, notes) = run(&["plan", text(&scenario), "--full", "--out", text(&out)]);
    assert_eq!(code, 0, "{notes}");
    for said in
        ["【县标准】", "县教〔2008〕1号", "生师比", "未达标", "申报", "办学条件：", "监测指标："]
    {
        assert!(printed.contains(said), "{said}: {printed}");
    }
    let json = fs::read_to_string(out.join("plan.json")).unwrap();
    let plan: Value = serde_json::from_str(&json).unwrap();
    let lines = plan["compliance"].as_array().unwrap();
    assert_eq!(lines.len(), 3 * 2 * 2);
    assert_eq!(lines[0]["bound"]["at_least"], 100.0);
    assert_eq!((&lines[0]["grade"], &lines[0]["basis"]), (&"S".into(), &"registered".into()));
    let watched = plan["watched"].as_array().unwrap();
    assert_eq!(watched.len(), 2 * 4);
    assert_eq!((&watched[4]["computed"], &watched[4]["value"]), (&false.into(), &Value::Null));
    let compliance = fs::read_to_string(out.join("compliance.csv")).unwrap();
    assert_eq!(compliance.lines().count(), 1 + lines.len());
    assert!(out.join("standards.csv").exists() && out.join("watched.csv").exists());

    // verified again, with the set beside the scenario and without a change
    let file = out.join("plan.json");
    let (code, printed, _) = run(&["verify", text(&scenario), text(&file), "--lang", "en"]);
    assert_eq!(code, 0, "{printed}");
    // a set that was changed since is another scenario
    fs::write(dir.path().join("own.ron"), OWN.replacen("100", "1000", 1)).unwrap();
    let (code, _, _) = run(&["verify", text(&scenario), text(&file), "--lang", "en"]);
    assert_eq!(code, 5);
}

#[test]
fn without_standards_nothing_is_said_of_them() {
    let (code, printed, notes) = run(&["plan", MINIMAL, "--full"]);
    assert_eq!(code, 0, "{notes}");
    assert!(!printed.contains("办学条件") && !printed.contains("监测指标"), "{printed}");
    let (_, json, _) = run(&["plan", MINIMAL, "--json", "--quiet"]);
    assert!(!json.contains("compliance") && !json.contains("watched"));
}

#[test]
fn a_comparison_tells_how_many_indicators_are_met() {
    let dir = tempfile::tempdir().unwrap();
    let scenario = scenario(dir.path());
    let other = dir.path().join("other.ron");
    fs::write(&other, r#"(base: "case.ron", name: (zh: "另案"), changes: [remove("standards")])"#)
        .unwrap();
    let arguments = ["compare", text(&scenario), text(&other), "--no-cache", "--lang", "en"];
    let (code, printed, notes) = run(&arguments);
    assert_eq!(code, 0, "{notes}");
    // students are enough, teachers too few
    assert!(printed.contains("Standards met 2009"), "{printed}");
    assert!(printed.contains("1/2"), "{printed}");
}

#[test]
fn the_formats_are_told() {
    let (code, schema, _) = run(&["schema", "standards"]);
    assert_eq!(code, 0);
    assert!(schema.contains("without_staff_housing") && schema.contains("computers_per_100"));
    let (_, schema, _) = run(&["schema", "plan"]);
    assert!(schema.contains("ComplianceLine") && schema.contains("WatchedLine"));
    let (_, schema, _) = run(&["schema", "scenario"]);
    assert!(schema.contains("RawWatched") && schema.contains("by_year"));
}

#[test]
fn a_missing_file_is_2_and_named() {
    let dir = tempfile::tempdir().unwrap();
    let scenario = scenario(dir.path());
    fs::remove_file(dir.path().join("own.ron")).unwrap();
    let (code, printed, _) = run(&["check", text(&scenario), "--lang", "en"]);
    assert_eq!(code, 2);
    assert!(printed.contains("own.ron") && printed.contains("standards.files[0]"), "{printed}");
}
