//! Figures of lists against those of the scenario.

use crate::scenario::measure::{Measure, value};
use crate::scenario::quantity::Quantity;
use crate::scenario::tree::{Node, plain};

/// A value of the format as a quantity.
pub fn quantity(node: &Node) -> Option<Quantity> {
    match node {
        Node::Number(number) => Some(Quantity::Number(*number)),
        #[allow(clippy::cast_precision_loss)]
        Node::Count(count) => Some(Quantity::Number(*count as f64)),
        Node::Text(text) => Some(Quantity::Text(text.clone())),
        _ => None,
    }
}

/// The number of a quantity in the field's own unit; `words` are further names
/// of that unit.
pub fn number(quantity: &Quantity, measure: Measure, words: &[&str]) -> Option<f64> {
    value(quantity, measure, words).ok().filter(|number| number.is_finite())
}

/// Whether two numbers are the same but for rounding.
pub fn same(one: f64, other: f64) -> bool {
    (one - other).abs() <= 1e-9 * one.abs().max(other.abs()).max(1.0)
}

/// A quantity for readers.
pub fn shown(quantity: &Quantity) -> String {
    match quantity {
        Quantity::Number(number) => plain(*number),
        Quantity::Text(text) => text.clone(),
    }
}
