//! The plan refers only to what the scenario has, and is whole.
//!
//! Every key is known, every term lies in the horizon and starts a stage where
//! it must, every amount is finite and not negative, nothing comes twice and
//! nothing is missing. What can't be resolved is told and left out.

use super::facts::Facts;
use super::ledger::{At, Ledger, Sides, join, same};
use super::reader::{Keys, Reader};
use super::{Check, options, resolve};
use crate::domain::{Scenario, Term, Text};
use crate::ids::ProgrammeId;
use crate::plan::{FORMAT, Plan};
use crate::words::violations as words;
use std::collections::{BTreeMap, BTreeSet};

/// Checks all references of a plan and gives what could be resolved.
pub(super) fn check<'a>(scenario: &'a Scenario, plan: &'a Plan, ledger: &mut Ledger) -> Facts<'a> {
    let mut reader = Reader {
        scenario,
        keys: Keys::new(scenario),
        tally: ledger.of(Check::Reference),
        seen: BTreeSet::new(),
    };
    header(&mut reader, plan);
    let facts = resolve::facts(&mut reader, plan);
    whole(&mut reader, &facts);
    names(&mut reader, &facts);
    facts
}

fn header(reader: &mut Reader, plan: &Plan) {
    let format = Sides::counted(words::stated(), words::due(), words::format());
    let (stated, due) = (f64::from(plan.format), f64::from(FORMAT));
    reader.tally.equal(&At::path("format"), &format, stated, due);
    let same_scenario = plan.scenario.sha256 == reader.scenario.hash;
    let at = At::path("scenario.sha256");
    reader.tally.holds(&at, same_scenario, words::other_scenario);
    // A scenario that is one file can't tell what it was put together from.
    let lineage = reader.scenario.lineage.as_ref();
    let same_lineage = lineage.is_none() || lineage == plan.scenario.lineage.as_ref();
    let at = At::path("scenario.lineage");
    reader.tally.holds(&at, same_lineage, words::other_lineage);
    let title = reader.scenario.name.get(reader.scenario.language);
    let at = At::path("scenario.name");
    (reader.tally).holds(&at, plan.scenario.name == title, words::other_title);
    options::check(plan, &mut reader.tally);
}

/// Every campus and stage, and every cohort to be admitted, has its entry.
fn whole(reader: &mut Reader, facts: &Facts) {
    let calendar = &facts.scenario.calendar;
    let has = |list: &str, key: &str, term: Term| {
        let key = (list.to_owned(), format!("{key} {term}"));
        reader.seen.contains(&key)
    };
    let mut absent = Vec::new();
    for campus in &facts.scenario.campuses {
        for stage in calendar.stage_ids() {
            let start = calendar.start(stage);
            let at = At::new(&[&campus.name], Some(start));
            absent.push((at, has("campuses", &campus.id, start)));
        }
    }
    for (id, cohort) in facts.scenario.cohorts.iter_enumerated() {
        if !cohort.exists() {
            let programme = facts.scenario.programme_of(id);
            let at = At::new(&[&programme.name], Some(cohort.entry));
            absent.push((at, has("admissions", &programme.id, cohort.entry)));
        }
    }
    for (at, present) in absent {
        reader.tally.holds(&at, present, words::absent);
    }
}

/// Classes are called 07机械1班, 07机械2班, … over a programme and entry year.
fn names(reader: &mut Reader, facts: &Facts) {
    let mut groups: BTreeMap<(ProgrammeId, i32), Vec<&str>> = BTreeMap::new();
    for class in &facts.classes {
        let key = (facts.programme(class), class.path.entry.0.year);
        groups.entry(key).or_default().push(&class.path.name);
    }
    for ((programme, year), names) in groups {
        let programme = &facts.scenario.programmes[programme];
        let (year, total) = (year.rem_euclid(100), names.len());
        let names: BTreeSet<&str> = names.into_iter().collect();
        for number in 1..=total {
            let expected = format!("{year:02}{}{number}班", programme.label.zh);
            let at = At::new(&[&programme.name], None);
            let found = names.contains(expected.as_str());
            reader.tally.holds(&at, found, || words::class_names(&expected));
        }
    }
}

/// Tells what the plan lists as missed where no priced rule is missed.
pub(super) fn unsettled(scenario: &Scenario, ledger: &mut Ledger) {
    for (rule, keys, term) in ledger.unsettled() {
        let names: Vec<Text> = keys.iter().map(|key| named(scenario, key)).collect();
        let place = join(&names.iter().collect::<Vec<_>>());
        let at = At::new(&[&crate::words::rules::rule(rule), &place], term);
        ledger.rule(rule).holds(&at, false, words::not_missed);
    }
}

/// The name behind a key of the place of a missed rule.
fn named(scenario: &Scenario, key: &str) -> Text {
    let mut nouns = (scenario.resources.iter().map(|noun| (&noun.id, &noun.name)))
        .chain(scenario.campuses.iter().map(|noun| (&noun.id, &noun.name)))
        .chain(scenario.subjects.iter().map(|noun| (&noun.id, &noun.name)))
        .chain(scenario.programmes.iter().map(|noun| (&noun.id, &noun.name)))
        .chain(scenario.fields.iter().map(|noun| (&noun.id, &noun.name)))
        .chain(scenario.courses.iter().map(|noun| (&noun.id, &noun.name)));
    let found = nouns.find(|(id, _)| *id == key);
    found.map_or_else(|| same(key), |(_, name)| name.clone())
}
