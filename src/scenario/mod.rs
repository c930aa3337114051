//! From a scenario file to a checked case.

mod fault;
mod figures;
mod lenient;
pub mod measure;
pub mod named;
pub mod path;
pub mod quantity;
pub mod raw;
mod read;
mod render;
mod resolve;
pub mod today;

pub use figures::{figures, unsourced};
pub use read::{Loaded, hash, parse, read};
pub use render::render;
pub use resolve::resolve;
