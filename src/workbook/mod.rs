//! Scenarios as workbooks: written from the tree of a scenario, and read into
//! the same tree that the text of a file gives.

mod grid;
mod mark;
pub mod package;
pub mod layout;
pub mod read;
pub mod schema;
mod source;
pub mod value;
pub mod write;

pub use mark::{Marked, mark};
pub use source::{open, source, source_of};
pub use grid::{Cells, Merged, Spot, Value};
