//! The first sheet: what the workbook holds, with a link to every sheet.

use super::cells;
use super::page::Page;
use super::print;
use super::style::Style;
use crate::report::dossier::Dossier;
use crate::words::report as words;
use rust_xlsxwriter::{ColNum, RowNum, Url, Worksheet, XlsxError};
use tabled::grid::util::string::get_line_width;

/// The row of the heads, below the title and where the plan comes from.
const HEADS: RowNum = 4;

/// Writes it.
///
/// # Errors
///
/// When a sheet cannot hold the list.
pub fn write(
    sheet: &mut Worksheet,
    dossier: &Dossier,
    pages: &[Page],
    style: &Style,
) -> Result<(), XlsxError> {
    let view = &dossier.view;
    let contents = view.say(&words::contents());
    sheet.set_name(&contents)?;
    cells::put(sheet, 0, 0, &dossier.title, &style.title())?;
    let (program, scenario) = (&view.plan.program, &view.plan.scenario);
    let made = words::made_by(&program.name, &program.version);
    let hash = words::scenario_hash(&scenario.sha256);
    cells::put(sheet, 1, 0, view.say(&made), &style.plain())?;
    cells::put(sheet, 2, 0, view.say(&hash), &style.plain())?;

    let heads = [words::sheet(), words::table(), words::part_of_report(), words::rows()];
    for (column, head) in (0..).zip(heads) {
        cells::put(sheet, HEADS, column, view.say(&head), &style.head())?;
    }
    let rows = lines(dossier, pages);
    for (row, line) in (HEADS + 1..).zip(&rows) {
        let link = Url::new(format!("internal:'{}'!A{}", line.name, line.top + 1));
        sheet.write_url_with_options(row, 0, link, &line.name, "", Some(&style.boxed_link()))?;
        cells::put(sheet, row, 1, &line.title, &style.boxed().set_text_wrap())?;
        cells::put(sheet, row, 2, &line.part, &style.boxed())?;
        match line.rows {
            Some(rows) => sheet.write_number_with_format(row, 3, rows, &style.boxed())?,
            None => sheet.write_blank(row, 3, &style.boxed())?,
        };
    }
    widths(sheet, &rows)?;
    sheet.set_freeze_panes(HEADS + 1, 0)?;
    print(sheet, dossier, &contents);
    sheet.set_repeat_rows(HEADS, HEADS)?;
    Ok(())
}

/// A line of the list.
struct Line {
    name: String,
    title: String,
    part: String,
    rows: Option<u32>,
    /// The row of the title.
    top: RowNum,
}

fn lines(dossier: &Dossier, pages: &[Page]) -> Vec<Line> {
    let own = [
        (words::summary_heading(), words::summary_about()),
        (words::charts(), words::charts_about()),
    ];
    let own = own.map(|(name, title)| Line {
        name: dossier.view.say(&name),
        title: dossier.view.say(&title),
        part: String::new(),
        rows: None,
        top: 0,
    });
    let tables = pages.iter().map(|page| Line {
        name: page.name.clone(),
        title: page.table.title.clone(),
        part: page.part.clone(),
        rows: u32::try_from(page.table.rows.len()).ok(),
        top: page.top,
    });
    own.into_iter().chain(tables).collect()
}

fn widths(sheet: &mut Worksheet, rows: &[Line]) -> Result<(), XlsxError> {
    let column = |text: fn(&Line) -> &str, most: usize| {
        let widths = rows.iter().map(|line| get_line_width(text(line)));
        widths.max().unwrap_or(0).clamp(12, most) + 2
    };
    let widths = [
        column(|line| &line.name, 40),
        column(|line| &line.title, 70),
        column(|line| &line.part, 40),
        8,
    ];
    for (index, width) in (0..).zip(widths) {
        let index: ColNum = index;
        sheet.set_column_width(index, u32::try_from(width).unwrap_or(u32::MAX))?;
    }
    Ok(())
}
