//! The file of a list: which format it is, and its cells.

use super::format::Format;
use super::{ods, separated, xls};
use crate::workbook::Cells;
use crate::workbook::package::{self, Unreadable};
use std::path::Path;

/// The sheets of a list.
#[derive(Clone, Debug)]
pub struct Book {
    /// Its format.
    pub format: Format,
    /// Its sheets; text is one sheet with the name of the file.
    pub sheets: Vec<Cells>,
}

/// The beginning of zip files and of old workbooks.
const ZIP: &[u8] = b"PK\x03\x04";
const OLD: &[u8] = b"\xD0\xCF\x11\xE0";

/// Reads the cells of a file. What it is, its bytes say; its name only gives
/// the sheet of a text its name.
///
/// # Errors
///
/// When it is none of the formats, is damaged or encrypted, has more than
/// [`package::MOST_BYTES`] inflated bytes or [`package::MOST_CELLS`] cells.
pub fn open(bytes: &[u8], path: &Path) -> Result<Book, Unreadable> {
    if bytes.starts_with(OLD) {
        return Ok(Book { format: Format::Xls, sheets: xls::cells(bytes)? });
    }
    if bytes.starts_with(ZIP) {
        let mut archive = package::open(bytes)?;
        if archive.has("content.xml") {
            return Ok(Book { format: Format::Ods, sheets: ods::cells(&mut archive)? });
        }
        return Ok(Book { format: Format::Xlsx, sheets: package::cells(bytes)? });
    }
    let name = path.file_stem().unwrap_or_default().to_string_lossy();
    let (format, sheet) = separated::read(bytes, &name)?;
    Ok(Book { format, sheets: vec![sheet] })
}
