//! What taking a list in changes: for readers, and as an overlay.

use super::names::Unmatched;
use crate::diagnostic::{Cell, Diagnostic, Severity};
use crate::domain::Text;
use crate::scenario::tree::{Node, quoted};
use crate::workbook::layout::Bi;
use std::collections::BTreeSet;
use std::fmt::Write as _;

/// What happens to an entry or a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// The list has an entry that the scenario lacks.
    Added,
    /// A field has another value.
    Changed,
    /// The scenario has an entry that the list lacks; it stays.
    Missing,
    /// The same, and it is removed.
    Removed,
    /// It follows from other changes.
    Followed,
}

/// How a change is made.
#[derive(Clone, Debug, PartialEq)]
pub enum Edit {
    /// A field gets a value.
    Set(Node),
    /// An entry comes in.
    Add(Node),
    /// An entry goes.
    Remove,
}

/// A change.
#[derive(Clone, Debug)]
pub struct Change {
    /// What happens.
    pub what: What,
    /// The key of the entry, for readers.
    pub key: String,
    /// Its name, for readers.
    pub name: String,
    /// The field; of an entry as a whole none.
    pub field: Option<Bi>,
    /// What the scenario says.
    pub before: String,
    /// What the list says.
    pub after: String,
    /// Where the change is made.
    pub path: String,
    /// How; nothing for what is only reported.
    pub edit: Option<Edit>,
    /// Where the list says it.
    pub cell: Option<Cell>,
}

/// From where a figure comes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Origin {
    /// From the list.
    List,
    /// It was filled in for the list.
    Filled,
}

/// What comes of comparing a list with a scenario.
#[derive(Clone, Debug, Default)]
pub struct Outcome {
    /// The changes in the order of the list, then what the list lacks.
    pub changes: Vec<Change>,
    /// Names that the scenario does not know.
    pub unmatched: Vec<Unmatched>,
    /// Findings about cells.
    pub found: Vec<Diagnostic>,
    /// What a reader should know about how the list was taken.
    pub notes: Vec<Text>,
    /// How many entries are the same in both.
    pub same: usize,
    /// How many entries of the scenario lie outside what the list is about.
    pub beyond: usize,
    /// Figures that get a source, by path.
    pub sources: Vec<(String, Origin)>,
}

/// What is said about the list in an overlay.
#[derive(Clone, Debug)]
pub struct About {
    /// Note on figures from the list.
    pub list: Text,
    /// Note on figures that were filled in.
    pub filled: Text,
    /// Date of the list, `2008-09-01`.
    pub date: String,
}

impl Outcome {
    /// How many changes of a kind there are.
    pub fn count(&self, what: What) -> usize {
        self.changes.iter().filter(|change| change.what == what).count()
    }

    /// Whether something is wrong, so that nothing may be written.
    pub fn is_wrong(&self) -> bool {
        self.found.iter().any(|one| one.severity == Severity::Error)
    }

    /// Adds what a reader should know, once.
    pub(super) fn note(&mut self, note: Text) {
        if !self.notes.contains(&note) {
            self.notes.push(note);
        }
    }

    /// The text of the overlay on `base` that makes the changes, with the
    /// sources of the figures.
    pub fn overlay(&self, base: &str, about: &About) -> String {
        let mut text = format!("(\n    base: {},\n", quoted(base));
        let said = both(&about.list);
        let _ = write!(text, "    note: {said},\n    changes: [\n");
        for change in &self.changes {
            let path = quoted(&change.path);
            let _ = match &change.edit {
                Some(Edit::Set(node)) => {
                    writeln!(text, "        set({path}, {}),", node.on_a_line())
                }
                Some(Edit::Add(node)) => {
                    writeln!(text, "        add({path}, {}),", node.on_a_line())
                }
                Some(Edit::Remove) => writeln!(text, "        remove({path}),"),
                None => continue,
            };
        }
        text.push_str("    ],\n    sources: {\n");
        let mut written = BTreeSet::new();
        for (path, origin) in self.sources.iter().filter(|(path, _)| written.insert(path.clone())) {
            let (kind, note) = match origin {
                Origin::List => ("statistic", both(&about.list)),
                Origin::Filled => ("assumption", both(&about.filled)),
            };
            let (path, date) = (quoted(path), quoted(&about.date));
            let _ = writeln!(text, "        {path}: (kind: {kind}, note: {note}, date: {date}),");
        }
        text.push_str("    },\n)\n");
        text
    }
}

fn both(text: &Text) -> String {
    format!("(zh: {}, en: {})", quoted(&text.zh), quoted(&text.en))
}
