//! One way of writing each value: a figure in its field's own unit is a
//! number, a share a percentage, any other figure a number with its unit.

use super::figure::figure;
use crate::scenario::measure::Measure;
use crate::scenario::tree::Node;
use crate::workbook::layout::Kind;

/// A value as reading its cell gives it. `words` are further names of a
/// figure's own unit.
pub fn canonical(node: &Node, kind: Kind, words: &[String]) -> Node {
    let one = |node: &Node, measure: Measure| {
        figure(node, measure, words).map_or_else(|| node.clone(), |figure| figure.node())
    };
    match (kind, node) {
        (Kind::Figure(measure), node) => one(node, measure),
        (Kind::Figures(measure), Node::List { entries, stated }) => Node::List {
            entries: entries.iter().map(|node| one(node, measure)).collect(),
            stated: *stated,
        },
        (Kind::Pairs(_, Some(measure)), Node::Map { entries, stated }) => {
            let entries = entries.iter();
            Node::Map {
                entries: entries.map(|(key, node)| (key.clone(), one(node, measure))).collect(),
                stated: *stated,
            }
        }
        (Kind::Enforce, Node::Tagged(tag, node)) => {
            Node::Tagged(tag.clone(), Box::new(one(node, Measure::Money)))
        }
        (Kind::Parts, Node::List { entries, stated }) => Node::List {
            entries: entries.iter().map(|node| with_weight(node, &one)).collect(),
            stated: *stated,
        },
        _ => node.clone(),
    }
}

fn with_weight(node: &Node, one: &impl Fn(&Node, Measure) -> Node) -> Node {
    let Node::Fields { of, fields } = node else {
        return node.clone();
    };
    let field = |(name, node): &(String, Node)| (name.clone(), one(node, Measure::Number));
    Node::Fields { of: of.clone(), fields: fields.iter().map(field).collect() }
}
