//! A run of the program and the plan that it hands over.

use super::support::{peak_memory, reset_peak_memory};
use campusplan::domain::{Limits, Part, Scenario};
use campusplan::plan::{Plan, TargetResult};
use campusplan::planning::{Outcome, plan};
use campusplan::solve::Unwatched;
use std::cmp::Ordering;
use std::time::{Duration, Instant};

/// What a run handed over.
#[derive(Clone, Debug)]
pub struct Row {
    /// Time limit, s.
    pub limit: f64,
    /// Seed.
    pub seed: u32,
    /// What was handed over, if anything: a plan counts only if its verification
    /// passed.
    pub result: Option<Value>,
    /// Why nothing was.
    pub missing: &'static str,
    /// Bound of the cost.
    pub bound: Option<f64>,
    /// Wall time of the run, building, repair and verification included.
    pub took: Duration,
    /// Peak memory of the process during the run, MB.
    pub memory: Option<f64>,
}

/// The values of a plan or a solution.
#[derive(Clone, Copy, Debug)]
pub struct Value {
    /// Weighted shortfall from the targets, %.
    pub shortfall: f64,
    /// Whether no target is missed by more than a rounding error; unknown of a
    /// solution that is no plan.
    pub met: Option<bool>,
    /// Cost, 万元.
    pub cost: f64,
    /// Disruption, where it is known.
    pub disruption: Option<f64>,
}

/// Plans a scenario.
pub fn run(scenario: &Scenario, limits: Limits) -> Row {
    reset_peak_memory();
    let began = Instant::now();
    let outcome = plan(scenario, &limits, &Unwatched).expect("the solver works");
    let took = began.elapsed();
    let memory = peak_memory();
    let (result, missing, bound) = match outcome {
        Outcome::Planned(planned) if planned.verification.passed() => {
            let plan = &planned.plan;
            (Some(value(plan)), "", bound(plan))
        }
        Outcome::Planned(_) => (None, "unverified", None),
        Outcome::Infeasible(_) => (None, "infeasible", None),
        Outcome::NothingFound => (None, "no plan", None),
    };
    Row {
        limit: limits.time_limit_s.unwrap_or_default(),
        seed: limits.seed,
        result,
        missing,
        bound,
        took,
        memory,
    }
}

fn value(plan: &Plan) -> Value {
    let accounts = &plan.accounts;
    Value {
        shortfall: accounts.targets_percent,
        met: Some(!plan.targets.iter().any(TargetResult::is_missed)),
        cost: accounts.cost_wan_yuan.0,
        disruption: Some(accounts.disruption),
    }
}

/// The bound of the tier that is the cost.
fn bound(plan: &Plan) -> Option<f64> {
    let mut tiers = plan.tiers.iter();
    let cost = tiers.find(|tier| tier.parts.iter().any(|part| part.part == Part::Cost))?;
    cost.bound
}

impl Row {
    /// By how much the run was longer than its limit, s.
    pub fn past(&self) -> f64 {
        self.took.as_secs_f64() - self.limit
    }

    /// Whether a plan was handed over that meets the targets.
    pub fn meets(&self) -> bool {
        self.result.is_some_and(|value| value.met == Some(true))
    }

    /// Orders runs from the best to the worst: targets met, then cost. Where both
    /// miss targets the shortfall comes first. No plan is the worst.
    pub fn order(&self, other: &Self) -> Ordering {
        match (&self.result, &other.result) {
            (Some(one), Some(other)) => one.rank().partial_cmp(&other.rank()),
            (one, other) => Some(other.is_some().cmp(&one.is_some())),
        }
        .unwrap_or(Ordering::Equal)
    }

    /// The run in a line.
    pub fn described(&self) -> String {
        let result = self.result.map_or_else(
            || self.missing.to_owned(),
            |value| format!("{:.4} % short, cost {:.2}", value.shortfall, value.cost),
        );
        let took = self.took.as_secs_f64();
        format!("{} s, seed {}: {result}, took {took:.1} s", self.limit, self.seed)
    }
}

impl Value {
    fn rank(&self) -> (f64, f64) {
        let met = self.met == Some(true);
        (if met { 0.0 } else { self.shortfall }, self.cost)
    }
}
