//! The plan's lines of the indicators watched: each is recomputed.

use super::Check;
use super::facts::Facts;
use super::ledger::{At, Ledger, Sides, Tally};
use crate::domain::{Bound, Watched, WatchedMetric};
use crate::ids::TermId;
use crate::plan::{TermKey, WatchedLine};
use crate::words::violations as words;
use std::collections::BTreeSet;

pub(super) fn check(facts: &Facts, ledger: &mut Ledger) {
    for one in &facts.scenario.watched {
        for term in facts.scenario.calendar.term_ids() {
            line(facts, one, term, &mut ledger.of(Check::Indicators));
        }
    }
    listed(facts, &mut ledger.of(Check::Reference));
}

/// Every line is of an indicator and a term that there are, and comes once.
fn listed(facts: &Facts, tally: &mut Tally) {
    let mut seen = BTreeSet::new();
    for (index, line) in facts.plan.watched.iter().enumerate() {
        let at = At::path(&format!("watched[{index}]"));
        let mut watched = facts.scenario.watched.iter();
        let known = watched.any(|one| one.id == line.indicator);
        tally.holds(&at, known, || words::unknown(&line.indicator));
        let inside = facts.scenario.calendar.find(line.term.0).is_some();
        tally.holds(&at, inside, || words::outside(&line.term.to_string()));
        let fresh = seen.insert((line.indicator.as_str(), line.term));
        tally.holds(&at, fresh, words::twice);
    }
}

fn line(facts: &Facts, one: &Watched, id: TermId, tally: &mut Tally) {
    let term = facts.scenario.calendar.term(id);
    let at = At::new(&[&one.name], Some(term));
    let of = |line: &&WatchedLine| line.indicator == one.id && line.term == TermKey(term);
    let line = facts.plan.watched.iter().find(of);
    tally.holds(&at, line.is_some(), words::absent);
    let Some(line) = line else {
        return;
    };
    let due = value(facts, one, id);
    let sides = Sides::stated(one.unit.clone());
    // A share is told in percent, so that a tenth of one is no rounding.
    let shown = |value: Option<f64>| match one.metric {
        WatchedMetric::Attrition => 100.0 * value.unwrap_or(0.0),
        _ => value.unwrap_or(0.0),
    };
    tally.equal(&at, &sides, shown(line.value), shown(due));
    let met = due.map(|due| match one.bound {
        Bound::AtLeast(least) => least - due <= 1e-9,
        Bound::AtMost(most) => due - most <= 1e-9,
        Bound::About(_) => true,
    });
    let same = line.value.is_some() == due.is_some()
        && line.computed == (one.metric != WatchedMetric::Declared)
        && line.bound == one.bound
        && line.met == met;
    tally.holds(&at, same, words::label_differs);
}

fn value(facts: &Facts, one: &Watched, id: TermId) -> Option<f64> {
    match one.metric {
        WatchedMetric::Declared => {
            let term = facts.scenario.calendar.term(id);
            one.declared.get(&term).copied()
        }
        WatchedMetric::Attrition => {
            let totals = facts.totals(id);
            let none = totals.expected_registered <= 0.0;
            Some(if none { 0.0 } else { totals.lost / totals.expected_registered })
        }
        WatchedMetric::LargestClass => {
            let classes = facts.in_school(id);
            let sizes = classes.map(|(class, _, _)| class.heads[id]);
            Some(sizes.fold(0.0, f64::max))
        }
    }
}
