//! The cells of a sheet, one after another.

use super::styles::{Shown, Styles};
use super::text::{attribute, characters, entity, without_escapes};
use super::{MOST_CELLS, Unreadable};
use crate::words::workbook as words;
use crate::workbook::grid::{Cells, MOST_ROWS, Merged, Spot, Value};
use crate::workbook::value::serial;
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

/// Most merged ranges of a sheet that are kept.
const MOST_MERGED: usize = 2000;

/// What cells are read with.
#[derive(Clone, Copy)]
pub struct Look<'a> {
    pub styles: &'a Styles,
    pub strings: &'a [String],
    pub from_1904: bool,
}

/// A cell while it is read.
#[derive(Default)]
struct Open {
    spot: Option<Spot>,
    kind: String,
    format: usize,
    value: Option<String>,
    formula: Option<String>,
}

/// What text is being read.
#[derive(Clone, Copy, PartialEq)]
enum Within {
    Nothing,
    Value,
    Formula,
}

/// Reads a sheet; `budget` cells may still be kept.
///
/// # Errors
///
/// When the part is damaged or there are too many cells.
pub fn read(
    xml: &[u8],
    path: &str,
    look: Look<'_>,
    budget: &mut usize,
) -> Result<Cells, Unreadable> {
    let mut reader = Reader::from_reader(xml);
    let mut cells = Cells::default();
    let mut next = Spot { row: u32::MAX, column: 0 };
    let (mut open, mut within, mut phonetic) = (Open::default(), Within::Nothing, false);
    loop {
        let event = reader.read_event();
        match event.map_err(|why| Unreadable::damaged(path, &why))? {
            Event::Eof => return Ok(cells),
            Event::Start(tag) => match tag.local_name().as_ref() {
                "row" => begin_row(&tag, &mut cells, &mut next),
                "c" => open = begin_cell(&tag, &mut next),
                "v" => within = Within::Value,
                "t" if !phonetic => within = Within::Value,
                "f" => {
                    within = Within::Formula;
                    open.formula.get_or_insert_default();
                }
                "rPh" => phonetic = true,
                _ => {}
            },
            Event::Empty(tag) => match tag.local_name().as_ref() {
                "row" => begin_row(&tag, &mut cells, &mut next),
                "c" => {
                    begin_cell(&tag, &mut next);
                }
                "f" => {
                    open.formula.get_or_insert_default();
                }
                "mergeCell" => merge(&tag, &mut cells),
                _ => {}
            },
            Event::End(tag) => match tag.local_name().as_ref() {
                "v" | "t" | "f" => within = Within::Nothing,
                "rPh" => phonetic = false,
                "c" => keep(std::mem::take(&mut open), &mut cells, look, budget)?,
                _ => {}
            },
            Event::Text(text) => open.add(within, &characters(&text)),
            Event::CData(text) => open.add(within, &text),
            Event::GeneralRef(reference) => open.add(within, &entity(&reference)),
            _ => {}
        }
    }
}

impl Open {
    fn add(&mut self, within: Within, text: &str) {
        let into = match within {
            Within::Nothing => return,
            Within::Value => &mut self.value,
            Within::Formula => &mut self.formula,
        };
        into.get_or_insert_default().push_str(text);
    }
}

fn begin_row(tag: &BytesStart<'_>, cells: &mut Cells, next: &mut Spot) {
    let number: Option<u32> = attribute(tag, "r").and_then(|row| row.parse().ok());
    // A row without a number is the one after the last.
    next.row = match number.filter(|number| (1..=MOST_ROWS).contains(number)) {
        Some(number) => number - 1,
        None => next.row.wrapping_add(1),
    };
    next.column = 0;
    let hidden = attribute(tag, "hidden").unwrap_or_default();
    if matches!(hidden.as_str(), "1" | "true") {
        cells.hidden_rows.insert(next.row);
    }
}

fn begin_cell(tag: &BytesStart<'_>, next: &mut Spot) -> Open {
    let spot = match attribute(tag, "r") {
        Some(name) => Spot::named(&name),
        None => Some(*next),
    };
    if let Some(spot) = spot {
        *next = Spot { row: spot.row, column: spot.column.saturating_add(1) };
    }
    Open {
        spot,
        kind: attribute(tag, "t").unwrap_or_default(),
        format: attribute(tag, "s").and_then(|format| format.parse().ok()).unwrap_or(0),
        ..Open::default()
    }
}

fn merge(tag: &BytesStart<'_>, cells: &mut Cells) {
    let range = attribute(tag, "ref").unwrap_or_default();
    let Some((first, last)) = range.split_once(':') else {
        return;
    };
    if let (Some(first), Some(last)) = (Spot::named(first), Spot::named(last))
        && cells.merged.len() < MOST_MERGED
    {
        cells.merged.push(Merged { first, last });
    }
}

fn keep(
    open: Open,
    cells: &mut Cells,
    look: Look<'_>,
    budget: &mut usize,
) -> Result<(), Unreadable> {
    let Some(spot) = open.spot else {
        return Ok(());
    };
    let Some(value) = value(open, look) else {
        return Ok(());
    };
    *budget =
        budget.checked_sub(1).ok_or_else(|| Unreadable::new(words::too_many_cells(MOST_CELLS)))?;
    cells.cells.insert(spot, value);
    Ok(())
}

fn value(open: Open, look: Look<'_>) -> Option<Value> {
    let stored = open.value.filter(|value| !value.is_empty());
    let Some(stored) = stored else {
        let formula = open.formula?;
        // The result of a formula may be an empty text.
        return (open.kind != "str").then_some(Value::Unsaved(formula));
    };
    Some(match open.kind.as_str() {
        "s" => {
            let index: usize = stored.trim().parse().ok()?;
            let text = look.strings.get(index)?;
            if text.is_empty() {
                return None;
            }
            Value::Text(text.clone())
        }
        "inlineStr" | "str" => Value::Text(without_escapes(&stored)),
        "b" => Value::Flag(matches!(stored.trim(), "1" | "true")),
        "e" => Value::Error(stored),
        "d" => Value::Date(stored.split('T').next().unwrap_or_default().to_owned()),
        _ => number(&stored, look.styles.shown(open.format), look.from_1904),
    })
}

fn number(stored: &str, shown: Shown, from_1904: bool) -> Value {
    let Some(number) = stored.trim().parse::<f64>().ok().filter(|number| number.is_finite()) else {
        return Value::Error(stored.to_owned());
    };
    let day = match shown {
        Shown::Number => None,
        Shown::Day | Shown::Month => serial(number, from_1904),
    };
    match (day, shown) {
        (Some(day), Shown::Month) => Value::Date(day[..7].to_owned()),
        (Some(day), _) => Value::Date(day),
        (None, _) => Value::Number(number),
    }
}
