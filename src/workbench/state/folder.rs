//! The folder: where what is kept lies.
//!
//! | path in the folder | contents |
//! |---|---|
//! | `workbench/journal` | the events, a line each |
//! | `workbench/imports/N/` | files that were uploaded |
//! | `workbench/jobs/N/` | the option of job `N` as overlays |
//! | `workbench/jobs/N/M/` | attempt `M`: `progress`, `output`, `out/` |

use crate::domain::Text;
use crate::fs::{Own, PublishError, Target};
use crate::scenario::Source;
use crate::words::workbench as words;
use crate::workbook;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};
use std::time::SystemTime;

/// Name of the program's own folder in the folder.
const OWN: &str = "workbench";

/// Why a folder was not opened.
#[derive(Debug, thiserror::Error)]
pub enum Unopened {
    /// It is not there, or is none.
    #[error("{0}")]
    NoFolder(String),
    /// Another workbench has it open.
    #[error("another workbench has the folder open")]
    InUse,
    /// Its journal holds a line that is none of this program.
    #[error("line {0} of the journal cannot be read")]
    Journal(usize),
    /// Something could not be written.
    #[error(transparent)]
    Unwritable(#[from] PublishError),
}

impl Unopened {
    /// The same for readers.
    pub fn text(&self) -> Text {
        match self {
            Self::NoFolder(why) => words::no_folder(why),
            Self::InUse => words::folder_in_use(),
            Self::Journal(line) => words::journal_unreadable(*line),
            Self::Unwritable(error) => error.text(),
        }
    }
}

/// When a file was last written, and its size.
pub type Stamp = Option<(SystemTime, u64)>;

/// The stamp of a file that is there.
pub fn stamp(path: &Path) -> Stamp {
    let there = fs::metadata(path).ok()?;
    Some((there.modified().ok()?, there.len()))
}

/// Most files that are kept in memory as they were read.
const MOST_KEPT: usize = 8;

/// The folder of a workbench.
#[derive(Debug)]
pub struct Folder {
    root: PathBuf,
    /// Files as they were read: a workbook takes longer than all that follows.
    read: Mutex<Vec<(PathBuf, Stamp, Source)>>,
}

impl Folder {
    /// Looks at a folder that is there.
    ///
    /// # Errors
    ///
    /// When it is not there, or the program's own folder in it can't be made.
    pub fn new(path: &Path) -> Result<Self, Unopened> {
        let none =
            |why: &dyn std::fmt::Display| Unopened::NoFolder(format!("{}: {why}", path.display()));
        let root = fs::canonicalize(path).map_err(|why| none(&why))?;
        let own = root.join(OWN);
        for folder in [own.clone(), own.join("jobs"), own.join("imports")] {
            fs::create_dir_all(&folder).map_err(|why| none(&why))?;
            let real = fs::canonicalize(&folder).map_err(|why| none(&why))?;
            if !real.starts_with(&root) {
                return Err(none(&"link"));
            }
        }
        Ok(Self { root, read: Mutex::default() })
    }

    /// The folder itself.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// The journal.
    pub fn journal(&self) -> PathBuf {
        self.root.join(OWN).join("journal")
    }

    /// Where a job's files lie.
    pub fn job(&self, job: u32) -> PathBuf {
        self.root.join(OWN).join("jobs").join(job.to_string())
    }

    /// Where an attempt's files lie.
    pub fn attempt(&self, job: u32, attempt: u32) -> PathBuf {
        self.job(job).join(attempt.to_string())
    }

    /// Opens a scenario file, or what it was when it was opened last if it is still so.
    ///
    /// # Errors
    ///
    /// When it can't be read.
    pub fn open(&self, path: &Path) -> Result<Source, String> {
        let now = stamp(path);
        let read = || self.read.lock().unwrap_or_else(PoisonError::into_inner);
        let found = read().iter().find(|(known, then, _)| known == path && *then == now).cloned();
        if let Some((_, _, source)) = found {
            return Ok(source);
        }
        let source = workbook::open(path)?;
        let mut read = read();
        read.retain(|(known, _, _)| known != path);
        if read.len() >= MOST_KEPT {
            read.remove(0);
        }
        read.push((path.to_owned(), now, source.clone()));
        Ok(source)
    }

    /// Scenario files that the user has put into the folder, by name.
    pub fn scenarios(&self) -> Vec<String> {
        let entries = fs::read_dir(&self.root).into_iter().flatten().flatten();
        let mut names: Vec<String> = entries
            .filter(|entry| entry.file_type().is_ok_and(|kind| kind.is_file()))
            .filter_map(|entry| entry.file_name().into_string().ok())
            .filter(|name| !name.starts_with(['.', '~']))
            .filter(|name| {
                let ending = Path::new(name).extension().and_then(|ending| ending.to_str());
                ending.is_some_and(|ending| matches!(ending, "ron" | "xlsx" | "xlsm"))
            })
            .collect();
        names.sort();
        names
    }

    /// Keeps a file that was uploaded, under its own name in a folder of its own,
    /// and gives its path from the folder.
    ///
    /// # Errors
    ///
    /// When it can't be written.
    pub fn import(&self, name: &str, bytes: &[u8]) -> Result<String, PublishError> {
        let name = safe_name(name);
        let imports = self.root.join(OWN).join("imports");
        let mut number = 1;
        while imports.join(number.to_string()).exists() {
            number += 1;
        }
        let folder = imports.join(number.to_string());
        make(&folder)?;
        Target::check(&folder.join(&name), Own::InOwnFolder)?.write_bytes(bytes)?;
        Ok(format!("{OWN}/imports/{number}/{name}"))
    }

    /// Writes a file of a job.
    ///
    /// # Errors
    ///
    /// When it can't be written.
    pub fn keep(&self, job: u32, name: &str, text: &str) -> Result<(), PublishError> {
        let folder = self.job(job);
        make(&folder)?;
        Target::check(&folder.join(name), Own::InOwnFolder)?.write_bytes(text.as_bytes())
    }
}

fn make(folder: &Path) -> Result<(), PublishError> {
    fs::create_dir_all(folder)
        .map_err(|source| PublishError::Io { path: folder.to_owned(), source })
}

/// A name without folders, and with an ending that the program reads.
fn safe_name(name: &str) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let plain = |letter: char| letter.is_alphanumeric() || " -_.()（）".contains(letter);
    let name: String = last.chars().filter(|letter| plain(*letter)).take(80).collect();
    let name = name.trim_matches([' ', '.']).to_owned();
    let path = Path::new(&name);
    let ending = path.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
    let ending = ending.to_ascii_lowercase();
    let known = matches!(ending.as_str(), "ron" | "xlsx" | "xlsm");
    if known && path.file_stem().is_some_and(|stem| !stem.is_empty()) {
        name
    } else {
        format!("{}.xlsx", if name.is_empty() { "import" } else { &name })
    }
}

#[cfg(test)]
mod tests {
    use super::safe_name;

    #[test]
    fn names_stay_in_their_folder() {
        assert_eq!(safe_name("../../etc/passwd"), "passwd.xlsx");
        assert_eq!(safe_name("..\\a.ron"), "a.ron");
        assert_eq!(safe_name("方案（1）.xlsx"), "方案（1）.xlsx");
        assert_eq!(safe_name(".."), "import.xlsx");
        assert_eq!(safe_name(""), "import.xlsx");
    }
}
