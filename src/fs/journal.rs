//! A file of lines that only grows: each line is on the disk before its append
//! returns, and a line that was cut off by a kill is dropped when it is opened.

use super::PublishError;
use super::error::failed;
use std::fs::{File, OpenOptions};
use std::io::{Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

/// An open journal; no other process has it open.
#[derive(Debug)]
pub struct Journal {
    path: PathBuf,
    file: File,
}

impl Journal {
    /// Opens or makes it and gives its lines; none if another process has it open.
    ///
    /// # Errors
    ///
    /// When the operating system refuses, or the file is not UTF-8.
    pub fn open(path: &Path) -> Result<Option<(Self, Vec<String>)>, PublishError> {
        let refused = |source| failed(path, source);
        let mut options = OpenOptions::new();
        let file = options.read(true).append(true).create(true).open(path).map_err(refused)?;
        if !lock(&file) {
            return Ok(None);
        }
        let mut journal = Self { path: path.to_owned(), file };
        let lines = journal.lines().map_err(refused)?;
        Ok(Some((journal, lines)))
    }

    /// The whole lines; what stands behind the last line end is cut off.
    fn lines(&mut self) -> std::io::Result<Vec<String>> {
        let mut bytes = Vec::new();
        self.file.seek(SeekFrom::Start(0))?;
        self.file.read_to_end(&mut bytes)?;
        let whole = bytes.iter().rposition(|byte| *byte == b'\n').map_or(0, |end| end + 1);
        if whole < bytes.len() {
            self.file.set_len(whole as u64)?;
            bytes.truncate(whole);
        }
        let text = String::from_utf8(bytes).map_err(std::io::Error::other)?;
        Ok(text.lines().map(str::to_owned).collect())
    }

    /// Appends a line and has it put on the disk.
    ///
    /// # Errors
    ///
    /// When the operating system refuses; the file is then as before, where it can be.
    pub fn append(&mut self, line: &str) -> Result<(), PublishError> {
        let before = self.file.metadata().map_err(|source| failed(&self.path, source))?.len();
        let written = self
            .file
            .write_all(format!("{line}\n").as_bytes())
            .and_then(|()| self.file.sync_data());
        written.map_err(|source| {
            let _ = self.file.set_len(before);
            failed(&self.path, source)
        })
    }
}

/// Locks a file, unless another process has.
#[cfg(unix)]
pub fn lock(file: &File) -> bool {
    rustix::fs::flock(file, rustix::fs::FlockOperation::NonBlockingLockExclusive).is_ok()
}

/// Locks a file, unless another process has.
#[cfg(not(unix))]
pub fn lock(_: &File) -> bool {
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_that_was_cut_off_is_dropped() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("journal");
        std::fs::write(&path, "one\ntwo\nthr").unwrap();
        let (mut journal, lines) = Journal::open(&path).unwrap().unwrap();
        assert_eq!(lines, ["one", "two"]);
        journal.append("three").unwrap();
        assert_eq!(std::fs::read_to_string(&path).unwrap(), "one\ntwo\nthree\n");
        assert!(Journal::open(&path).unwrap().is_none(), "it is open already");
    }
}
