//! Why there is no plan, or none that reaches a target, and what it would take.

mod changes;
mod combinations;
mod conflict;
mod defaults;
mod demand;
mod goal;
mod granted;
mod question;
mod repairs;
mod search;

pub use changes::changes;
pub use conflict::{Conflict, Demand};
pub use defaults::concessions;
pub use granted::{Granted, most_steps, phrase};
pub use question::{Asked, Goal, Reload};
pub use repairs::{Repair, Repairs, Unplanned, Why};

use super::check::{Finding, Grade, arithmetic};
use crate::planning::time_budget::TimeBudget;
use crate::solve::backend::SolverError;

/// The answer.
#[derive(Debug)]
pub struct Explanation {
    /// What simple arithmetic already shows to be short.
    pub findings: Vec<Finding>,
    /// What cannot hold together, if something cannot.
    pub conflict: Option<Conflict>,
    /// What would make a plan possible, the cheapest first. A way that takes
    /// nothing says that there is a plan already.
    pub repairs: Repairs,
}

impl Explanation {
    /// Whether there is a plan as it is.
    pub fn possible(&self) -> bool {
        self.repairs.found.iter().any(|one| one.granted.is_empty())
    }
}

/// Share of the time for looking for repairs; the rest is for the conflict.
const REPAIRS: f64 = 0.75;

/// Explains a case.
///
/// # Errors
///
/// When the solver fails.
pub fn explain(asked: Asked<'_>, budget: &TimeBudget<'_>) -> Result<Explanation, SolverError> {
    let repairs = repairs::repairs(&budget.part(REPAIRS), asked)?;
    let short = |finding: &Finding| finding.grade == Grade::Short;
    let findings = arithmetic(asked.scenario).into_iter().filter(short);
    let mut explanation = Explanation { findings: findings.collect(), conflict: None, repairs };
    if !explanation.possible()
        && !budget.is_over()
        && let Some(held) = goal::unchanged(asked)
    {
        explanation.conflict = conflict::conflict(budget, (&asked.limits, &held))?;
    }
    Ok(explanation)
}
