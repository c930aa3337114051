//! The sequence from a scenario to a verified plan: model, tiers, integer repair,
//! extraction, people by name, verification. Also what several such runs share:
//! kept plans, one time limit for a command, warm starts near another plan.

mod certify;
pub(crate) mod infeasibility;
mod outcome;
pub mod places;
pub(crate) mod run;
pub mod size;
pub mod store;
pub mod time_budget;

pub use crate::forecast::on_path;
pub use certify::certify_bounds;
pub use infeasibility::diagnose;
pub use outcome::{Ending, Infeasibility, Outcome, Planned, Shortage};
pub use run::{plan, plan_by, plan_near, plan_with};
