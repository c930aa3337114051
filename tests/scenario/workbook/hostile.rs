//! Files that are no workbook, or a hostile one: told, never a panic.

use crate::support::xlsx_parts::{Parts, found, load, row};
use campusplan::workbook::source;
use std::fmt::Write as _;

fn problems(bytes: &[u8]) -> Vec<String> {
    found(&load(&source(bytes)))
}

fn told(bytes: &[u8], piece: &str) {
    let problems = problems(bytes);
    assert!(problems.len() == 1 && problems[0].contains(piece), "{piece}: {problems:?}");
}

fn small() -> Parts {
    Parts::default()
        .sheet("校区", &[row(1, &["名称", "占地面积"]), row(2, &["东校区", "=1"])].concat())
}

#[test]
fn other_files_are_told_apart() {
    told(b"", "不是xlsx工作簿");
    told(b"PK\x03\x04 and no more", "不是xlsx工作簿");
    told(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 an old workbook", "旧格式");
    let mut parts = small();
    parts.sheets.clear();
    told(&parts.zipped(), "没有一张方案的工作表");
}

#[test]
fn a_cell_in_the_last_corner_takes_no_room() {
    let corner = "<row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row>";
    let mut parts = small();
    parts.sheets[0].2.push_str(corner);
    parts.sheets[0].3 = "<mergeCells><mergeCell ref=\"A1:XFD1048576\"/></mergeCells>".to_owned();
    let problems = problems(&parts.zipped());
    assert!(!problems.is_empty());
}

#[test]
fn inflated_bytes_are_counted() {
    let mut parts = small();
    parts.strings = format!("<si><t>{}</t></si>", "0".repeat(70 * 1024 * 1024));
    let bytes = parts.zipped();
    assert!(bytes.len() < 1024 * 1024, "{}", bytes.len());
    told(&bytes, "64 MiB");
}

#[test]
fn cells_are_counted() {
    let mut rows = row(1, &["名称", "占地面积"]);
    for number in 2..=100_002 {
        let _ = write!(rows, "<row r=\"{number}\"><c><v>1</v></c><c><v>1</v></c></row>");
    }
    told(&Parts::default().sheet("校区", &rows).zipped(), "200000");
}

#[test]
fn parts_that_lie_are_told_or_passed_over() {
    let rows = [
        "<row r=\"-1\"><c r=\"A1\"/></row>",
        "<row r=\"99999999999\"><c r=\"ZZZZZZZ1\"><v>1</v></c></row>",
        "<row><c t=\"s\"><v>4294967296</v></c><c t=\"s\"><v>7</v></c></row>",
        "<row><c s=\"999\" t=\"b\"><v>?</v></c><c><v>1e999</v></c><c t=\"x\"><v>NaN</v></c></row>",
        "<row><c r=\"B2\" t=\"d\"><v>2008-13-99T00</v></c><c s=\"1\"><v>-5</v></c><c s=\"1\"><v>1e300</v></c></row>",
    ];
    for rows in rows {
        let mut parts = small();
        parts.sheets[0].2.push_str(rows);
        let _ = problems(&parts.zipped());
    }
    let mut parts = small();
    parts.sheets[0].2.push_str("<row><c></row>");
    told(&parts.zipped(), "已损坏");
    let mut parts = small();
    parts.more.push(("xl/worksheets/_rels/sheet1.xml.rels".to_owned(), b"<Relationships><Relationship Target=\"http://example.com/x\" TargetMode=\"External\"/></Relationships>".to_vec()));
    parts.more.push(("../../escape.xml".to_owned(), b"<x/>".to_vec()));
    let _ = problems(&parts.zipped());
}

#[test]
fn cut_and_changed_files_never_panic() {
    let bytes = small().zipped();
    for end in (0..bytes.len()).step_by(7) {
        let _ = problems(&bytes[..end]);
    }
    let mut state: u32 = 1;
    for _ in 0..400 {
        let mut changed = bytes.clone();
        for _ in 0..3 {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            let at = usize::try_from(state >> 8).unwrap() % changed.len();
            changed[at] = changed[at].wrapping_add(u8::try_from(state & 0xff).unwrap());
        }
        let _ = problems(&changed);
    }
}
