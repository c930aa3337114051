//! What every step of the resolution shares: collecting findings, and reading
//! figures, terms and references.

use super::suggest::{guess_term, suggestions};
use crate::diagnostic::{Diagnostic, Severity};
use crate::domain::{self, Calendar, MonthDay, Term, Text};
use crate::scenario::measure::{self, Measure, Unreadable};
use crate::scenario::overlay::text_of;
use crate::scenario::path::{Path, covers};
use crate::scenario::quantity::Quantity;
use crate::scenario::raw::RawText;
use crate::words::diagnostics as words;
use chrono::NaiveDate;

/// The largest figure of any kind; far beyond any school, small enough for
/// sums of them to stay exact.
const HUGE: f64 = 1e9;

/// Bounds of a figure.
#[derive(Clone, Copy, Debug)]
pub(super) enum Bounds {
    /// Zero or more.
    Amount,
    /// More than zero.
    Positive,
    /// From 0 to 1.
    Share,
    /// A grade progression ratio: from 0 to 2, for pupils also come from
    /// elsewhere.
    Progression,
    /// Any number: of a sum that income can take below zero.
    Any,
}

/// A noun that can be referred to.
#[derive(Clone, Copy, Debug)]
pub(super) enum Noun {
    Asset,
    Campus,
    Feeder,
    Field,
    Milestone,
    Option,
    Person,
    Programme,
    Resource,
    Staff,
    Subject,
    Target,
}

impl Noun {
    /// Where the scenario defines them.
    fn field(self) -> &'static str {
        match self {
            Self::Asset => "assets",
            Self::Campus => "campuses",
            Self::Feeder => "enrolment",
            Self::Field => "fields",
            Self::Milestone => "milestones",
            Self::Option => "options",
            Self::Person => "roster",
            Self::Programme => "programmes",
            Self::Resource => "resources",
            Self::Staff => "staff",
            Self::Subject => "subjects",
            Self::Target => "targets",
        }
    }

    fn words(self) -> (&'static str, &'static str) {
        match self {
            Self::Asset => ("资产", "asset"),
            Self::Campus => ("校区", "campus"),
            Self::Feeder => ("生源学校", "feeder school"),
            Self::Field => ("专业大类", "field"),
            Self::Milestone => ("里程碑", "milestone"),
            Self::Option => ("建设项目", "building option"),
            Self::Person => ("教职工", "person of the roster"),
            Self::Programme => ("专业", "programme"),
            Self::Resource => ("资源", "resource"),
            Self::Staff => ("教职工类别", "staff group"),
            Self::Subject => ("学科", "subject"),
            Self::Target => ("目标", "target"),
        }
    }
}

/// The most that a figure of a kind can sensibly be, in the field's own unit.
fn most_of(measure: Measure) -> f64 {
    match measure {
        Measure::Hours | Measure::Minutes | Measure::Kilometres | Measure::Periods => 1e6,
        Measure::Weeks => 1e4,
        _ => HUGE,
    }
}

/// The least that a figure other than 0 can be: solvers take less for nothing.
const TINY: f64 = 1e-9;

/// The findings so far, and the places that already have one of their own.
#[derive(Debug)]
pub(super) struct Checks<'a> {
    spoiled: &'a [String],
    found: Vec<Diagnostic>,
}

impl<'a> Checks<'a> {
    /// No findings yet. Nothing is said about places at or below `spoiled`:
    /// what stood there could not be read, and that has been told.
    pub fn new(spoiled: &'a [String]) -> Self {
        Self { spoiled, found: Vec::new() }
    }

    /// All findings.
    pub fn into_found(self) -> Vec<Diagnostic> {
        self.found
    }

    /// Whether the scenario can be used: everything could be read, and nothing
    /// is wrong with it.
    pub fn passed(&self) -> bool {
        let error = |finding: &Diagnostic| finding.severity == Severity::Error;
        self.spoiled.is_empty() && !self.found.iter().any(error)
    }

    fn report(&mut self, severity: Severity, at: &Path, message: Text, hints: Vec<Text>) {
        let spoiled = |above: &String| covers(above, at.as_str());
        if self.spoiled.iter().any(spoiled) {
            return;
        }
        self.found.push(Diagnostic {
            severity,
            file: 0,
            path: at.to_string(),
            position: None,
            cell: None,
            message,
            hints,
        });
    }

    /// How many errors there are so far.
    pub fn errors(&self) -> usize {
        let errors = self.found.iter();
        let errors = errors.filter(|finding| finding.severity == Severity::Error);
        errors.count()
    }

    /// Whether what stood at a place could not be read.
    pub fn is_spoiled(&self, at: &Path) -> bool {
        self.spoiled.iter().any(|above| covers(above, at.as_str()))
    }

    /// Whether something at or below a place could not be read.
    pub fn is_spoiled_within(&self, at: &Path) -> bool {
        let within = |place: &String| covers(at.as_str(), place);
        self.is_spoiled(at) || self.spoiled.iter().any(within)
    }

    /// Something is wrong.
    pub fn error(&mut self, at: &Path, message: Text, hints: Vec<Text>) {
        self.report(Severity::Error, at, message, hints);
    }

    /// Something is odd.
    pub fn warn(&mut self, at: &Path, message: Text, hints: Vec<Text>) {
        self.report(Severity::Warning, at, message, hints);
    }

    /// A needed field is not there.
    pub fn missing(&mut self, parent: &Path, field: &str) {
        self.error(&parent.key(field), words::missing(field), Vec::new());
    }

    /// A needed value: itself, or a finding and nothing.
    pub fn need<'v, T>(
        &mut self,
        parent: &Path,
        field: &str,
        value: Option<&'v T>,
    ) -> Option<&'v T> {
        if value.is_none() {
            self.missing(parent, field);
        }
        value
    }

    /// A text for readers that may be absent.
    pub fn text(&mut self, at: &Path, raw: Option<&RawText>) -> Option<Text> {
        let text = text_of(raw?);
        if text.is_none() {
            self.missing(at, "zh");
        }
        text
    }

    /// A text for readers that must be there.
    pub fn need_text(&mut self, parent: &Path, field: &str, raw: Option<&RawText>) -> Text {
        let raw = self.need(parent, field, raw);
        self.text(&parent.key(field), raw).unwrap_or_default()
    }

    /// A figure of a kind; nothing if it can't be read, which is then told.
    pub fn figure(
        &mut self,
        at: &Path,
        raw: &Quantity,
        measure: Measure,
        bounds: Bounds,
        words: &[&str],
    ) -> Option<f64> {
        let value = match measure::value(raw, measure, words) {
            Ok(value) => value,
            Err(problem) => {
                self.unreadable(at, raw, measure, words, problem);
                return None;
            }
        };
        self.bounded(at, value, (measure, bounds))
    }

    fn unreadable(
        &mut self,
        at: &Path,
        raw: &Quantity,
        measure: Measure,
        words: &[&str],
        problem: Unreadable<'_>,
    ) {
        let message = match (problem, raw) {
            (Unreadable::Unit(unit), _) => words::wrong_unit(unit),
            (Unreadable::NoNumber, Quantity::Text(text)) => words::no_number(text),
            (Unreadable::NoNumber, Quantity::Number(number)) => {
                words::no_number(&number.to_string())
            }
        };
        let names = measure.units().iter().map(|(name, _)| *name);
        let list: Vec<&str> = words.iter().copied().chain(names).collect();
        let hint = if list.is_empty() { words::no_units() } else { words::units(&list.join(", ")) };
        self.error(at, message, vec![hint]);
    }

    fn bounded(
        &mut self,
        at: &Path,
        value: f64,
        (measure, bounds): (Measure, Bounds),
    ) -> Option<f64> {
        let text = value.to_string();
        let most = most_of(measure);
        let (message, hints) = if !value.is_finite() {
            (words::not_finite(&text), Vec::new())
        } else if value < 0.0 && !matches!(bounds, Bounds::Any) {
            (words::negative(&text), Vec::new())
        } else if matches!(bounds, Bounds::Positive) && value == 0.0 {
            (words::not_positive(&text), Vec::new())
        } else if matches!(bounds, Bounds::Share) && value > 1.0 {
            let percent = (value <= 100.0).then(|| words::perhaps_percent(&text));
            (words::out_of_range(&text, "0", "1"), percent.into_iter().collect())
        } else if matches!(bounds, Bounds::Progression) && value > 2.0 {
            (words::out_of_range(&text, "0", "2"), Vec::new())
        } else if value.abs() > most {
            (words::too_many(&text, &most.to_string()), Vec::new())
        } else if value != 0.0 && value.abs() < TINY {
            (words::too_small(&format!("{value:e}"), "1e-9"), Vec::new())
        } else {
            return Some(value);
        };
        self.error(at, message, hints);
        None
    }

    /// A figure that may be absent: `None` then, and also when it can't be
    /// read.
    pub fn optional(
        &mut self,
        parent: &Path,
        field: &str,
        raw: Option<&Quantity>,
        measure: Measure,
        bounds: Bounds,
    ) -> Option<f64> {
        let raw = raw?;
        self.figure(&parent.key(field), raw, measure, bounds, &[])
    }

    /// A figure that must be there; 0 when it isn't or can't be read.
    pub fn needed(
        &mut self,
        parent: &Path,
        field: &str,
        raw: Option<&Quantity>,
        measure: Measure,
        bounds: Bounds,
    ) -> f64 {
        let raw = self.need(parent, field, raw);
        self.optional(parent, field, raw, measure, bounds).unwrap_or(0.0)
    }

    /// A count that must be there, between bounds.
    pub fn count(
        &mut self,
        parent: &Path,
        field: &str,
        raw: Option<u32>,
        least: u32,
        most: u32,
    ) -> u32 {
        let raw = self.need(parent, field, raw.as_ref()).copied();
        self.optional_count(parent, field, raw, least, most).unwrap_or(least)
    }

    /// A count that may be absent, between bounds.
    pub fn optional_count(
        &mut self,
        parent: &Path,
        field: &str,
        raw: Option<u32>,
        least: u32,
        most: u32,
    ) -> Option<u32> {
        let value = raw?;
        if (least..=most).contains(&value) {
            return Some(value);
        }
        let (least, most) = (least.to_string(), most.to_string());
        let message = words::out_of_range(&value.to_string(), &least, &most);
        self.error(&parent.key(field), message, Vec::new());
        None
    }

    /// A year as a key.
    pub fn year(&mut self, at: &Path, key: &str) -> Option<i32> {
        let year = key.parse().ok();
        let year = year.filter(|year| (1900..=2200).contains(year));
        if year.is_none() {
            self.error(at, words::not_a_year(key), Vec::new());
        }
        year
    }

    /// The number must be whole.
    pub fn whole(&mut self, at: &Path, value: f64) {
        if value.fract() != 0.0 {
            self.error(at, words::not_whole(&value.to_string()), Vec::new());
        }
    }

    /// A day.
    pub fn day(&mut self, at: &Path, text: &str) -> Option<NaiveDate> {
        let day = domain::day(text);
        if day.is_none() {
            self.error(at, words::not_a_date(text), vec![words::day_form()]);
        }
        day
    }

    /// A day of every year.
    pub fn month_day(&mut self, at: &Path, text: &str) -> Option<MonthDay> {
        let (month, day) = text.split_once('-').unwrap_or_default();
        let two = |digits: &str| digits.parse().ok().filter(|_| digits.len() == 2);
        let found = two(month).zip(two(day));
        let found = found.and_then(|(month, day)| MonthDay::new(month, day));
        if found.is_none() {
            self.error(at, words::not_a_date(text), vec![words::month_day_form()]);
        }
        found
    }

    /// A term.
    pub fn term(&mut self, at: &Path, text: &str) -> Option<Term> {
        if let Ok(term) = text.parse() {
            return Some(term);
        }
        let mut hints = Vec::new();
        if let Some(term) = guess_term(text) {
            hints.push(words::term_meant(&term.to_string()));
        }
        hints.push(words::term_form());
        self.error(at, words::not_a_term(text), hints);
        None
    }

    /// A term of the horizon. Without a horizon, any term.
    pub fn term_within(
        &mut self,
        at: &Path,
        text: &str,
        calendar: Option<&Calendar>,
    ) -> Option<Term> {
        let term = self.term(at, text)?;
        let Some(calendar) = calendar else {
            return Some(term);
        };
        if calendar.find(term).is_some() {
            return Some(term);
        }
        let hint = horizon(calendar);
        self.error(at, words::outside_horizon(&term.to_string()), vec![hint]);
        None
    }

    /// The index of something referred to that must be given.
    pub fn refer<I: From<usize>>(
        &mut self,
        parent: &Path,
        field: &str,
        name: Option<&String>,
        noun: Noun,
        known: &[&str],
    ) -> Option<I> {
        let name = self.need(parent, field, name)?;
        self.find(&parent.key(field), name, noun, known)
    }

    /// The index of something referred to.
    pub fn find<I: From<usize>>(
        &mut self,
        at: &Path,
        name: &str,
        noun: Noun,
        known: &[&str],
    ) -> Option<I> {
        if let Some(index) = known.iter().position(|key| *key == name) {
            return Some(I::from(index));
        }
        if self.is_spoiled(&Path::field(noun.field())) {
            return None;
        }
        let (zh, en) = noun.words();
        let mut hints = suggestions(name, known.iter().copied());
        if known.is_empty() {
            hints.push(words::nothing_to_name(zh, en));
        }
        self.error(at, words::unknown(name, zh, en), hints);
        None
    }
}

/// The horizon as a hint.
pub(super) fn horizon(calendar: &Calendar) -> Text {
    let last = i64::try_from(calendar.terms).unwrap_or(1) - 1;
    let last = calendar.first.plus(last);
    words::horizon(&calendar.first.to_string(), &last.to_string())
}
