//! What can go wrong with a study's directory.

use crate::domain::Text;
use crate::fs::{PublishError, Unread, passes};
use crate::words::experiment as words;
use std::io;
use std::path::Path;

/// Why something could not be done.
#[derive(Debug, thiserror::Error)]
#[error("{}", .text.en)]
pub struct Trouble {
    /// What to do about it.
    pub kind: Kind,
    /// The same for readers.
    pub text: Text,
}

/// What to do about a trouble.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// What was asked for is wrong: trying again does not help.
    Wrong,
    /// Something is not there yet.
    Incomplete,
    /// The same may succeed later.
    Temporary,
    /// Anything else.
    Failed,
}

impl Trouble {
    /// What was asked for is wrong.
    pub fn wrong(text: Text) -> Self {
        let kind = Kind::Wrong;
        Self { kind, text }
    }

    /// The operating system refused: because the disk is full or something is
    /// busy, which may pass, or for good.
    pub fn io(path: &Path, error: &io::Error) -> Self {
        let kind = if passes(error) { Kind::Temporary } else { Kind::Failed };
        Self { kind, text: words::io(&path.display(), error) }
    }
}

impl Trouble {
    /// An input can't be read.
    pub fn unread(path: &Path, why: &Unread) -> Self {
        match why {
            Unread::Io(error) => Self::io(path, error),
            why => {
                let why = why.text();
                Self::wrong(words::unread(&path.display(), &why.zh, &why.en))
            }
        }
    }
}

impl From<PublishError> for Trouble {
    fn from(error: PublishError) -> Self {
        let kind = if error.is_temporary() { Kind::Temporary } else { Kind::Failed };
        let text = error.text();
        Self { kind, text }
    }
}
