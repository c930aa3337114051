//! What is found in a study file.

use crate::diagnostic::{Diagnostic, Severity};
use crate::domain::Text;
use crate::scenario::path::Path;
use crate::scenario::position_of;
use crate::scenario::raw::RawText;
use crate::words::{diagnostics, experiment as words};

/// Findings, and where they stand.
pub struct Checks<'t> {
    /// The text of the study.
    pub text: &'t str,
    /// Everything found so far.
    pub found: Vec<Diagnostic>,
}

impl Checks<'_> {
    /// Something is wrong at a place.
    pub fn wrong(&mut self, at: &Path, message: Text, hints: Vec<Text>) {
        self.found.push(Diagnostic {
            severity: Severity::Error,
            file: 0,
            path: at.to_string(),
            position: position_of(self.text, at.as_str()),
            cell: None,
            message,
            hints,
        });
    }

    /// A value that must be there.
    pub fn needed<T>(&mut self, value: Option<T>, at: &Path, field: &str) -> Option<T> {
        if value.is_none() {
            self.wrong(at, diagnostics::missing(field), Vec::new());
        }
        value
    }

    /// A finite number that must be there.
    pub fn number(&mut self, value: Option<f64>, at: &Path, field: &str) -> Option<f64> {
        let value = self.needed(value, at, field)?;
        if !value.is_finite() {
            let message = diagnostics::not_finite(&value.to_string());
            self.wrong(&at.key(field), message, Vec::new());
            return None;
        }
        Some(value)
    }

    /// Numbers that must not go down.
    pub fn rising(&mut self, at: &Path, numbers: &[f64]) -> bool {
        let rising = numbers.windows(2).all(|pair| pair[0] <= pair[1]);
        let wide = numbers.first() < numbers.last();
        if !(rising && wide) {
            let told: Vec<String> = numbers.iter().map(f64::to_string).collect();
            self.wrong(at, words::not_rising(&told.join(", ")), Vec::new());
        }
        rising && wide
    }
}

/// A text of a file in both languages, if it has one.
pub fn text_of(raw: &RawText) -> Option<Text> {
    let zh = raw.zh.clone().or_else(|| raw.en.clone())?;
    let en = raw.en.clone().unwrap_or_else(|| zh.clone());
    Some(Text { zh, en })
}

/// A name, or the key where there is none.
pub fn named(raw: Option<&RawText>, key: &str) -> Text {
    raw.and_then(text_of).unwrap_or_else(|| Text { zh: key.to_owned(), en: key.to_owned() })
}
