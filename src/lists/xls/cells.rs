//! The cells of one sheet.

use super::records::{Record, Records, f64_at, u16_at, u32_at};
use super::{Globals, strings};
use crate::lists::format::spend;
use crate::workbook::package::{Shown, Unreadable, shown_by};
use crate::workbook::value::serial;
use crate::workbook::{Cells, Merged, Spot, Value};

/// Most merged ranges that are kept.
const MOST_MERGED: usize = 2000;
/// To be computed when it is loaded, in the flags of a formula.
const CALC_ON_LOAD: u16 = 2;
/// Hidden, in the flags of a row.
const HIDDEN: u16 = 0x20;

/// Reads the records of a sheet; `budget` cells may still be kept.
pub fn read(
    records: &mut Records<'_>,
    globals: &Globals,
    budget: &mut usize,
) -> Result<Cells, Unreadable> {
    let mut sheet = Sheet { globals, cells: Cells::default(), waiting: None };
    let mut depth = 0;
    while let Some(Record { kind, data }) = records.next()? {
        match kind {
            // Charts lie inside sheets.
            Record::BOF => depth += 1,
            Record::EOF if depth <= 1 => break,
            Record::EOF => depth -= 1,
            _ if depth != 1 => {}
            Record::MULRK => sheet.several(data, budget)?,
            Record::MERGEDCELLS => sheet.merge(data),
            Record::ROW => sheet.row(data),
            Record::STRING => sheet.result(data, budget)?,
            _ => {
                if let (Some(spot), Some(value)) = (spot(data), sheet.value(kind, data)) {
                    sheet.keep(spot, value, budget)?;
                }
            }
        }
    }
    Ok(sheet.cells)
}

struct Sheet<'g> {
    globals: &'g Globals,
    cells: Cells,
    /// A formula whose text follows.
    waiting: Option<Spot>,
}

fn spot(data: &[u8]) -> Option<Spot> {
    let (row, column) = (u16_at(data, 0)?, u16_at(data, 2)?);
    (column < 256).then(|| Spot { row: row.into(), column: column.into() })
}

impl Sheet<'_> {
    fn keep(&mut self, spot: Spot, value: Value, budget: &mut usize) -> Result<(), Unreadable> {
        spend(budget)?;
        self.cells.cells.insert(spot, value);
        Ok(())
    }

    fn value(&mut self, kind: u16, data: &[u8]) -> Option<Value> {
        let format = usize::from(u16_at(data, 4)?);
        match kind {
            Record::LABELSST => {
                let text = self.globals.strings.get(u32_at(data, 6)? as usize)?;
                (!text.is_empty()).then(|| Value::Text(text.clone()))
            }
            Record::LABEL | Record::RSTRING => strings::long(data.get(6..)?).map(Value::Text),
            Record::NUMBER => Some(self.number(f64_at(data, 6)?, format)),
            Record::RK => Some(self.number(rk(u32_at(data, 6)?), format)),
            Record::BOOLERR => {
                let (value, error) = (*data.get(6)?, *data.get(7)? != 0);
                Some(if error { error_of(value) } else { Value::Flag(value != 0) })
            }
            Record::FORMULA => self.formula(data, format),
            _ => None,
        }
    }

    /// The stored result of a formula.
    fn formula(&mut self, data: &[u8], format: usize) -> Option<Value> {
        // Programs that compute nothing store 0 and ask for it when it is loaded.
        if u16_at(data, 14)? & CALC_ON_LOAD != 0 && data.get(6..14)?.iter().all(|byte| *byte == 0) {
            return Some(Value::Unsaved("?".to_owned()));
        }
        if u16_at(data, 12)? != 0xFFFF {
            return Some(self.number(f64_at(data, 6)?, format));
        }
        match *data.get(6)? {
            0 => {
                self.waiting = spot(data);
                None
            }
            1 => Some(Value::Flag(*data.get(8)? != 0)),
            2 => Some(error_of(*data.get(8)?)),
            _ => None,
        }
    }

    /// The text of the formula before it.
    fn result(&mut self, data: &[u8], budget: &mut usize) -> Result<(), Unreadable> {
        let text = strings::long(data).filter(|text| !text.is_empty());
        match (self.waiting.take(), text) {
            (Some(spot), Some(text)) => self.keep(spot, Value::Text(text), budget),
            _ => Ok(()),
        }
    }

    /// Numbers side by side.
    fn several(&mut self, data: &[u8], budget: &mut usize) -> Result<(), Unreadable> {
        let Some(first) = spot(data) else {
            return Ok(());
        };
        let inside = data.get(4..data.len().saturating_sub(2)).unwrap_or_default();
        for (column, part) in (first.column..256).zip(inside.chunks_exact(6)) {
            let format = usize::from(u16_at(part, 0).unwrap_or(0));
            let value = self.number(rk(u32_at(part, 2).unwrap_or(0)), format);
            self.keep(Spot { row: first.row, column }, value, budget)?;
        }
        Ok(())
    }

    fn number(&self, number: f64, format: usize) -> Value {
        if !number.is_finite() {
            return Value::Error(number.to_string());
        }
        let id = self.globals.formats.get(format).copied().unwrap_or(0);
        let code = self.globals.codes.get(&id).map(String::as_str);
        match shown_by(id.into(), code) {
            Shown::Number => Value::Number(number),
            shown => match serial(number, self.globals.from_1904) {
                Some(day) if shown == Shown::Month => Value::Date(day[..7].to_owned()),
                Some(day) => Value::Date(day),
                None => Value::Number(number),
            },
        }
    }

    fn row(&mut self, data: &[u8]) {
        if let (Some(row), Some(flags)) = (u16_at(data, 0), u16_at(data, 12))
            && flags & HIDDEN != 0
        {
            self.cells.hidden_rows.insert(row.into());
        }
    }

    fn merge(&mut self, data: &[u8]) {
        for range in data.get(2..).unwrap_or_default().chunks_exact(8) {
            let at = |index| u32::from(u16_at(range, index).unwrap_or(0));
            if self.cells.merged.len() < MOST_MERGED {
                self.cells.merged.push(Merged {
                    first: Spot { row: at(0), column: at(4).min(255) },
                    last: Spot { row: at(2), column: at(6).min(255) },
                });
            }
        }
    }
}

/// A number in four bytes: 30 bits of an integer or of a fraction, perhaps a
/// hundred times the value.
fn rk(bits: u32) -> f64 {
    let number = if bits & 2 != 0 {
        f64::from(bits.cast_signed() >> 2)
    } else {
        f64::from_bits(u64::from(bits & !3) << 32)
    };
    if bits & 1 != 0 { number / 100.0 } else { number }
}

fn error_of(code: u8) -> Value {
    let name = match code {
        0x00 => "#NULL!",
        0x07 => "#DIV/0!",
        0x0F => "#VALUE!",
        0x17 => "#REF!",
        0x1D => "#NAME?",
        0x24 => "#NUM!",
        _ => "#N/A",
    };
    Value::Error(name.to_owned())
}

#[cfg(test)]
mod tests {
    use super::{Cells, Globals, Record, Sheet, Value};

    /// The record of a formula in A1: its result, and its flags.
    fn formula(result: f64, flags: u16) -> Option<Value> {
        let globals = Globals::default();
        let mut sheet = Sheet { globals: &globals, cells: Cells::default(), waiting: None };
        let data = [&[0; 6][..], &result.to_le_bytes()[..], &flags.to_le_bytes()[..]].concat();
        sheet.value(Record::FORMULA, &data)
    }

    #[test]
    fn formulas_that_were_never_computed_are_not_taken_for_0() {
        assert_eq!(formula(0.0, 2), Some(Value::Unsaved("?".to_owned())));
        // One that was computed, and one that is computed again all the same.
        assert_eq!(formula(0.0, 0), Some(Value::Number(0.0)));
        assert_eq!(formula(1.5, 2), Some(Value::Number(1.5)));
    }
}
