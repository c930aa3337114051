//! Joining the rows of a study: the only judge of whether it is complete.

use super::folder::{Folder, write_whole};
use super::manifest::Manifest;
use super::row::{Row, RowStatus};
use super::status::{array, missing};
use super::trouble::{Kind, Trouble};
use crate::words::sweep as words;
use std::collections::BTreeMap;
use std::fs::File;
use std::io::{BufRead, BufReader, BufWriter, Write};
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
    let missing = missing(folder, &manifest);
    if !missing.is_empty() {
        let shards = manifest.shards;
        return Err(Trouble {
            kind: Kind::Incomplete,
            text: words::incomplete(missing.len(), shards, &array(&missing)),
        });
    }
    let mut parts = parts(folder, &manifest)?;
    let mut counts = BTreeMap::new();
    write_whole(out, |file| {
        let failed = |error: &std::io::Error| Trouble::io(out, error);
        let mut to = BufWriter::new(file);
        for plan in 0..manifest.plans {
            let part = &mut parts[plan % manifest.shards];
            let status = part.next(plan)?;
            *counts.entry(status).or_default() += 1;
            to.write_all(&part.line).map_err(|error| failed(&error))?;
        }
        for part in &mut parts {
            part.end()?;
        }
        to.flush().map_err(|error| failed(&error))
    })?;
    Ok(counts)
}

/// The parts of all shards in order, at their beginning.
fn parts(folder: &Folder, manifest: &Manifest) -> Result<Vec<Part>, Trouble> {
    let shards = 0..manifest.shards;
    let open = |shard: usize| {
        let path = folder.part(shard, manifest.shards);
        let file = File::open(&path).map_err(|error| Trouble::io(&path, &error))?;
        Ok(Part {
            path,
            reader: BufReader::new(file),
            line: Vec::new(),
        })
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
    fn next(&mut self, plan: usize) -> Result<RowStatus, Trouble> {
        self.read()?;
        let row: Option<Row> = match self.line.last() {
            Some(b'\n') => serde_json::from_slice(&self.line).ok(),
            _ => None,
        };
        match row {
            Some(row) if row.plan == plan => Ok(row.status),
            _ => Err(self.bad(&words::part_plan(plan))),
        }
    }

    /// Looks whether nothing is left.
    fn end(&mut self) -> Result<(), Trouble> {
        self.read()?;
        if self.line.is_empty() {
            Ok(())
        } else {
            Err(self.bad(&words::part_too_long()))
        }
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
