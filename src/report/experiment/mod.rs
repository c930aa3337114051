//! What a study in many futures says.

mod decision;
mod first_stage;
mod overview;
mod pictures;
mod regret;
mod spread;
mod tornado;

pub use pictures::charts;

use super::document::{Cell, Document, numbered};
use super::format;
use crate::domain::{Language, Scenario, Term, Text};
use crate::experiment::run::row::RowStatus;
use crate::experiment::specification::manifest::Manifest;
use crate::experiment::summary::follow_up::FollowUp;
use crate::experiment::summary::levels::Level;
use crate::experiment::summary::{Figure, Summary};
use crate::words::{analysis as common, summary as words};

/// A study as its report looks at it.
#[derive(Clone, Copy)]
pub struct Telling<'a> {
    /// What it is made of.
    pub manifest: &'a Manifest,
    /// The scenario that is varied, in which things are looked up.
    pub scenario: &'a Scenario,
    /// What it says.
    pub summary: &'a Summary,
    /// What it says of candidate first stages, if it is about them.
    pub follow_up: Option<&'a FollowUp>,
    /// Language of the report.
    pub language: Language,
}

/// The report.
#[must_use]
pub fn document(telling: Telling<'_>) -> Document {
    let mut sections = vec![overview::section(telling)];
    if let Some(told) = telling.follow_up {
        sections.push(regret::regrets(telling, told));
        sections.push(regret::waiting(telling, told));
    }
    if telling.planned() > 0 {
        sections.push(spread::targets(telling));
        sections.push(spread::section(telling));
        sections.push(tornado::section(telling));
        if telling.follow_up.is_none() {
            sections.push(first_stage::decisions(telling));
            sections.push(first_stage::candidates(telling));
        }
    }
    Document {
        title: telling.say(&words::title(telling.manifest.name.get(telling.language))),
        sections: numbered(sections, telling.language),
    }
}

impl Telling<'_> {
    fn say(&self, text: &Text) -> String {
        text.get(self.language).to_owned()
    }

    fn list(&self, items: &[String]) -> String {
        super::analysis::list(items, self.language)
    }

    fn planned(&self) -> usize {
        self.summary.endings.of(RowStatus::Verified)
    }

    fn factor(&self, factor: usize) -> String {
        self.say(&self.manifest.factors[factor].name)
    }

    /// A level of a factor. Labels that are terms are told as terms.
    fn level(&self, level: &Level) -> String {
        match level {
            Level::Listed(name) => {
                let name = name.get(self.language);
                let term = name.parse::<Term>();
                term.map_or_else(|_| name.to_owned(), |term| format::term(term, self.language))
            }
            Level::Figure(figure) => short(*figure),
            Level::Bin(from, to) => self.say(&common::used(&short(*from), &short(*to))),
        }
    }

    fn figure(&self, figure: Figure) -> String {
        match figure {
            Figure::Planned => self.say(&words::planned_figure()),
            Figure::TargetsMet => self.say(&words::targets_met_figure()),
            Figure::Indicator(indicator) => self.indicator(indicator),
        }
    }

    /// The name of an indicator with its unit.
    fn indicator(&self, indicator: usize) -> String {
        let entry = &self.manifest.indicators[indicator];
        let (name, unit) = (self.say(&entry.name), self.say(&entry.unit));
        if unit.is_empty() { name } else { self.say(&words::with_unit(&name, &unit)) }
    }
}

/// A figure in about four digits.
fn short(figure: f64) -> String {
    format::plain_number(figure, digits(figure))
}

/// Decimals that give a figure about four digits.
fn digits(figure: f64) -> usize {
    match figure.abs() {
        size if size >= 10_000.0 => 0,
        size if size >= 100.0 => 1,
        size if size >= 1.0 => 2,
        _ => 4,
    }
}

/// A cell with a figure on the scale of others beside it.
fn scaled(value: f64, scale: f64) -> Cell {
    Cell::Amount(value, digits(scale).min(3))
}

/// A share, as a cell; nothing of nothing.
fn share(part: usize, whole: usize) -> Cell {
    if whole == 0 {
        return Cell::Empty;
    }
    let number = crate::experiment::summary::distribution::number;
    Cell::Share(number(part) / number(whole))
}
