//! The preview of a list: what each column was taken for and why, and the
//! first rows.

use crate::domain::{Language, Text};
use crate::lists::fields::{Content, Fate};
use crate::lists::{Asked, Column, Table, Why};
use crate::report::document::{Cell, Column as Head, Document, Row, Section, Table as Sheet};
use crate::words::lists as words;
use crate::workbook::Spot;
use std::path::Path;

/// Rows that are shown.
const ROWS: usize = 10;
/// Longest text of a cell, in characters.
const LONGEST: usize = 16;

/// The preview.
pub fn document(table: &Table<'_>, format: &str, path: &Path, asked: &Asked) -> Document {
    let language = asked.language;
    let say = |text: &Text| text.get(language).to_owned();
    let file = path.display().to_string();
    let read = words::list_read(&file, format, &table.cells.name);
    let heads = &table.heads;
    let rows =
        words::rows_read(heads.row + 1, heads.below(), table.rows.len(), table.skipped.len());
    let section = Section::new(say(&words::list_heading()))
        .note(say(&read))
        .note(say(&rows))
        .table(columns(table, asked))
        .table(first_rows(table, language));
    Document { title: say(&words::preview_title()), sections: vec![section] }
}

fn columns(table: &Table<'_>, asked: &Asked) -> Sheet {
    let language = asked.language;
    let say = |text: &Text| text.get(language).to_owned();
    let heads = [
        words::column_head(),
        words::head_head(),
        words::taken_head(),
        words::why_head(),
        words::fate_head(),
        words::example_head(),
    ];
    let row = |column: &Column| {
        let at = column.at.checked_add_signed(table.shift).unwrap_or(column.at);
        let taken = column.field.map(|field| field.title.get(language).to_owned());
        let unit = column.unit.as_ref().map(|unit| format!("（{unit}）")).unwrap_or_default();
        let example = table.rows.iter().map(|row| table.shown(*row, column));
        let example = example.filter(|text| !text.is_empty()).take(200).next().unwrap_or_default();
        Row::new(vec![
            Cell::text(letters(at)),
            Cell::text(short(&column.head)),
            taken.map_or(Cell::Empty, |taken| Cell::text(format!("{taken}{unit}"))),
            Cell::text(say(&why(&column.why))),
            Cell::text(say(&fate(column, asked))),
            Cell::text(short(&example)),
        ])
    };
    Sheet::new(
        "columns",
        say(&words::columns_heading()),
        String::new(),
        heads.iter().map(|head| Head::text(say(head))).collect(),
    )
    .rows(table.heads.columns.iter().map(row))
}

/// The rows as they will be taken: only columns that are.
fn first_rows(table: &Table<'_>, language: Language) -> Sheet {
    let taken: Vec<&Column> = table
        .heads
        .columns
        .iter()
        .filter(|column| {
            let fate = column.field.map(|field| field.fate);
            matches!(fate, Some(Fate::Match | Fate::Kept | Fate::Used))
        })
        .collect();
    let mut heads = vec![Head::text(words::row_head().get(language).to_owned())];
    heads.extend(taken.iter().map(|column| {
        let title = column.field.map(|field| field.title.get(language).to_owned());
        Head::text(title.unwrap_or_default())
    }));
    let row = |row: &u32| {
        let cells = taken.iter().map(|column| Cell::text(short(&table.shown(*row, column))));
        Row::new(std::iter::once(Cell::text((row + 1).to_string())).chain(cells).collect())
    };
    let title = words::rows_heading().get(language).to_owned();
    let rows = table.rows.iter().take(ROWS).map(row);
    Sheet::new("rows", title, String::new(), heads).stub(1).rows(rows)
}

/// The letters of a column.
fn letters(column: u32) -> String {
    let name = Spot { row: 0, column }.to_string();
    name.trim_end_matches('1').to_owned()
}

fn short(text: &str) -> String {
    let line: String = text.replace('\n', " ");
    let more = if line.chars().count() > LONGEST { "…" } else { "" };
    format!("{}{more}", line.chars().take(LONGEST).collect::<String>())
}

/// Why a column was taken for what it is.
pub fn why(why: &Why) -> Text {
    match why {
        Why::Title => words::by_title(),
        Why::Synonym => words::by_synonym(),
        Why::Mapped => words::by_map(),
        Why::Given => words::by_command(),
        Why::Other(head) => words::by_other(head),
        Why::LeftOut => words::by_choice(),
        Why::Unknown => words::by_nothing(),
    }
}

fn fate(column: &Column, asked: &Asked) -> Text {
    match column.field {
        None => words::fate_none(),
        Some(field) if field.content == Content::Identity && asked.birth_year_from_id => {
            words::fate_birth()
        }
        Some(field) => match field.fate {
            Fate::Match => words::fate_match(),
            Fate::Kept => words::fate_kept(),
            Fate::Used => words::fate_used(),
            Fate::NoPlace => words::fate_no_place(),
            Fate::Personal => words::fate_personal(),
        },
    }
}
