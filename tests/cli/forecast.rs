//! The projection from outside: what `forecast` prints, and plans on a path.

use crate::support::feeders;
use crate::support::program::{MINIMAL, run, text};
use serde_json::Value;
use std::fs;

#[test]
fn stated_applicants_are_printed_as_such() {
    let (code, out, err) = run(&["forecast", MINIMAL, "--lang", "en"]);
    assert_eq!((code, err.as_str()), (0, ""));
    assert!(out.contains("nothing is projected"), "{out}");
    assert!(!out.contains("Ratios"), "{out}");
}

#[test]
fn the_projection_is_printed_in_both_languages_and_as_json() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("feeders.ron");
    fs::write(&path, feeders::text(&[])).unwrap();
    let path = text(&path);
    for (lang, words) in [
        ("en", ["Grade 8 to 9", "assumed", "Junior graduates", "####", "no history"]),
        ("zh", ["8升9年级", "假设", "初中毕业生", "####", "没有可供回测的历史数据"]),
    ] {
        let (code, out, _) = run(&["forecast", path, "--lang", lang]);
        assert_eq!(code, 0);
        for word in words {
            assert!(out.contains(word), "{word} in {out}");
        }
    }
    for (demand, due) in [("low", 100.0), ("likely", 112.0), ("high", 123.0)] {
        let (code, out, _) = run(&["forecast", path, "--json", "--demand", demand]);
        assert_eq!(code, 0);
        let found: Value = serde_json::from_str(&out).unwrap();
        assert_eq!(found["demand"], demand);
        assert_eq!(found["applicants"][1]["applicants"], due);
        assert_eq!(found["applicants"][1]["projected"]["likely"], 112.0);
    }
    let (code, _, err) = run(&["forecast", path, "--demand", "highest"]);
    assert_eq!(code, 2);
    assert!(err.contains("likely"), "{err}");
}

#[test]
fn fits_and_their_errors_are_printed() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("history.ron");
    let fitted = "\"8\": (fitted: (last: 5))";
    let assumed = "\"8\": (low: \"97%\", likely: \"98%\", high: \"99%\")";
    let history = ("preferences:", feeders::HISTORY);
    fs::write(&path, feeders::text(&[history, (assumed, fitted)])).unwrap();
    let path = text(&path);
    let (code, out, _) = run(&["forecast", path, "--lang", "en"]);
    assert_eq!(code, 0);
    // fitted to 270 of 300 and 300 of 310: 570 of 610, off by 3.82 and 3.44 %
    let line = out.lines().find(|line| line.starts_with("Grade 8 to 9")).unwrap();
    let cells: Vec<&str> = line.split('|').map(str::trim).collect();
    assert_eq!(cells[2..], ["fitted", "90.00", "93.44", "96.77", "2", "3.63"], "{line}");
    // known in 2006: 0.9 of the 310 of grade 8, 279; there came 300, and
    // standing still says 270
    let (_, out, _) = run(&["forecast", path, "--json"]);
    let found: Value = serde_json::from_str(&out).unwrap();
    let one = &found["backtest"][0];
    assert_eq!((&one["lead"], &one["comparisons"]), (&1.into(), &1.into()));
    assert!((one["mape"].as_f64().unwrap() - 0.07).abs() < 1e-9, "{one}");
    assert!((one["naive"].as_f64().unwrap() - 0.1).abs() < 1e-9, "{one}");
}

#[test]
fn a_plan_follows_the_path_it_is_asked_for() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("feeders.ron");
    fs::write(&path, feeders::text(&[])).unwrap();
    let path = text(&path);
    let out = dir.path().join("out");
    let out = text(&out);
    let (code, printed, err) =
        run(&["plan", path, "--full", "--demand", "low", "--out", out, "--lang", "en"]);
    assert_eq!(code, 0, "{err}");
    assert!(
        printed.contains("applicants, likely") && printed.contains("on the low path"),
        "{printed}"
    );
    let plan = format!("{out}/plan.json");
    let text = fs::read_to_string(&plan).unwrap();
    let found: Value = serde_json::from_str(&text).unwrap();
    assert_eq!(found["options"]["demand"], "low");
    assert_eq!(found["admissions"][0]["applicants"], 77.0);
    let chart = fs::read_to_string(format!("{out}/applicants.csv")).unwrap();
    assert!(chart.contains("####"), "{chart}");
    let pupils = fs::read_to_string(format!("{out}/forecast_pupils.csv")).unwrap();
    assert!(pupils.contains("Junior graduates,,285"), "{pupils}");
    let (code, printed, _) = run(&["verify", path, &plan, "--lang", "en"]);
    assert_eq!(code, 0, "{printed}");
    // the path is part of what is verified
    fs::write(&plan, text.replacen("\"demand\": \"low\"", "\"demand\": \"high\"", 1)).unwrap();
    let (code, ..) = run(&["verify", path, &plan]);
    assert_eq!(code, 5);
}
