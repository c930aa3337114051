//! Rule Employment. Nobody is dismissed.
//!
//! - Of each group, people posted in a stage = people who work throughout it,
//!   each with one base; who leaves within a stage keeps the base before it;
//! - recruits who start at a stage = hires then; they stay; hires of a subject in a
//!   calendar year ≤ `most_per_year`; hires of all subjects ≤ `hires_per_year`,
//!   beyond it at a price (person);
//! - people whose base differs from the one before ≤ `rebased_per_stage`, beyond it
//!   at a price (person).

use super::decisions::{Holder, Posted};
use super::facts::Facts;
use super::ledger::{At, Ledger, Limit, Sides, Tally, count, same};
use crate::domain::{Person, Rule, StaffGroup, Term};
use crate::ids::{GroupId, SubjectId, TermId};
use crate::words::violations as words;
use std::collections::{BTreeMap, BTreeSet};

pub(super) fn check(facts: &Facts, ledger: &mut Ledger) {
    let mut tally = ledger.rule(Rule::Employment);
    for group in facts.scenario.staff.keys() {
        people(facts, group, &mut tally);
        posted(facts, group, &mut tally);
    }
    for post in &facts.posts {
        terms(facts, post, &mut tally);
        bases(facts, post, &mut tally);
    }
    for subject in facts.scenario.subjects.keys() {
        recruits(facts, subject, &mut tally);
    }
    hires(facts, &mut tally);
    rebased(facts, &mut tally);
}

/// Key and name in the roster, and the term of leaving if in the horizon.
type Feature<'a> = (Option<&'a str>, Option<&'a str>, Option<Term>);

/// Posts of a group are its people, one by one.
fn people(facts: &Facts, group: GroupId, tally: &mut Tally) {
    let noun = &facts.scenario.staff[group];
    let first = facts.scenario.calendar.first;
    let mut due: BTreeMap<Feature, (usize, usize)> = BTreeMap::new();
    let present = |person: &&Person| person.retires.is_none_or(|term| first < term);
    for person in noun.people.iter().filter(present) {
        let within = |term: &Term| facts.scenario.calendar.find(*term).is_some();
        let leaves = person.retires.filter(within);
        let feature = (person.id.as_deref(), person.name.as_deref(), leaves);
        due.entry(feature).or_default().1 += 1;
    }
    let named: BTreeSet<&str> =
        (noun.people.iter()).filter_map(|person| person.name.as_deref()).collect();
    for post in held(facts, Holder::Group(group)) {
        let post = post.post;
        if post.leaves.is_some_and(|leaves| leaves.0 <= first) {
            continue;
        }
        let name = Some(post.name.as_str()).filter(|name| named.contains(name));
        let leaves = post.leaves.map(|leaves| leaves.0);
        due.entry((post.person.as_deref(), name, leaves)).or_default().0 += 1;
    }
    for ((id, name, leaves), (actual, employed)) in due {
        let who = same(name.or(id).unwrap_or(&noun.id));
        let at = At::new(&[&noun.name, &who], leaves);
        let sides = Sides::counted(words::posted(), words::employed(), words::people());
        tally.equal(&at, &sides, count(actual), count(employed));
    }
}

fn held<'f, 'a>(facts: &'f Facts<'a>, holder: Holder) -> impl Iterator<Item = &'f Posted<'a>> {
    facts.posts.iter().filter(move |post| post.holder == holder)
}

fn posted(facts: &Facts, group: GroupId, tally: &mut Tally) {
    let noun = &facts.scenario.staff[group];
    let calendar = &facts.scenario.calendar;
    for (stage, terms) in calendar.stages.iter_enumerated() {
        let last = calendar.term(TermId(terms.end.saturating_sub(1)));
        let based = |post: &&Posted| post.through[stage] && post.base[stage].is_some();
        let posted = count(held(facts, Holder::Group(group)).filter(based).count());
        let at = At::new(&[&noun.name], Some(calendar.start(stage)));
        let sides = Sides::counted(words::posted(), words::employed(), words::people());
        tally.equal(&at, &sides, posted, count(noun.working(last)));
    }
}

/// A post is what the scenario says of its holder.
fn terms(facts: &Facts, post: &Posted, tally: &mut Tally) {
    let at = At::new(&[&same(&post.post.name)], None);
    let subjects = |group: &StaffGroup| -> Vec<&str> {
        let keys = group.subjects.iter();
        keys.map(|id| facts.scenario.subjects[*id].id.as_str()).collect()
    };
    let stated: Vec<&str> = post.post.subjects.iter().map(String::as_str).collect();
    let fits = match post.holder {
        Holder::Group(group) => {
            let group = &facts.scenario.staff[group];
            let campus = &facts.scenario.campuses[group.campus].id;
            stated == subjects(group) && post.post.campus_today.as_ref() == Some(campus)
        }
        Holder::Recruit(_) | Holder::Retrained(..) => {
            let one = post.post;
            stated.len() == 1
                && one.campus_today.is_none()
                && one.person.is_none()
                && one.leaves.is_none()
        }
    };
    tally.holds(&at, fits, words::post_differs);
}

fn bases(facts: &Facts, post: &Posted, tally: &mut Tally) {
    let calendar = &facts.scenario.calendar;
    let name = same(&post.post.name);
    let leaves = post.post.leaves.map(|leaves| leaves.0);
    let mut before = None;
    for (from, campus) in &post.seats {
        let later = before.is_none_or(|(term, base)| term < *from && base != *campus);
        let begins = before.is_some()
            || *from == calendar.first
            || matches!(post.holder, Holder::Recruit(_));
        let stage = calendar.stage_starting(*from).is_some();
        let stays = leaves.is_none_or(|leaves| *from < leaves);
        let at = At::new(&[&name], Some(*from));
        tally.holds(&at, later && begins && stage && stays, words::base_order);
        before = Some((*from, *campus));
    }
    for (stage, base) in post.base.iter_enumerated() {
        let start = calendar.start(stage);
        let at = At::new(&[&name], Some(start));
        if post.through[stage] {
            tally.holds(&at, base.is_some(), words::no_base);
        } else if leaves.is_some_and(|leaves| start < leaves) {
            let stays = !facts.changes(post, stage);
            tally.holds(&at, stays, words::leaves);
        }
    }
}

/// Recruits of a subject who start = hires, and hires of a year.
fn recruits(facts: &Facts, subject: SubjectId, tally: &mut Tally) {
    let noun = &facts.scenario.subjects[subject];
    let calendar = &facts.scenario.calendar;
    let mut years: BTreeMap<i32, f64> = BTreeMap::new();
    for stage in calendar.stage_ids() {
        let start = calendar.start(stage);
        let here =
            |hired: &&super::decisions::Hired| hired.subject == subject && hired.stage == stage;
        let hired: f64 = facts.hires.iter().filter(here).map(|one| one.people).sum();
        *years.entry(start.year).or_insert(0.0) += hired;
        let starting = held(facts, Holder::Recruit(subject))
            .filter(|post| post.seats.first().is_some_and(|seat| seat.0 == start));
        let at = At::new(&[&noun.name, &words::recruits()], Some(start));
        let sides = Sides::counted(words::posted(), words::recruited(), words::people());
        tally.equal(&at, &sides, count(starting.count()), hired);
        tally.holds(&at, hired <= 0.0 || noun.hiring.is_some(), words::no_hiring);
    }
    let most = noun.hiring.map_or(0, |hiring| hiring.most_per_year);
    for (year, hired) in years {
        let at = At::new(&[&noun.name, &words::year(year)], None);
        let sides = Sides::counted(words::recruited(), words::at_most(), words::people());
        tally.at_most(&at, &sides, hired, f64::from(most));
    }
}

fn hires(facts: &Facts, tally: &mut Tally) {
    let rule = &facts.scenario.rules.employment;
    let Some(most) = rule.hires_per_year else {
        return;
    };
    let calendar = &facts.scenario.calendar;
    let starts = calendar.stage_ids().map(|stage| calendar.start(stage).year);
    for year in starts.collect::<BTreeSet<i32>>() {
        let here = |hired: &&super::decisions::Hired| calendar.start(hired.stage).year == year;
        let hired = facts.hires.iter().filter(here).map(|one| one.people).sum();
        let limit =
            Limit { enforce: rule.enforce, keys: vec!["hires".to_owned(), year.to_string()], year };
        let at = At::new(&[&words::all_subjects(), &words::year(year)], None);
        let sides = Sides::counted(words::recruited(), words::at_most(), words::people());
        tally.limit(&at, &sides, limit, (hired, f64::from(most)));
    }
}

fn rebased(facts: &Facts, tally: &mut Tally) {
    let rule = &facts.scenario.rules.employment;
    let Some(most) = rule.rebased_per_stage else {
        return;
    };
    for stage in facts.scenario.calendar.stage_ids() {
        let start = facts.scenario.calendar.start(stage);
        let limit = Limit {
            enforce: rule.enforce,
            keys: vec!["rebased".to_owned()],
            year: start.fiscal_year(),
        };
        let at = At::new(&[&words::all_campuses()], Some(start));
        let sides = Sides::counted(words::rebased(), words::at_most(), words::people());
        tally.limit(&at, &sides, limit, (facts.rebased(stage), f64::from(most)));
    }
}
