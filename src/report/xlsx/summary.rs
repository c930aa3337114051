//! The plan in sentences, and what is to be known about the tables: the notes
//! of every section under its heading.

use super::cells;
use super::style::Style;
use super::{print, width};
use crate::report::document::Section;
use crate::report::dossier::Dossier;
use crate::words::report as words;
use rust_xlsxwriter::{RowNum, Url, Worksheet, XlsxError};

/// Width of the texts, in characters: a page across.
const WIDTH: usize = 110;

/// Writes it.
///
/// # Errors
///
/// When a sheet cannot hold the notes.
pub fn write(sheet: &mut Worksheet, dossier: &Dossier, style: &Style) -> Result<(), XlsxError> {
    let view = &dossier.view;
    let name = view.say(&words::summary_heading());
    sheet.set_name(&name)?;
    sheet.set_column_width(0, u32::try_from(WIDTH).unwrap_or(u32::MAX))?;
    cells::put(sheet, 0, 0, &dossier.title, &style.title())?;
    let link = Url::new(format!("internal:'{}'!A1", view.say(&words::contents())));
    let back = view.say(&words::back_to_contents());
    sheet.write_url_with_options(1, 0, link, back, "", Some(&style.link()))?;
    let mut row: RowNum = 2;
    let noted = |section: &&Section| !section.notes.is_empty();
    for section in dossier.document.sections.iter().filter(noted) {
        cells::put(sheet, row, 0, &section.heading, &style.heading())?;
        row += 1;
        for note in &section.notes {
            cells::put(sheet, row, 0, note, &style.paragraph())?;
            sheet.set_row_height(row, width::height(width::lines(note, WIDTH)))?;
            row += 1;
        }
    }
    print(sheet, dossier, &name);
    Ok(())
}
