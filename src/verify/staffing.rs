//! Rule Staffing, for each subject and campus:
//!
//! - in each term, Σ periods needed by classes in school and trainees ≤ taught by
//!   staff based there − visiting out + visiting in + bought from part-time
//!   teachers; beyond it at a price (weekly period);
//! - in each term, visiting out ≤ taught by staff based there;
//! - in each term, for each group, those of it who changed to a subject, or a
//!   subject's recruits, Σ periods taught ≤ load · people posted there who work
//!   in the term; only subjects they are qualified for.

use super::decisions::Holder;
use super::facts::Facts;
use super::ledger::{At, Ledger, Limit, Sides, Tally, join};
use crate::domain::{Rule, Text};
use crate::ids::{CampusId, SubjectId, TermId};
use crate::words::violations as words;
use std::collections::BTreeMap;

pub(super) fn check(facts: &Facts, ledger: &mut Ledger) {
    let mut tally = ledger.rule(Rule::Staffing);
    for subject in facts.scenario.subjects.keys() {
        needs(facts, subject, &mut tally);
    }
    loads(facts, &mut tally);
    for taught in &facts.teaching {
        if let Holder::Group(group) | Holder::Retrained(group, _) = taught.holder {
            let name = &facts.scenario.staff[group].name;
            let subject = &facts.scenario.subjects[taught.subject].name;
            let start = facts.scenario.calendar.start(taught.stage);
            let at = At::new(&[name, subject], Some(start));
            let there = facts.posted(taught.holder);
            let qualified = matches!(taught.holder, Holder::Group(_))
                || there.iter().any(|stages| stages[taught.stage] > 0.0);
            tally.holds(&at, qualified, words::not_qualified);
        }
    }
}

fn needs(facts: &Facts, subject: SubjectId, tally: &mut Tally) {
    let noun = &facts.scenario.subjects[subject];
    let calendar = &facts.scenario.calendar;
    let (needed, taught) = (facts.needed(subject), facts.taught(subject));
    let (out, into) = facts.visits(subject);
    let bought = facts.bought(subject);
    for (campus, site) in facts.scenario.campuses.iter_enumerated() {
        let place = join(&[&site.name, &noun.name]);
        for (term, stage) in facts.terms() {
            let at = At::new(&[&place], Some(calendar.term(term)));
            let sides = Sides::measured(words::visiting(), words::taught(), words::periods());
            tally.at_most(&at, &sides, out[campus][stage], taught[campus][term]);
            let have = taught[campus][term] - out[campus][stage]
                + into[campus][stage]
                + bought[campus][stage];
            let limit = Limit {
                enforce: facts.scenario.rules.staffing,
                keys: vec![noun.id.clone(), site.id.clone()],
                year: calendar.term(term).fiscal_year(),
            };
            let sides = Sides::measured(words::need(), words::have(), words::periods());
            tally.limit(&at, &sides, limit, (needed[campus][term], have));
        }
    }
}

fn loads(facts: &Facts, tally: &mut Tally) {
    let mut taught: BTreeMap<(Holder, CampusId, TermId), f64> = BTreeMap::new();
    for one in &facts.teaching {
        for term in facts.taught_in(one) {
            *taught.entry((one.holder, one.campus, term)).or_insert(0.0) += one.periods;
        }
    }
    for ((holder, campus, term), periods) in taught {
        let (name, load) = terms_of(facts, holder);
        let date = facts.scenario.calendar.term(term);
        let at = At::new(&[&name, facts.campus(campus)], Some(date));
        let sides = Sides::measured(words::taught(), words::load(), words::periods());
        let most = load * facts.working(holder, campus, term);
        tally.at_most(&at, &sides, periods, most);
    }
}

/// Name and weekly load of those who hold a post.
fn terms_of(facts: &Facts, holder: Holder) -> (Text, f64) {
    match holder {
        Holder::Group(group) => {
            let group = &facts.scenario.staff[group];
            (group.name.clone(), group.load.0)
        }
        Holder::Retrained(group, subject) => {
            let group = &facts.scenario.staff[group];
            let subject = &facts.scenario.subjects[subject].name;
            (join(&[&group.name, subject]), group.load.0)
        }
        Holder::Recruit(subject) => {
            let subject = &facts.scenario.subjects[subject];
            let load = subject.hiring.map_or(0.0, |hiring| hiring.load.0);
            (join(&[&subject.name, &words::recruits()]), load)
        }
    }
}
