//! In which futures each target is met, and from when on.

use super::view::Futures;
use crate::experiment::run::row::TargetStanding;
use crate::plan::TermKey;
use serde::Serialize;
use std::collections::BTreeMap;

/// A target over the futures.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct TargetFutures {
    /// Its place in the study.
    pub target: usize,
    /// Futures with a verified plan in which it applies.
    pub planned: usize,
    /// Those in which it is met in every term where it applies.
    pub met: usize,
    /// Those by the first term from which on it stays met, in ascending order.
    pub from: Vec<(TermKey, usize)>,
    /// Those in which it is not met in its last term.
    pub never: usize,
    /// Largest shortfall in any of them, in what the target counts.
    pub worst_missed: f64,
}

impl TargetFutures {
    /// The first term at a share of the futures planned, from the earliest on:
    /// the earliest by which at least that share has the target met for good;
    /// none if that never comes.
    pub fn from_at(&self, share: f64) -> Option<TermKey> {
        let wanted = share * super::distribution::number(self.planned);
        let mut counted = 0;
        self.from.iter().find_map(|(term, futures)| {
            counted += futures;
            (super::distribution::number(counted) >= wanted - 1e-9).then_some(*term)
        })
    }
}

/// Each target of the study over the futures with a verified plan.
pub fn targets(futures: &Futures<'_>) -> Vec<TargetFutures> {
    let all = futures.manifest.targets.iter().enumerate();
    all.map(|(target, entry)| {
        let rows = futures.with_plans().map(|future| &futures.rows[future]);
        let standings: Vec<&TargetStanding> =
            rows.filter_map(|row| row.targets.get(&entry.key)).collect();
        let mut from: BTreeMap<TermKey, usize> = BTreeMap::new();
        for term in standings.iter().filter_map(|one| one.from) {
            *from.entry(term).or_default() += 1;
        }
        let missed = standings.iter().filter(|one| !one.met);
        let missed = missed.map(|one| one.worst_missed);
        TargetFutures {
            target,
            planned: standings.len(),
            met: standings.iter().filter(|one| one.met).count(),
            never: standings.iter().filter(|one| one.from.is_none()).count(),
            from: from.into_iter().collect(),
            worst_missed: missed.fold(0.0, f64::max),
        }
    })
    .collect()
}

/// Whether all targets are met in every term, for each future with a verified
/// plan.
pub fn all_met(futures: &Futures<'_>) -> Vec<Option<bool>> {
    let rows = futures.rows.iter().enumerate();
    rows.map(|(future, row)| {
        let met = || row.targets.values().all(|one| one.met);
        futures.planned(future).then(met)
    })
    .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_share_of_the_futures_has_come_when_exactly_as_many_have() {
        let term = |text: &str| TermKey(text.parse().expect("a term"));
        let (first, second) = (term("2008-autumn"), term("2009-spring"));
        let target = TargetFutures {
            target: 0,
            planned: 4,
            met: 3,
            from: vec![(first, 1), (second, 2)],
            never: 1,
            worst_missed: 1.0,
        };
        assert_eq!(target.from_at(0.25), Some(first));
        assert_eq!(target.from_at(0.26), Some(second));
        assert_eq!(target.from_at(0.75), Some(second));
        assert_eq!(target.from_at(0.76), None);
    }
}
