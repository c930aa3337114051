//! Outcomes of runs.

use crate::domain::{Rule, Term, Text};
use crate::model::keys::Places;
use crate::plan::Plan;
use crate::solve::backend::SolverError;
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

/// How the run of a case ended.
#[derive(Debug)]
pub enum Ending {
    /// A plan, with its verification.
    Planned(Box<Planned>),
    /// No plan can satisfy the hard rules.
    Infeasible(Infeasibility),
    /// The limit came before any plan.
    NothingFound,
    /// The time was used up, or the user had asked to stop, before its run.
    NotBegun,
    /// The solver failed.
    Failed(SolverError),
}

impl From<Result<Outcome, SolverError>> for Ending {
    fn from(outcome: Result<Outcome, SolverError>) -> Self {
        match outcome {
            Ok(Outcome::Planned(planned)) => Self::Planned(planned),
            Ok(Outcome::Infeasible(why)) => Self::Infeasible(why),
            Ok(Outcome::NothingFound) => Self::NothingFound,
            Err(error) => Self::Failed(error),
        }
    }
}

impl Ending {
    /// The plan, if there is a verified one.
    pub fn verified(&self) -> Option<&Planned> {
        match self {
            Self::Planned(planned) if planned.verification.passed() => Some(planned),
            _ => None,
        }
    }
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
