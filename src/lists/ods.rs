//! The cells of an OpenDocument workbook, read one after another: cells and
//! rows without anything in them only count, however often they repeat.

use super::format::spend;
use crate::words::workbook as words;
use crate::workbook::package::{Archive, MOST_CELLS, Unreadable, attribute, entity};
use crate::workbook::{Cells, Merged, Spot, Value};
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

const CONTENT: &str = "content.xml";
/// Rows and columns beyond which nothing is kept.
const MOST_ROWS: u32 = 1_048_576;
const MOST_COLUMNS: u32 = 16_384;
/// Most merged ranges, and most sheets, that are kept.
const MOST_MERGED: usize = 2000;
const MOST_SHEETS: usize = 512;

/// The cells of all sheets.
///
/// # Errors
///
/// When the file is damaged, encrypted or too large.
pub fn cells(archive: &mut Archive<'_>) -> Result<Vec<Cells>, Unreadable> {
    let xml = archive.part(CONTENT)?;
    let damaged = |why: &dyn std::fmt::Display| Unreadable {
        message: words::damaged(CONTENT, why),
        hints: vec![words::save_as_xlsx()],
    };
    let mut reader = Reader::from_reader(xml.as_slice());
    let mut sheets = Sheets { budget: MOST_CELLS, ..Sheets::default() };
    loop {
        match reader.read_event().map_err(|why| damaged(&why))? {
            Event::Eof => return Ok(sheets.done),
            Event::Start(tag) => sheets.begin(&tag, false)?,
            Event::Empty(tag) => sheets.begin(&tag, true)?,
            Event::End(tag) => sheets.end(tag.local_name().as_ref())?,
            Event::Text(text) => sheets.add(&text),
            Event::CData(text) => sheets.add(&text),
            Event::GeneralRef(reference) => sheets.add(&entity(&reference)),
            _ => {}
        }
    }
}

/// The sheets while they are read.
#[derive(Default)]
struct Sheets {
    done: Vec<Cells>,
    budget: usize,
    /// Tables inside tables are passed over.
    depth: usize,
    /// Comments are no part of a cell.
    annotation: usize,
    next: Spot,
    /// How often the row repeats, and its cells by column.
    repeats: u32,
    row: Vec<(u32, Value)>,
    cell: Option<Open>,
}

/// A cell while it is read.
#[derive(Default)]
struct Open {
    repeats: u32,
    value: Option<Value>,
    kind: String,
    formula: Option<String>,
    text: String,
    in_text: bool,
}

fn count(tag: &BytesStart<'_>, name: &str) -> u32 {
    attribute(tag, name).and_then(|text| text.parse().ok()).unwrap_or(1).max(1)
}

impl Sheets {
    fn begin(&mut self, tag: &BytesStart<'_>, empty: bool) -> Result<(), Unreadable> {
        match tag.local_name().as_ref() {
            "table" if !empty => self.begin_table(tag)?,
            _ if self.depth != 1 => {}
            "annotation" if !empty => self.annotation += 1,
            _ if self.annotation > 0 => {}
            "table-row" => {
                self.repeats = count(tag, "number-rows-repeated");
                self.next.column = 0;
                self.row.clear();
                let shown = attribute(tag, "visibility").unwrap_or_default();
                if matches!(shown.as_str(), "collapse" | "filter") && self.repeats < 1000 {
                    let rows = self.next.row..self.next.row.saturating_add(self.repeats);
                    self.sheet().hidden_rows.extend(rows);
                }
                if empty {
                    self.end("table-row")?;
                }
            }
            "table-cell" | "covered-table-cell" => {
                self.begin_cell(tag);
                if empty {
                    self.end("table-cell")?;
                }
            }
            "p" => {
                if let Some(cell) = &mut self.cell {
                    if !cell.text.is_empty() {
                        cell.text.push('\n');
                    }
                    cell.in_text = !empty;
                }
            }
            "s" => self.add(&" ".repeat(count(tag, "c").min(100) as usize)),
            "tab" => self.add("\t"),
            "line-break" => self.add("\n"),
            _ => {}
        }
        Ok(())
    }

    fn begin_table(&mut self, tag: &BytesStart<'_>) -> Result<(), Unreadable> {
        self.depth += 1;
        if self.depth > 1 {
            return Ok(());
        }
        if self.done.len() == MOST_SHEETS {
            self.budget = 0;
            return spend(&mut self.budget);
        }
        let name = attribute(tag, "name").unwrap_or_default();
        self.done.push(Cells { name, ..Cells::default() });
        self.next = Spot { row: 0, column: 0 };
        Ok(())
    }

    fn begin_cell(&mut self, tag: &BytesStart<'_>) {
        let kind = attribute(tag, "value-type").unwrap_or_default();
        let value = match kind.as_str() {
            "float" | "currency" | "percentage" => {
                let number = attribute(tag, "value").and_then(|text| text.parse::<f64>().ok());
                number.filter(|number| number.is_finite()).map(Value::Number)
            }
            "date" => attribute(tag, "date-value")
                .map(|date| Value::Date(date.split('T').next().unwrap_or_default().to_owned())),
            "boolean" => attribute(tag, "boolean-value").map(|flag| Value::Flag(flag == "true")),
            _ => None,
        };
        let (across, down) =
            (count(tag, "number-columns-spanned"), count(tag, "number-rows-spanned"));
        if (across > 1 || down > 1) && self.sheet().merged.len() < MOST_MERGED {
            let first = self.next;
            let last = Spot {
                row: first.row.saturating_add(down - 1).min(MOST_ROWS - 1),
                column: first.column.saturating_add(across - 1).min(MOST_COLUMNS - 1),
            };
            self.sheet().merged.push(Merged { first, last });
        }
        self.cell = Some(Open {
            repeats: count(tag, "number-columns-repeated"),
            value,
            kind,
            formula: attribute(tag, "formula"),
            ..Open::default()
        });
    }

    fn end(&mut self, name: &str) -> Result<(), Unreadable> {
        match name {
            "table" => self.depth = self.depth.saturating_sub(1),
            _ if self.depth != 1 => {}
            "annotation" => self.annotation = self.annotation.saturating_sub(1),
            _ if self.annotation > 0 => {}
            "p" => {
                if let Some(cell) = &mut self.cell {
                    cell.in_text = false;
                }
            }
            "table-cell" | "covered-table-cell" => self.end_cell()?,
            "table-row" => self.end_row()?,
            _ => {}
        }
        Ok(())
    }

    fn end_cell(&mut self) -> Result<(), Unreadable> {
        let Some(open) = self.cell.take() else {
            return Ok(());
        };
        let (from, repeats) = (self.next.column, open.repeats);
        self.next.column = from.saturating_add(repeats);
        if let Some(value) = open.finished() {
            for column in from..self.next.column.min(MOST_COLUMNS) {
                spend(&mut self.budget)?;
                self.row.push((column, value.clone()));
            }
        }
        Ok(())
    }

    fn end_row(&mut self) -> Result<(), Unreadable> {
        let from = self.next.row;
        self.next.row = from.saturating_add(self.repeats);
        if self.row.is_empty() || self.done.is_empty() {
            return Ok(());
        }
        let row = std::mem::take(&mut self.row);
        for (repeat, at) in (from..self.next.row.min(MOST_ROWS)).enumerate() {
            for (column, value) in &row {
                // The first row was counted cell by cell.
                if repeat > 0 {
                    spend(&mut self.budget)?;
                }
                let spot = Spot { row: at, column: *column };
                self.sheet().cells.insert(spot, value.clone());
            }
        }
        Ok(())
    }

    fn add(&mut self, text: &str) {
        if self.depth == 1
            && self.annotation == 0
            && let Some(cell) = self.cell.as_mut().filter(|cell| cell.in_text)
        {
            cell.text.push_str(text);
        }
    }

    /// The sheet that is read; there is one while a table is open.
    fn sheet(&mut self) -> &mut Cells {
        if self.done.is_empty() {
            self.done.push(Cells::default());
        }
        let last = self.done.len() - 1;
        &mut self.done[last]
    }
}

impl Open {
    fn finished(self) -> Option<Value> {
        if self.value.is_some() {
            return self.value;
        }
        if self.text.is_empty() {
            let unsaved = self.formula.filter(|_| self.kind.is_empty());
            return unsaved.map(Value::Unsaved);
        }
        let error =
            self.formula.is_some() && (self.text.starts_with('#') || self.text.starts_with("Err:"));
        Some(if error { Value::Error(self.text) } else { Value::Text(self.text) })
    }
}
