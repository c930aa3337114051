//! Words of the reports.

pub mod agenda;
pub mod appendices;
pub mod bounds;
pub mod brief;
mod courses;
pub mod findings;
mod forecast;
pub mod front;
mod heads;
mod names;
pub mod people;
pub mod prose;
mod sentences;
mod titles;
mod workbook;

pub use courses::*;
pub use forecast::*;
pub use heads::*;
pub use names::*;
pub use sentences::*;
pub use titles::*;
pub use workbook::*;
