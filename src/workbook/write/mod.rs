//! From the tree of a scenario to a workbook.

mod book;
mod examples;
mod expand;
mod fill;
mod heads;
mod legend;
mod lists;
mod notes;
mod plain;
mod rest;
mod sheet;
mod sources;
mod template;

pub use book::{Filling, render};
pub use fill::{Filled, FilledHead, FilledRow, fill};
pub use rest::{Export, Rest, equal, export, in_one_way, rest_cells, uniform};
pub use template::template;
