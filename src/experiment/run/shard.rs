//! Working on a shard: its plans one after the other.

use super::attempts::{Attempt, Kept};
use super::folder::{Folder, write_whole};
use super::planner::{Made, Timings};
use super::row::Row;
use super::row_check::{RowCheck, checksum};
use crate::experiment::specification::manifest::Manifest;
use crate::experiment::trouble::Trouble;
use crate::words::experiment as words;
use serde::Serialize;
use std::fs::{self, OpenOptions};
use std::io::Write;
use std::path::{Path, PathBuf};

/// How work on a shard ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Finish {
    /// Its rows are complete now, or were before.
    Complete,
    /// The maker was asked to stop; rows made so far are kept.
    Interrupted,
}

/// The plans of a shard: every k-th with k mod `shards` = `shard`.
pub fn plans_of(
    shard: usize,
    shards: usize,
    plans: usize,
) -> impl DoubleEndedIterator<Item = usize> {
    (shard..plans).step_by(shards)
}

/// Makes rows.
pub trait Maker {
    /// The row of a plan; none if nothing more is to be made.
    ///
    /// # Errors
    ///
    /// When no row of any plan can be made now.
    fn make(&mut self, plan: usize) -> Result<Option<Made>, Trouble>;
}

/// Has the rows of a shard made that are still missing and, once all are
/// there, gives them their name. `told` hears of each row that is made.
///
/// # Errors
///
/// When there is no such shard, the directory is not what it was, or the maker
/// or the operating system refuses.
pub fn work(
    folder: &Folder,
    shard: usize,
    maker: &mut dyn Maker,
    told: &mut dyn FnMut(&Row),
) -> Result<Finish, Trouble> {
    let manifest = folder.manifest()?;
    let Manifest { shards, plans, .. } = manifest;
    if shard >= shards {
        let text = words::no_such_shard(shard, shards, shards - 1);
        return Err(Trouble::wrong(text));
    }
    let part = folder.part(shard, shards);
    let check = RowCheck::open(folder, &manifest)?;
    let damaged = match check.whole(&part, shard)? {
        Some(true) => return Ok(Finish::Complete),
        Some(false) => Some(set_aside(folder, &part, shard)?),
        None => None,
    };
    folder.make()?;
    let wanted = |row: &Row| row.plan % shards == shard && check.fits(row);
    let mut kept = Kept::find(folder, shard, wanted)?;
    let missing: Vec<usize> =
        plans_of(shard, shards, plans).filter(|plan| !kept.has(*plan)).collect();
    let mut own = None;
    if !missing.is_empty() {
        let mut attempt = Attempt::begin(folder, shard)?;
        let timings = folder.timings(shard, attempt.name());
        for plan in missing {
            let Some(mut made) = maker.make(plan)? else {
                return Ok(Finish::Interrupted);
            };
            made.row.check = checksum(&manifest, &made.row);
            attempt.append(&made.row)?;
            note(&timings, plan, made.timings);
            told(&made.row);
        }
        own = Some(attempt.path().to_owned());
        kept.take(attempt)?;
    }
    write_whole(&part, |file| kept.copy(file, &part))?;
    for path in own.into_iter().chain(damaged) {
        Attempt::clear(&path);
    }
    Ok(Finish::Complete)
}

/// Has a damaged part be an attempt among others: its rows that hold are used
/// again.
fn set_aside(folder: &Folder, part: &Path, shard: usize) -> Result<PathBuf, Trouble> {
    let name = Folder::attempt_prefix(shard) + "damaged";
    let aside = folder.parts().join(name);
    fs::rename(part, &aside).map_err(|error| Trouble::io(part, &error))?;
    Ok(aside)
}

/// Where the time of a plan went.
#[derive(Serialize)]
struct Timed {
    plan: usize,
    seconds: Timings,
}

/// Notes where the time of a plan went. Nothing depends on it, so a note that
/// can't be written is left out.
fn note(path: &Path, plan: usize, seconds: Timings) {
    let written = || -> Option<()> {
        let line = serde_json::to_string(&Timed { plan, seconds }).ok()? + "\n";
        let mut file = OpenOptions::new().append(true).create(true).open(path).ok()?;
        file.write_all(line.as_bytes()).ok()
    };
    let _ = written();
}
