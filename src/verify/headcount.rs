//! Whole students of every class and term, by the rule that the model's page
//! states: with the classes on the register in the order (in school before on
//! internship, campus, programme, cohort, class),
//!
//! `headcount[i] = round(Σ j ≤ i expected[j]) − round(Σ j < i expected[j])`,
//!
//! a half rounded up; boarders in school: at each campus the expected number
//! rounded, and no more than the students there.

use super::facts::Facts;
use super::ledger::{At, Ledger, Sides, same};
use super::{Check, catchment};
use crate::domain::Term;
use crate::ids::{CampusId, TermId};
use crate::plan::TermKey;
use crate::words::violations as words;
use std::collections::BTreeMap;

/// Sums of floating-point numbers that should end in a half may end below it.
const SLACK: f64 = 1e-6;

/// Rounds to the nearest whole number, a half up.
pub(super) fn whole(value: f64) -> f64 {
    (value + 0.5 + SLACK).floor()
}

/// Counts the students of all classes.
pub(super) fn count(facts: &mut Facts) {
    let terms = facts.scenario.calendar.terms;
    for class in &mut facts.classes {
        class.heads = vec![0.0; terms].into();
    }
    for term in facts.scenario.calendar.term_ids() {
        let mut order = BTreeMap::new();
        for (index, class) in facts.classes.iter().enumerate() {
            if let Some(campus) = class.base[term] {
                let away = class.away.contains(&term);
                let programme = facts.programme(class);
                let expected = facts.students(class, term);
                order.insert((away, campus, programme, class.cohort, index), expected);
            }
        }
        let (mut sum, mut told) = (0.0, 0.0);
        for ((.., index), expected) in order {
            sum += expected;
            facts.classes[index].heads[term] = whole(sum) - told;
            told = whole(sum);
        }
    }
}

/// Boarders in school in a term.
pub(super) fn boarders(facts: &Facts, term: TermId) -> f64 {
    let mut campuses: BTreeMap<CampusId, (f64, f64)> = BTreeMap::new();
    for (class, campus, _) in facts.in_school(term) {
        let (heads, boarders) = campuses.entry(campus).or_default();
        *heads += class.heads[term];
        *boarders += catchment::boarders(facts, class, campus, term);
    }
    let sums = campuses.into_values();
    sums.map(|(heads, boarders)| whole(boarders).min(heads)).sum()
}

/// The plan states these numbers, for these terms and no other.
pub(super) fn check(facts: &Facts, ledger: &mut Ledger) {
    let mut tally = ledger.of(Check::Indicators);
    for class in &facts.classes {
        let stated = &class.path.headcount;
        let place = |term: Term| At::new(&[&same(&class.path.name)], Some(term));
        for id in facts.scenario.calendar.term_ids() {
            let term = facts.scenario.calendar.term(id);
            let due = class.base[id].map(|_| class.heads[id]);
            let stated = stated.get(&TermKey(term)).copied().map(f64::from);
            tally.holds(&place(term), due.is_some() == stated.is_some(), words::absent);
            let sides = Sides::counted(words::stated(), words::recomputed(), words::students());
            let (stated, due) = (stated.unwrap_or_default(), due.unwrap_or_default());
            tally.equal(&place(term), &sides, stated, due);
        }
        for key in stated.keys() {
            let inside = facts.scenario.calendar.find(key.0).is_some();
            tally.holds(&place(key.0), inside, || words::outside(&key.to_string()));
        }
    }
}
