//! Solving the model: tiers, limits, progress, outcome.

mod progress;

pub use progress::{Observer, Phase, Progress, Unwatched};
