//! Formats of lists, and their limits.

use crate::workbook::package::{self, Unreadable};

/// The format of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Format {
    /// A workbook of Excel 2007 or later.
    Xlsx,
    /// A workbook of Excel 97 to 2003.
    Xls,
    /// A workbook of OpenDocument.
    Ods,
    /// Text in columns.
    Text {
        /// Its encoding.
        encoding: &'static str,
        /// What stands between the columns.
        separator: char,
    },
}

impl Format {
    /// Its name.
    pub fn name(&self) -> String {
        match self {
            Self::Xlsx => "xlsx".to_owned(),
            Self::Xls => "xls".to_owned(),
            Self::Ods => "ods".to_owned(),
            Self::Text { encoding, separator: '\t' } => format!("csv, {encoding}, sep=TAB"),
            Self::Text { encoding, separator } => format!("csv, {encoding}, sep={separator}"),
        }
    }
}

/// Keeps a cell within the limit of all cells.
///
/// # Errors
///
/// When there are too many.
pub(crate) fn spend(budget: &mut usize) -> Result<(), Unreadable> {
    *budget = budget.checked_sub(1).ok_or_else(|| Unreadable {
        message: crate::words::workbook::too_many_cells(package::MOST_CELLS),
        hints: vec![crate::words::lists::split_list()],
    })?;
    Ok(())
}
