//! Filling the sheets of the layout.

use super::expand::{Found, expand};
use super::heads::{heads, own_unit};
use crate::domain::Language;
use crate::scenario::measure::Measure;
use crate::scenario::tree::{Hop, Node, path_of};
use crate::workbook::grid::{Cells, Spot, Value};
use crate::workbook::layout::{Column, Field, Kind, Row, Sheet, parts, sheets};
use crate::workbook::value::{Context, Names, figure, show};

/// A column of a sheet to be written.
#[derive(Clone, Debug)]
pub struct FilledHead {
    /// What it is.
    pub column: &'static Column,
    /// Of columns for each key of a map: the key.
    pub key: Option<String>,
    /// The head with its unit.
    pub text: String,
    /// The unit of bare numbers.
    pub unit: Option<String>,
    /// Further names of the field's own unit.
    pub words: Vec<String>,
}

/// A row of a sheet to be written.
#[derive(Clone, Debug)]
pub struct FilledRow {
    /// What it stands for.
    pub kind: &'static Row,
    /// The path of its place.
    pub path: String,
    /// Its cells.
    pub cells: Vec<Option<Value>>,
}

/// A sheet to be written.
#[derive(Clone, Debug)]
pub struct Filled {
    /// What it is.
    pub layout: &'static Sheet,
    /// Its name.
    pub name: &'static str,
    /// Its columns.
    pub heads: Vec<FilledHead>,
    /// Its rows.
    pub rows: Vec<FilledRow>,
}

impl Filled {
    /// The row of the heads and the first row below, in the sheet.
    pub const HEADS: u32 = 1;
    /// Likewise.
    pub const FIRST: u32 = 2;

    /// The sheet as it is read.
    pub fn cells(&self) -> Cells {
        let mut cells = Cells { name: self.name.to_owned(), ..Cells::default() };
        let mut put = |row: u32, column: usize, value: Value| {
            let column = u32::try_from(column).unwrap_or(u32::MAX);
            cells.cells.insert(Spot { row, column }, value);
        };
        for (column, head) in self.heads.iter().enumerate() {
            put(Self::HEADS, column, Value::Text(head.text.clone()));
        }
        for (row, filled) in (Self::FIRST..).zip(&self.rows) {
            for (column, value) in filled.cells.iter().enumerate() {
                if let Some(value) = value {
                    put(row, column, value.clone());
                }
            }
        }
        cells
    }
}

/// All sheets of a scenario. Rows of single values stand there even when
/// nothing is said.
pub fn fill(root: &Node, names: &Names, language: Language) -> Vec<Filled> {
    let one = |sheet: &'static Sheet| {
        let rows: Vec<(&'static Row, Vec<Found<'_>>)> =
            sheet.rows.iter().map(|row| (row, expand(root, &parts(row.at)))).collect();
        let all: Vec<Found<'_>> = rows.iter().flat_map(|(_, found)| found.clone()).collect();
        let mut filled = Filled {
            layout: sheet,
            name: sheet.title.get(language),
            heads: heads(sheet, &all, names, language),
            rows: Vec::new(),
        };
        for (kind, found) in &rows {
            filled.add(kind, found, names, language);
        }
        filled
    };
    sheets().iter().map(one).collect()
}

impl Filled {
    fn add(&mut self, kind: &'static Row, found: &[Found<'_>], names: &Names, language: Language) {
        for one in found {
            let row = self.row(kind, one, names, language);
            let valued = |(head, cell): (&FilledHead, &Option<Value>)| {
                let value =
                    matches!(head.column.field, Field::At(_) | Field::Each(..) | Field::Value);
                value && cell.is_some()
            };
            // A labelled row says something only with a value.
            if kind.label.0.is_empty() || self.heads.iter().zip(&row.cells).any(valued) {
                self.rows.push(row);
            }
        }
        let single = kind.value.is_some() && !self.rows.iter().any(|row| row.kind.at == kind.at);
        if single {
            let keys = vec![String::new(); kind.keys.len()];
            let place: Vec<Hop> = Vec::new();
            let node = &Node::Absent;
            let blank = Found { keys, place, node };
            let mut row = self.row(kind, &blank, names, language);
            kind.at.clone_into(&mut row.path);
            self.rows.push(row);
        }
    }

    fn row(
        &self,
        kind: &'static Row,
        one: &Found<'_>,
        names: &Names,
        language: Language,
    ) -> FilledRow {
        let cell = |head: &FilledHead| {
            let context =
                Context { names, unit: head.unit.as_deref(), words: &head.words, language };
            let text = |text: &str| (!text.is_empty()).then(|| Value::Text(text.to_owned()));
            match head.column.field {
                Field::Group => text(kind.group.get(language)),
                Field::Label => text(kind.label.get(language)),
                Field::Key(name) => {
                    let at = kind.keys.iter().position(|(key, _)| *key == name)?;
                    let key = one.keys.get(at).filter(|key| !key.is_empty())?;
                    show(&Node::Text(key.clone()), kind.keys[at].1, context).or_else(|| text(key))
                }
                Field::At(_) | Field::Each(..) => {
                    show(head.node(one.node)?, head.column.kind, context)
                }
                Field::Value => {
                    let unit = unit_of_value(kind, one.node, language);
                    let context = Context { unit: unit.as_deref(), ..context };
                    show(one.node, kind.value?, context)
                }
                Field::Unit => text(&unit_of_value(kind, one.node, language)?),
                Field::Source => None,
            }
        };
        FilledRow {
            kind,
            path: path_of(&one.place).to_string(),
            cells: self.heads.iter().map(cell).collect(),
        }
    }
}

/// The unit of a single value: the one it is written with, or the field's own.
fn unit_of_value(kind: &Row, node: &Node, language: Language) -> Option<String> {
    let measure = kind.value?.measure()?;
    let node = match node {
        Node::Tagged(_, price) => price,
        node => node,
    };
    if measure == Measure::Share || matches!(kind.value, Some(Kind::Figures(_))) {
        return None;
    }
    let figure = figure(node, measure, &[]);
    figure.and_then(|figure| figure.unit).or_else(|| own_unit(measure, &[], language))
}
