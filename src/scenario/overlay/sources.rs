//! Sources of changed figures.

use super::pattern::Pattern;
use super::{Draft, Mark, wrong};
use crate::diagnostic::Diagnostic;
use crate::domain::{SourceKind, Text};
use crate::scenario::figures::{chosen, figures, present};
use crate::scenario::path::{Path, covers};
use crate::scenario::raw::{RawScenario, RawSource, RawText};
use crate::scenario::tree::{Hop, Node, path_of};
use crate::words::{diagnostics, overlay as words};
use std::collections::BTreeSet;

/// Who makes changes.
#[derive(Clone, Debug)]
pub(super) enum Origin {
    /// An overlay, by its name.
    Overlay(Text),
    /// The command line.
    CommandLine,
    /// A study, by its name.
    Study(Text),
}

/// Paths in `sources` that have nothing there.
pub(super) fn of_nothing(raw: &RawScenario) -> BTreeSet<String> {
    let present = present(raw);
    let paths = raw.sources.keys().filter(|path| !present.contains(*path));
    paths.map(str::to_owned).collect()
}

impl Draft {
    /// Enters the sources that come with changes; their paths.
    pub(super) fn state_sources(
        &self,
        raw: &mut RawScenario,
        sources: Vec<(String, RawSource, Mark)>,
    ) -> Result<Vec<String>, Vec<Diagnostic>> {
        let (mut stated, mut found) = (Vec::new(), Vec::new());
        for (path, source, at) in sources {
            match self.sourced(&path) {
                Ok(paths) => {
                    for path in paths {
                        enter(raw, &path, source.clone());
                        stated.push(path);
                    }
                }
                Err(hints) => {
                    let message = diagnostics::source_of_nothing(&path);
                    let here = Path::field("sources").key(&path);
                    found.push(wrong(at, here.as_str(), message, hints));
                }
            }
        }
        if found.is_empty() { Ok(stated) } else { Err(found) }
    }

    /// The paths at which something is said that a path of a source means.
    fn sourced(&self, path: &str) -> Result<Vec<String>, Vec<Text>> {
        let pattern = Pattern::read(path).map_err(|lost| lost.hints)?;
        let found = pattern.find(&self.tree).map_err(|lost| lost.hints)?;
        let said = |place: &[Hop]| self.tree.at(place).is_some_and(|node| !node.is_unsaid());
        let said = found.iter().filter(|found| found.below.is_empty() && said(&found.place));
        let paths: Vec<String> = said.map(|found| path_of(&found.place).to_string()).collect();
        if paths.is_empty() { Err(Vec::new()) } else { Ok(paths) }
    }

    /// Says of changed figures without a source that they are assumptions, and
    /// whose.
    pub(super) fn state_others(
        &self,
        raw: &mut RawScenario,
        before: usize,
        stated: &[String],
        origin: &Origin,
    ) {
        let note = match origin {
            Origin::Overlay(name) => words::assumed_by(&name.zh, &name.en),
            Origin::CommandLine => words::assumed_here(),
            Origin::Study(name) => words::assumed_in_study(&name.zh, &name.en),
        };
        let source = RawSource {
            kind: Some(SourceKind::Assumption),
            note: Some(RawText { zh: Some(note.zh), en: Some(note.en) }),
            date: None,
        };
        let mut figures = figures(raw);
        figures.retain(|figure| !chosen(figure));
        let present = present(raw);
        for touched in &self.touched[before..] {
            let path = touched.path.as_str();
            let told = stated.iter().any(|stated| covers(stated, path));
            let figure = figures.iter().any(|figure| covers(path, figure));
            if touched.valued
                && !told
                && figure
                && present.contains(path)
                && !covers("sources", path)
            {
                enter(raw, path, source.clone());
            }
        }
    }

    /// Drops sources of what is no longer there.
    pub(super) fn drop_vanished(&self, raw: &mut RawScenario) {
        let present = present(raw);
        let kept = |path: &String| present.contains(path) || self.broken.contains(path);
        raw.sources.0.retain(|(path, _)| kept(path));
    }

    /// Drops sources at and below a place.
    pub(super) fn forget(&mut self, path: &Path) {
        self.keep_sources(|source| !covers(path.as_str(), source));
    }

    /// Drops sources below a place.
    pub(super) fn forget_below(&mut self, path: &Path) {
        self.keep_sources(|source| source == path.as_str() || !covers(path.as_str(), source));
    }

    fn keep_sources(&mut self, keep: impl Fn(&str) -> bool) {
        if let Some(Node::Map { entries, .. }) = self.tree.at_mut(&[Hop::Key("sources".into())]) {
            entries.retain(|(path, _)| keep(path));
        }
    }

    /// Numbers the entries behind a removed one anew, in sources and in the
    /// places changed so far.
    pub(super) fn renumber(&mut self, list: &Path, removed: usize) {
        if let Some(Node::Map { entries, .. }) = self.tree.at_mut(&[Hop::Key("sources".into())]) {
            for (path, _) in entries {
                *path = renumbered(path, list, removed);
            }
        }
        for touched in &mut self.touched {
            touched.path = renumbered(&touched.path, list, removed);
        }
    }
}

/// Enters a source, in place of the one there was.
fn enter(raw: &mut RawScenario, path: &str, source: RawSource) {
    match raw.sources.0.iter_mut().find(|(known, _)| known == path) {
        Some((_, known)) => *known = source,
        None => raw.sources.0.push((path.to_owned(), source)),
    }
}

/// A path after an entry of a list was removed.
fn renumbered(path: &str, list: &Path, removed: usize) -> String {
    let inside = path.strip_prefix(list.as_str());
    let inside = inside.and_then(|rest| rest.strip_prefix('['));
    let parts = inside.and_then(|rest| rest.split_once(']'));
    let index = parts.and_then(|(index, rest)| Some((index.parse::<usize>().ok()?, rest)));
    match index {
        Some((index, rest)) if index > removed => format!("{}{rest}", list.index(index - 1)),
        _ => path.to_owned(),
    }
}
