//! From a scenario file to a checked case.

mod cells;
mod differences;
mod fault;
mod figures;
mod file;
mod lenient;
mod load;
mod loaded;
pub mod measure;
pub mod named;
pub mod overlay;
mod parse;
pub mod path;
pub mod quantity;
pub mod raw;
mod read;
mod render;
mod resolve;
mod source;
mod standards;
mod stated;
pub mod today;
pub mod tree;

pub use differences::{Difference, differences};
pub use figures::{figures, unsourced};
pub use file::File;
pub use load::{Opener, Reader, Reading, load, load_from};
pub use loaded::Loaded;
pub use overlay::{Bound, Change, Changed, Expression, Places, RawChange, Unread, Variation};
pub use parse::{parse, parse_as, position_of};
pub use read::{hash, read};
pub use render::render;
pub use resolve::{resolve, suggestions};
pub use source::{Sheets, Source};
pub use standards::{built_in, parse_set};
pub use stated::stated_language;
