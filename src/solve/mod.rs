//! Solving the model: tiers, limits, progress, outcome.

pub mod backend;
pub mod bridge;
mod highs;
mod progress;
mod settle;
pub mod tiers;

pub use highs::Highs;
pub use progress::{Observer, Phase, Progress, Unwatched};
pub use settle::settle;
