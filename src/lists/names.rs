//! What the names in a list refer to in the scenario.

use crate::diagnostic::Cell;
use crate::domain::{Language, Text};
use crate::scenario::raw::{RawScenario, RawText};
use crate::scenario::suggestions;
use crate::scenario::tree::Node;
use crate::workbook::layout::{Bi, Dim};
use crate::workbook::value::{Names, folded};
use std::collections::BTreeSet;

/// Most cells that are named for one unknown name.
const MOST_CELLS: usize = 3;

/// A name that the scenario does not know.
#[derive(Clone, Debug)]
pub struct Unmatched {
    /// Of what it is the name.
    pub noun: Bi,
    /// The name.
    pub name: String,
    /// The first cells that hold it.
    pub cells: Vec<Cell>,
    /// How many rows have it.
    pub rows: usize,
    /// What may have been meant, and what there is.
    pub hints: Vec<Text>,
}

/// The names of a scenario.
pub struct Known<'s> {
    raw: &'s RawScenario,
    /// The names of entries.
    pub names: Names,
    /// What names in the list mean.
    means: Vec<(String, String)>,
    language: Language,
}

impl<'s> Known<'s> {
    /// Those of a scenario; `means` are names of the list with the keys or the
    /// names that they mean.
    pub fn new(raw: &'s RawScenario, means: &[(String, String)], language: Language) -> Self {
        let means = means.iter().map(|(name, means)| (folded(name), means.clone()));
        Self { raw, names: Names::of(&Node::of(raw)), means: means.collect(), language }
    }

    /// The key of the entry that a text names.
    pub fn find(&self, of: Dim, text: &str) -> Option<String> {
        let wanted = folded(text);
        let stated = self.means.iter().filter(|(name, _)| *name == wanted);
        let mut stated = stated.filter_map(|(_, means)| self.names.find(of, means));
        let found = stated.next().or_else(|| self.names.find(of, text));
        if let Some(key) = found {
            return Some(key.to_owned());
        }
        match of {
            Dim::Campuses => self.campus(&wanted),
            Dim::Programmes => self.programme(&wanted),
            _ => None,
        }
    }

    /// A campus by its owner, by the employer of all who work there, or by its
    /// name at the beginning of a longer text, `东校区实训楼301`.
    fn campus(&self, wanted: &str) -> Option<String> {
        let is = |text: Option<&RawText>| {
            let names = text.into_iter().flat_map(|text| [&text.zh, &text.en]);
            names.flatten().any(|name| folded(name) == *wanted)
        };
        let owned = self.raw.campuses.iter().filter(|(_, campus)| is(campus.owner.as_ref()));
        let groups = self.raw.staff.iter().map(|(_, one)| (&one.employer, &one.campus));
        let people = self.raw.roster.iter().map(|(_, one)| (&one.employer, &one.campus));
        let employed = groups.chain(people).filter(|(employer, _)| is(employer.as_ref()));
        let inside = self.raw.campuses.iter().filter(|(_, campus)| {
            let name = campus.name.as_ref().and_then(|name| name.zh.as_ref());
            name.is_some_and(|name| name.chars().count() > 1 && wanted.starts_with(&folded(name)))
        });
        only(owned.map(|(key, _)| key))
            .or_else(|| only(employed.filter_map(|(_, campus)| campus.as_deref())))
            .or_else(|| only(inside.map(|(key, _)| key)))
    }

    /// A programme by the label in class names, or with 专业 behind its name.
    fn programme(&self, wanted: &str) -> Option<String> {
        let labelled = self.raw.programmes.iter().filter(|(_, one)| {
            let label = one.label.iter().flat_map(|label| [&label.zh, &label.en]);
            label.flatten().any(|name| folded(name) == *wanted)
        });
        only(labelled.map(|(key, _)| key)).or_else(|| {
            let bare = wanted.strip_suffix("专业").filter(|bare| !bare.is_empty())?;
            self.names.find(Dim::Programmes, bare).map(str::to_owned)
        })
    }

    /// The programme whose label or name a class name holds, `07机械1班`; the
    /// longest of several.
    pub fn programme_in(&self, class: &str) -> Option<String> {
        let class = folded(class);
        let names = self.raw.programmes.iter().flat_map(|(key, one)| {
            let names = one.label.iter().chain(&one.name).filter_map(|name| name.zh.as_deref());
            names.map(move |name| (folded(name), key))
        });
        let held = names.filter(|(name, _)| name.chars().count() > 1 && class.contains(name));
        let mut held: Vec<(usize, &str)> = held.map(|(name, key)| (name.len(), key)).collect();
        held.sort_unstable();
        let longest = held.last()?.0;
        only(held.iter().filter(|(length, _)| *length == longest).map(|(_, key)| *key))
    }

    /// What a reader calls an entry.
    pub fn label<'n>(&'n self, of: Dim, key: &'n str) -> &'n str {
        self.names.label(of, key, self.language)
    }

    /// What may have been meant by an unknown name.
    pub fn near(&self, of: Dim, name: &str) -> Vec<Text> {
        suggestions(name, self.names.labels(of, self.language))
    }
}

/// The only one of some keys.
fn only<'k>(keys: impl Iterator<Item = &'k str>) -> Option<String> {
    let keys: BTreeSet<&str> = keys.take(10_000).collect();
    if keys.len() == 1 { keys.first().map(|key| (*key).to_owned()) } else { None }
}

/// Most unknown names that are reported.
const MOST_NAMES: usize = 300;

/// Notes that a name is not known.
pub(super) fn note(
    all: &mut Vec<Unmatched>,
    (noun, name): (Bi, &str),
    cell: Cell,
    hints: impl FnOnce() -> Vec<Text>,
) {
    let full = all.len() >= MOST_NAMES;
    let known = all.iter_mut().find(|one| one.noun == noun && one.name == name);
    match known {
        Some(one) => {
            one.rows += 1;
            if one.cells.len() < MOST_CELLS {
                one.cells.push(cell);
            }
        }
        None if !full => {
            let (name, cells) = (name.to_owned(), vec![cell]);
            all.push(Unmatched { noun, name, cells, rows: 1, hints: hints() });
        }
        None => {}
    }
}
