//! Scenarios as workbooks: written from the tree of a scenario, and read into
//! the same tree that the text of a file gives.

mod grid;
pub mod layout;
mod mark;
pub mod package;
pub mod read;
pub mod schema;
mod source;
pub mod style;
pub mod value;
mod variants;
pub mod write;

pub use grid::{Cells, Merged, Spot, Value};
pub use mark::{Marked, mark};
pub use source::{open, source, source_of};
pub use variants::{Variant, variants};
