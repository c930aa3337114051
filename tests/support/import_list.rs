//! Lists as bureaux keep them, made by code.

use campusplan::workbook::{Cells, Spot, Value};
use rust_xlsxwriter::{Format, Workbook};
use std::path::{Path, PathBuf};

/// A text in columns.
pub fn csv(rows: &[&[&str]]) -> String {
    rows.iter().map(|row| row.join(",") + "\n").collect()
}

/// A workbook with one sheet of texts; cells that are numbers stand as numbers
/// if they begin with `#`.
pub fn xlsx(sheet: &str, rows: &[&[&str]]) -> Vec<u8> {
    let mut book = Workbook::new();
    let page = book.add_worksheet();
    page.set_name(sheet).unwrap();
    for (row, cells) in (0..).zip(rows) {
        for (column, text) in (0..).zip(*cells) {
            match text.strip_prefix('#') {
                Some(number) => page.write_number(row, column, number.parse::<f64>().unwrap()),
                None => page.write_string(row, column, *text),
            }
            .unwrap();
        }
    }
    book.save_to_buffer().unwrap()
}

/// A workbook whose head stands over three rows: a title, groups merged over
/// their columns, heads merged over two rows.
pub fn merged() -> Vec<u8> {
    let mut book = Workbook::new();
    let page = book.add_worksheet();
    let plain = Format::new();
    page.merge_range(0, 0, 0, 5, "第二职业学校教职工花名册", &plain).unwrap();
    page.merge_range(1, 0, 2, 0, "工号", &plain).unwrap();
    page.merge_range(1, 1, 2, 1, "姓  名", &plain).unwrap();
    page.merge_range(1, 2, 1, 4, "任教情况", &plain).unwrap();
    for (column, head) in [(2, "任教\n学科"), (3, "周课时"), (4, "所在学校")] {
        page.write_string(2, column, head).unwrap();
    }
    page.merge_range(1, 5, 2, 5, "职称", &plain).unwrap();
    let row = ["w1", " 张　三 ", "商贸", "１２节", "第二职业学校", "讲师"];
    for (column, text) in (0..).zip(row) {
        page.write_string(3, column, text).unwrap();
    }
    page.write_string(4, 0, "合计").unwrap();
    page.write_string(4, 1, "1人").unwrap();
    book.save_to_buffer().unwrap()
}

/// A sheet of texts.
pub fn cells(rows: &[&[&str]]) -> Cells {
    let mut cells = Cells { name: "表".to_owned(), ..Cells::default() };
    for (row, texts) in (0..).zip(rows) {
        for (column, text) in (0..).zip(*texts) {
            if !text.is_empty() {
                let value = Value::Text((*text).to_owned());
                cells.cells.insert(Spot { row, column }, value);
            }
        }
    }
    cells
}

/// A file in a folder.
pub fn put(dir: &Path, name: &str, bytes: impl AsRef<[u8]>) -> PathBuf {
    let path = dir.join(name);
    std::fs::write(&path, bytes).unwrap();
    path
}
