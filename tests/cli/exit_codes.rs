//! How the program ends, seen from outside: each exit code, what goes to which
//! stream, and what it says.

use crate::support::program::{MINIMAL, run, text};
use crate::support::tiny;
use serde_json::Value;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

fn write(dir: &Path, scenario: &str) -> PathBuf {
    let path = dir.join("case.ron");
    fs::write(&path, scenario).unwrap();
    path
}

/// A class of 40 to be admitted, half of whom board, and so many beds at a.
fn boarders(beds: u32) -> String {
    tiny::text(&[
        (
            "/*resources*/",
            r#""bed": (name: (zh: "床位", en: "beds"), unit: (zh: "张", en: "beds"), per: boarder, default_use: 1)"#,
        ),
        ("/*owned at a*/", &format!(", \"bed\": {beds}")),
        ("/*p*/", "boarding: 0.5,"),
        ("min: 20", "min: 40"),
        ("/*admissions*/", r#"(programme: "p", entry: "2008-autumn", applicants: 40, least: 1)"#),
    ])
}

fn keys(value: &Value) -> BTreeSet<&str> {
    let object = value.as_object().unwrap();
    object.keys().map(String::as_str).collect()
}

#[test]
fn a_verified_plan_is_0_with_data_on_stdout_and_notes_on_stderr() {
    let (code, printed, notes) = run(&["plan", MINIMAL, "--lang", "en"]);
    assert_eq!(code, 0, "{notes}");
    assert!(printed.contains("Merging two schools"), "{printed}");
    assert!(printed.contains("all hold"), "{printed}");
    assert!(!printed.contains("took"), "{printed}");
    assert!(notes.contains("took"), "{notes}");
    assert!(!notes.contains('\u{1b}'), "{notes}");
    assert!(!printed.contains('\u{1b}'), "{printed}");
}

#[test]
fn json_has_what_its_schema_asks_for() {
    let (code, printed, notes) = run(&["plan", MINIMAL, "--json", "--quiet"]);
    assert_eq!((code, notes.as_str()), (0, ""));
    let plan: Value = serde_json::from_str(&printed).unwrap();
    let (_, schema, _) = run(&["schema", "plan"]);
    let schema: Value = serde_json::from_str(&schema).unwrap();
    // What a scenario does not use is left out of the plan.
    let known = keys(&schema["properties"]);
    assert!(keys(&plan).is_subset(&known), "{:?}", keys(&plan));
    for required in schema["required"].as_array().unwrap() {
        assert!(plan.get(required.as_str().unwrap()).is_some(), "{required}");
    }
}

#[test]
fn an_output_below_a_file_is_1() {
    let dir = tempfile::tempdir().unwrap();
    let file = dir.path().join("taken");
    fs::write(&file, "x").unwrap();
    let out = file.join("out");
    let (code, printed, notes) = run(&["plan", MINIMAL, "--out", text(&out), "--lang", "en"]);
    assert_eq!((code, printed.as_str()), (1, ""), "{notes}");
    assert!(notes.contains("taken"), "{notes}");
    assert_eq!(fs::read_to_string(&file).unwrap(), "x");
}

#[test]
fn a_scenario_that_is_wrong_is_2() {
    let dir = tempfile::tempdir().unwrap();
    let scenario = write(dir.path(), &boarders(20).replace("terms: 6", "terms: -6"));
    for command in ["plan", "check"] {
        let (code, printed, notes) = run(&[command, text(&scenario), "--lang", "en"]);
        assert_eq!(code, 2, "{command}");
        let told = printed + &notes;
        assert!(told.contains("case.ron"), "{told}");
    }
}

#[test]
fn too_few_beds_are_3_and_the_place_the_term_and_the_number_are_named() {
    let dir = tempfile::tempdir().unwrap();
    let enough = write(dir.path(), &boarders(20));
    assert_eq!(run(&["plan", text(&enough), "--quiet"]).0, 0);

    let scenario = write(dir.path(), &boarders(13));
    let out = dir.path().join("out");
    let arguments = ["plan", text(&scenario), "--lang", "en", "--out", text(&out)];
    let (code, printed, _) = run(&arguments);
    assert_eq!(code, 3, "{printed}");
    assert!(printed.contains("No plan can satisfy"), "{printed}");
    assert!(!out.exists());

    let (code, printed, notes) = run(&["plan", text(&scenario), "--json", "--quiet"]);
    assert_eq!((code, notes.as_str()), (3, ""));
    let why: Value = serde_json::from_str(&printed).unwrap();
    let expected = BTreeSet::from(["feasible", "complete", "conflict", "shortages"]);
    assert_eq!(keys(&why), expected);
    assert_eq!(why["complete"], true);
    // the class must be admitted, and there are not beds enough
    assert_eq!(why["conflict"], serde_json::json!(["admission", "capacity"]));
    let shortages = why["shortages"].as_array().unwrap();
    let terms: Vec<&Value> = shortages.iter().map(|one| &one["term"]).collect();
    assert_eq!(terms, ["2008-autumn", "2009-spring"]);
    for short in shortages {
        assert_eq!(short["rule"], "capacity");
        assert_eq!(short["place"], serde_json::json!(["bed", "a"]));
        assert!((short["amount"].as_f64().unwrap() - 7.0).abs() < 1e-6);
    }

    let (_, printed, _) = run(&["plan", text(&scenario), "--lang", "en", "--quiet"]);
    assert!(printed.contains("7 beds of beds short"), "{printed}");
    let (_, printed, _) = run(&["plan", text(&scenario), "--lang", "zh", "--quiet"]);
    assert!(printed.contains("甲校区") && printed.contains("床位缺7张"), "{printed}");
}

#[test]
fn no_money_to_close_what_must_be_left_is_3_and_the_sum_is_named() {
    let dir = tempfile::tempdir().unwrap();
    let scenario = fs::read_to_string(MINIMAL).unwrap();
    let grants = r#"capital: {"2008": "60 万元", "2009": "60 万元"}"#;
    assert!(scenario.contains(grants));
    let none = scenario.replace(grants, r#"capital: {"2008": 0, "2009": 0}"#);
    let scenario = write(dir.path(), &none);
    let (code, printed, _) = run(&["plan", text(&scenario), "--json", "--quiet"]);
    assert_eq!(code, 3);
    let why: Value = serde_json::from_str(&printed).unwrap();
    // closing the west campus at the end of its lease costs 5 (万元) in 2009
    assert_eq!(why["conflict"], serde_json::json!(["tenure", "budget"]));
    let shortages = why["shortages"].as_array().unwrap();
    assert_eq!(shortages.len(), 1, "{printed}");
    assert_eq!(shortages[0]["rule"], "budget");
    assert_eq!(shortages[0]["place"], serde_json::json!(["2009"]));
    assert!((shortages[0]["amount"].as_f64().unwrap() - 5.0).abs() < 1e-6);
}

#[test]
fn no_plan_within_the_limit_is_4() {
    let (code, printed, notes) = run(&["plan", MINIMAL, "--time-limit", "1e-9", "--lang", "en"]);
    assert_eq!((code, printed.as_str()), (4, ""), "{notes}");
    assert!(notes.contains("no plan was found"), "{notes}");
    // nothing at all is not a limit
    let (code, printed, notes) = run(&["plan", MINIMAL, "--time-limit", "0"]);
    assert_eq!((code, printed.as_str()), (2, ""), "{notes}");
}

#[test]
fn a_plan_that_uses_beds_that_are_not_there_is_5() {
    let dir = tempfile::tempdir().unwrap();
    let scenario = write(dir.path(), &boarders(20));
    let (code, json, _) = run(&["plan", text(&scenario), "--json", "--quiet"]);
    assert_eq!(code, 0);
    let plan = dir.path().join("plan.json");
    fs::write(&plan, &json).unwrap();
    let (code, printed, notes) = run(&["verify", text(&scenario), text(&plan), "--json"]);
    assert_eq!((code, notes.as_str()), (0, ""));
    let found: Value = serde_json::from_str(&printed).unwrap();
    assert_eq!(found["passed"], true);

    // the same plan where there are fewer beds
    let fewer = write(dir.path(), &boarders(13));
    let (code, printed, _) = run(&["verify", text(&fewer), text(&plan), "--json"]);
    assert_eq!(code, 5);
    let found: Value = serde_json::from_str(&printed).unwrap();
    assert_eq!(found["passed"], false);
    let violations = found["violations"].as_array().unwrap();
    assert!(
        violations.iter().any(|one| one["check"] == "capacity"
            && (one["excess"].as_f64().unwrap() - 7.0).abs() < 1e-6),
        "{printed}"
    );
    let (code, printed, _) = run(&["verify", text(&fewer), text(&plan), "--lang", "en"]);
    assert_eq!(code, 5);
    assert!(printed.contains("Capacity"), "{printed}");
}
