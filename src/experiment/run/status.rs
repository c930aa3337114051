//! What of a study is there, and what is missing.

use super::attempts::tally;
use super::folder::Folder;
use super::row::{Row, RowStatus};
use super::row_check::RowCheck;
use crate::experiment::specification::manifest::Manifest;
use crate::experiment::trouble::Trouble;
use std::collections::BTreeMap;
use std::fs::File;
use std::io::{BufRead, BufReader};

/// Shards that are not complete, in order.
pub fn missing(folder: &Folder, manifest: &Manifest) -> Vec<usize> {
    let shards = manifest.shards;
    let open = |shard: &usize| !folder.part(*shard, shards).exists();
    (0..shards).filter(open).collect()
}

/// Shards whose part is there and does not hold exactly their rows, in order.
///
/// # Errors
///
/// When a file can't be read.
pub fn damaged(folder: &Folder, check: &RowCheck, shards: usize) -> Result<Vec<usize>, Trouble> {
    let mut damaged = Vec::new();
    for shard in 0..shards {
        if check.whole(&folder.part(shard, shards), shard)? == Some(false) {
            damaged.push(shard);
        }
    }
    Ok(damaged)
}

/// Shards to be worked on: missing or damaged ones, in order.
///
/// # Errors
///
/// As [`damaged`].
pub fn open(folder: &Folder, manifest: &Manifest) -> Result<Vec<usize>, Trouble> {
    let check = RowCheck::open(folder, manifest)?;
    let mut open = missing(folder, manifest);
    open.extend(damaged(folder, &check, manifest.shards)?);
    open.sort_unstable();
    Ok(open)
}

/// Rows that are there, in complete shards and of attempts at the others, by
/// what became of their plans.
///
/// # Errors
///
/// When a file can't be read.
pub fn rows(folder: &Folder, manifest: &Manifest) -> Result<BTreeMap<RowStatus, usize>, Trouble> {
    let check = RowCheck::open(folder, manifest)?;
    let fits = |row: &Row| check.fits(row);
    let mut counts = BTreeMap::new();
    for shard in 0..manifest.shards {
        let path = folder.part(shard, manifest.shards);
        if let Ok(file) = File::open(&path) {
            for line in BufReader::new(file).lines() {
                let line = line.map_err(|error| Trouble::io(&path, &error))?;
                let row = serde_json::from_str::<Row>(&line).ok();
                if let Some(row) = row.filter(fits) {
                    *counts.entry(row.status).or_default() += 1;
                }
            }
        } else {
            for status in tally(folder, shard, fits)?.into_values() {
                *counts.entry(status).or_default() += 1;
            }
        }
    }
    Ok(counts)
}

/// Numbers in the array syntax of Slurm: `0,3,7-9`.
pub fn array(numbers: &[usize]) -> String {
    let mut ranges: Vec<(usize, usize)> = Vec::new();
    for number in numbers {
        match ranges.last_mut() {
            Some((_, last)) if *last + 1 == *number => *last = *number,
            _ => ranges.push((*number, *number)),
        }
    }
    let told = ranges.iter().map(|(first, last)| match last - first {
        0 => first.to_string(),
        1 => format!("{first},{last}"),
        _ => format!("{first}-{last}"),
    });
    told.collect::<Vec<_>>().join(",")
}

#[cfg(test)]
mod tests {
    use super::array;

    #[test]
    fn numbers_in_array_syntax() {
        assert_eq!(array(&[]), "");
        assert_eq!(array(&[4]), "4");
        assert_eq!(array(&[0, 3, 7, 8, 9]), "0,3,7-9");
        assert_eq!(array(&[1, 2, 5]), "1,2,5");
        assert_eq!(array(&[0, 1, 2, 3]), "0-3");
    }
}
