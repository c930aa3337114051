//! Reading the rows of a sheet.

use super::heads::Head;
use super::keys::{says_something, text_at};
use super::tree::{Steps, empty};
use super::{Match, Place, Said};
use crate::scenario::tree::{Node, path_of};
use crate::words::workbook as words;
use crate::workbook::grid::Spot;
use crate::workbook::layout::{Field, Part, Row, parts, place};
use crate::workbook::value::{Names, is_blank};
use std::collections::BTreeMap;

/// How many entries each list has so far.
type Counts = BTreeMap<String, usize>;

impl Said {
    /// Reads the rows below the heads.
    pub(super) fn read_rows(&mut self, one: &Match<'_>, names: &Names) {
        let rows: Vec<u32> = one.cells.rows();
        let rows =
            rows.into_iter().filter(|row| *row >= one.heads.below && says_something(one, *row));
        let rows: Vec<u32> = rows.collect();
        if rows.is_empty() || !self.has_key_columns(one) {
            return;
        }
        let mut counts = Counts::new();
        for row in rows {
            if one.cells.hidden_rows.contains(&row) {
                let place = first_place(one, row);
                self.warn(Some(place), words::hidden_row(), Vec::new());
            }
            self.read_row(one, row, names, &mut counts);
        }
    }

    fn read_row(&mut self, one: &Match<'_>, row: u32, names: &Names, counts: &mut Counts) {
        let Some(kind) = self.kind_of_row(one, row) else {
            return;
        };
        let Some(keys) = self.keys_of_row(one, row, kind, names) else {
            return;
        };
        if !kind.label.0.is_empty() && !says_a_value(one, row) {
            self.register_blank(one, row, kind, &keys);
            return;
        }
        let pattern = parts(kind.at);
        let keys: Vec<&str> = keys.iter().map(String::as_str).collect();
        let list = format!("{}/{}", kind.at, keys.join("/"));
        let count = counts.entry(list).or_default();
        let entry = *count;
        *count += 1;
        let Some(hops) = place(&pattern, &keys, entry) else {
            return;
        };
        let steps = Steps::new(&pattern, hops);
        let path = steps.path();
        if kind.value.is_none() {
            self.sheets.add(path.as_str(), first_place(one, row).cell());
            let twice = entry > 0 && pattern.last() == Some(&Part::Key);
            let Some(slot) = steps.slot(&mut self.root) else {
                return;
            };
            if twice {
                let name = keys.last().copied().unwrap_or_default().to_owned();
                let place = key_place(one, row);
                self.error(Some(place), words::entry_twice(&name), vec![words::tell_apart()]);
                return;
            }
            if *slot == Node::Absent {
                *slot = empty();
            }
        }
        for head in &one.heads.known {
            self.read_cell(one, row, kind, head, &steps, names);
        }
    }

    /// Notes where a value would stand that is not there.
    fn register_blank(&mut self, one: &Match<'_>, row: u32, kind: &Row, keys: &[String]) {
        let keys: Vec<&str> = keys.iter().map(String::as_str).collect();
        let Some(hops) = place(&parts(kind.at), &keys, 0) else {
            return;
        };
        let path = path_of(&hops);
        let value = one.heads.known.iter().find(|head| head.column.field == Field::Value);
        let place = match value {
            Some(head) => {
                let text = head_of(one, row, head);
                Place::new(one.cells, Spot { row, column: head.at }, &text)
            }
            None => first_place(one, row),
        };
        self.sheets.add(path.as_str(), place.cell());
    }
}

/// The cell that says which entry a row is.
fn key_place(one: &Match<'_>, row: u32) -> Place {
    let said = |head: &&Head| {
        let key =
            matches!(head.column.field, Field::Key(_) | Field::At("name" | "name.zh" | "name.en"));
        key && one.cells.get(row, head.at).is_some()
    };
    let mut heads: Vec<&Head> = one.heads.known.iter().filter(said).collect();
    // The name before the key that was made from it.
    heads.sort_by_key(|head| head.column.field != Field::Key("key"));
    match heads.first() {
        Some(head) => Place::new(one.cells, Spot { row, column: head.at }, &head.text),
        None => first_place(one, row),
    }
}

/// The first cell of a row with something in it.
pub(super) fn first_place(one: &Match<'_>, row: u32) -> Place {
    let column = one.cells.row(row).next().map_or(0, |(column, _)| column);
    let head = one.heads.known.iter().find(|head| head.at == column);
    let head = head.map_or("", |head| head.text.as_str());
    Place::new(one.cells, Spot { row, column }, head)
}

/// What the head says of a cell: of a sheet of single values the item.
pub(super) fn head_of(one: &Match<'_>, row: u32, head: &Head) -> String {
    let item = match head.column.field {
        Field::Value => text_at(one, row, Field::Label),
        _ => None,
    };
    item.unwrap_or_else(|| head.text.clone())
}

/// Whether a row has a value beside what it is.
pub(super) fn says_a_value(one: &Match<'_>, row: u32) -> bool {
    one.heads.known.iter().any(|head| {
        let value = matches!(head.column.field, Field::At(_) | Field::Each(..) | Field::Value);
        let cell = one.cells.get(row, head.at);
        value && cell.is_some_and(|cell| !is_blank(&cell.to_string()))
    })
}
