//! Charts that Excel draws from the sheets of the tables: change a figure there
//! and they change.

mod drawing;
mod targets;

use super::cells;
use super::page::Page;
use super::print;
use super::style::Style;
use crate::report::document::Cell;
use crate::report::dossier::Dossier;
use crate::report::view::View;
use crate::words::report as words;
use drawing::{Series, clustered, lines};
use rust_xlsxwriter::{Chart, ChartRange, ColNum, RowNum, Url, Worksheet, XlsxError};
use targets::Targets;

/// Size of a chart, in pixels.
const SIZE: (u32, u32) = (620, 320);
/// Charts beside each other.
const ACROSS: usize = 2;
/// Where the first chart stands, and how many rows and columns each takes.
const TOP: RowNum = 3;
const ROWS: RowNum = 19;
const COLUMNS: ColNum = 9;

/// Writes them.
///
/// # Errors
///
/// When a chart cannot be made.
pub fn write(
    sheet: &mut Worksheet,
    dossier: &Dossier,
    pages: &[Page],
    style: &Style,
) -> Result<(), XlsxError> {
    let view = &dossier.view;
    let name = view.say(&words::charts());
    sheet.set_name(&name)?;
    cells::put(sheet, 0, 0, &name, &style.title())?;
    let link = Url::new(format!("internal:'{}'!A1", view.say(&words::contents())));
    let back = view.say(&words::back_to_contents());
    sheet.write_url_with_options(1, 0, link, back, "", Some(&style.link()))?;

    let book = Book { view, pages };
    let mut others = book.utilisation()?;
    others.extend(book.money()?);
    // The targets' lines stand below all charts, two of which they are in.
    let below = place(others.len() + 2 + ACROSS - 1).0;
    let targets = Targets::new(&book, below);
    let enrolment = book.enrolment(&targets)?;
    for (index, mut chart) in enrolment.into_iter().chain(others).enumerate() {
        let (row, column) = place(index);
        chart.set_width(SIZE.0).set_height(SIZE.1);
        sheet.insert_chart(row, column, &chart)?;
    }
    targets.write(sheet, &book, style)?;
    let pages = (1..=below / (2 * ROWS)).map(|page| TOP + 2 * ROWS * page);
    sheet.set_page_breaks(&pages.collect::<Vec<_>>())?;
    print(sheet, dossier, &name);
    Ok(())
}

/// Where a chart stands.
fn place(index: usize) -> (RowNum, ColNum) {
    let down = RowNum::try_from(index / ACROSS).unwrap_or(0);
    let across = ColNum::try_from(index % ACROSS).unwrap_or(0);
    (TOP + ROWS * down, COLUMNS * across)
}

/// What charts are drawn from.
struct Book<'a> {
    view: &'a View<'a>,
    pages: &'a [Page<'a>],
}

impl<'a> Book<'a> {
    fn page(&self, key: &str) -> Option<&'a Page<'a>> {
        self.pages.iter().find(|page| page.table.key == key)
    }

    /// Students and classes by term, each against its targets.
    fn enrolment(&self, targets: &Targets) -> Result<Vec<Chart>, XlsxError> {
        let Some(page) = self.page("students") else {
            return Ok(Vec::new());
        };
        let mut charts = Vec::new();
        for (title, bars) in [
            (words::students_chart(), vec![words::registered(), words::students_in_school()]),
            (words::classes_chart(), vec![words::classes_in_school()]),
        ] {
            let bars: Vec<String> = bars.iter().map(|text| self.view.say(text)).collect();
            let mut series = Vec::new();
            for (index, row) in page.table.rows.iter().enumerate() {
                let told = |bar: &&String| row.cells.first() == Some(&Cell::text(*bar));
                if bars.iter().any(|bar| told(&bar)) {
                    series.push(across(page, index, 0, 1..row.cells.len())?);
                }
            }
            let lines = targets.series(&bars);
            charts.push(clustered(&self.view.say(&title), "#,##0", &series, &lines));
        }
        Ok(charts)
    }

    /// The share in use of what several campuses have, campus by campus.
    fn utilisation(&self) -> Result<Vec<Chart>, XlsxError> {
        let Some(page) = self.page("capacity_shares") else {
            return Ok(Vec::new());
        };
        let mut charts = Vec::new();
        for resource in &self.view.scenario.resources {
            let name = self.view.say(&resource.name);
            let mut series = Vec::new();
            for (index, row) in page.table.rows.iter().enumerate() {
                if row.cells.get(1) == Some(&Cell::text(&name)) {
                    series.push(across(page, index, 0, 2..row.cells.len())?);
                }
            }
            if series.len() > 1 {
                let title = self.view.say(&words::utilisation_chart(&name));
                charts.push(lines(&title, "0%", &series));
            }
        }
        Ok(charts)
    }

    /// Money by fiscal year: what is built and bought, what is spent in the
    /// year, what comes in.
    fn money(&self) -> Result<Option<Chart>, XlsxError> {
        let Some(page) = self.page("money") else {
            return Ok(None);
        };
        let wanted = [words::capital(), words::running(), words::income()];
        let wanted = wanted.map(|text| Cell::Text(self.view.say(&text)));
        let mut series = Vec::new();
        for (index, row) in page.table.rows.iter().enumerate() {
            if row.cells.first().is_some_and(|name| wanted.contains(name)) {
                series.push(across(page, index, 0, 1..row.cells.len() - 1)?);
            }
        }
        let title = self.view.say(&words::money_chart());
        Ok(Some(clustered(&title, "#,##0", &series, &[])))
    }
}

/// A row of a table as a series, named by one of its cells, over the heads.
fn across(
    page: &Page,
    row: usize,
    name: usize,
    columns: std::ops::Range<usize>,
) -> Result<Series, XlsxError> {
    let (place, first) = page.place(row, columns.start)?;
    let (_, last) = page.place(row, columns.end - 1)?;
    let (_, name) = page.place(row, name)?;
    let heads = page.heads();
    Ok(Series {
        name: ChartRange::new_from_range(&page.name, place, name, place, name),
        heads: ChartRange::new_from_range(&page.name, heads, first, heads, last),
        values: ChartRange::new_from_range(&page.name, place, first, place, last),
    })
}
