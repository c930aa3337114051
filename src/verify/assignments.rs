//! What people teach, by name (rules Staffing, Visiting and Employment):
//!
//! - posts show the employer of record, the title and who is a leader as the
//!   scenario has them; nobody is based or teaches where they cannot be sent;
//! - who teaches works at the start of the stage, at open campuses, subjects they
//!   are qualified for, no more than their load; who leaves within it teaches at
//!   the own campus alone;
//! - Σ over people of the periods of a place = what the plan's `teaching` and
//!   `visiting` count, where an exchanged person's periods are those of the
//!   partner's place;
//! - periods at another campus take ⌈periods / periods of a visit⌉ half-days,
//!   on school days, at most two a day, at no more campuses a day than allowed,
//!   and leave enough half-days for the own campus.

use super::decisions::Holder;
use super::facts::Facts;
use super::ledger::{At, Ledger, Sides, Tally, count, same};
use super::named::Doing;
use crate::domain::{Rule, Text};
use crate::ids::{CampusId, StageId, SubjectId};
use crate::words::{people as words, violations};
use std::collections::{BTreeMap, BTreeSet};

/// Half-days of a school day.
const HALVES: u32 = 2;

pub(super) fn check(facts: &Facts, ledger: &mut Ledger) {
    if !facts.scenario.names_people() && facts.people.doing.is_empty() {
        return;
    }
    let mut tally = ledger.rule(Rule::Employment);
    for person in 0..facts.posts.len() {
        shown(facts, person, &mut tally);
    }
    let mut tally = ledger.rule(Rule::Staffing);
    for ((person, stage), doing) in &facts.people.doing {
        teaches(facts, (*person, *stage), doing, &mut tally);
    }
    taught(facts, &mut tally);
    let mut tally = ledger.rule(Rule::Visiting);
    for ((person, stage), doing) in &facts.people.doing {
        week(facts, (*person, *stage), doing, &mut tally);
    }
    visited(facts, &mut tally);
}

fn at(facts: &Facts, person: usize, stage: StageId) -> At {
    let start = facts.scenario.calendar.start(stage);
    At::new(&[&same(&facts.posts[person].post.name)], Some(start))
}

/// The post of a person as the scenario has them.
fn shown(facts: &Facts, person: usize, tally: &mut Tally) {
    let post = &facts.posts[person];
    let here = At::new(&[&same(&post.post.name)], None);
    let fits = match post.holder {
        Holder::Group(group) | Holder::Retrained(group, _) => {
            let group = &facts.scenario.staff[group];
            let mut people = group.people.iter();
            let found = people.find(|one| one.id.is_some() && one.id == post.post.person);
            post.post.employer.as_ref() == Some(&group.employer)
                && post.post.leader == group.leader
                && post.post.title == found.and_then(|one| one.title)
        }
        Holder::Recruit(_) => {
            post.post.employer.is_none() && post.post.title.is_none() && !post.post.leader
        }
    };
    tally.holds(&here, fits, words::differs_from_roster);
    for (_, campus) in &post.seats {
        let free = !facts.barred(person).contains(campus);
        tally.holds(&here, free, words::barred);
    }
}

fn teaches(facts: &Facts, (person, stage): (usize, StageId), doing: &Doing, tally: &mut Tally) {
    let post = &facts.posts[person];
    let here = at(facts, person, stage);
    let start = facts.scenario.calendar.start(stage);
    let base = post.base_in(stage, start);
    let mut campuses = doing.lessons.keys().map(|(_, campus)| Some(*campus));
    let there = post.through[stage] || campuses.all(|campus| campus == base);
    tally.holds(&here, base.is_some() && there, words::not_there);
    let (able, load): (Vec<SubjectId>, f64) = match post.holder_in(stage) {
        Holder::Group(group) => {
            let group = &facts.scenario.staff[group];
            (group.subjects.clone(), group.load.0)
        }
        Holder::Retrained(group, subject) => (vec![subject], facts.scenario.staff[group].load.0),
        Holder::Recruit(subject) => {
            let hiring = facts.scenario.subjects[subject].hiring;
            (vec![subject], hiring.map_or(0.0, |hiring| hiring.load.0))
        }
    };
    for (subject, campus) in doing.lessons.keys() {
        let qualified = able.contains(subject);
        tally.holds(&here, qualified, violations::not_qualified);
        let open = facts.open[*campus][stage];
        tally.holds(&here, open, violations::closed);
        let free = !facts.barred(person).contains(campus);
        tally.holds(&here, free, words::barred);
    }
    let taught = doing.lessons.values().sum();
    let sides = Sides::measured(violations::taught(), violations::load(), violations::periods());
    tally.at_most(&here, &sides, taught, load);
}

/// Where somebody works in a stage: at the base of their place.
fn home(facts: &Facts, person: usize, stage: StageId) -> Option<CampusId> {
    let place = facts.people.partner(stage, person).unwrap_or(person);
    facts.posts[place].base[stage]
}

/// Periods by the holder and base of a place.
fn taught(facts: &Facts, tally: &mut Tally) {
    let mut sums: BTreeMap<_, (f64, f64)> = BTreeMap::new();
    for ((person, stage), doing) in &facts.people.doing {
        let place = facts.people.partner(*stage, *person).unwrap_or(*person);
        let post = &facts.posts[place];
        let Some(base) = post.base[*stage] else {
            continue;
        };
        let until = post.last_in(&facts.scenario.calendar, *stage);
        for ((subject, _), periods) in &doing.lessons {
            let key = (post.holder_in(*stage), *subject, base, *stage, until);
            sums.entry(key).or_default().0 += periods;
        }
    }
    for one in &facts.teaching {
        let key = (one.holder, one.subject, one.campus, one.stage, one.until);
        sums.entry(key).or_default().1 += one.periods;
    }
    for ((_, subject, campus, stage, _), (named, counted)) in sums {
        let start = facts.scenario.calendar.start(stage);
        let subject = &facts.scenario.subjects[subject].name;
        let here = At::new(&[subject, facts.campus(campus)], Some(start));
        let (left, right) = (words::named(), violations::taught());
        let sides = Sides::measured(left, right, violations::periods());
        tally.equal(&here, &sides, named, counted);
    }
}

/// Periods away from the base of a place.
fn visited(facts: &Facts, tally: &mut Tally) {
    let mut sums: BTreeMap<_, (f64, f64)> = BTreeMap::new();
    for ((person, stage), doing) in &facts.people.doing {
        let Some(home) = home(facts, *person, *stage) else {
            continue;
        };
        for ((subject, campus), periods) in &doing.lessons {
            if *campus != home {
                let key = (*subject, home, *campus, *stage);
                sums.entry(key).or_default().0 += periods;
            }
        }
    }
    for one in &facts.visiting {
        let key = (one.subject, one.base, one.host, one.stage);
        sums.entry(key).or_default().1 += one.periods;
    }
    for ((subject, base, host, stage), (named, counted)) in sums {
        let start = facts.scenario.calendar.start(stage);
        let subject = &facts.scenario.subjects[subject].name;
        let (base, host): (&Text, &Text) = (facts.campus(base), facts.campus(host));
        let here = At::new(&[subject, base, host], Some(start));
        let (left, right) = (words::named(), violations::visiting());
        let sides = Sides::measured(left, right, violations::periods());
        tally.equal(&here, &sides, named, counted);
    }
}

/// The days of a person's week.
fn week(facts: &Facts, (person, stage): (usize, StageId), doing: &Doing, tally: &mut Tally) {
    let here = at(facts, person, stage);
    let home = home(facts, person, stage);
    let mut periods: BTreeMap<CampusId, f64> = BTreeMap::new();
    for ((_, campus), each) in &doing.lessons {
        *periods.entry(*campus).or_default() += each;
    }
    let own = home.and_then(|home| periods.remove(&home)).unwrap_or(0.0);
    let away: BTreeSet<CampusId> = periods.keys().chain(doing.visits.keys()).copied().collect();
    let sides = || {
        let (left, right) = (words::half_days(), words::half_days_due());
        Sides::counted(left, right, words::half_days_unit())
    };
    for campus in away {
        let days = doing.visits.get(&campus).map_or(0, Vec::len);
        let due = periods.get(&campus).copied().unwrap_or(0.0);
        let due = f64::from(facts.scenario.half_days(due));
        let there = here.about(facts.campus(campus));
        tally.equal(&there, &sides(), count(days), due);
    }
    days(facts, &here, (own, doing), tally);
}

fn days(facts: &Facts, here: &At, (own, doing): (f64, &Doing), tally: &mut Tally) {
    let most = facts.scenario.rules.visiting.campuses_per_day;
    let school_days = facts.scenario.school_days();
    let mut week: BTreeMap<u32, Vec<CampusId>> = BTreeMap::new();
    for (campus, days) in &doing.visits {
        for day in days {
            let fits = (1..=school_days).contains(day);
            tally.holds(here, fits, || words::no_school_day(*day));
            week.entry(*day).or_default().push(*campus);
        }
    }
    let mut left = 0;
    for day in 1..=school_days {
        let halves = week.get(&day).cloned().unwrap_or_default();
        let campuses: BTreeSet<CampusId> = halves.iter().copied().collect();
        if halves.is_empty() || campuses.len() < most as usize {
            left += (HALVES as usize).saturating_sub(halves.len());
        }
    }
    for halves in week.values() {
        let campuses: BTreeSet<&CampusId> = halves.iter().collect();
        let allowed = violations::at_most;
        let sides = Sides::counted(words::half_days_a_day(), allowed(), words::half_days_unit());
        tally.at_most(here, &sides, count(halves.len()), f64::from(HALVES));
        let sides = Sides::counted(words::campuses_a_day(), allowed(), words::campuses());
        tally.at_most(here, &sides, count(campuses.len()), f64::from(most));
    }
    if !week.is_empty() {
        let needed = f64::from(facts.scenario.half_days(own));
        let (needs, has) = (words::half_days_home(), words::half_days_left());
        let sides = Sides::counted(needs, has, words::half_days_unit());
        tally.at_most(here, &sides, needed, count(left));
    }
}
