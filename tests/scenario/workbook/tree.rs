//! Scenarios as sheets and back: nothing is lost, whatever the layout has a
//! column for.

use campusplan::domain::Language;
use campusplan::scenario;
use campusplan::scenario::raw::RawScenario;
use campusplan::workbook::write::{Filled, equal, export, rest_cells};
use campusplan::workbook::{Cells, read, write};
use std::path::{Path, PathBuf};

fn files() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios");
    let mut files = vec![folder.join("longyou.ron"), folder.join("minimal.ron")];
    let more = std::fs::read_dir(folder.join("whatif")).expect("what-ifs");
    files.extend(more.map(|entry| entry.expect("an entry").path()));
    files.sort();
    files
}

fn raw(path: &Path) -> RawScenario {
    let text = |path: &Path| std::fs::read_to_string(path).map_err(|error| error.to_string());
    let reading = scenario::load(path, &[], &text).expect("a file");
    reading.result.expect("a scenario").raw
}

fn book(export: &write::Export, language: Language) -> Vec<Cells> {
    let mut book: Vec<Cells> = export.sheets.iter().map(Filled::cells).collect();
    book.push(rest_cells(&export.rest, language));
    book
}

#[test]
fn shipped_scenarios_come_back_from_their_sheets() {
    for path in files() {
        let plain = path.parent().is_some_and(|folder| folder.ends_with("scenarios"));
        let languages = if plain { &[Language::Zh, Language::En][..] } else { &[Language::Zh][..] };
        for language in languages.iter().copied() {
            let raw = raw(&path);
            let export = export(&raw, language).unwrap_or_else(|lost| panic!("{lost:?}"));
            let said = read::read(&book(&export, language));
            let found: Vec<&str> =
                said.sheets.found.iter().map(|one| one.message.zh.as_str()).collect();
            assert!(found.is_empty(), "{}: {found:?}", path.display());
            let (back, wrong) = scenario::parse(&said.root.to_ron());
            assert!(wrong.is_empty(), "{}: {wrong:?}", path.display());
            let back = back.expect("a scenario");
            if let Err(lost) = equal(&raw, &back) {
                panic!("{} {language:?}: {lost:?}", path.display());
            }
            println!("{} {language:?}: {} others", path.display(), export.rest.len());
            for rest in &export.rest {
                println!("   {} = {}", rest.path, rest.value);
            }
        }
    }
}
