//! Targets, objective tiers, prices and the solver's limits.

use crate::domain::{Term, Text};
use crate::units::Money;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What a target counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Metric {
    /// Classes in school 在校班级, without those on internship.
    ClassesInSchool,
    /// Students in school 在校生, without those on internship.
    StudentsInSchool,
    /// Registered students 在册生, with those on internship.
    Registered,
}

/// A target: at least so many, in every term from one on.
#[derive(Clone, Debug)]
pub struct Target {
    /// Key in the scenario file.
    pub id: String,
    /// Name for readers.
    pub name: Text,
    /// What is counted.
    pub metric: Metric,
    /// At least so many.
    pub at_least: f64,
    /// First term.
    pub from: Term,
    /// Last term, if not the last of the horizon.
    pub until: Option<Term>,
    /// Weight in the targets part.
    pub weight: f64,
}

impl Target {
    /// Whether the target applies in `term`.
    pub fn applies(&self, term: Term) -> bool {
        self.from <= term && self.until.is_none_or(|until| term <= until)
    }
}

/// A part of the objective.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Serialize,
    Deserialize,
    JsonSchema,
    clap::ValueEnum,
)]
#[serde(rename_all = "snake_case")]
pub enum Part {
    /// Weighted shortfall from the targets: percent of each target, averaged
    /// over its terms, times its weight, added up.
    Targets,
    /// Cost over the horizon, 万元, with the prices of missed rules.
    Cost,
    /// Students moved and staff re-based, weighted.
    Disruption,
    /// Hours of students and teachers on the road.
    Travel,
    /// What is decided otherwise than in a plan that is to be kept, weighted.
    Deviation,
    /// Students by which intakes of a programme differ from one entry to the
    /// next, weighted.
    Swing,
    /// Applicants who get no place in any programme, weighted.
    #[value(name = "turned_away")]
    TurnedAway,
    /// Weighted shortfall from the targets if no more apply than the low
    /// forecast says, percent, like the part `targets`.
    Margins,
}

impl Part {
    /// All parts that every case has, in their default order.
    pub const ALL: [Self; 4] = [Self::Targets, Self::Cost, Self::Disruption, Self::Travel];

    /// The parts about intakes, which a case has only where its objective names
    /// them.
    pub const OF_INTAKES: [Self; 3] = [Self::Swing, Self::TurnedAway, Self::Margins];
}

/// One tier of the lexicographic objective.
#[derive(Clone, Debug, PartialEq)]
pub struct Tier {
    /// Its parts with their weights; one part of weight 1 as a rule.
    pub parts: Vec<(Part, f64)>,
    /// How much later tiers may worsen it, relative to its value.
    pub relative_tolerance: f64,
    /// How much later tiers may worsen it beyond that, in its own unit.
    pub absolute_tolerance: f64,
    /// No plan may exceed this, in its own unit.
    pub at_most: Option<f64>,
}

impl Tier {
    /// Whether a bound tells anything: that an amount is no less than some
    /// negative figure is known of every plan.
    pub fn is_told_by(&self, bound: f64) -> bool {
        bound >= -NOISE || !self.is_amount()
    }

    /// Whether no plan can be below 0: nothing in it counts money, or against.
    pub fn is_amount(&self) -> bool {
        let amount = |(part, weight): &(Part, f64)| *part != Part::Cost && *weight >= 0.0;
        self.parts.iter().all(amount)
    }
}

/// What the solver may be off by where a bound is nothing.
const NOISE: f64 = 1e-6;

/// How disruption is counted.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct DisruptionWeights {
    /// Per student moved.
    pub student_moved: f64,
    /// Per staff member re-based.
    pub staff_rebased: f64,
}

/// Prices and rates.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Prices {
    /// Taking one student one kilometre to another campus.
    pub busing_per_km: Money,
    /// Taking one visiting teacher one kilometre.
    pub visiting_per_km: Money,
    /// Periods a visiting teacher gives on one visit.
    pub periods_per_visit: f64,
    /// Discount rate a year, 0 for none.
    pub discount: f64,
}

/// The solver's limits.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Limits {
    /// Seconds for the whole run; none: until the gap is reached.
    pub time_limit_s: Option<f64>,
    /// Relative gap at which a tier is good enough.
    pub gap: f64,
    /// Most improvement steps of a run that is limited by its work and not by a
    /// clock; none: no limit.
    pub steps: Option<u32>,
    /// Threads.
    pub threads: u32,
    /// Seed of the solver.
    pub seed: u32,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_negative_bound_tells_something_of_a_cost_and_nothing_of_an_amount() {
        let tier = |parts: &[(Part, f64)]| Tier {
            parts: parts.to_vec(),
            relative_tolerance: 0.0,
            absolute_tolerance: 0.0,
            at_most: None,
        };
        let disruption = tier(&[(Part::Disruption, 1.0)]);
        assert!(!disruption.is_told_by(-5054.0));
        assert!(disruption.is_told_by(-1e-9));
        assert!(disruption.is_told_by(0.0));
        assert!(disruption.is_told_by(1326.0));
        // Income can exceed what is spent.
        assert!(tier(&[(Part::Cost, 1.0)]).is_told_by(-100.0));
        assert!(tier(&[(Part::Travel, 1.0), (Part::Cost, 0.5)]).is_told_by(-100.0));
        // A wish for more of something is no amount.
        assert!(tier(&[(Part::Travel, -1.0)]).is_told_by(-100.0));
    }
}
