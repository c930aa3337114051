//! The sheet of a table: title, the way back, heads that stay in sight, rows.

use super::cells::{self, Look};
use super::page::{FIRST_ROW, Page};
use super::style::Style;
use super::{formula, marks, print, width};
use crate::domain::Language;
use crate::report::document::{Align, Cell, Row, Table};
use crate::report::dossier::Dossier;
use crate::words::report as words;
use rust_xlsxwriter::{ColNum, RowNum, Url, Worksheet, XlsxError};

/// The row of the heads.
const HEADS: RowNum = FIRST_ROW - 1;
/// Most width of columns that stay in sight, in characters: the rest must
/// still have room on a screen.
const MOST_FROZEN: usize = 70;

/// Writes it.
///
/// # Errors
///
/// When a sheet cannot hold the table.
pub fn write(
    sheet: &mut Worksheet,
    dossier: &Dossier,
    page: &Page,
    style: &Style,
) -> Result<(), XlsxError> {
    let (table, language) = (&page.table, style.language);
    let last = page.place(table.rows.len(), table.columns.len())?;
    sheet.set_name(&page.name)?;
    cells::put(sheet, 0, 0, &table.title, &style.title())?;
    let contents = dossier.view.say(&words::contents());
    let back = dossier.view.say(&words::back_to_contents());
    let link = Url::new(format!("internal:'{contents}'!A1"));
    sheet.write_url_with_options(1, 0, link, back, "", Some(&style.link()))?;

    let filtered = filtered_rows(table);
    let widths = widths(table, filtered.is_some(), language);
    heads(sheet, page, &widths, style)?;
    rows(sheet, page, &widths, style)?;
    if let Some(rows) = filtered {
        let (end, _) = page.place(rows - 1, 0)?;
        sheet.autofilter(HEADS, 0, end, last.1 - 1)?;
    }
    sheet.set_freeze_panes(FIRST_ROW, frozen(table, language))?;
    marks::add(sheet, &dossier.view, page)?;
    print(sheet, dossier, &table.title);
    sheet.set_repeat_rows(HEADS, HEADS)?;
    Ok(())
}

/// Widths of the columns, in characters.
fn widths(table: &Table, filtered: bool, language: Language) -> Vec<usize> {
    let months = marks::is_gantt(table);
    let columns = 0..table.columns.len();
    let width = |column| match column {
        1.. if months => MONTH,
        _ => width::of_column(table, column, filtered, language),
    };
    columns.map(width).collect()
}

fn heads(
    sheet: &mut Worksheet,
    page: &Page,
    widths: &[usize],
    style: &Style,
) -> Result<(), XlsxError> {
    let months = marks::is_gantt(&page.table);
    let mut lines = 1;
    for (index, column) in page.table.columns.iter().enumerate() {
        let (_, place) = page.place(0, index)?;
        let format = if months && index > 0 { style.head().set_rotation(90) } else { style.head() };
        let head = width::head(column);
        lines = lines.max(width::lines(&head, widths[index]));
        cells::put(sheet, HEADS, place, head, &format)?;
        sheet.set_column_width(place, u32::try_from(widths[index]).unwrap_or(u32::MAX))?;
    }
    let height = if months { MONTH_HEAD } else { width::height(lines) };
    sheet.set_row_height(HEADS, height)?;
    Ok(())
}

/// Width of a month's column, in characters.
const MONTH: usize = 3;
/// Height of a month's head, in points.
const MONTH_HEAD: f64 = 52.0;

fn rows(
    sheet: &mut Worksheet,
    page: &Page,
    widths: &[usize],
    style: &Style,
) -> Result<(), XlsxError> {
    let table = &page.table;
    if table.rows.is_empty() {
        let (row, column) = page.place(0, 0)?;
        cells::put(sheet, row, column, &table.empty, &style.plain())?;
    }
    for (index, row) in table.rows.iter().enumerate() {
        let lines = lines(table, row, widths);
        if lines > 1 {
            sheet.set_row_height(page.place(index, 0)?.0, width::height(lines))?;
        }
        let above = index.checked_sub(1).map(|above| &table.rows[above]);
        for (column, cell) in row.cells.iter().enumerate() {
            let same = above.is_some_and(|above| above.cells[0] == row.cells[0]);
            let look = Look {
                total: row.total,
                repeated: table.grouped && column == 0 && same,
                align: table.columns[column].align,
                ruled: marks::rules(table, cell),
            };
            let format = cells::format_of(cell, look, style);
            let value = cell.number().map(cells::clean);
            let parts = table.parts(index, column);
            let formula = parts.zip(value).map(|(parts, value)| formula::sum(page, &parts, value));
            let place = page.place(index, column)?;
            cells::write(sheet, place, cell, formula.transpose()?, &format, style.language)?;
        }
    }
    Ok(())
}

/// Over how many lines the texts of a row go.
fn lines(table: &Table, row: &Row, widths: &[usize]) -> usize {
    let cells = row.cells.iter().zip(&table.columns).zip(widths);
    let lines = cells.filter_map(|((cell, column), width)| match cell {
        Cell::Text(text) if column.align == Align::Left => Some(width::lines(text, *width)),
        _ => None,
    });
    lines.max().unwrap_or(1)
}

/// How many rows a filter takes in: those above the totals. None where totals
/// stand between other rows: sorted, they would add up what they should not.
fn filtered_rows(table: &Table) -> Option<usize> {
    let sums =
        |index: usize| table.rows[index].total || table.sums.iter().any(|sum| sum.row == index);
    let plain = (0..table.rows.len()).take_while(|index| !sums(*index)).count();
    let apart = (plain..table.rows.len()).all(sums);
    (apart && plain > 1).then_some(plain)
}

/// How many columns stay in sight.
fn frozen(table: &Table, language: Language) -> ColNum {
    let fixed = table.stub.max(1);
    let mut width = 0;
    let fits = |column: &usize| {
        width += width::of_column(table, *column, false, language);
        width <= MOST_FROZEN
    };
    let columns = (0..fixed.min(table.columns.len())).take_while(fits).count();
    ColNum::try_from(columns).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::{filtered_rows, frozen};
    use crate::domain::Language;
    use crate::report::document::{Cell, Column, Row, Table};

    fn table(totals: &[bool]) -> Table {
        let rows = totals.iter().map(|total| Row { cells: vec![Cell::text("x")], total: *total });
        let columns = vec![Column::text("x".to_owned())];
        Table::new("t", String::new(), String::new(), columns).rows(rows)
    }

    #[test]
    fn a_filter_takes_in_the_rows_above_the_totals() {
        assert_eq!(filtered_rows(&table(&[false, false, true])), Some(2));
        assert_eq!(filtered_rows(&table(&[false, false, false])), Some(3));
        assert_eq!(filtered_rows(&table(&[false, true, false, true])), None);
        assert_eq!(filtered_rows(&table(&[false])), None);
        assert_eq!(filtered_rows(&table(&[])), None);
    }

    #[test]
    fn wide_names_do_not_fill_the_screen() {
        let mut wide = table(&[false]);
        assert_eq!(frozen(&wide, Language::Zh), 1);
        let long = Cell::Text("很长的名称".repeat(9));
        wide.columns = vec![Column::text("x".to_owned()); 3];
        wide.rows[0].cells = vec![long; 3];
        wide.stub = 3;
        assert_eq!(frozen(&wide, Language::Zh), 1);
    }
}
