//! Why an expression on the command line is refused.

use crate::domain::Text;

/// Why an expression can't be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unread {
    /// What is wrong.
    pub message: Text,
    /// What is allowed and what may have been meant.
    pub hints: Vec<Text>,
}
