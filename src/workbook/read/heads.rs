//! Finding the heads of a sheet and what stands in each of its columns.

use crate::scenario::measure::Measure;
use crate::workbook::grid::{Cells, Spot, Value};
use crate::workbook::layout::{Column, Dim, Field, Sheet, sheets};
use crate::workbook::value::folded;
use std::collections::BTreeMap;
use std::sync::OnceLock;

/// Rows from the top in which heads are looked for.
const DEEPEST: usize = 20;
/// Most rows of one head.
const MOST_ROWS: u32 = 3;

/// The unit that a head names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unit {
    /// None.
    None,
    /// One of the measure's.
    Known(String),
    /// Another one.
    Unknown(String),
}

/// A column of the sheet that is one of the layout's.
#[derive(Clone, Debug)]
pub struct Head {
    /// Number of the column.
    pub at: u32,
    /// What it is.
    pub column: &'static Column,
    /// Of columns for each key of a map: how the head names it, until it is
    /// the key itself.
    pub key: Option<String>,
    /// The head as it stands there.
    pub text: String,
    /// The unit of bare numbers.
    pub unit: Unit,
}

/// The heads of a sheet.
#[derive(Clone, Debug)]
pub struct Heads {
    /// The first row of them.
    pub row: u32,
    /// The first row below them.
    pub below: u32,
    /// Those that are the layout's.
    pub known: Vec<Head>,
    /// Columns that are not, with their heads.
    pub unknown: Vec<(u32, String)>,
    /// Columns of the layout that come a second time.
    pub twice: Vec<(u32, String)>,
}

/// The rows that are most like the layout's heads; none if no head is known.
pub fn find(layout: &'static Sheet, cells: &Cells) -> Option<Heads> {
    let mut best: Option<Heads> = None;
    for row in cells.rows().into_iter().take(DEEPEST) {
        for depth in 1..=MOST_ROWS {
            let heads = heads(layout, cells, row, depth);
            let score = |heads: &Heads| heads.known.len();
            if score(&heads) > best.as_ref().map_or(0, score) {
                best = Some(heads);
            }
        }
    }
    best
}

fn heads(layout: &'static Sheet, cells: &Cells, row: u32, depth: u32) -> Heads {
    let mut heads = Heads {
        row,
        below: row + depth,
        known: Vec::new(),
        unknown: Vec::new(),
        twice: Vec::new(),
    };
    for at in columns(cells, row, depth) {
        let texts = texts(cells, row, depth, at);
        let joined = texts.join("·");
        let mut candidates = vec![joined.clone()];
        candidates.extend(texts.last().cloned());
        candidates.extend(texts.first().cloned());
        let found = candidates.iter().find_map(|text| recognised(layout, text, at));
        match found {
            Some(head) => {
                let same =
                    |known: &Head| known.column.field == head.column.field && known.key == head.key;
                if heads.known.iter().any(same) {
                    heads.twice.push((at, joined));
                } else {
                    heads.known.push(head);
                }
            }
            None => heads.unknown.push((at, joined)),
        }
    }
    heads
}

/// The columns with something in some rows, or covered by merged cells there.
fn columns(cells: &Cells, row: u32, depth: u32) -> Vec<u32> {
    let rows = row..row + depth;
    let mut columns: Vec<u32> = rows
        .clone()
        .flat_map(|row| cells.row(row).map(|(column, _)| column).collect::<Vec<_>>())
        .collect();
    for merged in &cells.merged {
        if merged.first.row < rows.end
            && merged.last.row >= rows.start
            && merged.last.column < 16_384
        {
            columns.extend(merged.first.column..=merged.last.column);
        }
    }
    columns.sort_unstable();
    columns.dedup();
    columns
}

/// The different texts of a head from the top down.
fn texts(cells: &Cells, row: u32, depth: u32, column: u32) -> Vec<String> {
    let mut texts: Vec<String> = Vec::new();
    for row in row..row + depth {
        if let Some(value) = spread(cells, row, column) {
            let text = value.to_string();
            if texts.last() != Some(&text) {
                texts.push(text);
            }
        }
    }
    texts
}

/// What stands in a cell, or in the corner of the merged cells it is part of.
pub fn spread(cells: &Cells, row: u32, column: u32) -> Option<&Value> {
    cells.get(row, column).or_else(|| {
        let around = cells.merged.iter().find(|merged| {
            (merged.first.row..=merged.last.row).contains(&row)
                && (merged.first.column..=merged.last.column).contains(&column)
        })?;
        let Spot { row, column } = around.first;
        cells.get(row, column)
    })
}

/// The column of the layout that a head names.
fn recognised(layout: &'static Sheet, text: &str, at: u32) -> Option<Head> {
    let (bare, bracket) = without_bracket(text);
    let head = |column: &'static Column, key: Option<String>, bracket: Option<&str>| Head {
        at,
        column,
        key,
        text: text.to_owned(),
        unit: unit(column, bracket),
    };
    for (text, bracket) in [(text, None), (bare, bracket)] {
        if let Some(column) = named(layout, &folded(text)) {
            return Some(head(column, None, bracket));
        }
    }
    let each = layout.columns.iter().filter(|column| matches!(column.field, Field::Each(..)));
    for column in each {
        let titles = [column.title.0, column.title.1];
        for title in titles.iter().chain(column.synonyms) {
            let begins = text.trim_start().strip_prefix(title);
            let apart = ['·', '-', ':', '：', '—', '/', ' '];
            let key = begins.and_then(|rest| rest.trim_start().strip_prefix(apart));
            if let Some(key) = key.map(str::trim).filter(|key| !key.is_empty()) {
                return Some(head(column, Some(key.to_owned()), None));
            }
        }
    }
    None
}

/// The columns of each sheet by their names, folded once for all workbooks.
type Named = BTreeMap<&'static str, BTreeMap<String, &'static Column>>;

/// The column of a name, of those with one head.
fn named(layout: &'static Sheet, name: &str) -> Option<&'static Column> {
    static NAMED: OnceLock<Named> = OnceLock::new();
    let named = NAMED.get_or_init(|| {
        let columns = |sheet: &'static Sheet| {
            let mut columns = BTreeMap::new();
            let single = |column: &&Column| !matches!(column.field, Field::Each(..));
            for column in sheet.columns.iter().filter(single) {
                for name in [column.title.0, column.title.1].iter().chain(column.synonyms) {
                    columns.entry(folded(name)).or_insert(column);
                }
            }
            columns
        };
        sheets().iter().map(|sheet| (sheet.title.0, columns(sheet))).collect()
    });
    named.get(layout.title.0)?.get(name).copied()
}

/// A head without what stands in brackets at its end.
pub fn without_bracket(text: &str) -> (&str, Option<&str>) {
    let text = text.trim();
    let Some(inside) = text.strip_suffix([')', '）']) else {
        return (text, None);
    };
    match inside.rfind(['(', '（']) {
        Some(open) => {
            let bracket = inside[open..].trim_start_matches(['(', '（']);
            (text[..open].trim(), Some(bracket.trim()))
        }
        None => (text, None),
    }
}

/// Words in brackets that are no unit.
const REMARKS: [&str; 6] = ["必填", "选填", "可空", "可选", "required", "optional"];

fn unit(column: &Column, bracket: Option<&str>) -> Unit {
    let (Some(bracket), Some(measure)) = (bracket, column.kind.measure()) else {
        return Unit::None;
    };
    let each = matches!(column.field, Field::Each(_, Dim::Resources));
    named_unit(bracket, measure, each)
}

/// The unit that a text names.
pub fn named_unit(text: &str, measure: Measure, of_resource: bool) -> Unit {
    let name = text.split(['/', '／']).next().unwrap_or_default().trim();
    let known = measure.units().iter().any(|(unit, _)| *unit == name);
    if known {
        Unit::Known(name.to_owned())
    } else if name.is_empty()
        || of_resource
        || measure.units().is_empty()
        || REMARKS.contains(&name)
    {
        Unit::None
    } else {
        Unit::Unknown(name.to_owned())
    }
}
