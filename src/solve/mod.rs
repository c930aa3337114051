//! Solving the model: tiers, limits, progress, outcome.

mod attempt;
pub mod backend;
pub mod bridge;
mod brisk;
mod highs;
mod progress;
mod settle;
mod start;
pub mod tiers;
pub mod together;
mod whole;

pub use highs::Highs;
pub use progress::{Observer, Phase, Progress, Unwatched};

pub use whole::{Found, Search, find};
