//! A workbook as the source of a scenario.

use super::grid::Cells;
use super::package::{self, Unreadable};
use super::read::read;
use crate::diagnostic::{Diagnostic, Severity};
use crate::fs;
use crate::scenario::tree::Node;
use crate::scenario::{Sheets, Source};
use std::path::Path;
use std::sync::Arc;

/// Opens a file: a workbook if it is one or is called one, else a text.
///
/// # Errors
///
/// When it can't be read.
pub fn open(path: &Path) -> Result<Source, String> {
    let bytes = fs::read(path, fs::LARGEST_TEXT).map_err(|error| error.both())?;
    let called = path.extension().is_some_and(|ending| {
        ["xlsx", "xlsm", "xls"].iter().any(|known| ending.eq_ignore_ascii_case(known))
    });
    if called || package::looks_like_one(&bytes) {
        return Ok(source(&bytes));
    }
    let text = String::from_utf8(bytes);
    text.map(Source::from).map_err(|error| error.to_string())
}

/// The source that the bytes of a workbook are. What is wrong with them is
/// told with the scenario's own findings.
pub fn source(bytes: &[u8]) -> Source {
    match package::cells(bytes) {
        Ok(cells) => source_of(&cells),
        Err(unreadable) => failed(unreadable),
    }
}

/// The source that the cells of a workbook are.
pub fn source_of(cells: &[Cells]) -> Source {
    let said = read(cells);
    let text = said.root.to_ron();
    // One text for all workbooks that say the same.
    let text = match crate::scenario::parse(&text) {
        (Some(raw), found) if found.is_empty() => Node::of(&raw).to_ron(),
        _ => text,
    };
    Source { text, sheets: Some(Arc::new(said.sheets)) }
}

fn failed(unreadable: Unreadable) -> Source {
    let found = Diagnostic {
        severity: Severity::Error,
        file: 0,
        path: String::new(),
        position: None,
        cell: None,
        message: unreadable.message,
        hints: unreadable.hints,
    };
    Source {
        text: String::new(),
        sheets: Some(Arc::new(Sheets {
            found: vec![found],
            unreadable: true,
            ..Sheets::default()
        })),
    }
}
