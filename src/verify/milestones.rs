//! Milestones, recomputed. They are no rule: the model has no row for them.
//!
//! Work on what is tied to the plan, in term t by the plan:
//!
//! | tied to | t, the first term | begins | date |
//! |---|---|---|---|
//! | vacated(c) | after the last with a class at c | last day of t − 1, + 1 | last day of t − 1, + days |
//! | opened(c) | of a stage with c open, not open before | date − days + 1 | first day of t, − 1 |
//! | built(i, …) | of a stage with a module of any of them in service | date − days + 1 | first day of t, − 1 |
//! | begins(p) | with a class of p admitted | date − days + 1 | first day of t |
//! | target(n) | in which n is met | date − days + 1 | first day of t |
//!
//! For every milestone earliest = max(start, done of all before + 1) + days − 1
//! and done = max(date, earliest); what is not tied has date = earliest. Days of
//! work are counted without public holidays.

use super::facts::Facts;
use super::ledger::{At, Ledger, Tally};
use super::{Check, target};
use crate::domain::{Milestone, Tie};
use crate::ids::{MilestoneId, TermId};
use crate::plan::{MilestoneResult, MilestoneStatus, TermKey};
use crate::words::violations as words;
use chrono::{NaiveDate, TimeDelta};
use std::collections::BTreeSet;
use typed_index_collections::TiVec;

pub(super) fn check(facts: &Facts, ledger: &mut Ledger) {
    let (due, stated) = (&facts.scenario.milestones, &facts.plan.milestones);
    if due.is_empty() && stated.is_empty() {
        return;
    }
    let mut tally = ledger.of(Check::Milestones);
    let mut seen = BTreeSet::new();
    for (index, line) in stated.iter().enumerate() {
        let at = At::path(&format!("milestones[{index}]"));
        let known = due.iter().any(|one| one.id == line.milestone);
        tally.holds(&at, known, || words::unknown(&line.milestone));
        tally.holds(&at, seen.insert(&line.milestone), words::twice);
    }
    for (id, when) in schedule(facts).iter_enumerated() {
        let milestone = &due[id];
        let at = At::new(&[&milestone.name], None);
        let line = stated.iter().find(|line| line.milestone == milestone.id);
        tally.holds(&at, line.is_some(), words::absent);
        if let Some(line) = line {
            compare(facts, (milestone, when), line, &at, &mut tally);
        }
    }
}

/// When a milestone is worked on and reached.
#[derive(Clone, Default, PartialEq)]
struct When {
    term: Option<TermId>,
    begins: Option<NaiveDate>,
    date: Option<NaiveDate>,
    earliest: Option<NaiveDate>,
    done: Option<NaiveDate>,
    waits_for: BTreeSet<MilestoneId>,
}

/// All milestones: what each comes after is taken from the round before, until
/// nothing changes. A chain of n is settled after n rounds.
fn schedule(facts: &Facts) -> TiVec<MilestoneId, When> {
    let all = &facts.scenario.milestones;
    let fixed = |one: &Milestone| by_plan(facts, one, one.tie.as_ref()?);
    let fixed: Vec<Option<Fixed>> = all.iter().map(fixed).collect();
    let mut now: TiVec<MilestoneId, When> = vec![When::default(); all.len()].into();
    for _ in 0..all.len() {
        let next = all.iter().zip(&fixed);
        let next: TiVec<MilestoneId, When> =
            next.map(|(one, fixed)| round(facts, one, *fixed, &now)).collect();
        if next == now {
            break;
        }
        now = next;
    }
    now
}

/// What the plan fixes: the term, the first and the last day of the work.
type Fixed = (TermId, NaiveDate, NaiveDate);

fn round(
    facts: &Facts,
    milestone: &Milestone,
    fixed: Option<Fixed>,
    before: &TiVec<MilestoneId, When>,
) -> When {
    let mut when = When::default();
    let lost = milestone.after.iter().any(|id| before[*id].done.is_none());
    let mut free = milestone.start;
    for id in &milestone.after {
        let next = before[*id].done.map(|done| plus(done, 1));
        free = free.max(next);
    }
    let free = free.filter(|_| !lost);
    when.earliest = free.map(|free| nth(facts, free, milestone.days, 1));
    let free = free.map(|free| nth(facts, free, 1, 1));
    (when.begins, when.date) = match (&milestone.tie, fixed) {
        (None, _) => (free, when.earliest),
        (Some(_), None) => (None, None),
        (Some(_), Some((_, begins, date))) => (Some(begins), Some(date)),
    };
    when.term = fixed.map(|(term, ..)| term);
    when.done = when.date.map(|date| when.earliest.unwrap_or(date).max(date));
    let late = |id: &MilestoneId| match before[*id].done {
        None => true,
        Some(done) => when.begins.is_some_and(|begins| done >= begins),
    };
    when.waits_for = milestone.after.iter().copied().filter(late).collect();
    when
}

fn plus(day: NaiveDate, days: i64) -> NaiveDate {
    let sum = day.checked_add_signed(TimeDelta::days(days));
    sum.unwrap_or(if days < 0 { NaiveDate::MIN } else { NaiveDate::MAX })
}

/// The nth working day from a day on, or back from it: one of no public holiday.
fn nth(facts: &Facts, from: NaiveDate, count: u32, step: i64) -> NaiveDate {
    let mut day = from;
    let mut left = count;
    loop {
        let mut holidays = facts.scenario.calendar.holidays.iter();
        if !holidays.any(|one| one.from <= day && day <= one.until) {
            left = left.saturating_sub(1);
        }
        if left == 0 || plus(day, step) == day {
            return day;
        }
        day = plus(day, step);
    }
}

fn by_plan(facts: &Facts, milestone: &Milestone, tie: &Tie) -> Option<Fixed> {
    let calendar = &facts.scenario.calendar;
    let mut stages = calendar.stage_ids();
    let term = match tie {
        Tie::Vacated(campus) => {
            let here =
                |term: &TermId| facts.classes.iter().any(|one| one.base[*term] == Some(*campus));
            let last = calendar.term_ids().filter(here).last();
            let empty = TermId(last.map_or(0, |last| last.0 + 1));
            (empty.0 < calendar.terms).then_some(empty)
        }
        Tie::Opened(campus) => {
            let opens = stages.find(|stage| facts.opens(*campus, *stage));
            let mut terms = opens.into_iter().flat_map(|stage| calendar.terms_of(stage));
            terms.find(|term| facts.in_use(*campus, *term))
        }
        Tie::Built(options) => {
            let built = |term: &TermId| options.iter().any(|id| facts.built[*id][*term] > 0.0);
            calendar.term_ids().find(built)
        }
        Tie::Begins(programme) => {
            let cohorts = facts.scenario.cohorts.iter_enumerated();
            let admitted = cohorts.filter(|(id, cohort)| {
                cohort.programme == *programme && facts.admitted[*id].0 > 0.0
            });
            let entries = admitted.filter_map(|(_, cohort)| calendar.find(cohort.entry));
            entries.min()
        }
        Tie::Target(id) => {
            let one = &facts.scenario.targets[*id];
            let met = |term: &TermId| target::missed(facts, one, *term) <= 0.0;
            calendar.term_ids().find(met)
        }
    }?;
    let first = calendar.first_day(calendar.term(term));
    let days = milestone.days;
    let (begins, date) = match tie {
        Tie::Vacated(_) => {
            let left = plus(calendar.last_day(calendar.term(term).plus(-1)), 1);
            (nth(facts, left, 1, 1), nth(facts, left, days, 1))
        }
        Tie::Opened(_) | Tie::Built(_) => {
            let before = plus(first, -1);
            (nth(facts, before, days, -1), nth(facts, before, 1, -1))
        }
        Tie::Begins(_) | Tie::Target(_) if days == 1 => (first, first),
        Tie::Begins(_) | Tie::Target(_) => (nth(facts, plus(first, -1), days - 1, -1), first),
    };
    Some((term, begins, date))
}

fn compare(
    facts: &Facts,
    (milestone, when): (&Milestone, &When),
    line: &MilestoneResult,
    at: &At,
    tally: &mut Tally,
) {
    for (what, stated, due) in [
        (words::milestone_begins(), line.begins, when.begins),
        (words::milestone_date(), line.date, when.date),
        (words::milestone_earliest(), line.earliest, when.earliest),
        (words::milestone_due(), Some(line.due), Some(milestone.due)),
    ] {
        let say = |day: Option<NaiveDate>| day.map_or("-".to_owned(), |day| day.to_string());
        tally
            .holds(&at.about(&what), stated == due, || words::day_differs(&say(stated), &say(due)));
    }
    let term = when.term.map(|term| TermKey(facts.scenario.calendar.term(term)));
    tally.holds(at, line.term == term, words::milestone_term);
    let over = when.done.map_or(0, |done| (done - milestone.due).num_days());
    let late = over.max(0);
    tally.holds(at, i64::from(line.late_days) == late, || {
        words::late_differs(i64::from(line.late_days), late)
    });
    let status = status(when, late);
    tally.holds(at, line.status == status, words::milestone_status);
    let key = |id: &MilestoneId| facts.scenario.milestones[*id].id.as_str();
    let waits: BTreeSet<&str> = when.waits_for.iter().map(key).collect();
    let stated: Vec<&str> = line.waits_for.iter().map(String::as_str).collect();
    let same = stated.len() == waits.len() && stated.iter().all(|key| waits.contains(key));
    tally.holds(at, same, words::milestone_waits);
}

fn status(when: &When, late: i64) -> MilestoneStatus {
    match when.date {
        None => MilestoneStatus::Never,
        Some(date) if !when.waits_for.is_empty() || when.done > Some(date) => {
            MilestoneStatus::Waiting
        }
        Some(_) if late > 0 => MilestoneStatus::Late,
        Some(_) => MilestoneStatus::OnTime,
    }
}
