//! Pins, why and keep, the program run from outside.

use crate::support::program::{MINIMAL, run, text};
use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};

const FINE: [&str; 4] = ["--gap", "0.0001", "--threads", "1"];

fn run_fine(arguments: &[&str]) -> (i32, String, String) {
    run(&[arguments, &FINE, &["--quiet"]].concat())
}

/// A plan of the minimal scenario with changes.
fn planned(out: &Path, changes: &[&str]) -> PathBuf {
    let arguments = [&["plan", MINIMAL, "--out", text(out)], changes].concat();
    let (code, _, err) = run_fine(&arguments);
    assert_eq!(code, 0, "{err}");
    out.join("plan.json")
}

fn json(path: &Path) -> Value {
    serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap()
}

/// Classes of a programme that ever sit at a campus.
fn sitting(plan: &Value, programme: &str, campus: &str) -> usize {
    let classes = plan["classes"].as_array().unwrap().iter();
    let there = classes.filter(|class| {
        let mut seats = class["seats"].as_array().unwrap().iter();
        class["programme"] == programme && seats.any(|seat| seat["campus"] == campus)
    });
    there.count()
}

#[test]
fn a_pin_becomes_part_of_the_case_and_is_verified_with_it() {
    let dir = tempfile::tempdir().unwrap();
    let free = json(&planned(&dir.path().join("free"), &[]));
    let free = sitting(&free, "clerk", "west");
    let more = format!("clerk @ west >= {}", free + 1);
    let path = planned(&dir.path().join("pinned"), &["--pin", &more]);
    let plan = json(&path);
    assert_eq!(sitting(&plan, "clerk", "west"), free + 1);
    let lineage = &plan["scenario"]["lineage"];
    assert_eq!(lineage["changes"][0], format!("--pin {more}"));
    // with the same pin, and with the text beside the plan
    let (code, out, err) = run(&["verify", MINIMAL, text(&path), "--pin", &more]);
    assert_eq!(code, 0, "{out}{err}");
    let beside = path.with_file_name("scenario.ron");
    let (code, out, err) = run(&["verify", text(&beside), text(&path), "--lang", "en"]);
    assert_eq!(code, 0, "{out}{err}");
    assert!(out.contains("Pins"), "{out}");
    let (code, _, _) = run(&["verify", MINIMAL, text(&path)]);
    assert_eq!(code, 5);
}

/// A scenario as printed, without its line breaks.
fn on_a_line(shown: &str) -> String {
    let lines: Vec<&str> = shown.lines().map(str::trim).collect();
    lines.join(" ").replace("( ", "(").replace(", )", ")")
}

#[test]
fn things_are_called_by_their_keys_or_names() {
    for said in [
        "clerk 2008-autumn @ west = 1",
        "商务文秘 2008秋 ＠ 西校区 ＝ １",
        "Office clerk 2008-autumn @ West campus == 1",
    ] {
        let (code, shown, err) = run(&["show", MINIMAL, "--pin", said]);
        assert_eq!(code, 0, "{said}: {err}");
        let pin = r#"(decision: placement, programme: "clerk", entry: "2008-autumn", campus: "west", at_least: 1, at_most: 1, once: true)"#;
        assert!(on_a_line(&shown).contains(pin), "{said}: {shown}");
    }
    for (said, flag, pin) in [
        (
            "open west 2008-autumn..",
            "--forbid",
            r#"(decision: open, campus: "west", from: "2008-autumn", at_most: 0)"#,
        ),
        ("启用 西校区", "--pin", r#"(decision: open, campus: "west", at_least: 1, once: true)"#),
        (
            "build east_dormitory ..2009-spring",
            "--pin",
            r#"(decision: built, option: "east_dormitory", until: "2009-spring", at_least: 1)"#,
        ),
        (
            "admit machinist 2009-autumn >= 3",
            "--forbid",
            r#"(decision: admitted, programme: "machinist", entry: "2009-autumn", at_most: 2)"#,
        ),
        (
            "post 李老师 @ west 2008-autumn..2009-spring",
            "--pin",
            r#"(decision: posted, campus: "west", person: "li", from: "2008-autumn", until: "2009-spring", at_least: 1)"#,
        ),
        (
            "hire general 2008-spring > 0",
            "--pin",
            r#"(decision: hired, subject: "general", from: "2008-spring", until: "2008-spring", at_least: 1)"#,
        ),
    ] {
        let (code, shown, err) = run(&["show", MINIMAL, flag, said]);
        assert_eq!(code, 0, "{said}: {err}");
        assert!(on_a_line(&shown).contains(pin), "{said}: {shown}");
    }
}

#[test]
fn what_cannot_be_read_is_told_with_what_is_allowed() {
    for (said, parts) in [
        ("clerk @ wst", &["wst", "did you mean `west`"][..]),
        ("clrk @ west", &["clrk", "did you mean `clerk`"]),
        ("clerk at west", &["not a decision", "PROGRAMME @ CAMPUS"]),
        ("clerk @ west = some", &["no number", ">= 2"]),
        ("post nobody @ west", &["nobody", "allowed"]),
        ("machinist @ west", &["may not be taught", "east"]),
        ("open west 2009-autumn", &["in any of these terms", "spring 2009"]),
    ] {
        let (code, out, err) = run(&["check", MINIMAL, "--pin", said, "--lang", "en"]);
        let told = format!("{out}{err}");
        assert_eq!(code, 2, "{said}: {told}");
        for part in parts {
            assert!(told.contains(part), "{said}: {part} in {told}");
        }
    }
    let (code, out, err) = run(&["check", MINIMAL, "--forbid", "clerk @ west = 2"]);
    assert_eq!(code, 2, "{out}{err}");
}

#[test]
fn why_tells_what_another_decision_would_cost() {
    let dir = tempfile::tempdir().unwrap();
    let path = planned(&dir.path().join("plan"), &[]);
    let plan = json(&path);
    let west = sitting(&plan, "clerk", "west");
    // the plan has it: it is forbidden
    let has = format!("clerk @ west >= {west}");
    let (code, out, err) = run_fine(&["why", text(&path), &has, "--json"]);
    let answer: Value = serde_json::from_str(&out).unwrap_or_else(|_| panic!("{out}{err}"));
    assert_eq!(answer[0]["had"], true);
    assert!([0, 3].contains(&code), "{code}: {err}");
    // it has it not: it is forced, and the plan that comes of it is verified
    let more = format!("clerk @ west >= {}", west + 1);
    let out_dir = dir.path().join("why");
    let arguments = ["why", text(&path), &more, "--json", "--out", text(&out_dir)];
    let (code, out, err) = run_fine(&arguments);
    assert_eq!(code, 0, "{err}");
    let answer: Value = serde_json::from_str(&out).unwrap();
    assert_eq!(answer[0]["had"], false);
    assert_eq!(answer[0]["outcome"], "verified");
    let cost = |tiers: &Value| tiers[1]["value"].as_f64().unwrap();
    assert!(cost(&answer[0]["tiers"]) > cost(&plan["tiers"]));
    assert_eq!(answer[0]["verdicts"][1], "more");
    assert!(!answer[0]["moves"].as_array().unwrap().is_empty());
    let other = out_dir.join("otherwise-1.plan.json");
    assert_eq!(sitting(&json(&other), "clerk", "west"), west + 1);
    let beside = path.with_file_name("scenario.ron");
    let (code, out, err) = run(&["verify", text(&beside), text(&other), "--pin", &more]);
    assert_eq!(code, 0, "{out}{err}");
}

/// Classes of 2008 admitted to a programme.
fn admitted(plan: &Value, programme: &str) -> u64 {
    let mut admissions = plan["admissions"].as_array().unwrap().iter();
    let own = admissions
        .find(|one| one["programme"] == programme && one["entry"] == "2008-autumn")
        .unwrap();
    own["classes"].as_u64().unwrap()
}

#[test]
fn exactly_so_many_is_asked_both_ways() {
    let dir = tempfile::tempdir().unwrap();
    let path = planned(&dir.path().join("plan"), &[]);
    let count = admitted(&json(&path), "clerk");
    assert!(count > 0);
    let said = format!("admit clerk 2008-autumn = {count}");
    let out_dir = dir.path().join("why");
    let arguments = ["why", text(&path), &said, "--json", "--out", text(&out_dir)];
    let (_, out, err) = run_fine(&arguments);
    let answers: Value = serde_json::from_str(&out).unwrap_or_else(|_| panic!("{out}{err}"));
    let answers = answers.as_array().unwrap();
    assert_eq!(answers.len(), 2);
    let mut planned = 0;
    for (number, answer) in answers.iter().enumerate() {
        assert_eq!(answer["had"], true);
        let file = out_dir.join(format!("otherwise-{}.plan.json", number + 1));
        if answer["outcome"] == "verified" {
            planned += 1;
            let other = admitted(&json(&file), "clerk");
            // fewer first, then more
            assert_eq!(other < count, number == 0, "{other} instead of {count}");
            assert_ne!(other, count);
        } else {
            assert!(!file.exists());
        }
    }
    assert!(planned > 0);
}

#[test]
fn why_says_so_when_there_is_no_choice() {
    let dir = tempfile::tempdir().unwrap();
    let path = planned(&dir.path().join("plan"), &[]);
    // two classes of machinists of 2006 sit at the only campus with lathes
    let said = "machinist 2006-autumn @ east";
    let (code, out, err) = run_fine(&["why", text(&path), said, "--lang", "en"]);
    assert_eq!(code, 3, "{out}{err}");
    assert!(out.contains("All rules but what is asked hold together"), "{out}");
    assert!(out.contains("no choice"), "{out}");
    assert!(out.contains("Pins"), "{out}");
}

/// Where each class sits.
fn seats(plan: &Value) -> Vec<(&Value, &Value)> {
    let classes = plan["classes"].as_array().unwrap().iter();
    classes.map(|class| (&class["name"], &class["seats"])).collect()
}

#[test]
fn a_plan_is_kept_when_nothing_changes_and_told_apart_when_something_does() {
    let dir = tempfile::tempdir().unwrap();
    let first = planned(&dir.path().join("first"), &[]);
    let same = planned(&dir.path().join("same"), &["--keep", text(&first)]);
    let (first_plan, same_plan) = (json(&first), json(&same));
    assert_eq!(same_plan["accounts"]["deviation"], 0.0);
    assert_eq!(seats(&same_plan), seats(&first_plan));
    assert_eq!(same_plan["campuses"], first_plan["campuses"]);
    let beside = same.with_file_name("scenario.ron");
    let (code, out, err) = run(&["verify", text(&beside), text(&same)]);
    assert_eq!(code, 0, "{out}{err}");
    let told = fs::read_to_string(same.with_file_name("kept.txt")).unwrap();
    assert!(told.contains("计划没有不同"), "{told}");

    // the lease ends before the plan leaves the campus
    let change = ["--set", "campuses.west.tenure.until=2008-spring"];
    let keep = ["--keep", text(&first), "--keep-before", "cost"];
    let changed = [&change[..], &keep].concat();
    let again = planned(&dir.path().join("again"), &changed);
    let told = fs::read_to_string(again.with_file_name("kept.txt")).unwrap();
    let departs = json(&again)["accounts"]["deviation"].as_f64().unwrap();
    assert!(departs > 0.0);
    assert!(told.contains(&format!("偏离{departs}：")), "{told}");
}
