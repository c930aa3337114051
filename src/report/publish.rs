//! Writing a set of files whole or not at all.

use crate::domain::Text;
use crate::words::report as words;
use serde::Deserialize;
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use tempfile::TempDir;

mod together;

pub use together::publish_into;

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
    #[must_use]
    pub fn new(name: impl Into<String>, content: impl Into<Vec<u8>>) -> Self {
        Self {
            name: name.into(),
            content: content.into(),
        }
    }
}

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
    /// The path is not a directory.
    #[error("{} is not a directory", .0.display())]
    NotADirectory(PathBuf),
    /// A directory, or something else that is no file, has a file's name.
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
    #[must_use]
    pub fn text(&self) -> Text {
        match self {
            Self::Foreign { dir, names } => words::foreign(&dir.display(), &names.join(", ")),
            Self::NotADirectory(path) => words::not_a_directory(&path.display()),
            Self::NotAFile(path) => words::not_a_file(&path.display()),
            Self::Io { path, source } => words::not_written(&path.display(), source),
        }
    }

    /// Whether the same may succeed later without any change: the disk is
    /// full, or something is busy.
    #[must_use]
    pub fn is_temporary(&self) -> bool {
        use io::ErrorKind::{
            Interrupted, OutOfMemory, QuotaExceeded, ResourceBusy, StorageFull, TimedOut,
            WouldBlock,
        };
        let Self::Io { source, .. } = self else {
            return false;
        };
        matches!(
            source.kind(),
            Interrupted
                | OutOfMemory
                | QuotaExceeded
                | ResourceBusy
                | StorageFull
                | TimedOut
                | WouldBlock
        )
    }
}

/// A directory that may be written.
#[derive(Debug)]
pub struct Destination {
    dir: PathBuf,
}

impl Destination {
    /// Looks whether the files of a plan can go to `dir`, without leaving
    /// anything behind.
    ///
    /// # Errors
    ///
    /// When `dir` is no directory, holds files that are not from a former
    /// plan, or nothing can be written beside it.
    pub fn check(dir: &Path) -> Result<Self, PublishError> {
        let dir = if dir.exists() {
            fs::canonicalize(dir).map_err(|source| failed(dir, source))?
        } else {
            std::path::absolute(dir).map_err(|source| failed(dir, source))?
        };
        ours(&dir)?;
        let mut above = parent(&dir);
        while let (false, Some(next)) = (above.exists(), above.parent()) {
            above = next;
        }
        tempfile::tempfile_in(above).map_err(|source| failed(above, source))?;
        Ok(Self { dir })
    }

    /// Writes the files, all of them or none. What is in the directory is
    /// replaced; when that fails it is as before.
    ///
    /// # Errors
    ///
    /// As [`Destination::check`], and when writing fails.
    pub fn publish(&self, files: &[File]) -> Result<(), PublishError> {
        let above = parent(&self.dir);
        fs::create_dir_all(above).map_err(|source| failed(above, source))?;
        let fresh = beside(&self.dir, "new")?;
        for file in files {
            let path = fresh.path().join(&file.name);
            write(&path, &file.content).map_err(|source| failed(&path, source))?;
        }
        sync(fresh.path()).map_err(|source| failed(fresh.path(), source))?;
        ours(&self.dir)?;
        replace(fresh, &self.dir)?;
        sync(above).map_err(|source| failed(above, source))
    }
}

/// Puts `fresh` in the place of `dir`.
fn replace(fresh: TempDir, dir: &Path) -> Result<(), PublishError> {
    if !dir.exists() {
        fs::rename(fresh.path(), dir).map_err(|source| failed(dir, source))?;
        let _ = fresh.keep();
        return Ok(());
    }
    let aside = beside(dir, "old")?;
    let old = aside.path().join("plan");
    fs::rename(dir, &old).map_err(|source| failed(dir, source))?;
    if let Err(source) = fs::rename(fresh.path(), dir) {
        if fs::rename(&old, dir).is_err() {
            let _ = aside.keep();
            return Err(failed(&old, source));
        }
        return Err(failed(dir, source));
    }
    let _ = fresh.keep();
    Ok(())
}

/// A new directory beside `dir`, removed when dropped.
fn beside(dir: &Path, what: &str) -> Result<TempDir, PublishError> {
    let name = dir.file_name().unwrap_or_default().to_string_lossy();
    let prefix = format!(".{name}.{what}.");
    let mut builder = tempfile::Builder::new();
    builder.prefix(&prefix);
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o777));
    let above = parent(dir);
    builder
        .tempdir_in(above)
        .map_err(|source| failed(above, source))
}

fn write(path: &Path, content: &[u8]) -> io::Result<()> {
    let mut file = fs::File::create_new(path)?;
    file.write_all(content)?;
    file.sync_all()
}

/// Writes one file whole or not at all. What is there is replaced.
///
/// # Errors
///
/// When the operating system refuses.
pub fn write_whole(path: &Path, content: &[u8]) -> Result<(), PublishError> {
    let full = std::path::absolute(path).map_err(|source| failed(path, source))?;
    let fresh = beside(&full, "new")?;
    let file = fresh.path().join("file");
    write(&file, content).map_err(|source| failed(path, source))?;
    fs::rename(&file, &full).map_err(|source| failed(path, source))?;
    sync(parent(&full)).map_err(|source| failed(path, source))
}

/// Has the names in a directory written to the disk, where the system can.
fn sync(dir: &Path) -> io::Result<()> {
    if cfg!(unix) {
        fs::File::open(dir)?.sync_all()?;
    }
    Ok(())
}

/// Refuses a directory with anything in it that is not from a former plan.
fn ours(dir: &Path) -> Result<(), PublishError> {
    if !dir.exists() {
        return Ok(());
    }
    if !dir.is_dir() {
        return Err(PublishError::NotADirectory(dir.to_owned()));
    }
    let mut names = Vec::new();
    let mut foreign = Vec::new();
    for entry in fs::read_dir(dir).map_err(|source| failed(dir, source))? {
        let entry = entry.map_err(|source| failed(dir, source))?;
        let name = entry.file_name().to_string_lossy().into_owned();
        let file = entry.file_type().is_ok_and(|kind| kind.is_file());
        if !file || !(known(&name)) {
            foreign.push(name.clone());
        }
        names.push(name);
    }
    if foreign.is_empty() && !names.is_empty() && !holds_plan(dir) {
        foreign = names;
    }
    if foreign.is_empty() {
        return Ok(());
    }
    foreign.sort();
    foreign.truncate(5);
    Err(PublishError::Foreign {
        dir: dir.to_owned(),
        names: foreign,
    })
}

fn known(name: &str) -> bool {
    [
        "plan.json",
        super::SCENARIO_FILE,
        "summary.txt",
        "calendar.ics",
    ]
    .contains(&name)
        || super::REPORT_FILES.contains(&name)
        || name
            .strip_suffix(".csv")
            .is_some_and(|key| super::sections::TABLES.contains(&key))
}

/// Whether the directory's `plan.json` was written by this program.
fn holds_plan(dir: &Path) -> bool {
    #[derive(Deserialize)]
    struct Program {
        name: String,
    }
    #[derive(Deserialize)]
    struct Made {
        program: Program,
    }
    let made = fs::read(dir.join("plan.json"))
        .ok()
        .and_then(|json| serde_json::from_slice::<Made>(&json).ok());
    made.is_some_and(|made| made.program.name == env!("CARGO_PKG_NAME"))
}

fn parent(dir: &Path) -> &Path {
    dir.parent().unwrap_or(dir)
}

fn failed(path: &Path, source: io::Error) -> PublishError {
    PublishError::Io {
        path: path.to_owned(),
        source,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plan() -> File {
        File::new("plan.json", r#"{"program":{"name":"campusplan"}}"#)
    }

    fn names(dir: &Path) -> Vec<String> {
        let mut names: Vec<String> = fs::read_dir(dir)
            .unwrap()
            .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
            .collect();
        names.sort();
        names
    }

    #[test]
    fn a_failed_swap_restores_what_was_there() {
        let above = tempfile::tempdir().unwrap();
        let dir = above.path().join("out");
        let destination = Destination::check(&dir).unwrap();
        destination.publish(&[plan()]).unwrap();
        let gone = beside(&dir, "new").unwrap();
        fs::remove_dir(gone.path()).unwrap();
        assert!(replace(gone, &dir).is_err());
        assert_eq!(names(&dir), ["plan.json"]);
        assert_eq!(names(above.path()), ["out"]);
    }
}
