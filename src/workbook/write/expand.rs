//! All places in a tree that a path of the layout means.

use crate::scenario::tree::{Hop, Node};
use crate::workbook::layout::Part;

/// A place, with the keys that lead there.
#[derive(Clone, Debug)]
pub struct Found<'n> {
    pub keys: Vec<String>,
    pub place: Vec<Hop>,
    pub node: &'n Node,
}

/// The places at which something is said, in the order of the tree.
pub fn expand<'n>(root: &'n Node, parts: &[Part]) -> Vec<Found<'n>> {
    let mut found = vec![Found { keys: Vec::new(), place: Vec::new(), node: root }];
    for part in parts {
        found = found.iter().flat_map(|one| below(one, *part)).collect();
    }
    found.retain(|one| *one.node != Node::Absent);
    found
}

fn below<'n>(one: &Found<'n>, part: Part) -> Vec<Found<'n>> {
    let to = |hop: Hop, key: Option<&String>| {
        let node = one.node.child(&hop)?;
        Some(Found {
            keys: one.keys.iter().chain(key).cloned().collect(),
            place: [one.place.clone(), vec![hop]].concat(),
            node,
        })
    };
    match (part, one.node) {
        (Part::Field(name), _) => to(Hop::Key(name.to_owned()), None).into_iter().collect(),
        (Part::Nth(index), _) => to(Hop::Entry(index), None).into_iter().collect(),
        (Part::Key, Node::Map { entries, .. }) => {
            let keys = entries.iter().map(|(key, _)| key);
            keys.filter_map(|key| to(Hop::Key(key.clone()), Some(key))).collect()
        }
        (Part::Entry, Node::List { entries, .. }) => {
            (0..entries.len()).filter_map(|index| to(Hop::Entry(index), None)).collect()
        }
        _ => Vec::new(),
    }
}
