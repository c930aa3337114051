//! The directory of a study and what is in it.
//!
//! | file | is |
//! |---|---|
//! | `manifest.json` | what the study is made of; written last |
//! | `study.ron`, `base.ron` | the study file, and the base as one file |
//! | `near.json` | what the base's plan decides about places, if it has one |
//! | `candidates.json`, `free.jsonl` | of a follow-up study: the first stages that it forces, and the rows of the study it follows |
//! | `parts/part-I-of-N.jsonl` | the rows of a shard, whole |
//! | `parts/part-I.try-HOST-PID` | rows of an attempt at a shard |
//! | `.unfinished-study` | while the study is being made |
//! | `timings/I.HOST-PID.jsonl` | where the time of an attempt went |

use crate::experiment::specification::manifest::{FORMAT, Manifest};
use crate::experiment::trouble::Trouble;
use crate::fs::{LARGEST_PLAN, Own, Target, Unread, is_temporary, read};
use crate::plan::Program;
use crate::words::experiment as words;
use sha2::{Digest, Sha256};
use std::fmt::Write as _;
use std::fs::{self, File};
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};

/// The study file.
pub const STUDY: &str = "study.ron";
/// The base as one file.
pub const BASE: &str = "base.ron";
/// What the base's plan decides.
pub const NEAR: &str = "near.json";
/// What the study is made of.
pub const MANIFEST: &str = "manifest.json";
/// The first stages that a follow-up study forces.
pub const CANDIDATES: &str = "candidates.json";
/// The rows of the study that a follow-up study follows.
pub const FREE: &str = "free.jsonl";
/// The note that a study is being made.
const BEGUN: &str = ".unfinished-study";
/// Folder of the rows.
const PARTS: &str = "parts";
/// Folder of the timings.
const TIMINGS: &str = "timings";

/// The directory of a study.
#[derive(Clone, Debug)]
pub struct Folder {
    dir: PathBuf,
}

/// The program that makes rows now.
pub fn program() -> Program {
    Program {
        name: env!("CARGO_PKG_NAME").to_owned(),
        version: env!("CARGO_PKG_VERSION").to_owned(),
    }
}

/// SHA-256 of bytes, in hex.
pub fn sha256(bytes: &[u8]) -> String {
    let digest = Sha256::digest(bytes);
    digest.iter().fold(String::new(), |mut hex, byte| {
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}

impl Folder {
    /// A directory that may hold a study.
    pub fn new(dir: &Path) -> Self {
        let dir = dir.to_owned();
        Self { dir }
    }

    /// The directory itself.
    pub fn dir(&self) -> &Path {
        &self.dir
    }

    /// A file of the directory.
    pub fn file(&self, name: &str) -> PathBuf {
        self.dir.join(name)
    }

    /// The folder of the rows.
    pub fn parts(&self) -> PathBuf {
        self.dir.join(PARTS)
    }

    /// The rows of a shard, once it is complete.
    pub fn part(&self, shard: usize, shards: usize) -> PathBuf {
        self.parts().join(format!("part-{shard}-of-{shards}.jsonl"))
    }

    /// How the files of attempts at a shard begin.
    pub fn attempt_prefix(shard: usize) -> String {
        format!("part-{shard}.try-")
    }

    /// A file for the timings of an attempt.
    pub fn timings(&self, shard: usize, attempt: &str) -> PathBuf {
        self.dir.join(TIMINGS).join(format!("{shard}.{attempt}.jsonl"))
    }

    /// Makes the folders of rows and timings.
    ///
    /// # Errors
    ///
    /// When the operating system refuses.
    pub fn make(&self) -> Result<(), Trouble> {
        for name in [PARTS, TIMINGS] {
            let path = self.dir.join(name);
            fs::create_dir_all(&path).map_err(|error| Trouble::io(&path, &error))?;
        }
        Ok(())
    }

    /// Takes away what [`Folder::make`] made, as far as nothing is in it.
    pub fn unmake(&self) {
        for path in [self.parts(), self.dir.join(TIMINGS), self.dir.clone()] {
            let _ = fs::remove_dir(path);
        }
    }

    /// The manifest, if there is one.
    ///
    /// # Errors
    ///
    /// When it can't be read or is none.
    pub fn find_manifest(&self) -> Result<Option<Manifest>, Trouble> {
        let path = self.file(MANIFEST);
        let json = match read(&path, LARGEST_PLAN) {
            Ok(json) => json,
            Err(Unread::Io(error)) if error.kind() == ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(Trouble::unread(&path, &error)),
        };
        let read = serde_json::from_slice(&json);
        let manifest: Manifest = read.map_err(|error| {
            let text = words::bad_manifest(&path.display(), &error);
            Trouble::wrong(text)
        })?;
        if !manifest.is_sensible() {
            let why = words::absurd_manifest();
            let why = format!("{} / {}", why.zh, why.en);
            return Err(Trouble::wrong(words::bad_manifest(&path.display(), &why)));
        }
        Ok(Some(manifest))
    }

    /// The manifest of a study made by this version of the program.
    ///
    /// # Errors
    ///
    /// When there is none, or it is another version's.
    pub fn manifest(&self) -> Result<Manifest, Trouble> {
        let manifest = self.find_manifest()?;
        let manifest =
            manifest.ok_or_else(|| Trouble::wrong(words::no_study(&self.dir.display())))?;
        let (own, made) = (program(), &manifest.program);
        if manifest.format != FORMAT || *made != own {
            let text = words::other_version(&self.dir.display(), &made.version, &own.version);
            return Err(Trouble::wrong(text));
        }
        Ok(manifest)
    }

    /// The bytes of an input, which must be what they were when the study was
    /// made; none if the manifest has no such input.
    ///
    /// # Errors
    ///
    /// When it has changed or can't be read.
    pub fn input(&self, manifest: &Manifest, name: &str) -> Result<Option<Vec<u8>>, Trouble> {
        let Some(input) = manifest.inputs.iter().find(|one| one.file == name) else {
            return Ok(None);
        };
        let path = self.file(name);
        let bytes = read(&path, LARGEST_PLAN).map_err(|error| Trouble::unread(&path, &error))?;
        if sha256(&bytes) == input.sha256 {
            Ok(Some(bytes))
        } else {
            Err(Trouble::wrong(words::changed(&path.display())))
        }
    }

    /// Notes that a study is being made here, so that what is left of it, should
    /// it come to nothing, is known to be the program's own.
    ///
    /// # Errors
    ///
    /// When the operating system refuses.
    pub fn begin(&self) -> Result<(), Trouble> {
        write_bytes(&self.file(BEGUN), program().version.as_bytes())
    }

    /// Takes the note of [`Folder::begin`] away.
    pub fn end(&self) {
        let _ = fs::remove_file(self.file(BEGUN));
    }

    /// Names of what is in the directory and does not belong to a study that is
    /// being made, in order. Rows do not: those of an earlier study, whose
    /// manifest is gone, must not become this one's.
    ///
    /// # Errors
    ///
    /// When it can't be read.
    pub fn foreign(&self) -> Result<Vec<String>, Trouble> {
        let folders = [PARTS, TIMINGS];
        let files = [STUDY, BASE, NEAR, CANDIDATES, FREE];
        let begun = self.file(BEGUN).exists();
        let own = |name: &str| {
            folders.contains(&name)
                || begun && files.contains(&name)
                || name.starts_with(UNFINISHED)
                || is_temporary(name)
        };
        let mut names = names_in(&self.dir)?;
        names.retain(|name| !own(name));
        for row in names_in(&self.parts())? {
            names.push(format!("{PARTS}/{row}"));
        }
        Ok(names)
    }
}

/// Names in a directory in order; none if it is not there.
///
/// # Errors
///
/// When it can't be read.
pub fn names_in(dir: &Path) -> Result<Vec<String>, Trouble> {
    let entries = match fs::read_dir(dir) {
        Ok(entries) => entries,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(Trouble::io(dir, &error)),
    };
    let mut names = Vec::new();
    for entry in entries {
        let entry = entry.map_err(|error| Trouble::io(dir, &error))?;
        names.push(entry.file_name().to_string_lossy().into_owned());
    }
    names.sort();
    Ok(names)
}

/// How the names of files begin that are not whole yet.
pub const UNFINISHED: &str = ".unfinished-";

/// Writes a file of the folder whole, in place of the one there was.
///
/// # Errors
///
/// When the operating system refuses, or `fill` does.
pub fn write_whole(
    path: &Path,
    fill: impl FnOnce(&mut File) -> Result<(), Trouble>,
) -> Result<(), Trouble> {
    Target::check(path, Own::InOwnFolder)?.write(fill)
}

/// The same with bytes.
///
/// # Errors
///
/// When the operating system refuses.
pub fn write_bytes(path: &Path, bytes: &[u8]) -> Result<(), Trouble> {
    write_whole(path, |file| file.write_all(bytes).map_err(|error| Trouble::io(path, &error)))
}
