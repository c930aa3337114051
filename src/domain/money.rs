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
    /// Cost per trainee of short courses; running.
    CourseCosts,
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
    /// Fees of short courses; lowers the running budget and the cost tier.
    CourseFees,
    /// Pay of the present staff; running.
    Staff,
    /// Pay of leaders' and support posts; running.
    Posts,
    /// Upkeep of premises that stand empty; running.
    Vacant,
    /// Selling, handing back or demolishing vacated premises; capital.
    Release,
    /// Proceeds of letting vacated premises; lowers the running budget and the cost
    /// tier.
    Rent,
    /// Proceeds of selling vacated premises; lowers the cost tier, in no budget.
    Sale,
}

impl MoneyItem {
    /// Whether it is paid from capital.
    pub fn is_capital(self) -> bool {
        matches!(
            self,
            Self::Opening | Self::Closing | Self::Building | Self::Shipping | Self::Release
        )
    }

    /// Whether it is a running cost, before income.
    pub fn is_running(self) -> bool {
        !self.is_capital() && !self.is_income() && !matches!(self, Self::Penalty | Self::Sale)
    }

    /// Whether it is money that comes in; its amounts are positive.
    pub fn is_income(self) -> bool {
        matches!(self, Self::Income | Self::CourseFees | Self::Rent)
    }

    /// How many times its amounts count in the cost tier: 1, or −1 for the
    /// fees of short courses and the proceeds of premises, which the plan earns
    /// by using what is there, or 0 for the students' own income.
    pub fn in_cost(self) -> f64 {
        match self {
            Self::Income => 0.0,
            Self::CourseFees | Self::Rent | Self::Sale => -1.0,
            _ => 1.0,
        }
    }
}
