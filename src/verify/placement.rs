//! Rule Placement.
//!
//! - Σ classes of a cohort = its classes: today's for an existing one, those
//!   admitted for a new one; their students likewise, and each class of an
//!   existing cohort has students / classes;
//! - every class has a campus in every term in which it is on the register:
//!   its seats begin with max(entry, first term) and follow each other while
//!   it is on the register;
//! - a class sits only where its programme is allowed.

use super::decisions::Class;
use super::facts::Facts;
use super::ledger::{At, Ledger, Sides, Tally, count, same};
use crate::domain::{Origin, Rule, Term};
use crate::ids::CohortId;
use crate::words::violations as words;

pub(super) fn check(facts: &Facts, ledger: &mut Ledger) {
    let mut tally = ledger.rule(Rule::Placement);
    for cohort in facts.scenario.cohorts.keys() {
        totals(facts, cohort, &mut tally);
    }
    for class in &facts.classes {
        share(facts, class, &mut tally);
        path(facts, class, &mut tally);
        allowed(facts, class, &mut tally);
    }
}

fn totals(facts: &Facts, cohort: CohortId, tally: &mut Tally) {
    let (classes, students) = match facts.scenario.cohorts[cohort].origin {
        Origin::Existing { classes, students, .. } => (f64::from(classes), students.0),
        Origin::Future { .. } => facts.admitted[cohort],
    };
    let own = || facts.classes.iter().filter(|class| class.cohort == cohort);
    let programme = facts.scenario.programme_of(cohort);
    let entry = facts.scenario.cohorts[cohort].entry;
    let at = At::new(&[&programme.name], Some(entry));
    let sides = Sides::counted(words::actual(), words::due(), words::classes());
    tally.equal(&at, &sides, count(own().count()), classes);
    let sides = Sides::measured(words::actual(), words::due(), words::students());
    let placed = own().map(|class| class.students).sum();
    tally.equal(&at, &sides, placed, students);
}

fn at(class: &Class, term: Option<Term>) -> At {
    At::new(&[&same(&class.path.name)], term)
}

fn share(facts: &Facts, class: &Class, tally: &mut Tally) {
    if let Origin::Existing { classes, students, .. } = facts.scenario.cohorts[class.cohort].origin
    {
        let sides = Sides::measured(words::actual(), words::due(), words::students());
        let due = students.0 / f64::from(classes.max(1));
        tally.equal(&at(class, None), &sides, class.students, due);
    }
}

fn path(facts: &Facts, class: &Class, tally: &mut Tally) {
    let calendar = &facts.scenario.calendar;
    for term in calendar.term_ids() {
        if facts.study(class, term).is_some() {
            let at = at(class, Some(calendar.term(term)));
            tally.holds(&at, class.base[term].is_some(), words::no_seat);
        }
    }
    let mut due = facts.scenario.cohorts[class.cohort].entry.max(calendar.first);
    for (index, (from, _)) in class.seats.iter().enumerate() {
        let registered = facts.registered(class, *from).is_some();
        let ordered = if index == 0 { *from == due } else { *from > due };
        due = *from;
        let at = at(class, Some(*from));
        tally.holds(&at, ordered && registered, words::seat_order);
    }
}

fn allowed(facts: &Facts, class: &Class, tally: &mut Tally) {
    let programme = facts.scenario.programme_of(class.cohort);
    for (from, campus) in &class.seats {
        let name = facts.campus(*campus);
        let allowed = programme.sites.contains_key(campus);
        tally.holds(&at(class, Some(*from)), allowed, || words::not_allowed(&name.zh, &name.en));
    }
}
