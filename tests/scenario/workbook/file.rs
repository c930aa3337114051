//! The file of a scenario workbook: the same bytes each time, read back as the
//! same scenario, and marked without losing anything.

use crate::support::xlsx_parts::{found, load};
use campusplan::diagnostic::Diagnostic;
use campusplan::domain::Language;
use campusplan::scenario::{self, raw::RawScenario};
use campusplan::workbook::write::{Filling, equal, export, render};
use campusplan::workbook::{mark, package, source};
use std::collections::BTreeSet;
use std::io::{Cursor, Read, Write};

fn raw(case: &str) -> RawScenario {
    let text = std::fs::read_to_string(format!("scenarios/{case}.ron")).expect("the case");
    scenario::read(&text).expect("a scenario").raw
}

fn file(raw: &RawScenario, language: Language, filling: Filling) -> Vec<u8> {
    let export = export(raw, language).expect("a workbook");
    render(&export, language, filling).expect("a file")
}

#[test]
fn files_are_the_same_each_time_and_say_the_same_scenario() {
    for case in ["minimal", "longyou"] {
        let raw = raw(case);
        let zh = file(&raw, Language::Zh, Filling::Scenario);
        assert!(zh == file(&raw, Language::Zh, Filling::Scenario), "{case}: other bytes");
        let reading = load(&source(&zh));
        assert!(found(&reading).is_empty(), "{case}: {:#?}", found(&reading));
        let back = reading.result.expect("a scenario");
        if let Err(lost) = equal(&raw, &back.raw) {
            panic!("{case}: {lost:?}");
        }
        // The language of the heads is no part of the scenario.
        let en = source(&file(&raw, Language::En, Filling::Scenario));
        assert!(en.text == back.text, "{case}: another scenario in English");
        // What is exported from a workbook is the workbook.
        assert!(
            file(&back.raw, Language::Zh, Filling::Scenario) == zh,
            "{case}: other bytes again"
        );
    }
}

#[test]
fn an_empty_workbook_says_nothing() {
    for language in [Language::Zh, Language::En] {
        let template = file(&raw("minimal"), language, Filling::Examples);
        let source = source(&template);
        assert_eq!(source.text, "()\n", "{language:?}");
        assert!(source.sheets.unwrap().found.is_empty());
    }
}

/// A workbook with a text of one part replaced.
fn changed(bytes: &[u8], from: &str, to: &str) -> Vec<u8> {
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut out = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let mut times = 0;
    for index in 0..zip.len() {
        let mut part = zip.by_index(index).unwrap();
        let name = part.name().unwrap().into_owned();
        let mut text = Vec::new();
        part.read_to_end(&mut text).unwrap();
        if name.starts_with("xl/worksheets/sheet") {
            let old = String::from_utf8(text).unwrap();
            times += old.matches(from).count();
            text = old.replacen(from, to, 1).into_bytes();
        }
        out.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        out.write_all(&text).unwrap();
    }
    assert!(times > 0, "{from} is nowhere");
    out.finish().unwrap().into_inner()
}

#[test]
fn marked_workbooks_say_what_is_wrong_and_keep_the_rest() {
    let whole = file(&raw("minimal"), Language::Zh, Filling::Scenario);
    // A share of 30 % becomes 30000, on several sheets.
    let wrong = changed(&whole, "<v>0.3</v>", "<v>30000</v>");
    let reading = load(&source(&wrong));
    let all = reading.result.expect_err("a mistake");
    let named: Vec<&Diagnostic> = all.iter().filter(|one| one.cell.is_some()).collect();
    assert!(!named.is_empty(), "{all:?}");
    let marked = mark(&wrong, &named, Language::Zh).expect("a marked workbook");
    let cells: BTreeSet<String> =
        named.iter().filter_map(|one| one.cell.as_ref()).map(ToString::to_string).collect();
    assert_eq!(marked.cells, cells.len());
    assert!(cells.iter().any(|cell| cell.starts_with("规则!D")), "{cells:?}");
    assert_eq!(source(&marked.bytes).text, source(&wrong).text);
    let mut archive = package::open(&marked.bytes).unwrap();
    let parts = archive.names();
    let notes: String = parts
        .iter()
        .filter(|name| name.contains("omments") || name.contains("Notes"))
        .map(|name| String::from_utf8(archive.part(name).unwrap()).unwrap())
        .collect();
    let said = &named[0].message.zh;
    assert!(notes.contains(said.as_str()), "{said} is not noted");
    let styles = String::from_utf8(archive.part("xl/styles.xml").unwrap()).unwrap();
    assert!(styles.contains("FFFFC7CE"));
    roxmltree::Document::parse(&styles).expect("styles");
    for name in
        parts.iter().filter(|name| name.contains("worksheets/") || name.contains("comments"))
    {
        let text = String::from_utf8(archive.part(name).unwrap()).unwrap();
        roxmltree::Document::parse(&text).unwrap_or_else(|why| panic!("{name}: {why}"));
    }
}
