//! Changes to a scenario: overlay files and the command line.
//!
//! Changes are made to the scenario as a tree. A value is read where it will
//! stand: a file that says nothing else is framed around it and parsed like
//! any scenario, so that what is wrong with it is told in the same words.

mod between;
mod command;
mod edit;
mod expression;
mod file;
mod format;
mod pattern;
mod said;
mod scale;
mod sources;
mod value;
mod varied;

pub use between::between;
pub use command::Change;
pub use expression::{Bound, Expression, Unread};
pub use format::{RawChange, RawOverlay};
pub use varied::{Changed, Places, Variation};

use super::path::Path;
use super::raw::{RawScenario, RawSource, RawText};
use super::read::parse_all;
use super::tree::Node;
use crate::diagnostic::{Diagnostic, Position, Severity};
use crate::domain::Text;
use edit::{Edit, Operation};
use sources::Origin;
use std::collections::BTreeSet;

/// Where something stands in the files that were read.
#[derive(Clone, Copy, Debug)]
pub(super) struct Mark {
    /// Index of the file.
    pub file: usize,
    /// Where in it.
    pub position: Option<Position>,
}

/// A place that was changed, and by what.
#[derive(Clone, Debug)]
pub(super) struct Touched {
    /// Path of the place.
    pub path: String,
    /// The change.
    pub at: Mark,
    /// Whether it has a new value, rather than something less.
    valued: bool,
}

/// Changes that are made together: an overlay's, or the command line's.
#[derive(Debug)]
pub(super) struct Changes {
    /// The changes in order.
    edits: Vec<Edit>,
    /// Sources of the changed figures: path, source, and where it stands.
    sources: Vec<(String, RawSource, Mark)>,
    /// Title of the result, if it gets a new one.
    name: Option<RawText>,
    /// Who makes them, for the sources of figures that are given none.
    origin: Origin,
}

/// A scenario in the making.
#[derive(Debug)]
pub(super) struct Draft {
    tree: Node,
    /// Paths in `sources` that never had anything there.
    broken: BTreeSet<String>,
    /// The places changed so far.
    pub touched: Vec<Touched>,
    /// Lists whose entries no longer have the numbers they have in the file.
    pub shifted: Vec<Path>,
}

impl Draft {
    /// A scenario to be changed.
    pub fn new(raw: &RawScenario) -> Self {
        Self {
            tree: Node::of(raw),
            broken: sources::of_nothing(raw),
            touched: Vec::new(),
            shifted: Vec::new(),
        }
    }

    /// Makes some changes.
    pub fn change(&mut self, changes: Changes) -> Result<(), Vec<Diagnostic>> {
        let before = self.touched.len();
        let mut found = Vec::new();
        for edit in &changes.edits {
            if let Err(wrong) = self.edit(edit) {
                found.extend(wrong);
            }
        }
        if !found.is_empty() {
            return Err(found);
        }
        let mut raw = self.raw()?;
        if changes.name.is_some() {
            raw.name = changes.name;
        }
        let stated = self.state_sources(&mut raw, changes.sources)?;
        self.state_others(&mut raw, before, &stated, &changes.origin);
        self.drop_vanished(&mut raw);
        self.tree = Node::of(&raw);
        Ok(())
    }

    /// The scenario as it is now.
    pub fn raw(&self) -> Result<RawScenario, Vec<Diagnostic>> {
        let parsed = parse_all::<RawScenario>(&self.tree.to_ron());
        match parsed.raw {
            Some(raw) if parsed.found.is_empty() => Ok(raw),
            _ => Err(parsed.found),
        }
    }
}

/// Something is wrong with a change.
fn wrong(at: Mark, path: &str, message: Text, hints: Vec<Text>) -> Diagnostic {
    Diagnostic {
        severity: Severity::Error,
        file: at.file,
        path: path.to_owned(),
        position: at.position,
        cell: None,
        message,
        hints,
    }
}

/// A text of a file in both languages, if it has one.
pub(super) fn text_of(raw: &RawText) -> Option<Text> {
    let zh = raw.zh.clone().or_else(|| raw.en.clone())?;
    let en = raw.en.clone().unwrap_or_else(|| zh.clone());
    Some(Text { zh, en })
}
