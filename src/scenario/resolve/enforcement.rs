//! What rules share: bounds and prices.

use super::checks::{Bounds, Checks};
use super::names::Names;
use crate::domain::{Calendar, Enforcement, Standards, Term};
use crate::scenario::measure::Measure;
use crate::scenario::path::Path;
use crate::scenario::raw::RawEnforcement;
use crate::units::Money;

/// Most of a cap that only counts.
pub(crate) const MOST: u32 = 100_000;

/// What rules refer to.
#[derive(Clone, Copy)]
pub(crate) struct Surroundings<'a> {
    pub names: &'a Names<'a>,
    pub calendar: Option<&'a Calendar>,
    /// The term by which targets are due.
    pub target: Term,
    /// Standards that indicators are enforced of.
    pub standards: Option<&'a Standards>,
}

pub(crate) fn enforce(rule: &Path, raw: &RawEnforcement, checks: &mut Checks<'_>) -> Enforcement {
    match raw {
        RawEnforcement::Hard => Enforcement::Hard,
        RawEnforcement::Priced(price) => {
            let at = rule.key("enforce");
            let price = checks.figure(&at, price, Measure::Money, Bounds::Amount, &[]);
            Enforcement::Priced(Money(price.unwrap_or(0.0)))
        }
    }
}
