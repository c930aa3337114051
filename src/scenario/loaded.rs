//! A scenario that was read.

use super::raw::RawScenario;
use crate::diagnostic::Diagnostic;
use crate::domain::Scenario;

/// A scenario file that can be used.
#[derive(Debug)]
pub struct Loaded {
    /// The checked case.
    pub scenario: Scenario,
    /// The scenario as written, for changes to be made to it.
    pub raw: RawScenario,
    /// Its text: that of the file or, of a scenario that was put together, one
    /// that reads as the same scenario. The hash is that of the text.
    pub text: String,
    /// What someone should look at.
    pub warnings: Vec<Diagnostic>,
}
