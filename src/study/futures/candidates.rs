//! Candidate first stages: those found in at least one future.

use super::decisions::{Decision, FirstStage};
use super::view::Futures;
use serde::Serialize;
use std::collections::BTreeMap;

/// A first stage with the futures that have it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Candidate {
    /// Its decisions.
    pub decisions: FirstStage,
    /// The numbers of the plans that have it, in ascending order.
    pub plans: Vec<usize>,
}

/// The different first stages of the verified plans: the most frequent first;
/// among those as frequent the one first that differs least, over all plans and
/// `decisions` together, from what they decide; then the one found first.
#[must_use]
pub fn candidates(futures: &Futures<'_>, decisions: &[Decision]) -> Vec<Candidate> {
    let mut found: BTreeMap<&FirstStage, Vec<usize>> = BTreeMap::new();
    for future in futures.with_plans() {
        let row = &futures.rows[future];
        found.entry(&row.decisions).or_default().push(row.plan);
    }
    let mut ranked: Vec<(usize, usize, Candidate)> = found
        .into_iter()
        .map(|(own, plans)| {
            let (rare, alike) = (usize::MAX - plans.len(), alike(own, decisions));
            let decisions = own.clone();
            (rare, usize::MAX - alike, Candidate { decisions, plans })
        })
        .collect();
    ranked.sort_by_key(|(rare, apart, one)| (*rare, *apart, one.plans[0]));
    ranked
        .into_iter()
        .map(|(_, _, candidate)| candidate)
        .collect()
}

/// How many plans decide the same, over all decisions together.
fn alike(own: &FirstStage, decisions: &[Decision]) -> usize {
    let same = decisions.iter().filter_map(|decision| {
        let value = own.get(&decision.name).copied().unwrap_or(0);
        let all = decision.values.iter();
        all.map(|one| (one.value, one.futures))
            .find(|(one, _)| *one == value)
    });
    same.map(|(_, futures)| futures).sum()
}
