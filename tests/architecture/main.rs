//! Imports go one way: each module uses only what the table in
//! `docs/developer/architecture.md` lets it, and no files use each other in a circle.

mod circles;
mod imports;
mod source;
mod tree;

use circles::circles;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use tree::Tree;

/// Free to all modules but `domain`, which they use.
const FREE: [&str; 4] = ["diagnostic", "ids", "units", "words"];

/// What each module may use.
const ALLOWED: [(&str, &[&str]); 24] = [
    ("domain", &["ids", "units"]),
    ("scenario", &["domain", "forecast"]),
    ("workbook", &["domain", "scenario", "fs"]),
    ("lists", &["domain", "scenario", "workbook"]),
    ("forecast", &["domain"]),
    ("model", &["domain", "forecast"]),
    ("solve", &["domain", "model"]),
    ("plan", &["domain", "forecast"]),
    ("extract", &["domain", "forecast", "model", "solve", "plan"]),
    ("assignment", &["domain", "model", "solve", "plan"]),
    ("verify", &["domain", "forecast", "plan"]),
    ("certificate", &["domain", "forecast", "model", "plan"]),
    (
        "planning",
        &[
            "domain",
            "forecast",
            "model",
            "solve",
            "plan",
            "extract",
            "assignment",
            "verify",
            "certificate",
            "fs",
        ],
    ),
    (
        "analysis",
        &["domain", "scenario", "forecast", "model", "solve", "plan", "verify", "planning"],
    ),
    (
        "experiment",
        &[
            "domain", "scenario", "workbook", "forecast", "model", "solve", "plan", "verify",
            "planning", "fs",
        ],
    ),
    (
        "report",
        &[
            "domain",
            "scenario",
            "workbook",
            "forecast",
            "plan",
            "verify",
            "certificate",
            "planning",
            "analysis",
            "experiment",
            "fs",
        ],
    ),
    (
        "workbench",
        &[
            "domain", "scenario", "workbook", "forecast", "plan", "verify", "planning", "analysis",
            "report", "fs",
        ],
    ),
    (
        "cli",
        &[
            "workbench",
            "domain",
            "scenario",
            "workbook",
            "lists",
            "forecast",
            "solve",
            "plan",
            "verify",
            "certificate",
            "planning",
            "analysis",
            "experiment",
            "report",
            "fs",
        ],
    ),
    ("fs", &["domain"]),
    ("diagnostic", &["domain"]),
    ("units", &[]),
    ("ids", &[]),
    ("words", &["domain", "plan"]),
    ("lib", &[]),
];

/// Circles that there still are, each by its files. Entries may only go, and get
/// shorter.
const CIRCLES: [&[&str]; 5] = [
    &[
        "report/xlsx/charts.rs",
        "report/xlsx/charts/targets.rs",
        "report/xlsx/contents.rs",
        "report/xlsx/mod.rs",
        "report/xlsx/sheet.rs",
        "report/xlsx/summary.rs",
    ],
    &["scenario/lenient/entries.rs", "scenario/lenient/tracked.rs"],
    &["workbook/read/keys.rs", "workbook/read/mod.rs"],
    &[
        "workbook/write/book.rs",
        "workbook/write/legend.rs",
        "workbook/write/plain.rs",
        "workbook/write/sheet.rs",
    ],
    &["workbook/write/fill.rs", "workbook/write/heads.rs"],
];

fn tree() -> Tree {
    let tree = Tree::read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"));
    assert!(tree.names().count() > 100, "the sources were not found");
    tree
}

#[test]
fn imports_go_one_way() {
    let allowed = BTreeMap::from(ALLOWED);
    let tree = tree();
    let names: BTreeMap<_, _> = tree.names().collect();
    let mut wrong = Vec::new();
    for (module, used) in tree.uses() {
        let Some(home) = module.first() else {
            continue;
        };
        let may = allowed.get(home.as_str()).unwrap_or_else(|| panic!("no entry for {home}"));
        for target in used.iter().filter_map(|target| target.first()) {
            let free = home != "domain" && FREE.contains(&target.as_str());
            if target != home && !free && !may.contains(&target.as_str()) {
                wrong.push(format!("{} uses {target}", names[&module]));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn no_files_use_each_other_in_a_circle() {
    let tree = tree();
    let names: BTreeMap<_, _> = tree.names().collect();
    let uses = tree.uses();
    let mut known: BTreeSet<BTreeSet<&str>> =
        CIRCLES.iter().map(|files| files.iter().copied().collect()).collect();
    let mut wrong = Vec::new();
    for circle in circles(&uses) {
        let files: BTreeSet<&str> = circle.iter().map(|module| names[module]).collect();
        if !known.remove(&files) {
            let list: Vec<&str> = files.into_iter().collect();
            wrong.push(format!("a circle of {}: {}", list.len(), list.join(" ")));
        }
    }
    wrong.extend(known.into_iter().map(|files| format!("no circle any more: {files:?}")));
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
