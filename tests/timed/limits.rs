//! Limits from outside: what is too large or too extreme is said before any
//! solving, and a time limit holds whatever comes in.

use crate::support::exclusive::alone;
use crate::support::program::{MINIMAL, run, text};
use campusplan::model::size::estimate;
use campusplan::model::{Form, build};
use serde_json::Value;
use std::fs;
use std::time::Instant;

#[test]
fn large_loads_of_people_take_no_longer() {
    let _alone = alone();
    let people = include_str!("../data/people.ron").replace("load: 8,", "load: 400000,");
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("people.ron");
    fs::write(&path, people).unwrap();
    let began = Instant::now();
    let (code, _, notes) = run(&["plan", text(&path), "--time-limit", "5", "--quiet"]);
    assert_eq!(code, 0, "{notes}");
    assert!(began.elapsed().as_secs_f64() < 5.0 * 1.1 + 2.0);
}

/// One campus with 468 classes and 1,040 people: who is class teacher of which was
/// found by looking at all of them for each other, and with no clock.
#[test]
fn many_class_teachers_keep_the_time_limit() {
    let _alone = alone();
    let of = |range: std::ops::Range<usize>, one: &dyn Fn(usize) -> String| {
        range.map(one).collect::<String>()
    };
    let programmes = of(0..117, &|index| {
        format!(
            r#""p{index}": (name: (zh: "专业{index}"), field: "f", curriculum: [(terms: 6, periods: {{"s": 7}})],
                class_size: (min: 20, max: 50), attrition: ["1.5%"], sites: {{"a": ()}}),"#
        )
    });
    let cohorts = of(0..234, &|index| {
        let (programme, year) = (index / 2, 2006 + index % 2);
        format!(
            r#"(programme: "p{programme}", entry: "{year}-autumn", campus: "a", classes: 2, students: 80),"#
        )
    });
    let roster = of(0..1040, &|index| {
        format!(
            r#""t{index}": (name: "人{index}", employer: (zh: "县"), campus: "a", subjects: ["s"], load: 14),"#
        )
    });
    let text = format!(
        r#"(
            name: (zh: "大例"), calendar: (first_term: "2008-autumn", terms: 4, target_term: "2008-autumn"),
            fields: {{"f": (name: (zh: "类"))}},
            resources: {{"room": (name: (zh: "教室"), unit: (zh: "间"), per: class, default_use: 1)}},
            subjects: {{"s": (name: (zh: "学科"))}},
            campuses: {{"a": (name: (zh: "校"), owner: (zh: "县"), owns: {{"room": 900}})}},
            programmes: {{{programmes}}}, cohorts: [{cohorts}], roster: {{{roster}}},
            rules: (class_teacher: true),
            targets: {{"all": (name: (zh: "在册"), metric: registered, at_least: 100)}},
        )"#
    );
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("classes.ron");
    fs::write(&path, text).unwrap();
    let began = Instant::now();
    let (code, _, notes) = run(&["plan", self::text(&path), "--time-limit", "5", "--quiet"]);
    assert_eq!(code, 0, "{notes}");
    assert!(began.elapsed().as_secs_f64() < 5.0 * 1.1 + 2.0, "{:?}", began.elapsed());
}

#[test]
fn figures_beyond_all_measure_are_diagnostics() {
    let _alone = alone();
    for (path, value) in [
        ("programmes.clerk.attrition", "[1e-300]"),
        ("staff.west_general.load", "1e9"),
        ("staff.west_general.load", "1e-300"),
        ("roads[0].minutes", "1e9"),
        ("roads[0].km", "1e-300"),
        ("campuses.east.running_cost", "1e300"),
        ("rules.relocation.cost", "1e-300"),
    ] {
        let change = format!("{path}={value}");
        for command in ["check", "plan"] {
            let (code, printed, notes) = run(&[command, MINIMAL, "--set", &change, "--lang", "en"]);
            assert_eq!(code, 2, "{change}: {printed}{notes}");
            let told = printed + &notes;
            assert!(told.contains("too small") || told.contains("too much"), "{told}");
        }
    }
}

#[test]
fn the_size_of_the_model_is_estimated_before_it_is_built() {
    let _alone = alone();
    let (code, printed, _) = run(&["check", MINIMAL, "--json"]);
    assert_eq!(code, 0);
    let told: Value = serde_json::from_str(&printed).unwrap();
    assert!(told["model"]["columns"].as_f64().unwrap() > 10.0, "{printed}");
    assert!(told["model"]["too_large"].is_null(), "{printed}");
    // A hundred campuses on which every class may be, moving every year.
    let scenario = fs::read_to_string(MINIMAL).unwrap();
    let campuses: Vec<String> = (0..120)
        .map(|index| format!(r#""c{index}": (name: (zh: "校{index}", en: "C{index}"), owner: (zh: "县", en: "County"), owns: {{"classroom": 9}}, running_cost: 1),"#))
        .collect();
    let sites: Vec<String> = (0..120).map(|index| format!(r#""c{index}": (),"#)).collect();
    let large = scenario
        .replace("    campuses: {", &format!("    campuses: {{{}", campuses.join("\n")))
        .replace("sites: {", &format!("sites: {{{}", sites.join("")))
        .replace("terms: 4,", "terms: 16,");
    assert_ne!(large, scenario);
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("large.ron");
    fs::write(&path, large).unwrap();
    let more = ["--set", "rules.relocation.most_per_class=6", "--lang", "en"];
    let began = Instant::now();
    let (code, printed, notes) = run(&[&["check", text(&path)][..], &more].concat());
    assert_eq!(code, 0, "{printed}{notes}");
    assert!(printed.contains("too large"), "{printed}");
    let (code, _, notes) = run(&[&["plan", text(&path), "--time-limit", "2"][..], &more].concat());
    assert_eq!(code, 4, "{notes}");
    assert!(notes.contains("too large"), "{notes}");
    assert!(began.elapsed().as_secs() < 30);
}

#[test]
fn why_takes_any_options_that_a_plan_states() {
    let _alone = alone();
    let dir = tempfile::tempdir().unwrap();
    let out = dir.path().join("out");
    let (code, _, notes) = run(&["plan", MINIMAL, "--out", text(&out), "--quiet"]);
    assert_eq!(code, 0, "{notes}");
    let path = out.join("plan.json");
    let plan: Value = serde_json::from_slice(&fs::read(&path).unwrap()).unwrap();
    for (field, value) in [
        ("time_limit_seconds", Value::from(-5.0)),
        ("time_limit_seconds", Value::from(1e300)),
        ("gap", Value::from(-1.0)),
        ("gap", Value::from(1e300)),
        ("threads", Value::from(0)),
        ("threads", Value::from(4_000_000_000_u32)),
        ("seed", Value::from(4_000_000_000_u32)),
    ] {
        let mut forged = plan.clone();
        forged["options"][field] = value.clone();
        fs::write(&path, forged.to_string()).unwrap();
        for command in ["why", "report"] {
            let mut arguments = vec![command, text(&path)];
            if command == "why" {
                arguments.push("close west");
            }
            arguments.push("--quiet");
            let (code, _, notes) = run(&arguments);
            assert!(!notes.contains("panicked"), "{field} {value}: {notes}");
            assert!([0, 2, 3, 4, 5].contains(&code), "{field} {value}: {code} {notes}");
        }
    }
}

#[test]
#[allow(clippy::cast_precision_loss)]
fn estimates_are_near_what_is_built() {
    let _alone = alone();
    for text in
        [include_str!("../../scenarios/minimal.ron"), include_str!("../../scenarios/longyou.ron")]
    {
        let scenario = campusplan::scenario::read(text).unwrap().scenario;
        let problem = build(&scenario, Form::PLAN).problem;
        let entries = problem.rows.iter().map(|row| row.linear.terms.len());
        let built = [problem.columns.len(), problem.rows.len(), entries.sum()];
        let told = estimate(&scenario);
        let told = [told.columns, told.rows, told.entries];
        for (built, told) in built.into_iter().zip(told) {
            let ratio = told / built as f64;
            assert!((0.3..3.0).contains(&ratio), "{told} for {built}");
        }
    }
}
