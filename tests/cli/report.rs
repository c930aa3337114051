//! The report of a plan from outside: what is written, and what is said when it
//! is not.

use crate::support::program::{MINIMAL, run, text};
use crate::support::workbook::Workbook;
use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};

/// A folder with the minimal scenario's plan.
fn planned(dir: &Path) -> PathBuf {
    let out = dir.join("plan");
    let (code, _, notes) = run(&["plan", MINIMAL, "--out", text(&out), "--quiet"]);
    assert_eq!(code, 0, "{notes}");
    out
}

fn names(dir: &Path) -> Vec<String> {
    let entries = fs::read_dir(dir).unwrap();
    let mut names: Vec<String> =
        entries.map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

#[test]
fn a_workbook_is_written_beside_the_plan_and_again_with_the_same_bytes() {
    let dir = tempfile::tempdir().unwrap();
    let folder = planned(dir.path());
    let before = names(&folder);
    let plan = folder.join("plan.json");
    let (code, printed, notes) = run(&["report", text(&plan), "--format", "xlsx,xlsx"]);
    assert_eq!((code, printed.as_str()), (0, ""), "{notes}");
    assert!(notes.contains("已写出1个文件"), "{notes}");
    let mut expected = before.clone();
    expected.push("report.xlsx".to_owned());
    expected.sort();
    assert_eq!(names(&folder), expected);
    let first = fs::read(folder.join("report.xlsx")).unwrap();

    let elsewhere = dir.path().join("deep").join("elsewhere");
    let arguments =
        ["report", text(&plan), "--format", "xlsx", "--out", text(&elsewhere), "--quiet"];
    let (code, _, notes) = run(&arguments);
    assert_eq!((code, notes.as_str()), (0, ""));
    assert_eq!(names(&elsewhere), ["report.xlsx"]);
    assert!(fs::read(elsewhere.join("report.xlsx")).unwrap() == first);
    assert_eq!(Workbook::read(&first).names[0], "目录");
}

#[test]
fn language_and_title_can_be_chosen() {
    let dir = tempfile::tempdir().unwrap();
    let folder = planned(dir.path());
    let plan = folder.join("plan.json");
    let title = "Appendix A & <B>";
    let arguments = ["report", text(&plan), "--format", "xlsx", "--lang", "en", "--title", title];
    let (code, _, notes) = run(&arguments);
    assert_eq!(code, 0, "{notes}");
    assert!(notes.contains("1 file written"), "{notes}");
    let book = Workbook::read(&fs::read(folder.join("report.xlsx")).unwrap());
    assert_eq!(book.names[..3], ["Contents", "Summary", "Charts"]);
    assert_eq!(book.cell("Contents", 0, 0).to_string(), title);
}

/// The number at a path of a plan.
fn number(plan: &Value, path: &str) -> f64 {
    plan.pointer(path).and_then(Value::as_f64).unwrap_or_else(|| panic!("{path}"))
}

#[test]
fn the_workbook_has_the_numbers_of_the_plan() {
    let dir = tempfile::tempdir().unwrap();
    let folder = planned(dir.path());
    let path = folder.join("plan.json");
    let (code, _, notes) = run(&["report", text(&path), "--format", "xlsx", "--lang", "en"]);
    assert_eq!(code, 0, "{notes}");
    let book = Workbook::read(&fs::read(folder.join("report.xlsx")).unwrap());
    let plan: Value = serde_json::from_str(&fs::read_to_string(&path).unwrap()).unwrap();
    let close = |one: f64, other: f64| (one - other).abs() <= 1e-6 * other.abs().max(1.0);

    let indicators = plan["indicators"].as_array().unwrap();
    for (line, key) in [
        ("Registered students", "registered"),
        ("Students in school", "students_in_school"),
        ("Boarders in school", "boarders"),
        ("Classes in school", "classes_in_school"),
    ] {
        let found = book.figures("Students", &[line]);
        let found = found.unwrap_or_else(|| panic!("{line}"));
        assert_eq!(found.len(), indicators.len(), "{line}");
        for (found, at) in found.iter().zip(indicators) {
            assert!(close(found.unwrap(), number(at, &format!("/{key}"))), "{line}");
        }
    }

    let money = plan.pointer("/accounts/money").and_then(Value::as_array).unwrap();
    let spent: f64 = (money.iter())
        .filter(|line| {
            let item = line["item"].as_str().unwrap();
            !["income", "course_fees", "penalty"].contains(&item)
        })
        .map(|line| number(line, "/amount_wan_yuan"))
        .sum();
    let found = book.figures("Money", &["All costs"]).unwrap();
    // Printed to a tenth; penalties are no cash.
    let found = found.last().unwrap().unwrap();
    assert!((found - spent).abs() <= 0.1, "{found} for {spent}");

    let capacity = book.titled("Use and capacity by term").unwrap();
    let rows = usize::try_from(book.table_rows(&capacity)).unwrap();
    let mut used = 0;
    for at in indicators {
        for one in at["capacity"].as_array().unwrap() {
            let (used_now, available) = (number(one, "/used"), number(one, "/available"));
            if used_now <= 1e-9 || available <= 0.0 {
                continue;
            }
            let told = (0..rows).any(|row| {
                let figure = |column| {
                    let (row, column) = capacity.at(row, column);
                    book.number(&capacity.sheet, row, column)
                };
                figure(3).is_some_and(|value| close(value, used_now.round()))
                    && figure(4).is_some_and(|value| close(value, available.round()))
                    && figure(7).is_some_and(|value| close(value, used_now / available))
            });
            assert!(told, "{one}");
            used += 1;
        }
    }
    assert!(used > 5, "{used}");
}

#[test]
fn a_new_plan_takes_the_old_report_away() {
    let dir = tempfile::tempdir().unwrap();
    let folder = planned(dir.path());
    let plan = folder.join("plan.json");
    let before = names(&folder);
    let (code, _, notes) = run(&["report", text(&plan), "--format", "xlsx", "--quiet"]);
    assert_eq!(code, 0, "{notes}");
    for name in ["report.docx", "report.html"] {
        fs::write(folder.join(name), "of the old plan").unwrap();
    }
    planned(dir.path());
    assert_eq!(names(&folder), before);
}

#[test]
fn all_files_are_written_or_none() {
    let dir = tempfile::tempdir().unwrap();
    let folder = planned(dir.path());
    let plan = folder.join("plan.json");
    let out = dir.path().join("out");
    fs::create_dir_all(out.join("report.html")).unwrap();
    fs::write(out.join("report.xlsx"), "the former one").unwrap();
    let arguments = ["report", text(&plan), "--out", text(&out)];
    let (code, printed, notes) = run(&arguments);
    assert_eq!((code, printed.as_str()), (1, ""), "{notes}");
    assert!(notes.contains("report.html"), "{notes}");
    assert_eq!(names(&out), ["report.html", "report.xlsx"]);
    assert_eq!(fs::read_to_string(out.join("report.xlsx")).unwrap(), "the former one");

    fs::remove_dir(out.join("report.html")).unwrap();
    let (code, _, notes) = run(&arguments);
    assert_eq!(code, 0, "{notes}");
    assert_eq!(names(&out), ["report.docx", "report.html", "report.xlsx"]);
    assert_ne!(fs::read(out.join("report.xlsx")).unwrap(), b"the former one");
}

#[test]
fn plans_to_compare_with_need_their_scenario_and_come_once() {
    let dir = tempfile::tempdir().unwrap();
    let folder = planned(dir.path());
    let plan = folder.join("plan.json");
    let alone = dir.path().join("alone.json");
    fs::copy(&plan, &alone).unwrap();
    let again = folder.join("..").join("plan").join("plan.json");
    for (compared, said) in [(&alone, "scenario.ron"), (&plan, "每个计划"), (&again, "重复")]
    {
        let arguments = ["report", text(&plan), "--format", "xlsx", "--compare", text(compared)];
        let (code, _, notes) = run(&arguments);
        assert_eq!(code, 2, "{notes}");
        assert!(notes.contains(said) || notes.contains("重复"), "{notes}");
        assert!(!folder.join("report.xlsx").exists());
    }
    let other = dir.path().join("other");
    fs::create_dir(&other).unwrap();
    for name in ["plan.json", "scenario.ron"] {
        fs::copy(folder.join(name), other.join(name)).unwrap();
    }
    let other = other.join("plan.json");
    let arguments = ["report", text(&plan), "--format", "xlsx", "--compare", text(&other)];
    let (code, _, notes) = run(&arguments);
    assert_eq!(code, 0, "{notes}");
}

#[test]
fn what_is_wrong_is_said_and_nothing_is_written() {
    let dir = tempfile::tempdir().unwrap();
    let folder = planned(dir.path());
    let plan = folder.join("plan.json");
    let file = dir.path().join("file");
    fs::write(&file, "x").unwrap();
    let alone = dir.path().join("alone.json");
    fs::copy(&plan, &alone).unwrap();
    let small = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/small.ron");
    let forged = dir.path().join("forged.json");
    let json = fs::read_to_string(&plan).unwrap();
    let mut changed: Value = serde_json::from_str(&json).unwrap();
    let registered = number(&changed, "/indicators/0/registered");
    changed["indicators"][0]["registered"] = (registered + 40.0).into();
    fs::write(&forged, changed.to_string()).unwrap();
    let (out, none) = (dir.path().join("out"), dir.path().join("none.json"));
    let cases: [(&[&str], i32, &str); 8] = [
        (&[text(&none)], 2, "none.json"),
        (&[small], 2, "不是有效的计划文件"),
        (&[text(&alone)], 2, "scenario.ron"),
        (&[text(&plan), "--scenario", small], 2, "校验值"),
        (&[text(&plan), "--title", " "], 2, "--title"),
        (&[text(&plan), "--format", "pdf"], 2, "pdf"),
        (&[text(&plan), "--format", "xlsx", "--out", text(&file)], 1, "不是目录"),
        (&[text(&forged), "--scenario", MINIMAL], 5, "forged.json"),
    ];
    for (more, expected, said) in cases {
        let mut arguments = vec!["report", "--format", "xlsx", "--out", text(&out)];
        if more.contains(&"--format") {
            arguments.drain(1..3);
        }
        if more.contains(&"--out") {
            arguments.truncate(arguments.len() - 2);
        }
        arguments.extend(more);
        let (code, _, notes) = run(&arguments);
        assert_eq!(code, expected, "{more:?}: {notes}");
        assert!(notes.contains(said), "{more:?}: {notes}");
        assert!(!out.exists(), "{more:?}");
    }
    assert_eq!(fs::read_to_string(&file).unwrap(), "x");
}

/// The page of a report.
fn page(folder: &Path) -> String {
    fs::read_to_string(folder.join("report.html")).unwrap()
}

#[test]
fn plans_of_a_comparison_go_into_a_report() {
    let dir = tempfile::tempdir().unwrap();
    let folder = planned(dir.path());
    let dear = dir.path().join("dear.ron");
    let overlay = format!(
        "(base: {MINIMAL:?}, name: (zh: \"涨价\", en: \"Dearer\"), changes: [scale(\"campuses.west.running_cost\", 1.5)])"
    );
    fs::write(&dear, overlay).unwrap();
    let out = dir.path().join("compared");
    let arguments = ["compare", MINIMAL, text(&dear), "--no-cache", "--quiet", "--out", text(&out)];
    let (code, printed, notes) = run(&arguments);
    assert_eq!(code, 0, "{printed}{notes}");
    for name in ["minimal", "dear"] {
        let [plan, scenario] =
            ["plan.json", "scenario.ron"].map(|file| out.join(format!("{name}.{file}")));
        assert!(plan.exists() && scenario.exists(), "{name}");
        let (code, printed, _) = run(&["verify", text(&scenario), text(&plan)]);
        assert_eq!(code, 0, "{printed}");
    }
    let (plan, other) = (folder.join("plan.json"), out.join("dear.plan.json"));
    let arguments = ["report", text(&plan), "--format", "html", "--compare", text(&other)];
    let (code, _, notes) = run(&arguments);
    assert_eq!(code, 0, "{notes}");
    assert!(page(&folder).contains("涨价"));
}

#[test]
fn plans_that_differ_by_a_pin_are_named_by_it() {
    let dir = tempfile::tempdir().unwrap();
    let folder = planned(dir.path());
    let out = dir.path().join("pinned");
    let pin = "clerk 2008-autumn @ west = 1";
    let arguments = ["plan", MINIMAL, "--quiet", "--out", text(&out), "--pin", pin];
    let (code, _, notes) = run(&arguments);
    assert_eq!(code, 0, "{notes}");
    let (plan, other) = (folder.join("plan.json"), out.join("plan.json"));
    let arguments = ["report", text(&plan), "--format", "html", "--compare", text(&other)];
    let (code, _, notes) = run(&arguments);
    assert_eq!(code, 0, "{notes}");
    assert!(page(&folder).contains("入学的商务文秘在西校区的班数"), "no pin in a name");
}
