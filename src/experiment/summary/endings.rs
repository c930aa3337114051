//! What became of the plans of a study, and in which futures there is none.

use super::view::Futures;
use crate::domain::Text;
use crate::experiment::run::row::RowStatus;
use crate::plan::Status;
use serde::Serialize;
use std::collections::BTreeMap;

/// All statuses, the good one first.
pub const STATUSES: [RowStatus; 5] = [
    RowStatus::Verified,
    RowStatus::Unverified,
    RowStatus::Infeasible,
    RowStatus::NothingFound,
    RowStatus::Failed,
];

/// What became of the plans. Every future is counted once in `statuses`.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Endings {
    /// Futures by status, in the order of [`STATUSES`].
    pub statuses: [usize; 5],
    /// Why there is no verified plan, the most frequent reason first.
    pub reasons: Vec<Reason>,
    /// How the runs of the verified plans ended, the most frequent first.
    pub ended: Vec<(Status, usize)>,
    /// By factor and level, futures by status.
    pub at: Vec<Vec<[usize; 5]>>,
}

/// Why there is no verified plan.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Reason {
    /// What became of the plan.
    pub status: RowStatus,
    /// Why.
    pub why: Text,
    /// In how many futures.
    pub futures: usize,
    /// Number of the first of them.
    pub first: usize,
}

impl Endings {
    /// Counts the futures.
    pub fn new(futures: &Futures<'_>) -> Self {
        let mut statuses = [0; 5];
        let mut at: Vec<Vec<[usize; 5]>> =
            (futures.levels.iter()).map(|levels| vec![[0; 5]; levels.levels.len()]).collect();
        for (future, row) in futures.rows.iter().enumerate() {
            let place = place(row.status);
            statuses[place] += 1;
            for (counts, levels) in at.iter_mut().zip(&futures.levels) {
                if let Some(level) = levels.of[future] {
                    counts[level][place] += 1;
                }
            }
        }
        Self { statuses, reasons: reasons(futures), ended: ended(futures), at }
    }

    /// Futures of a status.
    pub fn of(&self, status: RowStatus) -> usize {
        self.statuses[place(status)]
    }
}

/// The place of a status in [`STATUSES`].
pub fn place(status: RowStatus) -> usize {
    STATUSES.iter().position(|one| *one == status).unwrap_or(0)
}

fn reasons(futures: &Futures<'_>) -> Vec<Reason> {
    let mut found: BTreeMap<(RowStatus, String), Reason> = BTreeMap::new();
    for row in futures.rows.iter().filter(|row| row.status != RowStatus::Verified) {
        let why = row.reason.clone().unwrap_or_default();
        let reason = found.entry((row.status, why.zh.clone())).or_insert_with(|| Reason {
            status: row.status,
            why,
            futures: 0,
            first: row.plan,
        });
        reason.futures += 1;
    }
    let mut reasons: Vec<Reason> = found.into_values().collect();
    reasons.sort_by_key(|one| (usize::MAX - one.futures, one.first));
    reasons
}

fn ended(futures: &Futures<'_>) -> Vec<(Status, usize)> {
    let mut found: Vec<(Status, usize)> = Vec::new();
    let ended = futures.with_plans().filter_map(|future| futures.rows[future].ended);
    for status in ended {
        match found.iter_mut().find(|(one, _)| *one == status) {
            Some((_, count)) => *count += 1,
            None => found.push((status, 1)),
        }
    }
    found.sort_by_key(|(_, count)| usize::MAX - count);
    found
}
