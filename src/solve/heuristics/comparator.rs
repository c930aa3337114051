//! The lexicographic comparator: which of two solutions is better.

use crate::domain::Tier;
use crate::model::linear::Linear;
use crate::solve::lexicographic::{TIE, ideal_value};

/// Whether one solution is better than the other in the first tier in which
/// they differ. Within its tolerance of the ideal value a tier is as good as
/// the ideal.
pub fn is_better(tiers: &[(Tier, Linear)], one: &[f64], other: &[f64]) -> bool {
    let pairs = tiers.iter().map(|(tier, expression)| {
        let least = ideal_value(tier).map_or(f64::MIN, |ideal| ideal + tier.absolute_tolerance);
        let value = |values: &[f64]| expression.value(values).max(least);
        (value(one), value(other))
    });
    let mut differing = pairs
        .filter(|(one, other)| (one - other).abs() > TIE * one.abs().max(other.abs()).max(1.0));
    differing.next().is_some_and(|(one, other)| one < other)
}

/// The best of several solutions, the first where they are tied.
pub fn best(
    tiers: &[(Tier, Linear)],
    found: impl IntoIterator<Item = Vec<f64>>,
) -> Option<Vec<f64>> {
    found.into_iter().reduce(
        |best, other| {
            if is_better(tiers, &other, &best) { other } else { best }
        },
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Part;
    use crate::model::linear::Variable;
    use crate::solve::lexicographic::SLACK;

    /// A tier of one part that is one variable.
    fn tier(part: Part, variable: usize, tolerance: f64) -> (Tier, Linear) {
        let tier = Tier {
            parts: vec![(part, 1.0)],
            relative_tolerance: 0.0,
            absolute_tolerance: tolerance,
            at_most: None,
        };
        (tier, Linear::from(Variable(variable)))
    }

    #[test]
    fn the_next_tier_decides_between_solutions_that_are_tied_in_the_first() {
        let tiers = [tier(Part::Targets, 0, 0.01), tier(Part::Cost, 1, 0.0)];
        let better = |one: [f64; 2], other: [f64; 2]| is_better(&tiers, &one, &other);
        assert!(better([0.5, 2.0], [0.6, 1.0]));
        assert!(!better([0.6, 1.0], [0.5, 2.0]));
        // One has used the slack of an objective cut.
        assert!(better([0.5 + 2.0 * SLACK, 1.0], [0.5, 2.0]));
        assert!(!better([0.5, 2.0], [0.5 + 2.0 * SLACK, 1.0]));
        assert!(better([10.0 + 20.0 * SLACK, 1.0], [10.0, 2.0]));
        assert!(!better([10.0 + 40.0 * SLACK, 1.0], [10.0, 2.0]));
        // Within its tolerance of the ideal value a tier is as good as that.
        assert!(better([0.01, 1.0], [0.0, 2.0]));
        assert!(!better([0.011, 1.0], [0.0, 2.0]));
        // Neither is better than itself.
        assert!(!better([0.5, 1.0], [0.5, 1.0]));
    }
}
