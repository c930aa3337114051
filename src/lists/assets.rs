//! A register of assets against the scenario's: lines are matched by number.

mod line;

use super::changes::{Change, Edit, What};
use super::figures::{number, quantity, same, shown};
use super::rows::{Entry, Taking};
use super::table::{Asked, Said, Table};
use super::{Outcome, code, owned};
use crate::domain::Language;
use crate::scenario::measure::Measure;
use crate::scenario::path::Path;
use crate::scenario::raw::{RawAsset, RawScenario};
use crate::scenario::tree::Node;
use crate::words::lists as words;
use crate::workbook::layout::Dim;
use crate::workbook::value::{Wrong, folded};
use line::LineSaid;
use std::collections::{BTreeMap, BTreeSet};

/// Compares a register with the scenario's.
pub fn compare(table: &Table<'_>, raw: &RawScenario, asked: &Asked) -> Outcome {
    let mut taking = Taking::new(table, raw, asked);
    let mut listed: BTreeMap<String, u32> = BTreeMap::new();
    let mut covered: BTreeSet<String> = BTreeSet::new();
    if !taking.has("key") {
        let cell = table.rows.first().map(|row| table.first_cell(*row));
        let (message, hints) = (words::no_number_column(), vec![words::say_number_column()]);
        taking.wrong(cell.unwrap_or_else(|| table.first_cell(0)), Wrong { message, hints });
        return taking.finished();
    }
    taking.say_units();
    for row in table.rows.clone() {
        taking.unreadable = false;
        let said = taking.line(row);
        let Some(key) = said.key.clone() else {
            let cell = table.first_cell(row);
            taking.wrong(cell, Wrong { message: words::no_key(), hints: Vec::new() });
            continue;
        };
        if let Some(first) = listed.insert(key.clone(), row) {
            let (cell, first) = (table.first_cell(row), table.first_cell(first).name);
            taking.wrong(cell, Wrong { message: words::twice(&key, &first), hints: Vec::new() });
            continue;
        }
        if said.gone {
            taking.out.note(words::disposed_lines());
            listed.remove(&key);
            continue;
        }
        let known = raw.assets.get(&key);
        covered.extend(said.campus.as_ref().map(|(campus, _)| campus.clone()));
        if !taking.has("campus") {
            covered.extend(known.and_then(|known| known.campus.clone()));
        }
        match known {
            _ if taking.unreadable => {}
            Some(known) => taking.compare_line(&key, known, &said),
            None => taking.add_line(&key, row, &said),
        }
    }
    taking.missing_lines(&listed, &covered);
    owned::follow(&mut taking);
    taking.finished()
}

impl Taking<'_> {
    /// Says in which unit values were read where the head names none.
    fn say_units(&mut self) {
        let column = self.table.heads.column("value");
        if column.is_some_and(|column| column.unit.is_none()) {
            self.out.note(words::values_in_yuan());
        }
    }

    fn missing_lines(&mut self, listed: &BTreeMap<String, u32>, covered: &BTreeSet<String>) {
        for (key, line) in self.raw.assets.iter() {
            if listed.contains_key(key) {
                continue;
            }
            let campus = line.campus.as_deref().unwrap_or_default();
            if !covered.contains(campus) {
                self.out.beyond += 1;
                continue;
            }
            let name = self.line_name(line);
            let before = self.known.label(Dim::Campuses, campus).to_owned();
            let path = Path::field("assets").key(key);
            self.missing(&Entry { key, name: &name }, &path, before);
        }
    }

    fn line_name(&self, line: &RawAsset) -> String {
        let name = line.name.as_ref();
        let (zh, en) = (name.and_then(|one| one.zh.clone()), name.and_then(|one| one.en.clone()));
        match self.asked.language {
            Language::Zh => zh.or(en),
            Language::En => en.or(zh),
        }
        .unwrap_or_default()
    }

    fn compare_line(&mut self, key: &str, known: &RawAsset, said: &LineSaid) {
        let before = self.out.changes.len();
        let name = self.line_name(known);
        let entry = Entry { key, name: &name };
        let here = Path::field("assets").key(key);
        self.compare_texts(&entry, &here, known, said);
        self.compare_amounts(&entry, &here, known, said);
        if let Some((campus, at)) = &said.campus
            && known.campus.as_ref() != Some(campus)
        {
            let old = known.campus.as_deref().unwrap_or_default();
            let names = [old, campus].map(|key| self.known.label(Dim::Campuses, key).to_owned());
            let [before, after] = names;
            self.differ(&entry, &here, "campus", (before, after, Node::Text(campus.clone())), at);
        }
        if let Some((kind, at)) = &said.kind
            && known.kind != Some(*kind)
        {
            let language = self.asked.language;
            let old = known.kind.map(|kind| code::named(kind).1.get(language).to_owned());
            let (word, name) = code::named(*kind);
            let after = name.get(language).to_owned();
            let values = (old.unwrap_or_default(), after, Node::Word(word.to_owned()));
            self.differ(&entry, &here, "kind", values, at);
        }
        if let Some((Node::Text(date), at)) = &said.valued
            && known.valued.as_ref() != Some(date)
        {
            let old = known.valued.clone().unwrap_or_default();
            let values = (old, date.clone(), Node::Text(date.clone()));
            self.differ(&entry, &here, "valued", values, at);
        }
        if let Some((Node::Bool(movable), at)) = &said.movable
            && known.movable != Some(*movable)
        {
            let name = |flag: bool| {
                let said =
                    if flag { crate::words::overlay::yes() } else { crate::words::overlay::no() };
                said.get(self.asked.language).to_owned()
            };
            let old = known.movable.map(name).unwrap_or_default();
            let values = (old, name(*movable), Node::Bool(*movable));
            self.differ(&entry, &here, "movable", values, at);
        }
        if self.out.changes.len() == before {
            self.out.same += 1;
        }
    }

    /// Name and owner: in Chinese, which is what registers are kept in.
    fn compare_texts(&mut self, entry: &Entry<'_>, here: &Path, known: &RawAsset, said: &LineSaid) {
        let campus = known.campus.as_ref().and_then(|key| self.raw.campuses.get(key));
        let owner = known.owner.as_ref().or_else(|| campus.and_then(|one| one.owner.as_ref()));
        let owner = owner.cloned();
        for (id, old, new) in
            [("name", known.name.as_ref(), &said.name), ("owner", owner.as_ref(), &said.owner)]
        {
            let Some((text, at)) = new else { continue };
            let names = old.into_iter().flat_map(|old| [&old.zh, &old.en]).flatten();
            let alike = names.clone().any(|name| folded(name) == folded(text));
            if !alike {
                let before = names.clone().next().cloned().unwrap_or_default();
                let node = super::roster::both(text, None);
                self.differ(entry, here, id, (before, text.clone(), node), at);
            }
        }
    }

    /// Quantity and value. The quantity of a line of a resource counts the
    /// resource's units: one that is counted otherwise is not taken.
    fn compare_amounts(
        &mut self,
        entry: &Entry<'_>,
        here: &Path,
        known: &RawAsset,
        said: &LineSaid,
    ) {
        let own = self.unit_of(known);
        let other = said.unit.as_ref().filter(|(unit, _)| {
            !own.is_empty() && !own.iter().any(|name| folded(name) == folded(unit))
        });
        if let (Some((unit, at)), Some(resource)) = (other, &known.resource) {
            let resource = self.known.label(Dim::Resources, resource).to_owned();
            let message = words::other_unit(unit, own.first().map_or("", |unit| unit), &resource);
            self.warn(Some(at.cell.clone()), message, Vec::new());
        } else {
            if let Some((unit, at)) = other {
                let before = own.first().cloned().unwrap_or_default();
                let node = super::roster::both(unit, None);
                self.differ(entry, here, "unit", (before, unit.clone(), node), at);
            }
            let words: Vec<&str> = own.iter().map(String::as_str).collect();
            let measure = (Measure::Units, words.as_slice());
            self.compare_amount(
                entry,
                here,
                ("number", measure),
                known.number.as_ref(),
                said.number.as_ref(),
            );
        }
        let measure = (Measure::Money, &[][..]);
        self.compare_amount(
            entry,
            here,
            ("value", measure),
            known.value.as_ref(),
            said.value.as_ref(),
        );
    }

    fn compare_amount(
        &mut self,
        entry: &Entry<'_>,
        here: &Path,
        (id, (measure, words)): (&'static str, (Measure, &[&str])),
        old: Option<&crate::scenario::quantity::Quantity>,
        new: Option<&(Node, Said)>,
    ) {
        let Some((node, at)) = new else { return };
        let Some(new) = quantity(node) else { return };
        let of = |quantity| number(quantity, measure, words);
        let alike =
            matches!((old.and_then(of), of(&new)), (Some(one), Some(other)) if same(one, other));
        if !alike {
            let before = old.map(shown).unwrap_or_default();
            self.differ(entry, here, id, (before, shown(&new), node.clone()), at);
        }
    }

    /// The measure word of a line, in both languages.
    pub(super) fn unit_of(&self, line: &RawAsset) -> Vec<String> {
        let resource = line.resource.as_ref().and_then(|key| self.raw.resources.get(key));
        let unit = line.unit.as_ref().or_else(|| resource.and_then(|one| one.unit.as_ref()));
        match (unit, line.kind) {
            (Some(unit), _) => [&unit.zh, &unit.en].into_iter().flatten().cloned().collect(),
            (None, Some(kind)) => {
                let usual = crate::words::assets::usual_unit(kind);
                vec![usual.zh, usual.en]
            }
            (None, None) => Vec::new(),
        }
    }

    fn add_line(&mut self, key: &str, row: u32, said: &LineSaid) {
        let here = Path::field("assets").key(key);
        let lacking = said.lacking();
        if !lacking.is_empty() {
            for id in lacking {
                self.lacks(id, key, row);
            }
            return;
        }
        self.source(here.as_str(), false);
        for id in said.filled() {
            self.source(here.key(id).as_str(), true);
        }
        let name = said.name.as_ref().map(|(name, _)| name.clone()).unwrap_or_default();
        let campus = said.campus.as_ref().map_or("", |(campus, _)| campus);
        self.out.changes.push(Change {
            what: What::Added,
            key: key.to_owned(),
            name,
            field: None,
            before: String::new(),
            after: self.known.label(Dim::Campuses, campus).to_owned(),
            path: here.to_string(),
            edit: Some(Edit::Add(said.node())),
            cell: Some(self.table.first_cell(row)),
        });
    }
}
