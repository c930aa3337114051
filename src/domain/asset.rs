//! The register of assets 资产清册.

use crate::domain::{Date, Term, Text};
use crate::ids::{AssetId, CampusId, ResourceId};
use crate::units::Money;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What kind of thing an asset is.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum AssetKind {
    /// Land 土地.
    Land,
    /// Buildings and structures 房屋及构筑物.
    Building,
    /// Equipment 设备.
    Equipment,
    /// Vehicles 车辆.
    Vehicle,
    /// Books 图书.
    Book,
    /// Furniture 家具.
    Furniture,
    /// Anything else 其他.
    Other,
}

impl AssetKind {
    /// All kinds, in the order of the reports.
    pub const ALL: [Self; 7] = [
        Self::Land,
        Self::Building,
        Self::Equipment,
        Self::Vehicle,
        Self::Book,
        Self::Furniture,
        Self::Other,
    ];

    /// Whether things of the kind can move unless the register says otherwise.
    pub fn movable(self) -> bool {
        !matches!(self, Self::Land | Self::Building)
    }
}

/// A line of the register: so many like things.
#[derive(Clone, Debug)]
pub struct Asset {
    /// Its number in the register: the key in the scenario file.
    pub id: String,
    /// Name for readers.
    pub name: Text,
    /// What kind of thing.
    pub kind: AssetKind,
    /// The resource whose units these are, if they are any's.
    pub resource: Option<ResourceId>,
    /// How many there are today.
    pub number: u32,
    /// Measure word for one.
    pub unit: Text,
    /// Value of all of them, to the fen.
    pub value: Money,
    /// Owner of record 产权单位; a plan never changes it.
    pub owner: Text,
    /// Where they are today.
    pub campus: CampusId,
    /// Whether they can move to another campus: as their resource can, if they
    /// are units of one.
    pub movable: bool,
    /// When they were valued; `None`: not yet.
    pub valued: Option<Date>,
}

impl Asset {
    /// Whether they have surely been valued before a term begins.
    pub fn valued_before(&self, term: Term) -> bool {
        self.valued.is_some_and(|valued| valued.before(term))
    }
}

/// A declared disposal of things that are no units of a resource.
#[derive(Clone, Debug)]
pub struct WriteOff {
    /// Of which line.
    pub asset: AssetId,
    /// From the stage that begins in or after this term they are gone.
    pub at: Term,
    /// How many.
    pub number: u32,
}
