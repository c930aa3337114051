//! Texts in both languages.

use crate::domain::Text;
use crate::scenario::raw::RawText;

/// A text of a file in both languages, if it has one.
pub(crate) fn text_of(raw: &RawText) -> Option<Text> {
    let zh = raw.zh.clone().or_else(|| raw.en.clone())?;
    let en = raw.en.clone().unwrap_or_else(|| zh.clone());
    Some(Text { zh, en })
}
