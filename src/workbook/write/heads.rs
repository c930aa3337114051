//! The columns of a sheet: which there are, their heads and units.

use super::expand::Found;
use super::fill::FilledHead;
use crate::domain::Language;
use crate::scenario::measure::Measure;
use crate::scenario::tree::{Hop, Node};
use crate::workbook::layout::{Bi, Column, Dim, Field, Part, Sheet, parts, place};
use crate::workbook::value::{Names, figure};
use std::collections::BTreeMap;

/// The columns of a sheet with some rows.
pub fn heads(
    sheet: &'static Sheet,
    rows: &[Found<'_>],
    names: &Names,
    language: Language,
) -> Vec<FilledHead> {
    let mut heads = Vec::new();
    for column in sheet.columns {
        let title = column.title.get(language);
        let Field::Each(map, of) = column.field else {
            heads.push(head(column, None, title.to_owned(), rows, names, language));
            continue;
        };
        for key in keys(column, map, of, rows, names) {
            let label = names.label(of, &key, language);
            let text = format!("{title}·{label}");
            heads.push(head(column, Some(key), text, rows, names, language));
        }
    }
    heads
}

/// The keys that have a column: those of the map they refer to, or those in
/// use, and any other in use behind them.
fn keys(
    column: &Column,
    map: &'static str,
    of: Dim,
    rows: &[Found<'_>],
    names: &Names,
) -> Vec<String> {
    let mut used: Vec<String> = Vec::new();
    for row in rows {
        let place: Vec<Hop> = place(&parts(map), &[], 0).unwrap_or_default();
        if let Some(Node::Map { entries, .. }) = row.node.at(&place) {
            for (key, _) in entries {
                if !used.contains(key) {
                    used.push(key.clone());
                }
            }
        }
    }
    let known = names.of_dim(of).iter().map(|one| one.key.clone());
    let mut keys: Vec<String> = known.filter(|key| !column.sparse || used.contains(key)).collect();
    if of == Dim::Free {
        used.sort();
    }
    keys.extend(used.into_iter().filter(|key| names.of_dim(of).iter().all(|one| one.key != *key)));
    keys
}

fn head(
    column: &'static Column,
    key: Option<String>,
    title: String,
    rows: &[Found<'_>],
    names: &Names,
    language: Language,
) -> FilledHead {
    let words = match (column.field, &key) {
        (Field::Each(_, Dim::Resources), Some(key)) => names.units(key).to_vec(),
        _ => Vec::new(),
    };
    let measure =
        column.kind.measure().filter(|_| matches!(column.field, Field::At(_) | Field::Each(..)));
    let mut head = FilledHead { column, key, text: title, unit: None, words };
    if let Some(measure) = measure {
        let unit = unit_of_column(&head, measure, rows);
        let own = own_unit(measure, &head.words, language);
        let shown = unit.clone().or(own);
        if let Some(shown) = &shown {
            let brackets = if language == Language::Zh { ["\n（", "）"] } else { ["\n(", ")"] };
            head.text = format!("{}{}{shown}{}", head.text, brackets[0], brackets[1]);
        }
        let of_table = |shown: &String| measure.units().iter().any(|(name, _)| name == shown);
        head.unit = shown.filter(of_table);
    }
    head
}

/// The unit in which most figures of a column are, if it is not the field's
/// own.
fn unit_of_column(head: &FilledHead, measure: Measure, rows: &[Found<'_>]) -> Option<String> {
    if measure == Measure::Share {
        return None;
    }
    let mut units: BTreeMap<Option<String>, usize> = BTreeMap::new();
    for row in rows {
        let node = head.node(row.node);
        if let Some(figure) = node.and_then(|node| figure(node, measure, &head.words)) {
            *units.entry(figure.unit).or_default() += 1;
        }
    }
    let most = units.into_iter().max_by_key(|(unit, count)| (*count, unit.is_none()));
    most.and_then(|(unit, _)| unit)
}

impl FilledHead {
    /// What a row says in the column.
    pub fn node<'n>(&self, row: &'n Node) -> Option<&'n Node> {
        let path = match self.column.field {
            Field::At(path) => parts(path),
            Field::Each(map, _) => [parts(map), vec![Part::Key]].concat(),
            _ => return None,
        };
        let keys: Vec<&str> = self.key.as_deref().into_iter().collect();
        row.at(&place(&path, &keys, 0)?)
    }
}

/// What the field's own unit is called.
pub fn own_unit(measure: Measure, words: &[String], language: Language) -> Option<String> {
    let name = match measure {
        Measure::Money => Bi("万元", "万元"),
        Measure::Yuan => Bi("元", "yuan"),
        Measure::Kilometres => Bi("公里", "km"),
        Measure::Metres => Bi("米", "m"),
        Measure::Minutes => Bi("分钟", "min"),
        Measure::Hours => Bi("小时", "h"),
        Measure::Seconds => Bi("秒", "s"),
        Measure::Area => Bi("平方米", "m²"),
        Measure::Weeks => Bi("周", "weeks"),
        Measure::Students => Bi("人", "students"),
        Measure::Periods => Bi("节", "periods"),
        Measure::Classes => Bi("班", "classes"),
        Measure::Books => Bi("册", "books"),
        Measure::Computers => Bi("台", "computers"),
        Measure::Units => {
            let word = match language {
                Language::Zh => words.first(),
                Language::En => words.last(),
            };
            return word.cloned();
        }
        Measure::Share | Measure::Number => return None,
    };
    Some(name.get(language).to_owned())
}
