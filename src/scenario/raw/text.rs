//! A text in both languages, as written.

use crate::domain::printable;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A text in both languages.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct RawText {
    /// Chinese.
    #[serde(deserialize_with = "shown")]
    pub zh: Option<String>,
    /// English; the Chinese text if absent.
    #[serde(deserialize_with = "shown")]
    pub en: Option<String>,
}

/// Reads a text for readers, which may be shown anywhere then.
pub(super) fn shown<'de, D: serde::Deserializer<'de>>(
    deserializer: D,
) -> Result<Option<String>, D::Error> {
    let text = Option::<String>::deserialize(deserializer)?;
    Ok(text.map(|text| printable(&text).into_owned()))
}
