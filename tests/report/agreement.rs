//! The three formats of a report agree: every table of the document and of the
//! page, read from its file, shows what the workbook holds.

use crate::support::page_tree::{self, named, told};
use crate::support::program::{MINIMAL, run, text};
use crate::support::workbook::{Workbook, parts};
use calamine::Data;
use std::fs;
use std::path::Path;

/// A table as a reader of a file sees it.
struct Grid {
    title: String,
    heads: Vec<String>,
    rows: Vec<Vec<Shown>>,
}

/// What a cell shows; a page keeps the number behind it.
struct Shown {
    text: String,
    behind: Option<f64>,
}

const WORD: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

/// The text of a part of a document, its paragraphs in lines.
fn text_of(node: roxmltree::Node) -> String {
    let mut out = String::new();
    for inner in node.descendants() {
        if inner.has_tag_name((WORD, "t")) {
            out.push_str(inner.text().unwrap_or_default());
        } else if inner.has_tag_name((WORD, "br")) {
            out.push('\n');
        }
    }
    out
}

/// The tables of a document, each under the last title of a table before it.
fn of_document(bytes: &[u8]) -> Vec<Grid> {
    let parts = parts(bytes);
    let document = roxmltree::Document::parse(&parts["word/document.xml"]).unwrap();
    let body = document.descendants().find(|node| node.has_tag_name((WORD, "body")));
    let mut title = String::new();
    let mut grids = Vec::new();
    for node in body.unwrap().children() {
        let style = node.descendants().find(|node| node.has_tag_name((WORD, "pStyle")));
        let style = style.and_then(|style| style.attribute((WORD, "val")));
        if node.has_tag_name((WORD, "p")) && style == Some("TableTitle") {
            title = text_of(node);
        }
        // The page to decide from has no title of a table; it is of the document alone.
        if node.has_tag_name((WORD, "tbl")) && !title.is_empty() {
            grids.push(grid_of(node, &title));
        }
    }
    grids
}

fn grid_of(table: roxmltree::Node, title: &str) -> Grid {
    let mut rows: Vec<Vec<String>> = Vec::new();
    for row in table.children().filter(|node| node.has_tag_name((WORD, "tr"))) {
        let cells = row.children().filter(|node| node.has_tag_name((WORD, "tc")));
        let texts = cells.enumerate().map(|(column, cell)| {
            let merged = cell.descendants().find(|node| node.has_tag_name((WORD, "vMerge")));
            match merged {
                Some(merged) if merged.attribute((WORD, "val")).is_none() => {
                    rows.last().unwrap()[column].clone()
                }
                _ => text_of(cell),
            }
        });
        let texts: Vec<String> = texts.collect();
        rows.push(texts);
    }
    let heads = rows.remove(0);
    let shown = |text| Shown { text, behind: None };
    Grid {
        title: title.to_owned(),
        heads,
        rows: rows.into_iter().map(|row| row.into_iter().map(shown).collect()).collect(),
    }
}

/// The tables of a page, by their captions.
fn of_page(html: &str) -> Vec<Grid> {
    let xml = page_tree::xml(html);
    let page = page_tree::parse(&xml);
    let tables = named(page.root(), &["table"]).into_iter();
    tables
        .map(|table| {
            let part = |name| named(table, &[name])[0];
            let heads = named(part("thead"), &["th"]).into_iter();
            let rows = named(part("tbody"), &["tr"]).into_iter();
            Grid {
                title: told(part("caption")),
                heads: heads.map(told).collect(),
                rows: rows.map(of_row).collect(),
            }
        })
        .collect()
}

fn of_row(row: roxmltree::Node) -> Vec<Shown> {
    let cells = named(row, &["th", "td"]).into_iter();
    let shown = |cell: roxmltree::Node| Shown {
        text: told(cell),
        behind: cell.attribute("data-value").and_then(|value| value.parse().ok()),
    };
    cells.map(shown).collect()
}

/// A text without what only lays it out.
fn bare(text: &str) -> String {
    let laid = |character: &char| !character.is_whitespace() && !"（）()".contains(*character);
    text.chars().filter(laid).collect()
}

/// A number as it is shown: its value and half a unit of its last digit.
fn number(text: &str) -> Option<(f64, f64)> {
    let text = text.trim().trim_end_matches(['*', '!']).replace(',', "");
    let (text, scale) = match text.strip_suffix('%') {
        Some(text) => (text, 0.01),
        None => (text.as_str(), 1.0),
    };
    let value: f64 = text.parse().ok()?;
    let decimals = text.split_once('.').map_or(0, |(_, decimals)| decimals.len());
    let half = 0.5 * 10f64.powi(-i32::try_from(decimals).ok()?);
    Some((value * scale, half * scale))
}

/// Whether a cell shows what the workbook has.
fn agrees(shown: &Shown, found: &Data) -> bool {
    let text = shown.text.trim();
    match found {
        Data::Empty => text.is_empty(),
        Data::String(found) => bare(found) == bare(text),
        Data::DateTime(found) => {
            let day = found.as_datetime().map(|day| day.date().to_string());
            day.as_deref() == Some(text)
        }
        Data::Float(found) => {
            let behind = shown.behind.is_none_or(|value| (value - found).abs() < 1e-6);
            let bar = text.chars().all(|character| "#=.".contains(character));
            let told = number(text);
            let near =
                told.is_some_and(|(value, half)| (value - found).abs() <= half * 1.000_001 + 1e-9);
            behind && (near || bar)
        }
        _ => false,
    }
}

/// A title without what signs mean: the workbook has colours.
fn unsigned(title: &str) -> &str {
    title.split(['（', '(']).next().unwrap_or_default().trim_end()
}

/// Holds tables to the workbook; how many numbers were compared.
fn held(grids: &[Grid], book: &Workbook) -> usize {
    let mut numbers = 0;
    for grid in grids {
        let table = book.titled(&grid.title).or_else(|| book.titled(unsigned(&grid.title)));
        let table = table.unwrap_or_else(|| panic!("no sheet for {}", grid.title));
        let sheet = &table.sheet;
        let columns = grid.heads.iter().map(|head| {
            let mut columns = table.columns.iter().copied();
            let column = columns.find(|column| {
                bare(&book.cell(sheet, table.top + 2, *column).to_string()) == bare(head)
            });
            column.unwrap_or_else(|| panic!("{}: no head {head}", grid.title))
        });
        let columns: Vec<u32> = columns.collect();
        assert_eq!(
            usize::try_from(book.table_rows(&table)).unwrap(),
            grid.rows.len(),
            "{}",
            grid.title
        );
        for (row, cells) in (table.top + 3..).zip(&grid.rows) {
            assert_eq!(cells.len(), columns.len(), "{}", grid.title);
            for (shown, column) in cells.iter().zip(&columns) {
                let found = book.cell(sheet, row, *column);
                assert!(
                    agrees(shown, &found),
                    "{}, row {row}, {}: {} is not {found:?} ({:?})",
                    grid.title,
                    book.cell(sheet, table.top + 2, *column),
                    shown.text,
                    shown.behind,
                );
                numbers += usize::from(matches!(found, Data::Float(_)));
            }
        }
    }
    numbers
}

fn reported(scenario: &str, language: &str, dir: &Path) {
    let out = dir.join(language);
    let arguments = ["plan", scenario, "--out", text(&out), "--quiet", "--lang", language];
    let (code, _, notes) = run(&arguments);
    assert_eq!(code, 0, "{notes}");
    let plan = out.join("plan.json");
    let other = dir.join("other");
    if !other.exists() {
        let (code, _, notes) = run(&["plan", MINIMAL, "--out", text(&other), "--quiet"]);
        assert_eq!(code, 0, "{notes}");
    }
    let other = other.join("plan.json");
    let arguments = ["report", text(&plan), "--lang", language, "--compare", text(&other)];
    let (code, _, notes) = run(&arguments);
    assert_eq!(code, 0, "{notes}");

    let book = Workbook::read(&fs::read(out.join("report.xlsx")).unwrap());
    let document = of_document(&fs::read(out.join("report.docx")).unwrap());
    let page = of_page(&fs::read_to_string(out.join("report.html")).unwrap());
    assert!(document.len() > 10, "{}", document.len());
    assert!(page.len() > 20, "{}", page.len());
    let numbers = held(&document, &book);
    assert!(numbers > 150, "{numbers} in the document");
    let numbers = held(&page, &book);
    assert!(numbers > 300, "{numbers} on the page");
}

#[test]
fn document_page_and_workbook_agree() {
    let dir = tempfile::tempdir().unwrap();
    let small = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/small.ron");
    reported(small, "zh", dir.path());
    reported(small, "en", dir.path());
}

#[test]
fn what_is_shown_is_held_to_half_a_unit_of_its_last_digit() {
    let shown = |text: &str| Shown { text: text.to_owned(), behind: None };
    for (text, value) in [("12,345", 12_345.4), ("96%*", 0.9551), ("0.5", 0.45), ("-3.20", -3.204)]
    {
        assert!(agrees(&shown(text), &Data::Float(value)), "{text} {value}");
    }
    for (text, value) in
        [("12,345", 12_345.6), ("96%", 0.954), ("0.5", 0.44), ("", 1.0), ("x", 1.0)]
    {
        let bar = text.is_empty();
        assert_eq!(agrees(&shown(text), &Data::Float(value)), bar, "{text} {value}");
    }
    let behind = Shown { text: "12".to_owned(), behind: Some(12.3) };
    assert!(!agrees(&behind, &Data::Float(12.2)));
}
