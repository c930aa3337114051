//! Joining the rows of a study: the only place that says whether it is complete.

use super::folder::Folder;
use super::level::Level;
use super::row::{Row, RowStatus};
use super::row_check::RowCheck;
use super::status::{array, missing};
use crate::experiment::specification::manifest::Manifest;
use crate::experiment::trouble::{Kind, Trouble};
use crate::fs::{Own, Target};
use crate::words::experiment as words;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::fs::File;
use std::io::{BufRead, BufReader, BufWriter, Read, Write};
use std::path::{Path, PathBuf};

/// Writes the rows of all shards to a file, in the order of the plans, and
/// counts them by what became of their plans. The file is written whole or not
/// at all, and has the same bytes whoever made which row when.
///
/// # Errors
///
/// When a shard is missing, a part does not have exactly the rows it should,
/// or the operating system refuses.
pub fn collect(folder: &Folder, out: &Path) -> Result<BTreeMap<RowStatus, usize>, Trouble> {
    let manifest = folder.manifest()?;
    let target = Target::check(out, Own::Recognised(holds_rows))?;
    complete(folder, &manifest)?;
    let mut counts = BTreeMap::new();
    target.write(|file| {
        let failed = |error: &std::io::Error| Trouble::io(out, error);
        let mut to = BufWriter::new(file);
        each(folder, &manifest, |line, row| {
            *counts.entry(row.status).or_default() += 1;
            to.write_all(line).map_err(|error| failed(&error))
        })?;
        to.flush().map_err(|error| failed(&error))
    })?;
    Ok(counts)
}

/// Whether a file holds rows of a study, of this version of the program or
/// another: its first line is one.
fn holds_rows(file: &File) -> bool {
    #[derive(Deserialize)]
    #[allow(dead_code)] // only what is there counts
    struct Head {
        plan: usize,
        factors: BTreeMap<String, Level>,
        status: RowStatus,
    }
    let mut line = Vec::new();
    let read = BufReader::new(file.take(LONGEST_ROW)).read_until(b'\n', &mut line);
    read.is_ok() && serde_json::from_slice::<Head>(&line).is_ok()
}

/// Longest line that is looked at, in bytes.
const LONGEST_ROW: u64 = 16 << 20;

/// The rows of all shards in the order of the plans.
///
/// # Errors
///
/// As [`collect`].
pub fn all_rows(folder: &Folder, manifest: &Manifest) -> Result<Vec<Row>, Trouble> {
    complete(folder, manifest)?;
    let mut rows = Vec::with_capacity(manifest.plans);
    each(folder, manifest, |_, row| {
        rows.push(row);
        Ok(())
    })?;
    Ok(rows)
}

/// Looks whether all shards are there.
fn complete(folder: &Folder, manifest: &Manifest) -> Result<(), Trouble> {
    let missing = missing(folder, manifest);
    if missing.is_empty() {
        return Ok(());
    }
    Err(Trouble {
        kind: Kind::Incomplete,
        text: words::incomplete(missing.len(), manifest.shards, &array(&missing)),
    })
}

/// Tells of the row of each plan, with its line, in the order of the plans.
fn each(
    folder: &Folder,
    manifest: &Manifest,
    mut tell: impl FnMut(&[u8], Row) -> Result<(), Trouble>,
) -> Result<(), Trouble> {
    let check = RowCheck::open(folder, manifest)?;
    let mut parts = parts(folder, manifest)?;
    for plan in 0..manifest.plans {
        let part = &mut parts[plan % manifest.shards];
        let row = part.next(plan)?;
        if !check.fits(&row) {
            return Err(part.bad(&words::part_forged(plan)));
        }
        tell(&part.line, row)?;
    }
    parts.iter_mut().try_for_each(Part::end)
}

/// The parts of all shards in order, at their beginning.
fn parts(folder: &Folder, manifest: &Manifest) -> Result<Vec<Part>, Trouble> {
    let shards = 0..manifest.shards;
    let open = |shard: usize| {
        let path = folder.part(shard, manifest.shards);
        let file = File::open(&path).map_err(|error| Trouble::io(&path, &error))?;
        Ok(Part { path, reader: BufReader::new(file), line: Vec::new() })
    };
    shards.map(open).collect()
}

/// A part that is being read.
struct Part {
    path: PathBuf,
    reader: BufReader<File>,
    line: Vec<u8>,
}

impl Part {
    /// Reads the next line, which must be the row of a plan.
    fn next(&mut self, plan: usize) -> Result<Row, Trouble> {
        self.read()?;
        let row: Option<Row> = match self.line.last() {
            Some(b'\n') => serde_json::from_slice(&self.line).ok(),
            _ => None,
        };
        match row {
            Some(row) if row.plan == plan => Ok(row),
            _ => Err(self.bad(&words::part_plan(plan))),
        }
    }

    /// Looks whether nothing is left.
    fn end(&mut self) -> Result<(), Trouble> {
        self.read()?;
        if self.line.is_empty() { Ok(()) } else { Err(self.bad(&words::part_too_long())) }
    }

    fn read(&mut self) -> Result<(), Trouble> {
        self.line.clear();
        let read = self.reader.read_until(b'\n', &mut self.line);
        read.map_err(|error| Trouble::io(&self.path, &error))?;
        Ok(())
    }

    fn bad(&self, why: &crate::domain::Text) -> Trouble {
        Trouble {
            kind: Kind::Failed,
            text: words::bad_part(&self.path.display(), &why.zh, &why.en),
        }
    }
}
