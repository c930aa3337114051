//! Reading a scenario file from its text.

use super::raw::RawScenario;
use super::resolve::resolve_besides;
use crate::diagnostic::{Diagnostic, Position, Severity};
use crate::domain::{Scenario, Text};
use ron::Options;
use ron::extensions::Extensions;
use sha2::{Digest, Sha256};

/// A scenario file that can be used.
#[derive(Debug)]
pub struct Loaded {
    /// The checked case.
    pub scenario: Scenario,
    /// The file as written, for changes to be made to it.
    pub raw: RawScenario,
    /// What someone should look at.
    pub warnings: Vec<Diagnostic>,
}

/// Reads a scenario: parses the text, resolves it and checks it.
///
/// # Errors
///
/// Everything that is wrong with it, warnings included.
pub fn read(text: &str) -> Result<Loaded, Vec<Diagnostic>> {
    let (raw, mut found) = parse(text);
    let Some(raw) = raw else {
        return Err(found);
    };
    let spoiled: Vec<String> = found.iter().map(|finding| finding.path.clone()).collect();
    let (scenario, more) = resolve_besides(&raw, hash(text), &spoiled);
    found.extend(more);
    match scenario {
        Some(scenario) => Ok(Loaded {
            scenario,
            raw,
            warnings: found,
        }),
        None => Err(found),
    }
}

/// The hash of a scenario file: SHA-256 of its bytes, in hex.
#[must_use]
pub fn hash(text: &str) -> String {
    use std::fmt::Write as _;
    let digest = Sha256::digest(text.as_bytes());
    digest.iter().fold(String::new(), |mut hex, byte| {
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}

/// Parses a scenario file.
#[must_use]
pub fn parse(text: &str) -> (Option<RawScenario>, Vec<Diagnostic>) {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let options = Options::default().with_default_extension(Extensions::IMPLICIT_SOME);
    match options.from_str(text) {
        Ok(raw) => (Some(raw), Vec::new()),
        Err(error) => {
            let message = error.code.to_string();
            let finding = Diagnostic {
                severity: Severity::Error,
                path: String::new(),
                position: Some(Position {
                    line: error.span.start.line,
                    column: error.span.start.col,
                }),
                message: Text {
                    zh: message.clone(),
                    en: message,
                },
                hints: Vec::new(),
            };
            (None, vec![finding])
        }
    }
}
