//! The one writer and the one reader of files.
//!
//! Nothing that is not the program's own output is replaced. What is written is
//! written beside its place under a temporary name, put on the disk and then
//! renamed, so that a run that ends at any moment leaves the old or the new.
//! What a killed run has left is cleaned away by the next run to the same place.
//!
//! | what | by |
//! |---|---|
//! | a folder of the program's own | [`Destination`] |
//! | some files in a folder with others | [`Inside`] |
//! | a single file | [`Target`] |
//! | a file of lines that only grows | [`Journal`] |
//! | inputs: regular files of a stated largest size | [`read_text`], [`open`] |

mod beside;
mod error;
mod folder;
mod input;
mod inside;
mod journal;
mod rescue;
mod single;

pub use beside::is_temporary;
pub use error::{PublishError, passes};
pub use folder::{Contents, Destination};
pub use input::{Unread, Within, allow, open, read, read_text};
pub use inside::Inside;
pub use journal::{Journal, lock};
pub use rescue::rescue;
pub use single::{Own, Target};

/// Largest size of a scenario, an overlay, a set of standards or a study, in
/// bytes.
pub const LARGEST_TEXT: u64 = 64 << 20;
/// Largest size of a plan or of a study's manifest, in bytes.
pub const LARGEST_PLAN: u64 = 256 << 20;

/// A file to be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// Its name.
    pub name: String,
    /// Its content.
    pub content: Vec<u8>,
}

impl File {
    /// A file.
    pub fn new(name: impl Into<String>, content: impl Into<Vec<u8>>) -> Self {
        Self { name: name.into(), content: content.into() }
    }
}
