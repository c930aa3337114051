//! `campusplan duty` and the files about people, from outside.

use crate::support::program::{MINIMAL, run, text};
use serde_json::Value;
use std::collections::BTreeMap;
use std::fs;

const PEOPLE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/people.ron");

/// The plan of the case, in a folder.
fn planned() -> tempfile::TempDir {
    let dir = tempfile::tempdir().unwrap();
    let out = dir.path().join("out");
    let (code, _, err) = run(&["plan", PEOPLE, "--quiet", "--out", text(&out)]);
    assert_eq!(code, 0, "{err}");
    dir
}

#[test]
fn the_rota_is_printed_week_by_week() {
    let dir = planned();
    let plan = dir.path().join("out/plan.json");
    let plan = text(&plan);
    let (code, out, err) = run(&["duty", PEOPLE, plan, "--term", "2009-autumn"]);
    assert_eq!(code, 0, "{err}");
    for said in ["2009年秋", "甲校区", "第10周", "周五", "余甲；吴一", "余乙；叶一"]
    {
        assert!(out.contains(said), "{said}: {out}");
    }
    assert!(!out.contains("第11周"), "{out}");
    let (code, out, _) = run(&["duty", PEOPLE, plan, "--campus", "b", "--lang", "en"]);
    assert_eq!(code, 0);
    assert!(out.contains("Campus B") && out.contains("Week 10") && out.contains("Fri"));
    assert!(!out.contains("Campus A"), "{out}");
}

#[test]
fn the_rota_is_fair_and_the_same_for_machines() {
    let dir = planned();
    let plan = dir.path().join("out/plan.json");
    let plan = text(&plan);
    let (code, out, _) = run(&["duty", PEOPLE, plan, "--term", "2009-autumn", "--json"]);
    assert_eq!(code, 0);
    let days: Vec<Value> = serde_json::from_str(&out).unwrap();
    // two campuses, ten weeks of five days
    assert_eq!(days.len(), 100);
    let mut times: BTreeMap<&str, usize> = BTreeMap::new();
    let mut weeks: BTreeMap<(u64, &str), usize> = BTreeMap::new();
    for day in &days {
        assert_eq!(day["leaders"].as_array().unwrap().len(), 1);
        let teachers = day["class_teachers"].as_array().unwrap();
        assert_eq!(teachers.len(), 1);
        let who = teachers[0].as_str().unwrap();
        *times.entry(who).or_default() += 1;
        *weeks.entry((day["week"].as_u64().unwrap(), who)).or_default() += 1;
    }
    assert!(times.values().all(|days| *days == 25), "{times:?}");
    assert!(weeks.values().all(|days| *days <= 3), "{weeks:?}");
    let (code, csv, _) = run(&["duty", PEOPLE, plan, "--term", "2009-autumn", "--csv"]);
    assert_eq!(code, 0);
    // a heading, and a leader and a class teacher on each day
    assert_eq!(csv.lines().count(), 1 + 2 * 100);
    assert!(csv.starts_with('\u{feff}'));
}

#[test]
fn what_is_not_there_is_told() {
    let dir = planned();
    let plan = dir.path().join("out/plan.json");
    let plan = text(&plan);
    let (code, _, err) = run(&["duty", PEOPLE, plan, "--term", "2015-autumn"]);
    assert_eq!(code, 2);
    assert!(err.contains("2008年秋") && err.contains("2010年春"), "{err}");
    let (code, _, err) = run(&["duty", PEOPLE, plan, "--campus", "c"]);
    assert_eq!(code, 2);
    assert!(err.contains("a, b"), "{err}");
    assert_eq!(run(&["duty", PEOPLE, plan, "--term", "autumn"]).0, 2);
    // a scenario without the rule
    let out = dir.path().join("minimal");
    assert_eq!(run(&["plan", MINIMAL, "--quiet", "--out", text(&out)]).0, 0);
    let (code, _, err) = run(&["duty", MINIMAL, text(&out.join("plan.json"))]);
    assert_eq!(code, 2);
    assert!(err.contains("没有值班安排"), "{err}");
    // a plan with a wrong name in it
    let wrong = fs::read_to_string(plan).unwrap().replacen("\"t1\"", "\"t3\"", 1);
    let path = dir.path().join("wrong.json");
    fs::write(&path, wrong).unwrap();
    assert_eq!(run(&["duty", PEOPLE, text(&path)]).0, 5);
}

#[test]
fn the_files_name_everybody() {
    let dir = planned();
    let read = |name: &str| fs::read_to_string(dir.path().join("out").join(name)).unwrap();
    assert_eq!(read("people.csv").lines().count(), 1 + 11);
    let assignments = read("assignments.csv");
    assert!(assignments.contains("方二,甲校,高级"), "{assignments}");
    assert!(read("class_teacher_terms.csv").contains("07机械1班"));
    assert!(read("exchanges.csv").contains("方二（高级）,徐一（中级）"));
    let groups = read("subject_groups.csv");
    // most mathematicians are at a
    let maths = groups.lines().find(|line| line.starts_with("数学")).unwrap();
    assert!(maths.contains("3,1,甲校区,甲校区2、乙校区1"), "{maths}");
    // two of one name are told apart
    assert!(assignments.contains("叶二（s2）") && assignments.contains("叶二（s3）"));
}
