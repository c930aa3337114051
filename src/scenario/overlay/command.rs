//! Changes from the command line.

use super::edit::{Edit, Operation};
use super::sources::Origin;
use super::{Changes, Expression, Mark, Unread, wrong};
use crate::diagnostic::{Diagnostic, Position};
use crate::scenario::raw::{RawKeep, RawPin, RawScenario};
use crate::scenario::tree::Node;
use crate::words::{overlay, pins as words};

/// A change from the command line, as given there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// `PATH=VALUE`: gives a field or an entry a value. The value is RON, or a
    /// text without quotes.
    Set(String),
    /// `PATH=VALUE`: adds an entry to a map or a list, likewise.
    Add(String),
    /// `PATH=FACTOR`: multiplies figures.
    Scale(String),
    /// `PATH`: takes a field or an entry away.
    Remove(String),
    /// Forces a decision: `zaozhi @ erzhong`.
    Pin(String),
    /// Forbids a decision.
    Forbid(String),
    /// Has the plan stay near a published one.
    Keep {
        /// The plan, as it is told of.
        plan: String,
        /// What it decided, as RON.
        decided: String,
    },
}

impl Change {
    /// Has the plan stay near a published one, called `plan`.
    pub fn keep(plan: String, decided: &RawKeep) -> Self {
        Self::Keep { plan, decided: Node::of(decided).on_a_line() }
    }

    /// The change as it is given on the command line, with its flag.
    pub fn as_given(&self) -> String {
        let (Self::Set(text)
        | Self::Add(text)
        | Self::Scale(text)
        | Self::Remove(text)
        | Self::Pin(text)
        | Self::Forbid(text)
        | Self::Keep { plan: text, .. }) = self;
        format!("{} {text}", self.flag())
    }

    fn flag(&self) -> &'static str {
        match self {
            Self::Set(_) => "--set",
            Self::Add(_) => "--add",
            Self::Scale(_) => "--scale",
            Self::Remove(_) => "--remove",
            Self::Pin(_) => "--pin",
            Self::Forbid(_) => "--forbid",
            Self::Keep { .. } => "--keep",
        }
    }
}

impl Changes {
    /// The changes of the command line to a scenario, which is told of as the
    /// file of this index: a text with one change, as given, on each line.
    pub fn given(
        file: usize,
        changes: &[Change],
        raw: &RawScenario,
    ) -> Result<Self, Vec<Diagnostic>> {
        let (mut edits, mut found) = (Vec::new(), Vec::new());
        let mut line = 1;
        for change in changes {
            let given = Given { change, file, line, raw };
            match given.edit() {
                Ok(edit) => edits.push(edit),
                Err(wrong) => found.extend(wrong),
            }
            line += change.as_given().matches('\n').count() + 1;
        }
        if !found.is_empty() {
            return Err(found);
        }
        Ok(Self { edits, sources: Vec::new(), name: None, origin: Origin::CommandLine })
    }
}

/// A change on its line.
struct Given<'a> {
    change: &'a Change,
    file: usize,
    line: usize,
    raw: &'a RawScenario,
}

impl Given<'_> {
    fn edit(&self) -> Result<Edit, Vec<Diagnostic>> {
        match self.change {
            Change::Set(text) => {
                let (path, value, at) = self.parts(text)?;
                Ok(self.made(path, at, Operation::Set(value.to_owned())))
            }
            Change::Add(text) => {
                let (path, value, at) = self.parts(text)?;
                Ok(self.made(path, at, Operation::Add(value.to_owned())))
            }
            Change::Scale(text) => {
                let (path, value, at) = self.parts(text)?;
                let factor = value.parse().map_err(|_| {
                    let message = overlay::no_factor(value);
                    vec![wrong(at, path, message, Vec::new())]
                })?;
                Ok(self.made(path, at, Operation::Scale(factor)))
            }
            Change::Remove(path) => Ok(self.made(path, self.mark(""), Operation::Remove)),
            Change::Pin(text) => self.pinned(text, |said| Some(said.forced())),
            Change::Forbid(text) => self.pinned(text, Expression::forbidden),
            Change::Keep { decided, .. } => {
                let keep = Operation::Set(decided.clone());
                Ok(self.made("keep", self.mark(""), keep))
            }
        }
    }

    /// The pin that an expression means, as a new entry of the scenario's.
    fn pinned(
        &self,
        text: &str,
        meant: impl Fn(&Expression) -> Option<RawPin>,
    ) -> Result<Edit, Vec<Diagnostic>> {
        let told = |unread: Unread| {
            let at = self.mark("");
            vec![wrong(at, "pins", unread.message, unread.hints)]
        };
        let said = Expression::read(text, self.raw).map_err(told)?;
        let pin = meant(&said).ok_or_else(|| {
            told(Unread { message: words::no_opposite(text), hints: vec![words::count_form()] })
        })?;
        let value = Node::of(&pin).on_a_line();
        Ok(self.made("pins", self.mark(""), Operation::Add(value)))
    }

    fn made(&self, path: &str, value_at: Mark, operation: Operation) -> Edit {
        Edit {
            path: path.trim().to_owned(),
            path_at: self.mark(""),
            operation,
            value_at,
            loose: true,
        }
    }

    /// The path, the value, and where the value stands.
    fn parts<'t>(&self, text: &'t str) -> Result<(&'t str, &'t str, Mark), Vec<Diagnostic>> {
        let Some((path, value)) = text.split_once('=') else {
            let (message, hints) = (overlay::no_equals(text), vec![overlay::change_form()]);
            return Err(vec![wrong(self.mark(""), text, message, hints)]);
        };
        let at = self.mark(&text[..=path.len()]);
        Ok((path, value.trim(), at))
    }

    /// The place behind a beginning of what stands after the flag.
    fn mark(&self, before: &str) -> Mark {
        let column = self.change.flag().chars().count() + 2 + before.chars().count();
        let line = self.line;
        Mark { file: self.file, position: Some(Position { line, column }) }
    }
}
