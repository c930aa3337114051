//! What the sections about a study are made from.

use crate::domain::{Language, Scenario, Term, Text};
use crate::experiment::run::row::RowStatus;
use crate::experiment::specification::manifest::Manifest;
use crate::experiment::summary::follow_up::FollowUp;
use crate::experiment::summary::levels::Level;
use crate::experiment::summary::{Figure, Summary};
use crate::report::document::Cell;
use crate::report::format;
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

impl Telling<'_> {
    pub(super) fn say(&self, text: &Text) -> String {
        text.get(self.language).to_owned()
    }

    pub(super) fn list(&self, items: &[String]) -> String {
        super::super::analysis::list(items, self.language)
    }

    pub(super) fn planned(&self) -> usize {
        self.summary.endings.of(RowStatus::Verified)
    }

    pub(super) fn factor(&self, factor: usize) -> String {
        self.say(&self.manifest.factors[factor].name)
    }

    /// A level of a factor. Labels that are terms are told as terms.
    pub(super) fn level(&self, level: &Level) -> String {
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

    pub(super) fn figure(&self, figure: Figure) -> String {
        match figure {
            Figure::Planned => self.say(&words::planned_figure()),
            Figure::TargetsMet => self.say(&words::targets_met_figure()),
            Figure::Indicator(indicator) => self.indicator(indicator),
        }
    }

    /// The name of an indicator with its unit.
    pub(super) fn indicator(&self, indicator: usize) -> String {
        let entry = &self.manifest.indicators[indicator];
        let (name, unit) = (self.say(&entry.name), self.say(&entry.unit));
        if unit.is_empty() { name } else { self.say(&words::with_unit(&name, &unit)) }
    }
}

/// A figure in about four digits.
pub(super) fn short(figure: f64) -> String {
    format::plain_number(figure, digits(figure))
}

/// Decimals that give a figure about four digits.
pub(super) fn digits(figure: f64) -> usize {
    match figure.abs() {
        size if size >= 10_000.0 => 0,
        size if size >= 100.0 => 1,
        size if size >= 1.0 => 2,
        _ => 4,
    }
}

/// A cell with a figure on the scale of others beside it.
pub(super) fn scaled(value: f64, scale: f64) -> Cell {
    Cell::Amount(value, digits(scale).min(3))
}

/// A share, as a cell; nothing of nothing.
pub(super) fn share(part: usize, whole: usize) -> Cell {
    if whole == 0 {
        return Cell::Empty;
    }
    let number = crate::experiment::summary::distribution::number;
    Cell::Share(number(part) / number(whole))
}
