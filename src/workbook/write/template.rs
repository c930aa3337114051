//! The empty workbook with examples.

use super::{Filling, export, render};
use crate::domain::Language;
use rust_xlsxwriter::XlsxError;

/// The scenario whose rows are the examples.
const EXAMPLE: &str = include_str!("../../../scenarios/minimal.ron");

/// An empty workbook with examples, which are not read.
///
/// # Errors
///
/// When it does not fit into a workbook.
pub fn template(language: Language) -> Result<Vec<u8>, XlsxError> {
    let raw = crate::scenario::parse(EXAMPLE).0.unwrap_or_default();
    let export =
        export(&raw, language).map_err(|lost| XlsxError::ParameterError(lost.join(", ")))?;
    render(&export, language, Filling::Examples)
}
