//! Rule Merging. Only where the scenario allows it, for a class dissolved in
//! term t with students S, and the classes that its students join:
//!
//! - t starts a stage, the class is on the register in the term before, and t
//!   is not in its last school year unless classes may move then;
//! - of its cohort either all or no classes have had their internship when the
//!   plan begins;
//! - it is joined to other classes of its cohort which are not dissolved
//!   themselves and are joined in t only, which sat on the same campus in the
//!   term before, and which have had their internship by t just if it has;
//! - its moves + moves of a class it joins from t on ≤ `most_per_class`;
//! - Σ students who join = S;
//! - students of a joined class in t ≤ min(`most_students`, `size_max`).

use super::decisions::{Class, Merged};
use super::facts::Facts;
use super::ledger::{At, Ledger, Sides, Tally, count, same};
use crate::domain::{Origin, Rule, Term};
use crate::ids::TermId;
use crate::words::violations as words;

pub(super) fn check(facts: &Facts, ledger: &mut Ledger) {
    let mut tally = ledger.rule(Rule::Merging);
    for class in &facts.classes {
        let allowed = class.merged.is_none() || facts.scenario.rules.merging.is_some();
        let term = class.merged.as_ref().map(|merged| merged.term);
        tally.holds(&at(class, term), allowed, words::merges_nowhere);
        if let Some(merged) = &class.merged {
            point(facts, class, merged.term, &mut tally);
            conserved(class, merged, &mut tally);
            for (other, _) in &merged.into {
                joins(facts, (class, merged.term), &facts.classes[*other], &mut tally);
            }
        }
        if let Some((term, _)) = class.joined.first() {
            size(facts, class, *term, &mut tally);
        }
    }
}

fn at(class: &Class, term: Option<Term>) -> At {
    At::new(&[&same(&class.path.name)], term)
}

/// The campus of a class in the term before.
fn seat_before(facts: &Facts, class: &Class, term: Term) -> Option<crate::ids::CampusId> {
    let before = facts.scenario.calendar.find(term.plus(-1))?;
    class.base[before]
}

fn point(facts: &Facts, class: &Class, term: Term, tally: &mut Tally) {
    let scenario = facts.scenario;
    let at = at(class, Some(term));
    let begins = scenario.calendar.stage_starting(term).is_some();
    tally.holds(&at, begins, words::merges_in_stage);
    let registered = scenario.term_of_study(class.cohort, term);
    let there = registered.is_some() && seat_before(facts, class, term).is_some();
    tally.holds(&at, there, words::merges_unregistered);
    if !scenario.rules.relocation.last_year {
        let length = scenario.programme_of(class.cohort).length();
        let early = registered.is_none_or(|study| study + 1 < length);
        tally.holds(&at, early, words::merges_in_last_year);
    }
    let mixed = match scenario.cohorts[class.cohort].origin {
        Origin::Existing { classes, interned, .. } => interned > 0 && interned < classes,
        Origin::Future { .. } => false,
    };
    tally.holds(&at, !mixed, words::merges_mixed);
}

fn conserved(class: &Class, merged: &Merged, tally: &mut Tally) {
    let sides = Sides::measured(words::joining(), words::due(), words::students());
    let joining = merged.into.iter().map(|(_, students)| students).sum();
    tally.equal(&at(class, Some(merged.term)), &sides, joining, class.students);
}

fn joins(facts: &Facts, (class, term): (&Class, Term), other: &Class, tally: &mut Tally) {
    let at = at(class, Some(term)).about(&same(&other.path.name));
    let goes_on = other.merged.is_none() && other.joined.iter().all(|(from, _)| *from == term);
    let fellow = other.cohort == class.cohort && goes_on;
    tally.holds(&at, fellow, words::merges_with_other);
    let seats = [class, other].map(|class| seat_before(facts, class, term));
    tally.holds(&at, seats[0] == seats[1], words::merges_between);
    let fits = match (over(facts, class, term), over(facts, other, term)) {
        (Some(one), Some(other)) => one == other,
        _ => false,
    };
    tally.holds(&at, fits, words::merges_away);
    let starts = |id: TermId| facts.scenario.calendar.term(id) >= term;
    let later = other.moves.iter().filter(|one| starts(one.term)).count();
    let moves = count(class.moves.len() + later);
    let most = f64::from(facts.scenario.rules.relocation.most_per_class);
    let sides = Sides::counted(words::moved(), words::at_most(), words::moves());
    tally.at_most(&at, &sides, moves, most);
}

/// Whether a class has been on internship by a term; nothing if it is then in
/// the midst of it.
fn over(facts: &Facts, class: &Class, term: Term) -> Option<bool> {
    let calendar = &facts.scenario.calendar;
    let mut away = class.away.iter().map(|away| calendar.term(*away) < term);
    let first = away.next().unwrap_or(false);
    away.all(|over| over == first).then_some(first)
}

fn size(facts: &Facts, class: &Class, term: Term, tally: &mut Tally) {
    let Some(rule) = &facts.scenario.rules.merging else {
        return;
    };
    if let Some(id) = facts.scenario.calendar.find(term) {
        let (_, largest) = facts.scenario.programme_of(class.cohort).class_size;
        let most = rule.most_students.0.min(largest);
        let sides = Sides::measured(words::after_joining(), words::at_most(), words::students());
        let students = facts.students(class, id);
        tally.at_most(&at(class, Some(term)), &sides, students, most);
    }
}
