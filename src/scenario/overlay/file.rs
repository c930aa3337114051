//! The changes of an overlay file.

use super::edit::{Edit, Operation};
use super::sources::Origin;
use super::{Changes, Mark, RawChange, RawOverlay};
use crate::diagnostic::Position;
use crate::domain::Text;
use crate::scenario::lenient::locate_value;
use crate::scenario::path::Path;
use crate::scenario::tree::quoted;

/// Most changes and sources that are each located by a walk over the text.
const MOST_LOCATED: usize = 100;

impl Changes {
    /// The changes of an overlay: the file of this index, called `name` where
    /// it has no title of its own.
    pub fn of(overlay: &RawOverlay, file: usize, text: &str, name: &str) -> Self {
        let few = overlay.changes.len() + overlay.sources.0.len() <= MOST_LOCATED;
        let mut finder = Finder::new(text);
        let mut mark = |path: &str, piece: &str| {
            let position = if few { locate_value(text, path) } else { finder.find(piece) };
            Mark { file, position }
        };
        let mut edits = Vec::new();
        for (index, change) in overlay.changes.iter().enumerate() {
            let Some((path, operation)) = change.as_ref().map(operation) else {
                continue;
            };
            let here = format!("changes[{index}]");
            // The parser takes the only part of a change for the change.
            let alone = matches!(operation, Operation::Remove);
            let part = |part: &str| if alone { here.clone() } else { here.clone() + part };
            let path_at = mark(&part("[0]"), &quoted(path));
            let value_at = match &operation {
                Operation::Set(value) | Operation::Add(value) => mark(&part("[1]"), value.trim()),
                _ if few => mark(&part("[1]"), ""),
                _ => path_at,
            };
            let path = path.clone();
            edits.push(Edit { path, path_at, operation, value_at, loose: false });
        }
        let mut sources = Vec::new();
        for (path, source) in overlay.sources.iter() {
            let here = Path::field("sources").key(path);
            let at = mark(here.as_str(), &quoted(path));
            sources.push((path.to_owned(), source.clone(), at));
        }
        let title = overlay.name.as_ref().and_then(super::text_of);
        Self {
            edits,
            sources,
            name: overlay.name.clone(),
            origin: Origin::Overlay(
                title.unwrap_or_else(|| Text { zh: name.to_owned(), en: name.to_owned() }),
            ),
        }
    }
}

/// Finds pieces of a text one after another. Long overlays are made by a
/// program and have no comments in which a piece might stand before its place;
/// a walk over the text for each of them would take the square of its length.
struct Finder<'t> {
    text: &'t str,
    /// Where the last piece began, its line, and where that line begins.
    at: usize,
    line: usize,
    start: usize,
    /// Where the last piece ended.
    end: usize,
}

impl<'t> Finder<'t> {
    fn new(text: &'t str) -> Self {
        Self { text, at: 0, line: 1, start: 0, end: 0 }
    }

    /// The place of the next piece.
    fn find(&mut self, piece: &str) -> Option<Position> {
        let found = self.end + self.text[self.end..].find(piece)?;
        let between = &self.text[self.at..found];
        self.line += between.matches('\n').count();
        if let Some(last) = between.rfind('\n') {
            self.start = self.at + last + 1;
        }
        (self.at, self.end) = (found, found + piece.len());
        let column = self.text[self.start..found].chars().count() + 1;
        Some(Position { line: self.line, column })
    }
}

pub(super) fn operation(change: &RawChange) -> (&String, Operation) {
    let text = |value: &ron::value::RawValue| value.get_ron().to_owned();
    match change {
        RawChange::Set(path, value) => (path, Operation::Set(text(value))),
        RawChange::Add(path, value) => (path, Operation::Add(text(value))),
        RawChange::Remove(path) => (path, Operation::Remove),
        RawChange::Scale(path, factor) => (path, Operation::Scale(*factor)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_are_found_in_order() {
        let text = "(\n  set(\"甲\", 1),\n  set(\"乙\", 12), set(\"丙\", 2),\n)";
        let mut finder = Finder::new(text);
        let mut find = |piece: &str| finder.find(piece).map(|at| (at.line, at.column));
        assert_eq!(find("\"甲\""), Some((2, 7)));
        assert_eq!(find("1"), Some((2, 12)));
        assert_eq!(find("\"乙\""), Some((3, 7)));
        assert_eq!(find("\"丙\""), Some((3, 21)));
        assert_eq!(find("\"甲\""), None);
        assert_eq!(find("2"), Some((3, 26)));
    }
}
