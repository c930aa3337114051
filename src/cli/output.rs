//! Data on standard output, notes on standard error.

use super::exit::{Exit, Failure};
use crate::domain::{Language, printable};
use crate::words::cli as words;
use serde::Serialize;
use std::io::{self, ErrorKind, Write};

/// Prints data. A reader who has had enough, such as `head`, is no error.
///
/// # Errors
///
/// When standard output can't be written.
pub fn data(text: &str, language: Language) -> Result<(), Failure> {
    let mut out = io::stdout().lock();
    match out.write_all(shown(text).as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => Err(Failure {
            exit: Exit::Failed,
            message: words::output_failed(&error).get(language).to_owned(),
        }),
        _ => Ok(()),
    }
}

/// Prints data as JSON.
///
/// # Errors
///
/// When standard output can't be written.
pub fn json(value: &impl Serialize, language: Language) -> Result<(), Failure> {
    let text = serde_json::to_string_pretty(value).map_err(|error| Failure {
        exit: Exit::Failed,
        message: words::output_failed(&error).get(language).to_owned(),
    })?;
    data(&(text + "\n"), language)
}

/// Prints a note. Nobody may be there to read it.
pub fn note(text: &str) {
    let _ = writeln!(io::stderr().lock(), "{}", shown(text));
}

/// A text that does nothing to a terminal. The line ends of a calendar stay.
fn shown(text: &str) -> String {
    let lines = text.split("\r\n").map(printable);
    lines.collect::<Vec<_>>().join("\r\n")
}
