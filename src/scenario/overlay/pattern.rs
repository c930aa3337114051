//! Paths as people write them, and the places they mean.
//!
//! `campuses.erzhong.tenure.until` goes down by fields and keys, `cohorts[3]`
//! to an entry of a list by its number from 0, `admissions[shukong,2008-autumn]`
//! to all entries called so, `*` to everything: `programmes.*.attrition`,
//! `admissions[*,2009-autumn].applicants`. A key with other characters stands
//! in quotes and brackets: `campuses["a.b"]`.

use crate::domain::Text;
use crate::scenario::path::Path;
use crate::scenario::resolve::suggestions;
use crate::scenario::tree::{Hop, Node, path_of};
use crate::words::overlay as words;

/// A path with wildcards.
#[derive(Clone, Debug)]
pub(super) struct Pattern {
    steps: Vec<Step>,
}

#[derive(Clone, Debug)]
enum Step {
    /// A field or a key.
    Key(String),
    /// All there is.
    Any,
    /// An entry of a list by number.
    Entry(usize),
    /// The entries of a list called by these words; nothing stands for any.
    Called(Vec<Option<String>>),
}

/// A place a pattern means.
#[derive(Clone, Debug)]
pub(super) struct Found {
    /// Where it is.
    pub place: Vec<Hop>,
    /// Fields further down, of structures that are not there yet.
    pub below: Vec<String>,
}

/// Why a pattern means nothing.
#[derive(Clone, Debug)]
pub(super) struct Lost {
    /// What is wrong.
    pub message: Text,
    /// What may have been meant.
    pub hints: Vec<Text>,
}

impl Pattern {
    /// Reads a pattern.
    pub fn read(text: &str) -> Result<Self, Lost> {
        let unreadable = || Lost { message: words::no_path(text), hints: vec![words::path_form()] };
        let mut steps = Vec::new();
        let mut rest = text.trim();
        while !rest.is_empty() {
            if let Some(inside) = rest.strip_prefix('[') {
                let end = bracket_end(inside).ok_or_else(unreadable)?;
                steps.push(bracket(&inside[..end]).ok_or_else(unreadable)?);
                rest = &inside[end + 1..];
            } else {
                let begun = !steps.is_empty();
                let word =
                    if begun { rest.strip_prefix('.').ok_or_else(unreadable)? } else { rest };
                let end = word.find(['.', '[']).unwrap_or(word.len());
                match &word[..end] {
                    "" => return Err(unreadable()),
                    "*" => steps.push(Step::Any),
                    key => steps.push(Step::Key(key.to_owned())),
                }
                rest = &word[end..];
            }
        }
        if steps.is_empty() {
            return Err(unreadable());
        }
        Ok(Self { steps })
    }

    /// The last step as a key, and the pattern without it.
    pub fn split_key(&self) -> Option<(Self, &str)> {
        let (last, above) = self.steps.split_last()?;
        let Step::Key(key) = last else { return None };
        let steps = above.to_vec();
        Some((Self { steps }, key))
    }

    /// All places it means, in the order of the file; never none.
    pub fn find(&self, root: &Node) -> Result<Vec<Found>, Lost> {
        let mut search = Search::default();
        search.walk(root, &self.steps, &mut Vec::new());
        match search.lost {
            Some((_, lost)) if search.found.is_empty() => Err(lost),
            _ => Ok(search.found),
        }
    }
}

/// Where the bracket ends whose inside a text begins with.
fn bracket_end(inside: &str) -> Option<usize> {
    let (mut quoted, mut escaped) = (false, false);
    inside.char_indices().find_map(|(at, letter)| {
        match letter {
            _ if escaped => escaped = false,
            '\\' if quoted => escaped = true,
            '"' => quoted = !quoted,
            ']' if !quoted => return Some(at),
            _ => {}
        }
        None
    })
}

fn bracket(inside: &str) -> Option<Step> {
    let inside = inside.trim();
    if inside.starts_with('"') {
        return ron::from_str(inside).ok().map(Step::Key);
    }
    if let Ok(index) = inside.parse() {
        return Some(Step::Entry(index));
    }
    let words = inside.split([',', '，']).map(str::trim);
    let words: Vec<Option<String>> =
        words.map(|word| (word != "*").then(|| word.to_owned())).collect();
    let empty = words.iter().flatten().any(String::is_empty);
    (!empty).then_some(Step::Called(words))
}

/// A search through a tree: what was found, and where it got stuck deepest.
#[derive(Default)]
struct Search {
    found: Vec<Found>,
    lost: Option<(usize, Lost)>,
}

impl Search {
    fn walk(&mut self, node: &Node, steps: &[Step], place: &mut Vec<Hop>) {
        let Some((step, rest)) = steps.split_first() else {
            self.found.push(Found { place: place.clone(), below: Vec::new() });
            return;
        };
        if *node == Node::Absent {
            self.below_nothing(steps, place);
            return;
        }
        let hops = hops(node, step);
        if hops.is_empty() {
            self.lose(place, lost(node, step, place));
        }
        for hop in hops {
            if let Some(child) = node.child(&hop) {
                place.push(hop);
                self.walk(child, rest, place);
                place.pop();
            }
        }
    }

    /// Fields of a structure that is not there.
    fn below_nothing(&mut self, steps: &[Step], place: &[Hop]) {
        let keys = steps.iter().map(|step| match step {
            Step::Key(key) => Some(key.clone()),
            _ => None,
        });
        if let Some(below) = keys.collect() {
            let place = place.to_vec();
            self.found.push(Found { place, below });
        } else {
            let message = words::nothing_at(path_of(place).as_str());
            let hints = Vec::new();
            self.lose(place, Lost { message, hints });
        }
    }

    fn lose(&mut self, place: &[Hop], lost: Lost) {
        let deeper = |(depth, _): &(usize, Lost)| place.len() > *depth;
        if self.lost.as_ref().is_none_or(deeper) {
            self.lost = Some((place.len(), lost));
        }
    }
}

/// The steps down from a node that a step of a pattern means.
fn hops(node: &Node, step: &Step) -> Vec<Hop> {
    match (node, step) {
        (_, Step::Any) => node.hops(),
        (Node::List { entries, .. }, Step::Entry(index)) => {
            let there = *index < entries.len();
            there.then_some(Hop::Entry(*index)).into_iter().collect()
        }
        (Node::List { entries, .. }, Step::Called(words)) => {
            let called = |(index, entry): (usize, &Node)| {
                is_called(entry, words).then_some(Hop::Entry(index))
            };
            entries.iter().enumerate().filter_map(called).collect()
        }
        (_, Step::Key(key)) => {
            let hop = Hop::Key(key.clone());
            let there = node.child(&hop).is_some();
            there.then_some(hop).into_iter().collect()
        }
        _ => Vec::new(),
    }
}

/// Whether an entry is called by the words; a road goes both ways.
fn is_called(entry: &Node, words: &[Option<String>]) -> bool {
    let keys = entry.keys();
    let fits = |keys: &mut dyn Iterator<Item = &&str>| {
        words.iter().all(|word| {
            let key = keys.next();
            key.is_some_and(|key| word.as_ref().is_none_or(|word| word == key))
        })
    };
    let both_ways = matches!(entry, Node::Fields { of, .. } if of == "RawRoad");
    !keys.is_empty() && (fits(&mut keys.iter()) || (both_ways && fits(&mut keys.iter().rev())))
}

/// Why there is no way on from a node.
fn lost(node: &Node, step: &Step, place: &[Hop]) -> Lost {
    let above = path_of(place);
    let (name, known) = match (node, step) {
        (Node::List { entries, .. }, Step::Entry(index)) => {
            return Lost {
                message: words::no_entry(above.as_str(), *index, entries.len()),
                hints: Vec::new(),
            };
        }
        (Node::List { entries, .. }, Step::Called(words)) => {
            let any = |word: &Option<String>| word.as_deref().unwrap_or("*").to_owned();
            let called: Vec<String> = words.iter().map(any).collect();
            (called.join(","), alike(entries, words))
        }
        (_, Step::Key(key)) => (key.clone(), known_keys(node)),
        (_, Step::Any) => ("*".to_owned(), Vec::new()),
        (_, Step::Entry(index)) => (format!("[{index}]"), known_keys(node)),
        (_, Step::Called(_)) => ("[…]".to_owned(), known_keys(node)),
    };
    let hints = suggestions(&name, known.iter().map(String::as_str));
    let message = if above == Path::default() {
        words::nothing_called(&name)
    } else {
        words::nothing_called_below(above.as_str(), &name)
    };
    Lost { message, hints }
}

/// What entries are called, with `*` where the words have it.
fn alike(entries: &[Node], words: &[Option<String>]) -> Vec<String> {
    let mut known: Vec<String> = Vec::new();
    for entry in entries {
        let keys = entry.keys();
        let keys = words.iter().zip(&keys);
        let called = keys.map(|(word, key)| word.as_ref().map_or("*", |_| key));
        let called = called.collect::<Vec<_>>().join(",");
        if !called.is_empty() && !known.contains(&called) {
            known.push(called);
        }
    }
    known
}

/// What may stand in a path after a node.
fn known_keys(node: &Node) -> Vec<String> {
    match node {
        Node::Fields { fields, .. } => fields.iter().map(|(name, _)| name.clone()).collect(),
        Node::List { entries, .. } => {
            let called = entries.iter().map(|entry| entry.keys().join(","));
            called.filter(|key| !key.is_empty()).map(|key| format!("[{key}]")).collect()
        }
        _ => {
            let keys = node.hops().into_iter();
            keys.filter_map(|hop| match hop {
                Hop::Key(key) => Some(key),
                Hop::Entry(_) => None,
            })
            .collect()
        }
    }
}
