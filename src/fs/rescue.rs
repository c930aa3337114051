//! A place of last resort: what has been computed is not lost because the
//! place asked for can't be written any more.

use super::File;
use super::beside::{sync, write};
use std::path::{Path, PathBuf};

/// Writes files into a new folder in the system's folder for temporary files
/// or, where that can't be done, in the current one, and gives its path; none
/// where neither can be written.
pub fn rescue(files: &[File]) -> Option<PathBuf> {
    let temporary = std::env::temp_dir();
    [temporary.as_path(), Path::new(".")].into_iter().find_map(|above| rescue_in(above, files))
}

fn rescue_in(above: &Path, files: &[File]) -> Option<PathBuf> {
    let mut builder = tempfile::Builder::new();
    let dir = builder.prefix("campusplan-saved-").tempdir_in(above).ok()?;
    for file in files {
        write(&dir.path().join(&file.name), &file.content).ok()?;
    }
    sync(dir.path()).ok()?;
    let dir = dir.keep();
    Some(std::path::absolute(&dir).unwrap_or(dir))
}
