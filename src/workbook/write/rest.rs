//! What no column can say: the sheet of other fields.
//!
//! The filled sheets are read back; what differs from the scenario stands on
//! the sheet by its path. So nothing is lost, whatever the layout leaves out.

use super::fill::{Filled, fill};
use crate::domain::Language;
use crate::scenario::path::Path;
use crate::scenario::raw::RawScenario;
use crate::scenario::tree::{Hop, Node, path_of};
use crate::workbook::grid::{Cells, Spot, Value};
use crate::workbook::layout::{Dim, OTHER, kind_of};
use crate::workbook::read::read;
use crate::workbook::value::{Names, canonical, same};

/// A value without a column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rest {
    /// Its path.
    pub path: String,
    /// The value as RON.
    pub value: String,
}

/// A scenario as sheets.
#[derive(Clone, Debug)]
pub struct Export {
    /// The scenario in the one way in which cells give it.
    pub root: Node,
    /// The sheets of the layout.
    pub sheets: Vec<Filled>,
    /// What has no column.
    pub rest: Vec<Rest>,
    /// The names of entries.
    pub names: Names,
}

/// Fills the sheets of a scenario; nothing is lost.
///
/// # Errors
///
/// The paths that would be lost, if the layout cannot carry the scenario.
pub fn export(raw: &RawScenario, language: Language) -> Result<Export, Vec<String>> {
    let tree = Node::of(raw);
    let names = Names::of(&tree);
    let root = in_one_way(&tree, &names);
    let mut shown = root.clone();
    let mut rest: Vec<Rest> = Vec::new();
    // What is taken out of the sheets may show more: a few rounds settle it.
    for _ in 0..8 {
        let sheets = fill(&shown, &names, language);
        let back = read_back(&sheets, &rest);
        let mut lost = Vec::new();
        differing(&root, Some(&back), &mut Vec::new(), &mut lost);
        if lost.is_empty() {
            return Ok(Export { root, sheets, rest, names });
        }
        for place in &lost {
            if let Some(slot) = shown.at_mut(place) {
                *slot = nothing(slot);
            }
            let path = path_of(place);
            let node = root.at(place).unwrap_or(&Node::Absent);
            let value = node.on_a_line();
            let below = |one: &Rest| crate::scenario::path::covers(path.as_str(), &one.path);
            rest.retain(|one| !below(one));
            let path = path.to_string();
            rest.push(Rest { path, value });
        }
    }
    Err(rest.into_iter().map(|one| one.path).collect())
}

/// The sheet of other fields as it is read.
pub fn rest_cells(rest: &[Rest], language: Language) -> Cells {
    let mut cells = Cells { name: OTHER.get(language).to_owned(), ..Cells::default() };
    for (row, one) in (0..).zip(rest) {
        let mut put = |column, text: &String| {
            cells.cells.insert(Spot { row, column }, Value::Text(text.clone()));
        };
        put(0, &one.path);
        put(1, &one.value);
    }
    cells
}

/// The scenario that the sheets say. Values of other fields are put in as
/// text, so the tree is made from the text of all of it.
fn read_back(sheets: &[Filled], rest: &[Rest]) -> Node {
    let mut book: Vec<Cells> = sheets.iter().map(Filled::cells).collect();
    book.push(rest_cells(rest, Language::Zh));
    let said = read(&book);
    let (raw, _) = crate::scenario::parse(&said.root.to_ron());
    let tree = raw.map_or(Node::Absent, |raw| Node::of(&raw));
    in_one_way(&tree, &Names::of(&tree))
}

/// The places that the second does not say as the first does, as deep as they
/// can be told.
fn differing(want: &Node, got: Option<&Node>, place: &mut Vec<Hop>, lost: &mut Vec<Vec<Hop>>) {
    let got = got.unwrap_or(&Node::Absent);
    if same(want, got) || (want.is_unsaid() && got.is_unsaid()) {
        return;
    }
    let parts: Option<(Vec<Hop>, bool)> = match (want, got) {
        (Node::Fields { .. }, Node::Fields { .. }) => Some((hops_of(want, got), false)),
        (Node::Map { .. }, Node::Map { .. }) => {
            let more = got.hops().iter().any(|hop| want.child(hop).is_none());
            Some((want.hops(), more))
        }
        (Node::List { entries: one, .. }, Node::List { entries: other, .. }) => {
            Some((want.hops(), one.len() != other.len()))
        }
        _ => None,
    };
    match parts {
        Some((hops, false)) => {
            for hop in hops {
                place.push(hop.clone());
                let below = want.child(&hop).unwrap_or(&Node::Absent);
                differing(below, got.child(&hop), place, lost);
                place.pop();
            }
        }
        _ => lost.push(place.clone()),
    }
}

/// All fields of either.
fn hops_of(want: &Node, got: &Node) -> Vec<Hop> {
    let mut hops = want.hops();
    for hop in got.hops() {
        if !hops.contains(&hop) {
            hops.push(hop);
        }
    }
    hops
}

fn nothing(node: &Node) -> Node {
    match node {
        Node::List { .. } => Node::List { entries: Vec::new(), stated: false },
        Node::Map { .. } => Node::Map { entries: Vec::new(), stated: false },
        _ => Node::Absent,
    }
}

/// A tree with every value in the one way in which its cell gives it.
pub fn in_one_way(root: &Node, names: &Names) -> Node {
    walk(root, &mut Vec::new(), names)
}

fn walk(node: &Node, place: &mut Vec<Hop>, names: &Names) -> Node {
    if let Some((kind, of)) = kind_of(place) {
        let words: &[String] = match (of, place.last()) {
            (Some(Dim::Resources), Some(Hop::Key(key))) => names.units(key),
            _ => &[],
        };
        return canonical(node, kind, words);
    }
    let mut below = |hop: Hop, node: &Node| {
        place.push(hop);
        let node = walk(node, place, names);
        place.pop();
        node
    };
    match node {
        Node::Fields { of, fields } => Node::Fields {
            of: of.clone(),
            fields: fields
                .iter()
                .map(|(name, node)| (name.clone(), below(Hop::Key(name.clone()), node)))
                .collect(),
        },
        Node::Map { entries, stated } => Node::Map {
            entries: entries
                .iter()
                .map(|(name, node)| (name.clone(), below(Hop::Key(name.clone()), node)))
                .collect(),
            stated: *stated,
        },
        Node::List { entries, stated } => Node::List {
            entries: entries
                .iter()
                .enumerate()
                .map(|(index, node)| below(Hop::Entry(index), node))
                .collect(),
            stated: *stated,
        },
        node => node.clone(),
    }
}

/// A scenario with every value in the one way in which its cell gives it.
pub fn uniform(raw: &RawScenario) -> RawScenario {
    let tree = Node::of(raw);
    let text = in_one_way(&tree, &Names::of(&tree)).to_ron();
    crate::scenario::parse(&text).0.unwrap_or_else(|| raw.clone())
}

/// Whether two scenarios say the same, however they write their figures.
///
/// # Errors
///
/// The places at which they do not.
pub fn equal(one: &RawScenario, other: &RawScenario) -> Result<(), Vec<Path>> {
    let way = |raw: &RawScenario| {
        let tree = Node::of(raw);
        in_one_way(&tree, &Names::of(&tree))
    };
    let (one, other) = (way(one), way(other));
    let mut lost = Vec::new();
    differing(&one, Some(&other), &mut Vec::new(), &mut lost);
    if lost.is_empty() { Ok(()) } else { Err(lost.iter().map(|place| path_of(place)).collect()) }
}
