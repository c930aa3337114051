//! A study under Snakemake, with the file that comes with the program. It needs
//! Snakemake (`.ci/setup outside`).

use crate::support::exclusive::beside_others;
use crate::support::program::{run, text};
use std::fs;
use std::path::Path;
use std::process::Command;

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/scenarios/studies");
const SNAKEMAKE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/target/outside/python/bin/snakemake");

fn snakemake(dir: &Path) -> String {
    let program = env!("CARGO_BIN_EXE_campusplan");
    let output = Command::new(SNAKEMAKE)
        .args(["--snakefile", &format!("{FOLDER}/Snakefile")])
        .args(["--cores", "2", "--config"])
        .args([
            format!("program={program}"),
            format!("study={FOLDER}/minimal.ron"),
            "dir=made".to_owned(),
            "out=rows.jsonl".to_owned(),
            "shards=3".to_owned(),
        ])
        .current_dir(dir)
        .output()
        .unwrap_or_else(|error| panic!("{SNAKEMAKE}: {error}: run .ci/setup outside"));
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.success(), "{said}");
    said
}

#[test]
#[ignore = "needs programs from outside: .ci/setup outside"]
fn snakemake_makes_the_rows_and_only_what_is_missing_of_them() {
    let _machine = beside_others();
    let dir = tempfile::tempdir().unwrap();
    snakemake(dir.path());
    let rows = fs::read(dir.path().join("rows.jsonl")).unwrap();
    let alone = dir.path().join("alone");
    let study = format!("{FOLDER}/minimal.ron");
    assert_eq!(run(&["study", "init", &study, text(&alone), "--shards", "1"]).0, 0);
    assert_eq!(run(&["study", "run", text(&alone)]).0, 0);
    let out = dir.path().join("alone.jsonl");
    assert_eq!(run(&["study", "collect", text(&alone), text(&out)]).0, 0);
    assert!(rows == fs::read(out).unwrap(), "the rows differ");

    // A part that is gone is made again, and the same rows come of it.
    fs::remove_file(dir.path().join("made/parts/part-1-of-3.jsonl")).unwrap();
    fs::remove_file(dir.path().join("rows.jsonl")).unwrap();
    let said = snakemake(dir.path());
    assert!(said.contains("part-1-of-3") && !said.contains("study init"), "{said}");
    assert_eq!(fs::read(dir.path().join("rows.jsonl")).unwrap(), rows);
}
