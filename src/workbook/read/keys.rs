//! The keys and names of entries, before anything refers to them.

use super::Match;
use super::heads::{Head, spread};
use crate::workbook::grid::Value;
use crate::workbook::layout::{Dim, Field};
use crate::workbook::value::{Named, Names, is_comment, is_total, tidy};

/// Whether a row says something: not blank, no total, no remark.
pub fn says_something(one: &Match<'_>, row: u32) -> bool {
    let mut cells = one.cells.row(row).filter(|(_, value)| !is_blank(value));
    let Some((_, first)) = cells.next() else {
        return false;
    };
    let text = first.to_string();
    !is_total(&text) && !is_comment(&text)
}

fn is_blank(value: &Value) -> bool {
    matches!(value, Value::Text(text) if tidy(text).is_empty())
}

/// The text of the cell of a column, if it has one.
pub fn text_at(one: &Match<'_>, row: u32, wanted: Field) -> Option<String> {
    let head = one.heads.known.iter().find(|head| head.column.field == wanted)?;
    let text = spread(one.cells, row, head.at)?.to_string();
    let text = tidy(&text);
    (!text.is_empty()).then(|| text.to_owned())
}

/// The key of a row that is an entry of its own sheet: as it stands there, or
/// else the name.
pub fn own_key(one: &Match<'_>, row: u32) -> Option<String> {
    text_at(one, row, Field::Key("key"))
        .or_else(|| text_at(one, row, Field::At("name.zh")))
        .or_else(|| text_at(one, row, Field::At("name")))
        .or_else(|| text_at(one, row, Field::At("name.en")))
}

/// Collects the entries of a sheet to which others refer.
pub fn collect(one: &Match<'_>, names: &mut Names) {
    let of = |dim: &&Dim| one.layout.rows.iter().any(|row| row.at == dim.entries());
    let Some(dim) = Dim::ALL.iter().find(of) else {
        return;
    };
    for row in one.cells.rows() {
        if row < one.heads.below || !says_something(one, row) {
            continue;
        }
        let Some(key) = own_key(one, row) else {
            continue;
        };
        let text = |path| text_at(one, row, Field::At(path));
        names.add(
            *dim,
            Named {
                key,
                zh: text("name.zh").or_else(|| text("name")),
                en: text("name.en"),
                units: [text("unit.zh"), text("unit.en")].into_iter().flatten().collect(),
            },
        );
    }
}

/// The heads of key columns.
pub fn key_head<'m>(one: &'m Match<'_>, name: &str) -> Option<&'m Head> {
    let mut heads = one.heads.known.iter();
    heads.find(|head| matches!(head.column.field, Field::Key(known) if known == name))
}
