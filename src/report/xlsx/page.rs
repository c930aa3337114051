//! Which tables stand on which sheet, where, and under which name.

use super::arrangement::{name_of, place_of};
use crate::domain::Language;
use crate::report::appendices::appendices;
use crate::report::document::Table;
use crate::report::dossier::Dossier;
use crate::words::report as words;
use rust_xlsxwriter::{ColNum, RowNum, XlsxError};
use std::borrow::Cow;
use std::collections::BTreeSet;

/// How far below its title a table's first row stands: below a line for the way
/// back to the contents, and the heads.
pub const FIRST_ROW: RowNum = 3;
/// Rows left free between two tables.
const GAP: RowNum = 2;

/// Most characters of a sheet's name.
const LONGEST: usize = 31;

/// A table on a sheet.
#[derive(Clone, Debug)]
pub struct Page<'a> {
    /// Name of the sheet.
    pub name: String,
    /// The part of the report that the table belongs to.
    pub part: String,
    /// The table.
    pub table: Cow<'a, Table>,
    /// The row of its title, from 0.
    pub top: RowNum,
    /// The columns of tables behind which the sheet has one for keys.
    pub slots: Vec<usize>,
}

impl Page<'_> {
    /// The row of the table's heads.
    #[must_use]
    pub fn heads(&self) -> RowNum {
        self.top + FIRST_ROW - 1
    }

    /// Where a row and a column of the table stand on the sheet.
    ///
    /// # Errors
    ///
    /// When a sheet does not reach that far.
    pub fn place(&self, row: usize, column: usize) -> Result<(RowNum, ColNum), XlsxError> {
        let row = RowNum::try_from(row).ok();
        let row = row.and_then(|row| row.checked_add(self.top + FIRST_ROW));
        let keys = self.slots.iter().filter(|slot| **slot < column).count();
        let column = ColNum::try_from(column + keys).ok();
        row.zip(column).ok_or(XlsxError::RowColumnLimitError)
    }

    /// The row below its last one.
    fn end(&self) -> RowNum {
        let rows = RowNum::try_from(self.table.rows.len().max(1)).unwrap_or(RowNum::MAX);
        rows.saturating_add(self.top + FIRST_ROW)
    }
}

/// The tables of a dossier, those of a sheet one after another: the tables of
/// its document, those that only the annexes have, and the numbers of its
/// charts that are no such table. What is drawn in characters has no place: its
/// figures are in the table beside it.
#[must_use]
pub fn pages<'a>(dossier: &'a Dossier) -> Vec<Page<'a>> {
    let language = dossier.view.language;
    let own = [words::contents(), words::summary_heading(), words::charts()];
    let own = own.map(|text| dossier.view.say(&text));
    let mut found: Vec<(String, Cow<'a, Table>)> = Vec::new();
    for (part, table) in tables(dossier, &own[2]) {
        let drawn = table.columns.iter().any(|column| column.whole);
        if !drawn && !found.iter().any(|(_, known)| same(known, &table)) {
            found.push((part, table));
        }
    }
    // Tables without a place in the arrangement follow, in their order.
    found.sort_by_key(|(_, table)| place_of(table.key).unwrap_or((usize::MAX, 0)));
    let mut names = own.to_vec();
    let mut pages: Vec<Page> = Vec::new();
    let mut sheet = None;
    for (part, table) in found {
        let here = place_of(table.key).map(|(sheet, _)| sheet);
        let (name, top) = match pages.last() {
            Some(last) if here.is_some() && here == sheet => (last.name.clone(), last.end() + GAP),
            _ => {
                let name =
                    here.map_or_else(|| name(&table, language), |sheet| name_of(sheet, language));
                (free(&name, &names), 0)
            }
        };
        sheet = here;
        if names.last() != Some(&name) {
            names.push(name.clone());
        }
        pages.push(Page { name, part, table, top, slots: Vec::new() });
    }
    for sheet in pages.chunk_by_mut(|one, other| one.name == other.name) {
        let slots: BTreeSet<usize> =
            sheet.iter().flat_map(|page| page.table.keyed.iter().copied()).collect();
        for page in sheet {
            page.slots = slots.iter().copied().collect();
        }
    }
    pages
}

/// Whether two tables show the same.
fn same(one: &Table, other: &Table) -> bool {
    let key = one.key == other.key;
    one.title == other.title && (key || one.columns == other.columns && one.rows == other.rows)
}

/// All tables with the parts that they belong to; some twice.
fn tables<'a>(dossier: &'a Dossier, charts: &str) -> Vec<(String, Cow<'a, Table>)> {
    let mut tables = Vec::new();
    for section in &dossier.document.sections {
        let own = section.tables.iter().map(Cow::Borrowed);
        tables.extend(own.map(|table| (section.heading.clone(), table)));
    }
    for annex in appendices(dossier) {
        let own = annex.tables.into_iter();
        tables.extend(own.map(|table| (annex.title.clone(), table)));
    }
    for chart in &dossier.charts {
        tables.push((charts.to_owned(), Cow::Borrowed(&chart.numbers)));
    }
    tables
}

/// A name for a table: in Chinese its title without what stands in brackets,
/// in English its key, as titles are too long.
fn name(table: &Table, language: Language) -> String {
    let text = match language {
        Language::Zh => table.title.split(['（', '(']).next().unwrap_or_default(),
        Language::En => table.key,
    };
    let allowed = |character: char| match character {
        '[' | ']' | ':' | '*' | '?' | '/' | '\\' | '\'' => None,
        '_' => Some(' '),
        character if character.is_control() => None,
        character => Some(character),
    };
    let text: String = text.chars().filter_map(allowed).collect();
    let mut text = text.trim().chars();
    let first = text.next().map(char::to_uppercase);
    let text: String = first.into_iter().flatten().chain(text).collect();
    if text.is_empty() { table.key.to_owned() } else { text }
}

/// The name cut to what a sheet may have, with a number where it is taken.
fn free(name: &str, taken: &[String]) -> String {
    let is_free = |name: &String| {
        let same = |other: &String| other.to_lowercase() == name.to_lowercase();
        !taken.iter().any(same)
    };
    let plain = std::iter::once(cut(name, LONGEST));
    let numbered = (2..).map(|number: usize| {
        let number = format!(" {number}");
        cut(name, LONGEST - number.len()) + &number
    });
    let mut names = plain.chain(numbered);
    names.find(is_free).unwrap_or_default()
}

/// The beginning of a text, at most so many UTF-16 units.
fn cut(text: &str, most: usize) -> String {
    let mut left = most;
    let fits = |character: &char| {
        let fits = character.len_utf16() <= left;
        left = left.saturating_sub(character.len_utf16());
        fits
    };
    let text: String = text.chars().take_while(fits).collect();
    text.trim_end().to_owned()
}

#[cfg(test)]
mod tests {
    use super::{cut, free, name};
    use crate::domain::Language;
    use crate::report::document::Table;

    fn titled(title: &str) -> Table {
        Table::new("campus_use", title.to_owned(), String::new(), Vec::new())
    }

    #[test]
    fn names_have_no_brackets_and_nothing_that_excel_refuses() {
        let named = |title| name(&titled(title), Language::Zh);
        assert_eq!(named("各阶段校区使用（在校班级数）"), "各阶段校区使用");
        assert_eq!(named("甲/乙: [丙]*?\\丁'"), "甲乙 丙丁");
        assert_eq!(named("（无）"), "campus_use");
        assert_eq!(name(&titled("x"), Language::En), "Campus use");
    }

    #[test]
    fn names_are_short_and_differ_whatever_their_case() {
        let taken = ["Staff".to_owned(), "staff 2".to_owned()];
        assert_eq!(free("staff", &taken), "staff 3");
        let long = "各".repeat(40);
        let first = free(&long, &[]);
        assert_eq!(first.chars().count(), 31);
        let second = free(&long, &[first]);
        assert_eq!(second, "各".repeat(29) + " 2");
        assert_eq!(cut("𠮷𠮷", 3), "𠮷");
    }
}
