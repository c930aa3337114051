//! What a scenario is read from: a text, or the sheets of a workbook that say
//! the same as one.

use super::path::covers;
use crate::diagnostic::{Cell, Diagnostic};
use std::collections::BTreeMap;
use std::sync::Arc;

/// A file as it was read.
#[derive(Clone, Debug, Default)]
pub struct Source {
    /// Its text; of a workbook the text that says the same.
    pub text: String,
    /// The sheets, of a workbook.
    pub sheets: Option<Arc<Sheets>>,
}

impl From<String> for Source {
    fn from(text: String) -> Self {
        Self { text, sheets: None }
    }
}

/// What the sheets of a workbook say beside the text.
#[derive(Clone, Debug, Default)]
pub struct Sheets {
    /// In which cell each path stands.
    pub cells: BTreeMap<String, Cell>,
    /// What was found while the cells were read.
    pub found: Vec<Diagnostic>,
    /// Paths about which nothing more need be said.
    pub spoiled: Vec<String>,
    /// Whether the workbook could not be read at all.
    pub unreadable: bool,
}

impl Sheets {
    /// Notes where a path stands; the first cell counts.
    pub fn add(&mut self, path: &str, cell: Cell) {
        self.cells.entry(path.to_owned()).or_insert(cell);
    }

    /// The cell of a path or, if it has none, the first one below it, or that of
    /// the nearest one around it.
    #[must_use]
    pub fn find(&self, path: &str) -> Option<&Cell> {
        if path.is_empty() {
            return None;
        }
        let ends = path.char_indices().rev();
        let ends = ends.filter(|(_, letter)| matches!(letter, '.' | '['));
        let mut above = ends.map(|(end, _)| &path[..end]);
        let below = || {
            let after = self.cells.range(path.to_owned()..);
            let row = |cell: &Cell| -> Option<u32> {
                cell.name.trim_start_matches(|letter: char| letter.is_alphabetic()).parse().ok()
            };
            // Those that begin with the path stand together.
            let after = after.take_while(|(other, _)| other.starts_with(path));
            let inside = after.filter(|(other, _)| covers(path, other));
            inside.map(|(_, cell)| cell).min_by_key(|cell| row(cell))
        };
        let own = self.cells.get(path).or_else(below);
        own.or_else(|| above.find_map(|path| self.cells.get(path)))
    }
}
