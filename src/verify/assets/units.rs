//! Units of assets.

use crate::ids::{OptionId, StageId};
use crate::verify::facts::Facts;

/// Modules that come into service in a stage.
pub(super) fn added(facts: &Facts, option: OptionId, stage: StageId) -> f64 {
    let terms = facts.scenario.calendar.terms_of(stage);
    terms.map(|term| facts.modules(option, term).1).sum()
}

#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
pub(super) fn whole(units: f64) -> u64 {
    units.round() as u64
}
