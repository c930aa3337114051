//! Studies from outside: made, worked on and collected.

use super::program::{MINIMAL, run, text};
use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};

/// The shipped study that is small enough for tests: 12 plans.
pub const STUDY: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/scenarios/studies/minimal.ron");

/// A study on the minimal scenario with these factors and this design.
pub fn study(factors: &str, design: &str) -> String {
    format!(
        r#"(base: "{MINIMAL}", factors: {{{factors}}}, design: {design}, limits: (gap: 0.05, steps: 5))"#
    )
}

/// Makes a study's directory in `dir`.
pub fn made(dir: &Path, study: &str, shards: usize) -> PathBuf {
    let made = dir.join(format!("made-{shards}"));
    let shards = shards.to_string();
    let arguments = ["study", "init", study, text(&made), "--shards", &shards];
    let (code, _, notes) = run(&arguments);
    assert_eq!(code, 0, "{notes}");
    made
}

/// Works on a shard.
pub fn shard(dir: &Path, shard: usize, shards: usize) {
    let which = format!("{shard}/{shards}");
    let (code, _, notes) = run(&["study", "shard", text(dir), "--shard", &which]);
    assert_eq!(code, 0, "{notes}");
}

/// The joined rows, as bytes.
pub fn collected(dir: &Path) -> Vec<u8> {
    let out = dir.with_extension("jsonl");
    let (code, _, notes) = run(&["study", "collect", text(dir), text(&out)]);
    assert_eq!(code, 0, "{notes}");
    fs::read(out).unwrap()
}

/// The joined rows.
pub fn rows(bytes: &[u8]) -> Vec<Value> {
    let text = std::str::from_utf8(bytes).unwrap();
    let lines = text.lines();
    lines.map(|line| serde_json::from_str(line).unwrap()).collect()
}
