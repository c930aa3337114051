//! Reading the cells of rows, and noting what is wrong with them.

use super::changes::{Change, Edit, Origin, Outcome, What};
use super::fields::{Content, Field, find};
use super::identity;
use super::kind::ListKind;
use super::names::{Known, note};
use super::table::{Asked, Said, Table, finding};
use crate::diagnostic::{Cell, Severity};
use crate::domain::Text;
use crate::scenario::path::Path;
use crate::scenario::raw::RawScenario;
use crate::scenario::tree::Node;
use crate::words::lists as words;
use crate::workbook::Value;
use crate::workbook::layout::{Bi, Dim, Kind};
use crate::workbook::value::{Context, Wrong, parse, tidy};
use std::collections::BTreeMap;

/// Most findings of a kind that are reported one by one.
const MOST_FOUND: usize = 200;

/// The fields that are figures, which need a source.
const FIGURES: [&str; 6] = ["load", "retires", "retirement_age", "number", "value", "valued"];

/// A list being taken into a scenario.
pub struct Taking<'t> {
    pub table: &'t Table<'t>,
    pub raw: &'t RawScenario,
    pub asked: &'t Asked,
    pub known: Known<'t>,
    pub out: Outcome,
    /// Whether something in the row can't be used.
    pub unreadable: bool,
    /// What new entries lack: field, with the cells of the rows.
    lacking: BTreeMap<&'static str, Vec<(String, Cell)>>,
}

impl<'t> Taking<'t> {
    pub fn new(table: &'t Table<'t>, raw: &'t RawScenario, asked: &'t Asked) -> Self {
        let known = Known::new(raw, &table.names, asked.language);
        let out = Outcome { found: table.found.clone(), ..Outcome::default() };
        Self { table, raw, asked, known, out, unreadable: false, lacking: BTreeMap::new() }
    }

    /// Notes an error in a cell; the row is not taken.
    pub fn wrong(&mut self, cell: Cell, wrong: Wrong) {
        self.unreadable = true;
        let errors = self.out.found.len();
        if errors < MOST_FOUND {
            let one = finding(Severity::Error, Some(cell), wrong.message, wrong.hints);
            self.out.found.push(one);
        } else if errors == MOST_FOUND {
            let more = crate::words::diagnostics::more_errors();
            self.out.found.push(finding(Severity::Error, None, more, Vec::new()));
        }
    }

    /// Notes something to look at.
    pub fn warn(&mut self, cell: Option<Cell>, message: Text, hints: Vec<Text>) {
        let warnings = |one: &&crate::diagnostic::Diagnostic| one.severity == Severity::Warning;
        if self.out.found.iter().filter(warnings).count() < MOST_FOUND {
            self.out.found.push(finding(Severity::Warning, cell, message, hints));
        }
    }

    /// What a row says in a field; error values and formulas without a result
    /// are errors.
    pub fn said(&mut self, row: u32, id: &str) -> Option<Said> {
        let said = self.table.said(row, id)?;
        if matches!(said.value, Value::Error(_) | Value::Unsaved(_)) {
            if let Err(wrong) = self.parsed(Kind::Text, &said, None, &[]) {
                self.wrong(said.cell, wrong);
            }
            return None;
        }
        if self.misplaced(id, &said) {
            let (message, hints) = (words::identity_here(), vec![words::look_at_columns()]);
            self.wrong(said.cell, Wrong { message, hints });
            return None;
        }
        Some(said)
    }

    /// Whether an identity number stands where none belongs: it would be kept
    /// or shown. The numbers of assets are codes of any kind, some of 18 digits
    /// with a date in them: they are taken as they are.
    fn misplaced(&self, id: &str, said: &Said) -> bool {
        match (self.table.kind, id) {
            (_, "identity" | "student_number") | (ListKind::Assets, "key") => false,
            (ListKind::Assets, _) => {
                let whole = said.value.to_string().trim().chars().count() == 18;
                whole && matches!(identity::read(&said.value), identity::Identity::Year(_))
            }
            _ => identity::looks_like_one(&said.value),
        }
    }

    /// The number by which a row is matched. One of more digits than a number
    /// keeps has lost its last ones.
    pub fn key(&mut self, row: u32) -> Option<String> {
        let (text, said) = self.text(row, "key")?;
        if matches!(said.value, Value::Number(number) if number.abs() >= 1e15) {
            let (message, hints) = (words::rounded_key(), vec![words::keep_as_text()]);
            self.wrong(said.cell, Wrong { message, hints });
        }
        Some(text)
    }

    fn parsed(
        &self,
        kind: Kind,
        said: &Said,
        unit: Option<&str>,
        words: &[String],
    ) -> Result<Node, Wrong> {
        let language = self.asked.language;
        parse(kind, &said.value, Context { names: &self.known.names, unit, words, language })
    }

    /// A value of the format.
    pub fn read(&mut self, row: u32, id: &str, kind: Kind) -> Option<(Node, Said)> {
        self.read_in(row, id, kind, None, &[])
    }

    /// A value of the format, with the unit of bare numbers.
    pub fn read_in(
        &mut self,
        row: u32,
        id: &str,
        kind: Kind,
        unit: Option<&str>,
        words: &[String],
    ) -> Option<(Node, Said)> {
        let said = self.said(row, id)?;
        match self.parsed(kind, &said, unit, words) {
            Ok(node) => Some((node, said)),
            Err(wrong) => {
                self.wrong(said.cell, wrong);
                None
            }
        }
    }

    /// A text without padding.
    pub fn text(&mut self, row: u32, id: &str) -> Option<(String, Said)> {
        let said = self.said(row, id)?;
        let text = tidy(&said.value.to_string()).replace(['\n', '\r'], " ");
        (!text.is_empty()).then_some((text, said))
    }

    /// The key of the entry that a row names; one that is not known is noted.
    pub fn refer(&mut self, row: u32, id: &str, of: Dim) -> Option<(String, Said)> {
        let (text, said) = self.text(row, id)?;
        let key = self.find(of, &text, &said)?;
        Some((key, said))
    }

    /// The keys of the entries that a row names.
    pub fn refers(&mut self, row: u32, id: &str, of: Dim) -> Option<(Vec<String>, Said)> {
        let (text, said) = self.text(row, id)?;
        if let Some(key) = self.known.find(of, &text) {
            return Some((vec![key], said));
        }
        if ["无", "none", "[]"].contains(&text.as_str()) {
            return Some((Vec::new(), said));
        }
        let mut keys: Vec<String> = Vec::new();
        for part in self.parts(of, &text) {
            let key = self.find(of, &part, &said)?;
            if !keys.contains(&key) {
                keys.push(key);
            }
        }
        Some((keys, said))
    }

    /// The names in a text. A space parts them only where both sides are known:
    /// English names have spaces.
    fn parts(&self, of: Dim, text: &str) -> Vec<String> {
        let between = |letter: char| "、;；,，/／\n".contains(letter);
        let mut all = Vec::new();
        for part in text.split(between).map(tidy).filter(|part| !part.is_empty()) {
            let words: Vec<&str> = part.split_whitespace().collect();
            let known = |word: &&str| self.known.find(of, word).is_some();
            if self.known.find(of, part).is_none() && words.iter().any(known) {
                all.extend(words.into_iter().map(str::to_owned));
            } else {
                all.push(part.to_owned());
            }
        }
        all
    }

    fn find(&mut self, of: Dim, text: &str, said: &Said) -> Option<String> {
        let key = self.known.find(of, text);
        if key.is_none() {
            self.unknown(of, text, said.cell.clone());
        }
        key
    }

    /// Notes a name that the scenario does not know; the row is not taken.
    pub fn unknown(&mut self, of: Dim, name: &str, cell: Cell) {
        self.unreadable = true;
        let known = &self.known;
        note(&mut self.out.unmatched, (of.noun(), name), cell, || known.near(of, name));
    }

    /// Notes that a new entry lacks a field.
    pub fn lacks(&mut self, id: &'static str, key: &str, row: u32) {
        self.unreadable = true;
        let cell = self.table.first_cell(row);
        self.lacking.entry(id).or_default().push((key.to_owned(), cell));
    }

    /// Notes that an entry has another value in a field than the list says.
    pub fn change(&mut self, entry: &Entry<'_>, changed: Changed<'_>) {
        let field = find(self.table.kind, changed.id).map(|field: &Field| field.title);
        let path = changed.path.to_string();
        if changed.figure {
            self.source(&path, changed.said.filled);
        }
        self.out.changes.push(Change {
            what: What::Changed,
            key: entry.key.to_owned(),
            name: entry.name.to_owned(),
            field,
            before: changed.before,
            after: changed.after,
            path,
            edit: Some(Edit::Set(changed.node)),
            cell: Some(changed.said.cell.clone()),
        });
    }

    /// The same, of the field's own place below the entry: what the scenario
    /// says, what the list says, and that as a value of the format.
    pub fn differ(
        &mut self,
        entry: &Entry<'_>,
        here: &Path,
        id: &'static str,
        (before, after, node): (String, String, Node),
        said: &Said,
    ) {
        let figure = FIGURES.contains(&id);
        self.change(entry, Changed { id, path: here.key(id), before, after, node, said, figure });
    }

    /// Gives a figure its source.
    pub fn source(&mut self, path: &str, filled: bool) {
        let origin = if filled { Origin::Filled } else { Origin::List };
        self.out.sources.push((path.to_owned(), origin));
    }

    /// Notes that the list has no row for an entry.
    pub fn missing(&mut self, entry: &Entry<'_>, path: &Path, before: String) {
        let drop = self.asked.drop_missing;
        self.out.changes.push(Change {
            what: if drop { What::Removed } else { What::Missing },
            key: entry.key.to_owned(),
            name: entry.name.to_owned(),
            field: None,
            before,
            after: String::new(),
            path: path.to_string(),
            edit: drop.then_some(Edit::Remove),
            cell: None,
        });
    }

    /// What comes of it. Unknown names are errors unless their rows are to be
    /// left out.
    pub fn finished(mut self) -> Outcome {
        for (id, rows) in std::mem::take(&mut self.lacking) {
            let title = find(self.table.kind, id).map_or(Bi(id, id), |field| field.title);
            let (key, cell) = rows[0].clone();
            let message = words::lacks(title.0, title.1, rows.len(), &key);
            let hints = vec![words::fill_in(title.0, title.1)];
            self.out.found.push(finding(Severity::Error, Some(cell), message, hints));
        }
        let severity = if self.asked.skip_unmatched { Severity::Warning } else { Severity::Error };
        for one in &self.out.unmatched {
            let message = words::unmatched(one.noun.0, one.noun.1, &one.name, one.rows);
            let mut hints = one.hints.clone();
            if severity == Severity::Error {
                hints.push(words::say_name(&one.name));
            }
            let cell = one.cells.first().cloned();
            self.out.found.push(finding(severity, cell, message, hints));
        }
        self.out
    }

    /// Whether a column of the list, or a value that is filled in, says a
    /// field.
    pub fn has(&self, id: &str) -> bool {
        let filled = self.table.fill.iter().any(|(field, _)| field.id == id);
        filled || self.table.heads.column(id).is_some()
    }

    /// The unit of the money in a column: as its head says, else yuan, in
    /// which registers are kept.
    pub fn money_unit(&self, id: &str) -> String {
        let column = self.table.heads.column(id);
        let money = column
            .filter(|column| column.field.is_some_and(|field| field.content == Content::Money));
        money.and_then(|column| column.unit.clone()).unwrap_or_else(|| "元".to_owned())
    }
}

/// An entry of the scenario, for readers.
#[derive(Clone, Copy, Debug)]
pub struct Entry<'e> {
    pub key: &'e str,
    pub name: &'e str,
}

/// A field of an entry that the list says otherwise.
pub struct Changed<'c> {
    pub id: &'static str,
    pub path: Path,
    pub before: String,
    pub after: String,
    pub node: Node,
    pub said: &'c Said,
    /// Whether it is a figure, which needs a source.
    pub figure: bool,
}
