//! Imports go one way: each module may use only what the table in
//! `docs/developer/architecture.md` lets it.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// Free to all.
const FREE: [&str; 4] = ["diagnostic", "ids", "units", "words"];

/// What each module may import. `plan` is two modules in one: its types, and
/// the extraction, which alone reads the solver.
fn allowed() -> BTreeMap<&'static str, &'static [&'static str]> {
    BTreeMap::from([
        ("domain", &[][..]),
        ("scenario", &["domain", "forecast"][..]),
        ("workbook", &["domain", "scenario", "fs"][..]),
        ("lists", &["domain", "scenario", "workbook"][..]),
        ("forecast", &["domain"][..]),
        ("model", &["domain", "forecast"][..]),
        ("solve", &["domain", "model"][..]),
        ("plan", &["domain", "forecast"][..]),
        ("plan/extract", &["domain", "forecast", "model", "solve"][..]),
        ("naming", &["domain", "model", "plan", "solve"][..]),
        ("verify", &["domain", "forecast", "plan"][..]),
        ("certificate", &["domain", "forecast", "model", "plan"][..]),
        (
            "report",
            &["domain", "plan", "verify", "certificate", "study", "scenario", "forecast", "fs"][..],
        ),
        (
            "study",
            &[
                "domain",
                "scenario",
                "workbook",
                "forecast",
                "model",
                "solve",
                "plan",
                "naming",
                "verify",
                "certificate",
                "fs",
            ][..],
        ),
        (
            "cli",
            &[
                "domain",
                "scenario",
                "workbook",
                "lists",
                "solve",
                "plan",
                "verify",
                "certificate",
                "report",
                "study",
                "fs",
            ][..],
        ),
        ("fs", &["domain"][..]),
        ("diagnostic", &["domain"][..]),
        ("units", &[][..]),
        ("ids", &[][..]),
        ("words", &["domain", "plan"][..]),
    ])
}

/// The files of the extraction.
const EXTRACTION: [&str; 4] = ["extract.rs", "classes.rs", "joining.rs", "posts.rs"];

fn module_of(file: &Path) -> String {
    let inside: PathBuf =
        file.components().skip_while(|part| part.as_os_str() != "src").skip(1).collect();
    let first = inside.components().next().expect("a file in src");
    let module = Path::new(first.as_os_str()).with_extension("");
    let module = module.to_string_lossy().into_owned();
    let name = inside.file_name().unwrap_or_default().to_string_lossy();
    if module == "plan" && EXTRACTION.contains(&name.as_ref()) {
        return "plan/extract".to_owned();
    }
    module
}

fn files(dir: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(dir).expect("a readable folder") {
        let path = entry.expect("a readable entry").path();
        if path.is_dir() {
            files(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
}

/// Modules of ours that a text names as `crate::module`.
fn imports(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    for part in text.split("crate::").skip(1) {
        let name: String =
            part.chars().take_while(|letter| letter.is_alphanumeric() || *letter == '_').collect();
        found.push(name);
        if let Some(list) = part.strip_prefix('{') {
            let list = list.split_once("};").map_or(list, |(list, _)| list);
            let names = list.split(',').map(str::trim);
            let heads = names.map(|name| name.split("::").next().unwrap_or_default().to_owned());
            found.extend(heads);
        }
    }
    found.retain(|name| !name.is_empty());
    found
}

#[test]
fn imports_go_one_way() {
    let allowed = allowed();
    let mut sources = Vec::new();
    files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut sources);
    sources.sort();
    assert!(sources.len() > 20, "the sources were not found");
    let mut wrong = Vec::new();
    for file in sources {
        let module = module_of(&file);
        if module == "lib" || module == "main" {
            continue;
        }
        let may = allowed.get(module.as_str()).unwrap_or_else(|| panic!("no entry for {module}"));
        let text = fs::read_to_string(&file).expect("a readable file");
        let home = module.split('/').next().unwrap_or_default();
        for name in imports(&text) {
            let known = allowed.contains_key(name.as_str());
            let fine =
                name == home || FREE.contains(&name.as_str()) || may.contains(&name.as_str());
            if known && !fine {
                wrong.push(format!("{} uses {name}", file.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
