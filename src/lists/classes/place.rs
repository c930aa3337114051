//! Of which cohort a row is: programme, term of entry, campus.

use crate::domain::Term;
use crate::lists::rows::Taking;
use crate::lists::terms;
use crate::scenario::named::Named;
use crate::words::lists as words;
use crate::workbook::layout::Dim;
use crate::workbook::value::Wrong;

/// The cohort that a row belongs to.
pub struct Place {
    /// Programme, term of entry, campus.
    pub key: (String, Term, String),
    /// The same for readers.
    pub label: String,
}

impl Taking<'_> {
    /// The cohort of a row; what is wrong with it is noted.
    pub fn place(&mut self, row: u32) -> Option<Place> {
        let programme = self.programme(row);
        let entry = self.entry(row);
        let campus = match &programme {
            Some(programme) => self.campus(row, programme),
            None => self.refer(row, "campus", Dim::Campuses).map(|(campus, _)| campus),
        };
        let (programme, entry, campus) = (programme?, entry?, campus?);
        self.length(row, &programme);
        let label = format!(
            "{} {entry} {}",
            self.known.label(Dim::Programmes, &programme),
            self.known.label(Dim::Campuses, &campus)
        );
        Some(Place { key: (programme, entry, campus), label })
    }

    /// The programme: as the row says, else by the label in the class name.
    fn programme(&mut self, row: u32) -> Option<String> {
        if self.table.said(row, "programme").is_some() {
            return self.refer(row, "programme", Dim::Programmes).map(|(key, _)| key);
        }
        let Some((class, said)) = self.text(row, "class") else {
            self.lacks("programme", &self.table.first_cell(row).name, row);
            return None;
        };
        let stated = self.known.find(Dim::Programmes, &class);
        let found = stated.or_else(|| self.known.programme_in(&class));
        if found.is_some() {
            self.out.note(words::programme_by_class());
        } else {
            self.unknown(Dim::Programmes, &class, said.cell);
        }
        found
    }

    /// The term of entry: as the row says, else by its grade, else by the
    /// class name.
    fn entry(&mut self, row: u32) -> Option<Term> {
        let first = self.raw.calendar.as_ref();
        let first: Option<Term> = first.and_then(|one| one.first_term.as_ref()?.parse().ok());
        let (said, term) = if let Some(said) = self.said(row, "entry") {
            let term = terms::entry(&said.value);
            (said, term)
        } else if let Some((text, said)) = self.text(row, "grade") {
            let term = terms::grade(&text, first);
            if let Some(first) = first
                && term.is_some()
                && terms::grade(&text, None).is_none()
            {
                self.out.note(words::grades_counted(&first));
            }
            (said, term)
        } else if let Some((text, said)) = self.text(row, "class") {
            (said, terms::in_class(&text))
        } else {
            if !self.unreadable {
                self.lacks("entry", &self.table.first_cell(row).name, row);
            }
            return None;
        };
        if term.is_none() {
            let message = crate::words::diagnostics::not_a_term(&said.cell.value);
            self.wrong(said.cell, Wrong { message, hints: vec![words::entry_form()] });
        }
        term
    }

    /// The campus: as the row says, else the only one of the programme.
    fn campus(&mut self, row: u32, programme: &str) -> Option<String> {
        if self.table.said(row, "campus").is_some() {
            return self.refer(row, "campus", Dim::Campuses).map(|(key, _)| key);
        }
        let sites = self.raw.programmes.get(programme).map(|one| &one.sites);
        let open = sites.into_iter().flat_map(Named::iter);
        let open = open.filter(|(_, site)| site.allowed != Some(false));
        let open: Vec<&str> = open.map(|(campus, _)| campus).collect();
        if let [only] = open[..] {
            self.out.note(words::campus_by_programme());
            return Some(only.to_owned());
        }
        let label = self.known.label(Dim::Programmes, programme).to_owned();
        self.lacks("campus", &label, row);
        None
    }
}
