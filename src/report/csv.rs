//! A table as a CSV file that Excel opens with a double click: UTF-8 with a
//! byte order mark, raw figures, no text that Excel would run as a formula.

use super::document::{Cell, Table};
use super::format;
use crate::domain::{Language, looks_like_formula, printable};

const BYTE_ORDER_MARK: &[u8] = "\u{feff}".as_bytes();

/// Renders a table.
///
/// # Errors
///
/// When a row has more or fewer cells than the table has columns.
pub fn render(table: &Table, language: Language) -> Result<Vec<u8>, csv::Error> {
    let mut writer = csv::Writer::from_writer(BYTE_ORDER_MARK.to_vec());
    writer.write_record(table.columns.iter().map(|column| {
        neutral(&match &column.unit {
            Some(unit) => format!("{} ({unit})", column.title),
            None => column.title.clone(),
        })
    }))?;
    for row in &table.rows {
        writer.write_record(row.cells.iter().map(|cell| raw(cell, language)))?;
    }
    writer.into_inner().map_err(|error| error.into_error().into())
}

/// A cell with its figure as it is, up to six decimals.
fn raw(cell: &Cell, language: Language) -> String {
    match cell {
        Cell::Empty => String::new(),
        Cell::Text(text) => neutral(text),
        Cell::Whole(value)
        | Cell::Amount(value, _)
        | Cell::Figure(value)
        | Cell::Plain(value, _, _)
        | Cell::Share(value)
        | Cell::Load(value, _)
        | Cell::Rate(value, _) => format::plain_number(*value, 6),
        Cell::Money(money) => format::plain_number(money.0, 6),
        Cell::Term(term) => format::term(*term, language),
        Cell::Bar(_) => neutral(&format::cell(cell, language)),
        Cell::Day(day) => day.to_string(),
        Cell::Mark(mark) => format::mark(*mark).get(language).to_owned(),
    }
}

/// A text that no spreadsheet takes for a formula.
fn neutral(text: &str) -> String {
    let text = printable(text);
    if looks_like_formula(&text) || text.starts_with(['\t', '\n']) {
        format!("'{text}")
    } else {
        text.into_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::neutral;

    #[test]
    fn no_text_is_a_formula() {
        for text in [
            "=1+1",
            "\n=1",
            "\r=1",
            "  =1",
            "\u{200b}=1",
            "\u{feff}+1",
            "＝1",
            "　＝1",
            "\u{a0}@x",
            "\u{202e}=1",
            "\t1",
            "－1",
        ] {
            assert!(neutral(text).starts_with('\''), "{text:?}");
        }
        for text in ["机械", "a=b", " 间", "(=1)"] {
            assert_eq!(neutral(text), text);
        }
    }
}
