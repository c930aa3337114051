//! Limits of files, and why a file is refused.

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
    pub(super) fn new(message: Text) -> Self {
        Self { message, hints: Vec::new() }
    }

    pub(super) fn damaged(part: &str, why: &dyn std::fmt::Display) -> Self {
        Self::new(words::damaged(part, why))
    }
}

/// The beginning of `.xls` files and of encrypted ones.
pub(super) const OLD: &[u8] = b"\xD0\xCF\x11\xE0";
