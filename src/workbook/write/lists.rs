//! Lists to choose from: words, terms, and the names on the sheets of what
//! others refer to.

use super::{Export, Filled};
use crate::domain::{Language, Term};
use crate::scenario::tree::{Hop, Node};
use crate::workbook::layout::{Dim, Field, Kind, Label, Special};
use crate::workbook::style::Style;
use crate::workbook::value::term_label;
use rust_xlsxwriter::{
    ColNum, DataValidation, DataValidationErrorStyle, Formula, RowNum, Worksheet, XlsxError,
};

/// Rows below the last entry of a sheet that lists take in, for new entries.
const SPARE: u32 = 200;

/// The lists of a workbook.
pub struct Lists {
    language: Language,
    /// The texts of each list.
    columns: Vec<(String, Vec<String>)>,
    /// Where the names of entries stand: sheet, column, last row.
    names: Vec<(Dim, String)>,
}

impl Lists {
    pub fn new(export: &Export, language: Language) -> Self {
        let names = Dim::ALL.iter().filter_map(|of| {
            let is = |filled: &&Filled| filled.layout.rows.iter().any(|row| row.at == of.entries());
            let filled = export.sheets.iter().find(is)?;
            range(export, *of, filled, language).map(|range| (*of, range))
        });
        let names = names.collect();
        let mut lists = Self { language, columns: Vec::new(), names };
        let terms = terms(&export.root);
        let terms = terms.into_iter().map(|term| term_label(term, language)).collect();
        lists.columns.push(("terms".to_owned(), terms));
        lists
    }

    /// The choice for a cell.
    pub fn choice(&self, kind: Kind) -> Option<DataValidation> {
        let new = || DataValidation::new().ignore_blank(true);
        match kind {
            Kind::Ref(of) => {
                let (_, range) = self.names.iter().find(|(known, _)| *known == of)?;
                let warned = new().set_error_style(DataValidationErrorStyle::Warning);
                Some(warned.allow_list_formula(Formula::new(range)))
            }
            Kind::Term => {
                let range = self.range("terms")?;
                Some(new().show_error_message(false).allow_list_formula(Formula::new(range)))
            }
            kind => {
                let labels = kind.labels()?;
                let range = self.range(&list_name(labels))?;
                Some(new().allow_list_formula(Formula::new(range)))
            }
        }
    }

    /// Takes in the words of a kind of cell.
    pub fn with(mut self, kinds: impl Iterator<Item = Kind>) -> Self {
        for labels in kinds.filter_map(Kind::labels) {
            let name = list_name(labels);
            if self.columns.iter().all(|(known, _)| *known != name) {
                let words = labels.iter().map(|label| label.name.get(self.language).to_owned());
                self.columns.push((name, words.collect()));
            }
        }
        self
    }

    fn range(&self, name: &str) -> Option<String> {
        let at = self.columns.iter().position(|(known, _)| known == name)?;
        let count = self.columns[at].1.len();
        if count == 0 {
            return None;
        }
        let letter = letters(u32::try_from(at).ok()?);
        let sheet = Special::Lists.title().get(self.language);
        Some(format!("='{sheet}'!${letter}$2:${letter}${}", count + 1))
    }

    /// Writes the sheet of lists.
    pub fn write(&self, sheet: &mut Worksheet, style: &Style) -> Result<(), XlsxError> {
        sheet.set_name(Special::Lists.title().get(self.language))?;
        for (column, (name, texts)) in (0 as ColNum..).zip(&self.columns) {
            sheet.write_string_with_format(0, column, name, &style.head())?;
            for (row, text) in (1 as RowNum..).zip(texts) {
                sheet.write_string_with_format(row, column, text, &style.plain())?;
            }
        }
        sheet.set_hidden(true);
        Ok(())
    }
}

/// A list of words is called by them.
fn list_name(labels: &[Label]) -> String {
    let words: Vec<&str> = labels.iter().map(|label| label.word).collect();
    words.join("/")
}

/// The column of names of a sheet, if each name finds its entry again.
fn range(export: &Export, of: Dim, filled: &Filled, language: Language) -> Option<String> {
    let head_of = |path: &'static str| {
        filled.heads.iter().position(|head| head.column.field == Field::At(path))
    };
    let column = head_of("name").or_else(|| match language {
        Language::Zh => head_of("name.zh"),
        Language::En => head_of("name.en"),
    })?;
    let keyed = |one: &&crate::workbook::value::Named| {
        export.names.label(of, &one.key, language) == one.key
    };
    let names = export.names.of_dim(of);
    let by_name = names.iter().filter(keyed).count() * 2 <= names.len();
    let own = filled.heads.iter().position(|head| head.column.field == Field::Key("key"))?;
    let letter = letters(u32::try_from(if by_name { column } else { own }).ok()?);
    let rows = u32::try_from(filled.rows.len()).ok()?;
    let (first, last) = (Filled::FIRST + 1, Filled::FIRST + rows + SPARE);
    Some(format!("='{}'!${letter}${first}:${letter}${last}", filled.name))
}

/// The letters of a column.
fn letters(column: u32) -> String {
    let spot = crate::workbook::Spot { row: 0, column };
    spot.to_string().trim_end_matches('1').to_owned()
}

/// The terms of the horizon, and those of the cohorts before it.
fn terms(root: &Node) -> Vec<Term> {
    let calendar =
        |field: &str| root.at(&[Hop::Key("calendar".to_owned()), Hop::Key(field.to_owned())]);
    let first =
        calendar("first_term").and_then(Node::text).and_then(|text| text.parse::<Term>().ok());
    let count = match calendar("terms") {
        Some(Node::Count(count)) => (*count).min(40),
        _ => 10,
    };
    let Some(first) = first else {
        return Vec::new();
    };
    let before = 6;
    let count = i64::try_from(count).unwrap_or(10);
    (-before..count).map(|step| first.plus(step)).collect()
}
