//! Mapping files: what the columns and the names of a list mean, kept by the
//! fingerprint of its heads, so that the next list of the same form needs no
//! questions.

use super::columns::{Meant, Stated, meant};
use super::kind::ListKind;
use crate::diagnostic::Diagnostic;
use crate::scenario::parse_as;
use crate::scenario::tree::quoted;
use crate::workbook::value::folded;
use serde::{Deserialize, Serialize};
use std::fmt::Write as _;

/// A mapping file.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Mappings {
    /// One mapping for each form of list.
    pub lists: Vec<Mapping>,
}

/// What one form of list means.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Mapping {
    /// The fingerprint of the heads.
    pub fingerprint: String,
    /// What the list is taken for: `roster`, `assets`, `cohorts`, `pupils`.
    pub kind: Option<ListKind>,
    /// The file that it was made from; for readers only.
    pub list: String,
    /// The columns.
    pub columns: Vec<MappedColumn>,
    /// What names in the list mean.
    pub names: Vec<MappedName>,
    /// What is filled in where the list says nothing.
    pub fill: Vec<Filled>,
}

/// A column.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct MappedColumn {
    /// Its head.
    pub head: String,
    /// The field; empty for a column that is left out.
    pub field: String,
    /// The unit of its figures; that of the head if absent.
    pub unit: Option<String>,
}

/// A name.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct MappedName {
    /// As the list has it.
    pub name: String,
    /// The key or the name in the scenario.
    pub means: String,
}

/// A value that is filled in.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Filled {
    /// The field.
    pub field: String,
    /// The value.
    pub value: String,
}

/// Reads a mapping file.
///
/// # Errors
///
/// What is wrong with it, with line and column.
pub fn read(text: &str) -> Result<Mappings, Vec<Diagnostic>> {
    match parse_as(text) {
        (Some(mappings), found) if found.is_empty() => Ok(mappings),
        (_, found) => Err(found),
    }
}

impl Mappings {
    /// The mapping of a form of list.
    pub fn find(&self, kind: ListKind, fingerprint: &str) -> Option<&Mapping> {
        let fits = |one: &&Mapping| one.kind == Some(kind) && one.fingerprint == fingerprint;
        self.lists.iter().find(fits)
    }

    /// The mapping of the same kind that is most like a list with these heads.
    pub fn nearest(&self, kind: ListKind, heads: &[String]) -> Option<&Mapping> {
        let has = |one: &Mapping, head: &String| {
            one.columns.iter().any(|column| folded(&column.head) == folded(head))
        };
        let same = |one: &&Mapping| heads.iter().filter(|head| has(one, head)).count();
        self.lists.iter().filter(|one| one.kind == Some(kind)).max_by_key(same)
    }

    /// Enters a mapping in place of the one of the same form.
    pub fn enter(&mut self, mapping: Mapping) {
        let same =
            |one: &Mapping| one.kind == mapping.kind && one.fingerprint == mapping.fingerprint;
        self.lists.retain(|one| !same(one));
        self.lists.push(mapping);
    }

    /// The text of the file.
    pub fn to_ron(&self) -> String {
        let mut text = String::from("(\n    lists: [\n");
        for one in &self.lists {
            one.write(&mut text);
        }
        text.push_str("    ],\n)\n");
        text
    }
}

impl Mapping {
    /// What it says of the columns.
    pub fn stated(&self, kind: ListKind) -> Stated {
        let column = |column: &MappedColumn| {
            let said: Meant = meant(kind, &column.field, false)?;
            Some((folded(&column.head), Meant { unit: column.unit.clone(), ..said }))
        };
        self.columns.iter().filter_map(column).collect()
    }

    fn write(&self, text: &mut String) {
        let _ = writeln!(text, "        (");
        let _ = writeln!(text, "            fingerprint: {},", quoted(&self.fingerprint));
        if let Some(kind) = self.kind {
            let _ = writeln!(text, "            kind: {},", kind.word());
        }
        let _ = writeln!(text, "            list: {},", quoted(&self.list));
        let _ = writeln!(text, "            columns: [");
        for column in &self.columns {
            let unit = column.unit.as_ref().map(|unit| format!(", unit: {}", quoted(unit)));
            let unit = unit.unwrap_or_default();
            let (head, field) = (quoted(&column.head), quoted(&column.field));
            let _ = writeln!(text, "                (head: {head}, field: {field}{unit}),");
        }
        let _ = writeln!(text, "            ],\n            names: [");
        for one in &self.names {
            let (name, means) = (quoted(&one.name), quoted(&one.means));
            let _ = writeln!(text, "                (name: {name}, means: {means}),");
        }
        let _ = writeln!(text, "            ],\n            fill: [");
        for one in &self.fill {
            let (field, value) = (quoted(&one.field), quoted(&one.value));
            let _ = writeln!(text, "                (field: {field}, value: {value}),");
        }
        let _ = writeln!(text, "            ],\n        ),");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mapping_reads_as_it_is_written() {
        let mut mappings = Mappings::default();
        mappings.enter(Mapping {
            fingerprint: "00ff".to_owned(),
            kind: Some(ListKind::Assets),
            list: "资产\"清册\".xls".to_owned(),
            columns: vec![MappedColumn {
                head: "价值".to_owned(),
                field: "value".to_owned(),
                unit: Some("元".to_owned()),
            }],
            names: vec![MappedName { name: "老校区".to_owned(), means: "west".to_owned() }],
            fill: vec![Filled { field: "number".to_owned(), value: "1".to_owned() }],
        });
        assert_eq!(read(&mappings.to_ron()).unwrap(), mappings);
        let found = read("(lists: [(fingerprints: \"\")])").unwrap_err();
        assert!(!found.is_empty() && found[0].position.is_some());
    }
}
