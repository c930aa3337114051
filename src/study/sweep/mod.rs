//! Studies: one scenario planned in many futures, in shards that any machine
//! can work on.

mod attempts;
pub mod candidates;
pub mod collect;
pub mod decisions;
pub mod design;
mod distribution;
pub mod factor;
pub mod folder;
pub mod follow_up;
pub mod indicator;
pub mod init;
pub mod judge;
pub mod manifest;
mod pinning;
pub mod planner;
pub mod raw;
pub mod resolve;
pub mod row;
pub mod shard;
pub mod status;
mod trial;
mod trouble;

pub use trouble::{Kind, Trouble};
