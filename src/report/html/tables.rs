//! Tables of a page.

use crate::domain::{Language, Season, Text};
use crate::report::document::{Align, Cell, Column, Mark, Row, Shown, Table};
use crate::report::format;
use crate::words::page as words;
use maud::{Markup, html};

/// From so many rows on a table is shown only when it is asked for.
const LONG: usize = 16;
/// With more columns a table is printed across the page.
const WIDE: usize = 13;

/// Renders tables, with ids that differ on a page.
pub struct Tables {
    language: Language,
    prefix: String,
    count: usize,
}

impl Tables {
    /// Those whose ids begin with a prefix.
    #[must_use]
    pub fn new(language: Language, prefix: &str) -> Self {
        Self { language, prefix: prefix.to_owned(), count: 0 }
    }

    fn say(&self, text: &Text) -> String {
        text.get(self.language).to_owned()
    }

    /// A table with its title: open if it is short, to be opened if it is
    /// long. Drawings in characters are left out: the page has pictures.
    pub fn table(&mut self, table: &Table) -> Markup {
        if table.columns.iter().any(|column| column.whole) {
            return html! {};
        }
        if table.rows.is_empty() {
            return html! { p.notes { strong { (table.caption()) } " " (table.empty) } };
        }
        if table.shown == Shown::Everywhere && table.rows.len() < LONG {
            return self.boxed(table, false);
        }
        let files = table.shown == Shown::Files;
        html! {
            details.files[files] {
                summary { (table.caption()) " " small { (self.say(&words::rows(table.rows.len()))) } }
                (self.boxed(table, true))
            }
        }
    }

    /// A table whose title stands elsewhere.
    pub fn bare(&mut self, table: &Table) -> Markup {
        self.boxed(table, true)
    }

    fn boxed(&mut self, table: &Table, titled: bool) -> Markup {
        self.count += 1;
        let id = format!("t-{}-{}", self.prefix, self.count);
        html! {
            div.scroll.wide[table.columns.len() > WIDE] tabindex="0" role="region" aria-labelledby=(id) {
                table data-sort data-key=(table.key) {
                    caption #(id) { span.hidden-text[titled] { (table.caption()) } }
                    thead { tr { @for (index, column) in table.columns.iter().enumerate() { (head(table, index, column)) } } }
                    tbody {
                        @for (index, row) in table.rows.iter().enumerate() {
                            (self.row(table, row, index.checked_sub(1).and_then(|before| table.rows.get(before))))
                        }
                    }
                }
            }
        }
    }

    fn row(&self, table: &Table, row: &Row, before: Option<&Row>) -> Markup {
        let again = |index: usize| {
            let same = before.is_some_and(|before| before.cells.first() == row.cells.first());
            index == 0 && table.grouped && same
        };
        html! {
            tr.total[row.total] {
                @for (index, cell) in row.cells.iter().enumerate() {
                    @if index < names(table) {
                        th.stub[sticks(table, index)].again[again(index)] scope="row" data-value=[value(cell)] {
                            (format::cell(cell, self.language))
                        }
                    } @else {
                        (self.cell(&table.columns[index], cell))
                    }
                }
            }
        }
    }

    fn cell(&self, column: &Column, cell: &Cell) -> Markup {
        let mark = match cell {
            Cell::Load(_, mark)
            | Cell::Rate(_, mark)
            | Cell::Plain(_, _, mark)
            | Cell::Mark(mark) => Some(*mark),
            _ => None,
        };
        let right = column.align == Align::Right;
        html! {
            td.num[right].tight[mark == Some(Mark::Tight)].short[mark == Some(Mark::Short)] data-value=[value(cell)] {
                @match cell {
                    Cell::Bar(ends) => (bar(*ends)),
                    other => (format::cell(other, self.language)),
                }
            }
        }
    }
}

/// How many columns name a row: those that say so or, with none, the first.
fn names(table: &Table) -> usize {
    table.stub.max(1)
}

/// Whether a column stays in sight when the others are scrolled.
fn sticks(table: &Table, index: usize) -> bool {
    index == 0 && table.stub > 0
}

fn head(table: &Table, index: usize, column: &Column) -> Markup {
    let right = column.align == Align::Right;
    html! {
        th.num[right].stub[sticks(table, index)] scope="col" {
            @match &column.narrow {
                Some(narrow) => @for (line, text) in narrow.split('\n').enumerate() {
                    @if line > 0 { br; }
                    (text)
                },
                None => (column.title),
            }
            @if let Some(unit) = &column.unit { " " small { "(" (unit) ")" } }
        }
    }
}

/// A bar to its low, likely and high end; the figures stand beside it.
fn bar(ends: [f64; 3]) -> Markup {
    let [low, likely, high] = ends.map(|end| format::plain_number(end.clamp(0.0, 1.0) * 100.0, 2));
    html! {
        svg.bar viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true" {
            rect.s4 width=(high) height="8" fill="#4c97c2" fill-opacity=".45" {}
            rect.s4 width=(likely) height="8" fill="#4c97c2" {}
            rect.s0 width=(low) height="8" fill="#1f5a99" {}
        }
    }
}

/// What a cell is sorted by, if not by its text.
fn value(cell: &Cell) -> Option<String> {
    match cell {
        Cell::Term(term) => {
            let half = i32::from(term.season == Season::Autumn);
            Some((term.year * 2 + half).to_string())
        }
        Cell::Bar([_, likely, _]) => Some(format::plain_number(*likely, 6)),
        other => other.number().map(|value| format::plain_number(value, 6)),
    }
}
