//! What differs between two scenarios.

use super::loaded::Loaded;
use super::path::Path;
use super::tree::{Hop, Node, plain};
use crate::domain::{Term, Text};
use crate::words::{common, overlay as words};
use std::collections::BTreeSet;

/// A place at which two scenarios differ.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// Field path; entries of lists are called by their keys where they have
    /// any: `admissions[shukong,2008-autumn].applicants`.
    pub path: String,
    /// What the path is about, in names: campus, programme, term.
    pub subject: Text,
    /// What the first says there, with its unit if it is written with one;
    /// nothing if it says nothing.
    pub before: Option<Text>,
    /// What the second says there.
    pub after: Option<Text>,
}

/// Everything two scenarios say differently, in the order of the format,
/// except their titles and where their figures come from.
pub fn differences(before: &Loaded, after: &Loaded) -> Vec<Difference> {
    let (before, after) = (Node::of(&before.raw), Node::of(&after.raw));
    let mut comparison = Comparison { names: [&after, &before], found: Vec::new() };
    for section in sections(&before, &after) {
        if section != "name" && section != "sources" {
            let hop = Hop::Key(section.to_owned());
            let place = Place::default().key(section, Text::default());
            comparison.compare(&place, before.child(&hop), after.child(&hop));
        }
    }
    comparison.found
}

fn sections<'n>(before: &'n Node, after: &'n Node) -> Vec<&'n str> {
    let mut seen = BTreeSet::new();
    let keys = fields(before).iter().chain(fields(after));
    let keys = keys.map(|(key, _)| key.as_str());
    keys.filter(|key| seen.insert(*key)).collect()
}

/// The named parts of a structure or a map.
fn fields(node: &Node) -> &[(String, Node)] {
    match node {
        Node::Map { entries: named, .. } | Node::Fields { fields: named, .. } => named,
        _ => &[],
    }
}

/// The entries of a list.
fn entries(node: &Node) -> &[Node] {
    match node {
        Node::List { entries, .. } => entries,
        _ => &[],
    }
}

/// What stands where a scenario says nothing.
const NOTHING: Node = Node::Absent;

/// A place in both trees.
#[derive(Clone, Default)]
struct Place {
    path: Path,
    /// The field of the format it is in: the last step that is no key.
    field: String,
    subject: Vec<Text>,
    /// Whether it is an entry of a map or a list.
    entry: bool,
}

impl Place {
    fn key(&self, field: &str, subject: Text) -> Self {
        let mut place = self.clone();
        place.path = self.path.key(field);
        place.entry = subject != Text::default();
        if place.entry {
            place.subject.push(subject);
        } else {
            field.clone_into(&mut place.field);
        }
        place
    }
}

struct Comparison<'n> {
    names: [&'n Node; 2],
    found: Vec<Difference>,
}

impl Comparison<'_> {
    fn compare(&mut self, place: &Place, before: Option<&Node>, after: Option<&Node>) {
        let before = before.filter(|node| !node.is_unsaid());
        let after = after.filter(|node| !node.is_unsaid());
        if before == after {
            return;
        }
        let (one, other) = (before.unwrap_or(&NOTHING), after.unwrap_or(&NOTHING));
        match (one, other) {
            (Node::List { .. }, _) | (_, Node::List { .. }) if told_apart(one, other) => {
                self.compare_lists(place, entries(one), entries(other));
            }
            // An entry that is there on one side only is one thing.
            (Node::Fields { .. }, Node::Absent) | (Node::Absent, Node::Fields { .. })
                if place.entry =>
            {
                self.differ(place, before, after);
            }
            (one, other) if has_parts(one) || has_parts(other) => {
                self.compare_fields(place, one, other);
            }
            _ => self.differ(place, before, after),
        }
    }

    fn differ(&mut self, place: &Place, before: Option<&Node>, after: Option<&Node>) {
        self.found.push(Difference {
            path: place.path.to_string(),
            subject: joined(&place.subject, ["，", ", "]),
            before: before.map(|node| self.shown(place, node)),
            after: after.map(|node| self.shown(place, node)),
        });
    }

    fn compare_fields(&mut self, place: &Place, before: &Node, after: &Node) {
        let keyed = |node: &Node| matches!(node, Node::Map { .. });
        let keyed = keyed(before) || keyed(after);
        for key in sections(before, after) {
            let subject = if keyed { self.name(&place.field, key) } else { Text::default() };
            let hop = Hop::Key(key.to_owned());
            let below = place.key(key, subject);
            self.compare(&below, before.child(&hop), after.child(&hop));
        }
    }

    fn compare_lists(&mut self, place: &Place, before: &[Node], after: &[Node]) {
        let (one, other) = (calls(before), calls(after));
        let mut calls: Vec<&String> = one.iter().collect();
        calls.extend(other.iter().filter(|call| !one.contains(call)));
        for call in calls {
            let entry = |list: &'_ [String]| list.iter().position(|known| known == call);
            let before = entry(&one).and_then(|index| before.get(index));
            let after = entry(&other).and_then(|index| after.get(index));
            let mut below = place.clone();
            below.entry = true;
            below.path = Path::from_text(&format!("{}[{call}]", place.path));
            if let Some(entry) = after.or(before) {
                for (field, key) in entry.called() {
                    below.subject.push(self.name(field, key));
                }
            }
            self.compare(&below, before, after);
        }
    }

    /// The name of what a key or a word of a field refers to; the word itself
    /// if it refers to nothing.
    fn name(&self, field: &str, key: &str) -> Text {
        let same = || Text { zh: key.to_owned(), en: key.to_owned() };
        if let Ok(term) = key.parse::<Term>() {
            return common::term(term);
        }
        let section = match field {
            "owns" | "uses" | "hours" | "resource" => "resources",
            "periods" | "subjects" => "subjects",
            "sites" | "vacate" | "campus" | "between" | "vacated" | "opened" => "campuses",
            "programme" | "begins" => "programmes",
            "built" => "options",
            "target" => "targets",
            "field" => "fields",
            "after" => "milestones",
            "asset" => "assets",
            other => other,
        };
        let place = [section, key, "name"].map(|key| Hop::Key(key.to_owned()));
        let mut names = self.names.iter().filter_map(|root| root.at(&place));
        names.find_map(text_of).unwrap_or_else(same)
    }

    /// A value for readers.
    fn shown(&self, place: &Place, node: &Node) -> Text {
        let same = |text: String| Text { zh: text.clone(), en: text };
        match node {
            Node::Bool(true) => words::yes(),
            Node::Bool(false) => words::no(),
            Node::Count(count) => same(count.to_string()),
            Node::Number(number) => same(plain(*number)),
            Node::Text(text) => self.name(&place.field, text),
            Node::List { entries, .. } if entries.iter().all(is_leaf) => {
                let parts: Vec<Text> = entries.iter().map(|one| self.shown(place, one)).collect();
                joined(&parts, ["、", ", "])
            }
            Node::Tagged(word, value) => {
                let named = value.text().map(|text| (text, self.name(word, text)));
                match named.filter(|(text, name)| name.en != *text) {
                    Some((_, name)) => joined(&[same(word.clone()), name], [" ", " "]),
                    None => same(node.on_a_line()),
                }
            }
            node => text_of(node)
                .or_else(|| node.child(&Hop::Key("name".to_owned())).and_then(text_of))
                .unwrap_or_else(|| self.told(node)),
        }
    }

    /// A structure without a name: what it says beside what it is called by.
    fn told(&self, node: &Node) -> Text {
        let keys: Vec<&str> = node.called().iter().map(|(field, _)| *field).collect();
        let said = fields(node).iter();
        let said =
            said.filter(|(field, value)| !value.is_unsaid() && !keys.contains(&field.as_str()));
        let parts: Vec<Text> = said
            .map(|(field, value)| {
                let value = self.shown(&Place::default().key(field, Text::default()), value);
                Text { zh: format!("{field}: {}", value.zh), en: format!("{field}: {}", value.en) }
            })
            .collect();
        if parts.is_empty() {
            let text = node.on_a_line();
            return Text { zh: text.clone(), en: text };
        }
        joined(&parts, ["；", "; "])
    }
}

/// Texts one after another, with what stands between them in each language.
fn joined(parts: &[Text], commas: [&str; 2]) -> Text {
    let join =
        |text: fn(&Text) -> &str, comma| parts.iter().map(text).collect::<Vec<_>>().join(comma);
    Text { zh: join(|text| &text.zh, commas[0]), en: join(|text| &text.en, commas[1]) }
}

/// What the entries of a list are called: by their keys, or by their numbers
/// where these do not tell them apart.
fn calls(entries: &[Node]) -> Vec<String> {
    let calls: Vec<String> = entries.iter().map(|entry| entry.keys().join(",")).collect();
    let told_apart: BTreeSet<&String> = calls.iter().filter(|call| !call.is_empty()).collect();
    if told_apart.len() == entries.len() {
        calls
    } else {
        (0..entries.len()).map(|index| index.to_string()).collect()
    }
}

/// Whether lists are compared entry by entry.
fn told_apart(one: &Node, other: &Node) -> bool {
    let mut all = entries(one).iter().chain(entries(other)).peekable();
    all.peek().is_some() && all.all(has_parts)
}

/// Whether a value is compared part by part.
fn has_parts(node: &Node) -> bool {
    !is_leaf(node) && !matches!(node, Node::List { .. })
}

/// Whether a value is shown as one thing.
fn is_leaf(node: &Node) -> bool {
    match node {
        Node::List { .. } | Node::Map { .. } => false,
        Node::Fields { of, .. } => of == "RawText",
        _ => true,
    }
}

/// A text in both languages.
fn text_of(node: &Node) -> Option<Text> {
    let Node::Fields { of, .. } = node else {
        return None;
    };
    let language = |key: &str| {
        let text = node.child(&Hop::Key(key.to_owned())).and_then(Node::text);
        text.map(str::to_owned)
    };
    let zh = language("zh").or_else(|| language("en"))?;
    let en = language("en").unwrap_or_else(|| zh.clone());
    (of == "RawText").then_some(Text { zh, en })
}
