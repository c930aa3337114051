//! A workbook as cells: what reading a file gives and what writing one begins
//! with.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

/// What stands in a cell.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// A text.
    Text(String),
    /// A number.
    Number(f64),
    /// True or false.
    Flag(bool),
    /// A date, `2008-09-01`, or `2008-09` where the cell shows no day.
    Date(String),
    /// An error value, `#REF!`.
    Error(String),
    /// A formula whose result was not stored.
    Unsaved(String),
}

impl fmt::Display for Value {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Text(text) | Self::Date(text) | Self::Error(text) => out.write_str(text),
            Self::Number(number) => out.write_str(&crate::scenario::tree::plain(*number)),
            Self::Flag(flag) => out.write_str(if *flag { "TRUE" } else { "FALSE" }),
            Self::Unsaved(formula) => write!(out, "={formula}"),
        }
    }
}

/// Row and column of a cell, from 0.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Spot {
    /// Row.
    pub row: u32,
    /// Column.
    pub column: u32,
}

/// Rows and columns of the largest sheet.
pub const MOST_ROWS: u32 = 1_048_576;
/// Likewise.
pub const MOST_COLUMNS: u32 = 16_384;

impl Spot {
    /// The cell of a name like `D5`.
    pub fn named(name: &str) -> Option<Self> {
        let digits = name.find(|letter: char| letter.is_ascii_digit())?;
        let (letters, row) = name.split_at(digits);
        let row: u32 = row.parse().ok()?;
        let mut column: u32 = 0;
        for letter in letters.bytes() {
            if !letter.is_ascii_alphabetic() {
                return None;
            }
            let digit = u32::from(letter.to_ascii_uppercase() - b'A') + 1;
            column = column.checked_mul(26)?.checked_add(digit)?;
        }
        let inside = (1..=MOST_ROWS).contains(&row) && (1..=MOST_COLUMNS).contains(&column);
        inside.then(|| Self { row: row - 1, column: column - 1 })
    }
}

impl fmt::Display for Spot {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut letters = Vec::new();
        let mut rest = self.column + 1;
        while rest > 0 {
            rest -= 1;
            let digit = u8::try_from(rest % 26).unwrap_or(0);
            letters.push(char::from(b'A' + digit));
            rest /= 26;
        }
        let letters: String = letters.iter().rev().collect();
        write!(out, "{letters}{}", self.row + 1)
    }
}

/// A range of merged cells, both corners included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Merged {
    /// Upper left corner.
    pub first: Spot,
    /// Lower right corner.
    pub last: Spot,
}

/// A sheet: its cells with something in them.
#[derive(Clone, Debug, Default)]
pub struct Cells {
    /// Its name.
    pub name: String,
    /// Whether the sheet is hidden.
    pub hidden: bool,
    /// The cells in reading order.
    pub cells: BTreeMap<Spot, Value>,
    /// Rows that are hidden or filtered away.
    pub hidden_rows: BTreeSet<u32>,
    /// Merged cells.
    pub merged: Vec<Merged>,
}

impl Cells {
    /// What stands in a cell.
    pub fn get(&self, row: u32, column: u32) -> Option<&Value> {
        self.cells.get(&Spot { row, column })
    }

    /// The rows with something in them, in order.
    pub fn rows(&self) -> Vec<u32> {
        let mut rows: Vec<u32> = self.cells.keys().map(|spot| spot.row).collect();
        rows.dedup();
        rows
    }

    /// The cells of a row.
    pub fn row(&self, row: u32) -> impl Iterator<Item = (u32, &Value)> {
        let first = Spot { row, column: 0 };
        let last = Spot { row, column: u32::MAX };
        let cells = self.cells.range(first..=last);
        cells.map(|(spot, value)| (spot.column, value))
    }
}

#[cfg(test)]
mod tests {
    use super::Spot;

    #[test]
    fn cells_have_their_names() {
        for name in ["A1", "D5", "Z9", "AA10", "AZ3", "BA3", "XFD1048576"] {
            assert_eq!(Spot::named(name).unwrap().to_string(), name);
        }
        for name in ["", "5", "D", "D0", "XFE1", "A1048577", "汉5", "A-1"] {
            assert_eq!(Spot::named(name), None, "{name}");
        }
    }
}
