//! Workbooks from outside: export, check, plan, verify, show, diff, template.

use crate::support::program::{MINIMAL, run, text};
use std::fs;

#[test]
fn a_workbook_goes_wherever_a_scenario_goes() {
    let dir = tempfile::tempdir().unwrap();
    let book = dir.path().join("case.xlsx");
    let (code, _, err) = run(&["export", MINIMAL, "-o", text(&book)]);
    assert_eq!(code, 0, "{err}");
    assert!(err.contains("注释"), "{err}");
    let (code, _, err) = run(&["export", MINIMAL, "-o", text(&book)]);
    assert!(code == 2 && err.contains("不覆盖"), "{err}");

    let (code, told, _) = run(&["diff", MINIMAL, text(&book)]);
    assert!(code == 0 && told.contains("输入没有差别"), "{told}");
    let (code, ron, _) = run(&["show", text(&book)]);
    assert_eq!(code, 0);
    fs::write(dir.path().join("case.ron"), &ron).unwrap();

    let out = dir.path().join("out");
    let (code, _, err) = run(&["plan", text(&book), "--out", text(&out), "--quiet"]);
    assert_eq!(code, 0, "{err}");
    let plan = out.join("plan.json");
    assert_eq!(run(&["verify", text(&book), text(&plan)]).0, 0);
    // The text says the same scenario: the plan holds for it too.
    assert_eq!(fs::read_to_string(out.join("scenario.ron")).unwrap(), ron);
}

#[test]
fn mistakes_name_the_cell_and_are_marked_there() {
    let dir = tempfile::tempdir().unwrap();
    let (book, marked) = (dir.path().join("t.xlsx"), dir.path().join("marked.xlsx"));
    assert_eq!(run(&["template", "-o", text(&book)]).0, 0);
    let (code, told, err) = run(&["check", text(&book), "--mark", text(&marked)]);
    assert_eq!(code, 2);
    assert!(told.contains("t.xlsx 基本信息!D3"), "{told}");
    assert!(err.contains("已标出") && marked.is_file(), "{err}");
    let (code, json, _) = run(&["check", text(&book), "--json"]);
    assert_eq!(code, 2);
    assert!(json.contains("\"sheet\": \"基本信息\""), "{json}");
    let (code, _, err) = run(&["check", MINIMAL, "--mark", text(&marked)]);
    assert!(code == 2 && err.contains("xlsx"), "{err}");
    let text_file = dir.path().join("no.xlsx");
    fs::write(&text_file, "()").unwrap();
    let (code, told, _) = run(&["check", text(&text_file)]);
    assert!(code == 2 && told.contains("不是xlsx工作簿"), "{told}");
}

#[test]
fn differences_become_an_overlay() {
    let dir = tempfile::tempdir().unwrap();
    let (book, overlay) = (dir.path().join("case.xlsx"), dir.path().join("out.ron"));
    let dear = ["--set", "campuses.east.running_cost=25"];
    assert_eq!(run(&[&["export", MINIMAL, "-o", text(&book)], &dear[..]].concat()).0, 0);
    let (code, _, err) = run(&["diff", MINIMAL, text(&book), "--overlay", text(&overlay)]);
    assert!(code == 0 && err.contains("1处改动"), "{err}");
    let made = fs::read_to_string(&overlay).unwrap();
    assert!(made.contains("set(\"campuses.east.running_cost\", 25)"), "{made}");
    let (code, told, _) = run(&["diff", text(&overlay), text(&book)]);
    assert!(code == 0 && told.contains("输入没有差别"), "{told}");
}
