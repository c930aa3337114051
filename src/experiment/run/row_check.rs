//! Which rows are a study's own: a row carries a checksum, and has the levels
//! that the study's design gives its plan.

use super::folder::{Folder, sha256};
use super::planner::Planner;
use super::row::Row;
use crate::experiment::specification::manifest::Manifest;
use crate::experiment::trouble::Trouble;
use std::fs::File;
use std::io::{BufRead, BufReader, ErrorKind};
use std::path::Path;

/// Characters of a checksum.
const LENGTH: usize = 32;

/// The checksum of a row of the study with this manifest.
pub fn checksum(manifest: &Manifest, row: &Row) -> String {
    let bare = Row { check: String::new(), ..row.clone() };
    let inputs = manifest.inputs.iter().map(|one| one.sha256.as_str());
    let study: Vec<&str> = inputs.collect();
    // Only values that can't be serialised fail, and these can.
    let row = serde_json::to_string(&bare).unwrap_or_default();
    let mut check = sha256(format!("{} {row}", study.join(" ")).as_bytes());
    check.truncate(LENGTH);
    check
}

/// Checks which rows are a study's own.
#[derive(Debug)]
pub struct RowCheck<'a> {
    manifest: &'a Manifest,
    planner: Planner,
}

impl<'a> RowCheck<'a> {
    /// The check of a study's rows.
    ///
    /// # Errors
    ///
    /// As [`Planner::open`].
    pub fn open(folder: &Folder, manifest: &'a Manifest) -> Result<Self, Trouble> {
        let planner = Planner::open(folder, manifest)?;
        Ok(Self { manifest, planner })
    }

    /// Whether a row is the study's: its checksum holds and its levels are those
    /// of its plan. The level of a draw follows from the draw, and only the
    /// checksum vouches for it.
    pub fn fits(&self, row: &Row) -> bool {
        let plan = row.plan;
        let levels = || self.planner.levels(plan);
        plan < self.manifest.plans.min(self.planner.choices.len())
            && row.check == checksum(self.manifest, row)
            && (levels().iter()).all(|(key, level)| row.factors.get(key) == Some(level))
    }

    /// Whether a file holds exactly the rows of a shard, in order; none if it is
    /// not there.
    ///
    /// # Errors
    ///
    /// When it can't be read.
    pub fn whole(&self, part: &Path, shard: usize) -> Result<Option<bool>, Trouble> {
        let failed = |error: &std::io::Error| Trouble::io(part, error);
        let file = match File::open(part) {
            Ok(file) => file,
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(failed(&error)),
        };
        if !file.metadata().is_ok_and(|file| file.is_file()) {
            return Ok(Some(false));
        }
        let mut plans = (shard..self.manifest.plans).step_by(self.manifest.shards);
        let mut reader = BufReader::new(file);
        let mut line = Vec::new();
        loop {
            line.clear();
            let read = reader.read_until(b'\n', &mut line);
            read.map_err(|error| failed(&error))?;
            let row = || serde_json::from_slice::<Row>(&line).ok();
            let due = plans.next();
            match (due, line.last()) {
                (None, last) => return Ok(Some(last.is_none())),
                (Some(plan), Some(b'\n')) => {
                    let row = row().filter(|row| row.plan == plan && self.fits(row));
                    if row.is_none() {
                        return Ok(Some(false));
                    }
                }
                (Some(_), _) => return Ok(Some(false)),
            }
        }
    }
}
