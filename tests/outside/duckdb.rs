//! The line of the guide to studies that turns the rows into Parquet. It needs
//! DuckDB's Python module (`.ci/setup outside`).

use crate::support::exclusive::beside_others;
use crate::support::program::{run, text};
use serde_json::Value;
use std::fs;
use std::path::Path;
use std::process::Command;

const STUDY: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/scenarios/studies/minimal.ron");
const PYTHON: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/target/outside/python/bin/python");
/// The page with the statement.
const PAGE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/guide/studies.md");

/// The statement in the documentation, as it stands.
fn statement() -> String {
    let page = fs::read_to_string(PAGE).unwrap_or_else(|error| panic!("{PAGE}: {error}"));
    let line = (page.lines()).find_map(|line| line.strip_prefix("duckdb -c \"")?.strip_suffix('"'));
    line.expect("a line that begins with duckdb -c").to_owned()
}

/// What DuckDB answers, as JSON.
fn duckdb(dir: &Path, statements: &[&str]) -> Value {
    let script = "import duckdb, json, sys\n\
        for statement in sys.argv[1:]:\n    answer = duckdb.sql(statement)\n\
        print(json.dumps(answer.fetchall()))";
    let output = Command::new(PYTHON)
        .args(["-c", script])
        .args(statements)
        .current_dir(dir)
        .output()
        .unwrap_or_else(|error| panic!("{PYTHON}: {error}: run .ci/setup outside"));
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{said}");
    serde_json::from_slice(&output.stdout).unwrap()
}

#[test]
#[ignore = "needs programs from outside: .ci/setup outside"]
fn rows_become_a_table_with_every_plan_and_figure() {
    let _machine = beside_others();
    let dir = tempfile::tempdir().unwrap();
    let study = dir.path().join("demand");
    assert_eq!(run(&["study", "init", STUDY, text(&study)]).0, 0);
    assert_eq!(run(&["study", "run", text(&study), "--jobs", "1"]).0, 0);
    let out = dir.path().join("demand.jsonl");
    assert_eq!(run(&["study", "collect", text(&study), text(&out)]).0, 0);
    let joined = fs::read_to_string(&out).unwrap();
    let rows: Vec<Value> =
        (joined.lines()).map(|line| serde_json::from_str(line).unwrap()).collect();

    let question = "SELECT plan, status, indicators.cost_wan_yuan, factors.lease \
        FROM 'demand.parquet' ORDER BY plan";
    let told = duckdb(dir.path(), &[&statement(), question]);
    let told = told.as_array().unwrap();
    assert_eq!(told.len(), rows.len());
    for (told, row) in told.iter().zip(&rows) {
        assert_eq!(told[0], row["plan"]);
        assert_eq!(told[1], row["status"]);
        assert_eq!(told[2], row["indicators"]["cost_wan_yuan"]);
        assert_eq!(told[3], row["factors"]["lease"]);
    }
}
