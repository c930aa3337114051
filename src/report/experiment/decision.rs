//! Decisions of the first stage in words.

use super::Telling;
use crate::domain::{Programme, Scenario, Term, Text};
use crate::experiment::specification::first_stage::Kind;
use crate::report::format;
use crate::words::summary as words;

/// A kind of decision in words.
pub fn kind(kind: Option<Kind>) -> Text {
    match kind {
        Some(Kind::Open) => words::kind_open(),
        Some(Kind::Built) => words::kind_built(),
        Some(Kind::Admit) => words::kind_admit(),
        Some(Kind::Hired) => words::kind_hired(),
        Some(Kind::Classes) => words::kind_classes(),
        None => words::kind_other(),
    }
}

impl Telling<'_> {
    /// What a decision is about.
    pub fn decision(&self, name: &str) -> String {
        let parts: Vec<&str> = name.split(' ').collect();
        let scenario = self.scenario;
        let text = match parts.as_slice() {
            ["open", campus] => words::opens(&self.named(campus, campus_of(scenario, campus))),
            ["built", option] => words::builds(&self.named(option, option_of(scenario, option))),
            ["hired", subject] => words::hires(&self.named(subject, subject_of(scenario, subject))),
            ["admit", programme, entry] => {
                words::admits(&self.programme(programme), &self.entry(entry))
            }
            ["classes", programme, entry, campus] => words::holds(
                &self.programme(programme),
                &self.entry(entry),
                &self.named(campus, campus_of(scenario, campus)),
            ),
            _ => return name.to_owned(),
        };
        self.say(&text)
    }

    /// A value of a decision, with its measure.
    pub fn decision_value(&self, name: &str, value: u32) -> String {
        let text = match Kind::of(name) {
            Some(Kind::Open) if value > 0 => words::yes(),
            Some(Kind::Open) => words::no(),
            Some(Kind::Built) => words::modules(value),
            Some(Kind::Admit | Kind::Classes) => words::classes(value),
            Some(Kind::Hired) => words::people(value),
            None => return value.to_string(),
        };
        self.say(&text)
    }

    /// A decision with its value.
    pub fn decided(&self, name: &str, value: u32) -> String {
        let decision = self.decision(name);
        match (name.strip_prefix("open "), value) {
            (Some(campus), 0) => {
                let campus = self.named(campus, campus_of(self.scenario, campus));
                self.say(&words::closed(&campus))
            }
            (Some(_), _) => decision,
            (None, _) => {
                let value = self.decision_value(name, value);
                self.say(&words::decided(&decision, &value))
            }
        }
    }

    fn entry(&self, entry: &str) -> String {
        let term = entry.parse::<Term>();
        term.map_or_else(|_| entry.to_owned(), |term| format::term(term, self.language))
    }

    fn programme(&self, key: &str) -> String {
        let mut all = self.scenario.programmes.iter();
        let found: Option<&Programme> = all.find(|one| one.id == key);
        self.named(key, found.map(|one| &one.name))
    }

    fn named(&self, key: &str, name: Option<&Text>) -> String {
        name.map_or_else(|| key.to_owned(), |name| self.say(name))
    }
}

fn campus_of<'s>(scenario: &'s Scenario, key: &str) -> Option<&'s Text> {
    let mut all = scenario.campuses.iter();
    all.find(|one| one.id == key).map(|one| &one.name)
}

fn option_of<'s>(scenario: &'s Scenario, key: &str) -> Option<&'s Text> {
    let mut all = scenario.options.iter();
    all.find(|one| one.id == key).map(|one| &one.name)
}

fn subject_of<'s>(scenario: &'s Scenario, key: &str) -> Option<&'s Text> {
    let mut all = scenario.subjects.iter();
    all.find(|one| one.id == key).map(|one| &one.name)
}
