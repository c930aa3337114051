//! What-ifs of a workbook: options that differ from it in some cells or paths.

use super::grid::{Cells, Spot, Value};
use super::layout::{Special, special};
use super::package::{self, Unreadable};
use super::source::source_of;
use super::value::{folded, is_blank, is_comment, tidy};
use crate::scenario::Source;

/// An option of the sheet of what-ifs.
#[derive(Clone, Debug)]
pub struct Variant {
    /// Its name.
    pub name: String,
    /// The workbook with its cells changed.
    pub source: Source,
    /// Its changes by path, as `PATH=VALUE`.
    pub set: Vec<String>,
    /// Cells it names that the workbook does not have.
    pub lost: Vec<String>,
}

/// The options of a workbook in the order of the sheet.
///
/// # Errors
///
/// When the workbook can't be read.
pub fn variants(bytes: &[u8]) -> Result<Vec<Variant>, Unreadable> {
    let book = package::cells(bytes)?;
    let is = |cells: &&Cells| special(&cells.name) == Some(Special::WhatIfs);
    let Some(sheet) = book.iter().find(is) else {
        return Ok(Vec::new());
    };
    let mut options: Vec<(String, Vec<(String, Value)>)> = Vec::new();
    for row in below_heads(sheet) {
        let text = |column| sheet.get(row, column).map(ToString::to_string).unwrap_or_default();
        let (name, place) = (tidy(&text(0)).to_owned(), tidy(&text(1)).to_owned());
        let Some(value) = sheet.get(row, 2).filter(|value| !is_blank(&value.to_string())) else {
            continue;
        };
        if name.is_empty() || place.is_empty() || is_comment(&name) {
            continue;
        }
        match options.iter_mut().find(|(known, _)| *known == name) {
            Some((_, changes)) => changes.push((place, value.clone())),
            None => options.push((name, vec![(place, value.clone())])),
        }
    }
    Ok(options.into_iter().map(|(name, changes)| variant(name, &changes, &book)).collect())
}

/// The rows below the heads.
fn below_heads(sheet: &Cells) -> Vec<u32> {
    let rows = sheet.rows();
    let heads = |row: &&u32| {
        let text = |column| sheet.get(**row, column).map(ToString::to_string).unwrap_or_default();
        ["名称", "name"].contains(&folded(&text(0)).as_str()) && !is_blank(&text(1))
    };
    let heads = rows.iter().find(heads).copied();
    rows.into_iter().filter(|row| heads.is_none_or(|heads| *row > heads)).collect()
}

fn variant(name: String, changes: &[(String, Value)], book: &[Cells]) -> Variant {
    let mut book = book.to_vec();
    let (mut set, mut lost) = (Vec::new(), Vec::new());
    for (place, value) in changes {
        let Some((sheet, cell)) = place.rsplit_once(['!', '！']) else {
            set.push(format!("{place}={value}"));
            continue;
        };
        let sheet = sheet.trim_matches('\'');
        let found = book.iter_mut().find(|cells| folded(&cells.name) == folded(sheet));
        match (found, Spot::named(&cell.replace('$', ""))) {
            (Some(cells), Some(spot)) => {
                cells.cells.insert(spot, value.clone());
            }
            _ => lost.push(place.clone()),
        }
    }
    Variant { name, source: source_of(&book), set, lost }
}
