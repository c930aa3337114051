//! The program from outside: exit codes, what goes where, messages.

use crate::support::program::{MINIMAL, run, text};
use campusplan::plan::FORMAT;
use serde_json::Value;
use std::fs;

#[test]
fn help_documents_the_exit_codes() {
    for arguments in [&["--help"][..], &["plan", "--help"], &["verify", "--help"]] {
        let (code, out, _) = run(arguments);
        assert_eq!(code, 0);
        for exit in ["0  ", "1  ", "2  ", "3  ", "4  ", "5  ", "6  ", "75  "] {
            assert!(out.contains(exit), "{exit} in {out}");
        }
    }
}

#[test]
fn a_wrong_command_line_is_2() {
    for arguments in [
        &[][..],
        &["plam"],
        &["plan"],
        &["plan", MINIMAL, "--gap", "2"],
        &["plan", MINIMAL, "--gap", "nan"],
        &["plan", MINIMAL, "--time-limit", "-1"],
        &["plan", MINIMAL, "--time-limit", "inf"],
        &["plan", MINIMAL, "--threads", "0"],
        &["plan", MINIMAL, "--lang", "fr"],
        &["schema", "money"],
    ] {
        let (code, out, err) = run(arguments);
        assert_eq!(code, 2, "{arguments:?}");
        assert!(out.is_empty(), "{out}");
        assert!(!err.is_empty(), "{arguments:?}");
    }
}

#[test]
fn schemas_are_json() {
    for (of, property) in [("plan", "classes"), ("scenario", "campuses")] {
        let (code, out, _) = run(&["schema", of]);
        assert_eq!(code, 0);
        let schema: Value = serde_json::from_str(&out).unwrap();
        assert!(schema["properties"][property].is_object(), "{property}");
    }
}

#[test]
fn a_good_scenario_is_0_in_its_own_language_or_the_one_asked_for() {
    let (code, out, err) = run(&["check", MINIMAL]);
    assert_eq!((code, err.as_str()), (0, ""));
    assert!(out.contains("方案可以使用"), "{out}");
    let (code, out, _) = run(&["check", MINIMAL, "--lang", "en"]);
    assert_eq!(code, 0);
    assert!(out.contains("can be used"), "{out}");
    let (code, out, _) = run(&["check", MINIMAL, "--json"]);
    assert_eq!(code, 0);
    let found: Value = serde_json::from_str(&out).unwrap();
    assert_eq!(found["usable"], true);
}

#[test]
fn a_bad_scenario_is_told_in_its_own_language() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("bad.ron");
    let good = fs::read_to_string(MINIMAL).unwrap();
    for bad in ["boarding: \"160%\"", "boarding: [("] {
        let text_of = |language: &str| {
            let text = good.replacen("language: zh", language, 1);
            text.replacen("boarding: \"60%\"", bad, 1)
        };
        for (language, told) in [("language: zh", false), ("language: en", true)] {
            fs::write(&path, text_of(language)).unwrap();
            let (code, out, err) = run(&["check", text(&path)]);
            assert_eq!(code, 2);
            let said = format!("{out}{err}");
            assert_eq!(said.contains("cannot be used"), told, "{said}");
        }
    }
}

#[test]
fn a_bad_scenario_is_2_and_every_mistake_is_told() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("bad.ron");
    let good = fs::read_to_string(MINIMAL).unwrap();
    let bad = good.replacen("field: \"machining\"", "field: \"machinning\"", 1).replacen(
        "boarding: \"60%\"",
        "boarding: \"160%\"",
        1,
    );
    fs::write(&path, bad).unwrap();
    let (code, out, _) = run(&["check", text(&path), "--json"]);
    assert_eq!(code, 2);
    let found: Value = serde_json::from_str(&out).unwrap();
    assert_eq!(found["usable"], false);
    assert_eq!(found["findings"].as_array().unwrap().len(), 2, "{out}");

    let (code, out, _) = run(&["check", text(&path), "--lang", "en"]);
    assert_eq!(code, 2);
    assert!(out.contains("machinning") && out.contains("bad.ron"), "{out}");

    let out_dir = dir.path().join("out");
    let (code, out, err) = run(&["plan", text(&path), "--lang", "en", "--out", text(&out_dir)]);
    assert_eq!((code, out.as_str()), (2, ""));
    assert!(err.contains("machinning"), "{err}");
    assert!(!out_dir.exists());
}

#[test]
fn files_that_cannot_be_read_are_2_and_named() {
    let dir = tempfile::tempdir().unwrap();
    let missing = dir.path().join("no such.ron");
    let latin = dir.path().join("latin.ron");
    fs::write(&latin, [0xff, 0xfe, 0x00]).unwrap();
    for path in [missing.as_path(), latin.as_path(), dir.path()] {
        for arguments in [
            &["check", text(path)][..],
            &["plan", text(path)],
            &["verify", text(path), MINIMAL],
            &["verify", MINIMAL, text(path)],
        ] {
            let (code, out, err) = run(arguments);
            assert_eq!((code, out.as_str()), (2, ""), "{arguments:?}");
            assert!(err.contains(text(path)), "{err}");
        }
    }
}

#[test]
fn garbage_for_a_plan_is_2_and_says_where() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("plan.json");
    for (garbage, word) in [
        ("", "line 1"),
        ("[]", "line 1"),
        ("{\n\"format\": 2,\n\"colour\": 2}", "colour"),
        ("{\"format\": \"one\"}", "one"),
    ] {
        fs::write(&path, garbage).unwrap();
        let (code, out, err) = run(&["verify", MINIMAL, text(&path), "--lang", "en"]);
        assert_eq!((code, out.as_str()), (2, ""), "{garbage}");
        assert!(err.contains("plan.json") && err.contains(word), "{err}");
    }
}

#[test]
fn a_plan_of_another_format_is_2_and_says_what_to_do() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("plan.json");
    for (format, hint) in
        [(FORMAT - 1, "run `campusplan plan`"), (FORMAT + 1, "with the later version")]
    {
        // The fields of another format are its own.
        fs::write(&path, format!("{{\"format\": {format}, \"colour\": 2}}")).unwrap();
        let (code, out, err) = run(&["verify", MINIMAL, text(&path), "--lang", "en"]);
        assert_eq!((code, out.as_str()), (2, ""), "{err}");
        assert!(err.contains(&format!("format {format}")) && err.contains(hint), "{err}");
    }
}

#[test]
fn an_output_that_cannot_be_written_is_1_before_any_solving() {
    let dir = tempfile::tempdir().unwrap();
    let foreign = dir.path().join("foreign");
    fs::create_dir(&foreign).unwrap();
    fs::write(foreign.join("thesis.docx"), "x").unwrap();
    let file = dir.path().join("file");
    fs::write(&file, "x").unwrap();
    let below = file.join("out");
    for path in [&foreign, &file, &below] {
        let (code, out, err) = run(&["plan", MINIMAL, "--out", text(path)]);
        assert_eq!((code, out.as_str()), (1, ""), "{err}");
        assert!(err.contains(text(&file)) || err.contains("thesis.docx"), "{err}");
    }
    assert_eq!(fs::read_dir(&foreign).unwrap().count(), 1);
}

#[test]
#[cfg(unix)]
fn a_closed_pipe_is_no_error() {
    use std::process::{Command, Stdio};
    let mut child = Command::new(env!("CARGO_BIN_EXE_campusplan"))
        .args(["schema", "scenario"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(0));
    assert!(output.stderr.is_empty());
}
