//! The register of assets.

use super::RawText;
use crate::domain::AssetKind;
use crate::scenario::quantity::Quantity;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A line of the register.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct RawAsset {
    /// Name for readers.
    pub name: Option<RawText>,
    /// `land`, `building`, `equipment`, `vehicle`, `book`, `furniture` or
    /// `other`.
    pub kind: Option<AssetKind>,
    /// The resource whose units these are. All lines of a resource at a campus
    /// add up to what the campus owns of it.
    pub resource: Option<String>,
    /// How many there are.
    pub number: Option<Quantity>,
    /// Measure word of one; the resource's, or else one usual for the kind, if
    /// absent.
    pub unit: Option<RawText>,
    /// Value of all of them (万元), to the fen.
    pub value: Option<Quantity>,
    /// Owner of record; the campus's if absent.
    pub owner: Option<RawText>,
    /// Where they are today.
    pub campus: Option<String>,
    /// Whether they can move; as the resource if they are units of one, else
    /// `true` unless they are land or buildings.
    pub movable: Option<bool>,
    /// Date of the valuation, `2008`, `2008-03` or `2008-03-01`; absent if
    /// there was none yet.
    pub valued: Option<String>,
}
