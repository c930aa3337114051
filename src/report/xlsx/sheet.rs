//! The sheet of one or several tables: titles, the way back, heads, rows, keys
//! folded away.

use super::cells::{self, Look};
use super::page::{FIRST_ROW, Page};
use super::style::{Style, guarded, on_paper};
use super::{formula, marks, print, width};
use crate::domain::Language;
use crate::report::document::{Align, Cell, Row, Table};
use crate::report::dossier::Dossier;
use crate::report::view::View;
use crate::words::report as words;
use rust_xlsxwriter::{ColNum, RowNum, Url, Worksheet, XlsxError};

/// Most width of columns that stay in sight, in characters: the rest must
/// still have room on a screen.
const MOST_FROZEN: usize = 70;
/// A table with more rows begins a new page when it is printed.
const NEW_PAGE: usize = 15;

/// Writes the tables of a sheet.
///
/// # Errors
///
/// When the sheet cannot hold them.
pub fn write(
    sheet: &mut Worksheet,
    dossier: &Dossier,
    pages: &[Page],
    style: &Style,
) -> Result<(), XlsxError> {
    let Some(first) = pages.first() else {
        return Ok(());
    };
    sheet.set_name(&first.name)?;
    let filtered = filtered(pages);
    let widths = width::of_sheet(pages, filtered.map(|(page, _)| page), style.language);
    let mut last = (0, 0);
    for page in pages {
        cells::put(sheet, page.top, 0, &page.table.title, &style.title())?;
        heads(sheet, page, &widths, style)?;
        rows(sheet, page, &widths, style)?;
        keys(sheet, page, &dossier.view, style)?;
        marks::add(sheet, &dossier.view, page)?;
        if marks::coloured(&page.table) {
            let note = dossier.view.say(&words::colours());
            let place = page.place(0, 1)?.1;
            cells::put(sheet, page.top + 1, place, note, &style.remark())?;
        }
        let end = page.place(page.table.rows.len().max(1) - 1, page.table.columns.len() - 1)?;
        last = (end.0, end.1.max(last.1));
    }
    for (column, width) in (0..).zip(&widths) {
        sheet.set_column_width(column, u32::try_from(*width).unwrap_or(u32::MAX))?;
    }
    fold_keys(sheet, first)?;
    back(sheet, dossier, style)?;
    if let Some((page, rows)) = filtered {
        let (end, right) = pages[page].place(rows - 1, pages[page].table.columns.len() - 1)?;
        sheet.autofilter(pages[page].heads(), 0, end, right)?;
    }
    in_sight(sheet, pages, style.language)?;
    let title = if pages.len() == 1 { &first.table.title } else { &first.name };
    print(sheet, dossier, title);
    on_paper(sheet, printed(first, &widths));
    sheet.set_print_area(0, 0, last.0, last.1)?;
    Ok(())
}

/// The way back, and what the colours of the sheet mean.
fn back(sheet: &mut Worksheet, dossier: &Dossier, style: &Style) -> Result<(), XlsxError> {
    let contents = dossier.view.say(&words::contents());
    let back = dossier.view.say(&words::back_to_contents());
    let link = Url::new(format!("internal:'{contents}'!A1"));
    sheet.write_url_with_options(1, 0, link, back, "", Some(&style.link()))?;
    Ok(())
}

/// What stays in sight, and where pages begin: the heads of a table that has
/// the sheet to itself, else only the names of its rows.
fn in_sight(sheet: &mut Worksheet, pages: &[Page], language: Language) -> Result<(), XlsxError> {
    let columns = |page: &Page| frozen(page, language);
    if let [only] = pages {
        sheet.set_freeze_panes(FIRST_ROW, columns(only))?;
        sheet.set_repeat_rows(only.heads(), only.heads())?;
        return Ok(());
    }
    sheet.set_freeze_panes(0, pages.iter().map(columns).min().unwrap_or(0))?;
    // The heads of a long last table are printed on every page after them.
    if let Some(last) = pages.last().filter(|last| last.table.rows.len() > NEW_PAGE) {
        sheet.set_repeat_rows(last.heads(), last.heads())?;
    }
    let long = pages[1..].iter().filter(|page| page.table.rows.len() > NEW_PAGE);
    let breaks: Vec<RowNum> = long.map(|page| page.top).collect();
    if !breaks.is_empty() {
        sheet.set_page_breaks(&breaks)?;
    }
    Ok(())
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
        lines = lines.max(width::lines(&head, widths[usize::from(place)]));
        cells::put(sheet, page.heads(), place, head, &format)?;
    }
    let height = if months { MONTH_HEAD } else { width::height(lines) };
    sheet.set_row_height(page.heads(), height)?;
    Ok(())
}

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
        let lines = lines(page, row, widths)?;
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

/// Writes the keys of what the rows name, as the scenario's workbook has them.
fn keys(sheet: &mut Worksheet, page: &Page, view: &View, style: &Style) -> Result<(), XlsxError> {
    let table = &page.table;
    for (number, column) in table.keyed.iter().enumerate() {
        let place = page.place(0, *column)?.1 + 1;
        cells::put(sheet, page.heads(), place, view.say(&words::key()), &style.key_head())?;
        for (index, row) in table.rows.iter().enumerate() {
            let key = row.keys.get(number).map_or("", String::as_str);
            let format = guarded(style.aside(), key);
            cells::put(sheet, page.place(index, 0)?.0, place, key, &format)?;
        }
    }
    Ok(())
}

/// Width of the columns that are printed, in characters.
fn printed(page: &Page, widths: &[usize]) -> usize {
    let key = |slot: &usize| page.place(0, *slot).map(|place| usize::from(place.1) + 1);
    let folded: Vec<usize> = page.slots.iter().filter_map(|slot| key(slot).ok()).collect();
    let shown = widths.iter().enumerate().filter(|(place, _)| !folded.contains(place));
    shown.map(|(_, width)| *width).sum()
}

/// Folds the columns of keys away.
fn fold_keys(sheet: &mut Worksheet, page: &Page) -> Result<(), XlsxError> {
    for slot in &page.slots {
        let column = page.place(0, *slot)?.1 + 1;
        sheet.group_columns_collapsed(column, column)?;
    }
    Ok(())
}

/// Over how many lines the texts of a row go.
fn lines(page: &Page, row: &Row, widths: &[usize]) -> Result<usize, XlsxError> {
    let mut most = 1;
    for (index, (cell, column)) in row.cells.iter().zip(&page.table.columns).enumerate() {
        if let (Cell::Text(text), Align::Left) = (cell, column.align) {
            let place = usize::from(page.place(0, index)?.1);
            most = most.max(width::lines(text, widths[place]));
        }
    }
    Ok(most)
}

/// The table that has the sheet's filter: the one with the most rows that can be
/// sorted. A sheet has only one.
fn filtered(pages: &[Page]) -> Option<(usize, usize)> {
    let rows = pages.iter().map(|page| filtered_rows(&page.table)).enumerate();
    let found = rows.filter_map(|(page, rows)| rows.map(|rows| (page, rows)));
    found.max_by_key(|(page, rows)| (*rows, usize::MAX - page))
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

/// How many columns of the sheet stay in sight.
fn frozen(page: &Page, language: Language) -> ColNum {
    let table = &page.table;
    let fixed = table.stub.max(1);
    let mut width = 0;
    let fits = |column: &usize| {
        width += width::of_column(table, *column, false, language);
        width <= MOST_FROZEN
    };
    let columns = (0..fixed.min(table.columns.len())).take_while(fits).count();
    let keys = page.slots.iter().filter(|slot| **slot < columns).count();
    ColNum::try_from(columns + keys).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::{filtered_rows, frozen};
    use crate::domain::Language;
    use crate::report::document::{Cell, Column, Row, Table};
    use crate::report::xlsx::page::Page;
    use std::borrow::Cow;

    fn table(totals: &[bool]) -> Table {
        let rows =
            totals.iter().map(|total| Row { total: *total, ..Row::new(vec![Cell::text("x")]) });
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
        let page = |table: &Table, slots: &[usize]| Page {
            name: String::new(),
            part: String::new(),
            table: Cow::Owned(table.clone()),
            top: 0,
            slots: slots.to_vec(),
        };
        assert_eq!(frozen(&page(&wide, &[]), Language::Zh), 1);
        assert_eq!(frozen(&page(&wide, &[0, 1]), Language::Zh), 2);
        let long = Cell::Text("很长的名称".repeat(9));
        wide.columns = vec![Column::text("x".to_owned()); 3];
        wide.rows[0].cells = vec![long; 3];
        wide.stub = 3;
        assert_eq!(frozen(&page(&wide, &[]), Language::Zh), 1);
    }
}
