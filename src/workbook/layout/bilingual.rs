//! Names in both languages.

use crate::domain::Language;

/// A text of the layout: Chinese, English.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bi(pub &'static str, pub &'static str);

impl Bi {
    /// No text.
    pub const NONE: Self = Self("", "");

    /// The text in a language.
    pub fn get(self, language: Language) -> &'static str {
        match language {
            Language::Zh => self.0,
            Language::En => self.1,
        }
    }
}
