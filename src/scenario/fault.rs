//! What the parser could not read, put into words.

use super::lenient::{DUPLICATE, Fault, KEY, Spot, key_start, locate};
use super::path::Path;
use super::resolve::{closest, suggestions};
use crate::diagnostic::{Diagnostic, Position, Severity};
use crate::domain::Text;
use crate::words::diagnostics as words;
use ron::error::{Error, Position as RonPosition};

/// A fault in words, and the places about which nothing more need be said.
pub(super) struct Told {
    pub finding: Diagnostic,
    pub spoiled: Vec<String>,
}

/// The text is no RON: it ends here.
pub(super) fn syntax(text: &str, fault: &Fault) -> Diagnostic {
    let error = &fault.error.code;
    let mut position = place(fault.error.span.end);
    if bad_key(error) {
        position.column = key_start(text, position.line, position.column);
    }
    let (position, letter) = full_width_near(text, position);
    let mut hints = Vec::new();
    if let Some((wide, plain)) = letter {
        hints.push(words::full_width(&wide.to_string(), plain));
    }
    hints.push(syntax_hint(error).unwrap_or_else(|| words::parser_says(&error.to_string())));
    let found = excerpt(text, position);
    Diagnostic {
        severity: Severity::Error,
        file: 0,
        path: fault.spot.path.as_str().trim_end_matches("[0]").to_owned(),
        position: Some(position),
        cell: None,
        message: if found.is_empty() { words::ends_early() } else { words::syntax(&found) },
        hints,
    }
}

fn syntax_hint(error: &Error) -> Option<Text> {
    match error {
        Error::ExpectedComma => Some(words::comma()),
        Error::ExpectedStringEnd => Some(words::string_end()),
        Error::Eof => Some(words::unclosed()),
        Error::ExceededRecursionLimit => Some(words::too_deep()),
        other if bad_key(other) => Some(words::quoted_key()),
        _ => None,
    }
}

/// Whether the parser wanted a key.
fn bad_key(error: &Error) -> bool {
    matches!(error, Error::InvalidValueForType { expected, .. } if expected == KEY)
}

/// A value of a wrong type, an unknown field or a key that comes twice.
pub(super) fn told(text: &str, fault: &Fault) -> Told {
    let path = &fault.spot.path;
    let error = &fault.error.code;
    let position = locate(text, &fault.spot);
    let found = position.map_or_else(String::new, |position| excerpt(text, position));
    let (message, hints) = describe(error, &fault.spot, &found);
    let mut spoiled = vec![path.to_string()];
    if matches!(error, Error::Message(text) if text == DUPLICATE) {
        spoiled.clear();
    }
    spoiled.extend(meant_field(error, path));
    let finding = Diagnostic {
        severity: Severity::Error,
        file: 0,
        path: path.to_string(),
        position,
        cell: None,
        message,
        hints,
    };
    Told { finding, spoiled }
}

fn describe(error: &Error, spot: &Spot, found: &str) -> (Text, Vec<Text>) {
    match error {
        Error::NoSuchStructField { expected, found, .. } => {
            let hints = suggestions(found, expected.iter().copied());
            (words::unknown_field(found), hints)
        }
        Error::NoSuchEnumVariant { expected, found, .. } => {
            let hints = suggestions(found, expected.iter().copied());
            (words::unknown_word(found), hints)
        }
        Error::Message(text) if text == DUPLICATE => {
            (words::key_twice(last(spot.path.as_str())), Vec::new())
        }
        Error::IntegerOutOfBounds => (words::whole_out_of_range(found), vec![words::whole()]),
        other => {
            let hint = expectation(other);
            let hint = hint.unwrap_or_else(|| words::parser_says(&other.to_string()));
            (words::wrong_type(found), vec![hint])
        }
    }
}

/// What was expected instead of a value of a wrong type.
fn expectation(error: &Error) -> Option<Text> {
    Some(match error {
        Error::ExpectedInteger
        | Error::ExpectedComma
        | Error::InvalidIntegerDigit { .. }
        | Error::UnderscoreAtBeginning => words::whole(),
        Error::ExpectedBoolean => words::boolean(),
        Error::ExpectedString => words::string(),
        Error::ExpectedArray => words::list(),
        Error::ExpectedMap => words::map(),
        Error::ExpectedStructLike
        | Error::ExpectedNamedStructLike(_)
        | Error::ExpectedDifferentStructName { .. } => words::structure(),
        Error::ExpectedIdentifier => words::bare_word(),
        Error::InvalidValueForType { expected, .. } if expected.contains("number") => {
            words::quantity()
        }
        _ => return None,
    })
}

/// The field that an unknown one may have been meant to be: nothing need be
/// said about its absence.
fn meant_field(error: &Error, path: &Path) -> Option<String> {
    let Error::NoSuchStructField { expected, found, .. } = error else {
        return None;
    };
    let meant = closest(found, expected.iter().copied())?;
    let parent = path.as_str().strip_suffix(found.as_str())?;
    Some(format!("{parent}{meant}"))
}

fn last(path: &str) -> &str {
    path.rsplit('.').next().unwrap_or(path)
}

fn place(position: RonPosition) -> Position {
    Position { line: position.line, column: position.col }
}

/// The text from a position: a quoted text, a word or a number, or the
/// beginning of something in brackets.
fn excerpt(text: &str, position: Position) -> String {
    let line = text.lines().nth(position.line - 1).unwrap_or_default();
    let mut rest = line.chars().skip(position.column - 1).peekable();
    let mut found = String::new();
    let quoted = rest.peek() == Some(&'"');
    for letter in rest.take(40) {
        let ends = if quoted {
            letter == '"' && !found.is_empty()
        } else {
            matches!(letter, ',' | ')' | ']' | '}') || letter.is_whitespace()
        };
        if ends && quoted {
            found.push(letter);
        }
        if ends && !found.is_empty() {
            break;
        }
        found.push(letter);
        if ends {
            break;
        }
        if matches!(letter, '(' | '[' | '{') && !quoted {
            found.push('…');
            break;
        }
    }
    found
}

/// Characters of Chinese input methods that are easily typed for RON's own.
const FULL_WIDTH: [(char, &str); 14] = [
    ('，', ","),
    ('：', ":"),
    ('“', "\""),
    ('”', "\""),
    ('‘', "\""),
    ('’', "\""),
    ('（', "("),
    ('）', ")"),
    ('【', "["),
    ('】', "]"),
    ('｛', "{"),
    ('｝', "}"),
    ('；', ","),
    ('、', ","),
];

/// The full-width character at a position, or just before it on the line: the
/// position of the error then, and what to write instead.
fn full_width_near(text: &str, at: Position) -> (Position, Option<(char, &'static str)>) {
    let line = text.lines().nth(at.line - 1).unwrap_or_default();
    let known = |letter: char| {
        let entry = FULL_WIDTH.iter().find(|(wide, _)| *wide == letter);
        entry.map(|(wide, plain)| (*wide, *plain))
    };
    for column in [at.column, at.column.saturating_sub(1)] {
        let letter = line.chars().nth(column.wrapping_sub(1));
        if let Some(entry) = letter.and_then(known) {
            let at = Position { column, ..at };
            return (at, Some(entry));
        }
    }
    (at, None)
}
