//! The projection of applicants.

mod backtest;
mod diagnostics;
mod plan;
mod projection;
