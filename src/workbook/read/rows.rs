//! Reading the rows of a sheet.

use super::heads::{Head, Unit, named_unit, spread, without_bracket};
use super::keys::{key_head, own_key, says_something, text_at};
use super::tree::{Steps, empty};
use super::{Match, Place, Said};
use crate::scenario::suggestions;
use crate::scenario::tree::Node;
use crate::words::{diagnostics, workbook as words};
use crate::workbook::grid::{Spot, Value};
use crate::workbook::layout::{Dim, Field, Kind, Part, Row, parts, place};
use crate::workbook::value::{Context, Names, folded, is_blank, parse, units};
use std::collections::BTreeMap;

/// How many entries each list has so far.
type Counts = BTreeMap<String, usize>;

impl Said {
    /// Finds the keys that heads name, and says which columns are not read.
    pub(super) fn resolve_heads(&mut self, one: &mut Match<'_>, names: &Names) {
        let row = one.heads.row;
        let last = one.heads.below - 1;
        let place =
            |at: u32, head: &str| Place::new(one.cells, Spot { row: last, column: at }, head);
        for (at, text) in &one.heads.twice {
            self.warn(Some(place(*at, text)), words::column_twice(text), Vec::new());
        }
        for (at, text) in &one.heads.unknown {
            if !is_blank(text) {
                let known = one.layout.columns.iter().map(|column| column.title.get(self.language));
                let hints = suggestions(text, known);
                self.warn(Some(place(*at, text)), words::unknown_column(text), hints);
            }
        }
        let mut known = Vec::new();
        for mut head in std::mem::take(&mut one.heads.known) {
            let at = place(head.at, &head.text);
            if let (Field::Each(_, of), Some(key)) = (head.column.field, head.key.take()) {
                let (bare, bracket) = without_bracket(&key);
                let found = if of == Dim::Free {
                    Some(bare.to_owned())
                } else {
                    let found = names.find(of, &key).or_else(|| names.find(of, bare));
                    found.map(str::to_owned)
                };
                let Some(found) = found else {
                    if !has_values(one, head.at) {
                        continue;
                    }
                    let noun = of.noun();
                    let hints = suggestions(bare, names.labels(of, self.language));
                    self.error(Some(at), diagnostics::unknown(bare, noun.0, noun.1), hints);
                    continue;
                };
                if let (Some(bracket), Some(measure)) = (bracket, head.column.kind.measure())
                    && names.find(of, &key).is_none()
                {
                    head.unit = named_unit(bracket, measure, of == Dim::Resources);
                }
                head.key = Some(found);
            }
            if let (Unit::Unknown(unit), Some(measure)) = (&head.unit, head.column.kind.measure()) {
                self.error(Some(at), diagnostics::wrong_unit(unit), units(measure));
                head.unit = Unit::None;
            }
            known.push(head);
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
        let title = Place::new(one.cells, Spot { row, column: 0 }, &one.cells.name);
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

    /// Whether the columns are there that say what each row is.
    fn has_key_columns(&mut self, one: &Match<'_>) -> bool {
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

    fn read_cell(
        &mut self,
        one: &Match<'_>,
        row: u32,
        kind: &Row,
        head: &Head,
        steps: &Steps,
        names: &Names,
    ) {
        let (field, cell_kind) = match (head.column.field, &head.key) {
            (Field::At(path), _) => (parts(path), head.column.kind),
            (Field::Each(map, _), Some(_)) => {
                ([parts(map), vec![Part::Key]].concat(), head.column.kind)
            }
            (Field::Value, _) => (Vec::new(), kind.value.unwrap_or(head.column.kind)),
            _ => return,
        };
        let keys: Vec<&str> = head.key.as_deref().into_iter().collect();
        let Some(below) = place(&field, &keys, 0) else {
            return;
        };
        let at = steps.below(&field, below);
        let path = at.path();
        let place = Place::new(one.cells, Spot { row, column: head.at }, &head_of(one, row, head));
        self.sheets.add(path.as_str(), place.cell());
        let value = match cell_kind {
            Kind::Ref(_) | Kind::Term => spread(one.cells, row, head.at),
            _ => one.cells.get(row, head.at),
        };
        let Some(value) = value.filter(|value| !is_blank(&value.to_string())) else {
            return;
        };
        let unit = match head.column.field {
            Field::Value => self.unit_of_row(one, row, cell_kind),
            _ => match &head.unit {
                Unit::Known(unit) => Some(unit.clone()),
                _ => None,
            },
        };
        let words: &[String] = match (head.column.field, &head.key) {
            (Field::Each(_, Dim::Resources), Some(key)) => names.units(key),
            _ => &[],
        };
        let context = Context { names, unit: unit.as_deref(), words, language: self.language };
        match parse(cell_kind, value, context) {
            Ok(node) => self.put(&at, place, node),
            Err(wrong) => {
                self.sheets.spoiled.push(path.to_string());
                self.error(Some(place), wrong.message, wrong.hints);
            }
        }
    }

    fn put(&mut self, at: &Steps, place: Place, node: Node) {
        let Some(slot) = at.slot(&mut self.root) else {
            return;
        };
        if *slot == Node::Absent || *slot == Node::Text(String::new()) {
            *slot = node;
        } else {
            let message = words::twice_said(at.path().as_str());
            self.error(Some(place), message, Vec::new());
        }
    }

    /// The unit beside a value.
    fn unit_of_row(&mut self, one: &Match<'_>, row: u32, kind: Kind) -> Option<String> {
        let measure = kind.measure()?;
        let text = text_at(one, row, Field::Unit)?;
        match named_unit(&text, measure, false) {
            Unit::Known(unit) => Some(unit),
            Unit::None => None,
            Unit::Unknown(unit) => {
                let head = one.heads.known.iter().find(|head| head.column.field == Field::Unit)?;
                let place = Place::new(one.cells, Spot { row, column: head.at }, &head.text);
                self.error(Some(place), diagnostics::wrong_unit(&unit), units(measure));
                None
            }
        }
    }

    /// What a row stands for.
    fn kind_of_row(&mut self, one: &Match<'_>, row: u32) -> Option<&'static Row> {
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

    /// Notes where a value would stand that is not there.
    fn register_blank(&mut self, one: &Match<'_>, row: u32, kind: &Row, keys: &[String]) {
        let keys: Vec<&str> = keys.iter().map(String::as_str).collect();
        let Some(hops) = place(&parts(kind.at), &keys, 0) else {
            return;
        };
        let path = crate::scenario::tree::path_of(&hops);
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
    fn keys_of_row(
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

/// The names of key columns, as the layout writes them.
fn static_key(name: &str) -> &'static str {
    match name {
        "object" => "object",
        _ => "year",
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
fn first_place(one: &Match<'_>, row: u32) -> Place {
    let column = one.cells.row(row).next().map_or(0, |(column, _)| column);
    let head = one.heads.known.iter().find(|head| head.at == column);
    let head = head.map_or("", |head| head.text.as_str());
    Place::new(one.cells, Spot { row, column }, head)
}

/// What the head says of a cell: of a sheet of single values the item.
fn head_of(one: &Match<'_>, row: u32, head: &Head) -> String {
    let item = match head.column.field {
        Field::Value => text_at(one, row, Field::Label),
        _ => None,
    };
    item.unwrap_or_else(|| head.text.clone())
}

/// Whether a row has a value beside what it is.
fn says_a_value(one: &Match<'_>, row: u32) -> bool {
    one.heads.known.iter().any(|head| {
        let value = matches!(head.column.field, Field::At(_) | Field::Each(..) | Field::Value);
        let cell = one.cells.get(row, head.at);
        value && cell.is_some_and(|cell| !is_blank(&cell.to_string()))
    })
}
