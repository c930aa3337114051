//! Rule Relocation.
//!
//! - Classes move only at the start of a stage, and to another campus;
//! - Σ classes moved at a stage ≤ `most_per_stage`, beyond it at a price (class);
//! - moves of a class ≤ `most_per_class`;
//! - unless `last_year`: no move in a term of study ≥ length − 1, except from
//!   a campus that may not be used throughout the stage, and where rule Bands
//!   lets a class leave.

use super::decisions::{Class, Move};
use super::facts::Facts;
use super::ledger::{At, Ledger, Limit, Sides, Tally, count, same};
use crate::domain::Rule;
use crate::words::violations as words;

pub(super) fn check(facts: &Facts, ledger: &mut Ledger) {
    let mut tally = ledger.rule(Rule::Relocation);
    for class in &facts.classes {
        times(facts, class, &mut tally);
        let mut before = None;
        for (from, campus) in &class.seats {
            let at = At::new(&[&same(&class.path.name)], Some(*from));
            let elsewhere = before.replace(*campus) != Some(*campus);
            tally.holds(&at, elsewhere, words::move_nowhere);
        }
        for one in &class.moves {
            each(facts, class, one, &mut tally);
        }
    }
    stages(facts, &mut tally);
}

fn times(facts: &Facts, class: &Class, tally: &mut Tally) {
    let sides = Sides::counted(words::moved(), words::at_most(), words::moves());
    let at = At::new(&[&same(&class.path.name)], None);
    let most = facts.scenario.rules.relocation.most_per_class;
    tally.at_most(&at, &sides, count(class.moves.len()), f64::from(most));
}

fn each(facts: &Facts, class: &Class, one: &Move, tally: &mut Tally) {
    let calendar = &facts.scenario.calendar;
    let (term, stage) = (calendar.term(one.term), calendar.stage_of(one.term));
    let at = At::new(&[&same(&class.path.name)], Some(term));
    tally.holds(&at, calendar.stage_starting(term).is_some(), words::move_in_stage);
    if !facts.scenario.rules.relocation.last_year && facts.usable(one.origin, stage) {
        let length = facts.scenario.programme_of(class.cohort).length();
        let early = facts.study(class, one.term).is_none_or(|a| a + 1 < length);
        let freed = || super::bands::may_leave(facts, class, one.origin, one.term);
        tally.holds(&at, early || freed(), words::move_in_last_year);
    }
}

fn stages(facts: &Facts, tally: &mut Tally) {
    let rule = &facts.scenario.rules.relocation;
    let calendar = &facts.scenario.calendar;
    let Some(most) = rule.most_per_stage else {
        return;
    };
    for stage in calendar.stage_ids() {
        let moves = facts.classes.iter().flat_map(|class| &class.moves);
        let moves = moves.filter(|one| calendar.stage_of(one.term) == stage);
        let start = calendar.start(stage);
        let limit = Limit { enforce: rule.enforce, keys: Vec::new(), year: start.fiscal_year() };
        let at = At::new(&[&words::all_campuses()], Some(start));
        let sides = Sides::counted(words::moved(), words::at_most(), words::classes());
        tally.limit(&at, &sides, limit, (count(moves.count()), f64::from(most)));
    }
}
