//! What holds for all sheets of a file.

use crate::words::workbook as words;
use crate::workbook::package::Unreadable;

/// What is in the global part of the stream.
#[derive(Default)]
pub(super) struct Globals {
    pub(super) from_1904: bool,
    pub(super) strings: Vec<String>,
    /// Codes of number formats by their number.
    pub(super) codes: std::collections::BTreeMap<u16, String>,
    /// The number format of each cell format.
    pub(super) formats: Vec<u16>,
    pub(super) sheets: Vec<Part>,
}

pub(super) fn damaged(why: &dyn std::fmt::Display) -> Unreadable {
    Unreadable { message: words::damaged("Workbook", why), hints: vec![words::save_as_xlsx()] }
}

/// A sheet: its name, whether it is hidden, and where its records begin.
pub(super) struct Part {
    pub(super) name: String,
    pub(super) hidden: bool,
    pub(super) at: usize,
}
