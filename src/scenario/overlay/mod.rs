//! Changes to a scenario: overlay files and the command line.
//!
//! Changes are made to the scenario as a tree. A value is read where it will
//! stand: a file that says nothing else is framed around it and parsed like
//! any scenario, so that what is wrong with it is told in the same words.

mod between;
mod changes;
mod command;
mod draft;
mod edit;
mod expression;
mod file;
mod format;
mod pattern;
mod said;
mod scale;
mod sources;
mod text;
mod unread;
mod value;
mod varied;

pub use between::between;
pub(crate) use changes::Changes;
pub use command::Change;
pub(crate) use draft::{Draft, Mark, Touched};
pub use expression::{Bound, Expression};
pub use format::{RawChange, RawOverlay};
pub(crate) use text::text_of;
pub use unread::Unread;
pub use varied::{Changed, Places, Variation};

use super::parse::parse_all;
use super::raw::RawScenario;
use super::tree::Node;
use crate::diagnostic::Diagnostic;
use draft::wrong;

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
