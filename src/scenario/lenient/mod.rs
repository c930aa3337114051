//! Parsing that goes on after an error.
//!
//! RON stops at the first value of a wrong type. Here the parser is wrapped so
//! that it knows the path of every value: when one fails it is told, left out,
//! and the text is parsed again, until the rest holds. Every field of the raw
//! form may be absent, so leaving one out never makes a new error. The same
//! wrapper finds where a path stands in the text: it fails there on purpose,
//! and the parser says how far it had come.

mod blank;
mod entries;
mod spot;
mod tracked;
mod tracker;

pub(super) use entries::{DUPLICATE, KEY};
pub(crate) use spot::Spot;

use super::path::Path;
use crate::diagnostic::Position;
use ron::Options;
use ron::error::SpannedError;
use ron::extensions::Extensions;
use serde::Deserialize;
use serde::de::{DeserializeSeed, IgnoredAny};
use std::collections::BTreeSet;
use std::marker::PhantomData;
use tracked::Tracked;
use tracker::Tracker;

/// A value that could not be read.
#[derive(Debug)]
pub(super) struct Fault {
    /// Where.
    pub spot: Spot,
    /// What the parser says.
    pub error: Box<SpannedError>,
}

/// Parses a value, leaving out what stands at `skipped`.
pub(super) fn attempt<'de, T: Deserialize<'de>>(
    text: &'de str,
    skipped: &[Spot],
) -> Result<T, Fault> {
    walk(text, &Tracker::reading(skipped))
}

/// Whether the text is RON at all, whatever it says.
pub(super) fn syntax(text: &str) -> Result<(), Fault> {
    walk::<IgnoredAny>(text, &Tracker::passing()).map(|_| ())
}

fn walk<'de, T: Deserialize<'de>>(text: &'de str, tracker: &Tracker<'_>) -> Result<T, Fault> {
    let seed = Tracked::value(PhantomData::<T>, Path::default(), 0, tracker);
    run(text, seed).map_err(|error| Fault {
        spot: tracker.fault().unwrap_or_default(),
        error: Box::new(error),
    })
}

/// All paths of the text, which must be RON.
pub(super) fn paths(text: &str) -> BTreeSet<String> {
    let tracker = Tracker::listing();
    // A text that is no RON has the paths before its error.
    let _ = walk::<IgnoredAny>(text, &tracker);
    tracker.into_listed()
}

/// Where a key or value begins in the text, which must be RON.
pub(super) fn locate(text: &str, spot: &Spot) -> Option<Position> {
    probe(text, spot).or_else(|| {
        let path = inside_tags(spot.path.as_str(), &paths(text))?;
        let path = Path::from_text(&path);
        probe(text, &Spot { path, ..spot.clone() })
    })
}

/// The path of a place in the text as it stands there. A value of a tag, as in
/// `list([1, 2])`, has the path of the tag where it is read; without knowing
/// what is read the parser takes it for the first part of the tag.
pub(super) fn inside_tags(path: &str, known: &BTreeSet<String>) -> Option<String> {
    let parts = parts(path);
    let fits = |longer: &&String| {
        let mut rest = parts.iter().peekable();
        let taken = self::parts(longer).into_iter().all(|part| {
            let same = rest.peek().is_some_and(|next| **next == part);
            (same && rest.next().is_some()) || part == "[0]"
        });
        taken && rest.peek().is_none() && longer.len() > path.len()
    };
    known.iter().find(fits).cloned()
}

/// The steps of a path.
fn parts(path: &str) -> Vec<&str> {
    let starts = path.char_indices();
    let starts = starts.filter(|(at, letter)| *at == 0 || matches!(letter, '.' | '['));
    let starts: Vec<usize> = starts.map(|(at, _)| at).collect();
    let ends = starts.iter().skip(1).copied().chain([path.len()]);
    let spans = starts.iter().zip(ends);
    spans.map(|(start, end)| &path[*start..end]).collect()
}

fn probe(text: &str, spot: &Spot) -> Option<Position> {
    let tracker = Tracker::probing(spot);
    let end = walk::<IgnoredAny>(text, &tracker).err()?.error.span.end;
    tracker.fault()?;
    let column = if spot.key { key_start(text, end.line, end.col) } else { end.col };
    Some(Position { line: end.line, column })
}

/// Where the value of a path begins in the text, which must be RON.
pub(super) fn locate_value(text: &str, path: &str) -> Option<Position> {
    let spot = Spot { path: Path::from_text(path), ..Spot::default() };
    locate(text, &spot)
}

/// The column in which the key begins that ends before a column.
pub(super) fn key_start(text: &str, line: usize, end: usize) -> usize {
    let line = text.split('\n').nth(line - 1).unwrap_or_default();
    let before: Vec<char> = line.chars().take(end - 1).collect();
    let start = if before.last() == Some(&'"') {
        let inside = &before[..before.len() - 1];
        inside.iter().rposition(|letter| *letter == '"')
    } else {
        let outside = |letter: &char| !(letter.is_alphanumeric() || *letter == '_');
        let edge = before.iter().rposition(outside);
        Some(edge.map_or(0, |edge| edge + 1))
    };
    start.map_or(end, |start| start + 1)
}

fn run<'de, S: DeserializeSeed<'de>>(text: &'de str, seed: S) -> Result<S::Value, SpannedError> {
    let options = Options::default().with_default_extension(Extensions::IMPLICIT_SOME);
    options.from_str_seed(text, seed)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn column(text: &str, path: &str) -> Option<usize> {
        locate_value(text, path).map(|position| position.column)
    }

    #[test]
    fn values_of_tags_are_found_where_they_stand() {
        let text = r#"(x: list([7, 8]), y: tag({"a": (c: [set("p", 1), set("q", 2)])}), z: [5])"#;
        assert_eq!(column(text, "x"), Some(5));
        assert_eq!(column(text, "x[1]"), Some(14));
        assert_eq!(column(text, "y.a.c[1][0]"), Some(54));
        assert_eq!(column(text, "y.a.c[0][1]"), Some(46));
        assert_eq!(column(text, "z[0]"), Some(71));
        assert_eq!(column(text, "z[1]"), None);
        assert_eq!(column(text, "y.b"), None);
    }
}
