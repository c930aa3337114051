//! Decisions of the first stage: which are the same in all futures, and on what
//! the others depend.
//!
//! Of a decision that differs, the factor is told whose levels tell its values
//! apart best: the one with the largest λ of Goodman and Kruskal, the share of
//! wrong guesses of the value that knowing the level saves,
//! λ = (Σℓ maxᵥ nℓᵥ − maxᵥ nᵥ) / (n − maxᵥ nᵥ).

use super::distribution::number;
use super::levels::Levels;
use super::view::Futures;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// A decision over the futures with a verified plan.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Decision {
    /// Its name, such as `open erzhong`.
    pub name: String,
    /// Its values, the most frequent first.
    pub values: Vec<ValueFutures>,
    /// The factor that tells its values apart best, with λ; none if none does.
    pub depends: Option<(usize, f64)>,
}

/// A value of a decision.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ValueFutures {
    /// The value.
    pub value: u32,
    /// In how many futures with a verified plan.
    pub futures: usize,
    /// By factor and level, in how many.
    pub at: Vec<Vec<usize>>,
}

impl Decision {
    /// Whether it has the same value in all futures.
    pub fn common(&self) -> bool {
        self.values.len() == 1
    }
}

/// All decisions that are not 0 in every future, in the order of their names.
pub fn decisions(futures: &Futures<'_>) -> Vec<Decision> {
    let planned: Vec<usize> = futures.with_plans().collect();
    let names: BTreeSet<&String> =
        planned.iter().flat_map(|future| futures.rows[*future].decisions.keys()).collect();
    let decisions = names.into_iter().map(|name| {
        let value = |future: &usize| futures.rows[*future].decisions.get(name);
        let values: Vec<u32> = planned.iter().map(|one| value(one).copied().unwrap_or(0)).collect();
        decision(name, &planned, &values, &futures.levels)
    });
    decisions.collect()
}

fn decision(name: &str, planned: &[usize], values: &[u32], levels: &[Levels]) -> Decision {
    let mut found: BTreeMap<u32, ValueFutures> = BTreeMap::new();
    for (future, value) in planned.iter().zip(values) {
        let entry = found.entry(*value).or_insert_with(|| ValueFutures {
            value: *value,
            futures: 0,
            at: levels.iter().map(|one| vec![0; one.levels.len()]).collect(),
        });
        entry.futures += 1;
        for (counts, levels) in entry.at.iter_mut().zip(levels) {
            if let Some(level) = levels.of[*future] {
                counts[level] += 1;
            }
        }
    }
    let mut values: Vec<ValueFutures> = found.into_values().collect();
    values.sort_by_key(|one| (usize::MAX - one.futures, one.value));
    Decision { name: name.to_owned(), depends: depends(&values, levels.len()), values }
}

/// The factor with the largest λ, the first of several.
fn depends(values: &[ValueFutures], factors: usize) -> Option<(usize, f64)> {
    let all: usize = values.iter().map(|one| one.futures).sum();
    let most = values.iter().map(|one| one.futures).max()?;
    if most == all {
        return None;
    }
    let lambda = |factor: usize| {
        let levels = values.first().map_or(0, |one| one.at[factor].len());
        let guessed: usize = (0..levels)
            .filter_map(|level| values.iter().map(|one| one.at[factor][level]).max())
            .sum();
        number(guessed - most) / number(all - most)
    };
    (0..factors)
        .map(|factor| (factor, lambda(factor)))
        .filter(|(_, lambda)| *lambda > 0.0)
        .reduce(|best, one| if one.1 > best.1 { one } else { best })
}
