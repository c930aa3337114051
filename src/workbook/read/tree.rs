//! Putting values into a tree.

use crate::scenario::path::Path;
use crate::scenario::tree::{Hop, Node, path_of};
use crate::workbook::layout::Part;

/// A place with what each of its steps leads into.
#[derive(Clone, Debug)]
pub struct Steps(Vec<(Part, Hop)>);

impl Steps {
    /// The place that a path means with its keys and its entry filled in.
    pub fn new(parts: &[Part], place: Vec<Hop>) -> Self {
        Self(parts.iter().copied().zip(place).collect())
    }

    /// A place below.
    pub fn below(&self, parts: &[Part], place: Vec<Hop>) -> Self {
        let mut steps = self.0.clone();
        steps.extend(parts.iter().copied().zip(place));
        Self(steps)
    }

    /// Its path.
    pub fn path(&self) -> Path {
        let hops: Vec<Hop> = self.0.iter().map(|(_, hop)| hop.clone()).collect();
        path_of(&hops)
    }

    /// The slot of the place, with all that leads there.
    pub fn slot<'n>(&self, root: &'n mut Node) -> Option<&'n mut Node> {
        self.0.iter().try_fold(root, |node, step| slot(node, step))
    }
}

/// A structure in which nothing is said.
pub fn empty() -> Node {
    Node::Fields { of: String::new(), fields: Vec::new() }
}

fn slot<'n>(node: &'n mut Node, (part, hop): &(Part, Hop)) -> Option<&'n mut Node> {
    if *node == Node::Absent {
        *node = match part {
            Part::Field(_) => empty(),
            Part::Key => Node::Map { entries: Vec::new(), stated: false },
            Part::Entry | Part::Nth(_) => Node::List { entries: Vec::new(), stated: false },
        };
    }
    match (node, hop) {
        (Node::Fields { fields: named, .. } | Node::Map { entries: named, .. }, Hop::Key(key)) => {
            let at = named.iter().position(|(name, _)| name == key);
            let at = at.unwrap_or_else(|| {
                named.push((key.clone(), Node::Absent));
                named.len() - 1
            });
            named.get_mut(at).map(|(_, node)| node)
        }
        (Node::List { entries, .. }, Hop::Entry(index)) => {
            while entries.len() <= *index {
                entries.push(match part {
                    Part::Nth(_) => Node::Text(String::new()),
                    _ => Node::Absent,
                });
            }
            entries.get_mut(*index)
        }
        _ => None,
    }
}
