//! From a scenario file to a checked case.

pub mod named;
pub mod quantity;
pub mod raw;
