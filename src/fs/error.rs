//! Why files were not written.

use crate::domain::Text;
use crate::words::files as words;
use std::io;
use std::path::{Path, PathBuf};

/// Why files were not written.
#[derive(Debug, thiserror::Error)]
pub enum PublishError {
    /// The directory holds something that is not ours to replace.
    #[error("{} holds files that are not from a former plan: {}", .dir.display(), .names.join(", "))]
    Foreign {
        /// The directory.
        dir: PathBuf,
        /// What is in it, up to five names.
        names: Vec<String>,
    },
    /// The file is not one that this program has written.
    #[error("{} was not written by this program", .0.display())]
    ForeignFile(PathBuf),
    /// The path is not a directory.
    #[error("{} is not a directory", .0.display())]
    NotADirectory(PathBuf),
    /// A directory, a link, a device or something else that is no regular file
    /// has a file's name.
    #[error("{} is not a file", .0.display())]
    NotAFile(PathBuf),
    /// The operating system refused.
    #[error("{}: {source}", .path.display())]
    Io {
        /// Where.
        path: PathBuf,
        /// Why.
        source: io::Error,
    },
}

impl PublishError {
    /// The same for readers.
    pub fn text(&self) -> Text {
        match self {
            Self::Foreign { dir, names } => words::foreign(&dir.display(), &names.join(", ")),
            Self::ForeignFile(path) => words::foreign_file(&path.display()),
            Self::NotADirectory(path) => words::not_a_directory(&path.display()),
            Self::NotAFile(path) => words::not_a_file(&path.display()),
            Self::Io { path, source } => words::not_written(&path.display(), source),
        }
    }

    /// Whether the same may succeed later without any change: the disk is
    /// full, or something is busy.
    pub fn is_temporary(&self) -> bool {
        matches!(self, Self::Io { source, .. } if passes(source))
    }
}

/// Whether an error of the operating system may pass without any change.
pub fn passes(error: &io::Error) -> bool {
    use io::ErrorKind::{
        Interrupted, OutOfMemory, QuotaExceeded, ResourceBusy, StaleNetworkFileHandle, StorageFull,
        TimedOut, WouldBlock,
    };
    matches!(
        error.kind(),
        Interrupted
            | OutOfMemory
            | QuotaExceeded
            | ResourceBusy
            | StaleNetworkFileHandle
            | StorageFull
            | TimedOut
            | WouldBlock
    )
}

pub(super) fn failed(path: &Path, source: io::Error) -> PublishError {
    PublishError::Io { path: path.to_owned(), source }
}
