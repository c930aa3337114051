//! The walk from a scenario to a verified plan.

pub mod adopt;
pub mod alternatives;
pub mod atlas;
mod certify;
pub mod check;
pub mod compare;
mod diagnose;
pub mod difference;
pub mod explain;
pub mod forecast;
pub mod frontier;
pub mod futures;
pub mod keep;
pub mod moved;
pub mod places;
pub mod prices;
mod run;
pub mod size;
pub mod store;
pub mod sweep;
pub mod time_budget;
pub mod usage;
pub mod why;

pub use crate::forecast::on_path;
pub use certify::certify_bounds;
pub use diagnose::diagnose;
pub use run::{plan, plan_by, plan_near, plan_with};

use crate::domain::{Rule, Term, Text};
use crate::model::keys::Places;
use crate::plan::Plan;
use crate::verify::Verification;
use std::time::Duration;

/// What a run came to.
#[derive(Debug)]
pub enum Outcome {
    /// A plan, with its verification (which may have failed).
    Planned(Box<Planned>),
    /// No plan can satisfy the hard rules.
    Infeasible(Infeasibility),
    /// The limit came before any plan.
    NothingFound,
}

/// A plan with its verification.
#[derive(Debug)]
pub struct Planned {
    /// The plan.
    pub plan: Plan,
    /// Its verification.
    pub verification: Verification,
    /// What it decides about places, for plans of similar cases to begin with.
    pub places: Places,
    /// Where the time went; not part of the plan, which has no clocks.
    pub timings: Vec<(String, Duration)>,
}

/// Why there is no plan.
#[derive(Debug)]
pub struct Infeasibility {
    /// Least violation of the hard rules, place by place.
    pub shortages: Vec<Shortage>,
    /// Rules that cannot hold together: without any one of them there is a
    /// plan. Empty if they could not be found within the limit.
    pub conflict: Vec<Rule>,
    /// Whether the search for the least violation and the conflict was
    /// completed within the limit.
    pub complete: bool,
}

/// Something short in the least violation.
#[derive(Debug)]
pub struct Shortage {
    /// Rule.
    pub rule: Rule,
    /// Where: keys of the scenario, e.g. resource and campus.
    pub place: Vec<String>,
    /// Term or first term of the stage.
    pub term: Option<Term>,
    /// How much is missing, in the rule's unit.
    pub amount: f64,
    /// The same in words: "140 dormitory beds short".
    pub message: Text,
}
