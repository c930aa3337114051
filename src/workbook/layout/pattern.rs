//! Paths of the layout: `programmes.*.curriculum[]`.

use crate::scenario::tree::Hop;

/// A step of a path.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// A field.
    Field(&'static str),
    /// Any key of a map.
    Key,
    /// Any entry of a list.
    Entry,
    /// One entry of a list.
    Nth(usize),
}

/// The steps of a path.
pub fn parts(path: &'static str) -> Vec<Part> {
    let mut parts = Vec::new();
    for name in path.split('.').filter(|name| !name.is_empty()) {
        let (field, index) = match name.split_once('[') {
            Some((field, index)) => (field, Some(index.trim_end_matches(']'))),
            None => (name, None),
        };
        parts.push(if field == "*" { Part::Key } else { Part::Field(field) });
        parts.extend(index.map(|index| index.parse().map_or(Part::Entry, Part::Nth)));
    }
    parts
}

/// The place that a path means with its keys and its entry filled in; nothing
/// if there are too few.
pub fn place(parts: &[Part], keys: &[&str], entry: usize) -> Option<Vec<Hop>> {
    let mut keys = keys.iter();
    let hop = |part: &Part| {
        Some(match part {
            Part::Field(name) => Hop::Key((*name).to_owned()),
            Part::Key => Hop::Key((*keys.next()?).to_owned()),
            Part::Entry => Hop::Entry(entry),
            Part::Nth(index) => Hop::Entry(*index),
        })
    };
    parts.iter().map(hop).collect()
}
