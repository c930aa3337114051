//! The workbench in headless Chromium, in both languages: a figure is edited, a run
//! watched and stopped, options compared, a decision pinned and asked about, a repair
//! taken, files downloaded; axe-core looks at every screen, in light and dark, on a
//! desk and on a phone.

use crate::support::exclusive::beside_others;
use serde_json::Value;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

struct Served(Child);

impl Drop for Served {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

fn root(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// Serves a folder and has the script use it; what it measured.
fn used(folder: &Path, language: &str, typed: [&str; 3], stop: &str) -> Value {
    let mut served = Command::new(assert_cmd::cargo::cargo_bin("campusplan"))
        .arg("serve")
        .arg(folder)
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .map(Served)
        .unwrap();
    let mut link = String::new();
    BufReader::new(served.0.stdout.take().unwrap()).read_line(&mut link).unwrap();
    let output = Command::new(root("target/outside/python/bin/python"))
        .arg(root("tests/outside/workbench.py"))
        .args([link.trim(), language])
        .arg(root("target/outside/node_modules/axe-core/axe.min.js"))
        .arg("")
        .args(typed)
        .arg(stop)
        .output()
        .expect("Playwright; see .ci/setup outside");
    let told = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(output.status.success(), "{told}{}", String::from_utf8_lossy(&output.stderr));
    let told: Value = serde_json::from_str(&told).unwrap();
    assert_eq!(told["complaints"], serde_json::json!([]), "{told:#}");
    println!("{language}: {}", told["measured"]);
    told["measured"].clone()
}

#[test]
#[ignore = "needs programs from outside: .ci/setup outside"]
fn longyou_is_planned_in_a_browser_in_chinese() {
    let _machine = beside_others();
    let dir = tempfile::tempdir().unwrap();
    let case = dir.path().join("案例.xlsx");
    let mut export = assert_cmd::Command::cargo_bin("campusplan").unwrap();
    export.arg("export").arg(root("scenarios/longyou.ron")).arg("-o").arg(&case);
    export.assert().success();
    used(
        dir.path(),
        "zh",
        ["targets.students.at_least", "2400", "campuses.zongbu.tenure.until=2009-autumn"],
        "stop",
    );
}

#[test]
#[ignore = "needs programs from outside: .ci/setup outside"]
fn a_small_case_is_planned_in_a_browser_in_english() {
    let _machine = beside_others();
    let dir = tempfile::tempdir().unwrap();
    std::fs::copy(root("tests/data/tiny.ron"), dir.path().join("case.ron")).unwrap();
    let short = "campuses.a.owns.room=1;campuses.b.owns.room=1";
    let measured = used(dir.path(), "en", ["campuses.a.owns.room", "4", short], "");
    assert!(measured["repairs"].as_u64().unwrap() > 0, "{measured}");
}
