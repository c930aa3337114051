//! Studies: one scenario planned in many futures, in shards that any machine
//! can work on.

pub mod manifest;
pub mod row;
