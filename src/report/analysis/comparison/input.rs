//! What a comparison is made from.

use crate::analysis::compare::{Case, Compared};
use crate::domain::{Language, Text};
use crate::plan::Plan;
use crate::planning::Planned;
use crate::report::analysis::outcome;
use crate::words::analysis as words;

/// What is compared.
#[derive(Clone, Copy)]
pub struct Comparison<'a> {
    /// The options.
    pub cases: &'a [Case],
    /// What became of them.
    pub results: &'a [Compared],
    /// Which of them is the base.
    pub base: usize,
    /// Language of the report.
    pub language: Language,
}

impl<'a> Comparison<'a> {
    pub(super) fn say(&self, text: &Text) -> String {
        text.get(self.language).to_owned()
    }

    /// The scenario's title, with its file where others have the same title.
    pub(super) fn name(&self, index: usize) -> String {
        let case = &self.cases[index];
        let name = self.say(&case.scenario().name);
        let same = |one: &&Case| one.scenario().name == case.scenario().name;
        if self.cases.iter().filter(same).count() > 1 {
            self.say(&words::named(&name, &case.name))
        } else {
            name
        }
    }

    /// What became of an option, in a word, or whose plan it took over.
    pub(super) fn outcome(&self, result: &Compared) -> String {
        let from = result.from.as_ref();
        let from = from.and_then(|from| self.cases.iter().position(|one| one.name == *from));
        self.say(&match from {
            Some(from) => words::taken_over(&self.name(from)),
            None => outcome(&result.ending, result.reused),
        })
    }

    pub(super) fn planned(&self, index: usize) -> Option<&'a Planned> {
        self.results[index].ending.verified()
    }

    pub(super) fn base_plan(&self) -> Option<&'a Plan> {
        self.planned(self.base).map(|planned| &planned.plan)
    }

    /// The options with a verified plan.
    pub(super) fn with_plans(&self) -> impl Iterator<Item = (usize, &'a Planned)> + use<'a, '_> {
        (0..self.cases.len()).filter_map(|index| Some((index, self.planned(index)?)))
    }
}
