//! Labels of values.

use super::bilingual::Bi;

/// A word of the format and what it is called in cells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Label {
    /// The word.
    pub word: &'static str,
    /// Its name.
    pub name: Bi,
}
