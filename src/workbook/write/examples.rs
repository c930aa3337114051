//! The sheets of an empty workbook: one row of each as an example, which is
//! not read.

use super::{Filled, FilledRow};
use crate::domain::Language;
use crate::workbook::grid::Value;
use crate::workbook::layout::Field;

/// A sheet with its first row as an example; values of single items move to
/// the column of sources.
pub fn of(filled: &Filled, language: Language) -> Filled {
    let mark = match language {
        Language::Zh => "例：",
        Language::En => "e.g. ",
    };
    let mut filled = filled.clone();
    let at = |field: Field| filled.heads.iter().position(|head| head.column.field == field);
    let (value, source) = (at(Field::Value), at(Field::Source));
    if let Some(value) = value {
        let objects = [at(Field::Key("object")), at(Field::Key("year"))];
        for row in &mut filled.rows {
            let said = row.cells[value].take();
            let keys = objects.iter().flatten();
            let keys: Vec<Value> = keys.filter_map(|column| row.cells[*column].take()).collect();
            if let (Some(said), Some(source)) = (said, source) {
                let texts: Vec<String> =
                    keys.iter().chain([&said]).map(ToString::to_string).collect();
                row.cells[source] = Some(Value::Text(format!("{mark}{}", texts.join(" "))));
            }
        }
        let kinds: Vec<&str> = filled.rows.iter().map(|row| row.kind.at).collect();
        let first = |index: usize| !kinds[..index].contains(&kinds[index]);
        let kept: Vec<FilledRow> = filled
            .rows
            .iter()
            .enumerate()
            .filter(|(index, _)| first(*index))
            .map(|(_, row)| row.clone())
            .collect();
        filled.rows = kept;
        return filled;
    }
    filled.rows.truncate(1);
    if let Some(row) = filled.rows.first_mut()
        && let Some(cell) = row.cells.iter_mut().flatten().next()
    {
        *cell = Value::Text(format!("{mark}{cell}"));
    }
    filled
}
