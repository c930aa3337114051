//! The names by which cells refer to entries.

use super::text::folded;
use crate::domain::Language;
use crate::scenario::tree::{Hop, Node};
use crate::workbook::layout::Dim;
use std::collections::BTreeMap;

/// An entry that others refer to.
#[derive(Clone, Debug, Default)]
pub struct Named {
    /// Its key.
    pub key: String,
    /// Its Chinese name.
    pub zh: Option<String>,
    /// Its English name.
    pub en: Option<String>,
    /// The measure word of a resource, in both languages.
    pub units: Vec<String>,
}

/// The entries of all maps, in their order.
#[derive(Clone, Debug, Default)]
pub struct Names(BTreeMap<Dim, Vec<Named>>);

impl Names {
    /// Those of a scenario.
    #[must_use]
    pub fn of(root: &Node) -> Self {
        let mut names = Self::default();
        for of in Dim::ALL {
            let path = of.entries().trim_end_matches(".*").split('.');
            let place: Vec<Hop> = path.map(|name| Hop::Key(name.to_owned())).collect();
            let Some(Node::Map { entries, .. }) = root.at(&place) else {
                continue;
            };
            for (key, node) in entries {
                names.add(of, named(key, node));
            }
        }
        names
    }

    /// Adds an entry.
    pub fn add(&mut self, of: Dim, named: Named) {
        self.0.entry(of).or_default().push(named);
    }

    /// The entries of a map.
    #[must_use]
    pub fn of_dim(&self, of: Dim) -> &[Named] {
        self.0.get(&of).map_or(&[], Vec::as_slice)
    }

    /// The measure words of a resource.
    #[must_use]
    pub fn units(&self, key: &str) -> &[String] {
        let found = self.of_dim(Dim::Resources).iter().find(|one| one.key == key);
        found.map_or(&[], |one| &one.units)
    }

    /// The key of the entry that a text names: by its key, or by a name that
    /// no other has.
    #[must_use]
    pub fn find(&self, of: Dim, text: &str) -> Option<&str> {
        let entries = self.of_dim(of);
        if let Some(found) = entries.iter().find(|one| one.key == text) {
            return Some(&found.key);
        }
        let wanted = folded(text);
        let called = |one: &&Named| {
            let mut names = one.zh.iter().chain(&one.en).chain([&one.key]);
            names.any(|name| folded(name) == wanted)
        };
        let mut found = entries.iter().filter(called);
        let first = found.next()?;
        found.next().is_none().then_some(first.key.as_str())
    }

    /// What a cell calls an entry: its name where that finds it again, else
    /// its key.
    #[must_use]
    pub fn label<'n>(&'n self, of: Dim, key: &'n str, language: Language) -> &'n str {
        let Some(one) = self.of_dim(of).iter().find(|one| one.key == key) else {
            return key;
        };
        let name = match language {
            Language::Zh => one.zh.as_ref().or(one.en.as_ref()),
            Language::En => one.en.as_ref().or(one.zh.as_ref()),
        };
        let finds = |name: &&String| self.find(of, name) == Some(key);
        name.filter(finds).map_or(key, String::as_str)
    }

    /// The names of a map's entries, for saying what is allowed.
    pub fn labels(&self, of: Dim, language: Language) -> impl Iterator<Item = &str> + Clone {
        let entries = self.of_dim(of).iter();
        entries.map(move |one| self.label(of, &one.key, language))
    }
}

fn named(key: &str, node: &Node) -> Named {
    let text = |path: &[&str]| {
        let place: Vec<Hop> = path.iter().map(|name| Hop::Key((*name).to_owned())).collect();
        node.at(&place).and_then(Node::text).map(str::to_owned)
    };
    Named {
        key: key.to_owned(),
        zh: text(&["name", "zh"]).or_else(|| text(&["name"])),
        en: text(&["name", "en"]),
        units: [text(&["unit", "zh"]), text(&["unit", "en"])].into_iter().flatten().collect(),
    }
}
