//! A workbook as a reader sees it, and what is inside its file.

#![allow(clippy::case_sensitive_file_extension_comparisons)] // names of parts

use calamine::{Data, Range, Reader, Xlsx, open_workbook_from_rs};
use std::collections::BTreeMap;
use std::io::{Cursor, Read};

/// Where a table stands.
pub struct Placed {
    /// Its sheet.
    pub sheet: String,
    /// The row of its title.
    pub top: u32,
    /// Its columns, without those of keys.
    pub columns: Vec<u32>,
}

impl Placed {
    /// The head of a column.
    pub fn head(&self, column: usize) -> (u32, u32) {
        (self.top + 2, self.columns[column])
    }

    /// A row and a column of the table on the sheet.
    pub fn at(&self, row: usize, column: usize) -> (u32, u32) {
        (self.top + 3 + u32::try_from(row).unwrap(), self.columns[column])
    }
}

/// A workbook that has been read.
pub struct Workbook {
    /// Names of the sheets, in order.
    pub names: Vec<String>,
    sheets: BTreeMap<String, Range<Data>>,
    formulas: BTreeMap<String, Range<String>>,
}

impl Workbook {
    pub fn read(bytes: &[u8]) -> Self {
        let mut file: Xlsx<_> = open_workbook_from_rs(Cursor::new(bytes.to_vec())).unwrap();
        let names = file.sheet_names();
        let sheets = names.iter().map(|name| {
            let range = file.worksheet_range(name).unwrap();
            (name.clone(), range)
        });
        let sheets = sheets.collect();
        let formulas = names.iter().map(|name| {
            let range = file.worksheet_formula(name).unwrap();
            (name.clone(), range)
        });
        let formulas = formulas.collect();
        Self { names, sheets, formulas }
    }

    /// The table with this title, which stands in the first column of a sheet
    /// behind the contents, the summary and the charts.
    pub fn titled(&self, title: &str) -> Option<Placed> {
        self.names.iter().skip(3).find_map(|sheet| {
            let is = |row: &u32| self.cell(sheet, *row, 0) == Data::String(title.to_owned());
            let top = (0..self.rows(sheet)).find(is)?;
            Some(Placed { sheet: sheet.clone(), top, columns: self.columns(sheet, top + 2) })
        })
    }

    /// The columns with a head, but those of keys.
    fn columns(&self, sheet: &str, heads: u32) -> Vec<u32> {
        let width = self.sheets[sheet].end().map_or(0, |(_, column)| column + 1);
        let head = |column: &u32| {
            let head = self.cell(sheet, heads, *column).to_string();
            !["", "代码", "Key"].contains(&head.as_str())
        };
        (0..width).filter(head).collect()
    }

    /// How many rows of a table have something in its columns.
    pub fn table_rows(&self, table: &Placed) -> u32 {
        let filled = |row: &u32| {
            let mut columns = table.columns.iter();
            columns
                .any(|column| self.cell(&table.sheet, table.top + 3 + row, *column) != Data::Empty)
        };
        (0..self.rows(&table.sheet)).take_while(filled).count().try_into().unwrap()
    }

    /// What stands in a row and a column of a table.
    pub fn at(&self, table: &Placed, row: usize, column: usize) -> Data {
        let (row, column) = table.at(row, column);
        self.cell(&table.sheet, row, column)
    }

    pub fn cell(&self, sheet: &str, row: u32, column: u32) -> Data {
        let found = self.sheets[sheet].get_value((row, column));
        found.cloned().unwrap_or_default()
    }

    pub fn formula(&self, sheet: &str, row: u32, column: u32) -> Option<&str> {
        let found = self.formulas[sheet].get_value((row, column));
        found.map(String::as_str).filter(|formula| !formula.is_empty())
    }

    /// The sheet's number of rows, with the empty ones above the first.
    pub fn rows(&self, sheet: &str) -> u32 {
        self.sheets[sheet].end().map_or(0, |(row, _)| row + 1)
    }

    pub fn number(&self, sheet: &str, row: u32, column: u32) -> Option<f64> {
        match self.cell(sheet, row, column) {
            Data::Float(value) => Some(value),
            #[allow(clippy::cast_precision_loss)]
            Data::Int(value) => Some(value as f64),
            _ => None,
        }
    }

    /// A row of numbers, found by the texts in its first cells.
    pub fn figures(&self, sheet: &str, names: &[&str]) -> Option<Vec<Option<f64>>> {
        let is = |row: &u32| {
            let mut cells = (0..).zip(names);
            cells.all(|(column, name)| {
                self.cell(sheet, *row, column) == Data::String((*name).to_owned())
            })
        };
        let row = (0..self.rows(sheet)).find(is)?;
        let width = self.sheets[sheet].end().map_or(0, |(_, column)| column + 1);
        let first = u32::try_from(names.len()).unwrap();
        Some((first..width).map(|column| self.number(sheet, row, column)).collect())
    }

    /// What a formula of sums gives, worked out from the cells.
    pub fn evaluate(&self, sheet: &str, formula: &str) -> f64 {
        let mut rest = formula;
        let mut value = 0.0;
        while !rest.is_empty() {
            let sign = if rest.starts_with('-') { -1.0 } else { 1.0 };
            let (inner, after) = rest
                .trim_start_matches(['+', '-'])
                .strip_prefix("SUM(")
                .and_then(|rest| rest.split_once(')'))
                .unwrap_or_else(|| panic!("no sum: {formula}"));
            for range in inner.split(',') {
                let (first, last) = range.split_once(':').unwrap_or((range, range));
                let ((top, left), (bottom, right)) = (place(first), place(last));
                for row in top..=bottom {
                    for column in left..=right {
                        value += sign * self.number(sheet, row, column).unwrap_or(0.0);
                    }
                }
            }
            rest = after;
        }
        value
    }
}

/// `C5` as row and column, from 0.
pub fn place(name: &str) -> (u32, u32) {
    let digits = name.find(|character: char| character.is_ascii_digit()).unwrap();
    let letters = name[..digits].bytes();
    let column = letters.fold(0, |column, letter| column * 26 + u32::from(letter - b'A') + 1);
    (name[digits..].parse::<u32>().unwrap() - 1, column - 1)
}

/// The parts of an Open XML file that are XML, by name.
pub fn parts(bytes: &[u8]) -> BTreeMap<String, String> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut parts = BTreeMap::new();
    for index in 0..archive.len() {
        let mut file = archive.by_index(index).unwrap();
        let name = file.name().unwrap().into_owned();
        if name.ends_with(".xml") || name.ends_with(".rels") {
            let mut text = String::new();
            file.read_to_string(&mut text).unwrap();
            parts.insert(name, text);
        }
    }
    parts
}
