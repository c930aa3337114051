//! The columns of a sheet: which keys their heads name, which are not read, and
//! which are missing.

use super::heads::{Head, Unit, named_unit, without_bracket};
use super::keys::says_something;
use super::{Match, Place, Said};
use crate::scenario::suggestions;
use crate::words::{diagnostics, workbook as words};
use crate::workbook::grid::Spot;
use crate::workbook::layout::{Dim, Field};
use crate::workbook::value::{Names, is_blank, units};

impl Said {
    /// Finds the keys that heads name, and says which columns are not read.
    pub(super) fn resolve_heads(&mut self, one: &mut Match<'_>, names: &Names) {
        self.name_unread(one);
        let mut known = Vec::new();
        for head in std::mem::take(&mut one.heads.known) {
            known.extend(self.resolve_head(one, head, names));
        }
        let order = |head: &Head| {
            let Field::Each(_, of) = head.column.field else {
                return (0, String::new());
            };
            let key = head.key.clone().unwrap_or_default();
            let index = names.of_dim(of).iter().position(|one| one.key == key);
            (index.unwrap_or(0), key)
        };
        known.sort_by_key(order);
        one.heads.known = known;
        self.register_sheet(one);
    }

    /// Warns of columns that come twice or are not known.
    fn name_unread(&mut self, one: &Match<'_>) {
        for (at, text) in &one.heads.twice {
            self.warn(Some(head_place(one, *at, text)), words::column_twice(text), Vec::new());
        }
        for (at, text) in &one.heads.unknown {
            if !is_blank(text) {
                let known = one.layout.columns.iter().map(|column| column.title.get(self.language));
                let hints = suggestions(text, known);
                let place = head_place(one, *at, text);
                self.warn(Some(place), words::unknown_column(text), hints);
            }
        }
    }

    /// The head with the key that it names, and a unit that there is; nothing
    /// where the key means nothing.
    fn resolve_head(&mut self, one: &Match<'_>, mut head: Head, names: &Names) -> Option<Head> {
        let at = head_place(one, head.at, &head.text);
        if let (Field::Each(_, of), Some(key)) = (head.column.field, head.key.take()) {
            let (bare, bracket) = without_bracket(&key);
            let found = match of {
                Dim::Free => Some(bare),
                of => names.find(of, &key).or_else(|| names.find(of, bare)),
            };
            let Some(found) = found else {
                if has_values(one, head.at) {
                    let noun = of.noun();
                    let hints = suggestions(bare, names.labels(of, self.language));
                    self.error(Some(at), diagnostics::unknown(bare, noun.0, noun.1), hints);
                }
                return None;
            };
            if let (Some(bracket), Some(measure)) = (bracket, head.column.kind.measure())
                && names.find(of, &key).is_none()
            {
                head.unit = named_unit(bracket, measure, of == Dim::Resources);
            }
            head.key = Some(found.to_owned());
        }
        if let (Unit::Unknown(unit), Some(measure)) = (&head.unit, head.column.kind.measure()) {
            self.error(Some(at), diagnostics::wrong_unit(unit), units(measure));
            head.unit = Unit::None;
        }
        Some(head)
    }

    /// Notes that what the sheet is for stands there, where it has no rows.
    fn register_sheet(&mut self, one: &Match<'_>) {
        let spot = Spot { row: one.heads.row, column: 0 };
        let title = Place::new(one.cells, spot, &one.cells.name);
        for kind in one.layout.rows {
            let fixed: Vec<&str> = kind
                .at
                .split('.')
                .take_while(|name| *name != "*" && !name.ends_with("[]"))
                .collect();
            if kind.value.is_none() && !kind.at.is_empty() {
                let path = if fixed.is_empty() {
                    kind.at.trim_end_matches("[]").to_owned()
                } else {
                    fixed.join(".")
                };
                self.sheets.add(&path, title.cell());
            }
        }
    }

    /// Whether the columns are there that say what each row is.
    pub(super) fn has_key_columns(&mut self, one: &Match<'_>) -> bool {
        let title = Place::new(one.cells, Spot { row: one.heads.row, column: 0 }, "");
        let mut all = true;
        for column in one.layout.columns {
            let needed = match column.field {
                Field::Key("key") => own_columns(one) == 0,
                Field::Key(name) => !matches!(name, "object" | "year"),
                Field::Label | Field::Value => true,
                _ => false,
            };
            let there = one.heads.known.iter().any(|head| head.column.field == column.field);
            if needed && !there {
                let head = column.title.get(self.language);
                self.error(
                    Some(title.clone()),
                    words::missing_column(&one.cells.name, head),
                    Vec::new(),
                );
                all = false;
            }
        }
        all
    }
}

/// Where a head stands: in the last row of the heads.
fn head_place(one: &Match<'_>, column: u32, head: &str) -> Place {
    Place::new(one.cells, Spot { row: one.heads.below - 1, column }, head)
}

/// Whether a column has a value in a row that is read.
fn has_values(one: &Match<'_>, column: u32) -> bool {
    let said =
        |row: &u32| one.cells.get(*row, column).is_some_and(|value| !is_blank(&value.to_string()));
    let rows = one.cells.rows().into_iter().filter(|row| *row >= one.heads.below);
    rows.filter(said).any(|row| says_something(one, row))
}

/// How many columns may give an entry its key.
fn own_columns(one: &Match<'_>) -> usize {
    let gives = |head: &&Head| {
        matches!(head.column.field, Field::Key("key") | Field::At("name" | "name.zh" | "name.en"))
    };
    one.heads.known.iter().filter(gives).count()
}
