//! The names by which cells refer to entries.

use super::text::folded;
use crate::domain::Language;
use crate::scenario::tree::{Hop, Node};
use crate::workbook::layout::Dim;
use std::collections::{BTreeMap, HashMap};

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
pub struct Names(BTreeMap<Dim, Entries>);

/// The entries of a map, found by key and by name.
#[derive(Clone, Debug, Default)]
struct Entries {
    all: Vec<Named>,
    /// Of entries with the same key the first.
    by_key: HashMap<String, usize>,
    /// By folded name; nothing where several entries have it.
    by_name: HashMap<String, Option<usize>>,
}

impl Entries {
    fn add(&mut self, named: Named) {
        let index = self.all.len();
        for name in named.zh.iter().chain(&named.en).chain([&named.key]) {
            let known = self.by_name.entry(folded(name)).or_insert(Some(index));
            *known = known.filter(|other| *other == index);
        }
        self.by_key.entry(named.key.clone()).or_insert(index);
        self.all.push(named);
    }

    fn of_key(&self, key: &str) -> Option<&Named> {
        self.all.get(*self.by_key.get(key)?)
    }

    fn of_name(&self, text: &str) -> Option<&Named> {
        self.all.get((*self.by_name.get(&folded(text))?)?)
    }
}

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
        self.0.entry(of).or_default().add(named);
    }

    /// The entries of a map.
    #[must_use]
    pub fn of_dim(&self, of: Dim) -> &[Named] {
        self.0.get(&of).map_or(&[], |entries| &entries.all)
    }

    /// The measure words of a resource.
    #[must_use]
    pub fn units(&self, key: &str) -> &[String] {
        self.named(Dim::Resources, key).map_or(&[], |one| &one.units)
    }

    /// The key of the entry that a text names: by its key, or by a name that
    /// no other has.
    #[must_use]
    pub fn find(&self, of: Dim, text: &str) -> Option<&str> {
        let entries = self.0.get(&of)?;
        let found = entries.of_key(text).or_else(|| entries.of_name(text))?;
        Some(&found.key)
    }

    fn named(&self, of: Dim, key: &str) -> Option<&Named> {
        self.0.get(&of)?.of_key(key)
    }

    /// What a cell calls an entry: its name where that finds it again, else
    /// its key.
    #[must_use]
    pub fn label<'n>(&'n self, of: Dim, key: &'n str, language: Language) -> &'n str {
        let Some(one) = self.named(of, key) else {
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
