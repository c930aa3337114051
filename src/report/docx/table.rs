//! Tables: heads that every page repeats, rows that no page breaks.

use super::fit::{Fit, Piece, head};
use super::paragraph::{kept, paragraph};
use super::styles::CELLS;
use super::xml::{Element, element, value};
use crate::domain::Language;
use crate::report::document::{Align, Row, Table};
use crate::report::format;

/// Rows with one first cell that are put together; of more than these a page
/// could show the middle without it.
const GROUP: usize = 8;

/// The pieces of a table, one below the other.
pub fn tables(table: &Table, fit: &Fit, language: Language) -> Vec<Element> {
    let pieces = fit.pieces.iter();
    let one = |piece| Drawn { table, piece, size: fit.size, language };
    pieces.map(|piece| one(piece).element()).collect()
}

/// A piece of a table.
struct Drawn<'a> {
    table: &'a Table,
    piece: &'a Piece,
    size: usize,
    language: Language,
}

/// How a cell stands to the cells above and below with the same text.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Joined {
    Alone,
    First,
    Further,
}

impl Drawn<'_> {
    fn element(&self) -> Element {
        let width: u32 = self.piece.widths.iter().sum();
        let widths = self.piece.widths.iter();
        let columns = widths.map(|width| element("w:gridCol").with("w:w", width));
        let joined = self.joined();
        let rows = self.table.rows.iter().zip(joined).enumerate();
        element("w:tbl")
            .child(
                element("w:tblPr")
                    .child(value("w:tblStyle", "TableGrid"))
                    .child(element("w:tblW").with("w:w", width).with("w:type", "dxa"))
                    .child(value("w:jc", "center"))
                    .child(element("w:tblLayout").with("w:type", "fixed")),
            )
            .child(element("w:tblGrid").children(columns))
            .child(self.heads())
            .children(rows.map(|(at, (row, joined))| self.row(row, joined, self.is_kept(at))))
    }

    fn heads(&self) -> Element {
        let cells = self.piece.columns.iter().zip(&self.piece.widths);
        let cell = |(at, width): (&usize, &u32)| {
            let text = head(&self.table.columns[*at], self.language);
            let shade = value("w:shd", "clear").with("w:color", "auto").with("w:fill", "EDEDED");
            cell(*width, None, Some(shade)).child(kept(CELLS[self.size][2], &text, false))
        };
        element("w:tr")
            .child(element("w:trPr").child(element("w:cantSplit")).child(element("w:tblHeader")))
            .children(cells.map(cell))
    }

    /// Whether a row stays on one page with the next: the first and the last but
    /// one, so that no row of a table stands alone.
    fn is_kept(&self, at: usize) -> bool {
        let rows = self.table.rows.len();
        rows > 1 && (at == 0 || at + 2 == rows)
    }

    fn row(&self, row: &Row, joined: Joined, keep: bool) -> Element {
        let cells = self.piece.columns.iter().zip(&self.piece.widths);
        let cell = |(at, width): (&usize, &u32)| {
            let merge = match joined {
                Joined::First if *at == 0 => Some(value("w:vMerge", "restart")),
                Joined::Further if *at == 0 => Some(element("w:vMerge")),
                _ => None,
            };
            let content = row.cells.get(*at).filter(|_| *at > 0 || joined != Joined::Further);
            let text = content.map_or_else(String::new, |cell| format::cell(cell, self.language));
            let style = match self.table.columns[*at].align {
                Align::Left => CELLS[self.size][0],
                Align::Right => CELLS[self.size][1],
            };
            let write = if keep { kept } else { paragraph };
            cell(*width, merge, None).child(write(style, &text, row.total))
        };
        element("w:tr")
            .child(element("w:trPr").child(element("w:cantSplit")))
            .children(cells.map(cell))
    }

    /// How the first cells of the rows belong together.
    fn joined(&self) -> Vec<Joined> {
        let rows = &self.table.rows;
        let mut joined = Vec::with_capacity(rows.len());
        for group in
            rows.chunk_by(|one, next| self.table.grouped && one.cells.first() == next.cells.first())
        {
            if group.len() == 1 || group.len() > GROUP {
                joined.extend(group.iter().map(|_| Joined::Alone));
            } else {
                joined.push(Joined::First);
                joined.extend(group[1..].iter().map(|_| Joined::Further));
            }
        }
        joined
    }
}

/// An empty cell.
fn cell(width: u32, merge: Option<Element>, shade: Option<Element>) -> Element {
    let properties = element("w:tcPr")
        .child(element("w:tcW").with("w:w", width).with("w:type", "dxa"))
        .children(merge)
        .children(shade)
        .child(value("w:vAlign", "center"));
    element("w:tc").child(properties)
}
