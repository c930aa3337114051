//! The file of a workbook: its parts, and the cells in them.
//!
//! The parts are read here rather than by a crate: what arrives may be hostile,
//! so entries are inflated through a counting limit and only cells with
//! something in them are kept, and the reader has to tell what other readers
//! pass over: hidden rows, formulas without a stored result, merged cells.

mod archive;
mod book;
mod sheet;
mod strings;
mod styles;
mod text;

pub use archive::{Archive, Parts, relations_of};
pub use book::{SheetPart, sheet_parts};
pub use styles::{Shown, shown_by};
pub use text::{attribute, entity};

use super::grid::Cells;
use crate::domain::Text;
use crate::words::workbook as words;

/// Most bytes of all parts together when inflated.
pub const MOST_BYTES: u64 = 64 * 1024 * 1024;
/// Most cells with something in them.
pub const MOST_CELLS: usize = 200_000;

/// Why a file is no workbook that can be read.
#[derive(Clone, Debug)]
pub struct Unreadable {
    /// What is wrong.
    pub message: Text,
    /// What to do about it.
    pub hints: Vec<Text>,
}

impl Unreadable {
    fn new(message: Text) -> Self {
        Self { message, hints: Vec::new() }
    }

    fn damaged(part: &str, why: &dyn std::fmt::Display) -> Self {
        Self::new(words::damaged(part, why))
    }
}

/// Whether bytes begin as a workbook does, of the new or the old format.
#[must_use]
pub fn looks_like_one(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(OLD)
}

/// The beginning of `.xls` files and of encrypted ones.
const OLD: &[u8] = b"\xD0\xCF\x11\xE0";

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
