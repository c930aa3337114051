//! Temporary directories beside what is to be written, and what killed runs
//! have left of them.
//!
//! Each is named `.NAME.campusplan-new-…` or `.NAME.campusplan-old-…` and is
//! locked as long as its run lives: one that nobody has locked is a leftover.

use super::PublishError;
use super::error::failed;
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// What a temporary directory holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Holding {
    /// Files that are being written.
    New,
    /// Files that were replaced.
    Old,
}

const ALL: [Holding; 2] = [Holding::New, Holding::Old];

impl Holding {
    fn prefix(self, name: &str) -> String {
        let what = match self {
            Self::New => "new",
            Self::Old => "old",
        };
        format!(".{name}.campusplan-{what}-")
    }
}

/// A temporary directory, removed when dropped, locked until then.
pub(super) struct Beside {
    dir: TempDir,
    _lock: Option<File>,
}

impl Beside {
    /// A new directory in `above` for what is called `name` there.
    pub(super) fn new(above: &Path, name: &str, holding: Holding) -> Result<Self, PublishError> {
        let prefix = holding.prefix(name);
        let mut builder = tempfile::Builder::new();
        builder.prefix(&prefix);
        #[cfg(unix)]
        builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o777));
        loop {
            let made = builder.tempdir_in(above);
            let dir = made.map_err(|source| failed(above, source))?;
            let lock = File::open(dir.path()).ok();
            let locked = lock.as_ref().is_some_and(lock_waiting);
            // Another run may have taken it for a leftover before it was locked.
            if dir.path().exists() {
                return Ok(Self { dir, _lock: lock.filter(|_| locked) });
            }
        }
    }

    pub(super) fn path(&self) -> &Path {
        self.dir.path()
    }

    /// Leaves it where it is.
    pub(super) fn keep(self) {
        let _ = self.dir.keep();
    }
}

/// Whether a name is that of a temporary directory of this program.
pub fn is_temporary(name: &str) -> bool {
    name.starts_with('.')
        && (name.contains(".campusplan-new-") || name.contains(".campusplan-old-"))
}

/// Cleans away what killed runs have left in `above` of writing `name`; of any
/// name if there is none. Files that were set aside and have nothing in their
/// place go back there.
pub(super) fn sweep(above: &Path, name: Option<&str>) {
    let Ok(entries) = fs::read_dir(above) else {
        return;
    };
    for entry in entries.flatten() {
        let found = entry.file_name().to_string_lossy().into_owned();
        let ours = match name {
            Some(name) => ALL.iter().any(|one| found.starts_with(&one.prefix(name))),
            None => is_temporary(&found),
        };
        if ours && entry.file_type().is_ok_and(|kind| kind.is_dir()) {
            clear(&entry.path(), above);
        }
    }
}

fn clear(left: &Path, above: &Path) {
    let Ok(lock) = File::open(left) else {
        return;
    };
    if !lock_at_once(&lock) {
        return;
    }
    let old = left.to_string_lossy().contains(".campusplan-old-");
    if old && let Ok(entries) = fs::read_dir(left) {
        for entry in entries.flatten() {
            let place = above.join(entry.file_name());
            if fs::symlink_metadata(&place).is_err() {
                let _ = fs::rename(entry.path(), place);
            }
        }
    }
    let _ = fs::remove_dir_all(left);
}

#[cfg(unix)]
fn lock_waiting(dir: &File) -> bool {
    rustix::fs::flock(dir, rustix::fs::FlockOperation::LockExclusive).is_ok()
}

#[cfg(unix)]
fn lock_at_once(dir: &File) -> bool {
    rustix::fs::flock(dir, rustix::fs::FlockOperation::NonBlockingLockExclusive).is_ok()
}

#[cfg(not(unix))]
fn lock_waiting(_: &File) -> bool {
    false
}

#[cfg(not(unix))]
fn lock_at_once(_: &File) -> bool {
    false
}

/// Writes a new file and has it put on the disk.
pub(super) fn write(path: &Path, content: &[u8]) -> io::Result<()> {
    let mut file = File::create_new(path)?;
    file.write_all(content)?;
    file.sync_all()
}

/// Has the names in a directory written to the disk, where the system can.
pub(super) fn sync(dir: &Path) -> io::Result<()> {
    if cfg!(unix) {
        File::open(dir)?.sync_all()?;
    }
    Ok(())
}

pub(super) fn parent(path: &Path) -> &Path {
    path.parent().unwrap_or(path)
}

/// The name of a path, for temporary names beside it.
pub(super) fn name_of(path: &Path) -> String {
    let name = path.file_name().unwrap_or_default();
    name.to_string_lossy().into_owned()
}

/// The directories of a path that are to be made, the innermost first.
pub(super) fn missing(dir: &Path) -> Vec<PathBuf> {
    let missing = dir.ancestors().take_while(|above| !above.exists());
    missing.map(Path::to_owned).collect()
}

/// Looks whether something can be written in a directory or, where it is not
/// there yet, in the nearest above it.
pub(super) fn writable(dir: &Path) -> Result<(), PublishError> {
    let mut above = dir;
    while let (false, Some(next)) = (above.exists(), above.parent()) {
        above = next;
    }
    if !above.is_dir() {
        return Err(PublishError::NotADirectory(above.to_owned()));
    }
    let tried = tempfile::tempfile_in(above);
    tried.map(drop).map_err(|source| failed(above, source))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_directory_in_use_is_no_leftover() {
        let above = tempfile::tempdir().unwrap();
        let used = Beside::new(above.path(), "out", Holding::New).unwrap();
        sweep(above.path(), Some("out"));
        assert!(used.path().exists());
        let path = used.path().to_owned();
        used.keep();
        sweep(above.path(), Some("other"));
        assert!(path.exists());
        sweep(above.path(), Some("out"));
        assert!(!path.exists());
    }

    #[test]
    fn what_was_set_aside_goes_back_where_nothing_took_its_place() {
        let above = tempfile::tempdir().unwrap();
        let aside = Beside::new(above.path(), "out", Holding::Old).unwrap();
        fs::write(aside.path().join("a"), "old").unwrap();
        fs::write(aside.path().join("b"), "old").unwrap();
        fs::write(above.path().join("b"), "new").unwrap();
        aside.keep();
        sweep(above.path(), None);
        let held = |name| fs::read_to_string(above.path().join(name)).unwrap();
        assert_eq!((held("a"), held("b")), ("old".to_owned(), "new".to_owned()));
        assert_eq!(fs::read_dir(above.path()).unwrap().count(), 2);
    }
}
