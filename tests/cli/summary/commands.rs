//! The commands from outside, on the shipped study of the minimal scenario.

use crate::support::page_tree::{named, parse, told, xml};
use crate::support::program::{run, text};
use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};

const STUDY: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/scenarios/studies/minimal.ron");

/// Makes the directory of the study.
fn made(dir: &Path) -> PathBuf {
    let made = dir.join("study");
    let (code, _, notes) = run(&["study", "init", STUDY, text(&made), "--shards", "2"]);
    assert_eq!(code, 0, "{notes}");
    made
}

fn planned(dir: &Path) {
    let (code, _, notes) = run(&["study", "run", text(dir), "--jobs", "1", "--quiet"]);
    assert_eq!(code, 0, "{notes}");
}

fn rows(dir: &Path) -> Vec<Value> {
    let out = dir.with_extension("jsonl");
    let (code, _, notes) = run(&["study", "collect", text(dir), text(&out)]);
    assert_eq!(code, 0, "{notes}");
    let joined = fs::read_to_string(out).unwrap();
    let lines = joined.lines();
    lines.map(|line| serde_json::from_str(line).unwrap()).collect()
}

fn summary(dir: &Path) -> Value {
    let (code, printed, notes) = run(&["study", "summary", text(dir), "--json"]);
    assert_eq!(code, 0, "{notes}");
    serde_json::from_str(&printed).unwrap()
}

#[test]
fn a_study_is_summed_up_and_its_first_stages_are_regretted() {
    let dir = tempfile::tempdir().unwrap();
    let study = made(dir.path());

    // nothing is summed up before all of it is there
    let (code, printed, notes) = run(&["study", "summary", text(&study)]);
    assert_eq!((code, printed.as_str()), (6, ""), "{notes}");

    planned(&study);
    let rows = rows(&study);
    let told = summary(&study);
    the_figures_are_those_of_the_rows(&rows, &told);
    it_is_printed_whole(&study, dir.path());

    let follow_up = dir.path().join("follow_up");
    let arguments = ["study", "regret", text(&study), text(&follow_up)];
    let (code, _, notes) = run(&[&arguments[..], &["--candidates", "2"]].concat());
    assert_eq!(code, 0, "{notes}");
    planned(&follow_up);
    candidates_are_forced(&follow_up, &told);
    regrets_are_told(&follow_up, rows.len());

    // who follows up a follow-up is told so
    let again = dir.path().join("again");
    let (code, _, notes) = run(&["study", "regret", text(&follow_up), text(&again)]);
    assert_eq!(code, 2, "{notes}");
    assert!(!again.exists());
}

fn the_figures_are_those_of_the_rows(rows: &[Value], told: &Value) {
    let summary = &told["summary"];
    assert_eq!(summary["futures"], rows.len());
    let verified = rows.iter().filter(|row| row["status"] == "verified");
    let mut costs: Vec<f64> =
        verified.map(|row| row["indicators"]["cost_wan_yuan"].as_f64().unwrap()).collect();
    costs.sort_by(f64::total_cmp);
    assert_eq!(summary["endings"]["statuses"][0], costs.len());
    let indicators = told["manifest"]["indicators"].as_array().unwrap();
    let cost = indicators.iter().position(|one| one["key"] == "cost_wan_yuan").unwrap();
    let cost = &summary["indicators"][cost]["distribution"];
    let figure = |key: &str| cost[key].as_f64().unwrap();
    assert!((figure("least") - costs[0]).abs() < 1e-9);
    assert!((figure("greatest") - costs[costs.len() - 1]).abs() < 1e-9);
    let mean = costs.iter().sum::<f64>() / f64::from(u32::try_from(costs.len()).unwrap());
    assert!((figure("mean") - mean).abs() < 1e-9);
    // every future with a plan has one of the candidates
    let candidates = summary["candidates"].as_array().unwrap();
    let plans = candidates.iter().map(|one| one["plans"].as_array().unwrap().len());
    assert_eq!(plans.sum::<usize>(), costs.len());
}

fn it_is_printed_whole(study: &Path, dir: &Path) {
    let out = dir.join("summary");
    let arguments = ["study", "summary", text(study), "--lang", "en", "--out", text(&out)];
    let (code, printed, notes) = run(&arguments);
    assert_eq!(code, 0, "{notes}");
    assert_eq!(fs::read_to_string(out.join("summary.txt")).unwrap(), printed);
    assert!(printed.contains("Lease of the west campus"), "{printed}");
    assert!(printed.lines().all(|line| line.chars().count() <= 100), "{printed}");
    for file in ["summary.json", "study_tornado.csv", "study_decision_levels.csv"] {
        assert!(out.join(file).exists(), "{file}");
    }
    let (_, chinese, _) = run(&["study", "summary", text(study)]);
    assert!(chinese.contains("西校区租约"), "{chinese}");
    it_is_a_page_with_charts(&out);
}

fn it_is_a_page_with_charts(out: &Path) {
    let page = fs::read_to_string(out.join("summary.html")).unwrap();
    let page = xml(&page);
    let tree = parse(&page);
    let figures = named(tree.root(), &["figure"]);
    let ids: Vec<&str> = figures.iter().filter_map(|one| one.attribute("id")).collect();
    assert_eq!(ids, ["chart-study_spread", "chart-study_tornado"]);
    for figure in figures {
        // bars within the drawing, and the numbers they are drawn from
        let bars = named(figure, &["rect"]);
        assert!(!bars.is_empty());
        for bar in bars {
            let number = |key: &str| bar.attribute(key).unwrap().parse::<f64>().unwrap();
            assert!(number("x") >= 0.0 && number("width") >= 0.0);
            assert!(number("x") + number("width") <= 800.0);
        }
        assert!(named(figure, &["tr"]).len() > 1);
    }
    // what is printed stands in the page too
    assert!(told(tree.root_element()).contains("Which factor matters most"));
}

/// What a plan of the follow-up decides is what its candidate does, and nothing
/// else of the kind.
fn candidates_are_forced(follow_up: &Path, told: &Value) {
    let candidates = told["summary"]["candidates"].as_array().unwrap();
    let mut seen = 0;
    for row in rows(follow_up) {
        let number = row["factors"]["first_stage"].as_str().unwrap();
        let candidate = number.parse::<usize>().unwrap() - 1;
        if row["status"] == "verified" {
            assert_eq!(row["decisions"], candidates[candidate]["decisions"], "{row}");
            seen += 1;
        }
    }
    assert!(seen > 0);
}

fn regrets_are_told(follow_up: &Path, futures: usize) {
    let told = summary(follow_up);
    let regrets = &told["follow_up"]["regrets"];
    let standings = regrets["standings"].as_array().unwrap();
    assert_eq!(standings.len(), 2);
    for standing in standings {
        let count = |key: &str| standing[key].as_u64().unwrap();
        let all = count("planned") + count("impossible") + count("unknown");
        assert_eq!(all, futures as u64);
        for regret in standing["regrets"].as_array().unwrap() {
            if let Some(cost) = regret["of"]["cost"].as_f64() {
                assert!(cost >= 0.0, "{regret}");
            }
        }
    }
    let (code, printed, notes) = run(&["study", "summary", text(follow_up), "--lang", "en"]);
    assert_eq!(code, 0, "{notes}");
    assert!(printed.contains("Regrets of the candidates"), "{printed}");
    assert!(printed.contains("what may wait"), "{printed}");
    assert!(printed.lines().all(|line| line.chars().count() <= 100), "{printed}");
}

#[test]
fn a_directory_without_a_study_is_2() {
    let dir = tempfile::tempdir().unwrap();
    let (code, printed, notes) = run(&["study", "summary", text(dir.path())]);
    assert_eq!((code, printed.as_str()), (2, ""), "{notes}");
    assert!(!notes.is_empty());
    let wrong = ["study", "summary", text(dir.path()), "--of", "open,closed"];
    let (code, _, notes) = run(&wrong);
    assert_eq!(code, 2, "{notes}");
}
