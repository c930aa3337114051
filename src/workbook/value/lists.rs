//! Cells with several values: lists, maps, parts of a tier.

use super::text::{narrow, tidy};
use crate::scenario::tree::Node;

/// What stands in a cell for a list that is stated to be empty.
pub const EMPTY: [&str; 3] = ["无", "none", "[]"];

/// The parts of a list.
pub fn split(text: &str) -> Vec<&str> {
    let between = |letter: char| matches!(letter, '、' | ';' | '；' | ',' | '，' | '\n');
    let parts = text.split(between).map(tidy);
    parts.filter(|part| !part.is_empty()).collect()
}

/// Whether a text can stand in a list.
pub fn fits(text: &str) -> bool {
    split(text) == [text] && !EMPTY.contains(&text)
}

/// Texts as a list.
pub fn join(parts: &[String]) -> Option<String> {
    parts.iter().all(|part| fits(part)).then(|| parts.join("、"))
}

/// The entries of a map in a cell, `2008年春：110；2009年春：130`.
pub fn pairs(text: &str) -> Option<Vec<(&str, &str)>> {
    let between = |letter: char| matches!(letter, ';' | '；' | '、' | '，' | '\n');
    let parts = text.split(between).map(tidy).filter(|part| !part.is_empty());
    parts
        .map(|part| {
            let (key, value) = part.split_once([':', '：', '='])?;
            Some((tidy(key), tidy(value)))
        })
        .collect()
}

/// A word with what follows it behind a colon.
pub fn tagged(text: &str) -> Option<(&str, &str)> {
    let (word, rest) = text.split_once([':', '：'])?;
    Some((tidy(word), tidy(rest)))
}

/// A part of a tier with its weight.
pub fn weighted(text: &str) -> (&str, Option<f64>) {
    let Some((part, weight)) = text.split_once(['×', '*', 'x']) else {
        return (text, None);
    };
    match narrow(weight).parse() {
        Ok(weight) => (tidy(part), Some(weight)),
        Err(_) => (text, None),
    }
}

/// A list of the format.
pub fn list(entries: Vec<Node>) -> Node {
    Node::List { stated: entries.is_empty(), entries }
}
