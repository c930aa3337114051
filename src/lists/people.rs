//! What a row of a staff list says of a person.

use super::identity::{self, Identity};
use super::rows::Taking;
use super::table::Said;
use super::titles;
use crate::domain::Title;
use crate::scenario::measure::Measure;
use crate::scenario::tree::Node;
use crate::words::lists as words;
use crate::workbook::Value;
use crate::workbook::layout::{Dim, Kind};
use crate::workbook::value::{Wrong, narrow};

/// What a row says; what it does not say is left to the scenario.
#[derive(Default)]
pub struct PersonSaid {
    pub name: Option<(String, Said)>,
    pub employer: Option<(String, Said)>,
    pub employer_en: Option<(String, Said)>,
    pub campus: Option<(String, Said)>,
    pub subjects: Option<(Vec<String>, Said)>,
    pub load: Option<(Node, Said)>,
    pub born: Option<(i32, Said)>,
    pub retirement_age: Option<(Node, Said)>,
    pub retires: Option<(Node, Said)>,
    pub title: Option<(Title, Said)>,
    pub dual_qualified: Option<(Node, Said)>,
    pub leader: Option<(Node, Said)>,
    pub class_teacher: Option<(Node, Said)>,
    pub barred: Option<(Vec<String>, Said)>,
    /// Whether a woman, where the list says it.
    pub woman: Option<bool>,
}

impl Taking<'_> {
    /// Reads a row of a staff list.
    pub fn person(&mut self, row: u32) -> PersonSaid {
        PersonSaid {
            name: self.text(row, "name"),
            employer: self.text(row, "employer"),
            employer_en: self.text(row, "employer_en"),
            campus: self.refer(row, "campus", Dim::Campuses),
            subjects: self.refers(row, "subjects", Dim::Subjects),
            load: self.read(row, "load", Kind::Figure(Measure::Periods)),
            born: self.born(row),
            retirement_age: self.read(row, "retirement_age", Kind::Count),
            retires: self.read(row, "retires", Kind::Term),
            title: self.title(row),
            dual_qualified: self.read(row, "dual_qualified", Kind::Flag),
            leader: self.read(row, "leader", Kind::Flag),
            class_teacher: self.read(row, "class_teacher", Kind::Flag),
            barred: self.refers(row, "barred", Dim::Campuses),
            woman: self.woman(row),
        }
    }

    fn woman(&mut self, row: u32) -> Option<bool> {
        let (text, said) = self.text(row, "sex")?;
        match narrow(&text).to_uppercase().as_str() {
            "女" | "女性" | "F" | "2" => Some(true),
            "男" | "男性" | "M" | "1" => Some(false),
            _ => {
                self.warn(Some(said.cell), words::no_sex(&text), Vec::new());
                None
            }
        }
    }

    /// A title that is not known is not taken, which is reported.
    fn title(&mut self, row: u32) -> Option<(Title, Said)> {
        let (text, said) = self.text(row, "title")?;
        let title = titles::title(&text);
        if title.is_none() {
            let hints = vec![words::titles()];
            self.warn(Some(said.cell.clone()), words::no_title(&text), hints);
        }
        Some((title?, said))
    }

    /// The year of birth: stated, or derived from the identity number if asked
    /// for. A stated one that contradicts the number is reported.
    fn born(&mut self, row: u32) -> Option<(i32, Said)> {
        let derived = if self.asked.birth_year_from_id { self.derived(row) } else { None };
        let Some(said) = self.said(row, "born") else {
            return derived;
        };
        let Some(year) = self.year(&said) else {
            let shown = said.cell.value.clone();
            let message = crate::words::workbook::no_date(&shown);
            let hints = vec![crate::words::workbook::date_form()];
            self.wrong(said.cell, Wrong { message, hints });
            return None;
        };
        if let Some((other, at)) = derived.filter(|(other, _)| *other != year) {
            self.warn(Some(at.cell), words::years_differ(year, other), Vec::new());
        }
        Some((year, said))
    }

    /// The year of a date, or of a year with a month that can be read two
    /// ways, 1978.1.
    fn year(&mut self, said: &Said) -> Option<i32> {
        let names = &self.known.names;
        let language = self.asked.language;
        let context = crate::workbook::value::Context { names, unit: None, words: &[], language };
        let read = crate::workbook::value::parse(Kind::Date, &said.value, context);
        let text = match (read, &said.value) {
            (Ok(Node::Text(text)), _) => text,
            (_, Value::Number(number)) => number.to_string(),
            (_, value) => narrow(&value.to_string()),
        };
        let year: i32 = text.get(..4)?.parse().ok()?;
        let ends = text[4..].chars().next().is_none_or(|next| !next.is_ascii_digit());
        (ends && (1900..=2100).contains(&year)).then_some(year)
    }

    fn derived(&mut self, row: u32) -> Option<(i32, Said)> {
        let said = self.said(row, "identity")?;
        match identity::read(&said.value) {
            Identity::Year(year) => Some((year, said)),
            Identity::Rounded(Some(year)) => {
                let hints = vec![words::keep_as_text()];
                self.warn(Some(said.cell.clone()), words::rounded_identity(), hints);
                Some((year, said))
            }
            Identity::Rounded(None) => {
                let hints = vec![words::keep_as_text()];
                self.warn(Some(said.cell), words::lost_identity(), hints);
                None
            }
            Identity::Wrong => {
                self.warn(Some(said.cell), words::wrong_identity(), Vec::new());
                None
            }
            Identity::Other => {
                self.warn(Some(said.cell), words::no_identity(), Vec::new());
                None
            }
        }
    }
}
