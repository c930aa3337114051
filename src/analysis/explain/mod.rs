//! Why there is no plan, or none that reaches a target, and what it would take.

mod changes;
mod combinations;
mod conflict;
mod defaults;
mod demand;
mod goal;
mod granted;
mod repairs;
mod search;

pub use changes::changes;
pub use conflict::{Conflict, Demand};
pub use defaults::concessions;
pub use granted::{Granted, most_steps, phrase};
pub use repairs::{Repair, Repairs, Unplanned, Why};

use super::check::{Finding, Grade, arithmetic};
use crate::diagnostic::Diagnostic;
use crate::domain::{Limits, Scenario, Term};
use crate::ids::TargetId;
use crate::planning::time_budget::TimeBudget;
use crate::scenario::Change;
use crate::solve::backend::SolverError;

/// Reads the scenario again with changes made to it.
pub type Reload<'a> = &'a (dyn Fn(&[Change]) -> Result<Scenario, Vec<Diagnostic>> + Sync);

/// What is asked.
#[derive(Clone, Copy)]
pub struct Asked<'a> {
    /// The case.
    pub scenario: &'a Scenario,
    /// Reads it again with changes.
    pub reload: Reload<'a>,
    /// The target to be reached; any plan will do if absent.
    pub goal: Option<Goal>,
    /// How many ways to a plan are looked for.
    pub count: u32,
    /// Limits of each step; its time comes from the budget.
    pub limits: Limits,
}

/// A target that is to be reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Goal {
    /// The target.
    pub target: TargetId,
    /// In which term; in all in which it applies if absent.
    pub at: Option<Term>,
}

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
    #[must_use]
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
