//! Making one change.

use super::pattern::{Found, Lost, Pattern};
use super::scale::scaled;
use super::{Draft, Mark, Touched, wrong};
use crate::diagnostic::Diagnostic;
use crate::domain::Text;
use crate::scenario::path::Path;
use crate::scenario::tree::{Hop, Node, path_of};
use crate::words::overlay as words;

/// A change to be made.
#[derive(Debug)]
pub(super) struct Edit {
    /// Field path with wildcards.
    pub path: String,
    /// Where the path stands.
    pub path_at: Mark,
    /// What is done there.
    pub operation: Operation,
    /// Where the value stands.
    pub value_at: Mark,
    /// Whether a text may stand without quotes.
    pub loose: bool,
}

/// What is done at a place.
#[derive(Debug)]
pub(super) enum Operation {
    /// It gets a value.
    Set(String),
    /// It gets a new entry.
    Add(String),
    /// It is taken away.
    Remove,
    /// It is multiplied.
    Scale(f64),
}

impl Edit {
    /// Something is wrong with the path.
    fn lost(&self, lost: Lost) -> Vec<Diagnostic> {
        vec![wrong(self.path_at, &self.path, lost.message, lost.hints)]
    }

    fn refused(&self, message: Text, hints: Vec<Text>) -> Vec<Diagnostic> {
        self.lost(Lost { message, hints })
    }
}

impl Draft {
    /// Makes a change at all places its path means.
    pub(super) fn edit(&mut self, edit: &Edit) -> Result<(), Vec<Diagnostic>> {
        let pattern = Pattern::read(&edit.path).map_err(|lost| edit.lost(lost))?;
        match &edit.operation {
            Operation::Set(value) => self.set(edit, &pattern, value),
            Operation::Add(value) => self.add(edit, &pattern, value),
            Operation::Remove => self.remove(edit, &pattern),
            Operation::Scale(factor) => self.scale(edit, &pattern, *factor),
        }
    }

    fn set(&mut self, edit: &Edit, pattern: &Pattern, value: &str) -> Result<(), Vec<Diagnostic>> {
        let add_it = |mut lost: Lost| {
            if pattern.split_key().is_some_and(|(above, _)| self.holds_entries(&above)) {
                lost.hints.push(words::add_instead());
            }
            edit.lost(lost)
        };
        for Found { place, below } in pattern.find(&self.tree).map_err(add_it)? {
            let node = edit.value(&self.tree, &place, &below, value)?;
            self.put(&place, node);
            let path = below.iter().fold(path_of(&place), |path, field| path.key(field));
            self.forget_below(&path);
            self.touch(&path, edit);
        }
        Ok(())
    }

    /// Whether a path means maps, to which entries can be added.
    fn holds_entries(&self, above: &Pattern) -> bool {
        let found = above.find(&self.tree).unwrap_or_default();
        let map = |found: &Found| matches!(self.tree.at(&found.place), Some(Node::Map { .. }));
        found.iter().any(map)
    }

    fn put(&mut self, place: &[Hop], node: Node) {
        if let Some(slot) = self.tree.at_mut(place) {
            *slot = node;
        }
    }

    fn add(&mut self, edit: &Edit, pattern: &Pattern, value: &str) -> Result<(), Vec<Diagnostic>> {
        let lists = pattern.find(&self.tree).unwrap_or_default();
        let is_list = |found: &Found| matches!(self.tree.at(&found.place), Some(Node::List { .. }));
        if !lists.is_empty() && lists.iter().all(is_list) {
            for found in lists {
                self.append(edit, found.place, value)?;
            }
            return Ok(());
        }
        let Some((above, key)) = pattern.split_key() else {
            return Err(edit.refused(words::no_entries(&edit.path), vec![words::set_instead()]));
        };
        for found in above.find(&self.tree).map_err(|lost| edit.lost(lost))? {
            self.insert(edit, found.place, key, value)?;
        }
        Ok(())
    }

    /// Adds an entry to the list at a place.
    fn append(
        &mut self,
        edit: &Edit,
        mut place: Vec<Hop>,
        value: &str,
    ) -> Result<(), Vec<Diagnostic>> {
        let list = place.clone();
        let entries = self.tree.at(&list).map_or(0, |list| list.hops().len());
        place.push(Hop::Entry(entries));
        let node = edit.value(&self.tree, &place, &[], value)?;
        if let Some(Node::List { entries, .. }) = self.tree.at_mut(&list) {
            entries.push(node);
            self.touch(&path_of(&place), edit);
        }
        Ok(())
    }

    /// Adds an entry to the map at a place.
    fn insert(
        &mut self,
        edit: &Edit,
        mut place: Vec<Hop>,
        key: &str,
        value: &str,
    ) -> Result<(), Vec<Diagnostic>> {
        let map = place.clone();
        place.push(Hop::Key(key.to_owned()));
        let path = path_of(&place);
        let Some(Node::Map { entries, .. }) = self.tree.at(&map) else {
            let message = words::no_entries(path_of(&map).as_str());
            return Err(edit.refused(message, vec![words::set_instead()]));
        };
        if entries.iter().any(|(known, _)| known == key) {
            let message = words::already_there(path.as_str());
            return Err(edit.refused(message, vec![words::set_instead()]));
        }
        let node = edit.value(&self.tree, &place, &[], value)?;
        if let Some(Node::Map { entries, .. }) = self.tree.at_mut(&map) {
            entries.push((key.to_owned(), node));
        }
        self.touch(&path, edit);
        Ok(())
    }

    fn remove(&mut self, edit: &Edit, pattern: &Pattern) -> Result<(), Vec<Diagnostic>> {
        // From the end, so that the numbers of the others in a list hold.
        for place in self.said(edit, pattern)?.into_iter().rev() {
            let Some((last, above)) = place.split_last() else {
                continue;
            };
            let path = path_of(&place);
            match (self.tree.at_mut(above), last) {
                (Some(Node::List { entries, .. }), Hop::Entry(index)) => {
                    entries.remove(*index);
                    let shortened = path_of(above);
                    self.forget(&path);
                    self.renumber(&shortened, *index);
                    self.touch(&shortened, edit);
                    self.shifted.push(shortened);
                }
                (Some(Node::Map { entries, .. }), Hop::Key(key)) => {
                    entries.retain(|(name, _)| name != key);
                    self.forget(&path);
                    self.touch(&path, edit);
                }
                (Some(Node::Fields { fields, .. }), Hop::Key(key)) => {
                    let field = fields.iter_mut().find(|(name, _)| name == key);
                    if let Some((_, node)) = field {
                        *node = node.emptied();
                    }
                    self.forget(&path);
                    self.touch(&path, edit);
                }
                _ => {
                    let message = words::not_removable(path.as_str());
                    return Err(edit.refused(message, vec![words::set_instead()]));
                }
            }
        }
        Ok(())
    }

    fn scale(
        &mut self,
        edit: &Edit,
        pattern: &Pattern,
        factor: f64,
    ) -> Result<(), Vec<Diagnostic>> {
        if !(factor.is_finite() && factor >= 0.0) {
            let message = words::bad_factor(&factor.to_string());
            return Err(vec![wrong(edit.value_at, &edit.path, message, Vec::new())]);
        }
        for place in self.said(edit, pattern)? {
            let path = path_of(&place);
            let node = self.tree.at(&place).unwrap_or(&Node::Absent);
            let Some(node) = scaled(node, factor) else {
                let message = words::no_figure(path.as_str());
                return Err(edit.refused(message, vec![words::figures_only()]));
            };
            self.put(&place, node);
            self.touch(&path, edit);
        }
        Ok(())
    }

    /// The places a path means at which something is said.
    fn said(&self, edit: &Edit, pattern: &Pattern) -> Result<Vec<Vec<Hop>>, Vec<Diagnostic>> {
        let found = pattern.find(&self.tree).map_err(|lost| edit.lost(lost))?;
        let said = |found: &Found| {
            let node = self.tree.at(&found.place);
            found.below.is_empty() && node.is_some_and(|node| !node.is_unsaid())
        };
        let places: Vec<Vec<Hop>> =
            found.into_iter().filter(said).map(|found| found.place).collect();
        if places.is_empty() {
            return Err(edit.refused(words::nothing_at(&edit.path), Vec::new()));
        }
        Ok(places)
    }

    fn touch(&mut self, path: &Path, edit: &Edit) {
        let operation = &edit.operation;
        let with_value = matches!(operation, Operation::Set(_) | Operation::Add(_));
        self.touched.push(Touched {
            path: path.to_string(),
            at: if with_value { edit.value_at } else { edit.path_at },
            valued: !matches!(operation, Operation::Remove),
        });
    }
}

impl Node {
    /// What a field is when nothing is said.
    fn emptied(&self) -> Self {
        match self {
            Self::List { .. } => Self::List { entries: Vec::new(), stated: false },
            Self::Map { .. } => Self::Map { entries: Vec::new(), stated: false },
            _ => Self::Absent,
        }
    }
}
