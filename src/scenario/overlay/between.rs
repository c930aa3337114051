//! The overlay that makes one scenario of another.

use crate::scenario::raw::RawScenario;
use crate::scenario::tree::{Hop, Node, path_of, quoted};
use std::fmt::Write as _;

/// The text of an overlay on `base` that changes the first scenario into the
/// second. Titles and sources of figures are left as they are.
pub fn between(base: &str, before: &RawScenario, after: &RawScenario) -> String {
    let (before, after) = (Node::of(before), Node::of(after));
    let mut changes = Vec::new();
    for hop in hops(&before, &after) {
        if !matches!(&hop, Hop::Key(name) if name == "name" || name == "sources") {
            let mut place = vec![hop];
            step(&before, &after, &mut place, &mut changes);
        }
    }
    let mut text = format!("(\n    base: {},\n    changes: [\n", quoted(base));
    for change in changes {
        let _ = writeln!(text, "        {change},");
    }
    text.push_str("    ],\n)\n");
    text
}

/// The steps down from either, in the order of the format.
fn hops(before: &Node, after: &Node) -> Vec<Hop> {
    let mut hops = before.hops();
    for hop in after.hops() {
        if !hops.contains(&hop) {
            hops.push(hop);
        }
    }
    hops
}

/// Goes one step down in both.
fn step(before: &Node, after: &Node, place: &mut Vec<Hop>, changes: &mut Vec<String>) {
    let Some(hop) = place.last().cloned() else {
        return;
    };
    let said = |node: &Node| node.child(&hop).filter(|node| !node.is_unsaid()).cloned();
    let path = quoted(path_of(place).as_str());
    let entry = matches!(before, Node::Map { .. });
    match (said(before), said(after)) {
        (None, None) => {}
        (Some(_), None) => changes.push(format!("remove({path})")),
        (None, Some(new)) if entry => changes.push(format!("add({path}, {})", new.on_a_line())),
        (None, Some(new)) => changes.push(format!("set({path}, {})", new.on_a_line())),
        (Some(old), Some(new)) => differ(&old, &new, place, changes),
    }
}

fn differ(old: &Node, new: &Node, place: &mut Vec<Hop>, changes: &mut Vec<String>) {
    if old == new {
        return;
    }
    let alike = match (old, new) {
        (Node::Fields { .. }, Node::Fields { .. }) | (Node::Map { .. }, Node::Map { .. }) => true,
        (Node::List { entries: one, .. }, Node::List { entries: other, .. }) => {
            let structures =
                |list: &[Node]| list.iter().all(|node| matches!(node, Node::Fields { .. }));
            one.len() == other.len() && structures(one) && structures(other)
        }
        _ => false,
    };
    if alike {
        for hop in hops(old, new) {
            place.push(hop);
            step(old, new, place, changes);
            place.pop();
        }
    } else {
        let path = quoted(path_of(place).as_str());
        changes.push(format!("set({path}, {})", new.on_a_line()));
    }
}
