//! Workbooks from outside: export, check, plan, verify, show, diff, template.

use crate::support::program::{MINIMAL, run, text};
use crate::support::xlsx_parts::{cell, exported, of_texts, saved, sheet};
use campusplan::scenario;
use campusplan::workbook::{Cells, Spot, Value, package};
use std::fs;
use std::path::Path;

/// The sheets of the smallest scenario.
fn minimal() -> Vec<Cells> {
    exported(&scenario::read(&fs::read_to_string(MINIMAL).unwrap()).expect("a scenario").raw)
}

/// Puts a value into the cell of a row and a column.
fn put(book: &mut [Cells], name: &str, (text, head): (&str, &str), value: Value) -> Spot {
    let cells = sheet(book, name);
    let spot = cell(cells, text, head);
    cells.cells.insert(spot, value);
    spot
}

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

/// What is printed of an option's cost: itself, and beside the base's.
fn cost(printed: &str, option: &str) -> (f64, Option<f64>) {
    let line = printed.lines().find(|line| line.starts_with(option));
    let line = line.unwrap_or_else(|| panic!("no {option} in\n{printed}"));
    let cells: Vec<&str> = line.split('|').map(str::trim).collect();
    (cells[4].parse().unwrap(), cells[5].parse().ok())
}

#[test]
fn what_ifs_of_a_sheet_are_compared() {
    let dir = tempfile::tempdir().unwrap();
    let file = dir.path().join("case.xlsx");
    let mut book = minimal();
    let campuses = sheet(&mut book, "校区");
    let running = cell(campuses, "东校区", "运行费");
    let place = format!("校区!{running}");
    book.push(of_texts(
        "假设",
        &[
            &["每行一处改动", "", ""],
            &["名称", "位置", "值"],
            &["运行费翻番", &place, "40"],
            &["两处改动", &place, "40"],
            &["两处改动", "campuses.west.running_cost", "16"],
        ],
    ));
    fs::write(&file, saved(&book)).unwrap();
    let (code, told, err) = run(&["compare", text(&file), "--no-cache", "--quiet"]);
    assert_eq!(code, 0, "{told}{err}");
    let (base, none) = cost(&told, "两校合并示例 ");
    assert_eq!(none, None);
    // 20 万元 more in each of the four terms of the campus that stays.
    assert_eq!(cost(&told, "两校合并示例：运行费翻番"), (base + 80.0, Some(80.0)), "{told}");
    let (both, _) = cost(&told, "两校合并示例：两处改动");
    assert!(both > base + 80.0, "{told}");

    let lost = of_texts("假设", &[&["名称", "位置", "值"], &["丢失", "没有的表!B4", "40"]]);
    *sheet(&mut book, "假设") = lost;
    fs::write(&file, saved(&book)).unwrap();
    let (code, told, err) = run(&["compare", text(&file), "--no-cache", "--quiet"]);
    assert!(code == 2 && (told + &err).contains("没有的表!B4"), "{err}");
}

/// Whether a cell of a saved workbook is filled with a colour, and the text of
/// the note on it.
fn marked(file: &Path, name: &str, spot: Spot) -> (bool, Option<String>) {
    let bytes = fs::read(file).unwrap();
    let number = package::cells(&bytes).unwrap().iter().position(|one| one.name == name).unwrap();
    let mut archive = package::open(&bytes).unwrap();
    let mut part = |path: &str| String::from_utf8(archive.part(path).unwrap()).unwrap();
    let path = format!("xl/worksheets/sheet{}.xml", number + 1);
    let (sheet, styles) = (part(&path), part("xl/styles.xml"));
    let (sheet, styles) =
        (roxmltree::Document::parse(&sheet).unwrap(), roxmltree::Document::parse(&styles).unwrap());
    let cell = sheet.descendants().find(|node| {
        node.tag_name().name() == "c" && node.attribute("r") == Some(spot.to_string().as_str())
    });
    let style: usize = cell.unwrap().attribute("s").unwrap().parse().unwrap();
    let children = |name: &str| {
        let list = styles.descendants().find(|node| node.tag_name().name() == name).unwrap();
        list.children().filter(roxmltree::Node::is_element).collect::<Vec<_>>()
    };
    let ground: usize = children("cellXfs")[style].attribute("fillId").unwrap().parse().unwrap();
    let red = children("fills")[ground]
        .descendants()
        .any(|node| node.attribute("rgb").is_some_and(|colour| colour.ends_with("FFC7CE")));
    let names = archive.names();
    let notes = names.iter().filter(|name| name.contains("omments") || name.contains("Notes"));
    let notes = notes.filter(|name| !name.contains("_rels") && !name.contains("vml"));
    let notes: Vec<String> =
        notes.map(|name| String::from_utf8(archive.part(name).unwrap()).unwrap()).collect();
    let note = notes.iter().find_map(|notes| {
        let notes = roxmltree::Document::parse(notes).unwrap();
        let here = |node: &roxmltree::Node| {
            node.tag_name().name() == "comment"
                && node.attribute("ref") == Some(spot.to_string().as_str())
        };
        let found = notes.descendants().find(here)?;
        Some(found.descendants().filter_map(|node| node.text()).collect::<String>())
    });
    (red, note)
}

#[test]
fn three_mistakes_are_marked_in_their_cells() {
    let dir = tempfile::tempdir().unwrap();
    let (file, out) = (dir.path().join("case.xlsx"), dir.path().join("marked.xlsx"));
    let mut book = minimal();
    let unknown = put(&mut book, "在校班级", ("商务", "校区"), Value::Text("东小区".to_owned()));
    let word = put(&mut book, "校区", ("西校区", "运行费"), Value::Text("很多".to_owned()));
    let size = put(&mut book, "专业", ("商务", "班额上限"), Value::Number(3.0));
    fs::write(&file, saved(&book)).unwrap();
    let (code, told, err) = run(&["check", text(&file), "--mark", text(&out)]);
    assert_eq!(code, 2, "{told}{err}");
    for (name, spot, said) in
        [("在校班级", unknown, "东小区"), ("校区", word, "很多"), ("专业", size, "3")]
    {
        assert!(told.contains(&format!("case.xlsx {name}!{spot}")), "{name}!{spot}\n{told}");
        let (red, note) = marked(&out, name, spot);
        assert!(red, "{name}!{spot} is not coloured");
        let note = note.unwrap_or_else(|| panic!("no note at {name}!{spot}"));
        assert!(note.contains(said) || told.contains(said), "{note}");
    }
    // What is right stays as it is.
    let kept = package::cells(&fs::read(&out).unwrap()).unwrap();
    let values = |book: &[Cells]| -> Vec<_> {
        book.iter().map(|cells| (cells.name.clone(), cells.cells.clone())).collect()
    };
    assert_eq!(values(&kept), values(&book));
}

#[test]
fn two_workbooks_differ_by_an_overlay() {
    let dir = tempfile::tempdir().unwrap();
    let (one, other) = (dir.path().join("a.xlsx"), dir.path().join("b.xlsx"));
    let overlay = dir.path().join("out.ron");
    let mut book = minimal();
    fs::write(&one, saved(&book)).unwrap();
    put(&mut book, "校区", ("东校区", "运行费"), Value::Number(25.0));
    put(&mut book, "在校班级", ("商务", "学生数"), Value::Number(40.0));
    put(&mut book, "专业", ("商务", "班额上限"), Value::Text("44 人".to_owned()));
    fs::write(&other, saved(&book)).unwrap();
    let (code, _, err) = run(&["diff", text(&one), text(&other), "--overlay", text(&overlay)]);
    assert!(code == 0 && err.contains("3处改动"), "{err}");
    let made = fs::read_to_string(&overlay).unwrap();
    assert!(made.contains("set(\"campuses.east.running_cost\", 25)"), "{made}");
    let (code, told, err) = run(&["diff", text(&overlay), text(&other)]);
    assert!(code == 0 && told.contains("输入没有差别"), "{told}{err}");
}
