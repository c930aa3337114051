//! Solving the model: relaxation, construction, improvement, whole model, integer
//! repair.

pub mod backend;
mod bound;
mod common_sums;
mod driver;
mod duals;
mod exact;
mod heuristics;
mod intakes;
mod integer_repair;
mod kernel;
mod late_tiers;
pub mod lexicographic;
mod mip_start;
pub mod parallel;
mod progress;
mod relaxation;
mod rounds;
pub mod run;
mod search;
mod whole_model;

pub use backend::Highs;
pub use driver::find;
pub use duals::duals;
pub use progress::{Observer, Phase, Progress, Unwatched};
pub use search::{Found, ObjectiveOverride, SearchOptions};
