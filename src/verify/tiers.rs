//! Tiers of the objective, and how the plan says that they ended:
//!
//! - value = Σ weight · part, at most the tier's ceiling;
//! - bound ≤ value, and no less than what is known of every amount: 0;
//! - gap = (value − bound) / max(|value|, 1e-9), both or neither given;
//! - `gap_reached` only where value − bound ≤ max(gap asked for · |value|,
//!   g) + g, with g what later tiers may give away of this one: it ends within
//!   the gap or within g, and later tiers may take another g. Of amounts 0 is a
//!   bound where none is given;
//! - `settled` only where the gap asked for is not reached;
//! - the plan ended as its worst tier.
//!
//! That nothing is better than a bound is the solver's word: it cannot be
//! recomputed from the plan.

use super::Check;
use super::facts::Facts;
use super::ledger::{At, Ledger, Sides, Tally};
use super::parts::Parts;
use crate::domain::{Part, Rule, Status, Tier};
use crate::plan::TierResult;
use crate::words::violations as words;

/// Slack of the solver, relative to the value.
const SLACK: f64 = 1e-5;

pub(super) fn check(facts: &Facts, parts: &Parts, ledger: &mut Ledger) {
    let mut tally = ledger.of(Check::Accounts);
    same_parts(facts, &mut tally);
    for (index, (tier, data)) in (facts.plan.tiers.iter()).zip(&facts.scenario.tiers).enumerate() {
        let at = At::new(&[&words::tier(index + 1)], None);
        let value = value(parts, data);
        let sides = Sides::stated(words::points());
        tally.equal(&at, &sides, tier.value, value);
        bound(index, (tier, data), &at, &mut tally);
        status(facts, (tier, data), &at, &mut tally);
    }
    let worst = facts.plan.tiers.iter().map(|tier| tier.status);
    let worst = worst.max_by_key(|status| rank(*status));
    let at = At::path("status");
    let same = worst.is_none_or(|worst| worst == facts.plan.status);
    tally.holds(&at, same, words::not_the_worst);
    ceilings(facts, parts, &mut ledger.rule(Rule::Target));
}

fn same_parts(facts: &Facts, tally: &mut Tally) {
    let due: Vec<Vec<(Part, f64)>> =
        (facts.scenario.tiers.iter()).map(|tier| tier.parts.clone()).collect();
    let stated: Vec<Vec<(Part, f64)>> = (facts.plan.tiers.iter())
        .map(|tier| {
            let parts = tier.parts.iter();
            parts.map(|one| (one.part, one.weight)).collect()
        })
        .collect();
    let at = At::new(&[&words::whole_plan()], None);
    tally.holds(&at, due == stated, words::tier_parts);
}

fn value(parts: &Parts, tier: &Tier) -> f64 {
    let values = tier.parts.iter();
    values.map(|(part, weight)| weight * parts.value(*part)).sum()
}

/// No tier is above its ceiling.
fn ceilings(facts: &Facts, parts: &Parts, tally: &mut Tally) {
    for (index, tier) in facts.scenario.tiers.iter().enumerate() {
        if let Some(most) = tier.at_most {
            let sides = Sides::measured(words::recomputed(), words::ceiling(), words::points());
            let at = At::new(&[&words::tier(index + 1)], None);
            tally.at_most(&at, &sides, value(parts, tier), most);
        }
    }
}

fn bound(index: usize, (tier, data): (&TierResult, &Tier), at: &At, tally: &mut Tally) {
    let together = tier.bound.is_some() == tier.gap.is_some();
    tally.holds(at, together, words::gap_without_bound);
    if let (Some(bound), Some(gap)) = (tier.bound, tier.gap) {
        let sides = || Sides::stated_at_most(words::bound(), words::value(), words::points());
        tally.at_most(at, &sides(), bound, tier.value);
        tally.holds(at, data.is_told_by(bound), words::bound_of_nothing);
        let recomputed = (tier.value - bound) / tier.value.abs().max(1e-9);
        let at = At::new(&[&words::gap(index + 1)], None);
        let sides = Sides::stated(words::percent());
        tally.equal(&at, &sides, 100.0 * gap, 100.0 * recomputed);
    }
}

/// A tier is proven to be within its gap only where it is.
fn status(facts: &Facts, (tier, data): (&TierResult, &Tier), at: &At, tally: &mut Tally) {
    let asked = facts.plan.options.gap;
    let holds = match tier.status {
        Status::GapReached => {
            let amount = data.is_amount().then_some(0.0);
            let size = tier.value.abs();
            let given_away = data.relative_tolerance * size + data.absolute_tolerance;
            let room = (asked * size).max(given_away) + given_away + SLACK * size.max(1.0);
            let bound = tier.bound.or(amount);
            bound.is_some_and(|bound| tier.value - bound <= room)
        }
        Status::Settled => tier.gap.is_none_or(|gap| gap > asked),
        Status::TimeLimit | Status::WorkLimit | Status::Interrupted => true,
    };
    tally.holds(at, holds, words::status_unproven);
}

/// From the best to the worst.
fn rank(status: Status) -> u32 {
    match status {
        Status::GapReached => 0,
        Status::Settled => 1,
        Status::WorkLimit => 2,
        Status::TimeLimit => 3,
        Status::Interrupted => 4,
    }
}
