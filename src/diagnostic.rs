//! Findings about the user's input: values, not text. They are collected, all
//! of them, and put into words at the edge.

use crate::domain::Text;

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
    /// What is wrong, with the value found.
    pub message: Text,
    /// What is allowed, and what may have been meant.
    pub hints: Vec<Text>,
}
