//! Rules that mark cells as their values change: tight and short capacity,
//! targets that are missed, bars.

use super::page::Page;
use super::style::marked;
use crate::report::document::{Cell, Mark, Table};
use crate::report::format;
use crate::report::sections::capacity::TIGHT;
use crate::report::view::View;
use crate::words::report as words;
use rust_xlsxwriter::utility::row_col_to_cell;
use rust_xlsxwriter::{
    Color, ConditionalFormat, ConditionalFormatCell, ConditionalFormatCellRule as Rule,
    ConditionalFormatDataBar, ConditionalFormatDataBarAxisPosition as Axis,
    ConditionalFormatFormula, ConditionalFormatType as End, Format, Worksheet, XlsxError,
};

/// Beyond this share more is used than there is; up to it, it is rounding.
const OVER: f64 = 1.0 + 1e-4;
const BAR: Color = Color::RGB(0x5B_9BD5);
const WORK: Color = Color::RGB(0x2E_75B6);
const LATE: Color = Color::RGB(0xC0_0000);
const DUE: Color = Color::RGB(0xFF_C000);

/// Whether a table is a chart of milestones with a column for each mark.
#[must_use]
pub fn is_gantt(table: &Table) -> bool {
    table.key == "gantt_months"
}

/// Whether the rules of a table's sheet mark a cell of it.
#[must_use]
pub fn rules(table: &Table, cell: &Cell) -> bool {
    let used = matches!(cell, Cell::Share(_) | Cell::Load(..));
    used && table.key.starts_with("capacity")
}

/// Whether colours mark cells of a table.
#[must_use]
pub fn coloured(table: &Table) -> bool {
    let marked = |cell: &Cell| match cell {
        Cell::Load(_, mark) | Cell::Rate(_, mark) | Cell::Plain(_, _, mark) | Cell::Mark(mark) => {
            *mark != Mark::Ok
        }
        _ => false,
    };
    table.columns.len() > 1 && table.rows.iter().any(|row| row.cells.iter().any(marked))
}

/// Adds them.
///
/// # Errors
///
/// When the sheet does not reach that far.
pub fn add(sheet: &mut Worksheet, view: &View, page: &Page) -> Result<(), XlsxError> {
    let table = &page.table;
    for column in 0..table.columns.len() {
        let any = |is: &dyn Fn(&Cell) -> bool| {
            let cells = table.rows.iter().filter_map(|row| row.cells.get(column));
            cells.into_iter().any(is)
        };
        if any(&|cell| rules(table, cell)) {
            shares(sheet, page, column)?;
        }
        if any(&|cell| matches!(cell, Cell::Mark(_))) {
            verdicts(sheet, view, page, column)?;
        }
        if any(&|cell| matches!(cell, Cell::Bar(_))) {
            bars(sheet, page, column)?;
        }
    }
    if is_gantt(table) {
        months(sheet, page)?;
    }
    if table.key == "targets" {
        missed(sheet, view, page)?;
    }
    Ok(())
}

/// Adds a rule to a column.
fn to_column<T>(
    sheet: &mut Worksheet,
    page: &Page,
    column: usize,
    rule: &T,
) -> Result<(), XlsxError>
where
    T: ConditionalFormat + Send + Sync,
{
    let first = page.place(0, column)?;
    let last = page.place(page.table.rows.len().saturating_sub(1), column)?;
    sheet.add_conditional_format(first.0, first.1, last.0, last.1, rule)?;
    Ok(())
}

fn shares(sheet: &mut Worksheet, page: &Page, column: usize) -> Result<(), XlsxError> {
    let short = ConditionalFormatCell::new()
        .set_rule(Rule::GreaterThan(OVER))
        .set_format(marked(Format::new(), Mark::Short))
        .set_stop_if_true(true);
    let tight = ConditionalFormatCell::new()
        .set_rule(Rule::GreaterThanOrEqualTo(TIGHT - 1e-9))
        .set_format(marked(Format::new(), Mark::Tight));
    to_column(sheet, page, column, &short)?;
    to_column(sheet, page, column, &tight)
}

/// Words of marks: tight, short.
fn verdicts(
    sheet: &mut Worksheet,
    view: &View,
    page: &Page,
    column: usize,
) -> Result<(), XlsxError> {
    for mark in [Mark::Tight, Mark::Short] {
        let rule = ConditionalFormatCell::new()
            .set_rule(Rule::EqualTo(view.say(&format::mark(mark))))
            .set_format(marked(Format::new(), mark));
        to_column(sheet, page, column, &rule)?;
    }
    Ok(())
}

/// Bars from nothing to the longest.
fn bars(sheet: &mut Worksheet, page: &Page, column: usize) -> Result<(), XlsxError> {
    let bar = ConditionalFormatDataBar::new()
        .set_fill_color(BAR)
        .set_solid_fill(true)
        .set_bar_only(true)
        .set_axis_position(Axis::None)
        .set_minimum(End::Number, 0)
        .set_maximum(End::Number, 1);
    to_column(sheet, page, column, &bar)
}

/// Months of work, of work that is late, and the month in which it is due.
fn months(sheet: &mut Worksheet, page: &Page) -> Result<(), XlsxError> {
    for (sign, color) in [("#", WORK), ("!", LATE), ("^", DUE)] {
        let format = Format::new().set_background_color(color).set_font_color(color);
        for column in 1..page.table.columns.len() {
            let rule = ConditionalFormatCell::new()
                .set_rule(Rule::EqualTo(sign))
                .set_format(format.clone());
            to_column(sheet, page, column, &rule)?;
        }
    }
    Ok(())
}

/// What is planned, where it is less than the target in the row above.
fn missed(sheet: &mut Worksheet, view: &View, page: &Page) -> Result<(), XlsxError> {
    let planned = Cell::Text(view.say(&words::planned()));
    let table = &page.table;
    let last = table.columns.len().saturating_sub(2);
    for (index, row) in table.rows.iter().enumerate() {
        if row.cells.get(1) != Some(&planned) || index == 0 || last < table.stub {
            continue;
        }
        let above = page.place(index - 1, table.stub)?;
        let (first, end) = (page.place(index, table.stub)?, page.place(index, last)?);
        let (target, plan) = (row_col_to_cell(above.0, above.1), row_col_to_cell(first.0, first.1));
        let formula = format!("=AND(ISNUMBER({plan}),{plan}<{target}-0.0001*MAX({target},1))");
        let rule = ConditionalFormatFormula::new()
            .set_rule(formula.as_str())
            .set_format(marked(Format::new(), Mark::Short));
        sheet.add_conditional_format(first.0, first.1, end.0, end.1, &rule)?;
    }
    Ok(())
}
