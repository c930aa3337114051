//! Reading a scenario file from its text.

use super::loaded::Loaded;
use super::parse::{Parsed, parse_all, place};
use super::raw::RawScenario;
use super::resolve::resolve_besides;
use super::source::Sheets;
use crate::diagnostic::{Diagnostic, Severity};
use crate::domain::Scenario;
use sha2::{Digest, Sha256};

/// Reads a scenario: parses the text, resolves it and checks it. A byte order
/// mark at its beginning is passed over.
///
/// # Errors
///
/// Everything that is wrong with it, warnings included.
pub fn read(text: &str) -> Result<Loaded, Vec<Diagnostic>> {
    read_besides(text, None)
}

/// Like [`read`]; of a workbook without looking up places in the text, and
/// saying nothing about what its cells have told already.
pub(super) fn read_besides(text: &str, sheets: Option<&Sheets>) -> Result<Loaded, Vec<Diagnostic>> {
    let Parsed { raw, mut found, mut spoiled } = parse_all(text);
    spoiled.extend(sheets.iter().flat_map(|sheets| sheets.spoiled.iter().cloned()));
    let Some(raw) = raw else {
        return Err(found);
    };
    let (scenario, mut more) = resolve_besides(&raw, hash(text), &spoiled);
    if sheets.is_none() {
        place(text, &mut more);
    }
    found.extend(more);
    finished(scenario, raw, text.to_owned(), found)
}

/// The scenario if nothing is wrong with it, or the findings in order.
pub(super) fn finished(
    scenario: Option<Scenario>,
    raw: RawScenario,
    text: String,
    mut found: Vec<Diagnostic>,
) -> Result<Loaded, Vec<Diagnostic>> {
    found.sort_by_key(|finding| (finding.file, finding.position));
    match scenario {
        Some(scenario) if found.iter().all(|one| one.severity == Severity::Warning) => {
            Ok(Loaded { scenario, raw, text, warnings: found })
        }
        _ => Err(found),
    }
}

/// The hash of a scenario file: SHA-256 of its bytes, in hex.
pub fn hash(text: &str) -> String {
    use std::fmt::Write as _;
    let digest = Sha256::digest(text.as_bytes());
    digest.iter().fold(String::new(), |mut hex, byte| {
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}
