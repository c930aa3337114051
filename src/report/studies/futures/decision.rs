//! Decisions of the first stage in words.

use super::Telling;
use crate::domain::{Programme, Scenario, Term, Text};
use crate::report::format;
use crate::words::futures as words;

/// A kind of decision, the weightiest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    Open,
    Built,
    Admit,
    Hired,
    Classes,
    Other,
}

impl Kind {
    pub fn of(name: &str) -> Self {
        match name.split(' ').next() {
            Some("open") => Self::Open,
            Some("built") => Self::Built,
            Some("admit") => Self::Admit,
            Some("hired") => Self::Hired,
            Some("classes") => Self::Classes,
            _ => Self::Other,
        }
    }

    pub fn text(self) -> Text {
        match self {
            Self::Open => words::kind_open(),
            Self::Built => words::kind_built(),
            Self::Admit => words::kind_admit(),
            Self::Hired => words::kind_hired(),
            Self::Classes => words::kind_classes(),
            Self::Other => words::kind_other(),
        }
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
            Kind::Open if value > 0 => words::yes(),
            Kind::Open => words::no(),
            Kind::Built => words::modules(value),
            Kind::Admit | Kind::Classes => words::classes(value),
            Kind::Hired => words::people(value),
            Kind::Other => return value.to_string(),
        };
        self.say(&text)
    }

    /// A decision with its value.
    pub fn decided(&self, name: &str, value: u32) -> String {
        let decision = self.decision(name);
        if Kind::of(name) == Kind::Open && value > 0 {
            return decision;
        }
        let value = self.decision_value(name, value);
        self.say(&words::decided(&decision, &value))
    }

    fn entry(&self, entry: &str) -> String {
        let term = entry.parse::<Term>();
        term.map_or_else(
            |_| entry.to_owned(),
            |term| format::term(term, self.language),
        )
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
