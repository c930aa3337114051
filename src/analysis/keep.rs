//! What a published plan decided, as the section `keep` of a scenario.

use crate::domain::{Decision, Part, Programme, Scenario, Term};
use crate::plan::Plan;
use crate::scenario::named::Named;
use crate::scenario::raw::{RawKeep, RawKept};
use std::collections::BTreeMap;

/// Counts by the first term of each stage.
type Counts = BTreeMap<Term, u32>;

/// The decisions of a plan, in terms of the case that is to keep them.
pub fn decided(scenario: &Scenario, plan: &Plan, before: Option<Part>) -> RawKeep {
    let mut decided = classes(scenario, plan);
    decided.extend(campuses(scenario, plan));
    decided.extend(events(plan));
    decided.extend(posts(scenario, plan));
    RawKeep { before, decided }
}

/// Counts where they change, from the first stage in which there is any.
fn changing(scenario: &Scenario, counts: &Counts) -> Named<u32> {
    let calendar = &scenario.calendar;
    let mut listed: Vec<(String, u32)> = Vec::new();
    let mut last = 0;
    for term in calendar.term_ids() {
        let start = calendar.term(term);
        let begins = calendar.stage_starting(start).is_some();
        let count = match counts.get(&start) {
            Some(count) => *count,
            None if begins => 0,
            None => last,
        };
        if count != last {
            listed.push((start.to_string(), count));
            last = count;
        }
    }
    Named(listed)
}

fn classes(scenario: &Scenario, plan: &Plan) -> Vec<RawKept> {
    let mut all: BTreeMap<(&str, Term, &str), Counts> = BTreeMap::new();
    for class in &plan.classes {
        let mut programmes = scenario.programmes.iter();
        let programme = programmes.find(|one| one.id == class.programme);
        let length = programme.map_or(0, Programme::length);
        for stage in scenario.calendar.stage_ids() {
            let registered = |term: &Term| {
                let since = usize::try_from(term.since(class.entry.0));
                since.is_ok_and(|since| since < length) && !class.dissolved(*term)
            };
            let mut terms = (scenario.calendar.terms_of(stage))
                .map(|term| scenario.calendar.term(term))
                .filter(registered);
            let seat = terms.find_map(|term| {
                let seat = class.seats.iter().rfind(|seat| seat.from.0 <= term);
                seat.map(|seat| seat.campus.as_str())
            });
            if let Some(campus) = seat {
                let key = (class.programme.as_str(), class.entry.0, campus);
                let counts = all.entry(key).or_default();
                *counts.entry(scenario.calendar.start(stage)).or_default() += 1;
            }
        }
    }
    let kept = all.iter().map(|((programme, entry, campus), counts)| RawKept {
        decision: Some(Decision::Placement),
        programme: Some((*programme).to_owned()),
        entry: Some(entry.to_string()),
        campus: Some((*campus).to_owned()),
        counts: changing(scenario, counts),
        ..RawKept::default()
    });
    kept.collect()
}

/// Campuses in use and modules in service.
fn campuses(scenario: &Scenario, plan: &Plan) -> Vec<RawKept> {
    let mut open: BTreeMap<&str, Counts> = BTreeMap::new();
    for one in plan.campuses.iter().filter(|one| one.open) {
        let counts = open.entry(&one.campus).or_default();
        counts.insert(one.from.0, 1);
    }
    let mut built: BTreeMap<&str, Counts> = BTreeMap::new();
    for one in &plan.built {
        let counts = built.entry(&one.option).or_default();
        counts.insert(one.from.0, one.modules);
    }
    let open = open.iter().map(|(campus, counts)| RawKept {
        decision: Some(Decision::Open),
        campus: Some((*campus).to_owned()),
        counts: changing(scenario, counts),
        ..RawKept::default()
    });
    let built = built.iter().map(|(option, counts)| RawKept {
        decision: Some(Decision::Built),
        option: Some((*option).to_owned()),
        counts: changing(scenario, counts),
        ..RawKept::default()
    });
    open.chain(built).collect()
}

/// Classes admitted and people hired, each in its term.
fn events(plan: &Plan) -> Vec<RawKept> {
    let admitted = plan.admissions.iter().filter(|one| one.classes > 0);
    let admitted = admitted.map(|one| RawKept {
        decision: Some(Decision::Admitted),
        programme: Some(one.programme.clone()),
        entry: Some(one.entry.to_string()),
        counts: Named(vec![(one.entry.to_string(), one.classes)]),
        ..RawKept::default()
    });
    let mut hired: BTreeMap<&str, Vec<(String, u32)>> = BTreeMap::new();
    for one in &plan.hires {
        let counts = hired.entry(&one.subject).or_default();
        counts.push((one.at.to_string(), one.people));
    }
    let hired = hired.into_iter().map(|(subject, counts)| RawKept {
        decision: Some(Decision::Hired),
        subject: Some(subject.to_owned()),
        counts: Named(counts),
        ..RawKept::default()
    });
    admitted.chain(hired).collect()
}

/// Where people are based: those of the roster one by one, others by group.
fn posts(scenario: &Scenario, plan: &Plan) -> Vec<RawKept> {
    let mut all: BTreeMap<(Option<&str>, Option<&str>, &str), Counts> = BTreeMap::new();
    for post in plan.posts.iter().filter(|post| post.group.is_some()) {
        let person = post.person.as_deref();
        let group = post.group.as_deref().filter(|_| person.is_none());
        for stage in scenario.calendar.stage_ids() {
            let start = scenario.calendar.start(stage);
            let last = scenario.calendar.terms_of(stage).last();
            let last = last.map_or(start, |last| scenario.calendar.term(last));
            let works = post.leaves.is_none_or(|leaves| last < leaves.0);
            let seat = post.seats.iter().rfind(|seat| seat.from.0 <= start);
            if let Some(seat) = seat.filter(|_| works) {
                let counts = all.entry((person, group, &seat.campus)).or_default();
                *counts.entry(start).or_default() += 1;
            }
        }
    }
    let kept = all.iter().map(|((person, group, campus), counts)| RawKept {
        decision: Some(Decision::Posted),
        person: person.map(str::to_owned),
        staff: group.map(str::to_owned),
        campus: Some((*campus).to_owned()),
        counts: changing(scenario, counts),
        ..RawKept::default()
    });
    kept.collect()
}
