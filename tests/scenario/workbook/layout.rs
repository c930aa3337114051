//! Every field of the format has a cell, or stands on the sheet of other
//! fields; no two columns of a sheet can be taken for each other.

use campusplan::domain::Language;
use campusplan::scenario;
use campusplan::workbook::layout::{Field, Part, parts, patterns, sheets};
use campusplan::workbook::schema::{Schema, Step, scenario as schema};
use campusplan::workbook::value::folded;
use campusplan::workbook::write::export;
use std::collections::BTreeMap;

/// What has no column: sets of standards of a scenario's own, and years of a
/// brand's gain.
const OTHERS: [&str; 3] =
    ["standards.sets.", "enrolment.brands[].gain.years.", "enrolment.brands[].gain.fitted."];

fn text(parts: &[Part]) -> String {
    let mut text = String::new();
    for part in parts {
        match part {
            Part::Field(name) => text.extend([".", name]),
            Part::Key => text.push_str(".*"),
            Part::Entry | Part::Nth(_) => text.push_str("[]"),
        }
    }
    text.trim_start_matches('.').to_owned()
}

/// Walks down to everything that is no structure, map or list of structures.
fn walk(
    here: Schema<'_>,
    path: &str,
    known: &[String],
    missing: &mut Vec<String>,
    seen: &mut usize,
) {
    if known.iter().any(|one| one == path) {
        *seen += 1;
        return;
    }
    let dot = if path.is_empty() { "" } else { "." };
    if let Some(entry) = here.entries() {
        return walk(entry, &format!("{path}.*"), known, missing, seen);
    }
    let fields = here.fields();
    if !fields.is_empty() {
        for (name, field) in fields {
            walk(field, &format!("{path}{dot}{name}"), known, missing, seen);
        }
        return;
    }
    if let Some(entry) = here.entry() {
        return walk(entry, &format!("{path}[]"), known, missing, seen);
    }
    missing.push(path.to_owned());
}

#[test]
fn every_field_of_the_format_has_a_cell() {
    let known: Vec<String> = patterns().iter().map(|(parts, ..)| text(parts)).collect();
    let (mut missing, mut seen) = (Vec::new(), 0);
    walk(schema(), "", &known, &mut missing, &mut seen);
    missing.retain(|path| !OTHERS.iter().any(|other| path.starts_with(other)));
    assert!(missing.is_empty(), "{missing:#?}");
    assert!(seen > 250, "only {seen} fields were walked over");
}

#[test]
fn every_column_is_a_field_of_the_format() {
    for sheet in sheets() {
        for row in sheet.rows {
            assert!(is_there(&parts(row.at)), "the format has no {}", row.at);
        }
        for column in sheet.columns {
            let below = match column.field {
                Field::At(path) => parts(path),
                Field::Each(map, _) => [parts(map), vec![Part::Key]].concat(),
                _ => continue,
            };
            // Of several kinds of rows some do without.
            let there =
                sheet.rows.iter().any(|row| is_there(&[parts(row.at), below.clone()].concat()));
            assert!(there, "{}: the format has no {:?}", sheet.title.0, column.field);
        }
    }
}

fn is_there(parts: &[Part]) -> bool {
    let mut here = schema();
    for part in parts {
        let below = match part {
            Part::Field(name) => {
                here.step(name).filter(|(step, _)| *step == Step::Field).map(|(_, below)| below)
            }
            Part::Key => here.entries(),
            Part::Entry | Part::Nth(_) => here.entry(),
        };
        let Some(below) = below else {
            return false;
        };
        here = below;
    }
    true
}

#[test]
fn names_of_sheets_and_columns_are_told_apart() {
    let mut sheet_names: BTreeMap<String, &str> = BTreeMap::new();
    for sheet in sheets() {
        for name in [sheet.title.0, sheet.title.1].iter().chain(sheet.synonyms) {
            let before = sheet_names.insert(folded(name), sheet.title.0);
            assert!(before.is_none_or(|known| known == sheet.title.0), "{name} is two sheets");
        }
        let mut names: BTreeMap<String, Field> = BTreeMap::new();
        for column in sheet.columns {
            for name in [column.title.0, column.title.1].iter().chain(column.synonyms) {
                let before = names.insert(folded(name), column.field);
                let same = before.is_none_or(|known| known == column.field);
                assert!(same, "{}: {name} is two columns", sheet.title.0);
            }
        }
        let mut labels: BTreeMap<(String, String, usize), &str> = BTreeMap::new();
        for row in sheet.rows.iter().filter(|row| !row.label.0.is_empty()) {
            for (group, label) in [(row.group.0, row.label.0), (row.group.1, row.label.1)] {
                let key = (folded(group), folded(label), row.keys.len());
                let before = labels.insert(key, row.at);
                assert!(before.is_none(), "{}: {label} is two items", sheet.title.0);
            }
        }
    }
}

#[test]
fn the_sheet_of_other_fields_holds_few_of_longyou() {
    let text = std::fs::read_to_string("scenarios/longyou.ron").expect("the case");
    let raw = scenario::read(&text).expect("a scenario").raw;
    let export = export(&raw, Language::Zh).expect("a workbook");
    let figures = scenario::figures(&raw);
    assert!(figures.len() > 1500, "{}", figures.len());
    let there = |path: &&String| export.rest.iter().any(|one| path.starts_with(&one.path));
    let others = figures.iter().filter(there).count();
    println!("{others} of {} figures", figures.len());
    assert!(others > 0 && others * 20 < figures.len(), "{others} of {}", figures.len());
}
