//! The report of an import for machines.

use super::preview::why;
use crate::diagnostic::{Cell, Severity};
use crate::domain::Language;
use crate::lists::{Change, Column, Outcome, Table, What};
use serde::Serialize;
use std::path::Path;

/// What was read, changed and found.
#[derive(Serialize)]
pub struct Answer {
    list: String,
    kind: &'static str,
    sheet: String,
    fingerprint: String,
    shift: i32,
    rows: usize,
    skipped: usize,
    columns: Vec<Taken>,
    added: Vec<Item>,
    changed: Vec<Item>,
    removed: Vec<Item>,
    missing: Vec<Item>,
    followed: Vec<Item>,
    unmatched: Vec<Unknown>,
    same: usize,
    beyond: usize,
    notes: Vec<String>,
    findings: Vec<Finding>,
    written: Option<String>,
}

#[derive(Serialize)]
struct Taken {
    column: u32,
    head: String,
    field: Option<&'static str>,
    unit: Option<String>,
    why: String,
}

#[derive(Serialize)]
struct Item {
    key: String,
    name: String,
    path: String,
    field: Option<String>,
    before: String,
    after: String,
    cell: Option<String>,
}

#[derive(Serialize)]
struct Unknown {
    kind: String,
    name: String,
    rows: usize,
    cells: Vec<String>,
    hints: Vec<String>,
}

#[derive(Serialize)]
struct Finding {
    severity: &'static str,
    sheet: Option<String>,
    cell: Option<String>,
    value: Option<String>,
    path: String,
    message: String,
    hints: Vec<String>,
}

/// The answer.
pub fn of(
    list: &Path,
    table: &Table<'_>,
    outcome: &Outcome,
    written: Option<&Path>,
    language: Language,
) -> Answer {
    let items = |what: What| {
        let all = outcome.changes.iter().filter(|change| change.what == what);
        all.map(|change: &Change| Item {
            key: change.key.clone(),
            name: change.name.clone(),
            path: change.path.clone(),
            field: change.field.map(|field| field.get(language).to_owned()),
            before: change.before.clone(),
            after: change.after.clone(),
            cell: change.cell.as_ref().map(Cell::to_string),
        })
        .collect()
    };
    let taken = |column: &Column| Taken {
        column: column.at,
        head: column.head.clone(),
        field: column.field.map(|field| field.id),
        unit: column.unit.clone(),
        why: why(&column.why).get(language).to_owned(),
    };
    let texts = |hints: &[crate::domain::Text]| -> Vec<String> {
        hints.iter().map(|hint| hint.get(language).to_owned()).collect()
    };
    let unknown = outcome.unmatched.iter().map(|one| Unknown {
        kind: one.noun.get(language).to_owned(),
        name: one.name.clone(),
        rows: one.rows,
        cells: one.cells.iter().map(Cell::to_string).collect(),
        hints: texts(&one.hints),
    });
    let findings = outcome.found.iter().map(|one| Finding {
        severity: match one.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
        },
        sheet: one.cell.as_ref().map(|cell| cell.sheet.clone()),
        cell: one.cell.as_ref().map(|cell| cell.name.clone()),
        value: one.cell.as_ref().map(|cell| cell.value.clone()),
        path: one.path.clone(),
        message: one.message.get(language).to_owned(),
        hints: texts(&one.hints),
    });
    Answer {
        list: list.display().to_string(),
        kind: table.kind.word(),
        sheet: table.cells.name.clone(),
        fingerprint: table.heads.fingerprint(table.kind),
        shift: table.shift,
        rows: table.rows.len(),
        skipped: table.skipped.len(),
        columns: table.heads.columns.iter().map(taken).collect(),
        added: items(What::Added),
        changed: items(What::Changed),
        removed: items(What::Removed),
        missing: items(What::Missing),
        followed: items(What::Followed),
        unmatched: unknown.collect(),
        same: outcome.same,
        beyond: outcome.beyond,
        notes: texts(&outcome.notes),
        findings: findings.collect(),
        written: written.map(|out| out.display().to_string()),
    }
}
