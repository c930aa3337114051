//! A file that was read.

use super::source::{Sheets, Source};
use std::sync::Arc;

/// A file that was read, for findings to be shown in it.
#[derive(Clone, Debug)]
pub struct File {
    /// Its name for readers.
    pub name: String,
    /// Its text; of a workbook the text that says the same.
    pub text: String,
    /// Its sheets, of a workbook.
    pub sheets: Option<Arc<Sheets>>,
}

impl File {
    pub(super) fn new(name: String, source: Source) -> Self {
        Self { name, text: source.text, sheets: source.sheets }
    }
}
