//! A scenario and its plan as the sections look at them: names in place of
//! keys, terms and school years in order, where each class sits.

use super::document::{Cell, Column};
use super::format;
use crate::domain::{Language, Part, Programme, Scenario, Term, Text};
use crate::forecast;
use crate::ids::StageId;
use crate::plan::{ClassPath, Joined, Plan, Post, Seat, TermIndicators, TermKey, TierPart};
use crate::units::Students;
use crate::verify::Verification;
use crate::words::report as words;

/// What the sections of a plan's report are made from.
#[derive(Clone, Copy)]
pub struct View<'a> {
    /// The case.
    pub scenario: &'a Scenario,
    /// The plan.
    pub plan: &'a Plan,
    /// Its verification.
    pub verification: &'a Verification,
    /// Language of the report.
    pub language: Language,
}

/// Something that changes its place.
#[derive(Clone, Copy, Debug)]
pub struct Move<'a> {
    /// Key of the campus before.
    pub from: &'a str,
    /// Key of the campus after.
    pub to: &'a str,
    /// First term at the new one.
    pub at: Term,
}

impl<'a> View<'a> {
    /// A message in the reader's language.
    #[must_use]
    pub fn say(&self, text: &Text) -> String {
        text.get(self.language).to_owned()
    }

    /// A term in words.
    #[must_use]
    pub fn term(&self, term: Term) -> String {
        format::term(term, self.language)
    }

    /// The terms of the horizon.
    #[must_use]
    pub fn terms(&self) -> Vec<Term> {
        let calendar = &self.scenario.calendar;
        calendar.term_ids().map(|id| calendar.term(id)).collect()
    }

    /// The first terms of the stages.
    #[must_use]
    pub fn stages(&self) -> Vec<Term> {
        let calendar = &self.scenario.calendar;
        calendar.stage_ids().map(|id| calendar.start(id)).collect()
    }

    /// The terms of the stage that begins with `start`.
    #[must_use]
    pub fn stage_terms(&self, start: Term) -> Vec<Term> {
        let calendar = &self.scenario.calendar;
        let stage = calendar.stage_starting(start).unwrap_or(StageId(0));
        calendar.terms_of(stage).map(|id| calendar.term(id)).collect()
    }

    /// The first term of the stage in which `term` lies.
    #[must_use]
    pub fn stage_of(&self, term: Term) -> Term {
        let stages = self.stages();
        let begun = stages.into_iter().rfind(|start| *start <= term);
        begun.unwrap_or(self.scenario.calendar.first)
    }

    /// The school years of the horizon, by the year in which they begin.
    #[must_use]
    pub fn years(&self) -> Vec<i32> {
        let mut years: Vec<i32> = self.terms().iter().map(|term| term.school_year()).collect();
        years.dedup();
        years
    }

    /// The terms of a school year within the horizon.
    #[must_use]
    pub fn year_terms(&self, year: i32) -> Vec<Term> {
        let mut terms = self.terms();
        terms.retain(|term| term.school_year() == year);
        terms
    }

    /// Columns of figures, one for each term.
    #[must_use]
    pub fn term_columns(&self, terms: &[Term]) -> Vec<Column> {
        let column = |term: &Term| format::term_column(*term, self.language);
        terms.iter().map(column).collect()
    }

    /// Columns of figures, one for each school year.
    #[must_use]
    pub fn year_columns(&self) -> Vec<Column> {
        let column = |year: &i32| format::year_column(*year, self.language);
        self.years().iter().map(column).collect()
    }

    /// The name of a campus.
    #[must_use]
    pub fn campus(&self, key: &str) -> String {
        self.named(key, self.scenario.find_campus(key).map(|one| &one.name))
    }

    /// The name of a programme.
    #[must_use]
    pub fn programme(&self, key: &str) -> String {
        self.named(key, self.scenario.find_programme(key).map(|one| &one.name))
    }

    /// The name of a subject.
    #[must_use]
    pub fn subject(&self, key: &str) -> String {
        let mut subjects = self.scenario.subjects.iter();
        self.named(key, subjects.find(|one| one.id == key).map(|one| &one.name))
    }

    /// The name of a resource.
    #[must_use]
    pub fn resource(&self, key: &str) -> String {
        let mut resources = self.scenario.resources.iter();
        let found = resources.find(|one| one.id == key);
        self.named(key, found.map(|one| &one.name))
    }

    /// The measure in which use of a resource is counted.
    #[must_use]
    pub fn measure(&self, key: &str) -> String {
        let mut resources = self.scenario.resources.iter();
        match resources.find(|one| one.id == key) {
            Some(resource) if resource.hours.is_some() => self.say(&words::hours_a_week()),
            Some(resource) => self.say(&resource.unit),
            None => String::new(),
        }
    }

    /// The name of a target.
    #[must_use]
    pub fn target(&self, key: &str) -> String {
        let mut targets = self.scenario.targets.iter();
        self.named(key, targets.find(|one| one.id == key).map(|one| &one.name))
    }

    /// Subjects in one text.
    #[must_use]
    pub fn subjects(&self, keys: &[String]) -> String {
        let names: Vec<String> = keys.iter().map(|key| self.subject(key)).collect();
        self.list(&names)
    }

    /// Items in one text.
    #[must_use]
    pub fn list(&self, items: &[String]) -> String {
        items.join(self.language_mark("、", ", "))
    }

    /// The mark of the reader's language.
    #[must_use]
    pub fn language_mark(&self, zh: &'static str, en: &'static str) -> &'static str {
        match self.language {
            Language::Zh => zh,
            Language::En => en,
        }
    }

    /// The parts of a tier in one text.
    #[must_use]
    pub fn parts(&self, these: &[TierPart]) -> String {
        parts(these, self.language)
    }

    fn named(&self, key: &str, name: Option<&Text>) -> String {
        name.map_or_else(|| key.to_owned(), |name| self.say(name))
    }

    /// Indicators of a term.
    #[must_use]
    pub fn indicators(&self, term: Term) -> Option<&'a TermIndicators> {
        let mut indicators = self.plan.indicators.iter();
        indicators.find(|indicators| indicators.term == TermKey(term))
    }

    /// Whether a class is on the register in a term.
    #[must_use]
    pub fn registered(&self, class: &ClassPath, term: Term) -> bool {
        if class.dissolved(term) {
            return false;
        }
        let length = self.scenario.find_programme(&class.programme).map(Programme::length);
        let since = usize::try_from(term.since(class.entry.0)).ok();
        since.zip(length).is_some_and(|(since, length)| since < length)
    }

    /// Whether a class is in school in a term.
    #[must_use]
    pub fn in_school(&self, class: &ClassPath, term: Term) -> bool {
        self.registered(class, term) && !class.internship.contains(&TermKey(term))
    }

    /// Whole students of a class in a term, with those who have joined it; 0 when
    /// it is not on the register.
    #[must_use]
    pub fn students(&self, class: &ClassPath, term: Term) -> f64 {
        let stated = class.headcount.get(&TermKey(term));
        stated.copied().unwrap_or_default().into()
    }

    /// Whole students of a class at its base: today, or at entry.
    #[must_use]
    pub fn students_at_base(&self, class: &ClassPath) -> f64 {
        let first = class.headcount.values().next();
        first.map_or_else(|| class.students.0.round(), |first| f64::from(*first))
    }

    /// Whole students of a class that is dissolved, by the class that they join:
    /// rounded so that they add up to all who are still there, rounded.
    #[must_use]
    pub fn joining(&self, class: &'a ClassPath) -> Vec<(Term, &'a Joined, f64)> {
        let mut expected = 0.0_f64;
        let mut all = Vec::new();
        let merged = class.merged.iter();
        for (at, joined) in merged.flat_map(|one| one.into.iter().map(|joined| (one.at.0, joined)))
        {
            let before = expected.round();
            expected += self.remaining(class, joined.students, at);
            all.push((at, joined, expected.round() - before));
        }
        all
    }

    /// Classes that are dissolved, and their students then.
    #[must_use]
    pub fn dissolved(&self) -> (usize, f64) {
        let classes = self.plan.classes.iter();
        let merged = classes.filter(|class| class.merged.is_some());
        merged.fold((0, 0.0), |(classes, students), class| {
            let joining = self.joining(class).into_iter();
            let here: f64 = joining.map(|(.., students)| students).sum();
            (classes + 1, students + here)
        })
    }

    /// How many of some students of a class's cohort, counted at its base, are
    /// expected to be there still in a term.
    fn remaining(&self, class: &ClassPath, students: Students, term: Term) -> f64 {
        let mut cohorts = self.scenario.cohorts.iter_enumerated();
        let cohort = cohorts.find(|(_, cohort)| {
            self.scenario.programmes[cohort.programme].id == class.programme
                && cohort.entry == class.entry.0
        });
        cohort.map_or(0.0, |(id, _)| students.0 * forecast::survive(self.scenario, id, term))
    }

    /// Whether a member of staff works in a term.
    #[must_use]
    pub fn works(&self, post: &Post, term: Term) -> bool {
        post.leaves.is_none_or(|leaves| term < leaves.0)
    }

    /// The campuses in the order of the scenario, by key.
    pub fn campuses(&self) -> impl Iterator<Item = &'a str> + use<'a> {
        let scenario = self.scenario;
        scenario.campuses.iter().map(|campus| campus.id.as_str())
    }

    /// The programmes in the order of the scenario, by key.
    pub fn programmes(&self) -> impl Iterator<Item = &'a str> + use<'a> {
        let scenario = self.scenario;
        scenario.programmes.iter().map(|one| one.id.as_str())
    }

    /// The subjects in the order of the scenario, by key.
    pub fn subject_keys(&self) -> impl Iterator<Item = &'a str> + use<'a> {
        let scenario = self.scenario;
        scenario.subjects.iter().map(|subject| subject.id.as_str())
    }
}

/// The campus of a path of seats in a term.
#[must_use]
pub fn seat(seats: &[Seat], term: Term) -> Option<&str> {
    let taken = seats.iter().rfind(|seat| seat.from.0 <= term);
    taken.map(|seat| seat.campus.as_str())
}

/// The moves on a path of seats.
#[must_use]
pub fn moves<'p>(today: Option<&'p str>, seats: &'p [Seat]) -> Vec<Move<'p>> {
    let mut moves = Vec::new();
    let mut before = today;
    for seat in seats {
        if let Some(from) = before.filter(|from| *from != seat.campus) {
            moves.push(Move { from, to: &seat.campus, at: seat.from.0 });
        }
        before = Some(&seat.campus);
    }
    moves
}

/// Cells of figures with nothing where there is nothing.
#[must_use]
pub fn figures(values: impl IntoIterator<Item = f64>) -> Vec<Cell> {
    values.into_iter().map(Cell::some).collect()
}

/// A number of things as a figure.
#[must_use]
pub fn count(count: usize) -> f64 {
    u32::try_from(count).unwrap_or(u32::MAX).into()
}

/// The parts of a tier with their weights.
#[must_use]
pub fn parts(parts: &[TierPart], language: Language) -> String {
    let name = |part: Part| words::part(part).get(language).to_owned();
    let names: Vec<String> = parts
        .iter()
        .map(|part| match part.weight {
            1.0 => name(part.part),
            weight => format!("{} x {}", name(part.part), format::plain_number(weight, 4)),
        })
        .collect();
    names.join(" + ")
}
