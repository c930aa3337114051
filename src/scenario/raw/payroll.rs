//! Pay of the present staff, and posts that campuses and students need.

use super::RawText;
use crate::domain::Title;
use crate::scenario::named::Named;
use crate::scenario::quantity::Quantity;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Pay of the present staff, who are not dismissed, and posts beside them.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct RawPayroll {
    /// Pay (万元) of one a term, where nothing else is stated; 0 if absent.
    pub each: Option<Quantity>,
    /// Pay (万元) of one a term by title: `none`, `junior`, `intermediate`, `senior`.
    pub titles: Named<Quantity>,
    /// Pay (万元) of one a term by the key of a staff group given as a count.
    pub groups: Named<Quantity>,
    /// By how much all pay rises each fiscal year, 0 to 1; 0 if absent.
    pub raise: Option<Quantity>,
    /// Posts of leaders and support staff by key.
    pub posts: Named<RawPostKind>,
}

/// Posts of one kind.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct RawPostKind {
    /// Name for readers.
    pub name: Option<RawText>,
    /// Pay (万元) of a post a term; of leaders who teach, what they get besides.
    pub pay: Option<Quantity>,
    /// How many there are today, who are not dismissed; 0 if absent.
    pub present: Option<u32>,
    /// How many of them retire, by the first term in which they are gone.
    pub retirements: Named<u32>,
    /// Posts for each campus in use; 0 if absent.
    pub per_campus: Option<Quantity>,
    /// Posts for each hundred students in school; 0 if absent.
    pub per_100_students: Option<Quantity>,
}

impl RawPayroll {
    /// A title by its word in the format.
    pub fn title(word: &str) -> Option<Title> {
        match word {
            "none" => Some(Title::None),
            "junior" => Some(Title::Junior),
            "intermediate" => Some(Title::Intermediate),
            "senior" => Some(Title::Senior),
            _ => None,
        }
    }
}
