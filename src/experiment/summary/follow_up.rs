//! A follow-up study: every candidate first stage in every future of a study,
//! and what may wait.

use super::distribution::Distribution;
use super::proven;
use super::regret::{Outcome, Regrets, Value, regrets, worth_of_knowing};
use crate::domain::Part;
use crate::experiment::run::row::{Row, RowStatus};
use crate::experiment::specification::candidates::{Candidates, only};
use crate::experiment::specification::first_stage::FirstStage;
use crate::experiment::specification::indicator::Indicator;
use crate::experiment::specification::manifest::Manifest;
use serde::Serialize;
use std::collections::BTreeSet;

/// The rows that a follow-up is about. Row f·K + c has candidate c of K in
/// future f.
#[derive(Clone, Copy, Debug)]
pub struct Rows<'a> {
    /// What the follow-up is made of.
    pub manifest: &'a Manifest,
    /// Its rows.
    pub own: &'a [Row],
    /// The rows of the study it follows, whose plans chose freely.
    pub free: &'a [Row],
    /// The candidates.
    pub candidates: &'a Candidates,
}

/// What a follow-up study says.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct FollowUp {
    /// The candidates.
    pub candidates: Vec<FirstStage>,
    /// In how many futures each was chosen freely.
    pub chosen: Vec<usize>,
    /// Their regrets.
    pub regrets: Regrets,
    /// The most that knowing the future first would be worth, 万元.
    pub worth_of_knowing: Option<f64>,
    /// By candidate and indicator of the study, its distribution over the
    /// futures in which the candidate has a verified plan.
    pub indicators: Vec<Vec<Option<Distribution>>>,
    /// What must be decided now and what may wait.
    pub waiting: Waiting,
}

/// The decisions of the candidates that are not known to be worse than the
/// best.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Waiting {
    /// On these they agree: nothing is gained by waiting.
    pub agreed: FirstStage,
    /// On these they differ: each is as good as the others as far as is known,
    /// so they may be decided when more is known. Values in the order of the
    /// candidates near the best.
    pub open: Vec<(String, Vec<u32>)>,
}

/// Compares the candidates.
pub fn follow_up(rows: Rows<'_>) -> FollowUp {
    let candidates = &rows.candidates.first_stages;
    let outcomes: Vec<Vec<Outcome>> = (0..candidates.len())
        .map(|candidate| of_candidate(rows, candidate).map(outcome).collect())
        .collect();
    let free: Vec<Outcome> = rows.free.iter().map(outcome).collect();
    let regrets = regrets(&outcomes, &free, rows.manifest.limits.gap);
    FollowUp {
        candidates: candidates.clone(),
        chosen: candidates.iter().map(|own| chosen(rows, own)).collect(),
        worth_of_knowing: worth_of_knowing(&regrets),
        indicators: (0..candidates.len()).map(|candidate| distributions(rows, candidate)).collect(),
        waiting: waiting(candidates, &regrets.near),
        regrets,
    }
}

/// The rows of a candidate, by future.
fn of_candidate(rows: Rows<'_>, candidate: usize) -> impl Iterator<Item = &Row> {
    let every = rows.candidates.first_stages.len().max(1);
    rows.own.iter().skip(candidate).step_by(every).take(rows.free.len())
}

/// In how many futures the free plan decides as a candidate does.
fn chosen(rows: Rows<'_>, own: &FirstStage) -> usize {
    let verified = rows.free.iter().filter(|row| row.status == RowStatus::Verified);
    verified.filter(|row| only(&rows.candidates.kinds, &row.decisions) == *own).count()
}

/// What a row comes to. Without the shortfall from the targets and the cost it
/// can't be compared.
pub fn outcome(row: &Row) -> Outcome {
    let known = |part: Part| row.indicators.get(Indicator::Value(part).key()).copied();
    let room = |part: Part| proven::room(row, part);
    match (row.status, known(Part::Targets), known(Part::Cost)) {
        (RowStatus::Verified, Some(targets), Some(cost)) => Outcome::Planned(Value {
            targets,
            targets_room: room(Part::Targets),
            cost,
            cost_room: room(Part::Cost),
        }),
        (RowStatus::Infeasible, _, _) => Outcome::Infeasible,
        _ => Outcome::Unknown,
    }
}

fn distributions(rows: Rows<'_>, candidate: usize) -> Vec<Option<Distribution>> {
    let indicators = rows.manifest.indicators.iter();
    let of = |key: &String| {
        let verified =
            of_candidate(rows, candidate).filter(|row| row.status == RowStatus::Verified);
        Distribution::new(verified.filter_map(|row| row.indicators.get(key).copied()).collect())
    };
    indicators.map(|entry| of(&entry.key)).collect()
}

fn waiting(candidates: &[FirstStage], near: &[usize]) -> Waiting {
    let near: Vec<&FirstStage> = near.iter().map(|index| &candidates[*index]).collect();
    let names: BTreeSet<&String> = near.iter().flat_map(|one| one.keys()).collect();
    let mut waiting = Waiting { agreed: FirstStage::new(), open: Vec::new() };
    for name in names {
        let values = near.iter().map(|one| one.get(name).copied().unwrap_or(0));
        let values: Vec<u32> = values.collect();
        if values.windows(2).all(|pair| pair[0] == pair[1]) {
            waiting.agreed.insert(name.clone(), values[0]);
        } else {
            waiting.open.push((name.clone(), values));
        }
    }
    waiting
}

#[cfg(test)]
mod tests {
    use super::{FirstStage, waiting};

    fn stage(decisions: &[(&str, u32)]) -> FirstStage {
        let all = decisions.iter();
        all.map(|(name, value)| ((*name).to_owned(), *value)).collect()
    }

    #[test]
    fn one_of_several_that_differs_keeps_a_decision_open() {
        let candidates = [
            stage(&[("open a", 1), ("built b", 2)]),
            stage(&[("open a", 1), ("built b", 2)]),
            stage(&[("open a", 1)]),
        ];
        let told = waiting(&candidates, &[0, 1, 2]);
        assert_eq!(told.agreed, stage(&[("open a", 1)]));
        assert_eq!(told.open, [("built b".to_owned(), vec![2, 2, 0])]);
        // those that are not near the best have no say
        assert!(waiting(&candidates, &[0, 1]).open.is_empty());
    }
}
