//! Rule Target, for each target and each term in which it applies:
//!
//! missed = max(0, `at_least` − value), where value is recomputed in whole
//! students and `at_least` rounded to them; a target that a study holds in a term
//! is met in it: `at_least` ≤ value.

use super::facts::Facts;
use super::headcount;
use super::ledger::{At, Ledger, Sides};
use crate::domain::{Metric, Rule, Target};
use crate::ids::TermId;
use crate::plan::{TargetResult, TermKey};
use crate::words::violations as words;

pub(super) fn check(facts: &Facts, ledger: &mut Ledger) {
    let mut tally = ledger.rule(Rule::Target);
    for (target_id, term) in &facts.scenario.held_targets {
        let target = &facts.scenario.targets[*target_id];
        let sides = Sides::measured(words::at_least(), words::recomputed(), unit(target));
        let value = value(facts, target, *term);
        tally.at_most(&at(facts, target, *term), &sides, needed(target), value);
    }
    for target in &facts.scenario.targets {
        for term in applies(facts, target) {
            let Some(line) = line(facts, target, term) else {
                continue;
            };
            let at = at(facts, target, term);
            let missed = missed(facts, target, term);
            let sides = Sides::stated(unit(target));
            tally.equal(&at, &sides, line.missed, missed);
        }
    }
}

/// Place of a target in a term.
pub(super) fn at(facts: &Facts, target: &Target, term: TermId) -> At {
    At::new(&[&target.name], Some(facts.scenario.calendar.term(term)))
}

/// Unit of a target.
pub(super) fn unit(target: &Target) -> crate::domain::Text {
    match target.metric {
        Metric::ClassesInSchool => words::classes(),
        Metric::StudentsInSchool | Metric::Registered => words::students(),
    }
}

/// Terms of the horizon in which a target applies.
pub(super) fn applies<'f>(
    facts: &'f Facts,
    target: &'f Target,
) -> impl Iterator<Item = TermId> + use<'f> {
    let calendar = &facts.scenario.calendar;
    let applies = |term: &TermId| target.applies(calendar.term(*term));
    calendar.term_ids().filter(applies)
}

/// The plan's line of a target in a term.
pub(super) fn line<'a>(
    facts: &Facts<'a>,
    target: &Target,
    term: TermId,
) -> Option<&'a TargetResult> {
    let term = TermKey(facts.scenario.calendar.term(term));
    let mut lines = facts.plan.targets.iter();
    lines.find(|line| line.target == target.id && line.term == term)
}

/// What a target counts, in whole classes or students.
pub(super) fn value(facts: &Facts, target: &Target, term: TermId) -> f64 {
    let totals = facts.totals(term);
    match target.metric {
        Metric::ClassesInSchool => totals.classes_in_school,
        Metric::StudentsInSchool => totals.in_school,
        Metric::Registered => totals.registered,
    }
}

/// What it takes to meet a target: of students a whole number.
fn needed(target: &Target) -> f64 {
    match target.metric {
        Metric::ClassesInSchool => target.at_least,
        Metric::StudentsInSchool | Metric::Registered => headcount::whole(target.at_least),
    }
}

/// What a target falls short by.
pub(super) fn missed(facts: &Facts, target: &Target, term: TermId) -> f64 {
    (needed(target) - value(facts, target, term)).max(0.0)
}

/// What a target is expected to fall short by, in fractions of a student.
pub(super) fn expected_missed(facts: &Facts, target: &Target, term: TermId) -> f64 {
    let totals = facts.totals(term);
    let value = match target.metric {
        Metric::ClassesInSchool => totals.classes_in_school,
        Metric::StudentsInSchool => totals.expected_in_school,
        Metric::Registered => totals.expected_registered,
    };
    (target.at_least - value).max(0.0)
}
