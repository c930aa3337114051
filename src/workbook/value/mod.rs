//! What a cell says: from values of the format to cells and back.

mod canonical;
mod dates;
mod figure;
mod lists;
mod names;
mod parse;
mod show;
mod text;

pub use canonical::canonical;
pub use dates::{serial, term_label};
pub use figure::{Figure, figure};
pub use names::{Named, Names};
pub use parse::{Context, Wrong, parse, units};
pub use show::{same, show};
pub use text::{folded, is_blank, is_comment, is_total, narrow, tidy};
