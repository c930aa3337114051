//! What money is for.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What money is for.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum MoneyItem {
    /// Opening campuses; capital.
    Opening,
    /// Closing campuses; capital.
    Closing,
    /// Building and equipment; capital.
    Building,
    /// Moving equipment; capital.
    Shipping,
    /// Moving classes; running.
    Relocation,
    /// Merging classes; running.
    Merging,
    /// Running campuses.
    Running,
    /// Upkeep of what was built; running.
    Upkeep,
    /// Cost per class and per student at a campus; running.
    Teaching,
    /// Recruiting; running.
    Hiring,
    /// Pay of recruits; running.
    Pay,
    /// Training of those who change subject; running.
    Training,
    /// Periods bought from part-time teachers; running.
    PartTime,
    /// Buses to shared resources; running.
    Busing,
    /// Travel of visiting teachers; running.
    Visiting,
    /// Prices of missed rules; in the cost tier, in no budget.
    Penalty,
    /// Tuition and per-head grants; lowers the running budget, not in the cost
    /// tier.
    Income,
}

impl MoneyItem {
    /// Whether it is paid from capital.
    #[must_use]
    pub fn is_capital(self) -> bool {
        matches!(
            self,
            Self::Opening | Self::Closing | Self::Building | Self::Shipping
        )
    }

    /// Whether it is a running cost, before income.
    #[must_use]
    pub fn is_running(self) -> bool {
        !self.is_capital() && !matches!(self, Self::Penalty | Self::Income)
    }
}
