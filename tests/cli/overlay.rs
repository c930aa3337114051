//! Overlays and changes from outside: plan, verify, show, diff.

use crate::support::program::{MINIMAL, run, text};
use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};

/// An overlay on the minimal scenario, in a folder beside a copy of it.
fn overlay(dir: &Path, changes: &str) -> PathBuf {
    fs::copy(MINIMAL, dir.join("minimal.ron")).unwrap();
    let folder = dir.join("whatif");
    fs::create_dir(&folder).unwrap();
    let path = folder.join("dear.ron");
    let overlay = format!(
        "(base: \"../minimal.ron\", name: (zh: \"涨价\", en: \"Dearer\"), note: (zh: \"西校区更贵\", en: \"The west costs more.\"), changes: [{changes}])"
    );
    fs::write(&path, overlay).unwrap();
    path
}

const DEARER: &str = "scale(\"campuses.west.running_cost\", 1.5)";
const BEDS: &str = "campuses.east.owns.bed=220 张";

#[test]
fn a_plan_keeps_its_lineage_and_is_verified_against_the_same_changes() {
    let dir = tempfile::tempdir().unwrap();
    let overlay = overlay(dir.path(), DEARER);
    let out = dir.path().join("out");
    let (code, printed, err) =
        run(&["plan", text(&overlay), "--set", BEDS, "--lang", "en", "--out", text(&out)]);
    assert_eq!(code, 0, "{err}");
    for part in [
        "Dearer\n",
        "Made from minimal.ron",
        "dear.ron",
        "campuses.east.owns.bed=220",
        "The west costs more.",
    ] {
        assert!(printed.contains(part), "{part} in {printed}");
    }
    let plan = out.join("plan.json");
    let json: Value = serde_json::from_str(&fs::read_to_string(&plan).unwrap()).unwrap();
    let lineage = &json["scenario"]["lineage"];
    assert_eq!(lineage["base"]["file"], "minimal.ron");
    assert_eq!(lineage["overlays"][0]["file"], "dear.ron");
    assert_eq!(lineage["overlays"][0]["name"]["en"], "Dearer");
    assert_eq!(lineage["changes"][0], format!("--set {BEDS}"));
    for hash in [&lineage["base"]["sha256"], &lineage["overlays"][0]["sha256"]] {
        assert_eq!(hash.as_str().unwrap().len(), 64);
        assert_ne!(*hash, json["scenario"]["sha256"]);
    }

    let (code, printed, _) = run(&["verify", text(&overlay), text(&plan), "--set", BEDS]);
    assert_eq!(code, 0, "{printed}");
    let (code, printed, _) = run(&["verify", text(&overlay), text(&plan), "--json"]);
    assert_eq!(code, 5, "{printed}");
    assert!(printed.contains("scenario.lineage") && printed.contains("scenario.sha256"));

    let (code, shown, _) = run(&["show", text(&overlay), "--set", BEDS]);
    assert_eq!(code, 0);
    let whole = dir.path().join("whole.ron");
    fs::write(&whole, &shown).unwrap();
    let (code, printed, _) = run(&["verify", text(&whole), text(&plan)]);
    assert_eq!(code, 0, "{printed}");
    let (_, again, _) = run(&["show", text(&whole)]);
    assert_eq!(again, shown);
}

#[test]
fn a_plan_of_one_file_has_no_lineage() {
    let (code, printed, _) = run(&["plan", MINIMAL, "--json", "--quiet"]);
    assert_eq!(code, 0);
    let plan: Value = serde_json::from_str(&printed).unwrap();
    assert!(plan["scenario"].get("lineage").is_none());
    let (_, schema, _) = run(&["schema", "plan"]);
    assert!(schema.contains("\"Lineage\""), "the schema tells of it");
}

#[test]
fn show_prints_a_scenario_without_changes_as_it_is() {
    let (code, shown, err) = run(&["show", MINIMAL]);
    assert_eq!((code, err.as_str()), (0, ""));
    assert_eq!(shown, fs::read_to_string(MINIMAL).unwrap());
}

#[test]
fn diff_lists_what_differs_or_says_that_nothing_does() {
    let dir = tempfile::tempdir().unwrap();
    let overlay = overlay(dir.path(), DEARER);
    let (code, printed, err) = run(&["diff", MINIMAL, text(&overlay), "--lang", "en"]);
    assert_eq!((code, err.as_str()), (0, ""));
    for part in ["Differences: 1", "West campus", "campuses.west", "8 万元", "12 万元"] {
        assert!(printed.contains(part), "{part} in {printed}");
    }
    let (_, printed, _) = run(&["diff", text(&overlay), "--set", BEDS, "--json"]);
    let found: Value = serde_json::from_str(&printed).unwrap();
    assert_eq!(found.as_array().unwrap().len(), 1, "{printed}");
    assert_eq!(found[0]["path"], "campuses.east.owns.bed");
    assert_eq!(found[0]["after"], "220 张");
    let (code, printed, _) = run(&["diff", MINIMAL, MINIMAL]);
    assert_eq!(code, 0);
    assert!(printed.contains("输入没有差别"), "{printed}");
}

#[test]
fn a_wrong_change_is_2_wherever_a_scenario_is_read() {
    let plan = ["verify", MINIMAL, MINIMAL, "--set", "campuses.wst.owns.bed=3"];
    for arguments in [
        &["check", MINIMAL, "--set", "campuses.wst.owns.bed=3"][..],
        &["plan", MINIMAL, "--scale", "campuses.wst.owns.bed=3"],
        &["show", MINIMAL, "--remove", "campuses.wst"],
        &["diff", MINIMAL, "--set", "campuses.wst=()"],
        &plan,
    ] {
        let (code, out, err) = run(arguments);
        assert_eq!(code, 2, "{arguments:?}");
        let told = out + &err;
        assert!(told.contains("wst") && told.contains("west"), "{told}");
    }
    let (_, out, _) = run(&["check", MINIMAL, "--json", "--set", "x=1"]);
    let found: Value = serde_json::from_str(&out).unwrap();
    assert_eq!(found["findings"][0]["file"], "命令行 / command line");
}

#[test]
fn the_schema_of_an_overlay_tells_of_its_changes() {
    let (code, out, _) = run(&["schema", "overlay"]);
    assert_eq!(code, 0);
    let schema: Value = serde_json::from_str(&out).unwrap();
    assert!(schema["properties"]["changes"].is_object());
    for change in ["set", "add", "remove", "scale"] {
        assert!(out.contains(&format!("\"{change}\"")), "{change}");
    }
}
