//! Text for readers, in the languages the program speaks.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;

/// A language of the output.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema, clap::ValueEnum,
)]
#[serde(rename_all = "snake_case")]
pub enum Language {
    /// Chinese 中文.
    #[default]
    Zh,
    /// English.
    En,
}

impl Language {
    /// The word for it on the command line and in files.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Zh => "zh",
            Self::En => "en",
        }
    }
}

/// A name or a note in both languages.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Text {
    /// Chinese.
    pub zh: String,
    /// English; the Chinese text where a scenario gives none.
    pub en: String,
}

impl Text {
    /// The text in `language`.
    #[must_use]
    pub fn get(&self, language: Language) -> &str {
        match language {
            Language::Zh => &self.zh,
            Language::En => &self.en,
        }
    }
}

/// A text as it may be shown anywhere: a sign in the place of every character
/// that moves a cursor, colours a terminal, turns the direction of writing or
/// has no place in XML. Line ends and tabs stay.
#[must_use]
pub fn printable(text: &str) -> Cow<'_, str> {
    if text.chars().all(is_printable) {
        return Cow::Borrowed(text);
    }
    let shown = |letter| {
        if is_printable(letter) { letter } else { '\u{fffd}' }
    };
    Cow::Owned(text.chars().map(shown).collect())
}

/// Whether a character may be shown.
#[must_use]
pub fn is_printable(letter: char) -> bool {
    let noncharacter = u32::from(letter) & 0xfffe == 0xfffe;
    match letter {
        '\n' | '\t' => true,
        // Line and paragraph separators, and what turns the direction.
        '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{fdd0}'..='\u{fdef}' => false,
        letter => !letter.is_control() && !noncharacter,
    }
}

/// Whether a spreadsheet could take a text for a formula: as it stands, once
/// what can't be seen before it is dropped, or in full width. Such a text is
/// written as a text, and quoted where a file knows no types.
#[must_use]
pub fn looks_like_formula(text: &str) -> bool {
    const SIGNS: [char; 11] = ['=', '+', '-', '@', '＝', '＋', '－', '＠', '\u{2212}', '|', '%'];
    let unseen = |letter: char| {
        letter.is_whitespace()
            || letter.is_control()
            || matches!(letter, '\u{fffd}' | '\u{ad}' | '\u{180e}' | '\u{200b}'..='\u{200f}')
            || matches!(letter, '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
    };
    text.trim_start_matches(unseen).starts_with(SIGNS)
}

#[cfg(test)]
mod tests {
    use super::{looks_like_formula, printable};

    #[test]
    fn formulas_are_seen_behind_what_is_not() {
        for text in
            ["=1", "+1", "-1", "@a", "\n=1", " =1", "\u{200b}=1", "\u{202e}=1", "＝1", "　＝1"]
        {
            assert!(looks_like_formula(text), "{text:?}");
        }
        for text in ["", "机械", "a=b", " 间", "(=1)", "'=1"] {
            assert!(!looks_like_formula(text), "{text:?}");
        }
    }

    #[test]
    fn only_what_can_be_shown_is_left() {
        assert_eq!(printable("县职校 A\tb\nc"), "县职校 A\tb\nc");
        let shown = "\u{fffd}[31m\u{fffd}x\u{fffd}\u{fffd}y\u{fffd}";
        assert_eq!(printable("\u{1b}[31m\u{7f}x\u{fffe}\u{202e}y\r"), shown);
        assert_eq!(printable("\u{9b}\u{1ffff}"), "\u{fffd}\u{fffd}");
    }
}
