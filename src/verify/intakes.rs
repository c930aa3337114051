//! The parts of the objective about intakes, where it has one:
//!
//! - swing = Σ weight · |students admitted − those admitted a time before|, of
//!   each programme from one intake of a season to the next;
//! - turned away = Σ weight · (applicants − students admitted), of each pool and
//!   of each programme in none;
//! - margins = Σ weight · mean over its terms of 100 · max(0, `at_least` −
//!   expected students + those who would not come under the low forecast) /
//!   `at_least`, of each target of students.

use super::facts::Facts;
use super::ledger::{At, Tally, count, equal};
use super::target;
use crate::domain::{Cohort, Metric, Season, Target, Term};
use crate::forecast;
use crate::ids::{CohortId, ProgrammeId, TermId};
use crate::words::violations as words;
use std::collections::BTreeMap;

/// The parts, recomputed; 0 where the objective has none of them.
#[derive(Default)]
pub(super) struct Intakes {
    pub(super) swing: f64,
    pub(super) turned_away: f64,
    pub(super) margins: f64,
}

impl Intakes {
    pub(super) fn new(facts: &Facts) -> Self {
        if !facts.scenario.counts_intakes() {
            return Self::default();
        }
        Self { swing: swing(facts), turned_away: turned_away(facts), margins: margins(facts) }
    }

    pub(super) fn check(&self, facts: &Facts, tally: &mut Tally) {
        let stated = facts.plan.accounts.intakes.as_ref();
        let counted = facts.scenario.counts_intakes();
        if counted || stated.is_some() {
            let at = At::new(&[&words::swing()], None);
            tally.holds(&at, stated.is_some() == counted, words::absent);
        }
        let Some(stated) = stated else { return };
        let lines = [
            (words::swing(), words::students(), stated.swing, self.swing),
            (words::turned_away_parts(), words::students(), stated.turned_away, self.turned_away),
            (words::margins(), words::percent(), stated.margins_percent, self.margins),
        ];
        for (name, unit, stated, recomputed) in lines {
            equal(&At::new(&[&name], None), unit, (stated, recomputed), tally);
        }
    }
}

fn future<'a>(facts: &Facts<'a>) -> impl Iterator<Item = (CohortId, &'a Cohort)> {
    facts.scenario.cohorts.iter_enumerated().filter(|(_, cohort)| !cohort.exists())
}

fn swing(facts: &Facts) -> f64 {
    let mut intakes: BTreeMap<(ProgrammeId, Season), BTreeMap<Term, f64>> = BTreeMap::new();
    for (id, cohort) in future(facts) {
        let of = intakes.entry((cohort.programme, cohort.entry.season)).or_default();
        of.insert(cohort.entry, facts.admitted[id].1);
    }
    let mut sum = 0.0;
    for ((programme, _), intakes) in intakes {
        let weight = facts.scenario.intakes.swing.get(&programme).copied().unwrap_or(1.0);
        let later = intakes.values().skip(1);
        for (before, after) in intakes.values().zip(later) {
            sum += weight * (after - before).abs();
        }
    }
    sum
}

fn turned_away(facts: &Facts) -> f64 {
    let weights = &facts.scenario.intakes;
    let each = future(facts).map(|(id, cohort)| {
        let mut pools = facts.scenario.pools.iter_enumerated();
        let pool = pools.find(|(_, pool)| pool.programmes.contains(&cohort.programme));
        let weight = match pool {
            Some((pool, _)) => weights.turned_away_of_pool.get(&pool),
            None => weights.turned_away.get(&cohort.programme),
        };
        let applicants = forecast::applicants(facts.scenario, id).0;
        weight.copied().unwrap_or(1.0) * (applicants - facts.admitted[id].1)
    });
    each.sum()
}

fn margins(facts: &Facts) -> f64 {
    let mut percent = 0.0;
    for one in &facts.scenario.targets {
        let terms: Vec<TermId> = target::applies(facts, one).collect();
        if one.metric == Metric::ClassesInSchool || terms.is_empty() || one.at_least <= 0.0 {
            continue;
        }
        let short: f64 = terms.iter().map(|term| short(facts, one, *term)).sum();
        percent += one.weight * 100.0 * short / count(terms.len()) / one.at_least;
    }
    percent
}

/// What a target falls short by when the low forecast comes true.
fn short(facts: &Facts, target: &Target, term: TermId) -> f64 {
    let totals = facts.totals(term);
    let in_school = target.metric == Metric::StudentsInSchool;
    let there = if in_school { totals.expected_in_school } else { totals.expected_registered };
    let date = facts.scenario.calendar.term(term);
    let lost = future(facts).map(|(id, cohort)| {
        let low = cohort.projected.map_or(f64::INFINITY, |all| all.low);
        let beyond = (facts.admitted[id].1 - low).max(0.0);
        let present = if in_school { present(facts, id, date) } else { 1.0 };
        beyond * present * forecast::survive(facts.scenario, id, date)
    });
    (target.at_least - there + lost.sum::<f64>()).max(0.0)
}

/// Share of a cohort in school, on average over the window of its internship.
fn present(facts: &Facts, cohort: CohortId, date: Term) -> f64 {
    let programme = facts.scenario.programme_of(cohort);
    let study = facts.scenario.term_of_study(cohort, date).unwrap_or(0);
    match programme.internship {
        Some(one) if (one.window.0..=one.window.1).contains(&study) => {
            let terms = count(one.window.1 + 1 - one.window.0);
            (terms - count(one.length)) / terms
        }
        _ => 1.0,
    }
}
