//! A folder of the program's own, written whole or not at all.

use super::beside::{Beside, Holding, is_temporary, name_of, parent, sweep, sync, writable, write};
use super::error::failed;
use super::inside::exchange;
use super::{File, PublishError};
use std::fs;
use std::path::{Path, PathBuf};

/// How a folder is recognised that may be replaced.
#[derive(Clone, Copy, Debug)]
pub struct Contents {
    /// Whether a file of this name may be in it.
    pub known: fn(&str) -> bool,
    /// Whether the program has written what is in it.
    pub signed: fn(&Path) -> bool,
}

/// A directory that may be written.
#[derive(Debug)]
pub struct Destination {
    dir: PathBuf,
    contents: Contents,
}

impl Destination {
    /// Looks whether files can go to `dir`, without leaving anything behind.
    /// What a killed run has left is cleaned away.
    ///
    /// # Errors
    ///
    /// When `dir` is no directory, holds files that are not the program's, or
    /// nothing can be written there.
    pub fn check(dir: &Path, contents: Contents) -> Result<Self, PublishError> {
        let dir = if dir.exists() {
            fs::canonicalize(dir).map_err(|source| failed(dir, source))?
        } else {
            std::path::absolute(dir).map_err(|source| failed(dir, source))?
        };
        sweep(parent(&dir), Some(&name_of(&dir)));
        sweep_inside(&dir, contents);
        let destination = Self { dir, contents };
        destination.ours()?;
        let dir = &destination.dir;
        match writable(parent(dir)) {
            Err(_) if dir.exists() => writable(dir)?,
            other => other?,
        }
        Ok(destination)
    }

    /// Writes the files, all of them or none. What is in the directory is
    /// replaced; when that fails it is as before. The directory as a whole is
    /// exchanged or, where it can't be, as a mount point or the current
    /// directory, the files in it.
    ///
    /// # Errors
    ///
    /// As [`Destination::check`], and when writing fails.
    pub fn publish(&self, files: &[File]) -> Result<(), PublishError> {
        let above = parent(&self.dir);
        if !self.dir.exists() {
            fs::create_dir_all(above).map_err(|source| failed(above, source))?;
            let fresh = self.written(files)?;
            self.ours()?;
            fs::rename(fresh.path(), &self.dir).map_err(|source| failed(&self.dir, source))?;
            fresh.keep();
            return sync(above).map_err(|source| failed(above, source));
        }
        if !holds_us(&self.dir)
            && let Ok(fresh) = self.written(files)
        {
            let old = self.ours()?;
            if let Ok(there) = fs::metadata(&self.dir) {
                let _ = fs::set_permissions(fresh.path(), there.permissions());
            }
            if exchanged(fresh.path(), &self.dir) {
                remove_known(fresh, &old);
                return sync(above).map_err(|source| failed(above, source));
            }
        }
        let mut stale = self.ours()?;
        stale.retain(|name| files.iter().all(|file| file.name != *name));
        exchange(&self.dir, files, &stale)
    }

    /// The files, written beside the directory.
    fn written(&self, files: &[File]) -> Result<Beside, PublishError> {
        let fresh = Beside::new(parent(&self.dir), &name_of(&self.dir), Holding::New)?;
        for file in files {
            let path = fresh.path().join(&file.name);
            let shown = self.dir.join(&file.name);
            write(&path, &file.content).map_err(|source| failed(&shown, source))?;
        }
        sync(fresh.path()).map_err(|source| failed(fresh.path(), source))?;
        Ok(fresh)
    }

    /// The names in the directory; refuses one with anything in it that the
    /// program has not written.
    fn ours(&self) -> Result<Vec<String>, PublishError> {
        let dir = &self.dir;
        if !dir.exists() {
            return Ok(Vec::new());
        }
        if !dir.is_dir() {
            return Err(PublishError::NotADirectory(dir.clone()));
        }
        let (mut names, mut foreign) = (Vec::new(), Vec::new());
        for entry in fs::read_dir(dir).map_err(|source| failed(dir, source))? {
            let entry = entry.map_err(|source| failed(dir, source))?;
            let name = entry.file_name().to_string_lossy().into_owned();
            let file = entry.file_type().is_ok_and(|kind| kind.is_file());
            if !file || !(self.contents.known)(&name) {
                foreign.push(name.clone());
            }
            names.push(name);
        }
        if foreign.is_empty() && !names.is_empty() && !(self.contents.signed)(dir) {
            foreign.clone_from(&names);
        }
        if foreign.is_empty() {
            return Ok(names);
        }
        foreign.sort();
        foreign.truncate(5);
        Err(PublishError::Foreign { dir: dir.clone(), names: foreign })
    }
}

/// Cleans away what killed runs have left in a directory of the program's own.
fn sweep_inside(dir: &Path, contents: Contents) {
    let Ok(entries) = fs::read_dir(dir) else {
        return;
    };
    let names = entries.flatten().map(|entry| entry.file_name());
    let foreign = |name: &str| !is_temporary(name) && !(contents.known)(name);
    if !names.map(|name| name.to_string_lossy().into_owned()).any(|name| foreign(&name)) {
        sweep(dir, None);
    }
}

/// Whether the process works in the directory, which must not be taken away
/// under it then.
fn holds_us(dir: &Path) -> bool {
    let current = std::env::current_dir().and_then(fs::canonicalize);
    current.is_ok_and(|current| current.starts_with(dir))
}

/// Exchanges two directories in one step, so that at every moment one of the two
/// is in its place; whether the system could.
#[cfg(target_os = "linux")]
fn exchanged(fresh: &Path, dir: &Path) -> bool {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    renameat_with(CWD, fresh, CWD, dir, RenameFlags::EXCHANGE).is_ok()
}

#[cfg(not(target_os = "linux"))]
fn exchanged(_: &Path, _: &Path) -> bool {
    false
}

/// Takes the old directory away with what was looked at in it. A file put
/// there between the look and the exchange stays, with its directory.
fn remove_known(old: Beside, names: &[String]) {
    for name in names {
        let _ = fs::remove_file(old.path().join(name));
    }
    if fs::remove_dir(old.path()).is_err() {
        old.keep();
    }
}
