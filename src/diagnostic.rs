//! Findings about the user's input: values, not text. They are collected, all
//! of them, and put into words at the edge.

use crate::domain::Text;
use std::fmt;

/// How bad a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The scenario can't be used.
    Error,
    /// It can be used, but someone should look.
    Warning,
}

/// Line and column in a file, both from 1; columns count characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// Line.
    pub line: usize,
    /// Column.
    pub column: usize,
}

/// A cell of a workbook.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Cell {
    /// Name of the sheet.
    pub sheet: String,
    /// Name of the cell, `D5`.
    pub name: String,
    /// The head of its column, or the item it belongs to.
    pub head: String,
    /// What it holds, as text; empty if nothing.
    pub value: String,
}

impl fmt::Display for Cell {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}!{}", self.sheet, self.name)
    }
}

/// One finding.
#[derive(Clone, Debug)]
pub struct Diagnostic {
    /// Error or warning.
    pub severity: Severity,
    /// In which of the files that were read; 0 is the one asked for.
    pub file: usize,
    /// Field path, like `campuses.erzhong.tenure.until` or `cohorts[3].entry`.
    pub path: String,
    /// Where the value stands, if known.
    pub position: Option<Position>,
    /// In which cell it stands, of a workbook.
    pub cell: Option<Cell>,
    /// What is wrong, with the value found.
    pub message: Text,
    /// What is allowed, and what may have been meant.
    pub hints: Vec<Text>,
}
