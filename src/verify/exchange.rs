//! Rule Exchange: in each stage from the rule's first on in which the head
//! school and a branch are open, as many pairs as the rule says (fewer at a
//! price), each of one based at the head school and one at the branch, of the
//! same subjects and load, neither leader nor recruit, there to the end of the
//! stage, not barred at the other campus; nobody in two pairs of a stage or in
//! two stages in a row.

use super::decisions::Holder;
use super::facts::Facts;
use super::ledger::{At, Ledger, Limit, Sides, Tally, count, same};
use super::named::Pair;
use crate::domain::{ExchangeRule, Rule};
use crate::ids::{CampusId, StageId, SubjectId};
use crate::words::{people as words, violations};
use std::collections::{BTreeMap, BTreeSet};

pub(super) fn check(facts: &Facts, ledger: &mut Ledger) {
    let rule = facts.scenario.rules.exchange.as_ref();
    if rule.is_none() && facts.people.pairs.is_empty() {
        return;
    }
    let mut tally = ledger.rule(Rule::Exchange);
    let calendar = &facts.scenario.calendar;
    let mut stages: BTreeMap<usize, Vec<StageId>> = BTreeMap::new();
    for pair in &facts.people.pairs {
        let at = At::new(&[facts.campus(pair.branch)], Some(calendar.start(pair.stage)));
        let asked = rule.filter(|rule| rule.pairs.contains_key(&pair.branch));
        tally.holds(&at, asked.is_some(), words::unasked);
        if let Some(rule) = asked {
            alike(facts, rule, pair, &mut tally);
        }
        for person in [pair.out, pair.back] {
            stages.entry(person).or_default().push(pair.stage);
        }
    }
    for (person, mut stages) in stages {
        stages.sort_unstable();
        for next in stages.windows(2) {
            let name = same(&facts.posts[person].post.name);
            let at = At::new(&[&name], Some(calendar.start(next[1])));
            tally.holds(&at, next[1].0 > next[0].0 + 1, words::again);
        }
    }
    if let Some(rule) = rule {
        for (branch, pairs) in &rule.pairs {
            for stage in calendar.stage_ids() {
                number(facts, rule, (*branch, *pairs, stage), &mut tally);
            }
        }
    }
}

fn number(
    facts: &Facts,
    rule: &ExchangeRule,
    (branch, pairs, stage): (CampusId, u32, StageId),
    tally: &mut Tally,
) {
    let start = facts.scenario.calendar.start(stage);
    let open = facts.open[branch][stage] && facts.open[rule.head][stage];
    let due = if open && start >= rule.from { pairs } else { 0 };
    let here = |pair: &&Pair| (pair.branch, pair.stage) == (branch, stage);
    let named = count(facts.people.pairs.iter().filter(here).count());
    let at = At::new(&[facts.campus(branch)], Some(start));
    let limit = Limit {
        enforce: rule.enforce,
        keys: vec![facts.scenario.campuses[branch].id.clone()],
        year: start.fiscal_year(),
    };
    let sides = Sides::counted(violations::need(), words::pairs(), words::pairs_unit());
    tally.limit(&at, &sides, limit, (f64::from(due), named));
    let sides = Sides::counted(words::pairs(), violations::at_most(), words::pairs_unit());
    tally.at_most(&at, &sides, named, f64::from(due));
}

/// Subjects and load of somebody in a stage; nothing for a recruit.
fn kind(facts: &Facts, person: usize, stage: StageId) -> Option<(BTreeSet<SubjectId>, f64)> {
    match facts.posts[person].holder_in(stage) {
        Holder::Group(group) => {
            let group = &facts.scenario.staff[group];
            Some((group.subjects.iter().copied().collect(), group.load.0))
        }
        Holder::Retrained(group, subject) => {
            Some((BTreeSet::from([subject]), facts.scenario.staff[group].load.0))
        }
        Holder::Recruit(_) => None,
    }
}

fn alike(facts: &Facts, rule: &ExchangeRule, pair: &Pair, tally: &mut Tally) {
    let start = facts.scenario.calendar.start(pair.stage);
    let sides = [(pair.out, rule.head, pair.branch), (pair.back, pair.branch, rule.head)];
    for (person, base, other) in sides {
        let post = &facts.posts[person];
        let at = At::new(&[&same(&post.post.name)], Some(start));
        let there = post.through[pair.stage] && post.base[pair.stage] == Some(base);
        let staff = kind(facts, person, pair.stage).is_some() && facts.teaches_class(person);
        tally.holds(&at, there && staff, words::no_exchange);
        let free = !facts.barred(person).contains(&other);
        tally.holds(&at, free, words::barred);
    }
    let names = [pair.out, pair.back].map(|person| same(&facts.posts[person].post.name));
    let at = At::new(&[&names[0], &names[1]], Some(start));
    let kinds = [pair.out, pair.back].map(|person| kind(facts, person, pair.stage));
    tally.holds(&at, kinds[0] == kinds[1], words::not_alike);
}
