//! Classes and people who are elsewhere in another plan.

use crate::analysis::moved::{Moved, Mover};
use crate::domain::{Language, Scenario, Term, Text};
use crate::report::document::{Cell, Column, Row, Table};
use crate::report::format;
use crate::words::why as words;

/// A row for each who and where, named by the scenario.
pub fn table(key: &'static str, scenario: &Scenario, found: &[Moved], language: Language) -> Table {
    let telling = Telling { scenario, language };
    let columns = vec![
        Column::text(telling.say(&words::who())),
        Column::text(telling.say(&words::campus())),
        Column::text(telling.say(&words::counts())),
    ];
    let title = telling.say(&words::moves_title());
    Table::new(key, title, telling.say(&words::nobody()), columns)
        .grouped()
        .rows(found.iter().map(|one| telling.row(one)))
}

struct Telling<'a> {
    scenario: &'a Scenario,
    language: Language,
}

impl Telling<'_> {
    fn say(&self, text: &Text) -> String {
        text.get(self.language).to_owned()
    }

    fn row(&self, one: &Moved) -> Row {
        let stages = one.stages.iter().map(|(term, before, after)| {
            let term = format::term(term.0, self.language);
            self.say(&words::in_stage(&term, *before, *after))
        });
        let mut campuses = self.scenario.campuses.iter();
        let campus = campuses.find(|campus| campus.id == one.campus);
        Row::new(vec![
            Cell::Text(self.who(&one.who)),
            Cell::Text(self.or_key(&one.campus, campus.map(|campus| &campus.name))),
            Cell::Text(super::list(&stages.collect::<Vec<_>>(), self.language)),
        ])
    }

    fn or_key(&self, key: &str, name: Option<&Text>) -> String {
        name.map_or_else(|| key.to_owned(), |name| self.say(name))
    }

    fn who(&self, who: &Mover) -> String {
        match who {
            Mover::Classes { programme, entry } => {
                let mut all = self.scenario.programmes.iter();
                let name = all.find(|one| one.id == *programme).map(|one| &one.name);
                let Term { year, .. } = entry.0;
                self.say(&words::cohort(&self.or_key(programme, name), year))
            }
            Mover::Person { name, .. } => name.clone(),
            Mover::Group { group } => {
                let mut all = self.scenario.staff.iter();
                let name = all.find(|one| one.id == *group).map(|one| &one.name);
                self.or_key(group, name)
            }
            Mover::Recruits { subject } => {
                let mut all = self.scenario.subjects.iter();
                let name = all.find(|one| one.id == *subject).map(|one| &one.name);
                self.say(&words::recruits(&self.or_key(subject, name)))
            }
        }
    }
}
