//! Field paths, as diagnostics and sources write them.

use std::fmt;

/// Where a value stands: `campuses.erzhong.tenure.until`, `cohorts[3].entry`.
/// The empty path is the whole scenario. A key with other characters than
/// letters, digits, `_` and `-` stands in brackets: `campuses["a.b"]`.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Path(String);

impl Path {
    /// A field of the scenario itself.
    pub fn field(name: &str) -> Self {
        Self::default().key(name)
    }

    /// The field or entry `key` below this place.
    #[must_use]
    pub fn key(&self, key: &str) -> Self {
        let plain = |letter: char| letter.is_alphanumeric() || letter == '_' || letter == '-';
        if key.is_empty() || !key.chars().all(plain) {
            Self(format!("{}[{key:?}]", self.0))
        } else if self.0.is_empty() {
            Self(key.to_owned())
        } else {
            Self(format!("{}.{key}", self.0))
        }
    }

    /// The list element `index`, from 0, below this place.
    #[must_use]
    pub fn index(&self, index: usize) -> Self {
        Self(format!("{}[{index}]", self.0))
    }

    /// A path as it was written by [`Path::as_str`].
    pub fn from_text(text: &str) -> Self {
        Self(text.to_owned())
    }

    /// The path as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Path {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

/// Whether `path` is the place `above` or lies below it.
pub fn covers(above: &str, path: &str) -> bool {
    path.strip_prefix(above).is_some_and(|rest| {
        above.is_empty() || rest.is_empty() || rest.starts_with('.') || rest.starts_with('[')
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_read_as_they_are_written() {
        let path = Path::field("cohorts").index(3).key("entry");
        assert_eq!(path.as_str(), "cohorts[3].entry");
        assert_eq!(Path::field("campuses").key("a.b").as_str(), "campuses[\"a.b\"]");
        assert_eq!(Path::field("campuses").key("二中").as_str(), "campuses.二中");
    }

    #[test]
    fn a_path_covers_what_lies_below_it() {
        assert!(covers("cohorts", "cohorts[3].entry"));
        assert!(covers("cohorts[3]", "cohorts[3]"));
        assert!(covers("", "cohorts"));
        assert!(!covers("cohorts[3]", "cohorts[31]"));
        assert!(!covers("campuses.er", "campuses.erzhong"));
    }
}
