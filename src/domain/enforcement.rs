//! Whether a rule is hard or has a price.

use crate::units::Money;

/// Whether a rule must hold or may be missed at a price.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub enum Enforcement {
    /// Must hold.
    #[default]
    Hard,
    /// May be missed; each missed unit and term costs this, in the cost tier.
    Priced(Money),
}
