//! Recomputes every rule, account and indicator from the scenario and the plan
//! alone. Nothing here looks at the model, the solver or the plan's accounts.

mod accounts;
mod admission;
mod assets;
mod assignments;
mod budget;
mod capacity;
mod class_teacher;
mod courses;
mod deviation;
mod duty;
mod employment;
mod equipment;
mod exchange;
mod facts;
mod headcount;
mod indicators;
mod internship;
mod ledger;
mod lists;
mod merging;
mod milestones;
mod money;
mod options;
mod part_time;
mod people;
mod pins;
mod placement;
mod possessions;
mod reference;
mod register;
mod relocation;
mod resolve;
mod retraining;
mod role;
mod staffing;
mod standards;
mod sums;
mod target;
mod tenure;
mod tiers;
mod travel;
mod visiting;
mod watched;

use crate::domain::{Rule, Scenario, Term, Text};
use crate::forecast;
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
    #[must_use]
    pub fn passed(&self) -> bool {
        self.violations.is_empty()
    }
}

/// Verifies a plan against its scenario: recomputes every rule, account and
/// indicator and compares. Applicants are those of the demand path that the
/// plan's options name. A broken plan gives violations, never a panic.
#[must_use]
pub fn verify(scenario: &Scenario, plan: &Plan) -> Verification {
    let demand = plan.options.demand;
    let on_path = (scenario.demand != demand).then(|| forecast::on_path(scenario.clone(), demand));
    let scenario = on_path.as_ref().unwrap_or(scenario);
    let mut ledger = ledger::Ledger::default();
    let facts = reference::check(scenario, plan, &mut ledger);
    admission::check(&facts, &mut ledger);
    placement::check(&facts, &mut ledger);
    relocation::check(&facts, &mut ledger);
    merging::check(&facts, &mut ledger);
    internship::check(&facts, &mut ledger);
    tenure::check(&facts, &mut ledger);
    capacity::check(&facts, &mut ledger);
    equipment::check(&facts, &mut ledger);
    assets::check(&facts, &mut ledger);
    staffing::check(&facts, &mut ledger);
    employment::check(&facts, &mut ledger);
    courses::check(&facts, &mut ledger);
    visiting::check(&facts, &mut ledger);
    retraining::check(&facts, &mut ledger);
    part_time::check(&facts, &mut ledger);
    assignments::check(&facts, &mut ledger);
    class_teacher::check(&facts, &mut ledger);
    duty::check(&facts, &mut ledger);
    exchange::check(&facts, &mut ledger);
    let money = money::sums(&facts);
    budget::check(&facts, &money, &mut ledger);
    role::check(&facts, &mut ledger);
    standards::check(&facts, &mut ledger);
    pins::check(&facts, &mut ledger);
    watched::check(&facts, &mut ledger);
    target::check(&facts, &mut ledger);
    reference::unsettled(scenario, &mut ledger);
    accounts::check(&facts, money, &mut ledger);
    headcount::check(&facts, &mut ledger);
    indicators::check(&facts, &mut ledger);
    milestones::check(&facts, &mut ledger);
    lists::check(&facts, &mut ledger);
    ledger.finish()
}
