//! Changes from the command line.

use super::sources::Origin;
use super::{Changes, Edit, Mark, Operation, wrong};
use crate::diagnostic::{Diagnostic, Position};
use crate::words::overlay as words;

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
}

impl Change {
    /// The change as it is given on the command line, with its flag.
    #[must_use]
    pub fn as_given(&self) -> String {
        let (Self::Set(text) | Self::Add(text) | Self::Scale(text) | Self::Remove(text)) = self;
        format!("{} {text}", self.flag())
    }

    fn flag(&self) -> &'static str {
        match self {
            Self::Set(_) => "--set",
            Self::Add(_) => "--add",
            Self::Scale(_) => "--scale",
            Self::Remove(_) => "--remove",
        }
    }
}

impl Changes {
    /// The changes of the command line, which is told of as the file of this
    /// index: a text with one change, as given, on each line.
    pub fn given(file: usize, changes: &[Change]) -> Result<Self, Vec<Diagnostic>> {
        let (mut edits, mut found) = (Vec::new(), Vec::new());
        let mut line = 1;
        for change in changes {
            match (Given { change, file, line }).edit() {
                Ok(edit) => edits.push(edit),
                Err(wrong) => found.extend(wrong),
            }
            line += change.as_given().matches('\n').count() + 1;
        }
        if !found.is_empty() {
            return Err(found);
        }
        Ok(Self {
            edits,
            sources: Vec::new(),
            name: None,
            origin: Origin::CommandLine,
        })
    }
}

/// A change on its line.
struct Given<'a> {
    change: &'a Change,
    file: usize,
    line: usize,
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
                    let message = words::no_factor(value);
                    vec![wrong(at, path, message, Vec::new())]
                })?;
                Ok(self.made(path, at, Operation::Scale(factor)))
            }
            Change::Remove(path) => Ok(self.made(path, self.mark(""), Operation::Remove)),
        }
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
            let (message, hints) = (words::no_equals(text), vec![words::change_form()]);
            return Err(vec![wrong(self.mark(""), text, message, hints)]);
        };
        let at = self.mark(&text[..=path.len()]);
        Ok((path, value.trim(), at))
    }

    /// The place behind a beginning of what stands after the flag.
    fn mark(&self, before: &str) -> Mark {
        let column = self.change.flag().chars().count() + 2 + before.chars().count();
        let line = self.line;
        Mark {
            file: self.file,
            position: Some(Position { line, column }),
        }
    }
}
