//! A finished report as a part of a page.

use crate::domain::Language;
use crate::report::document::{Cell, Column, Document, Shown, Table};
use crate::report::format;
use crate::words::workbench as words;
use maud::{Markup, html};

/// The mark of a difference that decides nothing.
const UNCLEAR: char = '≈';

/// A report; with `differing`, of tables of options only the columns that differ.
pub fn document(document: &Document, differing: bool, language: Language) -> Markup {
    html! {
        @for section in &document.sections {
            section.part {
                h2 { (section.heading) }
                @for note in &section.notes { p { (note) } }
                @if !section.drawing.is_empty() { pre { (section.drawing.join("\n")) } }
                @for one in section.tables.iter().filter(|one| one.shown == Shown::Everywhere) { (table(one, differing, language)) }
            }
        }
    }
}

fn table(table: &Table, differing: bool, language: Language) -> Markup {
    let rows: Vec<Vec<String>> = table
        .rows
        .iter()
        .map(|row| row.cells.iter().map(|cell| format::cell(cell, language)).collect())
        .collect();
    let of_options = table.key.starts_with("option");
    let shown: Vec<usize> = (0..table.columns.len())
        .filter(|column| !(differing && of_options && *column > 0 && alike(&rows, *column)))
        .collect();
    html! {
        @if rows.is_empty() { p.hint { (table.title) " – " (table.empty) } }
        @else if shown.len() < 2 && table.columns.len() > 1 {
            p.hint { (table.title) ": " (words::all_alike().get(language)) }
        } @else {
            div.scroll tabindex="0" role="region" aria-label=(table.title) {
                table {
                    caption { (table.title) }
                    thead { tr { @for column in &shown { th scope="col" { (head(&table.columns[*column])) } } } }
                    tbody {
                        @for (row, source) in rows.iter().zip(&table.rows) {
                            tr {
                                @for column in &shown {
                                    (cell(&row[*column], &source.cells[*column], *column == 0, language))
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

fn cell(text: &str, source: &Cell, first: bool, language: Language) -> Markup {
    let number = !matches!(source, Cell::Text(_) | Cell::Empty | Cell::Term(_) | Cell::Day(_));
    html! {
        @if first { th scope="row" { (text) } }
        @else if let Some(figure) = text.strip_suffix(UNCLEAR) {
            td.num.unclear { (figure) " " small { (words::unclear().get(language)) } }
        } @else { td.num[number] { (text) } }
    }
}

/// Whether all rows say the same in a column; a difference from the base that is none
/// (`=`) is nothing.
fn alike(rows: &[Vec<String>], column: usize) -> bool {
    let said = |row: &Vec<String>| match row.get(column).map(String::as_str) {
        None | Some("=") => String::new(),
        Some(text) => text.to_owned(),
    };
    rows.len() > 1 && rows.windows(2).all(|pair| said(&pair[0]) == said(&pair[1]))
}

/// The head of a column, with the unit of its figures.
fn head(column: &Column) -> String {
    match &column.unit {
        Some(unit) => format!("{} ({unit})", column.title),
        None => column.title.clone(),
    }
}
