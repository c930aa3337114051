//! Plans of other cases as candidates. Whether a plan is valid in another case
//! is decided by the verification alone.

use crate::domain::{Limits, Scenario, Tier};
use crate::plan::{self, Admission, CampusUse, Plan, Status, TermKey, TierPart, TierResult};
use crate::planning::run::{derive, gap};
use crate::units::Students;
use crate::verify::{Verification, verify};

/// Values that differ by no more than this, relative to their size, are equal.
const ROUNDING: f64 = 1e-6;

/// The decisions of a plan of another case as a plan of this one, with
/// everything that follows from them computed anew. None unless it passes the
/// verification. Nothing is proven of its tiers, and people stay named as they
/// are.
pub fn adopt(scenario: &Scenario, plan: &Plan) -> Option<(Plan, Verification)> {
    let mut plan = plan.clone();
    plan.scenario = plan::ScenarioReference::of(scenario);
    plan.options.demand = scenario.demand;
    plan.admissions = admissions(scenario, &plan);
    plan.campuses = campuses(scenario, &plan);
    drop_unasked(scenario, &mut plan);
    plan.tiers = scenario.tiers.iter().map(unproven_tier).collect();
    plan::count_heads(scenario, &mut plan);
    plan.indicators = plan::indicators(scenario, &plan);
    derive(scenario, &mut plan);
    plan.status = plan::worst(plan.tiers.iter().map(|tier| tier.status));
    let verification = verify(scenario, &plan);
    verification.passed().then_some((plan, verification))
}

/// Admissions of every cohort of the scenario, beside its own applicants.
fn admissions(scenario: &Scenario, plan: &Plan) -> Vec<Admission> {
    let cohorts = scenario.cohorts.iter_enumerated();
    let future = cohorts.filter(|(_, cohort)| !cohort.exists());
    let lines = future.map(|(id, cohort)| {
        let programme = &scenario.programme_of(id).id;
        let mut decided = plan.admissions.iter();
        let decided =
            decided.find(|one| one.programme == *programme && one.entry.0 == cohort.entry);
        let (applicants, projected) = plan::whole_applicants(scenario, id);
        Admission {
            programme: programme.clone(),
            entry: TermKey(cohort.entry),
            applicants,
            projected,
            classes: decided.map_or(0, |one| one.classes),
            students: decided.map_or(Students(0.0), |one| one.students),
        }
    });
    lines.collect()
}

/// Every campus and stage of the scenario: a campus that the other case does
/// not have is closed. Closed campuses that this scenario does not have are
/// left out; an open one stays, for the verification to refuse.
fn campuses(scenario: &Scenario, plan: &Plan) -> Vec<CampusUse> {
    let mut uses = plan.campuses.clone();
    uses.retain(|one| one.open || scenario.campuses.iter().any(|site| site.id == one.campus));
    for site in &scenario.campuses {
        for stage in scenario.calendar.stage_ids() {
            let from = TermKey(scenario.calendar.start(stage));
            let listed = |one: &CampusUse| one.campus == site.id && one.from == from;
            if !uses.iter().any(listed) {
                uses.push(CampusUse { campus: site.id.clone(), from, open: false });
            }
        }
    }
    uses
}

/// Drops names that this scenario does not ask for.
fn drop_unasked(scenario: &Scenario, plan: &mut Plan) {
    if !scenario.names_people() {
        plan.assignments.clear();
    }
    if !scenario.rules.class_teacher {
        plan.class_teachers.clear();
    }
    if scenario.rules.duty.is_none() {
        plan.duty.clear();
    }
    if scenario.rules.exchange.is_none() {
        plan.exchanges.clear();
    }
}

fn unproven_tier(tier: &Tier) -> TierResult {
    let parts = tier.parts.iter();
    TierResult {
        parts: parts.map(|&(part, weight)| TierPart { part, weight }).collect(),
        value: 0.0,
        bound: None,
        gap: None,
        status: Status::WorkLimit,
        certificate: None,
    }
}

/// Gives an adopted plan what the case's own run proved, and the limits of that
/// run. A bound of a later tier holds as long as the earlier ones are surely
/// within the cuts of that run.
pub(super) fn keep_bounds(
    scenario: &Scenario,
    limits: &Limits,
    own: Option<&Plan>,
    plan: &mut Plan,
) {
    plan.options = plan::RunOptions::of(scenario, limits);
    // Without a proof the search could have gone on: its limit ended it.
    let ended = match limits.time_limit_s {
        Some(_) => Status::TimeLimit,
        None => Status::WorkLimit,
    };
    let mut kept = true;
    for (index, tier) in plan.tiers.iter_mut().enumerate() {
        let own = own.and_then(|own| own.tiers.get(index));
        let bound = own.and_then(|own| own.bound).filter(|_| kept);
        tier.bound = bound.map(|bound| bound.min(tier.value));
        tier.gap = tier.bound.map(|bound| gap(tier.value, bound));
        tier.status = match own.map(|own| own.status) {
            _ if tier.gap.is_some_and(|gap| gap <= limits.gap) => Status::GapReached,
            None | Some(Status::GapReached | Status::Settled) => ended,
            Some(other) => other,
        };
        kept &= own.is_none_or(|own| {
            // The cut of the run is no less than the tolerance over the bound.
            let data = &scenario.tiers[index];
            let cut = own.bound.map_or(own.value, |bound| {
                let given_away = data.relative_tolerance * bound.abs() + data.absolute_tolerance;
                own.value.max(bound + given_away)
            });
            tier.value <= cut
        });
    }
    plan.status = plan::worst(plan.tiers.iter().map(|tier| tier.status));
}

/// The tier values of a plan.
pub(super) fn tier_values(plan: &Plan) -> Vec<f64> {
    plan.tiers.iter().map(|tier| tier.value).collect()
}

/// Which of the other plans, given by their tier values, is better than the own
/// one: none if none is.
///
/// Tier by tier, plans beyond the tolerance of the least value drop out. Of
/// those that are left the last tier decides, then the first in which they
/// differ; ties keep the own plan, then the first of the others.
pub(super) fn better(tiers: &[Tier], own: Option<&[f64]>, others: &[Vec<f64>]) -> Option<usize> {
    // The own plan comes first, so that it stays where nothing is better.
    let own = own.map(|own| (None, own));
    let others = others.iter().enumerate();
    let others = others.map(|(index, other)| (Some(index), other.as_slice()));
    let mut left: Vec<(Option<usize>, &[f64])> = own.into_iter().chain(others).collect();
    let lowest = tiers.len().saturating_sub(1);
    for (index, tier) in tiers.iter().enumerate() {
        let values = left.iter().map(|(_, values)| values[index]);
        let least = values.fold(f64::INFINITY, f64::min);
        let given_away = if index == lowest {
            0.0
        } else {
            tier.relative_tolerance * least.abs() + tier.absolute_tolerance
        };
        let most = least + given_away;
        left.retain(|(_, values)| !exceeds(values[index], most));
    }
    let mut left = left.into_iter();
    let first = left.next()?;
    let best = left.fold(first, |best, one| if below(one.1, best.1) { one } else { best });
    best.0
}

/// Whether values are less than others where they first differ.
fn below(values: &[f64], others: &[f64]) -> bool {
    let mut pairs = values.iter().zip(others);
    let differ =
        pairs.find(|(value, other)| exceeds(**value, **other) || exceeds(**other, **value));
    differ.is_some_and(|(value, other)| value < other)
}

/// Whether a value is more than another by more than rounding.
fn exceeds(value: f64, other: f64) -> bool {
    value > other + ROUNDING * other.abs().max(1.0)
}

#[cfg(test)]
mod tests {
    use super::better;
    use crate::domain::{Part, Tier};

    fn tier(part: Part, absolute_tolerance: f64) -> Tier {
        Tier {
            parts: vec![(part, 1.0)],
            relative_tolerance: 0.0,
            absolute_tolerance,
            at_most: None,
        }
    }

    /// Which of some plans, given by their values of cost and disruption,
    /// replaces the first.
    fn chosen(tolerance: f64, own: Option<[f64; 2]>, others: &[[f64; 2]]) -> Option<usize> {
        let tiers = [tier(Part::Cost, tolerance), tier(Part::Disruption, 0.0)];
        let others: Vec<Vec<f64>> = others.iter().map(|one| one.to_vec()).collect();
        better(&tiers, own.as_ref().map(<[f64; 2]>::as_slice), &others)
    }

    #[test]
    fn the_first_tier_in_which_plans_differ_decides() {
        assert_eq!(chosen(0.0, Some([5.0, 9.0]), &[[4.0, 99.0]]), Some(0));
        assert_eq!(chosen(0.0, Some([5.0, 9.0]), &[[6.0, 0.0]]), None);
        assert_eq!(chosen(0.0, Some([5.0, 9.0]), &[[5.0, 8.0]]), Some(0));
        let three = [[6.0, 0.0], [4.0, 9.0], [4.0, 8.0]];
        assert_eq!(chosen(0.0, Some([5.0, 9.0]), &three), Some(2));
    }

    #[test]
    fn ties_keep_the_own_plan_then_the_first() {
        assert_eq!(chosen(0.0, Some([5.0, 9.0]), &[[5.0, 9.0]]), None);
        assert_eq!(chosen(0.0, None, &[[5.0, 9.0], [5.0, 9.0]]), Some(0));
        assert_eq!(chosen(0.0, None, &[]), None);
        assert_eq!(chosen(0.0, Some([5.0, 9.0]), &[[5.0 - 1e-8, 9.0]]), None);
    }

    #[test]
    fn later_tiers_decide_within_the_tolerance() {
        // cheaper within the tolerance, but with more disruption
        assert_eq!(chosen(1.0, Some([5.0, 9.0]), &[[4.0, 10.0]]), None);
        assert_eq!(chosen(1.0, Some([5.0, 9.0]), &[[4.0, 8.0]]), Some(0));
        assert_eq!(chosen(1.0, Some([5.0, 9.0]), &[[6.0, 0.0]]), Some(0));
        // beyond the tolerance
        assert_eq!(chosen(1.0, Some([5.0, 9.0]), &[[3.0, 99.0]]), Some(0));
        assert_eq!(chosen(1.0, None, &[[5.0, 9.0], [6.0, 8.0]]), Some(1));
    }
}
