//! Jobs: each is run by a child process of the same program.

mod attempt;
mod progress;
mod runner;

pub use attempt::{MAIN, OUT};
pub use progress::{Moment, moments};
pub use runner::run;
