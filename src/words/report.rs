//! Words of the reports.

mod forecast;
mod heads;
mod names;
pub mod people;
mod sentences;
mod titles;

pub use forecast::*;
pub use heads::*;
pub use names::*;
pub use sentences::*;
pub use titles::*;
