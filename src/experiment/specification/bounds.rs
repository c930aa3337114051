//! Sizes that a study can have.

/// Most plans of a study.
pub const MOST_PLANS: usize = 100_000;

/// Most shards of a study.
pub const MOST_SHARDS: usize = 1000;
