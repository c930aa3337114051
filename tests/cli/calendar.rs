//! Milestones and the calendar from outside.

use crate::support::program::{MINIMAL, run, text};
use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};

/// The minimal scenario with something at its end.
fn with(dir: &Path, more: &str) -> PathBuf {
    let scenario = fs::read_to_string(MINIMAL).unwrap();
    let end = scenario.rfind(')').unwrap();
    let path = dir.join("case.ron");
    fs::write(&path, format!("{}{more}\n)\n", &scenario[..end])).unwrap();
    path
}

const AGENDA: &str = r#"
    milestones: {
        "draft": (name: (zh: "起草方案", en: "Draft"), start: "2007-11-01", days: 40, due: "2007-11-30"),
        "left": (name: (zh: "西校区腾空", en: "West campus left"), due: "2009-08-31", tied: vacated("west")),
    },
    events: {"council": (name: (zh: "理事会", en: "Council"), weekday: monday, nth: 1)},"#;

#[test]
fn a_plan_brings_its_calendar_and_the_command_writes_the_same() {
    let dir = tempfile::tempdir().unwrap();
    let scenario = with(dir.path(), AGENDA);
    let out = dir.path().join("out");
    let arguments = ["plan", text(&scenario), "--out", text(&out), "--quiet", "--full"];
    let (code, printed, notes) = run(&arguments);
    assert_eq!(code, 0, "{notes}");
    assert!(printed.contains("起草方案（晚10天）"), "{printed}");
    assert!(printed.contains("进度图"), "{printed}");
    let calendar = fs::read_to_string(out.join("calendar.ics")).unwrap();
    for table in ["gantt", "gantt_months", "milestones", "events", "event_days"] {
        assert!(out.join(table).with_extension("csv").exists(), "{table}");
    }
    // a directory with a calendar is one of ours
    let (code, _, notes) = run(&arguments);
    assert_eq!((code, notes.as_str()), (0, ""));

    let plan = out.join("plan.json");
    let (code, printed, notes) = run(&["calendar", text(&scenario), text(&plan)]);
    assert_eq!((code, notes.as_str()), (0, ""));
    assert_eq!(printed, calendar);
    let written = dir.path().join("group.ics");
    let arguments =
        ["calendar", text(&scenario), text(&plan), "--out", text(&written), "--lang", "en"];
    let (code, printed, notes) = run(&arguments);
    assert_eq!((code, printed.as_str()), (0, ""));
    assert!(notes.contains("entries written"), "{notes}");
    let english = fs::read_to_string(&written).unwrap();
    assert!(english.contains("SUMMARY:Draft (10 days late)\r\n"), "{english}");
    // written again over itself, with nothing left beside it
    let beside = fs::read_dir(dir.path()).unwrap().count();
    assert_eq!(run(&arguments).0, 0);
    assert_eq!(fs::read_to_string(&written).unwrap(), english);
    assert_eq!(fs::read_dir(dir.path()).unwrap().count(), beside);

    let range = ["--from", "2008-03-01", "--until", "2008-04-30"];
    let arguments = [&["calendar", text(&scenario), text(&plan)][..], &range].concat();
    let (code, printed, _) = run(&arguments);
    assert_eq!(code, 0);
    assert_eq!(printed.matches("BEGIN:VEVENT").count(), 2, "{printed}");
}

#[test]
fn a_wrong_plan_is_5_an_empty_calendar_or_a_wrong_day_is_2() {
    let dir = tempfile::tempdir().unwrap();
    let scenario = with(dir.path(), AGENDA);
    let (code, json, notes) = run(&["plan", text(&scenario), "--quiet", "--json"]);
    assert_eq!(code, 0, "{notes}");
    let path = dir.path().join("plan.json");
    fs::write(&path, &json).unwrap();
    for wrong in [["--from", "2020-01-01"], ["--from", "2008-1-1"], ["--until", "2008-02-30"]] {
        let out = dir.path().join("never.ics");
        let arguments =
            [&["calendar", text(&scenario), text(&path), "--out", text(&out)][..], &wrong].concat();
        let (code, printed, notes) = run(&arguments);
        assert_eq!((code, printed.as_str()), (2, ""), "{notes}");
        assert!(!out.exists());
    }
    let mut plan: Value = serde_json::from_str(&json).unwrap();
    plan["milestones"][0]["late_days"] = 0.into();
    plan["milestones"][0]["status"] = "on_time".into();
    fs::write(&path, plan.to_string()).unwrap();
    let (code, printed, notes) = run(&["calendar", text(&scenario), text(&path), "--lang", "en"]);
    assert_eq!(code, 5, "{printed}");
    assert!(printed.contains("Milestones") && !printed.contains("VCALENDAR"), "{printed}");
    assert!(notes.contains("nothing was written"), "{notes}");
    let (code, printed, _) = run(&["verify", text(&scenario), text(&path), "--json"]);
    assert_eq!(code, 5);
    let found: Value = serde_json::from_str(&printed).unwrap();
    assert_eq!(found["violations"][0]["check"], "milestones");
}

#[test]
fn a_plan_without_milestones_has_no_calendar() {
    let dir = tempfile::tempdir().unwrap();
    let out = dir.path().join("out");
    let (code, printed, notes) = run(&["plan", MINIMAL, "--out", text(&out), "--quiet"]);
    assert_eq!(code, 0, "{notes}");
    assert!(!printed.contains("里程碑"), "{printed}");
    assert!(!out.join("calendar.ics").exists());
    assert!(!out.join("gantt.csv").exists());
    let (code, _, notes) = run(&["calendar", MINIMAL, text(&out.join("plan.json"))]);
    assert_eq!(code, 2, "{notes}");
}
