//! From a place in a scenario to the cells in which it may stand.

use super::kind::{Dim, Kind};
use super::pattern::{Part, parts};
use super::sheets::sheets;
use super::table::Field;
use crate::scenario::tree::Hop;
use std::sync::OnceLock;

/// A path that has a cell, how it is written, and of columns for each key of a
/// map whose keys they are.
pub type Written = (Vec<Part>, Kind, Option<Dim>);

/// Every path that has a cell, with how it is written; of columns for each key
/// of a map, whose keys they are.
pub fn patterns() -> &'static [Written] {
    static ALL: OnceLock<Vec<Written>> = OnceLock::new();
    ALL.get_or_init(|| {
        let mut all = Vec::new();
        for sheet in sheets() {
            for row in sheet.rows {
                let here = parts(row.at);
                all.extend(row.value.map(|kind| (here.clone(), kind, None)));
                for column in sheet.columns {
                    let below = |path| [here.clone(), parts(path)].concat();
                    match column.field {
                        Field::At(path) => all.push((below(path), column.kind, None)),
                        Field::Each(map, of) => {
                            let place = [below(map), vec![Part::Key]].concat();
                            all.push((place, column.kind, Some(of)));
                        }
                        _ => {}
                    }
                }
            }
        }
        all
    })
}

/// How a place is written in its cell, if it has one.
pub fn kind_of(place: &[Hop]) -> Option<(Kind, Option<Dim>)> {
    let fits = |parts: &[Part]| {
        parts.len() == place.len()
            && parts.iter().zip(place).all(|(part, hop)| match (part, hop) {
                (Part::Field(name), Hop::Key(key)) => name == key,
                (Part::Key, Hop::Key(_)) | (Part::Entry, Hop::Entry(_)) => true,
                (Part::Nth(index), Hop::Entry(entry)) => index == entry,
                _ => false,
            })
    };
    let found = patterns().iter().find(|(parts, ..)| fits(parts));
    found.map(|(_, kind, of)| (*kind, *of))
}
