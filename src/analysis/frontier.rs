//! The efficient set of two or more parts of the objective by the
//! ε-constraint method: the first part is made least below ceilings on the
//! others, which are moved in steps from their least value to the value they
//! have when the first part is best.
//!
//! Parts of earlier tiers that are not traded stay ahead and are kept. After
//! the first part the others are made least in turn, so that a point is not
//! worse in one part without being better in another, within the gaps.

use crate::domain::{Limits, Part, Scenario, Tier};
use crate::model::keys::Places;
use crate::plan::part_value;
use crate::planning::Ending;
use crate::planning::time_budget::{self, TimeBudget, equal_share};
use crate::solve::SearchOptions;

/// An end has at least this share of what is left: the points between the ends
/// depend on it.
const END_SHARE: f64 = 0.25;

/// What is asked for.
#[derive(Clone, Debug)]
pub struct Frontier<'a> {
    /// The case.
    pub scenario: &'a Scenario,
    /// The parts traded for one another, at least two.
    pub parts: Vec<Part>,
    /// Steps from the least to the largest ceiling of each part but the first.
    pub steps: u32,
    /// Limits of the run for each point; its time comes from the budget.
    pub limits: Limits,
    /// Runs at a time.
    pub together: u32,
}

/// A point: a plan, or why there is none.
#[derive(Debug)]
pub struct Point {
    /// Ceilings on the parts but the first, in their order; none at an end.
    pub ceilings: Vec<Option<f64>>,
    /// What became of it.
    pub ending: Ending,
    /// Whether another point is at least as good in every part and better in
    /// one.
    pub dominated: bool,
}

impl Point {
    /// Value of a part.
    pub fn value(&self, part: Part) -> Option<f64> {
        let planned = self.ending.verified()?;
        Some(part_value(&planned.plan.accounts, part))
    }
}

/// The points, from the first part at its best to the others at theirs.
pub fn frontier(asked: &Frontier<'_>, budget: &TimeBudget<'_>) -> Vec<Point> {
    let ends = ends(asked, budget);
    let mut points = Vec::new();
    let grid = grid(asked, &ends);
    let mut planned = ends.iter().rev().filter_map(|end| end.ending.verified());
    let near = planned.next().map(|planned| &planned.places);
    let search = SearchOptions { start_plans: near.as_slice(), objective_override: None };
    let single = Limits { threads: 1, ..asked.limits };
    let others = budget.divide(asked.together, &grid, |ceilings, share| {
        let ceilings: Vec<Option<f64>> = ceilings.iter().copied().map(Some).collect();
        point(asked, (&asked.parts, ceilings), |scenario| {
            budget.plan(scenario, &single, share, search)
        })
    });
    points.extend(ends);
    points.extend(others);
    mark_dominated(asked, &mut points);
    let first = asked.parts[0];
    points.sort_by(|one, other| {
        let value = |point: &Point| point.value(first).unwrap_or(f64::INFINITY);
        value(one).total_cmp(&value(other))
    });
    points
}

/// Rounds of runs for so many parts and steps: the ends one after the other, then
/// the points between them, `together` at a time.
pub fn rounds(parts: usize, steps: u32, together: u32) -> u32 {
    let parts = u32::try_from(parts).unwrap_or(u32::MAX);
    let points = (steps.saturating_sub(1)).saturating_pow(parts.saturating_sub(1));
    parts.saturating_add(time_budget::rounds(points, together))
}

/// The plan that is best in each part first, the others after it in turn.
fn ends(asked: &Frontier<'_>, budget: &TimeBudget<'_>) -> Vec<Point> {
    let mut near: Option<Places> = None;
    let mut ends = Vec::new();
    let mut left = rounds(asked.parts.len(), asked.steps, asked.together);
    for index in 0..asked.parts.len() {
        let mut order = asked.parts.clone();
        order.rotate_left(index);
        let free = vec![None; asked.parts.len() - 1];
        left = left.saturating_sub(1);
        let end = point(asked, (&order, free), |scenario| match &near {
            None => {
                let search = SearchOptions::default();
                budget.plan_first(scenario, &asked.limits, left, search)
            }
            Some(near) => {
                let share = equal_share(left.saturating_add(1)).max(END_SHARE);
                let search = SearchOptions { start_plans: &[near], objective_override: None };
                budget.plan(scenario, &asked.limits, share, search)
            }
        });
        if let (None, Some(planned)) = (&near, end.ending.verified()) {
            near = Some(planned.places.clone());
        }
        ends.push(end);
    }
    ends
}

/// Ceilings strictly between the least and the largest value at the ends, for
/// each part but the first.
fn grid(asked: &Frontier<'_>, ends: &[Point]) -> Vec<Vec<f64>> {
    let mut grid = vec![Vec::new()];
    for part in &asked.parts[1..] {
        let values: Vec<f64> = ends.iter().filter_map(|end| end.value(*part)).collect();
        let least = values.iter().copied().fold(f64::INFINITY, f64::min);
        let most = ends[0].value(*part).unwrap_or(f64::NEG_INFINITY);
        if !(most - least).is_finite() || most - least <= 1e-6 * most.abs().max(1.0) {
            return Vec::new();
        }
        let steps = (1..asked.steps)
            .map(|step| least + (most - least) * f64::from(step) / f64::from(asked.steps));
        let steps: Vec<f64> = steps.collect();
        grid = grid
            .into_iter()
            .flat_map(|ceilings: Vec<f64>| {
                steps.iter().map(move |step| {
                    let mut ceilings = ceilings.clone();
                    ceilings.push(*step);
                    ceilings
                })
            })
            .collect();
    }
    grid
}

/// A point whose case, the parts in an order and below ceilings, is planned.
fn point(
    asked: &Frontier<'_>,
    (order, ceilings): (&[Part], Vec<Option<f64>>),
    plan: impl FnOnce(&Scenario) -> Ending,
) -> Point {
    let scenario =
        Scenario { tiers: tiers(asked.scenario, order, &ceilings), ..asked.scenario.clone() };
    Point { ending: plan(&scenario), ceilings, dominated: false }
}

/// The tiers of a point: what is not traded and came before the traded parts,
/// the traded parts each alone, what came after.
fn tiers(scenario: &Scenario, order: &[Part], ceilings: &[Option<f64>]) -> Vec<Tier> {
    let traded = |tier: &Tier| tier.parts.iter().any(|(part, _)| order.contains(part));
    let first = scenario.tiers.iter().position(traded);
    let first = first.unwrap_or(scenario.tiers.len());
    let mut rest = scenario.tiers.clone();
    for tier in &mut rest {
        tier.parts.retain(|(part, _)| !order.contains(part));
    }
    let after = rest.split_off(first);
    let own = order.iter().enumerate().map(|(index, part)| Tier {
        parts: vec![(*part, 1.0)],
        relative_tolerance: 0.0,
        absolute_tolerance: 0.0,
        at_most: index.checked_sub(1).and_then(|index| ceilings[index]),
    });
    let mut tiers = rest;
    tiers.extend(own);
    tiers.extend(after);
    tiers.retain(|tier| !tier.parts.is_empty());
    tiers
}

fn mark_dominated(asked: &Frontier<'_>, points: &mut [Point]) {
    let values: Vec<Option<Vec<f64>>> = points
        .iter()
        .map(|point| asked.parts.iter().map(|part| point.value(*part)).collect())
        .collect();
    for (index, point) in points.iter_mut().enumerate() {
        let Some(own) = &values[index] else { continue };
        let others = values.iter().enumerate();
        point.dominated = others
            .filter(|(other, _)| *other != index)
            .filter_map(|(other, values)| Some((other, values.as_ref()?)))
            .any(|(other, values)| dominates(values, own, other < index));
    }
}

/// Whether one point is at least as good everywhere and better somewhere; of
/// equal points the earlier counts as better.
fn dominates(one: &[f64], other: &[f64], earlier: bool) -> bool {
    let slack = |value: f64| 1e-6 * value.abs().max(1.0);
    let mut pairs = one.iter().zip(other);
    let no_worse = pairs.clone().all(|(one, other)| *one <= other + slack(*other));
    let better = pairs.any(|(one, other)| *one < other - slack(*other));
    no_worse && (better || earlier)
}
