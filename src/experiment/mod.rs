//! Experiments: one scenario planned in many futures. A study file is the
//! specification, its plans are run in shards that any machine can work on, and
//! the rows of all shards are summarised.

pub mod run;
pub mod specification;
pub mod summary;
mod trouble;

pub use trouble::{Kind, Trouble};
