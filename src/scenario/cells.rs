//! Places in workbooks, as cells.

use super::file::File;
use super::loaded::Loaded;
use crate::diagnostic::{Diagnostic, Severity};

/// Says of findings about workbooks in which cells they are, and adds what was
/// found while the cells were read.
pub(crate) fn in_cells(
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
