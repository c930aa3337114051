//! A change of an option, in the overlay language.

use crate::scenario::tree::quoted;
use serde::{Deserialize, Serialize};

/// A change as an overlay makes it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "do", rename_all = "snake_case")]
pub enum Edit {
    /// Gives a place a value.
    Set {
        /// Field path.
        path: String,
        /// The value, as RON.
        value: String,
    },
    /// Adds an entry.
    Add {
        /// Path of the list, or of the new entry of a map.
        path: String,
        /// The value, as RON.
        value: String,
    },
    /// Takes something away.
    Remove {
        /// Field path.
        path: String,
    },
    /// Multiplies figures.
    Scale {
        /// Field path.
        path: String,
        /// The factor, as written.
        factor: String,
    },
}

impl Edit {
    /// Where it changes something.
    pub fn path(&self) -> &str {
        match self {
            Self::Set { path, .. }
            | Self::Add { path, .. }
            | Self::Remove { path }
            | Self::Scale { path, .. } => path,
        }
    }

    /// The value that it gives, if any.
    pub fn value(&self) -> Option<&str> {
        match self {
            Self::Set { value, .. } | Self::Add { value, .. } => Some(value),
            Self::Scale { factor, .. } => Some(factor),
            Self::Remove { .. } => None,
        }
    }

    /// What one change is called by: an entry of a list by its value as well, since
    /// the path of every addition is the list's.
    pub fn mark(&self) -> String {
        match self {
            Self::Add { path, value } => format!("{path} + {value}"),
            other => other.path().to_owned(),
        }
    }

    /// As a line of an overlay.
    pub fn as_ron(&self) -> String {
        match self {
            Self::Set { path, value } => format!("set({}, {value})", quoted(path)),
            Self::Add { path, value } => format!("add({}, {value})", quoted(path)),
            Self::Remove { path } => format!("remove({})", quoted(path)),
            Self::Scale { path, factor } => format!("scale({}, {factor})", quoted(path)),
        }
    }
}

/// Where a changed figure comes from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Source {
    /// Field path.
    pub path: String,
    /// `seed`, `statistic`, `standard` or `assumption`.
    pub kind: String,
    /// What it is.
    pub note: String,
    /// Its date, if any.
    pub date: Option<String>,
}

impl Source {
    /// As an entry of `sources`.
    pub fn as_ron(&self) -> String {
        let date = self.date.as_ref().map(|date| format!(", date: {}", quoted(date)));
        format!(
            "{}: (kind: {}, note: (zh: {}){})",
            quoted(&self.path),
            self.kind,
            quoted(&self.note),
            date.unwrap_or_default()
        )
    }
}
