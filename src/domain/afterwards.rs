//! What becomes of premises when they are vacated.

use crate::domain::{AssetKind, Term};
use crate::units::Money;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What becomes of premises.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum AfterUse {
    /// They are sold 出售.
    Sell,
    /// They are let 出租.
    Let,
    /// They go back to their owner 归还.
    HandBack,
    /// They stand empty and are kept up 封存.
    Mothball,
    /// They are demolished 拆除.
    Demolish,
}

impl AfterUse {
    /// All of them.
    pub const ALL: [Self; 5] =
        [Self::Sell, Self::Let, Self::HandBack, Self::Mothball, Self::Demolish];

    /// Whether immovable things of a kind leave the register with it.
    #[must_use]
    pub fn releases(self, kind: AssetKind) -> bool {
        match self {
            Self::Sell | Self::HandBack => true,
            Self::Demolish => kind != AssetKind::Land,
            Self::Let | Self::Mothball => false,
        }
    }

    /// Whether others have the premises afterwards or nobody can: nothing that can
    /// move may be left there.
    #[must_use]
    pub fn clears(self) -> bool {
        self != Self::Mothball
    }
}

/// What becomes of a campus once it is no longer in use, for good.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Afterwards {
    /// What.
    pub how: AfterUse,
    /// Terms from the first without use until it takes effect.
    pub lag: u32,
    /// Paid once when it takes effect.
    pub cost: Money,
    /// Received when it takes effect: once, or of letting each term from then on.
    pub proceeds: Money,
    /// Cost of each term in which the premises stand empty.
    pub upkeep: Money,
}

impl Afterwards {
    /// The term in which it takes effect.
    #[must_use]
    pub fn takes_effect(&self, vacant: Term) -> Term {
        vacant.plus(i64::from(self.lag))
    }

    /// Whether premises stand empty, so many terms after the first without use.
    #[must_use]
    pub fn stand_empty(&self, terms: u32) -> bool {
        self.how == AfterUse::Mothball || terms < self.lag
    }
}
