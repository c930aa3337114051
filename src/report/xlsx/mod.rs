//! The dossier as a workbook: a contents sheet, the summary, charts, and one
//! sheet for each table with its figures as numbers and its sums as formulas.

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
use crate::words::report as words;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, Worksheet, XlsxError};
use style::Style;

/// A4.
const PAPER: u8 = 9;

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
    for page in &pages {
        sheet::write(workbook.add_worksheet(), dossier, page, &style)?;
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

/// Sets up how a sheet is printed: A4 across, as wide as the page, with the
/// title at the head and the page's number at the foot.
fn print(sheet: &mut Worksheet, dossier: &Dossier, title: &str) {
    // An ampersand begins a command; what is left over is cut, not refused.
    let told = |text: &str, most| -> String {
        let text: String = text.chars().take(most).collect();
        text.replace('&', "&&")
    };
    let (whole, own) = (told(&dossier.title, 50), told(title, 50));
    let pages = dossier.view.say(&words::page_of_pages("&P", "&N"));
    sheet
        .set_paper_size(PAPER)
        .set_landscape()
        .set_print_fit_to_pages(1, 0)
        .set_margins(0.5, 0.5, 0.75, 0.65, 0.3, 0.3)
        .set_header(format!("&L{whole}&R{own}"))
        .set_footer(format!("&C{pages}"));
}
