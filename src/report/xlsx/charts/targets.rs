//! The targets by term, brought together below the charts: the table of the
//! targets has only the terms in which one applies.

use super::super::cells;
use super::Book;
use super::drawing::Series;
use crate::domain::Metric;
use crate::report::document::Cell;
use crate::report::xlsx::page::Page;
use crate::report::xlsx::style::Style;
use crate::report::xlsx::width::{head, height};
use crate::words::report as words;
use rust_xlsxwriter::utility::row_col_to_cell;
use rust_xlsxwriter::{ChartRange, ColNum, Formula, RowNum, Worksheet, XlsxError};

/// Lines of targets over the terms of the students' table.
pub struct Targets {
    lines: Vec<Line>,
    sheet: String,
    /// The row of the title; the heads are below it, then the lines.
    top: RowNum,
    /// How many terms there are.
    terms: ColNum,
}

/// The line of a target.
struct Line {
    name: String,
    /// What it counts, as the students' table calls it.
    counts: String,
    /// For each term the cell of the targets' table in which it stands.
    cells: Vec<Option<(usize, usize)>>,
}

impl Targets {
    /// The lines, to stand from row `top` on.
    pub fn new(book: &Book, top: RowNum) -> Self {
        let students = book.page("students");
        let terms = students.map_or(0, |page| page.table.columns.len().saturating_sub(1));
        Self {
            lines: lines(book),
            sheet: book.view.say(&words::charts()),
            top,
            terms: ColNum::try_from(terms).unwrap_or(0),
        }
    }

    /// The lines of targets that count one of these.
    pub fn series(&self, counted: &[String]) -> Vec<Series> {
        let heads = self.top + 1;
        let rows = (heads + 1..).zip(&self.lines);
        let mine = rows.filter(|(_, line)| counted.contains(&line.counts));
        let range =
            |row, first, last| ChartRange::new_from_range(&self.sheet, row, first, row, last);
        mine.map(|(row, _)| Series {
            name: range(row, 0, 0),
            heads: range(heads, 1, self.terms),
            values: range(row, 1, self.terms),
        })
        .collect()
    }

    /// Writes the lines, each figure a reference to the targets' sheet.
    ///
    /// # Errors
    ///
    /// When a sheet does not reach that far.
    pub fn write(
        &self,
        sheet: &mut Worksheet,
        book: &Book,
        style: &Style,
    ) -> Result<(), XlsxError> {
        let (Some(students), Some(targets)) = (book.page("students"), book.page("targets")) else {
            return Ok(());
        };
        if self.lines.is_empty() {
            return Ok(());
        }
        let title = book.view.say(&words::target_lines(&targets.name));
        cells::put(sheet, self.top, 0, title, &style.heading())?;
        let heads = self.top + 1;
        sheet.set_row_height(heads, height(2))?;
        cells::put(sheet, heads, 0, book.view.say(&words::target()), &style.head())?;
        for (place, column) in (1..).zip(&students.table.columns[1..]) {
            cells::put(sheet, heads, place, head(column), &style.head())?;
        }
        for (row, line) in (heads + 1..).zip(&self.lines) {
            cells::put(sheet, row, 0, &line.name, &style.boxed())?;
            for (place, cell) in (1..).zip(&line.cells) {
                write_cell(sheet, (row, place), targets, *cell, style)?;
            }
        }
        Ok(())
    }
}

fn write_cell(
    sheet: &mut Worksheet,
    (row, column): (RowNum, ColNum),
    targets: &Page,
    cell: Option<(usize, usize)>,
    style: &Style,
) -> Result<(), XlsxError> {
    let format = style.boxed().set_num_format("#,##0");
    let value = cell.and_then(|(row, column)| targets.table.rows[row].cells[column].number());
    let (Some((from, at)), Some(value)) = (cell, value) else {
        sheet.write_blank(row, column, &format)?;
        return Ok(());
    };
    let (from, at) = targets.place(from, at)?;
    let formula = format!("='{}'!{}", targets.name, row_col_to_cell(from, at));
    let formula = Formula::new(formula).set_result(format!("{value}"));
    sheet.write_formula_with_format(row, column, formula, &format)?;
    Ok(())
}

fn lines(book: &Book) -> Vec<Line> {
    let (Some(students), Some(targets)) = (book.page("students"), book.page("targets")) else {
        return Vec::new();
    };
    let at_least = Cell::Text(book.view.say(&words::at_least()));
    let mut lines = Vec::new();
    for target in &book.view.scenario.targets {
        let name = book.view.target(&target.id);
        let mut rows = targets.table.rows.iter();
        let found =
            rows.position(|row| row.cells[0] == Cell::text(&name) && row.cells[1] == at_least);
        let Some(row) = found else {
            continue;
        };
        let cell = |title: &String| {
            let mut columns = targets.table.columns.iter();
            let column = columns.position(|column| column.title == *title)?;
            targets.table.rows[row].cells[column].number()?;
            Some((row, column))
        };
        let terms = students.table.columns[1..].iter();
        lines.push(Line {
            counts: book.view.say(&match target.metric {
                Metric::Registered => words::registered(),
                Metric::StudentsInSchool => words::students_in_school(),
                Metric::ClassesInSchool => words::classes_in_school(),
            }),
            cells: terms.map(|column| cell(&column.title)).collect(),
            name,
        });
    }
    lines
}
