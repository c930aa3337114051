//! Writing some files into a directory that may hold others: all or none.

use super::beside::{Beside, Holding, missing, sweep, sync, writable, write};
use super::error::failed;
use super::{File, PublishError};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// Name under which temporary directories in the directory stand.
const NAME: &str = "report";

/// A directory into which files may be written.
#[derive(Debug)]
pub struct Inside {
    dir: PathBuf,
}

impl Inside {
    /// Looks whether files of these names can be written into `dir`, and cleans
    /// away what a killed run has left there.
    ///
    /// # Errors
    ///
    /// When `dir` is no directory, something that is no file has one of the
    /// names, or nothing can be written there.
    pub fn check<'n>(
        dir: &Path,
        names: impl IntoIterator<Item = &'n str>,
    ) -> Result<Self, PublishError> {
        let dir = std::path::absolute(dir).map_err(|source| failed(dir, source))?;
        if dir.exists() && !dir.is_dir() {
            return Err(PublishError::NotADirectory(dir));
        }
        sweep(&dir, Some(NAME));
        for name in names {
            replaceable(&dir.join(name))?;
        }
        writable(&dir)?;
        Ok(Self { dir })
    }

    /// Writes the files, all of them or none; the directory is made if there is
    /// none. Files of the same names are replaced, and when that fails they are
    /// as before; nothing else is touched.
    ///
    /// # Errors
    ///
    /// When something that is no file has the name of one, or the operating
    /// system refuses.
    pub fn publish(&self, files: &[File]) -> Result<(), PublishError> {
        let missing = missing(&self.dir);
        let written = fs::create_dir_all(&self.dir)
            .map_err(|source| failed(&self.dir, source))
            .and_then(|()| exchange(&self.dir, files, &[]));
        if written.is_err() {
            for made in &missing {
                let _ = fs::remove_dir(made);
            }
        }
        written
    }
}

/// Refuses what is there and no regular file.
fn replaceable(path: &Path) -> Result<(), PublishError> {
    if fs::symlink_metadata(path).is_ok_and(|there| !there.is_file()) {
        return Err(PublishError::NotAFile(path.to_owned()));
    }
    Ok(())
}

/// Puts the new files in the places of the old, and takes those away that are
/// out of date.
pub(super) fn exchange(dir: &Path, files: &[File], stale: &[String]) -> Result<(), PublishError> {
    let fresh = Beside::new(dir, NAME, Holding::New)?;
    for file in files {
        let target = dir.join(&file.name);
        replaceable(&target)?;
        let path = fresh.path().join(&file.name);
        write(&path, &file.content).map_err(|source| failed(&target, source))?;
    }
    let aside = Beside::new(dir, NAME, Holding::Old)?;
    swap(dir, (fresh.path(), aside.path()), files, stale).map_err(|(error, lost)| {
        if lost {
            // What could not be put back must not go with the directory.
            aside.keep();
        }
        error
    })?;
    sync(dir).map_err(|source| failed(dir, source))
}

/// Puts the files of `fresh` in their places and what was there into `aside`;
/// when that fails, all is put back, and the answer says whether something
/// could not be.
fn swap(
    dir: &Path,
    (fresh, aside): (&Path, &Path),
    files: &[File],
    stale: &[String],
) -> Result<(), (PublishError, bool)> {
    let mut touched: Vec<&str> = Vec::new();
    let mut moved = files.iter().try_for_each(|file| {
        let target = dir.join(&file.name);
        let moved = set_aside(&target, &aside.join(&file.name)).and_then(|()| {
            touched.push(&file.name);
            fs::rename(fresh.join(&file.name), &target)
        });
        moved.map_err(|source| failed(&target, source))
    });
    if moved.is_ok() {
        moved = stale.iter().try_for_each(|name| {
            let target = dir.join(name);
            touched.push(name);
            fs::rename(&target, aside.join(name)).map_err(|source| failed(&target, source))
        });
    }
    moved.map_err(|error| {
        let touched = touched.iter().rev();
        let lost = touched.filter(|name| !restore(dir, aside, name));
        (error, lost.count() > 0)
    })
}

/// Keeps a file that is to be replaced, if there is one: under a second name, so
/// that a run killed now leaves it where it is, or else out of the way.
fn set_aside(target: &Path, old: &Path) -> io::Result<()> {
    if fs::hard_link(target, old).is_ok() {
        return Ok(());
    }
    match fs::rename(target, old) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        other => other,
    }
}

/// Puts a file back where it was, or takes away one that was not there before;
/// whether that could be done.
fn restore(dir: &Path, aside: &Path, name: &str) -> bool {
    let (target, old) = (dir.join(name), aside.join(name));
    if old.exists() {
        return fs::rename(old, target).is_ok();
    }
    match fs::remove_file(target) {
        Err(error) => error.kind() == io::ErrorKind::NotFound,
        Ok(()) => true,
    }
}
#[cfg(test)]
mod tests {
    use super::*;

    fn publish_into(dir: &Path, files: &[File]) -> Result<(), PublishError> {
        let names = files.iter().map(|file| file.name.as_str());
        Inside::check(dir, names)?.publish(files)
    }

    fn file(name: &str, content: &str) -> File {
        File::new(name, content)
    }

    fn held(dir: &Path) -> Vec<(String, String)> {
        let entries = fs::read_dir(dir).unwrap().map(|entry| entry.unwrap().path());
        let mut held: Vec<(String, String)> = entries
            .map(|path| {
                let name = path.file_name().unwrap().to_string_lossy().into_owned();
                let content = fs::read_to_string(&path).unwrap_or_default();
                (name, content)
            })
            .collect();
        held.sort();
        held
    }

    fn pairs(all: &[(&str, &str)]) -> Vec<(String, String)> {
        let pairs = all.iter();
        pairs.map(|(name, content)| ((*name).to_owned(), (*content).to_owned())).collect()
    }

    #[test]
    fn files_are_replaced_and_others_left_alone() {
        let above = tempfile::tempdir().unwrap();
        let dir = above.path().join("deep").join("out");
        publish_into(&dir, &[file("a", "1"), file("b", "1")]).unwrap();
        fs::write(dir.join("mine"), "x").unwrap();
        publish_into(&dir, &[file("b", "2"), file("c", "2")]).unwrap();
        let expected = [("a", "1"), ("b", "2"), ("c", "2"), ("mine", "x")];
        assert_eq!(held(&dir), pairs(&expected));
    }

    #[test]
    fn a_swap_that_fails_halfway_puts_the_old_files_back() {
        let dir = tempfile::tempdir().unwrap();
        let dir = dir.path();
        fs::write(dir.join("a"), "old").unwrap();
        fs::write(dir.join("c"), "old").unwrap();
        // The third new file is not there: seen only at the swap.
        let (fresh, aside) = (dir.join("fresh"), dir.join("aside"));
        for made in [&fresh, &aside] {
            fs::create_dir(made).unwrap();
        }
        fs::write(fresh.join("a"), "new").unwrap();
        fs::write(fresh.join("b"), "new").unwrap();
        let files = [file("a", ""), file("b", ""), file("c", "")];
        assert!(swap(dir, (&fresh, &aside), &files, &[]).is_err());
        fs::remove_dir_all(&fresh).unwrap();
        fs::remove_dir_all(&aside).unwrap();
        assert_eq!(held(dir), pairs(&[("a", "old"), ("c", "old")]));
    }

    #[test]
    fn what_is_in_the_way_is_named_and_nothing_is_written() {
        let above = tempfile::tempdir().unwrap();
        let dir = above.path();
        fs::create_dir(dir.join("b")).unwrap();
        fs::write(dir.join("a"), "old").unwrap();
        let error = publish_into(dir, &[file("a", "new"), file("b", "new")]).unwrap_err();
        assert!(matches!(&error, PublishError::NotAFile(path) if path.ends_with("b")), "{error}");
        assert_eq!(held(dir), pairs(&[("a", "old"), ("b", "")]));
        let error = publish_into(&dir.join("a"), &[file("c", "")]).unwrap_err();
        assert!(matches!(error, PublishError::NotADirectory(_)), "{error}");
    }

    #[test]
    fn directories_made_in_vain_are_taken_away() {
        let above = tempfile::tempdir().unwrap();
        let dir = above.path().join("deep").join("out");
        assert!(publish_into(&dir, &[file("no/where", "x")]).is_err());
        assert_eq!(held(above.path()), pairs(&[]));
    }
}
