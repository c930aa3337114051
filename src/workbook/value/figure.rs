//! Figures: numbers, perhaps with a unit.

use super::text::{narrow, number, without_separators};
use crate::scenario::measure::{Measure, number_end};
use crate::scenario::tree::{Node, plain};

/// A number with its unit; without one it is in the field's own.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// The number.
    pub number: f64,
    /// The unit, where it is another than the field's own.
    pub unit: Option<String>,
}

/// A number as it is stored: 15 digits, which is what other programs keep.
pub fn rounded(number: f64) -> f64 {
    format!("{number:.14e}").parse().unwrap_or(number)
}

/// The figure of a value of the format; nothing if it is none. `words` are
/// further names of the field's own unit.
pub fn figure(node: &Node, measure: Measure, words: &[String]) -> Option<Figure> {
    match node {
        Node::Number(number) => Some(own(*number, measure)),
        #[allow(clippy::cast_precision_loss)]
        Node::Count(count) => Some(own(*count as f64, measure)),
        Node::Text(text) => of_text(text, measure, words),
        _ => None,
    }
}

/// A share is a percentage.
fn own(number: f64, measure: Measure) -> Figure {
    if measure == Measure::Share {
        Figure { number: rounded(number * 100.0), unit: Some("%".to_owned()) }
    } else {
        Figure { number: rounded(number), unit: None }
    }
}

/// The figure that a text is.
pub fn of_text(text: &str, measure: Measure, words: &[String]) -> Option<Figure> {
    if let Some(number) = number(text) {
        return Some(own(number, measure));
    }
    let text = without_separators(&narrow(text));
    let (end, number) = number_end(&text);
    let unit = text[end..].trim();
    let number = rounded(number.filter(|number| number.is_finite())?);
    let kept = |unit: &str| Figure { number, unit: Some(unit.to_owned()) };
    if words.iter().any(|word| word == unit) {
        return Some(Figure { number, unit: None });
    }
    let (name, factor) = measure.units().iter().find(|(name, _)| *name == unit)?;
    Some(match measure {
        Measure::Share if (*factor - 0.01).abs() < 1e-12 => kept("%"),
        Measure::Share => kept(name),
        #[allow(clippy::float_cmp)] // a table's own figure
        _ if *factor == 1.0 => Figure { number, unit: None },
        _ => kept(name),
    })
}

impl Figure {
    /// As a value of the format.
    pub fn node(&self) -> Node {
        match &self.unit {
            None => Node::Number(self.number),
            Some(unit) if unit == "%" => Node::Text(format!("{}%", plain(self.number))),
            Some(unit) => Node::Text(format!("{} {unit}", plain(self.number))),
        }
    }
}
