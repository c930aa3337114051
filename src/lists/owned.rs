//! What campuses own of resources: the lines of the register add up to it, so
//! it follows the register where it agreed with it before.

use super::changes::{Change, Edit, What};
use super::figures::{number, quantity, same, shown};
use super::rows::Taking;
use crate::scenario::measure::Measure;
use crate::scenario::path::Path;
use crate::scenario::quantity::Quantity;
use crate::scenario::raw::RawAsset;
use crate::scenario::tree::{Hop, Node, plain};
use crate::words::lists as words;
use crate::workbook::layout::{Bi, Dim};
use std::collections::{BTreeMap, BTreeSet};

/// Units by campus and resource.
type Sums = BTreeMap<(String, String), f64>;

/// Adds the changes of what campuses own.
pub fn follow(taking: &mut Taking<'_>) {
    let before = sums(taking, |_, line| Some(line.clone()));
    let after = after(taking);
    let places: BTreeSet<(String, String)> = before.keys().chain(after.keys()).cloned().collect();
    for place in places {
        let sum = |sums: &Sums| sums.get(&place).copied().unwrap_or(0.0);
        if !same(sum(&before), sum(&after)) {
            owns(taking, &place, (sum(&before), sum(&after)));
        }
    }
}

/// The sums of the register's lines, each as `line` gives it.
fn sums(taking: &Taking<'_>, line: impl Fn(&str, &RawAsset) -> Option<RawAsset>) -> Sums {
    let mut sums = Sums::new();
    for (key, known) in taking.raw.assets.iter() {
        if let Some(line) = line(key, known) {
            add(taking, &line, &mut sums);
        }
    }
    sums
}

fn add(taking: &Taking<'_>, line: &RawAsset, sums: &mut Sums) {
    let unit = taking.unit_of(line);
    let words: Vec<&str> = unit.iter().map(String::as_str).collect();
    let units = line.number.as_ref().and_then(|one| number(one, Measure::Units, &words));
    if let (Some(campus), Some(resource), Some(units)) = (&line.campus, &line.resource, units) {
        *sums.entry((campus.clone(), resource.clone())).or_default() += units;
    }
}

/// The sums after the changes.
fn after(taking: &Taking<'_>) -> Sums {
    let mut edits: BTreeMap<&str, Vec<&Change>> = BTreeMap::new();
    for change in &taking.out.changes {
        edits.entry(&change.key).or_default().push(change);
    }
    let changed = |key: &str, line: &RawAsset| {
        let mut line = line.clone();
        for change in edits.get(key).into_iter().flatten() {
            match &change.edit {
                Some(Edit::Remove) => return None,
                Some(Edit::Set(Node::Text(campus))) if change.path.ends_with(".campus") => {
                    line.campus = Some(campus.clone());
                }
                Some(Edit::Set(node)) if change.path.ends_with(".number") => {
                    line.number = quantity(node);
                }
                _ => {}
            }
        }
        Some(line)
    };
    let mut sums = sums(taking, changed);
    for change in &taking.out.changes {
        if let Some(Edit::Add(node)) = &change.edit {
            let field = |name: &str| node.child(&Hop::Key(name.to_owned()));
            let text = |name: &str| field(name).and_then(Node::text).map(str::to_owned);
            let line = RawAsset {
                campus: text("campus"),
                resource: text("resource"),
                number: field("number").and_then(quantity),
                ..RawAsset::default()
            };
            add(taking, &line, &mut sums);
        }
    }
    sums
}

fn owns(
    taking: &mut Taking<'_>,
    (campus, resource): &(String, String),
    (before, after): (f64, f64),
) {
    let Some(there) = taking.raw.campuses.get(campus) else {
        return;
    };
    let words = taking.known.names.units(resource).to_vec();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let owned = there.owns.get(resource);
    let figure = |one: &Quantity| number(one, Measure::Units, &words);
    // Where the two did not agree, the check of the result tells it.
    if !same(owned.and_then(figure).unwrap_or(0.0), before) {
        return;
    }
    let path = Path::field("campuses").key(campus).key("owns").key(resource);
    let node = Node::Number(after);
    taking.source(path.as_str(), false);
    taking.out.note(words::owned_follows());
    taking.out.changes.push(Change {
        what: What::Followed,
        key: campus.clone(),
        name: taking.known.label(Dim::Campuses, campus).to_owned(),
        field: Some(Bi("拥有", "owns")),
        before: owned.map(shown).unwrap_or_default(),
        after: format!("{} {}", plain(after), taking.known.label(Dim::Resources, resource)),
        path: path.to_string(),
        edit: Some(if owned.is_some() { Edit::Set(node) } else { Edit::Add(node) }),
        cell: None,
    });
}
