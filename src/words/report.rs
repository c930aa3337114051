//! Words of the reports.

pub mod agenda;
mod courses;
mod forecast;
mod heads;
mod names;
mod sentences;
mod titles;

pub use courses::*;
pub use forecast::*;
pub use heads::*;
pub use names::*;
pub use sentences::*;
pub use titles::*;
