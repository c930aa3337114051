//! How wide columns are. Excel's own measure knows nothing of Chinese: here a
//! full-width character counts as two.

use super::marks;
use super::page::Page;
use super::style::ACROSS;
use crate::domain::Language;
use crate::report::document::{Align, Cell, Column, Table};
use crate::report::format;
use crate::report::wrap::wrap;
use std::collections::BTreeMap;
use tabled::grid::util::string::{get_line_width, get_text_width};

/// Widest columns of texts; longer texts wrap.
const WIDEST: usize = 44;
/// Widths to which columns are cut for the page; their texts wrap.
const MOST: [usize; 6] = [usize::MAX, 44, 36, 30, 26, 22];
/// Narrowest columns.
const NARROWEST: usize = 6;
/// Room beside a text.
const MARGIN: usize = 3;
/// Height of a line, and room above and below, in points.
const LINE: f64 = 14.5;
const ROOM: f64 = 4.0;
/// Excel knows no higher rows.
const HIGHEST: f64 = 409.0;
/// Room that the button of a filter takes.
const BUTTON: usize = 2;
/// Width of a month's column.
const MONTH: usize = 3;
/// Width of a bar.
const BAR: usize = 24;
/// Width of a column of keys.
const KEY: usize = 16;

/// Width of a column in characters.
#[must_use]
pub fn of_column(table: &Table, column: usize, filtered: bool, language: Language) -> usize {
    let head = head(&table.columns[column]);
    let lines = head.lines().map(get_line_width);
    let head = lines.max().unwrap_or(0) + if filtered { BUTTON } else { 0 };
    let cells = table.rows.iter().filter_map(|row| row.cells.get(column));
    let body = cells.map(|cell| of_cell(cell, language)).max().unwrap_or(0);
    let most = match table.columns[column].align {
        Align::Left => WIDEST,
        Align::Right => usize::MAX,
    };
    (head.max(body) + MARGIN).clamp(NARROWEST, most.max(head + MARGIN))
}

/// Widths of the columns of a sheet, in characters: of each the widest that a
/// table needs, but of columns of months. `filtered` is the number of the table
/// with the sheet's filter.
#[must_use]
pub fn of_sheet(pages: &[Page], filtered: Option<usize>, language: Language) -> Vec<usize> {
    let mut widest: BTreeMap<usize, usize> = BTreeMap::new();
    for (number, page) in pages.iter().enumerate() {
        let months = marks::is_gantt(&page.table);
        for column in 0..page.table.columns.len() {
            let width = match column {
                1.. if months => MONTH,
                _ => of_column(&page.table, column, filtered == Some(number), language),
            };
            let place = page.place(0, column).map_or(column, |(_, place)| usize::from(place));
            let known = widest.entry(place).or_default();
            *known = width.max(*known);
        }
    }
    let all: Vec<usize> = widest.values().copied().collect();
    let most = most_of(&all);
    let columns = widest.last_key_value().map_or(0, |(last, _)| last + 1);
    let width = |place: usize| widest.get(&place).map_or(KEY, |width| *width.min(&most));
    (0..columns).map(width).collect()
}

/// Most width of a column: what lets all of them be read on a page of A4 or,
/// where that would cut texts into too many lines, of A3.
fn most_of(widths: &[usize]) -> usize {
    let fits = |most: usize, room: usize| {
        widths.iter().map(|width| *width.min(&most)).sum::<usize>() <= room
    };
    let on = |room: usize| MOST.into_iter().find(|most| fits(*most, room));
    on(ACROSS.0).or_else(|| on(ACROSS.1)).unwrap_or(MOST[MOST.len() - 1])
}

/// Width of a cell's text in characters, or of its bar.
fn of_cell(cell: &Cell, language: Language) -> usize {
    if let Cell::Bar(_) = cell {
        return BAR;
    }
    get_text_width(&format::cell(cell, language))
}

/// Over how many lines a text goes in a column.
#[must_use]
pub fn lines(text: &str, width: usize) -> usize {
    wrap(text, width.saturating_sub(MARGIN).max(1)).len()
}

/// Height of a row of so many lines, in points.
#[must_use]
pub fn height(lines: usize) -> f64 {
    let lines = u32::try_from(lines).unwrap_or(u32::MAX);
    (LINE * f64::from(lines) + ROOM).min(HIGHEST)
}

/// What stands at the head of a column: its title, over two lines where that
/// is narrower, and its unit.
#[must_use]
pub fn head(column: &Column) -> String {
    let title = column.narrow.as_ref().unwrap_or(&column.title);
    match &column.unit {
        Some(unit) => format!("{title}\n({unit})"),
        None => title.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::{head, lines, of_column};
    use crate::domain::Language;
    use crate::report::document::{Cell, Column, Row, Table};

    #[test]
    fn chinese_counts_twice_and_long_texts_wrap() {
        let column = |title: &str| Column::text(title.to_owned());
        let columns = vec![column("校区"), column("说明"), column("x")];
        let row = ["县职业技术学校", &"很长的说明".repeat(20), "1"];
        let table = Table::new("t", String::new(), String::new(), columns)
            .rows([Row::new(row.map(Cell::text).to_vec())]);
        let widths = |filtered| {
            let width = |column| of_column(&table, column, filtered, Language::Zh);
            [0, 1, 2].map(width)
        };
        assert_eq!(widths(false), [17, 44, 6]);
        let wide = Table { rows: Vec::new(), ..table.clone() };
        assert_eq!(of_column(&wide, 0, true, Language::Zh), 9);
        assert_eq!([lines("校区", 44), lines(&"很长的说明".repeat(20), 44)], [1, 5]);
    }

    #[test]
    fn columns_are_cut_until_a_page_holds_them() {
        let most = |widths: &[usize]| super::most_of(widths);
        assert_eq!(most(&[60, 40, 50]), usize::MAX);
        assert_eq!(most(&[60, 60, 60]), 44);
        assert_eq!(most(&[44, 44, 44, 10, 10]), 36);
        // 8 columns: none of A4's, so as wide as A3 lets them be.
        assert_eq!(most(&[44; 8]), 26);
        assert_eq!(most(&[44; 12]), 22);
    }

    #[test]
    fn a_head_has_its_unit() {
        let column = Column::figure("费用".to_owned()).unit("万元".to_owned());
        assert_eq!(head(&column), "费用\n(万元)");
    }
}
