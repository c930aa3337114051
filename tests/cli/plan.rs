//! Planning from outside: what is printed, what is written, how it ends.

use crate::support::program::{MINIMAL, run, text};
use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};

/// The minimal scenario with a change.
fn changed(dir: &Path, from: &str, to: &str) -> PathBuf {
    let scenario = fs::read_to_string(MINIMAL).unwrap();
    assert!(scenario.contains(from), "{from}");
    let path = dir.join("changed.ron");
    fs::write(&path, scenario.replacen(from, to, 1)).unwrap();
    path
}

#[test]
fn a_plan_is_printed_written_and_verified() {
    let dir = tempfile::tempdir().unwrap();
    let out = dir.path().join("out");
    let (code, printed, notes) = run(&["plan", MINIMAL, "--full", "--out", text(&out)]);
    assert_eq!(code, 0, "{notes}");
    assert!(printed.starts_with("两校合并示例"), "{printed}");
    assert!(notes.contains(text(&out)), "{notes}");
    assert_eq!(fs::read_to_string(out.join("summary.txt")).unwrap(), printed);
    // the folder holds what the plan was made from
    assert_eq!(fs::read(out.join("scenario.ron")).unwrap(), fs::read(MINIMAL).unwrap());
    let money = fs::read(out.join("money.csv")).unwrap();
    assert!(money.starts_with("\u{feff}".as_bytes()));

    let plan = out.join("plan.json");
    let (code, printed, _) = run(&["verify", MINIMAL, text(&plan), "--lang", "en"]);
    assert_eq!(code, 0, "{printed}");
    assert!(printed.contains("all hold"), "{printed}");
}

#[test]
fn a_run_again_writes_the_same_and_replaces_the_former() {
    let dir = tempfile::tempdir().unwrap();
    let out = dir.path().join("out");
    let arguments = ["plan", MINIMAL, "--out", text(&out), "--quiet", "--json"];
    let (code, first, notes) = run(&arguments);
    assert_eq!((code, notes.as_str()), (0, ""));
    let (code, second, _) = run(&arguments);
    assert_eq!(code, 0);
    assert_eq!(first, second);
    assert!(first.ends_with("}\n"));
    assert_eq!(fs::read_to_string(out.join("plan.json")).unwrap(), first);
    assert_eq!(fs::read_dir(dir.path()).unwrap().count(), 1);
}

#[test]
fn a_corrupted_plan_is_5_and_the_rule_is_named() {
    let dir = tempfile::tempdir().unwrap();
    let (_, json, _) = run(&["plan", MINIMAL, "--quiet", "--json"]);
    let mut plan: Value = serde_json::from_str(&json).unwrap();
    plan["accounts"]["cost_wan_yuan"] = Value::from(1.0);
    let path = dir.path().join("plan.json");
    fs::write(&path, plan.to_string()).unwrap();
    let (code, printed, _) = run(&["verify", MINIMAL, text(&path), "--lang", "en"]);
    assert_eq!(code, 5);
    assert!(printed.contains("Accounts"), "{printed}");
    let (code, printed, _) = run(&["verify", MINIMAL, text(&path), "--json"]);
    assert_eq!(code, 5);
    let found: Value = serde_json::from_str(&printed).unwrap();
    assert_eq!(found["passed"], false);
    assert_eq!(found["violations"][0]["check"], "accounts");
}

#[test]
fn short_courses_are_planned_reported_and_verified() {
    let dir = tempfile::tempdir().unwrap();
    let course = r#"courses: {"turning": (name: (zh: "车工培训", en: "Lathe work"), sites: ["east"],
        demand: (trainees: 20), hours: {"lathe": 36}, periods: {"mechanics": 18}, fee: 0.1)},
    targets: {
        "registered""#;
    let scenario = changed(dir.path(), "targets: {\n        \"registered\"", course);
    let out = dir.path().join("out");
    let arguments = ["plan", text(&scenario), "--full", "--lang", "en", "--out", text(&out)];
    let (code, printed, notes) = run(&arguments);
    assert_eq!(code, 0, "{notes}");
    assert!(printed.contains("Lathe work"), "{printed}");
    assert!(out.join("courses.csv").exists());
    let path = out.join("plan.json");
    let mut plan: Value = serde_json::from_str(&fs::read_to_string(&path).unwrap()).unwrap();
    assert!(plan["courses"][0]["trainees"].as_u64().unwrap() > 0);
    let (code, printed, _) = run(&["verify", text(&scenario), text(&path), "--lang", "en"]);
    assert_eq!(code, 0, "{printed}");

    plan["courses"][0]["trainees"] = Value::from(21);
    fs::write(&path, plan.to_string()).unwrap();
    let (code, printed, _) = run(&["verify", text(&scenario), text(&path), "--lang", "en"]);
    assert_eq!(code, 5);
    assert!(printed.contains("Courses"), "{printed}");
    // nobody takes half a trainee
    plan["courses"][0]["trainees"] = Value::from(2.5);
    fs::write(&path, plan.to_string()).unwrap();
    let (code, _, notes) = run(&["verify", text(&scenario), text(&path), "--lang", "en"]);
    assert_ne!(code, 0);
    assert!(notes.contains("2.5"), "{notes}");
}

#[test]
fn a_scenario_without_a_plan_is_3_and_nothing_is_written() {
    let dir = tempfile::tempdir().unwrap();
    let grants = r#"capital: {"2008": "60 万元", "2009": "60 万元"}"#;
    let scenario = changed(dir.path(), grants, r#"capital: {"2008": 0, "2009": 0}"#);
    let out = dir.path().join("out");
    let arguments = ["plan", text(&scenario), "--lang", "en", "--out", text(&out)];
    let (code, printed, _) = run(&arguments);
    assert_eq!(code, 3, "{printed}");
    assert!(printed.contains("No plan can satisfy all hard rules"), "{printed}");
    assert!(printed.contains("Budget"), "{printed}");
    assert!(!out.exists());

    let (code, printed, _) = run(&["plan", text(&scenario), "--json"]);
    assert_eq!(code, 3);
    let why: Value = serde_json::from_str(&printed).unwrap();
    assert_eq!(why["feasible"], false);
}

#[test]
fn a_limit_too_short_is_4_and_nothing_is_written() {
    let dir = tempfile::tempdir().unwrap();
    let out = dir.path().join("out");
    let arguments =
        ["plan", MINIMAL, "--time-limit", "0.000001", "--lang", "en", "--out", text(&out)];
    let (code, printed, notes) = run(&arguments);
    assert_eq!((code, printed.as_str()), (4, ""), "{notes}");
    assert!(notes.contains("no plan was found"), "{notes}");
    assert!(!out.exists());
}

#[test]
fn without_steps_a_first_plan_comes_verified() {
    let dir = tempfile::tempdir().unwrap();
    let out = dir.path().join("out");
    let arguments = ["plan", MINIMAL, "--steps", "0", "--quiet", "--out", text(&out)];
    let (code, _, notes) = run(&arguments);
    assert_eq!(code, 0, "{notes}");
    let plan = fs::read_to_string(out.join("plan.json")).unwrap();
    let plan: Value = serde_json::from_str(&plan).unwrap();
    assert_eq!(plan["options"]["step_limit"], 0);
    let (code, printed, notes) = run(&["verify", MINIMAL, text(&out.join("plan.json"))]);
    assert_eq!(code, 0, "{printed}{notes}");
}

/// The numbers in a text.
fn numbers(text: &str) -> Vec<f64> {
    let within = |letter: char| letter.is_ascii_digit() || letter == '.' || letter == ',';
    let words = text.split(|letter: char| !within(letter));
    let plain = words.map(|word| word.replace(',', ""));
    plain.filter_map(|word| word.trim_matches('.').parse().ok()).collect()
}

#[test]
fn what_is_printed_is_one_screen_whose_money_adds_up() {
    for (language, money) in [("zh", "经费："), ("en", "Money (")] {
        let (code, printed, notes) = run(&["plan", MINIMAL, "--quiet", "--lang", language]);
        assert_eq!(code, 0, "{notes}");
        let lines: Vec<&str> = printed.lines().collect();
        assert!(lines.len() <= 40, "{} lines\n{printed}", lines.len());
        assert!(lines.iter().all(|line| line.chars().count() <= 100), "{printed}");
        let from = lines.iter().position(|line| line.starts_with(money)).expect("money");
        let told = lines[from..].iter().enumerate();
        let told = told.take_while(|(at, line)| *at == 0 || line.starts_with("  "));
        let told: Vec<&str> = told.map(|(_, line)| line.trim()).collect();
        let told = told.join(if language == "en" { " " } else { "" });
        let figures = numbers(told.trim_start_matches("Money (10k yuan over"));
        let [spent, capital, running] = figures[..3] else { panic!("{told}") };
        assert!((spent - capital - running).abs() < 0.05, "{told}");
        let hint = if language == "en" { "--section NAME" } else { "--section 节名" };
        assert!(printed.contains(hint), "{printed}");
    }
}

#[test]
fn one_section_is_printed_by_its_name_and_another_name_is_wrong() {
    let (code, printed, _) = run(&["plan", MINIMAL, "--quiet", "--section", "money,method"]);
    assert_eq!(code, 0, "{printed}");
    let is_rule = |line: &&str| !line.is_empty() && line.chars().all(|one| one == '-');
    let headings = printed.lines().filter(is_rule).count();
    assert_eq!(headings, 2, "{printed}");
    assert!(printed.contains("计算过程") && printed.contains("各级目标"), "{printed}");
    let (code, printed, _) = run(&["plan", MINIMAL, "--quiet", "--section", "assets"]);
    assert_eq!(code, 0);
    assert!(printed.contains("没有这些节：assets"), "{printed}");
    let (code, printed, notes) = run(&["plan", MINIMAL, "--section", "nothing"]);
    assert_eq!((code, printed.as_str()), (2, ""), "{notes}");
}
