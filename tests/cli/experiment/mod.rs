//! Studies: one scenario in many futures.

mod commands;
mod design;
mod diagnostics;
mod rows;
