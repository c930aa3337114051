//! A list as a table: the sheet, its heads, and the rows that are entries.

use super::body::{self, Skipped};
use super::columns::{Column, Stated, meant};
use super::fields::{self, Content, Fate, Field};
use super::file::Book;
use super::heads::{self, Heads};
use super::kind::ListKind;
use super::mapping::{Filled, MappedColumn, MappedName, Mapping, Mappings};
use super::{identity, shift};
use crate::diagnostic::{Cell, Diagnostic, Severity};
use crate::domain::{Language, Text};
use crate::words::lists as words;
use crate::workbook::value::{folded, is_blank, tidy};
use crate::workbook::{Cells, Spot, Value};

/// What a user asks for.
#[allow(clippy::struct_excessive_bools)] // choices that do not depend on one another
#[derive(Clone, Debug)]
pub struct Asked {
    /// What the list is taken for.
    pub kind: ListKind,
    /// The sheet; the first with heads if absent.
    pub sheet: Option<String>,
    /// The first row of the heads, from 1.
    pub header: Option<u32>,
    /// Columns by head or letter, with the field.
    pub columns: Vec<(String, String)>,
    /// Fields with the value where the list says nothing.
    pub fill: Vec<(String, String)>,
    /// Names in the list with what they mean.
    pub names: Vec<(String, String)>,
    /// Mappings of earlier lists.
    pub mappings: Option<Mappings>,
    /// Whether the year of birth is read from the identity number.
    pub birth_year_from_id: bool,
    /// Ages at which men and women retire, for those whose age is not said.
    pub retirement_ages: Option<(u32, u32)>,
    /// Whether what the list lacks is removed.
    pub drop_missing: bool,
    /// Whether rows with unknown names are left out.
    pub skip_unmatched: bool,
    /// Whether staff counts of the list's campuses are removed.
    pub replace_counts: bool,
    /// The language of hints that name entries.
    pub language: Language,
}

/// A list as a table.
#[derive(Debug)]
pub struct Table<'c> {
    /// What it is taken for.
    pub kind: ListKind,
    /// Its cells.
    pub cells: &'c Cells,
    /// Its heads.
    pub heads: Heads,
    /// By how many columns the body stands to the right of the heads.
    pub shift: i32,
    /// The rows that are entries.
    pub rows: Vec<u32>,
    /// The rows that are none.
    pub skipped: Vec<(u32, Skipped)>,
    /// Values that are filled in: field and value.
    pub fill: Vec<(&'static Field, String)>,
    /// Names with what they mean.
    pub names: Vec<(String, String)>,
    /// Other sheets that have heads of the kind.
    pub others: Vec<String>,
    /// What someone should look at.
    pub found: Vec<Diagnostic>,
}

/// What a row says in a field.
#[derive(Clone, Debug)]
pub struct Said {
    /// The value.
    pub value: Value,
    /// Where it stands; for messages, so without what is personal.
    pub cell: Cell,
    /// Whether it is filled in rather than said by the list.
    pub filled: bool,
}

/// Something about the list as a whole.
pub(super) fn finding(
    severity: Severity,
    cell: Option<Cell>,
    message: Text,
    hints: Vec<Text>,
) -> Diagnostic {
    Diagnostic { severity, file: 0, path: String::new(), position: None, cell, message, hints }
}

fn error(message: Text, hints: Vec<Text>) -> Vec<Diagnostic> {
    vec![finding(Severity::Error, None, message, hints)]
}

/// Finds the table of a list.
///
/// # Errors
///
/// When no sheet has heads of the kind, or what the user says of columns or
/// fields can't be understood.
pub fn table<'c>(book: &'c Book, asked: &Asked) -> Result<Table<'c>, Vec<Diagnostic>> {
    let stated = stated(asked)?;
    let (cells, heads, others) = choose(book, asked, &known_heads(asked, &stated))?;
    let heads = mapped(cells, heads, asked, stated)?;
    let mapping = asked.mappings.as_ref();
    let mapping = mapping.and_then(|all| all.find(asked.kind, &heads.fingerprint(asked.kind)));
    let (rows, skipped) = body::rows(cells, &heads);
    let shift = shift::shift(cells, &heads, &rows);
    let mut table = Table {
        kind: asked.kind,
        cells,
        heads,
        shift,
        rows,
        skipped,
        fill: filled(asked, mapping)?,
        names: named(asked, mapping),
        others,
        found: Vec::new(),
    };
    table.look();
    Ok(table)
}

/// What the command line says of columns.
fn stated(asked: &Asked) -> Result<Stated, Vec<Diagnostic>> {
    let mut stated = Stated::new();
    for (head, field) in &asked.columns {
        let Some(said) = meant(asked.kind, field, true) else {
            return Err(error(words::no_field(field), vec![fields_of(asked.kind)]));
        };
        stated.insert(folded(head), said);
    }
    Ok(stated)
}

/// What any mapping of the kind says of columns, and the command line: heads
/// that nobody but a mapping knows are found by it.
fn known_heads(asked: &Asked, stated: &Stated) -> Stated {
    let lists = asked.mappings.iter().flat_map(|all| &all.lists);
    let same = lists.filter(|one| one.kind == Some(asked.kind));
    let mut all: Stated = same.flat_map(|one| one.stated(asked.kind)).collect();
    all.extend(stated.clone());
    all
}

/// The fields that a list of the kind may have, as a hint.
pub(super) fn fields_of(kind: ListKind) -> Text {
    let kept = fields::of(kind)
        .iter()
        .filter(|field| matches!(field.fate, Fate::Match | Fate::Kept | Fate::Used));
    let kept: Vec<&Field> = kept.collect();
    let zh: Vec<&str> = kept.iter().map(|field| field.title.0).collect();
    let en: Vec<&str> = kept.iter().map(|field| field.title.1).collect();
    words::fields(&zh.join("、"), &en.join(", "))
}

type Chosen<'c> = (&'c Cells, Heads, Vec<String>);

/// The sheet: the one asked for, else the program's own of the kind, else the
/// first that has heads and is not hidden.
fn choose<'c>(
    book: &'c Book,
    asked: &Asked,
    stated: &Stated,
) -> Result<Chosen<'c>, Vec<Diagnostic>> {
    let kind = asked.kind;
    let at = asked.header.map(|row| row.saturating_sub(1));
    let names =
        || book.sheets.iter().map(|sheet| sheet.name.as_str()).collect::<Vec<_>>().join("、");
    let none = || {
        error(
            words::no_heads(kind.title().0, kind.title().1),
            vec![fields_of(kind), words::say_header()],
        )
    };
    if let Some(name) = &asked.sheet {
        let is = |sheet: &&Cells| folded(&sheet.name) == folded(name);
        let Some(sheet) = book.sheets.iter().find(is) else {
            return Err(error(words::no_sheet(name), vec![words::sheets(&names())]));
        };
        let heads = heads::find(sheet, kind, stated, at).ok_or_else(none)?;
        return Ok((sheet, heads, Vec::new()));
    }
    let shown = book.sheets.iter().filter(|sheet| !sheet.hidden);
    let with_heads = |sheet: &'c Cells| Some((sheet, heads::find(sheet, kind, stated, at)?));
    let mut fitting: Vec<(&Cells, Heads)> = shown.filter_map(with_heads).collect();
    let own = fitting.iter().position(|(sheet, _)| is_own(kind, &sheet.name)).unwrap_or(0);
    if fitting.is_empty() {
        return Err(none());
    }
    let (sheet, heads) = fitting.remove(own);
    let others = fitting.iter().map(|(sheet, _)| sheet.name.clone()).collect();
    Ok((sheet, heads, others))
}

/// Whether a sheet is the scenario workbook's own for the kind.
fn is_own(kind: ListKind, name: &str) -> bool {
    let names: &[&str] = match kind {
        ListKind::Roster => &["教职工名册", "Roster"],
        ListKind::Assets => &["资产", "Assets"],
        ListKind::Cohorts => &["在校班级", "Cohorts"],
        ListKind::Pupils => &[],
    };
    names.contains(&name)
}

/// The heads read again with the mapping of the same form, if there are
/// mappings.
fn mapped(
    cells: &Cells,
    heads: Heads,
    asked: &Asked,
    stated: Stated,
) -> Result<Heads, Vec<Diagnostic>> {
    let Some(mappings) = &asked.mappings else {
        return Ok(heads);
    };
    let kind = asked.kind;
    let Some(mapping) = mappings.find(kind, &heads.fingerprint(kind)) else {
        return Err(error(no_mapping(mappings, &heads, kind), vec![words::map_again()]));
    };
    let mut all: Stated = mapping.stated(kind);
    all.extend(stated);
    let at = Some(heads.row);
    Ok(heads::find(cells, kind, &all, at).filter(|new| new.depth == heads.depth).unwrap_or(heads))
}

/// In what a list differs from the nearest one that has a mapping.
fn no_mapping(mappings: &Mappings, heads: &Heads, kind: ListKind) -> Text {
    let own: Vec<String> = heads.columns.iter().map(|column| column.head.clone()).collect();
    let Some(near) = mappings.nearest(kind, &own) else {
        return words::map_of_other_kinds(kind.title().0, kind.title().1);
    };
    let known: Vec<&String> = near.columns.iter().map(|column| &column.head).collect();
    let lacks = |all: &[&String], head: &str| !all.iter().any(|one| folded(one) == folded(head));
    let own_refs: Vec<&String> = own.iter().collect();
    let gone = known.iter().filter(|head| lacks(&own_refs, head)).map(|head| head.as_str());
    let new = own.iter().filter(|head| lacks(&known, head)).map(String::as_str);
    words::map_does_not_fit(&quoted(gone), &quoted(new))
}

fn quoted<'t>(texts: impl Iterator<Item = &'t str>) -> String {
    let all: Vec<&str> = texts.collect();
    if all.is_empty() { "–".to_owned() } else { all.join("、") }
}

fn filled(
    asked: &Asked,
    mapping: Option<&Mapping>,
) -> Result<Vec<(&'static Field, String)>, Vec<Diagnostic>> {
    let kept = mapping.map_or(&[][..], |mapping| &mapping.fill);
    let kept = kept.iter().map(|one| (one.field.clone(), one.value.clone()));
    let mut all: Vec<(&'static Field, String)> = Vec::new();
    for (name, value) in asked.fill.iter().cloned().chain(kept) {
        let known = fields::find(asked.kind, &name)
            .filter(|field| matches!(field.fate, Fate::Kept | Fate::Used));
        let Some(field) = known else {
            return Err(error(words::no_field(&name), vec![fields_of(asked.kind)]));
        };
        if !all.iter().any(|(known, _)| known.id == field.id) {
            all.push((field, value));
        }
    }
    Ok(all)
}

/// Names of the command line before those of the mapping.
fn named(asked: &Asked, mapping: Option<&Mapping>) -> Vec<(String, String)> {
    let kept = mapping.map_or(&[][..], |mapping| &mapping.names);
    let kept = kept.iter().map(|one| (one.name.clone(), one.means.clone()));
    asked.names.iter().cloned().chain(kept).collect()
}

impl Table<'_> {
    /// The mapping that makes the next list of this form be read alike.
    pub fn mapping(&self, list: &str) -> Mapping {
        let column = |column: &Column| MappedColumn {
            head: column.head.clone(),
            field: column.field.map(|field| field.id.to_owned()).unwrap_or_default(),
            unit: column.unit.clone(),
        };
        Mapping {
            fingerprint: self.heads.fingerprint(self.kind),
            kind: Some(self.kind),
            list: list.to_owned(),
            columns: self.heads.columns.iter().map(column).collect(),
            names: self
                .names
                .iter()
                .map(|(name, means)| MappedName { name: name.clone(), means: means.clone() })
                .collect(),
            fill: self
                .fill
                .iter()
                .map(|(field, value)| Filled { field: field.id.to_owned(), value: value.clone() })
                .collect(),
        }
    }

    /// What stands below a column in a row.
    pub fn value(&self, row: u32, column: &Column) -> Option<&Value> {
        let at = column.at.checked_add_signed(self.shift)?;
        self.cells.get(row, at).filter(|value| !is_blank(&value.to_string()))
    }

    /// What a row says in a field: in its cell, or filled in.
    pub fn said(&self, row: u32, id: &str) -> Option<Said> {
        if let Some(column) = self.heads.column(id)
            && let Some(value) = self.value(row, column)
        {
            return Some(Said {
                value: value.clone(),
                cell: self.cell(row, column),
                filled: false,
            });
        }
        let (field, value) = self.fill.iter().find(|(field, _)| field.id == id)?;
        let cell = Cell {
            sheet: self.cells.name.clone(),
            name: format!("{}", row + 1),
            head: field.title.0.to_owned(),
            value: value.clone(),
        };
        Some(Said { value: Value::Text(tidy(value).to_owned()), cell, filled: true })
    }

    /// The cell of a column in a row, without what is personal.
    pub fn cell(&self, row: u32, column: &Column) -> Cell {
        let at = column.at.checked_add_signed(self.shift).unwrap_or(column.at);
        Cell {
            sheet: self.cells.name.clone(),
            name: Spot { row, column: at }.to_string(),
            head: column.head.clone(),
            value: self.shown(row, column),
        }
    }

    /// What may be shown of a value.
    pub fn shown(&self, row: u32, column: &Column) -> String {
        let Some(value) = self.value(row, column) else {
            return String::new();
        };
        let text = value.to_string();
        let text = tidy(&text);
        match column.field {
            Some(field) if field.content == Content::Identity => identity::masked(text),
            Some(field) if field.fate == Fate::Personal => "＊".repeat(2),
            _ if identity::looks_like_one(value) => identity::masked(text),
            _ => text.to_owned(),
        }
    }

    /// The first cell of a row, for findings about the whole of it.
    pub fn first_cell(&self, row: u32) -> Cell {
        let first = self.cells.row(row).next().map_or(0, |(column, _)| column);
        let name = Spot { row, column: first }.to_string();
        Cell { sheet: self.cells.name.clone(), name, head: String::new(), value: String::new() }
    }

    /// Notes what a user should look at before the rows are taken.
    fn look(&mut self) {
        let mut warn = |cell, message, hints| {
            self.found.push(finding(Severity::Warning, cell, message, hints));
        };
        if self.shift != 0 {
            let cell = self.rows.first().map(|row| Cell {
                sheet: self.cells.name.clone(),
                name: Spot { row: *row, column: 0 }.to_string(),
                head: String::new(),
                value: String::new(),
            });
            let (zh, en) = if self.shift > 0 { ("右", "right") } else { ("左", "left") };
            warn(cell, words::off_by_one(zh, en), vec![words::look_at_preview()]);
        }
        let hidden = |row: &&u32| self.cells.hidden_rows.contains(row);
        let hidden: Vec<u32> = self.rows.iter().filter(hidden).copied().collect();
        if let Some(first) = hidden.first() {
            let cell = Cell {
                sheet: self.cells.name.clone(),
                name: Spot { row: *first, column: 0 }.to_string(),
                head: String::new(),
                value: String::new(),
            };
            warn(Some(cell), words::hidden_rows(hidden.len()), Vec::new());
        }
        if !self.others.is_empty() {
            let others = self.others.join("、");
            warn(None, words::other_sheets(&self.cells.name, &others), Vec::new());
        }
    }
}
