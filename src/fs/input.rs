//! Reading inputs: regular files of a stated largest size, so that neither a
//! pipe, a device nor a file of gigabytes keeps the program waiting.

use crate::domain::Text;
use crate::words::files as words;
use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

/// Why a file was not read.
#[derive(Debug, thiserror::Error)]
pub enum Unread {
    /// It is a pipe, a device, a directory or the like.
    #[error("not a regular file")]
    NotRegular,
    /// It is larger than it may be.
    #[error("larger than {0} MiB")]
    TooLarge(u64),
    /// It is not UTF-8.
    #[error("not UTF-8 text")]
    NotText,
    /// It lies outside the folders that may be read from.
    #[error("outside {0}")]
    Outside(String),
    /// The operating system refused.
    #[error("{0}")]
    Io(#[from] io::Error),
}

impl Unread {
    /// The same for readers.
    pub fn text(&self) -> Text {
        match self {
            Self::NotRegular => words::not_regular(),
            Self::TooLarge(most) => words::too_large(*most),
            Self::NotText => words::not_utf8(),
            Self::Outside(folders) => words::outside_folders(folders),
            Self::Io(error) => Text { zh: error.to_string(), en: error.to_string() },
        }
    }
}

impl Unread {
    /// The same in both languages at once, for readers whose language is not
    /// known yet.
    pub fn both(&self) -> String {
        match self.text() {
            Text { zh, en } if zh == en => en,
            Text { zh, en } => format!("{zh} / {en}"),
        }
    }
}

/// Opens a regular file of at most so many bytes.
///
/// # Errors
///
/// When it is none, is larger, or can't be opened.
pub fn open(path: &Path, most: u64) -> Result<File, Unread> {
    let regular = |file: &std::fs::Metadata| match () {
        () if !file.is_file() => Err(Unread::NotRegular),
        () if file.len() > most => Err(Unread::TooLarge(most >> 20)),
        () => Ok(()),
    };
    // Opening a pipe waits for whoever writes into it.
    regular(&std::fs::metadata(path)?)?;
    let file = File::open(path)?;
    regular(&file.metadata()?)?;
    Ok(file)
}

/// Reads a regular file of at most so many bytes.
///
/// # Errors
///
/// As [`open`].
pub fn read(path: &Path, most: u64) -> Result<Vec<u8>, Unread> {
    let file = open(path, most)?;
    let mut bytes = Vec::new();
    let read = file.take(most + 1).read_to_end(&mut bytes)?;
    if read as u64 > most {
        return Err(Unread::TooLarge(most >> 20));
    }
    Ok(bytes)
}

/// Reads a regular file of text.
///
/// # Errors
///
/// As [`read`], and when it is not UTF-8.
pub fn read_text(path: &Path, most: u64) -> Result<String, Unread> {
    String::from_utf8(read(path, most)?).map_err(|_| Unread::NotText)
}

/// Folders that the user allows besides the scenario's own.
static ALLOWED: OnceLock<Vec<PathBuf>> = OnceLock::new();

/// Allows bases and standards to be read from further folders, once, before
/// anything is read.
pub fn allow(folders: &[PathBuf]) {
    let _ = ALLOWED.set(folders.to_vec());
}

/// The folders from which a scenario's further files may come: bases of
/// overlays and files of standards.
#[derive(Clone, Debug, Default)]
pub struct Within {
    folders: Vec<PathBuf>,
}

impl Within {
    /// One folder, and those that the user allows.
    pub fn only(folder: &Path) -> Self {
        let allowed = ALLOWED.get().map_or(&[][..], Vec::as_slice).iter().map(PathBuf::as_path);
        let all = std::iter::once(folder).chain(allowed);
        Self { folders: all.filter_map(|one| std::fs::canonicalize(one).ok()).collect() }
    }

    /// The folder above the one in which the file asked for lies (the folder of
    /// a case, with folders of what-ifs, studies and standards in it), and the
    /// folders that the user allows.
    pub fn of(file: &Path) -> Self {
        // A file that is yet to be written lies in its folder all the same.
        let own = std::fs::canonicalize(file).ok();
        let own = own.as_deref().and_then(Path::parent).map(Path::to_owned);
        let own = own.or_else(|| {
            let file = std::path::absolute(file).ok()?;
            std::fs::canonicalize(file.parent()?).ok()
        });
        let case = own.map(|folder| match folder.parent() {
            // Not the whole disk, nor the folder of all users.
            Some(above) if above.components().count() > 2 => above.to_owned(),
            _ => folder,
        });
        let allowed = ALLOWED
            .get()
            .map_or(&[][..], Vec::as_slice)
            .iter()
            .filter_map(|one| std::fs::canonicalize(one).ok());
        Self { folders: case.into_iter().chain(allowed).collect() }
    }

    /// Whether a file lies in one of the folders, once links are followed.
    ///
    /// # Errors
    ///
    /// When it does not, or is not there.
    pub fn holds(&self, file: &Path) -> Result<(), Unread> {
        let real = std::fs::canonicalize(file)?;
        if self.folders.iter().any(|folder| real.starts_with(folder)) {
            return Ok(());
        }
        let folders = self.folders.iter().map(|one| one.display().to_string());
        Err(Unread::Outside(folders.collect::<Vec<_>>().join(", ")))
    }
}
