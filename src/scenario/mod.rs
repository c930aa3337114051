//! From a scenario file to a checked case.

mod fault;
mod lenient;
pub mod measure;
pub mod named;
pub mod path;
pub mod quantity;
pub mod raw;
mod read;
mod render;
mod resolve;

pub use read::{Loaded, hash, parse, read};
pub use render::render;
pub use resolve::resolve;
