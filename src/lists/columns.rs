//! What the columns of a list are taken for, and why.

use super::fields::{Content, Field, find, named};
use super::kind::ListKind;
use crate::scenario::measure::Measure;
use crate::workbook::read::without_bracket;
use crate::workbook::value::folded;
use std::collections::BTreeMap;

/// Why a column is taken for what it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Why {
    /// Its head is the field's usual one.
    Title,
    /// Its head is another name of the field.
    Synonym,
    /// The mapping file says so.
    Mapped,
    /// The command line says so.
    Given,
    /// Another column is the field more certainly: its head.
    Other(String),
    /// The user leaves it out.
    LeftOut,
    /// Its head is not known.
    Unknown,
}

/// A column of a list.
#[derive(Clone, Debug)]
pub struct Column {
    /// Its number, from 0, where its head stands.
    pub at: u32,
    /// Its head, over all its rows.
    pub head: String,
    /// The unit that the head names.
    pub unit: Option<String>,
    /// What it is taken for.
    pub field: Option<&'static Field>,
    /// Why.
    pub why: Why,
}

/// What a user says of a column: the field, or nothing for leaving it out,
/// and the unit of its figures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Meant {
    /// The field.
    pub field: Option<&'static Field>,
    /// The unit.
    pub unit: Option<String>,
    /// Whether the command line says so rather than a mapping file.
    pub given: bool,
}

impl PartialEq for Field {
    fn eq(&self, other: &Self) -> bool {
        self.id == other.id
    }
}

impl Eq for Field {}

/// What users say of columns, by their folded heads.
pub type Stated = BTreeMap<String, Meant>;

/// What a text like `价值（元）` means; none if it names no field.
pub fn meant(kind: ListKind, text: &str, given: bool) -> Option<Meant> {
    if ["", "-", "无", "none"].contains(&text.trim()) {
        return Some(Meant { field: None, unit: None, given });
    }
    if let Some(field) = find(kind, text) {
        return Some(Meant { field: Some(field), unit: None, given });
    }
    let (bare, bracket) = without_bracket(text);
    let field = find(kind, bare)?;
    Some(Meant { field: Some(field), unit: bracket.map(str::to_owned), given })
}

/// A head that was recognised, with how far down its names it stands.
struct Recognised {
    field: &'static Field,
    rank: usize,
    unit: Option<String>,
}

/// Takes columns for fields: `heads` are the numbers of the columns with the
/// texts of each head, from the top down.
pub fn assign(kind: ListKind, heads: &[(u32, Vec<String>)], stated: &Stated) -> Vec<Column> {
    let mut best: BTreeMap<&'static str, (usize, u32)> = BTreeMap::new();
    let mut read = Vec::new();
    for (at, texts) in heads {
        let head = texts.join("·");
        let meant = stated.get(&folded(&head)).or_else(|| stated.get(&letters(*at)));
        let found = match meant {
            Some(_) => None,
            None => recognised(kind, &head, texts),
        };
        let rank = match (meant.and_then(|meant| meant.field), &found) {
            (Some(field), _) => Some((field.id, 0)),
            (None, Some(found)) => Some((found.field.id, found.rank + 1)),
            _ => None,
        };
        if let Some((id, rank)) = rank {
            let first = best.entry(id).or_insert((rank, *at));
            *first = (*first).min((rank, *at));
        }
        read.push((*at, head, meant, found));
    }
    let head_of = |at: u32| {
        let found = heads.iter().find(|(known, _)| *known == at);
        found.map(|(_, texts)| texts.join("·")).unwrap_or_default()
    };
    let column = |(at, head, meant, found): (u32, String, Option<&Meant>, Option<Recognised>)| {
        let (field, why, unit) = match (meant, found) {
            (Some(meant), _) => {
                let why = match (meant.field, meant.given) {
                    (None, _) => Why::LeftOut,
                    (_, true) => Why::Given,
                    (_, false) => Why::Mapped,
                };
                let bracket = without_bracket(&head).1.and_then(unit_of);
                (meant.field, why, meant.unit.clone().or(bracket))
            }
            (None, Some(found)) => {
                let why = if found.rank < 2 { Why::Title } else { Why::Synonym };
                (Some(found.field), why, found.unit)
            }
            (None, None) => (None, Why::Unknown, None),
        };
        let taken = field.and_then(|field| best.get(field.id)).filter(|(_, first)| *first != at);
        match taken {
            Some((_, first)) => {
                Column { at, head, unit, field: None, why: Why::Other(head_of(*first)) }
            }
            None => Column { at, head, unit, field, why },
        }
    };
    read.into_iter().map(column).collect()
}

/// The letters of a column, folded.
fn letters(at: u32) -> String {
    let name = crate::workbook::Spot { row: 0, column: at }.to_string();
    name.trim_end_matches('1').to_lowercase()
}

fn recognised(kind: ListKind, head: &str, texts: &[String]) -> Option<Recognised> {
    let mut candidates = vec![head];
    candidates.extend(texts.last().map(String::as_str));
    candidates.extend(texts.first().map(String::as_str));
    candidates.into_iter().find_map(|text| {
        let (bare, bracket) = without_bracket(text);
        let found = named(kind, text).or_else(|| named(kind, bare));
        let (field, rank) = found?;
        let unit = bracket.filter(|_| field.content == Content::Money);
        Some(Recognised { field, rank, unit: unit.and_then(unit_of) })
    })
}

/// The unit of money that a bracket names, `单位：元` among them.
fn unit_of(bracket: &str) -> Option<String> {
    let name = bracket.rsplit([':', '：']).next().unwrap_or(bracket).trim();
    let known = Measure::Money.units().iter().any(|(unit, _)| *unit == name);
    known.then(|| name.to_owned())
}
