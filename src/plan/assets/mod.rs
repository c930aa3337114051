//! Where the assets of the register are, stage by stage.
//!
//! Nothing here is a decision of the model: rule Equipment conserves the units
//! of every movable resource, so whatever the plan ships can be told of the
//! register's lines afterwards, exactly. [`assets`] says which.

mod choose;
mod follow;
mod leave;
mod release;

pub use follow::assets;

use super::TermKey;
use crate::domain::{AfterUse, Term, Text};
use crate::units::Money;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A line of the register, or of what is bought under the plan.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AssetLine {
    /// Register number; null for what is bought.
    pub asset: Option<String>,
    /// How it was bought; null for what is in the register today.
    pub bought: Option<AssetBought>,
    /// Owner of record, which never changes.
    pub owner: Text,
    /// How many there are: today, or when they are bought.
    pub number: u32,
    /// Value of all of them, to the fen.
    pub value_wan_yuan: Money,
    /// Where they stand: an entry for each campus and stage in which their
    /// number there changes. It holds until the next entry of that campus.
    pub standing: Vec<AssetStanding>,
    /// Declared disposals, one entry for each campus and stage.
    pub disposed: Vec<AssetDisposed>,
    /// Stages at whose start some of them move before they have been valued.
    pub moved_unvalued: Vec<TermKey>,
    /// What leaves the register with its premises, one entry for each campus;
    /// it goes on standing where it stands. Absent if nothing does.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub released: Vec<AssetReleased>,
}

/// Immovable things of a line that leave the register.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AssetReleased {
    /// The term from which on they are no longer in it.
    pub at: TermKey,
    /// Where they stand.
    pub campus: String,
    /// What becomes of the premises.
    pub how: AfterUse,
    /// How many.
    pub number: u32,
    /// Their value.
    pub value_wan_yuan: Money,
    /// Whether they have not been valued by then.
    pub unvalued: bool,
}

/// How an asset was bought.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AssetBought {
    /// Option.
    pub option: String,
    /// Stage from which on it is in service.
    pub at: TermKey,
}

/// How many things of a line stand at a campus.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AssetStanding {
    /// From the start of this stage on.
    pub from: TermKey,
    /// Campus.
    pub campus: String,
    /// How many; 0 when the last have left.
    pub number: u32,
    /// Their value, in proportion; the parts of a line add up to the fen.
    pub value_wan_yuan: Money,
}

/// Things of a line that are disposed of.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AssetDisposed {
    /// Stage from which on they are gone.
    pub at: TermKey,
    /// Where they stood.
    pub campus: String,
    /// How many.
    pub number: u32,
    /// Their value, in proportion.
    pub value_wan_yuan: Money,
}

impl AssetLine {
    /// What stands where in a term: by campus, how many and their value.
    pub fn standing(&self, term: Term) -> BTreeMap<&str, (u32, Money)> {
        let mut standing = BTreeMap::new();
        for one in self.standing.iter().filter(|one| one.from.0 <= term) {
            standing.insert(one.campus.as_str(), (one.number, one.value_wan_yuan));
        }
        standing.retain(|_, (number, _)| *number > 0);
        standing
    }
}
