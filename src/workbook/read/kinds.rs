//! What a row is: of which kind, and which entry.

use super::heads::spread;
use super::keys::{key_head, own_key, text_at};
use super::rows::{first_place, says_a_value};
use super::{Match, Place, Said};
use crate::scenario::suggestions;
use crate::scenario::tree::Node;
use crate::words::workbook as words;
use crate::workbook::grid::{Spot, Value};
use crate::workbook::layout::{Field, Kind, Part, Row, parts};
use crate::workbook::value::{Context, Names, folded, is_blank, parse};

impl Said {
    /// What a row stands for.
    pub(super) fn kind_of_row(&mut self, one: &Match<'_>, row: u32) -> Option<&'static Row> {
        let kinds = one.layout.rows;
        if let [only] = kinds
            && only.label.0.is_empty()
        {
            return Some(only);
        }
        let place = |field: Field| {
            let head = one.heads.known.iter().find(|head| head.column.field == field);
            head.map(|head| Place::new(one.cells, Spot { row, column: head.at }, &head.text))
        };
        let Some(label) = text_at(one, row, Field::Label) else {
            let head = place(Field::Label).map(|place| place.head).unwrap_or_default();
            self.error(Some(first_place(one, row)), words::no_key(&head), Vec::new());
            return None;
        };
        let is =
            |names: [&str; 2], text: &str| names.iter().any(|name| folded(name) == folded(text));
        let named = kinds.iter().filter(|kind| is([kind.label.0, kind.label.1], &label));
        let group = text_at(one, row, Field::Group);
        let of_group = |kind: &&Row| {
            group.as_deref().is_none_or(|group| is([kind.group.0, kind.group.1], group))
        };
        let named: Vec<&Row> = named.filter(of_group).collect();
        if named.is_empty() {
            let labels = kinds.iter().map(|kind| kind.label.get(self.language));
            let hints = suggestions(&label, labels);
            self.error(place(Field::Label), words::unknown_item(&label), hints);
            return None;
        }
        let filled = |name: &str| {
            key_head(one, name).is_some()
                && text_at(one, row, Field::Key(static_key(name))).is_some()
        };
        let fits = |kind: &&&Row| {
            ["object", "year"].iter().all(|name| {
                let needed = kind.keys.iter().any(|(key, _)| key == name);
                needed == filled(name)
            })
        };
        let found = named.iter().find(fits).copied();
        if found.is_none() && says_a_value(one, row) {
            let at = place(Field::Key("object")).or_else(|| place(Field::Label));
            self.error(at, words::wrong_object(&label), Vec::new());
        }
        if found.is_none() && named.len() == 1 {
            let path = parts(named[0].at);
            let fixed = path.iter().map_while(|part| match part {
                Part::Field(name) => Some(*name),
                _ => None,
            });
            let fixed: Vec<&str> = fixed.collect();
            if let Some(at) = place(Field::Value).or_else(|| place(Field::Label)) {
                self.sheets.add(&fixed.join("."), at.cell());
            }
        }
        found
    }

    /// Notes a key cell of a row that holds no value: an error or a formula whose
    /// result was not saved is no key, also where a name could stand in.
    fn own_key_readable(
        &mut self,
        one: &Match<'_>,
        row: u32,
        name: &str,
        names: &Names,
    ) -> Option<()> {
        let Some(head) = key_head(one, name) else {
            return Some(());
        };
        let column = head.at;
        let place = Place::new(one.cells, Spot { row, column }, &head.text);
        let context = Context { names, unit: None, words: &[], language: self.language };
        let value: &Value = match spread(one.cells, row, column) {
            Some(value) => value,
            None => return Some(()),
        };
        match parse(Kind::Own, value, context) {
            Ok(_) => Some(()),
            Err(wrong) => {
                self.error(Some(place), wrong.message, wrong.hints);
                None
            }
        }
    }

    /// The keys in the path of a row.
    pub(super) fn keys_of_row(
        &mut self,
        one: &Match<'_>,
        row: u32,
        kind: &Row,
        names: &Names,
    ) -> Option<Vec<String>> {
        let mut keys = Vec::new();
        for (name, key_kind) in kind.keys {
            if *key_kind == Kind::Own {
                self.own_key_readable(one, row, name, names)?;
                let Some(key) = own_key(one, row) else {
                    let head = one.layout.columns[0].title.get(self.language);
                    self.error(Some(first_place(one, row)), words::no_key(head), Vec::new());
                    return None;
                };
                keys.push(key);
                continue;
            }
            let head = key_head(one, name)?;
            let place = Place::new(one.cells, Spot { row, column: head.at }, &head.text);
            let value: Option<&Value> = spread(one.cells, row, head.at);
            let Some(value) = value.filter(|value| !is_blank(&value.to_string())) else {
                self.error(Some(place), words::no_key(&head.text), Vec::new());
                return None;
            };
            let context = Context { names, unit: None, words: &[], language: self.language };
            match parse(*key_kind, value, context) {
                Ok(Node::Text(key) | Node::Word(key)) => keys.push(key),
                Ok(_) => return None,
                Err(wrong) => {
                    self.error(Some(place), wrong.message, wrong.hints);
                    return None;
                }
            }
        }
        Some(keys)
    }
}

/// The names of key columns, as the layout writes them.
fn static_key(name: &str) -> &'static str {
    match name {
        "object" => "object",
        _ => "year",
    }
}
