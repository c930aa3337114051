//! Rule Visiting: only over a road of at most the longest way, and for each
//! subject and term Σ visiting ≤ share · Σ periods needed.

use super::decisions::Visit;
use super::facts::Facts;
use super::ledger::{At, Ledger, Sides, Tally, join};
use crate::domain::{Rule, Text};
use crate::ids::SubjectId;
use crate::words::violations as words;

pub(super) fn check(facts: &Facts, ledger: &mut Ledger) {
    let mut tally = ledger.rule(Rule::Visiting);
    for visit in &facts.visiting {
        way(facts, visit, &mut tally);
    }
    for subject in facts.scenario.subjects.keys() {
        share(facts, subject, &mut tally);
    }
}

fn way(facts: &Facts, visit: &Visit, tally: &mut Tally) {
    let subject = &facts.scenario.subjects[visit.subject].name;
    let (base, host): (&Text, &Text) = (facts.campus(visit.base), facts.campus(visit.host));
    let start = facts.scenario.calendar.start(visit.stage);
    let at = At::new(&[&join(&[subject, base, host])], Some(start));
    tally.holds(&at, visit.base != visit.host, words::same_campus);
    let road = facts.scenario.road(visit.base, visit.host);
    tally.holds(&at, road.is_some(), words::no_road);
    let longest = facts.scenario.rules.visiting.time;
    if let (Some(road), Some(longest)) = (road, longest) {
        let sides = Sides::measured(words::travel(), words::at_most(), words::minutes());
        tally.at_most(&at, &sides, road.time.0, longest.0);
    }
}

fn share(facts: &Facts, subject: SubjectId, tally: &mut Tally) {
    let noun = &facts.scenario.subjects[subject];
    let (needed, (out, _)) = (facts.needed(subject), facts.visits(subject));
    let most = facts.scenario.rules.visiting.share;
    for (term, stage) in facts.terms() {
        let visiting: f64 = out.iter().map(|stages| stages[stage]).sum();
        let all: f64 = needed.iter().map(|terms| terms[term]).sum();
        let at = At::new(&[&noun.name], Some(facts.scenario.calendar.term(term)));
        let sides = Sides::measured(words::visiting(), words::at_most(), words::periods());
        tally.at_most(&at, &sides, visiting, most * all);
    }
}
