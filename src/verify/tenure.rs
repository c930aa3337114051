//! Rule Tenure. usable(c, t): within the tenure and not vacated.
//!
//! - open[c, g] ⇒ usable(c, t) in some term of g: it is in use in those; a class
//!   at c ⇒ usable(c, t) in all terms of g in which it is on the register;
//!   sharing or visiting at c ⇒ usable(c, t) in all terms of g;
//! - a class, a post, sharing or visiting at c ⇒ open[c, g];
//! - in use today, not closable and usable throughout g ⇒ open[c, g];
//! - a campus that may not reopen opens at most once, and never if it is in use
//!   today;
//! - it closes only if it is closable or not usable throughout the stage;
//! - a campus held open or closed in a stage is so.

use super::facts::Facts;
use super::ledger::{At, Ledger, Sides, Tally, join, same};
use crate::domain::{Rule, Text};
use crate::ids::{CampusId, StageId, TermId};
use crate::words::violations as words;

pub(super) fn check(facts: &Facts, ledger: &mut Ledger) {
    let mut tally = ledger.rule(Rule::Tenure);
    for campus in facts.campuses() {
        for stage in facts.scenario.calendar.stage_ids() {
            if facts.open[campus][stage] {
                let calendar = &facts.scenario.calendar;
                let mut terms = calendar.terms_of(stage);
                let ever = terms.any(|term| facts.in_use(campus, term));
                let at = At::new(&[facts.campus(campus)], Some(calendar.start(stage)));
                tally.holds(&at, ever, words::unusable);
            }
            switch(facts, campus, stage, &mut tally);
        }
        openings(facts, campus, &mut tally);
    }
    for ((campus, stage), held) in &facts.scenario.held_open {
        let start = facts.scenario.calendar.start(*stage);
        let at = At::new(&[facts.campus(*campus)], Some(start));
        tally.holds(&at, facts.open[*campus][*stage] == *held, words::not_as_held);
    }
    classes(facts, &mut tally);
    posts(facts, &mut tally);
    guests(facts, &mut tally);
}

fn usable(
    facts: &Facts,
    campus: CampusId,
    mut terms: impl Iterator<Item = TermId>,
    at: &At,
    tally: &mut Tally,
) {
    let calendar = &facts.scenario.calendar;
    let barred = terms.find(|term| !facts.scenario.usable(campus, calendar.term(*term)));
    let at = barred.map_or_else(|| at.clone(), |term| at.within(calendar.term(term)));
    tally.holds(&at, barred.is_none(), words::unusable);
}

fn open(facts: &Facts, what: &Text, campus: CampusId, stage: StageId, tally: &mut Tally) {
    let start = facts.scenario.calendar.start(stage);
    let at = At::new(&[what, facts.campus(campus)], Some(start));
    tally.holds(&at, facts.open[campus][stage], words::closed);
}

fn throughout(facts: &Facts, what: &Text, (campus, stage): (CampusId, StageId), tally: &mut Tally) {
    let at = At::new(&[what, facts.campus(campus)], None);
    let terms = facts.scenario.calendar.terms_of(stage);
    usable(facts, campus, terms, &at, tally);
}

fn switch(facts: &Facts, campus: CampusId, stage: StageId, tally: &mut Tally) {
    let noun = &facts.scenario.campuses[campus];
    let start = facts.scenario.calendar.start(stage);
    let at = At::new(&[&noun.name], Some(start));
    let free = noun.closable || !facts.usable(campus, stage);
    if noun.in_use && !free {
        tally.holds(&at, facts.open[campus][stage], words::must_open);
    }
    if facts.closes(campus, stage) {
        tally.holds(&at, free, words::not_closable);
    }
}

fn openings(facts: &Facts, campus: CampusId, tally: &mut Tally) {
    let noun = &facts.scenario.campuses[campus];
    if noun.reopenable {
        return;
    }
    let stages = facts.scenario.calendar.stage_ids();
    let opened = stages.filter(|stage| facts.opens(campus, *stage)).count();
    let most = if noun.in_use { 0.0 } else { 1.0 };
    let sides = Sides::counted(words::opened(), words::at_most(), words::times());
    let at = At::new(&[&noun.name], None);
    tally.at_most(&at, &sides, super::ledger::count(opened), most);
}

fn classes(facts: &Facts, tally: &mut Tally) {
    for class in &facts.classes {
        let name = same(&class.path.name);
        for (stage, terms) in facts.scenario.calendar.stages.iter_enumerated() {
            for campus in facts.campuses() {
                let mut here = terms
                    .clone()
                    .map(TermId)
                    .filter(|term| class.base[*term] == Some(campus))
                    .peekable();
                if here.peek().is_some() {
                    let at = At::new(&[&name, facts.campus(campus)], None);
                    usable(facts, campus, here, &at, tally);
                    open(facts, &name, campus, stage, tally);
                }
            }
        }
    }
}

fn posts(facts: &Facts, tally: &mut Tally) {
    for post in &facts.posts {
        let name = same(&post.post.name);
        for (stage, base) in post.base.iter_enumerated() {
            if let Some(base) = base.filter(|_| post.through[stage]) {
                open(facts, &name, base, stage, tally);
            }
        }
    }
}

fn guests(facts: &Facts, tally: &mut Tally) {
    for shared in facts.sharing.iter().filter(|shared| shared.hours > 0.0) {
        let name = &facts.scenario.resources[shared.resource].name;
        for campus in [shared.user, shared.host] {
            open(facts, name, campus, shared.stage, tally);
            throughout(facts, name, (campus, shared.stage), tally);
        }
    }
    for visit in facts.visiting.iter().filter(|visit| visit.periods > 0.0) {
        let subject = &facts.scenario.subjects[visit.subject].name;
        let name = join(&[&words::visiting(), subject]);
        for campus in [visit.base, visit.host] {
            open(facts, &name, campus, visit.stage, tally);
            throughout(facts, &name, (campus, visit.stage), tally);
        }
    }
}
