//! Multiplying figures.

use crate::scenario::measure::number_end;
use crate::scenario::tree::{Node, plain};

/// Multiplies a figure, or all figures of a list or map of nothing else.
/// Counts are rounded, halves up; the unit of a quantity stays. Nothing if it
/// is no figure.
pub(super) fn scaled(node: &Node, factor: f64) -> Option<Node> {
    Some(match node {
        Node::Count(count) => Node::Count(count_times(*count, factor)),
        Node::Number(number) => Node::Number(times(*number, factor)),
        Node::Text(text) => Node::Text(text_times(text, factor)?),
        Node::List { entries, stated } if !entries.is_empty() => Node::List {
            entries: entries.iter().map(|entry| scaled(entry, factor)).collect::<Option<_>>()?,
            stated: *stated,
        },
        Node::Map { entries, stated } if !entries.is_empty() => Node::Map {
            entries: entries
                .iter()
                .map(|(key, entry)| Some((key.clone(), scaled(entry, factor)?)))
                .collect::<Option<_>>()?,
            stated: *stated,
        },
        _ => return None,
    })
}

#[allow(clippy::cast_precision_loss, clippy::cast_possible_truncation, clippy::cast_sign_loss)]
fn count_times(count: u64, factor: f64) -> u64 {
    // Beyond the range the count stays at its end, which the format refuses.
    (times(count as f64, factor) + 0.5).floor() as u64
}

/// A product without the noise of binary fractions: twelve digits.
fn times(number: f64, factor: f64) -> f64 {
    let product = number * factor;
    format!("{product:.11e}").parse().unwrap_or(product)
}

/// A quantity as text: its number multiplied, its unit as it was.
fn text_times(text: &str, factor: f64) -> Option<String> {
    let text = text.trim();
    let (end, number) = number_end(text);
    let product = plain(times(number?, factor));
    Some(format!("{product}{}", &text[end..]))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(text: &str, factor: f64) -> Option<String> {
        text_times(text, factor)
    }

    #[test]
    fn quantities_keep_their_units() {
        assert_eq!(text("80 万元", 0.5).as_deref(), Some("40 万元"));
        assert_eq!(text("0.1 万元", 3.0).as_deref(), Some("0.3 万元"));
        assert_eq!(text("３０ ％", 1.1).as_deref(), Some("33 ％"));
        assert_eq!(text("15%", 0.1).as_deref(), Some("1.5%"));
        assert_eq!(text("1e3", 2.0).as_deref(), Some("2000"));
    }

    #[test]
    fn what_is_no_quantity_is_not_scaled() {
        assert_eq!(text("zongbu", 2.0), None);
        assert_eq!(text("", 2.0), None);
        assert_eq!(text("2008-autumn", 2.0), None);
    }

    #[test]
    fn counts_are_rounded_halves_up() {
        for (count, factor, result) in [(3, 0.5, 2), (5, 0.5, 3), (3, 0.4, 1), (1, 0.4, 0)] {
            assert_eq!(scaled(&Node::Count(count), factor), Some(Node::Count(result)));
        }
    }
}
