//! Rows that attempts at a shard have left: every attempt has a file of its
//! own, to which it appends whole lines. Whatever ended it, only the last line
//! can be torn, and has no end then.

use super::folder::{Folder, names_in};
use super::row::{Row, RowStatus};
use crate::experiment::trouble::Trouble;
use std::collections::BTreeMap;
use std::fs::{self, File, OpenOptions};
use std::io::{BufRead, BufReader, ErrorKind, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

/// Rows of a shard, by plan: where they stand. The rows themselves stay on the
/// disk, so that many take no more memory than few.
#[derive(Debug, Default)]
pub struct Kept {
    files: Vec<(PathBuf, File)>,
    rows: BTreeMap<usize, Spot>,
}

/// Where a row stands.
#[derive(Clone, Copy, Debug)]
struct Spot {
    file: usize,
    start: u64,
    length: usize,
}

/// A line of a file that is a row.
struct Line {
    row: Row,
    start: u64,
    length: usize,
}

impl Kept {
    /// The rows that earlier attempts have left for the plans wanted. Of two
    /// rows of a plan the first is taken, in the order of the files' names.
    ///
    /// # Errors
    ///
    /// When a file can't be read.
    pub fn find(
        folder: &Folder,
        shard: usize,
        wanted: impl Fn(&Row) -> bool,
    ) -> Result<Self, Trouble> {
        let mut kept = Self::default();
        for path in attempts(folder, shard)? {
            let file = match File::open(&path) {
                Ok(file) => file,
                // Another attempt has come to an end and cleared it away.
                Err(error) if error.kind() == ErrorKind::NotFound => continue,
                Err(error) => return Err(Trouble::io(&path, &error)),
            };
            let index = kept.files.len();
            lines(&path, &file, |line| {
                if wanted(&line.row) {
                    kept.rows.entry(line.row.plan).or_insert(Spot {
                        file: index,
                        start: line.start,
                        length: line.length,
                    });
                }
            })?;
            kept.files.push((path, file));
        }
        Ok(kept)
    }

    /// Whether there is a row of a plan.
    pub fn has(&self, plan: usize) -> bool {
        self.rows.contains_key(&plan)
    }

    /// Takes in the rows of an attempt of one's own.
    ///
    /// # Errors
    ///
    /// When its file can't be read.
    pub fn take(&mut self, attempt: Attempt) -> Result<(), Trouble> {
        let Attempt { path, rows, .. } = attempt;
        let file = File::open(&path).map_err(|error| Trouble::io(&path, &error))?;
        let index = self.files.len();
        for (plan, start, length) in rows {
            let file = index;
            let spot = Spot { file, start, length };
            self.rows.entry(plan).or_insert(spot);
        }
        self.files.push((path, file));
        Ok(())
    }

    /// Copies the lines of all rows, in the order of the plans.
    ///
    /// # Errors
    ///
    /// When a file can't be read, or the copy can't be written.
    pub fn copy(&self, to: &mut File, path: &Path) -> Result<(), Trouble> {
        let mut to = std::io::BufWriter::new(to);
        let mut line = Vec::new();
        for spot in self.rows.values() {
            let (from, file) = &self.files[spot.file];
            let mut file = file;
            line.resize(spot.length, 0);
            file.seek(SeekFrom::Start(spot.start))
                .and_then(|_| file.read_exact(&mut line))
                .map_err(|error| Trouble::io(from, &error))?;
            to.write_all(&line).map_err(|error| Trouble::io(path, &error))?;
        }
        to.flush().map_err(|error| Trouble::io(path, &error))
    }
}

/// The files of attempts at a shard, in the order of their names.
fn attempts(folder: &Folder, shard: usize) -> Result<Vec<PathBuf>, Trouble> {
    let parts = folder.parts();
    let prefix = Folder::attempt_prefix(shard);
    let names = names_in(&parts)?.into_iter();
    let own = names.filter(|name| name.starts_with(&prefix));
    Ok(own.map(|name| parts.join(name)).collect())
}

/// Tells of every whole line of a file that is a row.
fn lines(path: &Path, file: &File, mut tell: impl FnMut(Line)) -> Result<(), Trouble> {
    let mut reader = BufReader::new(file);
    let (mut start, mut line) = (0, Vec::new());
    loop {
        line.clear();
        let length =
            reader.read_until(b'\n', &mut line).map_err(|error| Trouble::io(path, &error))?;
        if line.last() != Some(&b'\n') {
            return Ok(());
        }
        if let Ok(row) = serde_json::from_slice(&line) {
            tell(Line { row, start, length });
        }
        start += length as u64;
    }
}

/// Plans of a shard by what became of them, as far as attempts have come.
///
/// # Errors
///
/// When a file can't be read.
pub fn tally(
    folder: &Folder,
    shard: usize,
    wanted: impl Fn(&Row) -> bool,
) -> Result<BTreeMap<usize, RowStatus>, Trouble> {
    let mut known = BTreeMap::new();
    for path in attempts(folder, shard)? {
        if let Ok(file) = File::open(&path) {
            lines(&path, &file, |line| {
                if wanted(&line.row) {
                    known.entry(line.row.plan).or_insert(line.row.status);
                }
            })?;
        }
    }
    Ok(known)
}

/// An attempt at a shard: its rows so far.
#[derive(Debug)]
pub struct Attempt {
    path: PathBuf,
    name: String,
    file: File,
    rows: Vec<(usize, u64, usize)>,
    length: u64,
}

impl Attempt {
    /// A new attempt, with a file of its own.
    ///
    /// # Errors
    ///
    /// When the file can't be made.
    pub fn begin(folder: &Folder, shard: usize) -> Result<Self, Trouble> {
        let host = gethostname::gethostname();
        let host = host.to_string_lossy().replace(['/', '\\'], "_");
        let process = std::process::id();
        let mut again = 0;
        loop {
            let name = match again {
                0 => format!("{host}-{process}"),
                again => format!("{host}-{process}-{again}"),
            };
            let path = folder.parts().join(Folder::attempt_prefix(shard) + &name);
            let file = OpenOptions::new().append(true).create_new(true).open(&path);
            match file {
                Ok(file) => {
                    return Ok(Self { path, name, file, rows: Vec::new(), length: 0 });
                }
                // An earlier process had the same number.
                Err(error) if error.kind() == ErrorKind::AlreadyExists => again += 1,
                Err(error) => return Err(Trouble::io(&path, &error)),
            }
        }
    }

    /// Host and process, and what tells it from an earlier one with the same.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Appends a row in one piece.
    ///
    /// # Errors
    ///
    /// When it can't be written.
    pub fn append(&mut self, row: &Row) -> Result<(), Trouble> {
        let failed = |error: &std::io::Error| Trouble::io(&self.path, error);
        let mut line = serde_json::to_vec(row).map_err(|error| failed(&error.into()))?;
        line.push(b'\n');
        self.file.write_all(&line).map_err(|error| failed(&error))?;
        self.rows.push((row.plan, self.length, line.len()));
        self.length += line.len() as u64;
        Ok(())
    }

    /// Takes the attempt's file away, once its rows stand elsewhere. Leaving
    /// it does no harm.
    pub fn clear(path: &Path) {
        let _ = fs::remove_file(path);
    }

    /// Its file.
    pub fn path(&self) -> &Path {
        &self.path
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::experiment as words;

    fn row(plan: usize) -> Row {
        Row {
            plan,
            factors: BTreeMap::new(),
            status: RowStatus::Infeasible,
            reason: Some(words::infeasible("缺140张床位", "140 beds short")),
            ended: None,
            indicators: BTreeMap::new(),
            targets: BTreeMap::new(),
            decisions: BTreeMap::new(),
            check: String::new(),
        }
    }

    /// An attempt at a shard with the rows of plans 0, 2 and 4, and its bytes.
    fn attempt(folder: &Folder) -> (PathBuf, Vec<u8>) {
        folder.make().unwrap();
        let mut attempt = Attempt::begin(folder, 0).unwrap();
        for plan in [0, 2, 4] {
            attempt.append(&row(plan)).unwrap();
        }
        (attempt.path.clone(), fs::read(&attempt.path).unwrap())
    }

    fn copied(kept: &Kept, dir: &Path) -> Vec<u8> {
        let path = dir.join("copy");
        let mut file = File::create(&path).unwrap();
        kept.copy(&mut file, &path).unwrap();
        fs::read(&path).unwrap()
    }

    #[test]
    fn a_file_cut_off_at_any_byte_keeps_its_whole_lines_and_nothing_else() {
        let dir = tempfile::tempdir().unwrap();
        let folder = Folder::new(dir.path());
        let (path, bytes) = attempt(&folder);
        for length in 0..=bytes.len() {
            fs::write(&path, &bytes[..length]).unwrap();
            let whole = bytes[..length].iter().rposition(|byte| *byte == b'\n');
            let whole = &bytes[..whole.map_or(0, |end| end + 1)];
            let kept = Kept::find(&folder, 0, |_| true).unwrap();
            assert_eq!(copied(&kept, dir.path()), whole, "cut at {length}");
            for (index, plan) in [0, 2, 4].into_iter().enumerate() {
                let lines = whole.split(|byte| *byte == b'\n').count() - 1;
                assert_eq!(kept.has(plan), index < lines, "cut at {length}");
            }
        }
    }

    #[test]
    fn rows_of_several_attempts_come_once_each_and_in_order() {
        let dir = tempfile::tempdir().unwrap();
        let folder = Folder::new(dir.path());
        let (path, bytes) = attempt(&folder);
        // Another attempt has the rest, one row again and one of no use.
        let mut other = Attempt::begin(&folder, 0).unwrap();
        assert_ne!(other.path, path);
        for plan in [6, 2, 1] {
            other.append(&row(plan)).unwrap();
        }
        let mut kept = Kept::find(&folder, 0, |row| row.plan % 2 == 0).unwrap();
        let line = |plan: usize| serde_json::to_vec(&row(plan)).unwrap();
        let expected = [bytes, line(6), b"\n".to_vec()].concat();
        assert_eq!(copied(&kept, dir.path()), expected);
        // One's own rows are taken in, and another shard's are not there.
        let mut own = Attempt::begin(&folder, 0).unwrap();
        own.append(&row(8)).unwrap();
        kept.take(own).unwrap();
        let expected = [expected, line(8), b"\n".to_vec()].concat();
        assert_eq!(copied(&kept, dir.path()), expected);
        assert!(!Kept::find(&folder, 1, |_| true).unwrap().has(0));
    }
}
