//! The verification: wrong, forged and broken plans.

mod broken;
mod corrupted;
mod forged;
mod leaves;
mod merging;
