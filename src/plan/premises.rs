//! Campuses in use, building, and what is moved or shared.

use super::TermKey;
use crate::units::Hours;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A campus in a stage.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CampusUse {
    /// Campus.
    pub campus: String,
    /// Stage.
    pub from: TermKey,
    /// Whether it is open.
    pub open: bool,
}

/// Modules in service in a stage.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Built {
    /// Option.
    pub option: String,
    /// Stage, or the first term of it in which the modules can be in service.
    pub from: TermKey,
    /// Modules in service, cumulative.
    pub modules: u32,
}

/// Units of a movable resource that change campus at the start of a stage.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Shipment {
    /// Resource.
    pub resource: String,
    /// From where.
    pub origin: String,
    /// To where.
    pub destination: String,
    /// Stage.
    pub at: TermKey,
    /// Units.
    pub units: u32,
}

/// Weekly hours that one campus uses at another during a stage.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Sharing {
    /// Resource.
    pub resource: String,
    /// Campus of the students.
    pub user: String,
    /// Campus of the resource.
    pub host: String,
    /// Stage.
    pub from: TermKey,
    /// Hours a week, in the resource's own measure (student-hours where it is
    /// counted per student).
    pub hours_per_week: Hours,
}
