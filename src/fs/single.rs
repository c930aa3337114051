//! A single file, written whole or not at all.

use super::PublishError;
use super::beside::{Beside, Holding, name_of, parent, sweep, sync, writable};
use super::error::failed;
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// How a file is recognised that may be replaced.
#[derive(Clone, Copy, Debug)]
pub enum Own {
    /// Any regular file: it lies in a folder of the program's own.
    InOwnFolder,
    /// Looks at the file.
    Recognised(fn(&File) -> bool),
}

/// A file that may be written.
#[derive(Debug)]
pub struct Target {
    /// As asked for.
    shown: PathBuf,
    full: PathBuf,
    own: Own,
}

impl Target {
    /// Looks whether a file may be written at `path`: nothing is there, an
    /// empty file, or one that the program has written. What a killed run has
    /// left beside it is cleaned away.
    ///
    /// # Errors
    ///
    /// When something else is there, or nothing can be written beside it.
    pub fn check(path: &Path, own: Own) -> Result<Self, PublishError> {
        let target = Self {
            shown: path.to_owned(),
            full: std::path::absolute(path).map_err(|source| failed(path, source))?,
            own,
        };
        target.replaceable()?;
        let above = parent(&target.full);
        if !above.exists() {
            let source = io::Error::from(io::ErrorKind::NotFound);
            return Err(failed(path, source));
        }
        sweep(above, Some(&name_of(&target.full)));
        writable(above)?;
        Ok(target)
    }

    /// Writes the file, in place of the one there was.
    ///
    /// # Errors
    ///
    /// When something foreign has come there meanwhile, or the operating system
    /// or `fill` refuses.
    pub fn write<E: From<PublishError>>(
        &self,
        fill: impl FnOnce(&mut File) -> Result<(), E>,
    ) -> Result<(), E> {
        let refused = |source| failed(&self.shown, source);
        let above = parent(&self.full);
        let fresh = Beside::new(above, &name_of(&self.full), Holding::New)?;
        let path = fresh.path().join("file");
        let mut new = File::create_new(&path).map_err(refused)?;
        fill(&mut new)?;
        new.sync_all().map_err(refused)?;
        self.replaceable()?;
        if let Ok(there) = fs::metadata(&self.full) {
            new.set_permissions(there.permissions()).map_err(refused)?;
        }
        fs::rename(&path, &self.full).map_err(refused)?;
        sync(above).map_err(refused)?;
        Ok(())
    }

    /// Writes the file from bytes.
    ///
    /// # Errors
    ///
    /// As [`Target::write`].
    pub fn write_bytes(&self, bytes: &[u8]) -> Result<(), PublishError> {
        self.write(|file| {
            let written = file.write_all(bytes);
            written.map_err(|source| failed(&self.shown, source))
        })
    }

    fn replaceable(&self) -> Result<(), PublishError> {
        let there = match fs::symlink_metadata(&self.full) {
            Ok(there) => there,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
            Err(source) => return Err(failed(&self.shown, source)),
        };
        if !there.is_file() {
            return Err(PublishError::NotAFile(self.shown.clone()));
        }
        let Own::Recognised(own) = self.own else {
            return Ok(());
        };
        let file = File::open(&self.full).map_err(|source| failed(&self.shown, source))?;
        if there.len() == 0 || own(&file) {
            Ok(())
        } else {
            Err(PublishError::ForeignFile(self.shown.clone()))
        }
    }
}
