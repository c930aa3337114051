//! The changes of an overlay file.

use super::edit::{Edit, Operation};
use super::sources::Origin;
use super::{Changes, Mark, RawChange, RawOverlay};
use crate::domain::Text;
use crate::scenario::lenient::locate_value;
use crate::scenario::path::Path;
use crate::scenario::raw::RawSource;

impl Changes {
    /// The changes of an overlay: the file of this index, called `name` where
    /// it has no title of its own.
    pub fn of(overlay: &RawOverlay, file: usize, text: &str, name: &str) -> Self {
        let mark = |path: &str| Mark { file, position: locate_value(text, path) };
        let edit = |(index, change): (usize, &Option<RawChange>)| {
            let (path, operation) = operation(change.as_ref()?);
            let here = format!("changes[{index}]");
            // The parser takes the only part of a change for the change.
            let alone = matches!(operation, Operation::Remove);
            let part = |part: &str| mark(&if alone { here.clone() } else { here.clone() + part });
            Some(Edit {
                path: path.clone(),
                path_at: part("[0]"),
                operation,
                value_at: part("[1]"),
                loose: false,
            })
        };
        let source = |(path, source): (&str, &RawSource)| {
            let here = Path::field("sources").key(path);
            (path.to_owned(), source.clone(), mark(here.as_str()))
        };
        let title = overlay.name.as_ref().and_then(super::text_of);
        Self {
            edits: overlay.changes.iter().enumerate().filter_map(edit).collect(),
            sources: overlay.sources.iter().map(source).collect(),
            name: overlay.name.clone(),
            origin: Origin::Overlay(
                title.unwrap_or_else(|| Text { zh: name.to_owned(), en: name.to_owned() }),
            ),
        }
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
