//! Words of the reports.

mod heads;
mod names;
mod sentences;
mod titles;

pub use heads::*;
pub use names::*;
pub use sentences::*;
pub use titles::*;
