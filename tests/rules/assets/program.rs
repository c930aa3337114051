//! The register from outside: planned, printed, written and verified.

use super::cases::{REGISTER, text};
use assert_cmd::Command;
use serde_json::Value;
use std::fs;
use std::path::Path;

fn run(arguments: &[&str]) -> (i32, String) {
    let mut command = Command::cargo_bin("campusplan").unwrap();
    let output = command.args(arguments).output().unwrap();
    let out = String::from_utf8(output.stdout).unwrap();
    (output.status.code().unwrap(), out)
}

fn path(path: &Path) -> &str {
    path.to_str().unwrap()
}

#[test]
fn a_register_is_planned_printed_written_and_verified() {
    let dir = tempfile::tempdir().unwrap();
    let scenario = dir.path().join("case.ron");
    let rules = ("/*rules*/", r#"relocation: (vacate: {"b": "2008-autumn"})"#);
    fs::write(&scenario, text("", &[rules])).unwrap();
    let out = dir.path().join("out");
    let arguments = ["plan", path(&scenario), "--quiet", "--full", "--out", path(&out)];
    let (code, printed) = run(&arguments);
    assert_eq!(code, 0, "{printed}");
    assert!(printed.contains("资产：期初5项、59.80万元"), "{printed}");
    assert!(printed.contains("由产权单位留存"), "{printed}");
    assert!(printed.contains("尚未评估就要搬迁"), "{printed}");
    // the whole register is only in its file
    assert!(!printed.contains("可搬迁"), "{printed}");
    let register = fs::read_to_string(out.join("assets.csv")).unwrap();
    assert_eq!(register.lines().count(), 6, "{register}");
    let books = register.lines().find(|line| line.starts_with("B3,")).unwrap();
    assert!(books.contains("乙校") && books.contains("甲校区"), "{books}");

    let file = out.join("plan.json");
    let (code, printed) = run(&["verify", path(&scenario), path(&file), "--lang", "en"]);
    assert_eq!(code, 0, "{printed}");
    assert!(printed.contains("Assets"), "{printed}");
    let mut plan: Value = serde_json::from_str(&fs::read_to_string(&file).unwrap()).unwrap();
    plan["assets"][0]["standing"][0]["number"] = Value::from(6);
    fs::write(&file, plan.to_string()).unwrap();
    let (code, printed) = run(&["verify", path(&scenario), path(&file), "--json"]);
    assert_eq!(code, 5);
    assert!(printed.contains("\"assets\""), "{printed}");

    let (code, printed) = run(&["check", path(&scenario), "--lang", "en"]);
    assert_eq!(code, 0);
    assert!(printed.contains("[to do]"), "{printed}");
}

#[test]
fn without_a_register_nothing_of_it_is_printed() {
    let dir = tempfile::tempdir().unwrap();
    let scenario = dir.path().join("case.ron");
    fs::write(&scenario, text("", &[]).replacen(REGISTER, "", 1)).unwrap();
    let out = dir.path().join("out");
    let arguments = ["plan", path(&scenario), "--quiet", "--full", "--out", path(&out)];
    let (code, printed) = run(&arguments);
    assert_eq!(code, 0);
    assert!(!printed.contains("资产"), "{printed}");
    assert!(!out.join("assets.csv").exists());
    let (_, printed) = run(&["verify", path(&scenario), path(&out.join("plan.json"))]);
    assert!(!printed.contains("资产"), "{printed}");
}

#[test]
fn schemas_have_the_register() {
    for of in ["plan", "scenario"] {
        let (code, out) = run(&["schema", of]);
        assert_eq!(code, 0);
        let schema: Value = serde_json::from_str(&out).unwrap();
        assert!(schema["properties"]["assets"].is_object(), "{of}");
    }
}
