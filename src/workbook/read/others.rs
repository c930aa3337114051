//! The sheet of fields without a column: path and RON value.

use super::tree::Steps;
use super::{Place, Said};
use crate::scenario::tree::{Hop, Node};
use crate::words::workbook as words;
use crate::workbook::grid::{Cells, Spot};
use crate::workbook::layout::{Part, Special, special};
use crate::workbook::schema::{Step, scenario};
use crate::workbook::value::{is_blank, is_comment, tidy};
use serde::de::IgnoredAny;

impl Said {
    /// Puts the values of the sheet where their paths lead.
    pub(super) fn read_others(&mut self, book: &[Cells]) {
        let is = |cells: &&Cells| special(&cells.name) == Some(Special::Other);
        let Some(sheet) = book.iter().find(is) else {
            return;
        };
        let text = |row, column| sheet.get(row, column).map(ToString::to_string);
        let heads = |row: &u32| {
            let first = text(*row, 0).unwrap_or_default();
            ["字段路径", "路径", "Path"].contains(&tidy(&first))
        };
        let below = sheet.rows().into_iter().find(heads).map_or(0, |row| row + 1);
        for row in sheet.rows().into_iter().filter(|row| *row >= below) {
            let (Some(path), Some(value)) = (text(row, 0), text(row, 1)) else {
                continue;
            };
            if is_blank(&path) || is_blank(&value) || is_comment(&path) {
                continue;
            }
            let at = |column| Place::new(sheet, Spot { row, column }, tidy(&path));
            let Some(steps) = steps(tidy(&path)) else {
                self.error(Some(at(0)), words::bad_path(tidy(&path)), Vec::new());
                continue;
            };
            if let Err(why) = ron::from_str::<IgnoredAny>(&value) {
                let hint = crate::words::diagnostics::parser_says(&why.to_string());
                self.error(Some(at(1)), crate::words::diagnostics::syntax(&value), vec![hint]);
                continue;
            }
            let path = steps.path();
            self.sheets.add(path.as_str(), at(1).cell());
            // The text as it stands is the value of the file.
            let node = Node::Word(value);
            match steps.slot(&mut self.root) {
                Some(slot) if slot.is_unsaid() => *slot = node,
                Some(_) => self.error(Some(at(1)), words::twice_said(path.as_str()), Vec::new()),
                None => self.error(Some(at(0)), words::bad_path(path.as_str()), Vec::new()),
            }
        }
    }
}

/// The place that a path means.
fn steps(path: &str) -> Option<Steps> {
    let (mut parts, mut hops) = (Vec::new(), Vec::new());
    let mut schema = scenario();
    for name in names(path)? {
        let (part, hop, below) = match name {
            Name::Entry(index) => (Part::Entry, Hop::Entry(index), schema.entry()?),
            Name::Key(name) => {
                let (step, below) = schema.step(&name)?;
                let part = if step == Step::Field { Part::Field("") } else { Part::Key };
                (part, Hop::Key(name), below)
            }
        };
        parts.push(part);
        hops.push(hop);
        schema = below;
    }
    (!parts.is_empty()).then(|| Steps::new(&parts, hops))
}

/// Most entries of a list that a path may name.
const MOST_ENTRIES: usize = 100_000;

#[derive(Debug, PartialEq)]
enum Name {
    Key(String),
    Entry(usize),
}

/// The steps of a path as text: `a.b[3]["c.d"]`.
fn names(path: &str) -> Option<Vec<Name>> {
    let mut names = Vec::new();
    let mut rest = path;
    while !rest.is_empty() {
        if let Some(quoted) = rest.strip_prefix("[\"") {
            let end = end_of_quoted(quoted)?;
            names.push(Name::Key(ron::from_str(&format!("\"{}\"", &quoted[..end])).ok()?));
            rest = quoted[end..].strip_prefix("\"]")?;
        } else if let Some(index) = rest.strip_prefix('[') {
            let (index, after) = index.split_once(']')?;
            let index = index.trim().parse().ok().filter(|index| *index < MOST_ENTRIES)?;
            names.push(Name::Entry(index));
            rest = after;
        } else {
            let rest_of = rest.strip_prefix('.').unwrap_or(rest);
            let end = rest_of.find(['.', '[']).unwrap_or(rest_of.len());
            if end == 0 {
                return None;
            }
            names.push(Name::Key(rest_of[..end].to_owned()));
            rest = &rest_of[end..];
        }
    }
    Some(names)
}

/// Where a text in quotes ends.
fn end_of_quoted(text: &str) -> Option<usize> {
    let mut escaped = false;
    text.char_indices().find_map(|(at, letter)| {
        let ends = letter == '"' && !escaped;
        escaped = letter == '\\' && !escaped;
        ends.then_some(at)
    })
}

#[cfg(test)]
mod tests {
    use super::{Name, names};

    #[test]
    fn paths_are_read_as_they_are_written() {
        let key = |text: &str| Name::Key(text.to_owned());
        assert_eq!(names("a.b[3].c"), Some(vec![key("a"), key("b"), Name::Entry(3), key("c")]));
        assert_eq!(names("a[\"b.\\\"c\"].d"), Some(vec![key("a"), key("b.\"c"), key("d")]));
        for text in [".", "a..b", "a[", "a[x]", "a[\"b]", "a[99999999]"] {
            assert_eq!(names(text), None, "{text}");
        }
    }
}
