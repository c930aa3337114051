//! What rows say.

use crate::support::experiment::{self, collected, made, rows, shard, study};
use crate::support::feeders;
use crate::support::program::{run, text};
use campusplan::domain::{Limits, Scenario};
use campusplan::experiment::run::decisions::{decisions, standings};
use campusplan::experiment::specification::indicator::Indicator;
use campusplan::plan::Plan;
use campusplan::planning::{self, Outcome};
use campusplan::scenario;
use campusplan::solve::Unwatched;
use serde_json::Value;
use std::fs;
use std::path::Path;

/// The rows of a study, made in one shard.
fn made_rows(dir: &Path, content: &str) -> Vec<Value> {
    let file = dir.join("study.ron");
    fs::write(&file, content).unwrap();
    let made = made(dir, file.to_str().unwrap(), 1);
    shard(&made, 0, 1);
    rows(&collected(&made))
}

fn number(row: &Value, key: &str) -> f64 {
    row["indicators"][key].as_f64().unwrap()
}

#[test]
fn factors_change_what_they_say_and_nothing_else() {
    let dir = tempfile::tempdir().unwrap();
    let factors = r#"
        "applicants": (scales: ["admissions[*].applicants"], levels: list([0.8, 1.2])),
        "attrition": (sets: ["programmes.*.attrition.*"], levels: list([0.02, 0.06]))"#;
    let rows = made_rows(dir.path(), &study(factors, "grid"));
    let levels = [(0.8, 0.02), (0.8, 0.06), (1.2, 0.02), (1.2, 0.06)];
    assert_eq!(rows.len(), levels.len());
    for (plan, (row, (applicants, attrition))) in rows.iter().zip(levels).enumerate() {
        assert_eq!(row["plan"], plan);
        assert_eq!(row["status"], "verified");
        assert_eq!(row["reason"], Value::Null);
        assert_eq!(row["factors"]["applicants"], applicants);
        assert_eq!(row["factors"]["attrition"], attrition);
        // 90, 95, 70 and 70 apply.
        assert!((number(row, "applicants") - 325.0 * applicants).abs() < 1e-9);
        assert!((number(row, "attrition_max") - attrition).abs() < 1e-9);
        assert!(number(row, "targets_gap") <= 0.05 + 1e-9);
        let ended = row["ended"].as_str().unwrap();
        assert!(["gap_reached", "settled"].contains(&ended), "{ended}");
    }
}

#[test]
fn a_factor_changes_all_the_fields_it_names() {
    let dir = tempfile::tempdir().unwrap();
    for (how, levels, expected) in [
        ("sets", r#"["10 万元", 30]"#, [[10.0, 10.0], [30.0, 30.0]]),
        ("scales", "[1, 3]", [[20.0, 8.0], [60.0, 24.0]]),
    ] {
        let here = dir.path().join(how);
        fs::create_dir(&here).unwrap();
        let paths = r#"["campuses.east.running_cost", "campuses.west.running_cost"]"#;
        let factor = format!(r#""running": ({how}: {paths}, levels: list({levels}))"#);
        fs::write(here.join("study.ron"), study(&factor, "grid")).unwrap();
        let made = made(&here, text(&here.join("study.ron")), 1);
        for (plan, expected) in expected.into_iter().enumerate() {
            let (code, shown, _) = run(&["study", "show", text(&made), &plan.to_string()]);
            assert_eq!(code, 0);
            let scenario = scenario::read(&shown).unwrap().scenario;
            assert_eq!(scenario.campuses.len(), expected.len());
            let costs = scenario.campuses.iter().map(|one| one.running_cost.0);
            for (cost, expected) in costs.zip(expected) {
                assert!((cost - expected).abs() < 1e-9, "{how} {plan}: {cost}");
            }
        }
    }
}

#[test]
fn a_future_without_a_plan_is_a_row_with_its_reason() {
    let dir = tempfile::tempdir().unwrap();
    let factors = r#"
        "lease": (levels: bundles({"kept": (), "early": (changes: [set("campuses.west.tenure.until", "2008-spring")])})),
        "moves": (sets: ["rules.relocation.most_per_stage"], levels: list([6, 0])),
        "least": (sets: ["programmes.clerk.class_size.min"], levels: list([30, 44])),
        "most": (sets: ["programmes.clerk.class_size.max"], levels: list([45, 40]))"#;
    let rows = made_rows(dir.path(), &study(factors, "grid"));
    assert_eq!(rows.len(), 16);
    for row in &rows {
        let factors = &row["factors"];
        // 44 to 40 students are no class size; the west must be left in the end.
        let expected = if factors["least"] == 44.0 && factors["most"] == 40.0 {
            "failed"
        } else if factors["moves"] == 0.0 {
            "infeasible"
        } else {
            "verified"
        };
        assert_eq!(row["status"], expected, "{row}");
        let reason = &row["reason"];
        match expected {
            "failed" => {
                assert!(reason["en"].as_str().unwrap().contains("class_size"));
                assert!(reason["zh"].as_str().unwrap().contains("class_size"));
            }
            "infeasible" => {
                assert!(reason["en"].as_str().unwrap().starts_with("no plan: "));
                assert!(reason["zh"].as_str().unwrap().starts_with("无解："));
            }
            _ => assert!(reason.is_null()),
        }
        assert_eq!(row.get("indicators").is_some(), expected == "verified");
        assert_eq!(row.get("decisions").is_some(), expected == "verified");
    }
}

#[test]
fn rows_keep_the_indicators_that_were_asked_for() {
    let dir = tempfile::tempdir().unwrap();
    let factors = r#""x": (scales: ["admissions[*].applicants"], levels: list([1]))"#;
    let content = study(factors, "grid");
    let content =
        content.replacen("design:", r#"keep: ["money_running", "cost_wan_yuan"], design:"#, 1);
    let rows = made_rows(dir.path(), &content);
    let kept: Vec<&String> = rows[0]["indicators"].as_object().unwrap().keys().collect();
    assert_eq!(kept, ["cost_wan_yuan", "money_running"]);
}

#[test]
fn draws_and_paths_of_the_projection_reach_the_plans() {
    let dir = tempfile::tempdir().unwrap();
    let base = dir.path().join("base.ron");
    let error = "error: (per_year: \"20%\", correlation: 0.5),\n    preferences:";
    fs::write(&base, feeders::text(&[("preferences:", error)])).unwrap();
    let with = |factor: &str| {
        let content = study(factor, "grid");
        content.replace(crate::support::program::MINIMAL, base.to_str().unwrap())
    };
    let rows = made_rows(dir.path(), &with(r#""f": (levels: forecast(draws: 4))"#));
    let ratios: Vec<f64> = rows.iter().map(|row| row["factors"]["f"].as_f64().unwrap()).collect();
    let applied: Vec<f64> = rows.iter().map(|row| number(row, "applicants")).collect();
    let mut drawn = applied.clone();
    drawn.sort_by(f64::total_cmp);
    drawn.dedup();
    assert_eq!(drawn.len(), 4);

    let other = tempfile::tempdir().unwrap();
    let rows = made_rows(other.path(), &with(r#""d": (levels: demand([]))"#));
    let applicants: Vec<f64> = rows.iter().map(|row| number(row, "applicants")).collect();
    assert_eq!(rows[0]["factors"]["d"], "low");
    assert_eq!(rows[2]["factors"]["d"], "high");
    assert!(applicants[0] < applicants[1] && applicants[1] < applicants[2]);
    // The level of a draw is its applicants over those of the likely path.
    for (ratio, applied) in ratios.into_iter().zip(applied) {
        let expected = applied / applicants[1];
        assert!((ratio - expected).abs() < 1e-5, "{ratio} {expected}");
        assert!(ratio > 0.3 && ratio < 3.0, "{ratio}");
        assert!((ratio - 1.0).abs() > 1e-3, "{ratio}");
    }
}

#[test]
fn a_future_can_be_planned_again_by_itself() {
    let dir = tempfile::tempdir().unwrap();
    let base = dir.path().join("base.ron");
    let error = "error: (per_year: \"20%\", correlation: 0.5),\n    preferences:";
    fs::write(&base, feeders::text(&[("preferences:", error)])).unwrap();
    for (key, levels) in [("f", "forecast(draws: 3)"), ("d", "demand([])")] {
        let factors = format!(
            r#""{key}": (levels: {levels}), "a": (scales: ["programmes.*.attrition"], levels: list([0.5, 1]))"#
        );
        let content = study(&factors, "grid");
        let content = content.replace(crate::support::program::MINIMAL, base.to_str().unwrap());
        let here = dir.path().join(key);
        fs::create_dir(&here).unwrap();
        let rows = made_rows(&here, &content);
        assert_eq!(rows.len(), 6);
        let made = here.join("made-1");
        for row in &rows {
            let plan_number = row["plan"].to_string();
            let out = here.join(&plan_number);
            let (code, _, notes) =
                run(&["study", "plan", text(&made), &plan_number, "--out", text(&out)]);
            assert_eq!(code, 0, "{notes}");
            let plan: Value =
                serde_json::from_slice(&fs::read(out.join("plan.json")).unwrap()).unwrap();
            let cost = plan["accounts"]["cost_wan_yuan"].as_f64().unwrap();
            assert!((cost - number(row, "cost_wan_yuan")).abs() < 1e-9);
            let (code, shown, _) = run(&["study", "show", text(&made), &plan_number]);
            assert_eq!(code, 0);
            assert_eq!(shown, fs::read_to_string(out.join("scenario.ron")).unwrap());
            let (code, ..) =
                run(&["verify", text(&out.join("scenario.ron")), text(&out.join("plan.json"))]);
            assert_eq!(code, 0);
        }
        let (code, _, notes) = run(&["study", "show", text(&made), "6"]);
        assert_eq!(code, 2);
        assert!(notes.contains("0至5"), "{notes}");
    }
}

/// A plan of the minimal scenario.
fn planned() -> (Scenario, Plan) {
    let scenario = scenario::read(include_str!("../../../scenarios/minimal.ron"));
    let scenario = scenario.unwrap().scenario;
    let limits = Limits { time_limit_s: None, gap: 0.05, steps: Some(20), threads: 1, seed: 0 };
    let outcome = planning::plan(&scenario, &limits, &Unwatched).unwrap();
    let Outcome::Planned(planned) = outcome else {
        panic!("no plan");
    };
    (scenario, planned.plan)
}

#[test]
fn decisions_and_indicators_add_up_to_those_of_the_plan() {
    let (scenario, plan) = planned();
    let decided = decisions(&scenario, &plan);
    let sum = |prefix: &str| -> u32 {
        let all = decided.iter();
        all.filter(|(name, _)| name.starts_with(prefix)).map(|(_, count)| count).sum()
    };
    // The first stage is spring 2008 alone; classes sit where they sit then.
    let first = &plan.indicators[0];
    assert_eq!(sum("classes "), first.classes_registered);
    assert_eq!(decided.get("open east"), Some(&1));
    // Autumn 2008 is announced in spring; autumn 2009 is not.
    let autumn: u32 = plan
        .admissions
        .iter()
        .filter(|one| one.entry.to_string() == "2008-autumn")
        .map(|one| one.classes)
        .sum();
    assert_eq!(sum("admit "), autumn);
    assert!(decided.values().all(|count| *count > 0));

    let of = |indicator: Indicator| indicator.of(&scenario, &plan).unwrap();
    let money: f64 =
        Indicator::all().into_iter().filter(|one| matches!(one, Indicator::Money(_))).map(of).sum();
    let lines: f64 = plan.accounts.money.iter().map(|line| line.amount_wan_yuan.0).sum();
    assert!((money - lines).abs() < 1e-6, "an item is left out");
    let mut keys: Vec<&str> = Indicator::all().into_iter().map(Indicator::key).collect();
    keys.sort_unstable();
    let count = keys.len();
    keys.dedup();
    assert_eq!(keys.len(), count, "a key comes twice");
}

#[test]
fn a_target_stands_from_the_term_after_it_is_missed_last() {
    let (_, mut plan) = planned();
    let first = plan.targets[0].clone();
    let result = |year: i32, missed: f64| {
        let mut one = first.clone();
        one.term.0.year = year;
        one.missed = missed;
        one
    };
    let key = first.target.clone();
    let mut standing = |missed: [f64; 4]| {
        let years = 2008..;
        plan.targets = years.zip(missed).map(|(y, m)| result(y, m)).collect();
        let one = standings(&plan)[&key];
        (one.met, one.from.map(|term| term.0.year), one.worst_missed)
    };
    assert_eq!(standing([0.0; 4]), (true, Some(2008), 0.0));
    assert_eq!(standing([0.0, 5.0, 0.0, 0.0]), (false, Some(2010), 5.0));
    assert_eq!(standing([3.0, 0.0, 0.0, 1.0]), (false, None, 3.0));
}

#[test]
fn without_steps_the_targets_are_as_good_and_the_cost_is_hardly_more() {
    let dir = tempfile::tempdir().unwrap();
    let rows_of = |name: &str, steps: &str| {
        let dir = dir.path().join(name);
        fs::create_dir(&dir).unwrap();
        let base = format!(r#"base: "{}""#, crate::support::program::MINIMAL);
        let content = fs::read_to_string(experiment::STUDY).unwrap();
        let content = content.replace(r#"base: "../minimal.ron""#, &base);
        made_rows(&dir, &content.replace("steps: 20", steps))
    };
    let (searched, brisk) = (rows_of("a", "steps: 20"), rows_of("b", "steps: 0"));
    let mut missed = 0;
    for (searched, brisk) in searched.iter().zip(&brisk) {
        assert_eq!(brisk["status"], "verified");
        let both = |key: &str| (number(searched, key), number(brisk, key));
        let (least, own) = both("targets_percent");
        assert!((own - least).abs() < 1e-6, "{own} for {least} in {brisk}");
        missed += usize::from(least > 0.0);
        let (least, own) = both("cost_wan_yuan");
        assert!(own < 1.02 * least, "{own} for {least} in {brisk}");
    }
    assert_eq!((brisk.len(), missed), (12, 6));
}
