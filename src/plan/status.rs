//! The status of a run.

use crate::domain::Status;

/// How a run ended: as its worst tier.
pub fn worst(tiers: impl Iterator<Item = Status>) -> Status {
    let rank = |status: &Status| match status {
        Status::GapReached => 0,
        Status::Settled => 1,
        Status::WorkLimit => 2,
        Status::TimeLimit => 3,
        Status::Interrupted => 4,
    };
    tiers.max_by_key(rank).unwrap_or(Status::GapReached)
}
