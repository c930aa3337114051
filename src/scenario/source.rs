//! What a scenario is read from: a text, or the sheets of a workbook that say
//! the same as one.

use super::load::File;
use super::path::covers;
use super::read::Loaded;
use crate::diagnostic::{Cell, Diagnostic, Severity};
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

    /// The cell of a path or, if it has none, of the nearest one around it or
    /// the first one below it.
    #[must_use]
    pub fn find(&self, path: &str) -> Option<&Cell> {
        if path.is_empty() {
            return None;
        }
        let ends = path.char_indices().rev();
        let ends = ends.filter(|(_, letter)| matches!(letter, '.' | '['));
        let above = ends.map(|(end, _)| &path[..end]);
        let mut around = std::iter::once(path).chain(above);
        let below = || {
            let after = self.cells.range(path.to_owned()..);
            let row = |cell: &Cell| -> Option<u32> {
                cell.name.trim_start_matches(|letter: char| letter.is_alphabetic()).parse().ok()
            };
            let inside = after.filter(|(other, _)| covers(path, other));
            inside.map(|(_, cell)| cell).min_by_key(|cell| row(cell))
        };
        around.find_map(|path| self.cells.get(path)).or_else(below)
    }
}

/// Says of findings about workbooks in which cells they are, and adds what was
/// found while the cells were read.
pub(super) fn in_cells(
    files: &[File],
    result: Result<Loaded, Vec<Diagnostic>>,
) -> Result<Loaded, Vec<Diagnostic>> {
    let (loaded, mut found) = match result {
        Ok(mut loaded) => {
            let found = std::mem::take(&mut loaded.warnings);
            (Some(loaded), found)
        }
        Err(found) => (None, found),
    };
    let sheets = |file: usize| files.get(file).and_then(|file| file.sheets.as_deref());
    for finding in &mut found {
        if let Some(sheets) = sheets(finding.file) {
            finding.position = None;
            finding.cell = sheets.find(&finding.path).cloned();
        }
    }
    let mut all = Vec::new();
    for (file, read) in files.iter().enumerate() {
        let own = read.sheets.iter().flat_map(|sheets| sheets.found.iter().cloned());
        all.extend(own.map(|one| Diagnostic { file, ..one }));
    }
    all.extend(found);
    match loaded {
        Some(loaded) if all.iter().all(|one| one.severity == Severity::Warning) => {
            Ok(Loaded { warnings: all, ..loaded })
        }
        _ => Err(all),
    }
}
