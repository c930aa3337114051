//! The commands, their exit codes and their files.

use crate::support::experiment::{self, STUDY, collected, made, rows, shard};
use crate::support::program::{run, text};
use campusplan::experiment::run::init::prepare;
use campusplan::experiment::specification::manifest::FactorKind;
use serde_json::Value;
use std::fs;
use std::path::Path;

fn manifest(dir: &Path) -> Value {
    serde_json::from_slice(&fs::read(dir.join("manifest.json")).unwrap()).unwrap()
}

#[test]
fn rows_are_the_same_whoever_makes_them_in_whatever_order() {
    let dir = tempfile::tempdir().unwrap();
    let one = made(dir.path(), STUDY, 1);
    shard(&one, 0, 1);
    let expected = collected(&one);
    let four = made(dir.path(), STUDY, 4);
    for index in [2, 0, 3, 1] {
        shard(&four, index, 4);
    }
    assert_eq!(collected(&four), expected);
    let three = made(dir.path(), STUDY, 3);
    let (code, printed, notes) = run(&["study", "run", text(&three), "--jobs", "2"]);
    assert_eq!(code, 0, "{notes}");
    assert_eq!(printed, "");
    assert_eq!(collected(&three), expected);
    // Nothing is left of attempts that came to their end.
    let parts: Vec<String> = fs::read_dir(three.join("parts"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    assert_eq!(parts.len(), 3, "{parts:?}");
}

#[test]
fn what_is_missing_is_told_and_nothing_is_joined_before() {
    let dir = tempfile::tempdir().unwrap();
    let made = made(dir.path(), STUDY, 6);
    let ids = || run(&["study", "status", text(&made), "--ids"]);
    assert_eq!(ids(), (6, "0-5\n".to_owned(), String::new()));
    for index in [1, 3] {
        shard(&made, index, 6);
    }
    assert_eq!(ids(), (6, "0,2,4,5\n".to_owned(), String::new()));
    let (code, printed, _) = run(&["study", "status", text(&made), "--lang", "en"]);
    assert_eq!(code, 6);
    assert!(printed.contains("4 of 12 plans done"), "{printed}");
    assert!(printed.contains("4 of 6 shards are missing: 0,2,4,5"));

    let out = dir.path().join("rows.jsonl");
    let (code, _, notes) = run(&["study", "collect", text(&made), text(&out)]);
    assert_eq!(code, 6);
    assert!(notes.contains("还缺4个分片（共6个）：0,2,4,5"), "{notes}");
    assert!(!out.exists());

    for index in [0, 2, 4, 5] {
        shard(&made, index, 6);
    }
    assert_eq!(ids(), (0, "\n".to_owned(), String::new()));
    let (code, printed, _) = run(&["study", "status", text(&made), "--json"]);
    assert_eq!(code, 0);
    let told: Value = serde_json::from_str(&printed).unwrap();
    assert_eq!(told["rows"]["verified"], 12);
    assert_eq!(told["missing"], Value::Array(Vec::new()));
    // A shard that is there ends at once, with nothing to say.
    let again = run(&["study", "shard", text(&made), "--shard", "2"]);
    assert_eq!(again, (0, String::new(), String::new()));
    assert_eq!(rows(&collected(&made)).len(), 12);
}

#[test]
fn parts_with_other_rows_than_their_own_are_not_joined() {
    let dir = tempfile::tempdir().unwrap();
    let made = made(dir.path(), STUDY, 2);
    shard(&made, 0, 2);
    shard(&made, 1, 2);
    let part = made.join("parts/part-1-of-2.jsonl");
    let whole = fs::read_to_string(&part).unwrap();
    let lines: Vec<&str> = whole.lines().collect();
    let twice = [&lines[..1], &lines[..]].concat();
    let swapped = [&lines[1..2], &lines[..1], &lines[2..]].concat();
    let longer = [&lines[..], &lines[..1]].concat();
    let out = dir.path().join("rows.jsonl");
    for wrong in [&lines[1..], &lines[..5], &twice, &swapped, &longer, &[]] {
        let mut content = wrong.join("\n");
        content.push_str(if wrong.is_empty() { "" } else { "\n" });
        fs::write(&part, content).unwrap();
        let (code, _, notes) = run(&["study", "collect", text(&made), text(&out)]);
        assert_eq!(code, 1, "{notes}");
        assert!(notes.contains("part-1-of-2.jsonl"), "{notes}");
        assert!(!out.exists());
    }
    fs::write(&part, whole.trim_end()).unwrap();
    assert_eq!(run(&["study", "collect", text(&made), text(&out)]).0, 1);
    fs::write(&part, &whole).unwrap();
    assert_eq!(run(&["study", "collect", text(&made), text(&out)]).0, 0);
}

#[test]
fn a_directory_is_of_one_study() {
    let dir = tempfile::tempdir().unwrap();
    let made = made(dir.path(), STUDY, 3);
    let before = manifest(&made);
    let init =
        |study: &str, shards: &str| run(&["study", "init", study, text(&made), "--shards", shards]);
    let (code, _, notes) = init(STUDY, "3");
    assert_eq!(code, 0, "{notes}");
    assert!(notes.contains("已是这个研究的目录"), "{notes}");
    assert_eq!(init(STUDY, "4").0, 2);
    let other = dir.path().join("other.ron");
    let base = concat!(env!("CARGO_MANIFEST_DIR"), "/scenarios/minimal.ron");
    let content = fs::read_to_string(STUDY).unwrap();
    let content = content.replace("../minimal.ron", base).replace("1.2]", "1.3]");
    fs::write(&other, content).unwrap();
    let (code, _, notes) = init(text(&other), "3");
    assert_eq!(code, 2);
    assert!(notes.contains("study.ron"), "{notes}");
    assert_eq!(manifest(&made), before);

    // Something else's, and rows without a manifest.
    let foreign = dir.path().join("foreign");
    fs::create_dir(&foreign).unwrap();
    fs::write(foreign.join("notes.txt"), "keep").unwrap();
    let (code, _, notes) = run(&["study", "init", STUDY, text(&foreign)]);
    assert_eq!(code, 2);
    assert!(notes.contains("notes.txt"), "{notes}");
    shard(&made, 0, 3);
    fs::remove_file(made.join("manifest.json")).unwrap();
    let (code, _, notes) = init(STUDY, "3");
    assert_eq!(code, 2);
    assert!(notes.contains("parts/part-0-of-3.jsonl"), "{notes}");
}

#[test]
fn a_study_begins_near_a_plan_that_is_there_already() {
    let dir = tempfile::tempdir().unwrap();
    let (base, out) = (crate::support::program::MINIMAL, dir.path().join("own"));
    let (code, _, notes) = run(&["plan", base, "--quiet", "--out", text(&out)]);
    assert_eq!(code, 0, "{notes}");
    let own = out.join("plan.json");
    let alone = experiment::made(&dir.path().join("alone"), STUDY, 1);
    let made = dir.path().join("made");
    let init = |near: &Path| {
        let arguments = ["study", "init", STUDY, text(&made), "--near", text(near)];
        run(&arguments)
    };

    // that of another case is refused, and nothing is made
    let fewer = fs::read_to_string(&own).unwrap().replace("\"2008-autumn\"", "\"2009-autumn\"");
    let other = dir.path().join("other.json");
    fs::write(&other, fewer).unwrap();
    let (code, _, notes) = init(&other);
    assert_eq!(code, 2, "{notes}");
    assert!(notes.contains("other.json"), "{notes}");
    assert!(!made.exists());

    let (code, _, notes) = init(&own);
    assert_eq!(code, 0, "{notes}");
    let near = |made: &Path| fs::read_to_string(made.join("near.json")).unwrap();
    // what is moved is not read off a plan: these places are not of a run
    assert!(near(&made).contains("classes ") && near(&alone).contains("stock "));
    assert!(!near(&made).contains("stock "));
    let inputs = manifest(&made)["inputs"].to_string();
    assert!(inputs.contains("near.json"), "{inputs}");
    let arguments = ["study", "run", text(&made), "--quiet"];
    assert_eq!(run(&arguments).0, 0);
    let rows = experiment::rows(&experiment::collected(&made));
    assert!(rows.iter().all(|row| row["status"] == "verified"));
    // the same again is the same study, and the study without it is another
    assert_eq!(init(&own).0, 0);
    let arguments = ["study", "init", STUDY, text(&alone), "--near", text(&own)];
    assert_eq!(run(&arguments).0, 2);
}

#[test]
fn wrong_input_is_told_and_is_exit_code_2() {
    let dir = tempfile::tempdir().unwrap();
    let made = made(dir.path(), STUDY, 2);
    let shard = |which: &str| {
        let (code, _, notes) = run(&["study", "shard", text(&made), "--shard", which]);
        (code, notes)
    };
    for (which, word) in
        [("2/2", "没有分片2"), ("0/3", "分为2个分片"), ("x", "number from 0"), ("-1", "--shard")]
    {
        let (code, notes) = shard(which);
        assert_eq!(code, 2, "{which}: {notes}");
        assert!(notes.contains(word), "{which}: {notes}");
    }
    let empty = text(dir.path());
    for command in [
        vec!["study", "shard", empty, "--shard", "0"],
        vec!["study", "status", empty],
        vec!["study", "collect", empty, "rows.jsonl"],
        vec!["study", "run", empty],
    ] {
        let (code, _, notes) = run(&command);
        assert_eq!(code, 2, "{notes}");
        assert!(notes.contains("manifest.json"), "{notes}");
    }
    // What rows are made from must be what it was.
    let base = made.join("base.ron");
    let text_before = fs::read_to_string(&base).unwrap();
    fs::write(&base, text_before.replace("8 万元", "9 万元")).unwrap();
    let (code, notes) = shard("0");
    assert_eq!(code, 2);
    assert!(notes.contains("base.ron"), "{notes}");
    let (code, _, notes) = run(&["study", "run", text(&made), "--lang", "en"]);
    assert_eq!(code, 2);
    assert!(notes.contains("base.ron: is not what it was"), "{notes}");
    fs::write(&base, text_before).unwrap();
    // Rows of two versions must not come together.
    let mut manifest = manifest(&made);
    manifest["program"]["version"] = "0.0.1".into();
    fs::write(made.join("manifest.json"), manifest.to_string()).unwrap();
    let (code, notes) = shard("0");
    assert_eq!(code, 2);
    assert!(notes.contains("0.0.1"), "{notes}");
}

#[test]
fn the_shipped_longyou_study_can_be_used() {
    let study = concat!(env!("CARGO_MANIFEST_DIR"), "/scenarios/studies/longyou-demand.ron");
    let prepared = prepare(Path::new(study), None).unwrap();
    let manifest = prepared.manifest();
    assert_eq!((manifest.plans, manifest.shards), (200, 20));
    let kinds: Vec<FactorKind> = manifest.factors.iter().map(|one| one.kind).collect();
    let expected = [FactorKind::Forecast, FactorKind::Distribution, FactorKind::Bundles];
    assert_eq!(kinds, expected);
}

#[test]
fn shards_out_of_range_are_refused() {
    let dir = tempfile::tempdir().unwrap();
    for shards in ["0", "13"] {
        let made = dir.path().join(shards);
        let (code, _, notes) = run(&["study", "init", STUDY, text(&made), "--shards", shards]);
        assert_eq!(code, 2);
        assert!(notes.contains("1至12"), "{notes}");
        assert!(!made.exists());
    }
}

#[test]
fn the_manifest_says_what_the_study_is_made_of() {
    let dir = tempfile::tempdir().unwrap();
    let manifest = manifest(&made(dir.path(), STUDY, 2));
    assert_eq!(manifest["plans"], 12);
    assert_eq!(manifest["shards"], 2);
    assert_eq!(manifest["design"], "grid");
    assert_eq!(manifest["program"]["version"], env!("CARGO_PKG_VERSION"));
    let files: Vec<&str> = manifest["inputs"]
        .as_array()
        .unwrap()
        .iter()
        .map(|input| input["file"].as_str().unwrap())
        .collect();
    assert_eq!(files, ["study.ron", "base.ron", "near.json"]);
    let factors = manifest["factors"].as_array().unwrap();
    let keys: Vec<&str> = factors.iter().map(|factor| factor["key"].as_str().unwrap()).collect();
    assert_eq!(keys, ["applicants", "attrition", "lease"]);
    assert_eq!(factors[2]["levels"][1]["value"], "early");
    assert_eq!(factors[2]["levels"][1]["name"]["zh"], "提前一年收回");
    assert_eq!(manifest["targets"][0]["key"], "registered");
    // The schemas speak of the same fields.
    for (of, instance) in [("manifest", &manifest)] {
        let (code, printed, _) = run(&["schema", of]);
        assert_eq!(code, 0);
        let schema: Value = serde_json::from_str(&printed).unwrap();
        for key in instance.as_object().unwrap().keys() {
            assert!(schema["properties"].get(key).is_some(), "{key}");
        }
    }
    for of in ["study", "row"] {
        assert_eq!(run(&["schema", of]).0, 0);
    }
}
