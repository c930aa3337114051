//! A search space: the problem, its tiers and the cohorts whose classes the
//! heuristics fix and free.

use super::comparator::is_better;
use crate::domain::{Origin, Scenario, Term, Tier};
use crate::ids::{CampusId, FieldId, ProgrammeId};
use crate::model::Model;
use crate::model::linear::{Linear, Variable};
use crate::model::problem::Problem;
use crate::solve::lexicographic::{ideal_value, objective_cut};
use crate::solve::mip_start::sites;

/// How much a unit of a tier with an ideal value weighs against the next tier
/// while it is not reached, as a share of the next tier's value.
const WEIGHT: f64 = 1.2;

/// A value this close to its ideal is at it.
const NOISE: f64 = 1e-5;

/// The classes of a cohort.
pub struct CohortClasses {
    /// Its programme.
    pub programme: ProgrammeId,
    /// The programme's field.
    pub field: FieldId,
    /// Its entry.
    pub entry: Term,
    /// Whether it is in school today.
    pub existing: bool,
    /// Columns that count its classes on each path.
    pub classes: Vec<Variable>,
    /// The campuses on each path.
    pub seats: Vec<Vec<CampusId>>,
}

/// A problem with its tiers and cohorts.
pub struct SearchSpace<'a> {
    /// Columns and rows.
    pub problem: &'a Problem,
    /// The tiers and their expressions.
    pub tiers: &'a [(Tier, Linear)],
    /// The cohorts that have a choice of paths or of a number of classes.
    pub cohorts: Vec<CohortClasses>,
    /// Columns of campuses, modules and movable units.
    pub sites: Vec<Variable>,
}

/// The objective of a subproblem.
pub struct Focus {
    /// The tier that it minimises.
    pub tier: usize,
    /// The objective.
    pub objective: Linear,
    /// Objective cuts on the tiers before.
    pub cuts: Vec<(Linear, f64)>,
    /// Tiers before that are fixed at their ideal value instead.
    pub goals: Vec<usize>,
}

impl<'a> SearchSpace<'a> {
    /// The search space of a model.
    pub fn new(
        scenario: &Scenario,
        model: &'a Model,
        problem: &'a Problem,
        tiers: &'a [(Tier, Linear)],
    ) -> Self {
        let lanes = model.decisions.lanes.iter_enumerated();
        let cohorts = lanes.filter(|(_, lanes)| !lanes.is_empty()).map(|(id, lanes)| {
            let cohort = &scenario.cohorts[id];
            CohortClasses {
                programme: cohort.programme,
                field: scenario.programmes[cohort.programme].field,
                entry: cohort.entry,
                existing: matches!(cohort.origin, Origin::Existing { .. }),
                classes: lanes.iter().map(|lane| lane.classes).collect(),
                seats: lanes.iter().map(|lane| lane.path.seats.clone()).collect(),
            }
        });
        Self { problem, tiers, cohorts: cohorts.collect(), sites: sites(model).collect() }
    }

    /// Class columns of all cohorts.
    pub fn size(&self) -> usize {
        self.cohorts.iter().map(|cohort| cohort.classes.len()).sum()
    }

    /// Whether a tier is at its ideal value.
    pub fn reached(&self, tier: usize, ideals: &[Option<f64>], values: &[f64]) -> bool {
        let (data, expression) = &self.tiers[tier];
        let ideal = ideals.get(tier).copied().flatten().or(ideal_value(data));
        ideal.is_some_and(|ideal| {
            let (_, most) = objective_cut(Linear::default(), data, ideal);
            expression.value(values) <= most
        })
    }

    /// The objective of the next step from a solution: the first tier that is not
    /// at its ideal value, with cuts on the tiers before it. While a tier with an
    /// ideal value is not reached the next tier has a say as well, since solutions
    /// that differ in the first alone are many and costly. `ideals` are values
    /// that tiers are proven to be at best.
    pub fn focus(&self, values: &[f64], ideals: &[Option<f64>], pure: bool) -> Focus {
        let last = self.tiers.len() - 1;
        let open = (0..last).find(|tier| !self.reached(*tier, ideals, values));
        let tier = open.unwrap_or(last);
        let mut cuts = Vec::new();
        let mut goals = Vec::new();
        for (index, (data, expression)) in self.tiers[..tier].iter().enumerate() {
            let value = expression.value(values);
            if ideal_value(data).is_some_and(|ideal| value - ideal <= NOISE) {
                goals.push(index);
            } else {
                cuts.push(objective_cut(expression.clone(), data, value));
            }
        }
        let (data, expression) = &self.tiers[tier];
        let objective = match self.tiers.get(tier + 1) {
            Some((_, next)) if !pure && ideal_value(data).is_some() => {
                blended(expression, next, next.value(values))
            }
            _ => expression.clone(),
        };
        Focus { tier, objective, cuts, goals }
    }

    /// Whether one solution is better than another.
    pub fn is_better(&self, one: &[f64], other: &[f64]) -> bool {
        is_better(self.tiers, one, other)
    }
}

/// One objective for a tier and the next one, whose value is about `value`.
pub fn blended(tier: &Linear, next: &Linear, value: f64) -> Linear {
    let mut sum = tier.clone() * (WEIGHT * value.abs().max(1.0));
    sum.add_scaled(next, 1.0);
    sum.tidy()
}
