//! The sheets of an option as the screen of the data shows them: which cell stands
//! for which place, and what a value typed there means.

use crate::domain::{Language, Text};
use crate::scenario::path::{Path, covers};
use crate::scenario::raw::RawScenario;
use crate::scenario::tree::{Hop, Node};
use crate::workbench::case::Wish;
use crate::workbench::pages::{Cell, Change};
use crate::workbench::state::Choice;
use crate::workbook::layout::{Field, Kind};
use crate::workbook::value::{Context, Names, parse};
use crate::workbook::write::{Filled, FilledHead, FilledRow, fill};
use crate::workbook::{Value, value};

/// The sheets of an option.
pub struct Sheets {
    root: Node,
    names: Names,
    /// The sheets in the order of the workbook.
    pub all: Vec<Filled>,
    language: Language,
}

impl Sheets {
    /// Those of a scenario.
    pub fn of(raw: &RawScenario, language: Language) -> Self {
        let root = Node::of(raw);
        let names = Names::of(&root);
        let all = fill(&root, &names, language);
        Self { root, names, all, language }
    }

    /// The cells of a sheet; those are marked that one of the changes covers.
    pub fn rows(sheet: &Filled, changed: &[String]) -> Vec<Vec<Cell>> {
        let cell = |row: &FilledRow, (head, value): (&FilledHead, &Option<Value>)| {
            let path = place(row, head).unwrap_or_default();
            let marked = !path.is_empty() && changed.iter().any(|one| covers(one, &path));
            let shown = value.as_ref().map(ToString::to_string).unwrap_or_default();
            Cell { path, shown, changed: marked }
        };
        let row = |row: &FilledRow| {
            sheet.heads.iter().zip(&row.cells).map(|pair| cell(row, pair)).collect()
        };
        sheet.rows.iter().map(row).collect()
    }

    /// What a place shows.
    pub fn shown(&self, path: &str) -> String {
        let found = self.find(path);
        let value = found.and_then(|(row, column, _)| row.cells[column].as_ref());
        value.map(ToString::to_string).unwrap_or_default()
    }

    /// The number of the sheet on which a place stands.
    pub fn sheet_of(&self, path: &str) -> Option<usize> {
        self.all.iter().position(|sheet| {
            let mut rows = sheet.rows.iter().filter(|row| !row.path.is_empty());
            rows.any(|row| covers(&row.path, path))
        })
    }

    fn find(&self, path: &str) -> Option<(&FilledRow, usize, &Filled)> {
        self.all.iter().find_map(|sheet| {
            sheet.rows.iter().find_map(|row| {
                let mut heads = sheet.heads.iter();
                let column = heads.position(|head| place(row, head).as_deref() == Some(path))?;
                Some((row, column, sheet))
            })
        })
    }

    /// What a value typed into a cell means.
    ///
    /// # Errors
    ///
    /// Why it means nothing there, and what is allowed.
    pub fn wish(&self, path: &str, typed: &str) -> Result<Wish, Vec<Text>> {
        let unknown = || vec![crate::words::workbench::unknown()];
        let (row, column, sheet) = self.find(path).ok_or_else(unknown)?;
        let head = &sheet.heads[column];
        let (kind, unit) = Self::kind(row, head, sheet);
        if value::is_blank(typed) {
            return Ok(Wish::Clear(path.to_owned()));
        }
        let context = Context {
            names: &self.names,
            unit: unit.as_deref(),
            words: &head.words,
            language: self.language,
        };
        let read = parse(kind, &Value::Text(typed.to_owned()), context);
        let node = read.map_err(|wrong| [vec![wrong.message], wrong.hints].concat())?;
        Ok(Wish::Value(path.to_owned(), node.on_a_line()))
    }

    /// How a cell is read, and in which unit.
    fn kind(row: &FilledRow, head: &FilledHead, sheet: &Filled) -> (Kind, Option<String>) {
        match head.column.field {
            Field::Value => {
                let unit = sheet.heads.iter().position(|one| one.column.field == Field::Unit);
                let unit = unit.and_then(|at| row.cells[at].as_ref()).map(ToString::to_string);
                (row.kind.value.unwrap_or(Kind::Text), unit)
            }
            _ => (head.column.kind, head.unit.clone()),
        }
    }

    /// The changes of an option that count, beside what stood there before.
    pub fn changes(&self, choice: &Choice, before: &RawScenario) -> Vec<Change> {
        let before = Node::of(before);
        let sources = choice.sources();
        let change = |edit: &&crate::workbench::state::Edit| {
            let path = edit.path();
            let old = hops(path).and_then(|place| before.at(&place).map(Node::on_a_line));
            let source = sources.iter().find(|source| source.path == path);
            Change {
                mark: edit.mark(),
                subject: subject(&self.root, path, self.language),
                path: path.to_owned(),
                before: old.filter(|_| !edit.mark().contains(" + ")).unwrap_or_default(),
                after: edit.value().unwrap_or("–").to_owned(),
                source: source.map(|source| source.note.clone()).unwrap_or_default(),
            }
        };
        choice.edits().iter().map(change).collect()
    }
}

/// The path of a cell; none of a cell for reading only.
fn place(row: &FilledRow, head: &FilledHead) -> Option<String> {
    if row.path.is_empty() {
        return None;
    }
    match head.column.field {
        Field::At(below) => Some(join(&row.path, below)),
        Field::Each(map, _) => {
            let key = head.key.as_deref()?;
            Some(Path::from_text(&join(&row.path, map)).key(key).to_string())
        }
        Field::Value => Some(row.path.clone()),
        _ => None,
    }
}

fn join(above: &str, below: &str) -> String {
    match below {
        "" => above.to_owned(),
        below if below.starts_with('[') => format!("{above}{below}"),
        below => format!("{above}.{below}"),
    }
}

/// The steps of a path without wildcards and without entries called by their keys.
fn hops(path: &str) -> Option<Vec<Hop>> {
    let mut hops = Vec::new();
    let mut rest = path;
    while !rest.is_empty() {
        if let Some(inside) = rest.strip_prefix("[\"") {
            let end = inside.find("\"]")?;
            hops.push(Hop::Key(inside[..end].replace("\\\"", "\"").replace("\\\\", "\\")));
            rest = &inside[end + 2..];
        } else if let Some(inside) = rest.strip_prefix('[') {
            let end = inside.find(']')?;
            hops.push(Hop::Entry(inside[..end].parse().ok()?));
            rest = &inside[end + 1..];
        } else {
            let key = rest.strip_prefix('.').unwrap_or(rest);
            let end = key.find(['.', '[']).unwrap_or(key.len());
            hops.push(Hop::Key(key[..end].to_owned()));
            rest = &key[end..];
        }
    }
    Some(hops)
}

/// The names of what a path goes through.
fn subject(root: &Node, path: &str, language: Language) -> String {
    let Some(place) = hops(path) else {
        return String::new();
    };
    let (mut node, mut names) = (root, Vec::new());
    for hop in &place {
        let Some(next) = node.child(hop) else {
            break;
        };
        node = next;
        let field = |name: &str| {
            node.child(&Hop::Key("name".to_owned()))?.child(&Hop::Key(name.to_owned()))?.text()
        };
        let order = match language {
            Language::Zh => ["zh", "en"],
            Language::En => ["en", "zh"],
        };
        if let Some(name) = order.into_iter().find_map(field) {
            names.push(name.to_owned());
        }
        names.extend(node.keys().into_iter().map(str::to_owned));
    }
    names.join(match language {
        Language::Zh => "，",
        Language::En => ", ",
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_taken_apart_into_steps() {
        let key = |name: &str| Hop::Key(name.to_owned());
        assert_eq!(hops("a.b[3].c"), Some(vec![key("a"), key("b"), Hop::Entry(3), key("c")]));
        assert_eq!(hops("m[\"a.b\"].c"), Some(vec![key("m"), key("a.b"), key("c")]));
        assert_eq!(hops("m[x,y]"), None);
    }
}
