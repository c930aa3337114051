//! Campuses, the roads between them, and what stands on them.

use super::{RawAfterwards, RawText};
use crate::domain::{AssetKind, Basis};
use crate::scenario::named::Named;
use crate::scenario::quantity::Quantity;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A campus.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct RawCampus {
    /// Name for readers.
    pub name: Option<RawText>,
    /// Legal owner of the premises.
    pub owner: Option<RawText>,
    /// Units of each resource today, by resource key.
    pub owns: Named<Quantity>,
    /// When it may be used; always if absent.
    pub tenure: Option<RawTenure>,
    /// Whether it is in use today; `true` if absent.
    pub in_use: Option<bool>,
    /// Whether the plan may close it; `false` if absent.
    pub closable: Option<bool>,
    /// Whether it may open again once closed; `false` if absent.
    pub reopenable: Option<bool>,
    /// Cost of opening it (万元); 0 if absent.
    pub opening_cost: Option<Quantity>,
    /// Cost of closing it (万元); 0 if absent.
    pub closing_cost: Option<Quantity>,
    /// Running cost (万元) per term in use; 0 if absent.
    pub running_cost: Option<Quantity>,
    /// What becomes of it once it is no longer in use, for good; nothing that
    /// counts if absent.
    pub afterwards: Option<RawAfterwards>,
    /// Land (m²).
    pub land: Option<Quantity>,
    /// Building area (m²).
    pub building: Option<Quantity>,
    /// Books.
    pub books: Option<Quantity>,
    /// Value of teaching equipment (万元).
    pub equipment: Option<Quantity>,
    /// Computers.
    pub computers: Option<Quantity>,
}

/// A tenure window, both ends included.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct RawTenure {
    /// First term in which the campus may be used.
    pub from: Option<String>,
    /// Last term in which the campus may be used.
    pub until: Option<String>,
}

/// A road between two campuses.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct RawRoad {
    /// The two campuses.
    pub between: Vec<String>,
    /// Distance one way (km).
    pub km: Option<Quantity>,
    /// Travel time one way (minutes).
    pub minutes: Option<Quantity>,
}

/// A resource.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct RawResource {
    /// Name for readers.
    pub name: Option<RawText>,
    /// Measure word of one unit.
    pub unit: Option<RawText>,
    /// What use is counted per: `class`, `student` or `boarder`.
    pub per: Option<Basis>,
    /// Opening hours a week of one unit, when use is counted in hours a week.
    pub hours: Option<Quantity>,
    /// Share of the opening hours that can be timetabled, 0 to 1; 1 if absent.
    pub utilisation: Option<Quantity>,
    /// Use by every programme that does not name the resource; 0 if absent.
    pub default_use: Option<Quantity>,
    /// Hours of one visit, when other campuses may use it. Needs `hours`.
    pub shared_visit: Option<Quantity>,
    /// Cost of moving one unit (万元), when it can be moved.
    pub shipping: Option<Quantity>,
}

/// A building or equipment option.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct RawOption {
    /// Name for readers.
    pub name: Option<RawText>,
    /// Where it is built.
    pub campus: Option<String>,
    /// What it adds.
    pub resource: Option<String>,
    /// Units a module adds.
    pub units: Option<Quantity>,
    /// Cost (万元) of a module.
    pub cost: Option<Quantity>,
    /// Running cost (万元) of a module per term; 0 if absent.
    pub upkeep: Option<Quantity>,
    /// Terms from the beginning of the work to service; 0 if absent.
    pub lead_terms: Option<u32>,
    /// First term in which work may begin; the first of the horizon if absent.
    pub earliest: Option<String>,
    /// Most modules.
    pub most: Option<u32>,
    /// Owner of record of what is built; the campus's if absent.
    pub owner: Option<RawText>,
    /// As what kind of asset it is entered in the register; `equipment` if the
    /// resource has `hours`, else `building`, if absent.
    pub kind: Option<AssetKind>,
}

/// A declared disposal.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct RawDisposal {
    /// Units of what; absent for an asset that is no resource's.
    pub resource: Option<String>,
    /// Where they stood; absent for an asset that is no resource's.
    pub campus: Option<String>,
    /// From which term it is gone.
    pub at: Option<String>,
    /// How many units.
    pub units: Option<Quantity>,
    /// Which line of the register, by its number; chosen in the register's
    /// order if absent.
    pub asset: Option<String>,
}
