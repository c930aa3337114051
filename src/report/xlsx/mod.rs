//! The dossier as a workbook: a contents sheet, the summary, charts, and the
//! tables, sheet by sheet as the arrangement says, with figures as numbers and
//! sums as formulas.

mod arrangement;
mod cells;
mod charts;
mod contents;
mod formula;
mod marks;
mod page;
mod sheet;
mod style;
mod summary;
mod width;

pub use page::{FIRST_ROW, Page, pages};

use super::dossier::Dossier;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, Worksheet, XlsxError};
use style::Style;

/// Renders it: the same bytes for the same dossier.
///
/// # Errors
///
/// When it does not fit into a workbook.
pub fn render(dossier: &Dossier) -> Result<Vec<u8>, Box<dyn std::error::Error>> {
    let style = Style::new(dossier.view.language);
    let pages = pages(dossier);
    let mut workbook = Workbook::new();
    style.set_default(&mut workbook)?;
    workbook.set_properties(&properties(dossier)?);
    contents::write(workbook.add_worksheet(), dossier, &pages, &style)?;
    summary::write(workbook.add_worksheet(), dossier, &style)?;
    charts::write(workbook.add_worksheet(), dossier, &pages, &style)?;
    for sheet in pages.chunk_by(|one, other| one.name == other.name) {
        sheet::write(workbook.add_worksheet(), dossier, sheet, &style)?;
    }
    Ok(workbook.save_to_buffer()?)
}

/// What the file says of itself. No clock is asked: the same plan gives the
/// same file.
fn properties(dossier: &Dossier) -> Result<DocProperties, XlsxError> {
    let program = &dossier.view.plan.program;
    let made = format!("{} {}", program.name, program.version);
    Ok(DocProperties::new()
        .set_title(&dossier.title)
        .set_author(made)
        .set_creation_datetime(&ExcelDateTime::from_ymd(2000, 1, 1)?))
}

/// Sets up how a sheet is printed, with the dossier's title.
fn print(sheet: &mut Worksheet, dossier: &Dossier, title: &str) {
    style::print(sheet, &dossier.title, title, dossier.view.language);
}
