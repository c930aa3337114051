//! Parsing of a file, with every mistake at its place.

use super::fault;
use super::lenient::{self, Spot};
use super::path::Path;
use super::raw::RawScenario;
use crate::diagnostic::{Diagnostic, Position, Severity};
use crate::words::diagnostics as words;
use serde::de::DeserializeOwned;
use std::collections::BTreeSet;

/// Most errors of the parser told at once.
pub(super) const MOST_FAULTS: usize = 60;

/// Most findings whose place in the text is looked up.
pub(super) const MOST_LOCATED: usize = 500;

/// Parses a scenario file. What could be read is there unless the text is no
/// RON at all; the findings say what is missing from it.
pub fn parse(text: &str) -> (Option<RawScenario>, Vec<Diagnostic>) {
    let parsed = parse_all(text);
    (parsed.raw, parsed.found)
}

/// Parses a file of another of our formats in the same way. Every field of the
/// format may be absent.
pub fn parse_as<T: DeserializeOwned>(text: &str) -> (Option<T>, Vec<Diagnostic>) {
    let parsed = parse_all(text);
    (parsed.raw, parsed.found)
}

/// Where the value of a path stands in a file or, if there is none, the
/// nearest one around it.
pub fn position_of(text: &str, path: &str) -> Option<Position> {
    let text = without_mark(text);
    nearest(text, path, &lenient::paths(text))
}

/// What the parser makes of a file.
pub(crate) struct Parsed<T> {
    pub raw: Option<T>,
    pub found: Vec<Diagnostic>,
    /// Paths about which nothing more need be said.
    pub(super) spoiled: Vec<String>,
}

/// Parses a file of any of our formats.
pub(crate) fn parse_all<T: DeserializeOwned>(text: &str) -> Parsed<T> {
    let text = without_mark(text);
    let mut parsed = Parsed { raw: None, found: Vec::new(), spoiled: Vec::new() };
    if let Err(fault) = lenient::syntax(text) {
        parsed.found.push(fault::syntax(text, &fault));
        return parsed;
    }
    let mut skipped: Vec<Spot> = Vec::new();
    for _ in 0..MOST_FAULTS {
        let fault = match lenient::attempt(text, &skipped) {
            Ok(raw) => {
                parsed.raw = Some(raw);
                return parsed;
            }
            Err(fault) => fault,
        };
        let told = fault::told(text, &fault);
        parsed.found.push(told.finding);
        parsed.spoiled.extend(told.spoiled);
        let again =
            |spot: &Spot| spot.path == fault.spot.path && spot.occurrence == fault.spot.occurrence;
        if fault.spot.path == Path::default() || skipped.iter().any(again) {
            return parsed;
        }
        skipped.push(fault.spot);
    }
    parsed.found.push(Diagnostic {
        severity: Severity::Error,
        file: 0,
        path: String::new(),
        position: None,
        cell: None,
        message: words::more_errors(),
        hints: Vec::new(),
    });
    parsed
}

pub(crate) fn without_mark(text: &str) -> &str {
    text.strip_prefix('\u{feff}').unwrap_or(text)
}

/// Looks up where the findings stand: the value itself, or the nearest one
/// around it.
pub(super) fn place(text: &str, findings: &mut [Diagnostic]) {
    let text = without_mark(text);
    if findings.is_empty() {
        return;
    }
    let paths = lenient::paths(text);
    for finding in findings.iter_mut().take(MOST_LOCATED) {
        finding.position = nearest(text, &finding.path, &paths);
    }
}

pub(crate) fn nearest(text: &str, path: &str, known: &BTreeSet<String>) -> Option<Position> {
    if !known.contains(path)
        && let Some(inside) = lenient::inside_tags(path, known)
    {
        return lenient::locate_value(text, &inside);
    }
    let ends = path.char_indices().rev();
    let ends = ends.filter(|(_, letter)| matches!(letter, '.' | '['));
    let above = ends.map(|(end, _)| &path[..end]);
    let existing = std::iter::once(path).chain(above).find(|above| known.contains(*above))?;
    lenient::locate_value(text, existing)
}
