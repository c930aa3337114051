//! The workbench: a folder with a base, its options and their jobs, shown in a
//! browser.
//!
//! It plans nothing itself. Whatever is solved is solved by a child process of the
//! same program; whatever is read, changed or checked goes through the functions of
//! the command line. `state` is what is kept, as a journal of events; `jobs` runs
//! the children; `http` answers and guards; `pages` are the screens.

mod case;
mod grid;
mod http;
mod jobs;
mod pages;
mod sheet;
mod state;

pub use http::{Served, serve};
pub use state::{Opened, Unopened};
