//! A sheet of the layout: heads with notes, rows, lists to choose from.

use super::book::Filling;
use super::lists::Lists;
use super::{Export, Filled, FilledHead, FilledRow, examples, notes, sources};
use crate::domain::Language;
use crate::scenario::measure::Measure;
use crate::workbook::grid::Value;
use crate::workbook::layout::{Field, Kind};
use crate::workbook::style::{Style, guarded, on_paper, print};
use rust_xlsxwriter::{ColNum, Color, Format, FormatAlign, Note, RowNum, Worksheet, XlsxError};
use tabled::grid::util::string::{get_line_width, get_text_width};

/// What sheets are written with.
#[derive(Clone, Copy)]
pub struct Paper<'a> {
    pub export: &'a Export,
    pub lists: &'a Lists,
    pub style: &'a Style,
    /// The scenario's name.
    pub title: &'a str,
    pub language: Language,
    pub filling: Filling,
}

/// Rows below the last one that are ready to be filled in.
const READY: u32 = 100;
/// Widest and narrowest columns, in characters.
const WIDTHS: (usize, usize) = (8, 36);
/// Least height of the heads, and of a line of them, in points.
const HEIGHT: f64 = 38.0;
const LINE: f64 = 17.0;
/// Width of the column of sources.
const SOURCE: usize = sources::LONGEST + 2;
/// The tab of a sheet with nothing on it.
const UNUSED: Color = Color::RGB(0xBF_BFBF);
const USED: Color = Color::RGB(0x44_72C4);

pub fn write(sheet: &mut Worksheet, filled: &Filled, paper: Paper<'_>) -> Result<(), XlsxError> {
    let example =
        (paper.filling == Filling::Examples).then(|| examples::of(filled, paper.language));
    let filled = example.as_ref().unwrap_or(filled);
    sheet.set_name(filled.name)?;
    let about = filled.layout.about.get(paper.language);
    sheet.write_string_with_format(0, 0, about, &paper.style.remark())?;
    let rows: Vec<Vec<Option<Value>>> =
        filled.rows.iter().map(|row| cells(filled, row, paper)).collect();
    let (mut height, mut across) = (HEIGHT, 0);
    for (column, head) in (0 as ColNum..).zip(&filled.heads) {
        write_head(sheet, column, head, filled, paper)?;
        let texts = rows.iter().filter_map(|row| row[usize::from(column)].as_ref());
        let width = match head.column.field {
            Field::Source => SOURCE,
            _ => width(&head.text, texts),
        };
        sheet.set_column_width(column, f64::from(u32::try_from(width).unwrap_or(20)))?;
        height = height.max(LINE * lines(&head.text, width));
        let format = format(head, head.column.kind, paper.style);
        sheet.set_column_format(column, &unboxed(head.column.kind, paper.style))?;
        write_column(sheet, column, head, filled, &rows, &format, paper)?;
        if is_folded(head, filled, paper.language) {
            sheet.group_columns_collapsed(column, column)?;
        } else {
            across += width;
        }
    }
    sheet.set_row_height(Filled::HEADS, height)?;
    sheet.set_freeze_panes(Filled::FIRST, 1)?;
    let said = filled.rows.iter().any(|row| says_something(filled, row));
    sheet.set_tab_color(if said { USED } else { UNUSED });
    print(sheet, paper.title, filled.name, paper.language);
    on_paper(sheet, across);
    sheet.set_repeat_rows(Filled::HEADS, Filled::HEADS)?;
    let last = Filled::HEADS + u32::try_from(filled.rows.len()).unwrap_or(0);
    let columns = ColNum::try_from(filled.heads.len()).unwrap_or(1);
    sheet.set_print_area(0, 0, last, columns.max(1) - 1)?;
    Ok(())
}

/// Whether a column is folded away: keys beside names and, in a Chinese
/// workbook, English names.
fn is_folded(head: &FilledHead, filled: &Filled, language: Language) -> bool {
    match head.column.field {
        Field::Key("key") => has_name(filled),
        Field::At(path) => language == Language::Zh && path.rsplit('.').next() == Some("en"),
        _ => false,
    }
}

/// Whether a row has a value beside what it is.
fn says_something(filled: &Filled, row: &FilledRow) -> bool {
    filled.heads.iter().zip(&row.cells).any(|(head, cell)| {
        let value = matches!(head.column.field, Field::At(_) | Field::Each(..) | Field::Value);
        value && cell.is_some()
    })
}

/// Whether rows are told by names, so that keys may be hidden.
fn has_name(filled: &Filled) -> bool {
    filled.heads.iter().any(|head| head.column.field == Field::At("name.zh"))
}

/// The cells of a row, with the source of its figures.
fn cells(filled: &Filled, row: &FilledRow, paper: Paper<'_>) -> Vec<Option<Value>> {
    let mut cells = row.cells.clone();
    let source = filled.heads.iter().position(|head| head.column.field == Field::Source);
    if let Some(column) = source.filter(|_| paper.filling == Filling::Scenario) {
        let text = sources::of(&paper.export.root, &row.path, paper.language);
        cells[column] = text.map(Value::Text);
    }
    cells
}

fn write_head(
    sheet: &mut Worksheet,
    column: ColNum,
    head: &FilledHead,
    filled: &Filled,
    paper: Paper<'_>,
) -> Result<(), XlsxError> {
    let format = match head.column.field {
        Field::Key("key") | Field::Source => paper.style.key_head(),
        _ => paper.style.head(),
    };
    sheet.write_string_with_format(Filled::HEADS, column, &head.text, &format)?;
    let text = notes::of(head, filled.layout, paper.language);
    let lines = text.lines().map(|line| 1 + get_line_width(line) / 40).sum::<usize>();
    let lines = u32::try_from(lines).unwrap_or(4);
    let note = Note::new(text)
        .set_author("campusplan")
        .add_author_prefix(false)
        .set_width(280)
        .set_height(20 + 18 * lines.min(12));
    sheet.insert_note(Filled::HEADS, column, &note)?;
    Ok(())
}

fn write_column(
    sheet: &mut Worksheet,
    column: ColNum,
    head: &FilledHead,
    filled: &Filled,
    rows: &[Vec<Option<Value>>],
    format: &Format,
    paper: Paper<'_>,
) -> Result<(), XlsxError> {
    for (index, (row, cells)) in (Filled::FIRST..).zip(filled.rows.iter().zip(rows)) {
        let kind = kind_of(head, row);
        let own = self::format(head, kind, paper.style);
        let by_row = kind != head.column.kind;
        write_cell(
            sheet,
            index,
            column,
            cells[usize::from(column)].as_ref(),
            if by_row { &own } else { format },
        )?;
        if by_row && let Some(choice) = paper.lists.choice(kind) {
            sheet.add_data_validation(index, column, index, column, &choice)?;
        }
    }
    let last = Filled::FIRST + u32::try_from(filled.rows.len()).unwrap_or(0) + READY;
    let whole = match head.column.field {
        Field::At(_) | Field::Each(..) => Some(head.column.kind),
        Field::Key(name) => match filled.layout.rows {
            [only] => only.keys.iter().find(|(key, _)| *key == name).map(|(_, kind)| *kind),
            _ => None,
        },
        _ => None,
    };
    if let Some(choice) = whole.and_then(|kind| paper.lists.choice(kind)) {
        sheet.add_data_validation(Filled::FIRST, column, last, column, &choice)?;
    }
    Ok(())
}

/// How a cell is written, by its row where that says it.
fn kind_of(head: &FilledHead, row: &FilledRow) -> Kind {
    match head.column.field {
        Field::Value => row.kind.value.unwrap_or(head.column.kind),
        Field::Key(name) => {
            let key = row.kind.keys.iter().find(|(key, _)| *key == name);
            key.map_or(head.column.kind, |(_, kind)| *kind)
        }
        _ => head.column.kind,
    }
}

fn write_cell(
    sheet: &mut Worksheet,
    row: RowNum,
    column: ColNum,
    value: Option<&Value>,
    format: &Format,
) -> Result<(), XlsxError> {
    match value {
        None => sheet.write_blank(row, column, format)?,
        Some(Value::Number(number)) => {
            sheet.write_number_with_format(row, column, *number, format)?
        }
        Some(value) => {
            let text = value.to_string();
            let format = guarded(format.clone(), &text);
            sheet.write_string_with_format(row, column, text, &format)?
        }
    };
    Ok(())
}

/// The look of a cell. Texts that Excel would take for dates or numbers stay
/// as they are typed.
fn format(head: &FilledHead, kind: Kind, style: &Style) -> Format {
    match (head.column.field, kind) {
        (Field::Source, _) => style.aside().set_align(FormatAlign::Left).set_indent(1),
        (Field::Group | Field::Unit, _) => style.aside(),
        (_, Kind::Figure(Measure::Share)) => style.percent(),
        (_, Kind::Figure(_) | Kind::Count | Kind::Enforce) => style.boxed(),
        _ => style.typed(),
    }
}

/// The look of the cells below the last row.
fn unboxed(kind: Kind, style: &Style) -> Format {
    match kind {
        Kind::Figure(Measure::Share) => style.plain().set_num_format("0.0#%"),
        Kind::Figure(_) | Kind::Count | Kind::Enforce => style.plain(),
        _ => style.plain().set_num_format("@"),
    }
}

/// Over how many lines a head goes in a column.
fn lines(head: &str, width: usize) -> f64 {
    let lines = head.lines().map(|line| get_line_width(line).div_ceil(width.max(3) - 2).max(1));
    f64::from(u32::try_from(lines.sum::<usize>()).unwrap_or(1))
}

/// The width of a column: of a head over two lines, and of the longest text.
fn width<'v>(head: &str, texts: impl Iterator<Item = &'v Value>) -> usize {
    let longest = texts.map(|value| get_text_width(&value.to_string()));
    let wrapped = |line: &str| get_line_width(line).min(get_line_width(line).div_ceil(2).max(8));
    let head = head.lines().map(wrapped).max().unwrap_or(0) + 3;
    (longest.max().unwrap_or(0) + 2).max(head).clamp(WIDTHS.0, WIDTHS.1)
}
