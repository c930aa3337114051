//! Studies: one scenario planned in many futures, in shards that any machine
//! can work on.

pub mod decisions;
pub mod design;
mod distribution;
pub mod factor;
pub mod indicator;
pub mod manifest;
pub mod raw;
pub mod resolve;
pub mod row;
