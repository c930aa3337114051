//! Differences between plans in words.

use super::list;
use crate::analysis::difference::Difference;
use crate::domain::{Language, Scenario, Term, Text};
use crate::plan::TermKey;
use crate::report::format;
use crate::words::{analysis as words, courses};

/// Differences told in a sentence; the rest is counted.
const MOST: usize = 10;

/// Differences between the plans of two cases in one text, or `None` if there
/// are none.
pub fn told(
    cases: [&Scenario; 2],
    differences: &[Difference],
    language: Language,
) -> Option<String> {
    if differences.is_empty() {
        return None;
    }
    let telling = Telling { cases, language };
    let mut items: Vec<String> = differences
        .iter()
        .take(MOST)
        .map(|one| telling.tell(one).get(language).to_owned())
        .collect();
    if differences.len() > MOST {
        let more = words::and_more(differences.len() - MOST);
        items.push(more.get(language).to_owned());
    }
    Some(super::sentences(&items, language))
}

struct Telling<'a> {
    /// The cases, in which things are looked up by their keys; what only one of
    /// them has is named as there.
    cases: [&'a Scenario; 2],
    language: Language,
}

impl Telling<'_> {
    fn tell(&self, difference: &Difference) -> Text {
        match difference {
            Difference::Open { campus, before, after } => {
                let (before, after) = (self.stages(before), self.stages(after));
                words::opens_otherwise(&self.campus(campus), &before, &after)
            }
            Difference::Begins { programme, before, after } => {
                self.begins(programme, *before, *after)
            }
            Difference::Admits { programme, before, after } => {
                words::admits_otherwise(&self.programme(programme), *before, *after)
            }
            Difference::Holds { campus, stages } => {
                let stages = stages.iter().map(|(term, before, after)| {
                    let told = words::in_stage(&self.term(term.0), *before, *after);
                    self.say(&told)
                });
                let stages: Vec<String> = stages.collect();
                words::holds_otherwise(&self.campus(campus), &list(&stages, self.language))
            }
            Difference::Builds { option, before, after } => {
                let option = self.option(option);
                words::builds_otherwise(&option, &self.modules(*before), &self.modules(*after))
            }
            Difference::Hires { subject, before, after } => {
                words::hires_otherwise(&self.subject(subject), *before, *after)
            }
            Difference::Trains { course, before, after } => {
                courses::trains_otherwise(&self.course(course), *before, *after)
            }
            Difference::Moves { before, after } => words::moves_otherwise(*before, *after),
        }
    }

    fn begins(&self, programme: &str, before: Option<TermKey>, after: Option<TermKey>) -> Text {
        let name = self.programme(programme);
        match (before, after) {
            (Some(before), Some(after)) => {
                let shift = after.0.since(before.0);
                let shift = if shift > 0 { words::later(shift) } else { words::earlier(-shift) };
                let (before, after) = (self.term(before.0), self.term(after.0));
                words::begins_otherwise(&name, &before, &after, &self.say(&shift))
            }
            (Some(before), None) => words::stops(&name, &self.term(before.0)),
            (None, Some(after)) => words::starts(&name, &self.term(after.0)),
            (None, None) => words::stops(&name, ""),
        }
    }

    /// Stages in which a campus is open, as runs of terms.
    fn stages(&self, open: &[TermKey]) -> String {
        let calendar = &self.cases[0].calendar;
        let mut runs: Vec<(Term, Term)> = Vec::new();
        for start in open {
            let stage = calendar.stage_starting(start.0);
            let last = stage.and_then(|stage| calendar.terms_of(stage).last());
            let last = last.map_or(start.0, |last| calendar.term(last));
            match runs.last_mut() {
                Some((_, end)) if end.plus(1) == start.0 => *end = last,
                _ => runs.push((start.0, last)),
            }
        }
        if runs.is_empty() {
            return self.say(&words::not_used());
        }
        let runs = runs
            .iter()
            .map(|(from, to)| self.say(&words::used(&self.term(*from), &self.term(*to))));
        list(&runs.collect::<Vec<_>>(), self.language)
    }

    fn modules(&self, (count, first): (u32, Option<TermKey>)) -> String {
        self.say(&match first {
            Some(first) if count > 0 => words::modules(count, &self.term(first.0)),
            _ => words::no_modules(),
        })
    }

    fn term(&self, term: Term) -> String {
        format::term(term, self.language)
    }

    fn say(&self, text: &Text) -> String {
        text.get(self.language).to_owned()
    }

    fn named<'s>(&'s self, key: &str, find: impl Fn(&'s Scenario) -> Option<&'s Text>) -> String {
        let name = self.cases.into_iter().find_map(find);
        name.map_or_else(|| key.to_owned(), |name| self.say(name))
    }

    fn campus(&self, key: &str) -> String {
        self.named(key, |case| {
            let mut all = case.campuses.iter();
            all.find(|one| one.id == key).map(|one| &one.name)
        })
    }

    fn programme(&self, key: &str) -> String {
        self.named(key, |case| {
            let mut all = case.programmes.iter();
            all.find(|one| one.id == key).map(|one| &one.name)
        })
    }

    fn option(&self, key: &str) -> String {
        self.named(key, |case| {
            let mut all = case.options.iter();
            all.find(|one| one.id == key).map(|one| &one.name)
        })
    }

    fn course(&self, key: &str) -> String {
        self.named(key, |case| {
            let mut all = case.courses.iter();
            all.find(|one| one.id == key).map(|one| &one.name)
        })
    }

    fn subject(&self, key: &str) -> String {
        self.named(key, |case| {
            let mut all = case.subjects.iter();
            all.find(|one| one.id == key).map(|one| &one.name)
        })
    }
}
