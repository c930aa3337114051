//! The parts of the objective.

use super::builder::Builder;
use super::decisions::Decisions;
use super::employment::rebased;
use super::linear::Linear;
use super::money::{Ledger, student_trips, teacher_trips};
use super::sums::Sums;
use crate::domain::{MoneyItem, Part, Scenario, Tier};
use crate::ids::StageId;
use crate::units::Money;
use std::collections::BTreeMap;

/// The parts as expressions.
pub fn parts(
    builder: &Builder<'_>,
    decisions: &Decisions,
    sums: &Sums,
    mut ledger: Ledger,
    (targets, deviation): (Linear, Linear),
) -> BTreeMap<Part, Linear> {
    for (missed, year, price) in &builder.priced {
        let amount = Linear::from(missed.amount);
        ledger.spend(MoneyItem::Penalty, *year, &amount, Money(*price));
    }
    let scenario = builder.scenario;
    BTreeMap::from([
        (Part::Targets, targets.tidy()),
        (Part::Cost, cost(scenario, &ledger).tidy()),
        (Part::Disruption, disruption(scenario, decisions, sums).tidy()),
        (Part::Travel, travel(scenario, decisions, sums).tidy()),
        (Part::Deviation, deviation.tidy()),
    ])
}

/// All money but the students' income, discounted to the first fiscal year;
/// fees of short courses count against it.
fn cost(scenario: &Scenario, ledger: &Ledger) -> Linear {
    let first = scenario.calendar.first.fiscal_year();
    let mut sum = Linear::default();
    for ((item, year), amount) in &ledger.entries {
        let factor = (1.0 + scenario.prices.discount).powi(first - year);
        sum.add_scaled(amount, item.in_cost() * factor);
    }
    sum
}

/// Students moved and staff re-based, weighted.
fn disruption(scenario: &Scenario, decisions: &Decisions, sums: &Sums) -> Linear {
    let mut sum = Linear::default();
    for moved in sums.students_moved.values() {
        sum.add_scaled(moved, scenario.disruption.student_moved);
    }
    let posted = !decisions.recruits_arriving.is_empty() || !decisions.rebased.is_empty();
    for stage in scenario.calendar.stage_ids().filter(|_| posted) {
        let staff = rebased(scenario, decisions, stage);
        sum.add_scaled(&staff, scenario.disruption.staff_rebased);
    }
    sum
}

/// Hours of students and teachers on the road: to shared resources, to classes
/// at other campuses, and home where the scenario counts that.
fn travel(scenario: &Scenario, decisions: &Decisions, sums: &Sums) -> Linear {
    let mut sum = sums.home_hours.clone();
    let trips = student_trips(scenario, decisions).chain(teacher_trips(scenario, decisions));
    for (trips, stage, road) in trips {
        let terms = length(scenario, stage);
        sum.add_scaled(&trips, 2.0 * road.time.0 / 60.0 * terms);
    }
    sum
}

#[allow(clippy::cast_precision_loss)]
fn length(scenario: &Scenario, stage: StageId) -> f64 {
    scenario.calendar.stages[stage].len() as f64
}

/// The expression of a tier.
pub fn tier(parts: &BTreeMap<Part, Linear>, tier: &Tier) -> Linear {
    let mut sum = Linear::default();
    for (part, weight) in &tier.parts {
        sum.add_scaled(&parts[part], *weight);
    }
    sum.tidy()
}
