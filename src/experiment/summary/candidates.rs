//! Candidate first stages: those found in at least one future.

use super::decisions::Decision;
use super::view::Futures;
use crate::experiment::specification::candidates::only;
use crate::experiment::specification::first_stage::{FirstStage, Kind};
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

/// The different first stages of the verified plans, by their decisions of some
/// kinds: the most frequent first; among those as frequent the one first that
/// differs least, over all plans and `decisions` together, from what they
/// decide; then the one found first.
pub fn candidates(futures: &Futures<'_>, decisions: &[Decision], kinds: &[Kind]) -> Vec<Candidate> {
    let mut found: BTreeMap<FirstStage, Vec<usize>> = BTreeMap::new();
    for future in futures.with_plans() {
        let row = &futures.rows[future];
        let own = only(kinds, &row.decisions);
        found.entry(own).or_default().push(row.plan);
    }
    let of_kinds = |one: &&Decision| Kind::of(&one.name).is_some_and(|one| kinds.contains(&one));
    let decisions: Vec<&Decision> = decisions.iter().filter(of_kinds).collect();
    let mut ranked: Vec<(usize, usize, Candidate)> = found
        .into_iter()
        .map(|(own, plans)| {
            let (rare, alike) = (usize::MAX - plans.len(), alike(&own, &decisions));
            let candidate = Candidate { decisions: own, plans };
            (rare, usize::MAX - alike, candidate)
        })
        .collect();
    ranked.sort_by_key(|(rare, apart, one)| (*rare, *apart, one.plans[0]));
    let ranked = ranked.into_iter();
    ranked.map(|(_, _, candidate)| candidate).collect()
}

/// How many plans decide the same, over all decisions together.
fn alike(own: &FirstStage, decisions: &[&Decision]) -> usize {
    let same = decisions.iter().filter_map(|decision| {
        let value = own.get(&decision.name).copied().unwrap_or(0);
        let mut all = decision.values.iter();
        all.find(|one| one.value == value)
    });
    same.map(|one| one.futures).sum()
}
