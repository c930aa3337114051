//! The workbook in other programs: LibreOffice works its formulas out again and
//! prints it, an Open XML validator finds nothing to say.

use crate::support::exclusive::beside_others;
use crate::support::report_sample;
use crate::support::workbook::Workbook;
use campusplan::domain::Language;
use campusplan::report::dossier::Dossier;
use campusplan::report::view::View;
use campusplan::report::xlsx;
use campusplan::verify::Verification;
use rust_xlsxwriter::Formula;
use std::fs;
use std::path::Path;
use std::process::Command;

fn sample(language: Language) -> Vec<u8> {
    let scenario = report_sample::scenario();
    let plan = report_sample::plan(&scenario);
    let verification = Verification::default();
    let view = View { scenario: &scenario, plan: &plan, verification: &verification, language };
    xlsx::render(&Dossier::new(view, None, Vec::new())).unwrap()
}

/// Has LibreOffice work out all formulas, whatever values the file brings.
const RECALCULATE: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>"#;

/// Converts a file with LibreOffice, in a profile of its own.
fn convert(file: &Path, to: &str, out: &Path) {
    let profile = out.join("profile");
    fs::create_dir_all(profile.join("user")).unwrap();
    fs::write(profile.join("user/registrymodifications.xcu"), RECALCULATE).unwrap();
    let done = Command::new("soffice")
        .arg(format!("-env:UserInstallation=file://{}", profile.display()))
        .args(["--headless", "--convert-to", to, "--outdir"])
        .args([out, file])
        .output()
        .expect("LibreOffice");
    assert!(done.status.success(), "{done:?}");
}

/// The workbook as LibreOffice writes it after it has worked out everything.
fn recalculated(bytes: &[u8]) -> Workbook {
    let dir = tempfile::tempdir().unwrap();
    let file = dir.path().join("report.xlsx");
    fs::write(&file, bytes).unwrap();
    let out = dir.path().join("out");
    fs::create_dir(&out).unwrap();
    convert(&file, "xlsx:Calc MS Excel 2007 XML", &out);
    Workbook::read(&fs::read(out.join("report.xlsx")).unwrap())
}

#[test]
#[ignore = "needs programs from outside: .ci/setup outside"]
fn libreoffice_does_work_formulas_out_again() {
    let _machine = beside_others();
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    sheet.write_number(0, 0, 40).unwrap();
    sheet.write_number(1, 0, 2).unwrap();
    let wrong = Formula::new("=SUM(A1:A2)").set_result("7");
    sheet.write_formula(2, 0, wrong).unwrap();
    let book = recalculated(&book.save_to_buffer().unwrap());
    assert_eq!(book.number("Sheet1", 2, 0), Some(42.0));
}

#[test]
#[ignore = "needs programs from outside: .ci/setup outside"]
fn totals_worked_out_again_are_the_plans() {
    let _machine = beside_others();
    for language in [Language::Zh, Language::En] {
        let bytes = sample(language);
        let (ours, theirs) = (Workbook::read(&bytes), recalculated(&bytes));
        assert_eq!(ours.names, theirs.names);
        let mut formulas = 0;
        for sheet in &ours.names {
            for row in 0..ours.rows(sheet) {
                for column in 0..60 {
                    if ours.formula(sheet, row, column).is_none() {
                        continue;
                    }
                    let told = ours.number(sheet, row, column).unwrap();
                    let found = theirs.number(sheet, row, column);
                    let found = found.unwrap_or_else(|| panic!("{sheet} {row} {column}"));
                    assert!(
                        (found - told).abs() <= 1e-6 * told.abs().max(1.0),
                        "{sheet} {row} {column}"
                    );
                    formulas += 1;
                }
            }
        }
        assert!(formulas > 200, "{formulas}");
    }
}

#[test]
#[ignore = "needs programs from outside: .ci/setup outside"]
fn it_prints_on_a4_across() {
    let _machine = beside_others();
    let dir = tempfile::tempdir().unwrap();
    let file = dir.path().join("report.xlsx");
    fs::write(&file, sample(Language::Zh)).unwrap();
    convert(&file, "pdf", dir.path());
    let pdf = dir.path().join("report.pdf");
    let told = Command::new("pdfinfo").arg(&pdf).output().expect("pdfinfo");
    let told = String::from_utf8(told.stdout).unwrap();
    let size = told.lines().find(|line| line.starts_with("Page size:")).unwrap();
    assert!(size.contains("841.89 x 595.3") || size.contains("841.92 x 595.32"), "{size}");
    let text = Command::new("pdftotext").args(["-layout"]).arg(&pdf).arg("-").output();
    let text = String::from_utf8(text.expect("pdftotext").stdout).unwrap();
    for told in ["目录", "各财政年度经费", "第1页，共"] {
        assert!(text.contains(told), "{told}");
    }
    assert!(!text.contains("###"), "a column is too narrow");
}

#[test]
#[ignore = "needs programs from outside: .ci/setup outside"]
fn it_is_valid_open_xml() {
    let _machine = beside_others();
    let installed = "target/outside/node_modules/.bin/ooxml-validator";
    let validator = Path::new(env!("CARGO_MANIFEST_DIR")).join(installed);
    for language in [Language::Zh, Language::En] {
        let dir = tempfile::tempdir().unwrap();
        let file = dir.path().join("report.xlsx");
        fs::write(&file, sample(language)).unwrap();
        let told = Command::new(&validator).arg(&file).output().expect("ooxml-validator");
        let out = String::from_utf8_lossy(&told.stdout).into_owned();
        assert!(told.status.success(), "{out}{}", String::from_utf8_lossy(&told.stderr));
    }
}
