//! The result of a verification.

use crate::domain::{Rule, Term, Text};
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
    /// The plan's milestones.
    Milestones,
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

/// A comparison that holds with nothing to spare.
#[derive(Clone, Debug, PartialEq)]
pub struct Tight {
    /// What was checked.
    pub check: Check,
    /// Where.
    pub place: Text,
    /// Term, or first term of the stage, if there is one.
    pub term: Option<Term>,
    /// Both sides.
    pub amount: f64,
    /// What the left side is.
    pub left: Text,
    /// What the right side is.
    pub right: Text,
    /// Their unit.
    pub unit: Text,
}

/// Result of a verification.
#[derive(Clone, Debug, Default)]
pub struct Verification {
    /// How many comparisons were made, by what they check.
    pub compared: BTreeMap<Check, usize>,
    /// Those that do not hold.
    pub violations: Vec<Violation>,
    /// Those of `left ≤ right` that hold with nothing to spare, where there is
    /// anything at all.
    pub tight: Vec<Tight>,
}

impl Verification {
    /// Whether everything holds.
    pub fn passed(&self) -> bool {
        self.violations.is_empty()
    }
}
