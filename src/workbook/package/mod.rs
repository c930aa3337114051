//! The file of a workbook: its parts, and the cells in them.
//!
//! The parts are read here rather than by a crate: what arrives may be hostile,
//! so entries are inflated through a counting limit and only cells with
//! something in them are kept, and the reader has to tell what other readers
//! pass over: hidden rows, formulas without a stored result, merged cells.

mod archive;
mod book;
mod limits;
mod sheet;
mod strings;
mod styles;
mod text;

pub use archive::{Archive, Parts, relations_of};
pub use book::{SheetPart, sheet_parts};
pub use limits::{MOST_BYTES, MOST_CELLS, Unreadable};
pub use styles::{Shown, shown_by};
pub use text::{attribute, entity};

use super::grid::Cells;
use limits::OLD;

/// Whether bytes begin as a workbook does, of the new or the old format.
pub fn looks_like_one(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(OLD)
}

/// The cells of a workbook, sheet by sheet in its order.
///
/// # Errors
///
/// When the file is no workbook, is damaged, or is larger than the limits.
pub fn cells(bytes: &[u8]) -> Result<Vec<Cells>, Unreadable> {
    let mut archive = Archive::open(bytes)?;
    let styles = match archive.find_part("styles")? {
        Some(part) => styles::read(&part)?,
        None => styles::Styles::default(),
    };
    let strings = match archive.find_part("sharedStrings")? {
        Some(part) => strings::read(&part)?,
        None => Vec::new(),
    };
    let (sheets, from_1904) = book::sheets(&mut archive)?;
    let mut budget = MOST_CELLS;
    let mut cells = Vec::new();
    for part in sheets {
        let xml = archive.part(&part.path)?;
        let look = sheet::Look { styles: &styles, strings: &strings, from_1904 };
        let mut read = sheet::read(&xml, &part.path, look, &mut budget)?;
        read.name = part.name;
        read.hidden = part.hidden;
        cells.push(read);
    }
    Ok(cells)
}

/// The parts of a file that may be a workbook.
///
/// # Errors
///
/// As [`cells`].
pub fn open(bytes: &[u8]) -> Result<Archive<'_>, Unreadable> {
    Archive::open(bytes)
}
