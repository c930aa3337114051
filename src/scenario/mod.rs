//! From a scenario file to a checked case.

pub mod measure;
pub mod named;
pub mod path;
pub mod quantity;
pub mod raw;
mod read;
mod resolve;

pub use read::{Loaded, hash, parse, read};
pub use resolve::resolve;
