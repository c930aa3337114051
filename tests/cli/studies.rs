//! Studies from outside: comparisons, efficient sets, alternatives, atlases.

use crate::support::program::{MINIMAL, run, text};
use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};

fn json(arguments: &[&str]) -> Vec<Value> {
    let (code, printed, notes) = run(&[arguments, &["--json", "--quiet"]].concat());
    assert_eq!(code, 0, "{notes}");
    serde_json::from_str(&printed).unwrap()
}

/// An overlay on the minimal scenario.
fn overlay(dir: &Path, name: &str, changes: &str) -> PathBuf {
    let path = dir.join(format!("{name}.ron"));
    let overlay =
        format!(r#"(base: "{MINIMAL}", name: (zh: "{name}", en: "{name}"), changes: [{changes}])"#);
    fs::write(&path, overlay).unwrap();
    path
}

fn tier(run: &Value, part: &str) -> f64 {
    let mut tiers = run["tiers"].as_array().unwrap().iter();
    let tier = tiers.find(|tier| tier["parts"][0]["part"] == part);
    tier.unwrap()["value"].as_f64().unwrap()
}

#[test]
fn a_comparison_tells_inputs_results_and_plans_apart() {
    let dir = tempfile::tempdir().unwrap();
    let early = overlay(dir.path(), "early", r#"set("campuses.west.tenure.until", "2008-spring")"#);
    let hopeless = overlay(
        dir.path(),
        "hopeless",
        r#"set("campuses.west.tenure.until", "2008-spring"), set("rules.relocation.most_per_stage", 0)"#,
    );
    let out = dir.path().join("out");
    let cases = [MINIMAL, text(&early), text(&hopeless)];
    let options = ["--no-cache", "--lang", "en", "--out", text(&out)];
    let (code, printed, notes) = run(&[&["compare"], &cases[..], &options[..]].concat());
    assert_eq!(code, 0, "{notes}");
    // What differs in the inputs, in the results and in the plans.
    assert!(printed.contains("campuses.west.tenure.until"), "{printed}");
    assert!(printed.contains("+26.9"), "{printed}");
    assert!(printed.contains("West campus is in use"), "{printed}");
    // An option without a plan keeps its line, with its reason.
    assert!(printed.contains("hopeless"), "{printed}");
    assert!(printed.contains("impossible"), "{printed}");
    assert!(printed.contains("cannot hold together"), "{printed}");
    assert!(printed.lines().all(|line| line.chars().count() <= 100));
    let written = fs::read_to_string(out.join("summary.txt")).unwrap();
    assert_eq!(written, printed);
    let plan = out.join("early.plan.json");
    let (code, _, notes) = run(&["verify", text(&early), text(&plan)]);
    assert_eq!(code, 0, "{notes}");
    assert!(!out.join("hopeless.plan.json").exists());
}

#[test]
fn a_comparison_gives_the_values_of_separate_plans() {
    let dir = tempfile::tempdir().unwrap();
    let early = overlay(dir.path(), "early", r#"set("campuses.west.tenure.until", "2008-spring")"#);
    let told = json(&["compare", MINIMAL, text(&early), "--no-cache"]);
    let (_, printed, _) = run(&["plan", text(&early), "--json", "--quiet"]);
    let alone: Value = serde_json::from_str(&printed).unwrap();
    for part in ["targets", "cost", "disruption"] {
        let (beside, alone) = (tier(&told[1], part), tier(&alone, part));
        assert!((beside - alone).abs() < 1e-6, "{part}: {beside}, {alone}");
    }
    assert_eq!(told[0]["differs"].as_array().unwrap().len(), 0);
    assert!(!told[1]["differs"].as_array().unwrap().is_empty());
}

#[test]
fn a_restriction_that_does_not_bind_is_said_in_words() {
    let dir = tempfile::tempdir().unwrap();
    let fewer = overlay(
        dir.path(),
        "fewer",
        r#"set("rules.relocation.most_per_stage", 5), set("rules.budget", (capital: {"2008": 40}))"#,
    );
    let options = ["compare", MINIMAL, text(&fewer), "--no-cache"];
    let (code, printed, notes) = run(&[&options[..], &["--lang", "en"]].concat());
    assert_eq!(code, 0, "{notes}");
    // Two classes move in the best plan, and closing the west campus costs 5.
    let printed = printed.split_whitespace().collect::<Vec<_>>().join(" ");
    let moves = "cap on classes moved at a time not used up: 2 of 5 classes, 3 left";
    assert!(printed.contains(moves), "{printed}");
    let capital = "capital up to the end of 2009 not used up: 5.0 of 40.0 10k yuan, 35.0 left";
    assert!(printed.contains(capital), "{printed}");
    let valid = "whose restrictions do not exclude it: fewer.";
    assert!(printed.contains(valid), "{printed}");

    let told = json(&options);
    assert_eq!(told[1]["keeps_base_plan"], true);
    let all = told[1]["restrictions"].as_array().unwrap();
    let moves = all.iter().find(|one| one["restriction"] == "moves").unwrap();
    assert_eq!((&moves["limit"], &moves["used"]), (&5.0.into(), &2.0.into()));
    assert_eq!((&moves["unused"], &moves["tighter"]), (&3.0.into(), &true.into()));
    // The base has no budget and a wider cap; other restrictions are the same.
    let tighter = all.iter().filter(|one| one["tighter"] == true);
    let tighter: Vec<&Value> = tighter.map(|one| &one["restriction"]).collect();
    assert!(tighter.iter().all(|one| *one == "capital" || *one == "moves"));
    let own = told[0]["restrictions"].as_array().unwrap();
    assert!(own.iter().all(|one| one["tighter"] == false));
}

#[test]
fn a_restriction_that_binds_is_not_said_to_be_left_over() {
    let dir = tempfile::tempdir().unwrap();
    let one = overlay(dir.path(), "one", r#"set("rules.relocation.most_per_stage", 2)"#);
    let options = ["compare", MINIMAL, text(&one), "--no-cache", "--lang", "en"];
    let (code, printed, notes) = run(&options);
    assert_eq!(code, 0, "{notes}");
    assert!(!printed.contains("do not bind"), "{printed}");
}

#[test]
fn the_restrictions_that_neither_plan_of_a_question_uses_up_are_said() {
    let dir = tempfile::tempdir().unwrap();
    let out = dir.path().join("out");
    let (code, _, notes) = run(&["plan", MINIMAL, "--out", text(&out), "--quiet"]);
    assert_eq!(code, 0, "{notes}");
    let plan = out.join("plan.json");
    let asked = ["why", text(&plan), "open west 2008-autumn", "--lang", "en"];
    let (code, printed, notes) = run(&asked);
    assert_eq!(code, 0, "{notes}");
    let printed = printed.split_whitespace().collect::<Vec<_>>().join(" ");
    // The other plan builds a dormitory for 40 and closes the west campus for 5 of
    // the 60, and moves three classes.
    let neither = "Restrictions that neither plan uses up, and which do not bind: capital up to \
                   the end of 2008 not used up: 45.0 of 60.0 10k yuan, 15.0 left; cap on classes \
                   moved at a time not used up: 3 of 6 classes, 3 left";
    assert!(printed.contains(neither), "{printed}");
}

#[test]
fn plans_are_kept_and_reused_only_for_the_same_question() {
    let dir = tempfile::tempdir().unwrap();
    let cache = dir.path().join("cache");
    let compare = |more: &[&str]| -> (bool, f64) {
        let told = json(&[&["compare", MINIMAL, "--cache", text(&cache)], more].concat());
        (told[0]["reused"].as_bool().unwrap(), tier(&told[0], "cost"))
    };
    let first = compare(&[]);
    assert!(!first.0);
    assert_eq!(compare(&[]), (true, first.1));
    assert!(!compare(&["--seed", "7"]).0);
    assert!(!compare(&["--set", "rules.relocation.most_per_stage=5"]).0);
    // What is kept is verified before it is used.
    for file in fs::read_dir(&cache).unwrap() {
        let path = file.unwrap().path();
        let kept = fs::read_to_string(&path).unwrap();
        fs::write(&path, kept.replace("\"students\":", "\"students\":1")).unwrap();
    }
    assert_eq!(compare(&[]), (false, first.1));
}

#[test]
fn an_efficient_set_trades_one_part_for_another() {
    let points = json(&["frontier", MINIMAL, "--of", "cost,disruption", "--intervals", "3"]);
    let kept: Vec<&Value> = points.iter().filter(|point| point["dominated"] == false).collect();
    assert!(kept.len() >= 3, "{points:#?}");
    for pair in kept.windows(2) {
        assert!(tier(pair[0], "cost") < tier(pair[1], "cost"));
        assert!(tier(pair[0], "disruption") > tier(pair[1], "disruption"));
    }
    for point in &points {
        assert_eq!(point["outcome"], "verified");
        if let Some(ceiling) = point["ceilings"][0].as_f64() {
            assert!(tier(point, "disruption") <= ceiling + 1e-6);
        }
    }
    // Its ends are the plans that are best in one part first.
    let (_, printed, _) = run(&["plan", MINIMAL, "--json", "--quiet"]);
    let cheapest: Value = serde_json::from_str(&printed).unwrap();
    assert!((tier(kept[0], "cost") - tier(&cheapest, "cost")).abs() < 1e-6);
}

#[test]
fn a_ceiling_that_no_plan_keeps_is_told_as_such() {
    let objective = "objective=[(parts: [(part: targets)]), (parts: [(part: cost)], at_most: 50)]";
    let (code, printed, _) = run(&["plan", MINIMAL, "--set", objective, "--lang", "en"]);
    assert_eq!(code, 3, "{printed}");
    assert!(printed.contains("above its ceiling"), "{printed}");
}

#[test]
fn alternatives_are_within_the_tolerance_and_different() {
    let told = json(&["alternatives", MINIMAL, "--within", "20%", "-n", "2"]);
    assert!(told.len() >= 2, "{told:#?}");
    let best = tier(&told[0], "cost");
    for one in &told[1..] {
        assert!(tier(one, "cost") <= best * 1.2 + 1e-6);
        assert!(one["new"].as_f64().unwrap() > 0.0);
    }
}

#[test]
fn an_atlas_has_every_pattern_with_what_is_known_of_it() {
    let told = json(&["atlas", MINIMAL]);
    // The west campus may close and not reopen: in use in no stage, in the
    // first, or in both in which it may be used.
    assert_eq!(told.len(), 3, "{told:#?}");
    let find = |open: Value| {
        let mut all = told.iter();
        all.find(|one| one["open"][0][1] == open).unwrap()
    };
    let closed = find(serde_json::json!([false, false, false]));
    assert_eq!(closed["known"], "impossible");
    assert!(!closed["why"].as_array().unwrap().is_empty());
    let first = find(serde_json::json!([true, false, false]));
    let both = find(serde_json::json!([true, true, false]));
    assert!((tier(&both["run"], "cost") - 110.8).abs() < 1e-6);
    assert!((tier(&first["run"], "cost") - 137.7).abs() < 1e-6);
    for one in [first, both] {
        let bound = one["second_bound"].as_f64().unwrap();
        assert!(bound <= tier(&one["run"], "cost") + 1e-6);
    }
    // Where nothing is to be chosen there is nothing to list but the one.
    let told = json(&["atlas", MINIMAL, "--plans", "0"]);
    let planned = told.iter().filter(|one| one["known"] == "planned").count();
    assert_eq!(planned, 1, "{told:#?}");
}

#[test]
fn wrong_arguments_are_told() {
    let (code, _, notes) = run(&["frontier", MINIMAL, "--of", "cost,cost"]);
    assert_eq!(code, 2, "{notes}");
    let (code, _, notes) = run(&["compare", MINIMAL, MINIMAL]);
    assert_eq!(code, 2, "{notes}");
    let (code, _, notes) = run(&["compare", MINIMAL, "--base", "other.ron"]);
    assert_eq!(code, 2, "{notes}");
    let (code, _, notes) = run(&["alternatives", MINIMAL, "--within", "300%"]);
    assert_eq!(code, 2, "{notes}");
}

/// The minimal scenario without targets, changed.
fn untargeted(dir: &Path, name: &str, (from, to): (&str, &str)) -> PathBuf {
    let whole = fs::read_to_string(MINIMAL).unwrap();
    let (head, rest) = whole.split_once("    targets: {").unwrap();
    let (_, tail) = rest.split_once("\n    },\n").unwrap();
    let sourced = |line: &&str| !line.contains("\"targets\": (kind");
    let tail: Vec<&str> = tail.lines().filter(sourced).collect();
    let untargeted = format!("{head}    targets: {{}},\n{}\n", tail.join("\n"));
    assert!(untargeted.contains(from), "{from}");
    let path = dir.join(format!("{name}.ron"));
    fs::write(&path, untargeted.replace(from, to)).unwrap();
    path
}

#[test]
fn scenarios_without_targets_are_compared() {
    let dir = tempfile::tempdir().unwrap();
    let one = untargeted(dir.path(), "one", ("least: 1", "least: 1"));
    let other = untargeted(dir.path(), "other", ("least: 1", "least: 2"));
    let cases = [text(&one), text(&other)];
    let options = ["--no-cache", "--lang", "en"];
    let (code, printed, notes) = run(&[&["compare"], &cases[..], &options[..]].concat());
    assert_eq!(code, 0, "{notes}");
    assert!(printed.contains("least"), "{printed}");
}

#[test]
fn a_plan_that_admits_nobody_says_so() {
    let dir = tempfile::tempdir().unwrap();
    let none = untargeted(dir.path(), "none", ("least: 1", "least: 0"));
    let asked = untargeted(dir.path(), "asked", ("least: 1", "least: 1"));
    let said = |arguments: &[&str], lang: &str| {
        let (code, printed, notes) = run(&[arguments, &["--lang", lang]].concat());
        assert_eq!(code, 0, "{notes}");
        let lines = printed.lines().map(str::trim);
        lines.collect::<Vec<_>>().join(if lang == "zh" { "" } else { " " })
    };
    for (lang, words) in [("en", "nothing asks for"), ("zh", "没有任何规定要求招生")] {
        for command in ["check", "plan"] {
            let printed = said(&[command, text(&none)], lang);
            assert!(printed.contains(words), "{printed}");
            let printed = said(&[command, text(&asked)], lang);
            assert!(!printed.contains(words), "{printed}");
        }
    }
}
