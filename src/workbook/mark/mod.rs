//! A workbook with the cells marked in which something was found: coloured,
//! and with the message as a note. All else in the file stays as it is.

mod colours;
mod notes;
mod parts;
mod sheet;
mod spot;

use super::grid::Spot;
use super::package::{Archive, Unreadable, sheet_parts};
use crate::diagnostic::Diagnostic;
use crate::domain::Language;
use parts::{Package, text_of};
use spot::{Mark, Marks};

/// The marked workbook.
#[derive(Clone, Debug)]
pub struct Marked {
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// How many cells are marked.
    pub cells: usize,
}

/// Marks the cells of a workbook.
///
/// # Errors
///
/// When the file can't be read, or not be written again.
pub fn mark(bytes: &[u8], found: &[&Diagnostic], language: Language) -> Result<Marked, Unreadable> {
    let mut archive = Archive::open(bytes)?;
    let sheets = sheet_parts(&mut archive)?;
    let mut package = Package::read(&mut archive)?;
    let mut colours = colours::Colours::new(&mut package, &mut archive)?;
    let mut cells = 0;
    for (number, part) in sheets.iter().enumerate() {
        let marks = marks_of(&part.name, found, language);
        if marks.is_empty() {
            continue;
        }
        cells += marks.len();
        let drawing = notes::add(&mut package, &mut archive, &part.path, number, &marks)?;
        let xml = text_of(package.part(&part.path)?);
        let xml = sheet::coloured(&xml, &marks, &mut colours, drawing.as_deref())
            .map_err(|why| parts::failed(&part.path, &why))?;
        package.set(&part.path, xml.into_bytes());
    }
    colours.finish(&mut package);
    Ok(Marked { bytes: package.zipped()?, cells })
}

/// The marks of a sheet, one for each cell.
fn marks_of(sheet: &str, found: &[&Diagnostic], language: Language) -> Marks {
    let mut marks = Marks::new();
    for one in found {
        let Some(cell) = one.cell.as_ref().filter(|cell| cell.sheet == sheet) else {
            continue;
        };
        let Some(spot) = Spot::named(&cell.name) else {
            continue;
        };
        let hints = one.hints.iter().map(|hint| hint.get(language));
        let lines: Vec<&str> = std::iter::once(one.message.get(language)).chain(hints).collect();
        let text = lines.join("\n");
        let mark = marks
            .entry(spot)
            .or_insert_with(|| Mark { severity: one.severity, text: String::new() });
        mark.severity = mark.severity.min(one.severity);
        if !mark.text.is_empty() {
            mark.text.push_str("\n\n");
        }
        mark.text.push_str(&text);
    }
    marks
}
