//! What a search starts from and minimises, and what comes out of it.

use super::lexicographic::TierOutcome;
use crate::domain::Tier;
use crate::model::Model;
use crate::model::keys::Places;
use crate::model::linear::Linear;

/// The result of a search.
#[derive(Clone, Debug)]
pub enum Found {
    /// A solution with whole posts and intakes.
    Solved {
        /// Value of each column.
        values: Vec<f64>,
        /// Bounds and cut of each tier.
        outcomes: Vec<TierOutcome>,
    },
    /// The rules cannot hold together.
    Infeasible,
    /// Nothing was found in time.
    NotFound,
}

/// Where a search starts and what it minimises.
#[derive(Clone, Copy, Default)]
pub struct SearchOptions<'a> {
    /// Places of plans of similar cases to start from.
    pub start_plans: &'a [&'a Places],
    /// An objective in place of the tiers, which are then only held below their
    /// ceilings.
    pub objective_override: Option<ObjectiveOverride<'a>>,
}

/// An expression over a model or over its relaxation.
pub type ObjectiveOverride<'a> = &'a (dyn Fn(&Model) -> Linear + Sync);

/// The tier of an objective that replaces the scenario's.
pub(super) fn override_tier() -> Tier {
    Tier { parts: Vec::new(), relative_tolerance: 0.0, absolute_tolerance: 0.0, at_most: None }
}
