//! Rule Admission. For each cohort to be admitted, with `classes` classes and
//! `students` students,
//!
//! - `size_min` · classes ≤ students ≤ `size_max` · classes, and each class within
//!   the same bounds; students are whole;
//! - least ≤ classes ≤ most, where falling below least may have a price (class);
//! - students ≤ applicants for a programme in no pool;
//! - for each pool and entry term, Σ max(0, students − applicants) ≤ willing ·
//!   Σ max(0, applicants − students).

use super::facts::Facts;
use super::ledger::{At, Ledger, Limit, Sides, Tally};
use crate::domain::{Origin, Pool, Rule, Term, Text};
use crate::forecast;
use crate::ids::{CohortId, ProgrammeId};
use crate::words::violations as words;
use std::collections::BTreeSet;

pub(super) fn check(facts: &Facts, ledger: &mut Ledger) {
    let mut tally = ledger.rule(Rule::Admission);
    for cohort in facts.scenario.cohorts.keys() {
        bounds(facts, cohort, &mut tally);
        if !facts.scenario.cohorts[cohort].exists() {
            sizes(facts, cohort, &mut tally);
            applicants(facts, cohort, &mut tally);
        }
    }
    let entries = facts.scenario.cohorts.iter();
    let entries = entries.filter(|cohort| !cohort.exists());
    let entries: BTreeSet<Term> = entries.map(|cohort| cohort.entry).collect();
    for pool in &facts.scenario.pools {
        for entry in &entries {
            switching(facts, pool, *entry, &mut tally);
        }
    }
}

fn at(facts: &Facts, cohort: CohortId) -> At {
    let entry = facts.scenario.cohorts[cohort].entry;
    At::new(&[&facts.scenario.programme_of(cohort).name], Some(entry))
}

fn bounds(facts: &Facts, cohort: CohortId, tally: &mut Tally) {
    let Origin::Future { least, most, .. } = facts.scenario.cohorts[cohort].origin else {
        return;
    };
    let (at, classes) = (at(facts, cohort), facts.admitted[cohort].0);
    let sides = |right: Text| Sides::counted(words::admitted_classes(), right, words::classes());
    tally.at_most(&at, &sides(words::at_most()), classes, f64::from(most));
    let entry = facts.scenario.cohorts[cohort].entry;
    let limit = Limit {
        enforce: facts.scenario.rules.admission,
        keys: vec![facts.scenario.programme_of(cohort).id.clone(), entry.to_string()],
        year: entry.fiscal_year(),
    };
    let sides = Sides::counted(words::at_least(), words::admitted_classes(), words::classes());
    tally.limit(&at, &sides, limit, (f64::from(least), classes));
}

fn sizes(facts: &Facts, cohort: CohortId, tally: &mut Tally) {
    let (classes, students) = facts.admitted[cohort];
    let total = at(facts, cohort);
    band(facts, cohort, (classes, students), &total, tally);
    let whole = Sides::counted(words::admitted(), words::due(), words::students());
    tally.equal(&total, &whole, students, students.round());
    for class in facts.classes.iter().filter(|class| class.cohort == cohort) {
        let name = super::ledger::same(&class.path.name);
        let entry = facts.scenario.cohorts[cohort].entry;
        let at = At::new(&[&name], Some(entry));
        band(facts, cohort, (1.0, class.students), &at, tally);
    }
}

fn band(facts: &Facts, cohort: CohortId, admitted: (f64, f64), at: &At, tally: &mut Tally) {
    let (classes, students) = admitted;
    let (least, most) = facts.scenario.programme_of(cohort).class_size;
    let sides = Sides::measured(words::admitted(), words::size_most(), words::students());
    tally.at_most(at, &sides, students, most * classes);
    let sides = Sides::measured(words::size_least(), words::admitted(), words::students());
    tally.at_most(at, &sides, least * classes, students);
}

fn applicants(facts: &Facts, cohort: CohortId, tally: &mut Tally) {
    let programme = facts.scenario.cohorts[cohort].programme;
    let mut pools = facts.scenario.pools.iter();
    if !pools.any(|pool| pool.programmes.contains(&programme)) {
        let applicants = forecast::applicants(facts.scenario, cohort).0;
        let sides = Sides::measured(words::admitted(), words::applicants(), words::students());
        let students = facts.admitted[cohort].1;
        tally.at_most(&at(facts, cohort), &sides, students, applicants);
    }
}

fn switching(facts: &Facts, pool: &Pool, entry: Term, tally: &mut Tally) {
    let (mut switched, mut turned_away) = (0.0, 0.0);
    for (id, cohort) in facts.scenario.cohorts.iter_enumerated() {
        let here = |programme: &ProgrammeId| *programme == cohort.programme;
        if cohort.exists() || cohort.entry != entry || !pool.programmes.iter().any(here) {
            continue;
        }
        let beyond = facts.admitted[id].1 - forecast::applicants(facts.scenario, id).0;
        switched += beyond.max(0.0);
        turned_away += (-beyond).max(0.0);
    }
    let sides = Sides::measured(words::switched(), words::willing(), words::students());
    let at = At::new(&[&pool.name], Some(entry));
    tally.at_most(&at, &sides, switched, pool.willing * turned_away);
}
