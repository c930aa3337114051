//! Rule Pins. For each pin:
//!
//! - what is counted ≥ its least in each term it covers in which there can be
//!   any, or at some time within them where once is enough;
//! - what is counted ≤ its most in each term it covers;
//! - classes admitted and people hired are counted over all its terms together.

use super::decisions::Holder;
use super::facts::Facts;
use super::ledger::{At, Ledger, Sides, Tally, count};
use crate::domain::{Pin, Pinned, Rule, Term, Who};
use crate::ids::{CampusId, ProgrammeId, StageId, TermId};
use crate::words::pins as words;

pub(super) fn check(facts: &Facts, ledger: &mut Ledger) {
    let scenario = facts.scenario;
    if scenario.pins.is_empty() {
        return;
    }
    let mut tally = ledger.rule(Rule::Pins);
    for pin in &scenario.pins {
        if let Some(least) = pin.at_least {
            let due = scenario.due(pin);
            if pin.once || pin.adds_up() {
                let found = over(facts, pin.pinned, &due);
                at_least(facts, pin, (due.first(), least, found), &mut tally);
            } else {
                for term in &due {
                    let found = counted(facts, pin.pinned, *term);
                    at_least(facts, pin, (Some(term), least, found), &mut tally);
                }
            }
        }
        if let Some(most) = pin.at_most {
            let covered: Vec<TermId> = scenario.covered(pin).collect();
            if pin.adds_up() {
                let found = over(facts, pin.pinned, &covered);
                at_most(facts, pin, (covered.first(), most, found), &mut tally);
            } else {
                for term in &covered {
                    let found = counted(facts, pin.pinned, *term);
                    at_most(facts, pin, (Some(term), most, found), &mut tally);
                }
            }
        }
    }
}

fn at(facts: &Facts, pin: &Pin, term: Option<&TermId>) -> At {
    let term = term.map(|term| facts.scenario.calendar.term(*term));
    At::new(&[&words::pin(facts.scenario, pin)], term)
}

fn at_least(
    facts: &Facts,
    pin: &Pin,
    (term, least, found): (Option<&TermId>, u32, f64),
    tally: &mut Tally,
) {
    let sides = Sides::counted(words::least_bound(), words::count(), words::unit());
    let at = at(facts, pin, term);
    tally.at_most(&at, &sides, f64::from(least), found);
}

fn at_most(
    facts: &Facts,
    pin: &Pin,
    (term, most, found): (Option<&TermId>, u32, f64),
    tally: &mut Tally,
) {
    let sides = Sides::counted(words::count(), words::most_bound(), words::unit());
    let at = at(facts, pin, term);
    tally.at_most(&at, &sides, found, f64::from(most));
}

/// What the plan has of a decision in a term.
fn counted(facts: &Facts, pinned: Pinned, term: TermId) -> f64 {
    let stage = facts.scenario.calendar.stage_of(term);
    match pinned {
        Pinned::Placement(programme, entry, at) => seated(facts, (programme, entry, at), &[term]),
        Pinned::Open(campus) => f64::from(u8::from(facts.in_use(campus, term))),
        Pinned::Built(option) => facts.built[option][term],
        Pinned::Posted(who, campus) => posted(facts, who, (campus, stage)),
        Pinned::Admitted(..) | Pinned::Hired(_) => over(facts, pinned, &[term]),
    }
}

/// What the plan has of a decision over several terms.
pub(super) fn over(facts: &Facts, pinned: Pinned, terms: &[TermId]) -> f64 {
    let calendar = &facts.scenario.calendar;
    match pinned {
        Pinned::Placement(programme, entry, at) => seated(facts, (programme, entry, at), terms),
        Pinned::Admitted(programme, entry) => {
            let cohorts = facts.scenario.cohorts_of(programme, entry);
            let entered = cohorts.filter(|id| {
                let term = calendar.find(facts.scenario.cohorts[*id].entry);
                term.is_some_and(|term| terms.contains(&term))
            });
            entered.map(|id| facts.admitted[id].0).sum()
        }
        Pinned::Hired(subject) => {
            let starts = |stage: StageId| terms.contains(&TermId(calendar.stages[stage].start));
            let hires = facts.hires.iter();
            hires
                .filter(|one| one.subject == subject && starts(one.stage))
                .map(|one| one.people)
                .sum()
        }
        Pinned::Built(_) | Pinned::Open(_) | Pinned::Posted(..) => {
            let counts = terms.iter().map(|term| counted(facts, pinned, *term));
            counts.fold(0.0, f64::max)
        }
    }
}

/// Classes at a campus in one of the terms, each counted once.
fn seated(
    facts: &Facts,
    (programme, entry, campus): (ProgrammeId, Option<Term>, CampusId),
    terms: &[TermId],
) -> f64 {
    let there = facts.classes.iter().filter(|class| {
        let cohort = &facts.scenario.cohorts[class.cohort];
        cohort.programme == programme
            && entry.is_none_or(|entry| entry == cohort.entry)
            && terms.iter().any(|term| class.base[*term] == Some(campus))
    });
    count(there.count())
}

/// People based at a campus who work through the stage.
fn posted(facts: &Facts, who: Who, (campus, stage): (CampusId, StageId)) -> f64 {
    let counts = |holder: Holder| match (who, holder) {
        (Who::Group(group), Holder::Group(of) | Holder::Retrained(of, _)) => group == of,
        (Who::Group(_), Holder::Recruit(_)) => false,
        (Who::Subject(subject), Holder::Group(of)) => {
            facts.scenario.staff[of].subjects.contains(&subject)
        }
        (Who::Subject(subject), Holder::Recruit(of) | Holder::Retrained(_, of)) => subject == of,
    };
    let there = facts.posts.iter().filter(|post| {
        post.through[stage] && post.base[stage] == Some(campus) && counts(post.holder_in(stage))
    });
    count(there.count())
}
