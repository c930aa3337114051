//! Cells: numbers with the decimals that the report shows and their full value
//! beneath, texts that stay texts, days as days.

use super::style::{self, Style, guarded};
use crate::domain::{Language, Text, printable};
use crate::report::document::{Align, Cell};
use crate::report::format;
use crate::words::report as words;
use rust_xlsxwriter::{ColNum, Format, FormatAlign, Formula, RowNum, Worksheet, XlsxError};

/// Longest text of a cell, in units of UTF-16.
const LONGEST: usize = 32_767;

/// How a cell stands in its table.
#[derive(Clone, Copy, Debug)]
pub struct Look {
    /// Whether its row sums up others.
    pub total: bool,
    /// Whether the row above says the same.
    pub repeated: bool,
    /// On which side it stands.
    pub align: Align,
    /// Whether a rule of the sheet marks it, so that it needs no mark of its
    /// own.
    pub ruled: bool,
}

/// The format of a cell.
#[must_use]
pub fn format_of(cell: &Cell, look: Look, style: &Style) -> Format {
    let format = if look.total { style.total() } else { style.boxed() };
    let format = match look.align {
        Align::Left => format.set_align(FormatAlign::Left).set_indent(1),
        Align::Right => format.set_align(FormatAlign::Right).set_indent(1),
    };
    let format = if look.repeated { style::faint(format) } else { format };
    let format = match cell {
        Cell::Load(_, mark) | Cell::Rate(_, mark) | Cell::Plain(_, _, mark) if !look.ruled => {
            style::marked(format, *mark)
        }
        Cell::Text(text) if look.align == Align::Left => guarded(format.set_text_wrap(), text),
        Cell::Text(text) => guarded(format, text),
        _ => format,
    };
    match shown(cell) {
        Some(shown) => format.set_num_format(shown),
        None => format,
    }
}

/// The number format of a cell; none for texts.
fn shown(cell: &Cell) -> Option<String> {
    Some(match cell {
        Cell::Whole(_) => "#,##0".to_owned(),
        Cell::Amount(_, decimals) => format!("#,##0{}", point(*decimals)),
        Cell::Money(_) => "#,##0.0".to_owned(),
        Cell::Plain(_, decimals, _) => format!("0{}", point(*decimals)),
        Cell::Figure(value) => format!("0{}", point(decimals_of(*value))),
        Cell::Share(_) | Cell::Load(..) | Cell::Bar(_) => "0%".to_owned(),
        Cell::Rate(..) => "0.0%".to_owned(),
        Cell::Day(_) => "yyyy-mm-dd".to_owned(),
        Cell::Empty | Cell::Text(_) | Cell::Term(_) | Cell::Mark(_) => return None,
    })
}

fn point(decimals: usize) -> String {
    match decimals {
        0 => String::new(),
        _ => format!(".{}", "0".repeat(decimals)),
    }
}

/// How many decimals a figure is shown with, up to four.
fn decimals_of(value: f64) -> usize {
    let text = format::plain_number(value, 4);
    text.split_once('.').map_or(0, |(_, decimals)| decimals.len())
}

/// A figure without what solving leaves in its last digits.
#[must_use]
pub fn clean(value: f64) -> f64 {
    let rounded = (value * 1e9).round() / 1e9;
    if rounded == 0.0 { 0.0 } else { rounded }
}

/// Writes a text. One that is longer than a cell holds is cut, with a mark and
/// a note of its length at its end.
///
/// # Errors
///
/// When the sheet does not reach that far.
pub fn put<'s>(
    sheet: &'s mut Worksheet,
    row: RowNum,
    column: ColNum,
    text: impl AsRef<str>,
    format: &Format,
) -> Result<&'s mut Worksheet, XlsxError> {
    sheet.write_string_with_format(row, column, fitting(text.as_ref()), format)
}

/// A text as a cell holds it.
fn fitting(text: &str) -> String {
    let text = printable(text);
    // Spreadsheets count in units of UTF-16.
    let length: usize = text.chars().map(char::len_utf16).sum();
    if length <= LONGEST {
        return text.into_owned();
    }
    let Text { zh, en } = words::cut_here(text.chars().count());
    let note = format!("{zh} / {en}");
    let mut left = LONGEST - note.encode_utf16().count();
    let fits = |letter: &char| {
        let taken = left.checked_sub(letter.len_utf16());
        left = taken.unwrap_or(0);
        taken.is_some()
    };
    let mut cut: String = text.chars().take_while(fits).collect();
    cut.push_str(&note);
    cut
}

/// Writes a cell, as a formula if there is one.
///
/// # Errors
///
/// When the sheet does not reach that far.
pub fn write(
    sheet: &mut Worksheet,
    (row, column): (RowNum, ColNum),
    cell: &Cell,
    formula: Option<Formula>,
    format: &Format,
    language: Language,
) -> Result<(), XlsxError> {
    if let Some(formula) = formula {
        sheet.write_formula_with_format(row, column, formula, format)?;
        return Ok(());
    }
    match cell {
        Cell::Empty => sheet.write_blank(row, column, format)?,
        Cell::Day(day) => sheet.write_datetime_with_format(row, column, day, format)?,
        Cell::Bar([_, likely, _]) => {
            sheet.write_number_with_format(row, column, clean(*likely), format)?
        }
        _ => {
            if let Some(value) = cell.number() {
                sheet.write_number_with_format(row, column, clean(value), format)?
            } else {
                put(sheet, row, column, format::cell(cell, language), format)?
            }
        }
    };
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::{LONGEST, clean, fitting, shown};
    use crate::report::document::{Cell, Mark};
    use crate::units::Money;

    #[test]
    fn numbers_show_the_decimals_of_the_report() {
        let told = |cell| shown(&cell).unwrap_or_default();
        assert_eq!(told(Cell::Whole(3.0)), "#,##0");
        assert_eq!(told(Cell::Amount(3.0, 2)), "#,##0.00");
        assert_eq!(told(Cell::Money(Money(3.0))), "#,##0.0");
        assert_eq!(told(Cell::Figure(3.0)), "0");
        assert_eq!(told(Cell::Figure(0.125)), "0.000");
        assert_eq!(told(Cell::Rate(0.1, Mark::Short)), "0.0%");
        assert_eq!(told(Cell::text("1")), "");
    }

    #[test]
    fn a_long_text_is_cut_with_a_mark_and_its_length() {
        let whole = "𠮷".repeat(LONGEST / 2);
        assert_eq!(fitting(&whole), whole);
        let cut = fitting(&"𠮷".repeat(20_000));
        assert!(cut.encode_utf16().count() <= LONGEST);
        assert!(cut.starts_with('𠮷') && cut.contains('…') && cut.contains("20000"));
    }

    #[test]
    fn dust_is_swept() {
        assert_eq!(clean(2_672.000_000_000_4).to_string(), "2672");
        assert_eq!(clean(-1e-12).to_string(), "0");
        assert_eq!(clean(0.123_456_789).to_string(), "0.123456789");
        assert_eq!(clean(20_354_000.25).to_string(), "20354000.25");
    }
}
