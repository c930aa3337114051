//! A scenario in the making.

use crate::diagnostic::{Diagnostic, Position, Severity};
use crate::domain::Text;
use crate::scenario::path::Path;
use crate::scenario::tree::Node;
use std::collections::BTreeSet;

/// Where something stands in the files that were read.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Mark {
    /// Index of the file.
    pub file: usize,
    /// Where in it.
    pub position: Option<Position>,
}

/// A place that was changed, and by what.
#[derive(Clone, Debug)]
pub(crate) struct Touched {
    /// Path of the place.
    pub path: String,
    /// The change.
    pub at: Mark,
    /// Whether it has a new value, rather than something less.
    pub(super) valued: bool,
}

/// A scenario in the making.
#[derive(Debug)]
pub(crate) struct Draft {
    pub(super) tree: Node,
    /// Paths in `sources` that never had anything there.
    pub(super) broken: BTreeSet<String>,
    /// The places changed so far.
    pub touched: Vec<Touched>,
    /// Lists whose entries no longer have the numbers they have in the file.
    pub shifted: Vec<Path>,
}

/// Something is wrong with a change.
pub(super) fn wrong(at: Mark, path: &str, message: Text, hints: Vec<Text>) -> Diagnostic {
    Diagnostic {
        severity: Severity::Error,
        file: at.file,
        path: path.to_owned(),
        position: at.position,
        cell: None,
        message,
        hints,
    }
}
