//! The parts of the objective about intakes: [`swing`], [`turned_away`] and
//! [`margins`].
//!
//! Their rows are written down only where a tier counts them. In the form with
//! aggregated staff, which decides nothing behind the cost, they are left out
//! where they come later: the search of the first tiers is the same with them
//! and without.

use super::Staff;
use super::builder::Builder;
use super::decisions::Decisions;
use super::linear::Linear;
use super::sums::Sums;
use super::{margins, swing, turned_away};
use crate::domain::{Part, Scenario};

/// Adds the rows and returns the parts, empty where no tier counts them.
pub fn parts(
    builder: &mut Builder<'_>,
    decisions: &Decisions,
    sums: &Sums,
    staff: Staff,
) -> Vec<(Part, Linear)> {
    let scenario = builder.scenario;
    let mut part = |part: Part| {
        let linear = match part {
            _ if !counts(scenario, part, staff) => Linear::default(),
            Part::Swing => swing::add(builder, decisions),
            Part::TurnedAway => turned_away::part(scenario, decisions),
            Part::Margins => margins::add(builder, decisions, sums),
            _ => Linear::default(),
        };
        (part, linear.tidy())
    };
    Part::OF_INTAKES.map(&mut part).into()
}

/// Whether a tier that is decided in a form counts a part.
fn counts(scenario: &Scenario, part: Part, staff: Staff) -> bool {
    let tier = |wanted: Part| {
        let mut tiers = scenario.tiers.iter();
        tiers.position(|tier| tier.parts.iter().any(|(one, _)| *one == wanted))
    };
    let before_cost = |at: usize| tier(Part::Cost).is_none_or(|cost| at <= cost);
    tier(part).is_some_and(|at| staff == Staff::Posted || before_cost(at))
}
