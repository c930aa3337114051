//! Scenario workbooks saved again by other programs: they say the same
//! scenario, byte for byte.

use crate::support::exclusive::beside_others;
use crate::support::xlsx_parts::{found, load};
use campusplan::domain::Language;
use campusplan::scenario;
use campusplan::scenario::raw::RawScenario;
use campusplan::workbook::write::{Filling, export, render};
use campusplan::workbook::{mark, source};
use std::fs;
use std::path::Path;
use std::process::Command;

fn workbook(case: &str) -> Vec<u8> {
    let text = fs::read_to_string(format!("scenarios/{case}.ron")).expect("the case");
    let raw = scenario::read(&text).expect("a scenario").raw;
    written(&raw, Language::Zh, Filling::Scenario)
}

fn written(raw: &RawScenario, language: Language, filling: Filling) -> Vec<u8> {
    let export = export(raw, language).expect("a workbook");
    render(&export, language, filling).expect("a file")
}

fn hash(bytes: &[u8]) -> String {
    let reading = load(&source(bytes));
    let told = found(&reading);
    let hash = reading.result.map(|loaded| loaded.scenario.hash);
    hash.unwrap_or_else(|_| panic!("{told:#?}"))
}

fn by_libreoffice(file: &Path, dir: &Path) -> Vec<u8> {
    let out = dir.join("out");
    let done = Command::new("soffice")
        .arg(format!("-env:UserInstallation=file://{}", dir.join("profile").display()))
        .args(["--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir"])
        .args([&out, file])
        .output()
        .expect("LibreOffice");
    assert!(done.status.success(), "{done:?}");
    fs::read(out.join(file.file_name().unwrap())).expect("the file saved again")
}

/// Loads and saves a workbook, with the sheets and columns in another order.
const PERMUTE: &str = r#"
import sys, random, openpyxl
book = openpyxl.load_workbook(sys.argv[1])
order = list(book.worksheets)
random.Random(3).shuffle(order)
book._sheets = order
for sheet in order:
    if sheet.sheet_state != "visible" or sheet.title in ("说明", "其他", "假设"):
        continue
    width = sheet.max_column
    columns = list(range(1, width + 1))
    random.Random(5).shuffle(columns)
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2)]
    formats = [[cell.number_format for cell in row] for row in sheet.iter_rows(min_row=2)]
    for r, row in enumerate(rows):
        for c, column in enumerate(columns):
            cell = sheet.cell(r + 2, c + 1)
            cell.value = row[column - 1]
            cell.number_format = formats[r][column - 1]
book.save(sys.argv[2])
"#;

fn by_openpyxl(file: &Path, dir: &Path) -> Vec<u8> {
    let python = std::env::var("CAMPUSPLAN_PYTHON")
        .unwrap_or_else(|_| "target/outside/python/bin/python".to_owned());
    let saved = dir.join("permuted.xlsx");
    let done =
        Command::new(python).args(["-c", PERMUTE]).args([file, &saved]).output().expect("openpyxl");
    assert!(done.status.success(), "{done:?}");
    fs::read(saved).expect("the file saved again")
}

#[test]
#[ignore = "needs programs from outside: .ci/setup outside"]
fn workbooks_saved_again_are_the_same_scenario() {
    let _machine = beside_others();
    for case in ["minimal", "longyou"] {
        let dir = tempfile::tempdir().unwrap();
        let bytes = workbook(case);
        let file = dir.path().join("case.xlsx");
        fs::write(&file, &bytes).unwrap();
        let ours = hash(&bytes);
        assert_eq!(hash(&by_libreoffice(&file, dir.path())), ours, "{case} by LibreOffice");
        let permuted = by_openpyxl(&file, dir.path());
        assert_eq!(hash(&permuted), ours, "{case} by openpyxl");
        fs::write(&file, permuted).unwrap();
        assert_eq!(hash(&by_libreoffice(&file, dir.path())), ours, "{case} by both");
    }
}

/// Holds a file to the schemas of Open XML.
fn valid(bytes: &[u8], what: &str) {
    let installed = "target/outside/node_modules/.bin/ooxml-validator";
    let validator = Path::new(env!("CARGO_MANIFEST_DIR")).join(installed);
    let dir = tempfile::tempdir().unwrap();
    let file = dir.path().join("case.xlsx");
    fs::write(&file, bytes).unwrap();
    let told = Command::new(&validator).arg(&file).output().expect("ooxml-validator");
    let out = String::from_utf8_lossy(&told.stdout).into_owned();
    assert!(told.status.success(), "{what}: {out}{}", String::from_utf8_lossy(&told.stderr));
}

/// All scenarios that are shipped, with their changes made.
fn shipped() -> Vec<(String, RawScenario)> {
    let mut files: Vec<_> = ["scenarios", "scenarios/whatif"]
        .iter()
        .flat_map(|dir| fs::read_dir(dir).expect("the cases"))
        .map(|entry| entry.expect("a case").path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "ron"))
        .collect();
    files.sort();
    let load = |path: &Path| {
        let text = |path: &Path| fs::read_to_string(path).map_err(|why| why.to_string());
        let reading = scenario::load(path, &[], &text).expect("a file");
        reading.result.unwrap_or_else(|found| panic!("{}: {found:?}", path.display())).raw
    };
    files.iter().map(|path| (path.display().to_string(), load(path))).collect()
}

#[test]
#[ignore = "needs programs from outside: .ci/setup outside"]
fn scenario_workbooks_are_valid_open_xml() {
    let _machine = beside_others();
    let cases = shipped();
    assert!(cases.len() > 15, "{}", cases.len());
    for language in [Language::Zh, Language::En] {
        for (name, raw) in &cases {
            let what = format!("{name} {language:?}");
            valid(&written(raw, language, Filling::Scenario), &what);
        }
        // The empty workbook, and one with marks in its cells.
        let (_, raw) = cases.iter().find(|(name, _)| name.ends_with("minimal.ron")).unwrap();
        let empty = written(raw, language, Filling::Examples);
        valid(&empty, "template");
        let reading = load(&source(&empty));
        let all = reading.result.expect_err("a template says nothing");
        let named: Vec<_> = all.iter().filter(|one| one.cell.is_some()).collect();
        assert!(!named.is_empty());
        valid(&mark(&empty, &named, language).expect("a marked workbook").bytes, "marked");
    }
}
