//! A document as text for a terminal: at most 100 columns, lined up, readable
//! without colour.

use super::document::{Align, Cell, Column, Document, Row, Shown, Table};
use super::format;
use super::wrap::wrap;
use crate::domain::{Language, is_printable};
use crate::words::report as words;
use tabled::builder::Builder;
use tabled::grid::util::string::{get_line_width, get_text_width};
use tabled::settings::object::Columns;
use tabled::settings::style::HorizontalLine;
use tabled::settings::themes::Theme;
use tabled::settings::{Alignment, Padding, Style};

/// Columns of a page.
pub const PAGE: usize = 100;

/// Columns between two columns of a table: a space, a bar, a space.
const GAP: usize = 3;

/// Renders a document.
#[must_use]
pub fn render(document: &Document, language: Language) -> String {
    let mut out = String::new();
    let title = plain(&document.title);
    push(&mut out, &title);
    push(&mut out, &"=".repeat(get_text_width(&title).min(PAGE)));
    for section in &document.sections {
        out.push('\n');
        if !section.heading.is_empty() {
            let heading = plain(&section.heading);
            push(&mut out, &heading);
            push(&mut out, &"-".repeat(get_text_width(&heading).min(PAGE)));
        }
        for note in section.notes.iter().chain(&section.signs) {
            push(&mut out, &indented(&plain(note)));
        }
        for line in &section.drawing {
            push(&mut out, line);
        }
        let shown = |table: &&Table| table.shown == Shown::Everywhere;
        for (index, table) in section.tables.iter().filter(shown).enumerate() {
            if index > 0 || !section.notes.is_empty() || !section.signs.is_empty() {
                out.push('\n');
            }
            out.push_str(&table_text(table, language));
        }
    }
    out
}

fn push(out: &mut String, line: &str) {
    out.push_str(line.trim_end());
    out.push('\n');
}

/// A table with its title: one block, or several where it is too wide.
fn table_text(table: &Table, language: Language) -> String {
    let mut out = String::new();
    push(&mut out, &indented(&plain(&caption(table, language))));
    if table.rows.is_empty() {
        push(&mut out, &plain(&table.empty));
        return out;
    }
    let grid = Grid::new(table, language);
    for (index, columns) in grid.pages().iter().enumerate() {
        if index > 0 {
            out.push('\n');
        }
        out.push_str(&grid.block(columns));
        out.push('\n');
    }
    out
}

/// The title of a table, with what the signs of its marks and bars mean.
fn caption(table: &Table, language: Language) -> String {
    let mut cells = table.rows.iter().flat_map(|row| &row.cells);
    let bars = cells.any(|cell| matches!(cell, Cell::Bar(_)));
    let bars = if bars { words::bar_signs().get(language).to_owned() } else { String::new() };
    table.caption() + &bars
}

/// The cells of a table as text, heads first.
struct Grid<'a> {
    table: &'a Table,
    cells: Vec<Vec<String>>,
}

impl<'a> Grid<'a> {
    fn new(table: &'a Table, language: Language) -> Self {
        let heads = table.columns.iter().map(head).collect();
        let mut cells = vec![heads];
        let mut before: Option<&Row> = None;
        for row in &table.rows {
            let mut texts: Vec<String> =
                row.cells.iter().map(|cell| plain(&format::cell(cell, language))).collect();
            let same = before.is_some_and(|before| before.cells[0] == row.cells[0]);
            if table.grouped && same {
                texts[0] = String::new();
            }
            cells.push(texts);
            before = Some(row);
        }
        Self { table, cells }
    }

    fn width(&self, column: usize) -> usize {
        let widths = self.cells.iter().map(|row| get_text_width(&row[column]));
        widths.max().unwrap_or(0)
    }

    /// The columns of each block: as few blocks as will do, about alike.
    fn pages(&self) -> Vec<Vec<usize>> {
        let count = self.table.columns.len();
        let stub = self.table.stub;
        if stub == 0 || stub >= count {
            return vec![(0..count).collect()];
        }
        let fewest = self.filled(usize::MAX).len();
        let alike = (count - stub).div_ceil(fewest);
        let pages = self.filled(alike);
        let names = |page: &Vec<usize>| (0..stub).chain(page.iter().copied()).collect();
        pages.iter().map(names).collect()
    }

    /// The columns after the stub in pages of at most `most`.
    fn filled(&self, most: usize) -> Vec<Vec<usize>> {
        let stub = self.table.stub;
        let names: usize = (0..stub).map(|column| self.width(column) + GAP).sum();
        let mut pages: Vec<Vec<usize>> = Vec::new();
        let mut used = 0;
        for column in stub..self.table.columns.len() {
            let width = self.width(column) + GAP;
            match pages.last_mut() {
                Some(page) if page.len() < most && used + width - GAP <= PAGE => {
                    page.push(column);
                    used += width;
                }
                _ => {
                    pages.push(vec![column]);
                    used = names + width;
                }
            }
        }
        pages
    }

    fn block(&self, columns: &[usize]) -> String {
        let mut widths: Vec<usize> = columns.iter().map(|column| self.width(*column)).collect();
        let most = PAGE - GAP * columns.len().saturating_sub(1);
        let yields = |column: &usize| !self.table.columns[*column].whole;
        let yields: Vec<bool> = columns.iter().map(yields).collect();
        narrow(&mut widths, &yields, most);
        let mut builder = Builder::default();
        for row in &self.cells {
            let cells = columns.iter().zip(&widths);
            builder.push_record(cells.map(|(column, width)| {
                let lines = wrap(&row[*column], *width);
                aligned(lines, self.table.columns[*column].align)
            }));
        }
        let mut text = builder.build();
        text.with(self.theme());
        for (place, column) in columns.iter().enumerate() {
            let left = usize::from(place > 0);
            let right = usize::from(place + 1 < columns.len());
            let side = match self.table.columns[*column].align {
                Align::Left => Alignment::left(),
                Align::Right => Alignment::right(),
            };
            text.modify(Columns::one(place), side);
            text.modify(Columns::one(place), Padding::new(left, right, 0, 0));
        }
        text.to_string()
    }

    /// Bars between columns; rules under the heads, between groups and around
    /// totals.
    fn theme(&self) -> Theme {
        let mut theme = Theme::from_style(Style::empty().vertical('|'));
        let line = HorizontalLine::new('-').intersection('+');
        theme.insert_horizontal_line(1, line);
        for index in 1..self.table.rows.len() {
            if self.ruled(index) {
                theme.insert_horizontal_line(index + 1, line);
            }
        }
        theme
    }

    /// Whether there is a rule above a row: between groups, unless both are
    /// single rows; above a total of several rows; and below a total.
    fn ruled(&self, index: usize) -> bool {
        let rows = &self.table.rows;
        let same = |one: usize, other: usize| {
            let cell = |index: usize| rows.get(index).map(|row| &row.cells[0]);
            cell(one) == cell(other)
        };
        let alone =
            |index: usize| (index == 0 || !same(index, index - 1)) && !same(index, index + 1);
        let (before, here) = (&rows[index - 1], &rows[index]);
        let several = index > 1 && !rows[index - 2].total;
        match (before.total, here.total) {
            (true, false) => true,
            (false, true) => several,
            _ => {
                let change = self.table.grouped && !same(index - 1, index);
                change && !(alone(index - 1) && alone(index))
            }
        }
    }
}

/// Lines of one cell; those of a figure all end in the same column.
fn aligned(lines: Vec<String>, align: Align) -> String {
    let widths = lines.iter().map(|line| get_line_width(line));
    let most = widths.max().unwrap_or(0);
    let lines = lines.into_iter().map(|line| match align {
        Align::Left => line,
        Align::Right => " ".repeat(most - get_line_width(&line)) + &line,
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// Takes columns from the widest that yields until all fit into `most`.
fn narrow(widths: &mut [usize], yields: &[bool], most: usize) {
    while widths.iter().sum::<usize>() > most {
        let yielding = widths.iter_mut().zip(yields);
        let yielding = yielding.filter_map(|(width, yields)| yields.then_some(width));
        let Some(widest) = yielding.max().filter(|widest| **widest > 2) else {
            return;
        };
        *widest -= 1;
    }
}

fn head(column: &Column) -> String {
    let title = column.narrow.as_ref().unwrap_or(&column.title);
    plain(&match &column.unit {
        Some(unit) => format!("{title}\n({unit})"),
        None => title.clone(),
    })
}

/// A note: its lines, all but the first indented.
fn indented(text: &str) -> String {
    wrap(text, PAGE - 2).join("\n  ")
}

/// The text without characters that take one column in some terminals and two
/// in others.
fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '\u{201c}' | '\u{201d}' => out.push('"'),
            '\u{2018}' | '\u{2019}' => out.push('\''),
            '\u{2013}' | '\u{2014}' | '\u{2015}' | '\u{2212}' => out.push('-'),
            '\u{2026}' => out.push_str("..."),
            '\u{d7}' => out.push('x'),
            '\u{b7}' => out.push('.'),
            '\u{b0}' => out.push_str(" deg"),
            '\u{b1}' => out.push_str("+/-"),
            '\u{b2}' => out.push('2'),
            '\u{b3}' => out.push('3'),
            '\u{2264}' => out.push_str("<="),
            '\u{2265}' => out.push_str(">="),
            '\u{2192}' => out.push_str("->"),
            '\u{2190}' => out.push_str("<-"),
            '\u{2460}'..='\u{2473}' => {
                out.push('(');
                out.push_str(&(u32::from(character) - 0x245f).to_string());
                out.push(')');
            }
            '\t' | '\r' => out.push(' '),
            other if !is_printable(other) => out.push('\u{fffd}'),
            other => out.push(other),
        }
    }
    out
}
