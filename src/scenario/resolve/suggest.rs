//! What may have been meant by a misspelt name or term.

use crate::domain::{Season, Term, Text};
use crate::words::diagnostics as words;

/// Hints for a misspelt name: the most alike, and all if they are few enough
/// to read.
pub fn suggestions<'k>(name: &str, known: impl Iterator<Item = &'k str> + Clone) -> Vec<Text> {
    let mut hints = Vec::new();
    if let Some(alike) = closest(name, known.clone()) {
        hints.push(words::meant(alike));
    }
    let all: Vec<&str> = known.take(13).collect();
    if !all.is_empty() {
        let more = if all.len() > 12 { ", …" } else { "" };
        let shown = all[..all.len().min(12)].join(", ");
        hints.push(words::allowed(&format!("{shown}{more}")));
    }
    hints
}

/// The known name most like a misspelt one, if one is like it at all.
pub(in crate::scenario) fn closest<'k>(
    name: &str,
    known: impl Iterator<Item = &'k str>,
) -> Option<&'k str> {
    let lower = name.to_lowercase();
    let likeness = |key: &str| {
        let key = key.to_lowercase();
        // One slip of the finger, however short the name.
        let slip = strsim::damerau_levenshtein(&lower, &key) <= 1 && lower.chars().count() > 2;
        let alike = strsim::jaro_winkler(&lower, &key)
            .max(strsim::normalized_damerau_levenshtein(&lower, &key));
        if slip { alike + 0.5 } else { alike }
    };
    known
        .map(|key| (likeness(key), key))
        .filter(|(score, _)| *score >= 0.75)
        .max_by(|one, other| one.0.total_cmp(&other.0))
        .map(|(_, key)| key)
}

/// The term that a text written otherwise may mean: `2008 Autumn`,
/// `2008年秋`, `autumn 2008`.
pub(in crate::scenario) fn guess_term(text: &str) -> Option<Term> {
    let lower = text.to_lowercase();
    let season = if ["春", "spr", "sping"].iter().any(|word| lower.contains(word)) {
        Season::Spring
    } else if ["秋", "aut", "fall"].iter().any(|word| lower.contains(word)) {
        Season::Autumn
    } else {
        return None;
    };
    let digits: String = lower.chars().filter(char::is_ascii_digit).take(5).collect();
    let year: i32 = digits.parse().ok()?;
    (1900..=2200).contains(&year).then_some(Term { year, season })
}
