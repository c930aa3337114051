//! Plans nearly as good as the best and as different from it as possible in
//! where classes sit and which campuses are open.
//!
//! The tiers of targets and cost are held below their values in the best plan
//! and a little more; then the placements that earlier plans use are made least (hop, skip and jump:
//! Brill, Chang and Hopkins, Management Science 28, 1982), each weighing as
//! much as there are earlier plans that use it.

use super::difference::seats;
use crate::domain::{Limits, Part, Scenario, Tier};
use crate::ids::{CampusId, CohortId, StageId};
use crate::model::Model;
use crate::model::keys::{Places, placed};
use crate::model::linear::Linear;
use crate::plan::Plan;
use crate::planning::Ending;
use crate::planning::Planned;
use crate::planning::time_budget::{TimeBudget, equal_share};
use crate::solve::SearchOptions;
use std::collections::BTreeMap;

/// How much a campus open in a stage weighs, next to one class there.
const OPEN_WEIGHT: f64 = 5.0;

/// Whole values are at least this.
const HALF: f64 = 0.5;

/// What is asked for.
#[derive(Clone, Debug)]
pub struct Alternatives<'a> {
    /// The case.
    pub scenario: &'a Scenario,
    /// How many besides the best.
    pub count: u32,
    /// How much worse they may be, as a share of each tier's value.
    pub within: f64,
    /// Limits of the run for each plan; its time comes from the budget.
    pub limits: Limits,
}

/// A plan beside the best.
#[derive(Debug)]
pub struct Alternative {
    /// What became of it.
    pub ending: Ending,
    /// Share of its seats (a class in a stage) that neither the best plan nor
    /// an alternative before it has, 0 to 1.
    pub new: f64,
}

/// Plans beside the best.
#[derive(Debug, Default)]
pub struct Others {
    /// The plans, in the order in which they were found.
    pub found: Vec<Alternative>,
    /// Whether the time was used up, or the command interrupted, before there were
    /// as many as asked for or none was different any more.
    pub out_of_time: bool,
}

/// The best plan and the others. Ends early when no plan is different, or when
/// the time is used up.
pub fn alternatives(asked: &Alternatives<'_>, budget: &TimeBudget<'_>) -> (Ending, Others) {
    let search = SearchOptions::default();
    let best = budget.plan_first(asked.scenario, &asked.limits, asked.count, search);
    let Some(planned) = best.verified() else {
        let out_of_time = matches!(best, Ending::NothingFound | Ending::NotBegun);
        let none = Others { out_of_time, ..Others::default() };
        return (best, none);
    };
    let case = with_ceilings(asked, planned);
    let near = planned.places.clone();
    let mut seen = vec![planned.places.clone()];
    let mut others = Others::default();
    let (mut left, mut least) = (asked.count, 0.0_f64);
    while left > 0 {
        if budget.is_over() {
            others.out_of_time = true;
            break;
        }
        let share = equal_share(left).max(least);
        let objective = |model: &Model| overlap(&case, model, &seen);
        let search = SearchOptions { start_plans: &[&near], objective_override: Some(&objective) };
        let ending = budget.plan(&case, &asked.limits, share, search);
        if matches!(ending, Ending::NothingFound) && share < 1.0 {
            // Too little time for a case that is harder than it looked.
            least = (2.0 * share).min(1.0);
            continue;
        }
        let before = others.found.iter().filter_map(|one| one.ending.verified());
        let before: Vec<&Plan> = before.chain([planned]).map(|one| &one.plan).collect();
        let places = ending.verified().map(|planned| planned.places.clone());
        let new = ending.verified().map_or(0.0, |planned| newness(&case, &planned.plan, &before));
        match places {
            Some(places) if new > 0.0 => seen.push(places),
            _ => {
                others.out_of_time = matches!(ending, Ending::NothingFound | Ending::NotBegun);
                break;
            }
        }
        others.found.push(Alternative { ending, new });
        left -= 1;
    }
    (best, others)
}

/// The case with the tiers of targets and cost held below their values in the
/// best plan and a little more. Plans that differ also differ in disruption and
/// time on the road, so these are only reported.
fn with_ceilings(asked: &Alternatives<'_>, best: &Planned) -> Scenario {
    let mut scenario = asked.scenario.clone();
    let weighty = |tier: &Tier| {
        let parts = tier.parts.iter();
        parts.clone().any(|(part, _)| matches!(part, Part::Targets | Part::Cost))
    };
    for (tier, result) in scenario.tiers.iter_mut().zip(&best.plan.tiers) {
        if !weighty(tier) {
            continue;
        }
        let allowed = asked.within.max(tier.relative_tolerance) * result.value.abs();
        let most = result.value + allowed + tier.absolute_tolerance;
        tier.at_most = Some(tier.at_most.map_or(most, |before| before.min(most)));
    }
    scenario
}

/// How often earlier plans use a place: a cohort's seat in a stage, or a campus
/// in a stage.
fn uses(seen: &[Places], name: &str) -> f64 {
    let used = |places: &&Places| places.get(name).is_some_and(|value| *value > HALF);
    #[allow(clippy::cast_precision_loss)]
    let count = seen.iter().filter(used).count() as f64;
    count
}

/// The placements that earlier plans use, weighted.
fn overlap(scenario: &Scenario, model: &Model, seen: &[Places]) -> Linear {
    let names = placed(scenario, &model.decisions);
    let column: BTreeMap<usize, &str> =
        names.iter().map(|(name, variable)| (variable.0, name.as_str())).collect();
    let mut seats: BTreeMap<(CohortId, CampusId, StageId), f64> = BTreeMap::new();
    let lanes = || {
        let cohorts = model.decisions.lanes.iter_enumerated();
        cohorts.flat_map(|(cohort, lanes)| lanes.iter().map(move |lane| (cohort, lane)))
    };
    for (cohort, lane) in lanes() {
        let used = uses(seen, column[&lane.classes.0]);
        for (stage, campus) in seats_of(lane) {
            let weight = seats.entry((cohort, campus, stage)).or_default();
            *weight = used.max(*weight);
        }
    }
    let mut sum = Linear::default();
    for (cohort, lane) in lanes() {
        for (stage, campus) in seats_of(lane) {
            sum.push(lane.classes, seats[&(cohort, campus, stage)]);
        }
    }
    for open in model.decisions.open.values() {
        for (variable, _) in &open.terms {
            sum.push(*variable, OPEN_WEIGHT * uses(seen, column[&variable.0]));
        }
    }
    sum.tidy()
}

fn seats_of(
    lane: &crate::model::decisions::Lane,
) -> impl Iterator<Item = (StageId, CampusId)> + use<'_> {
    let first = lane.path.first.0;
    let seats = lane.path.seats.iter().enumerate();
    seats.map(move |(index, campus)| (StageId(first + index), *campus))
}

/// Share of a plan's seats that no earlier plan has.
fn newness(scenario: &Scenario, plan: &Plan, seen: &[&Plan]) -> f64 {
    let before: Vec<_> = seen.iter().map(|plan| seats(scenario, plan)).collect();
    let (mut all, mut new) = (0, 0);
    for (seat, classes) in seats(scenario, plan) {
        let had = before.iter().filter_map(|seats| seats.get(&seat)).max();
        all += classes;
        new += classes.saturating_sub(had.copied().unwrap_or(0));
    }
    if all == 0 { 0.0 } else { f64::from(new) / f64::from(all) }
}
