//! Running a study: its directory, its shards, and the rows they leave.

mod attempts;
pub mod collect;
pub mod decisions;
pub mod folder;
pub mod follow_up;
pub mod init;
pub mod level;
pub mod planner;
pub mod row;
pub mod row_check;
pub mod shard;
pub mod status;
