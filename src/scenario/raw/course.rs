//! Short courses.

use super::RawText;
use crate::scenario::named::Named;
use crate::scenario::quantity::Quantity;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A short course, taken within one term.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct RawCourse {
    /// Name for readers.
    pub name: Option<RawText>,
    /// Campuses where it may be given.
    pub sites: Vec<String>,
    /// Trainees who would come in a term.
    pub demand: Option<RawTrainees>,
    /// Trainees to be taken in a term under a contract; none if absent.
    pub least: Option<RawTrainees>,
    /// Hours of a resource that one trainee uses over the whole course, by
    /// resource key; only of resources with hours.
    pub hours: Named<Quantity>,
    /// Units of a resource that one trainee takes up during the term, by
    /// resource key; only of resources without hours.
    pub uses: Named<Quantity>,
    /// Periods of instruction for one trainee over the whole course, by
    /// subject key.
    pub periods: Named<Quantity>,
    /// Fee (万元) of one trainee.
    pub fee: Option<Quantity>,
    /// Cost (万元) of one trainee; 0 if absent.
    pub cost: Option<Quantity>,
}

/// Trainees in a term: `(trainees: "240 人")`, with other figures for later
/// terms under `from`.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct RawTrainees {
    /// In every term; 0 before the first term under `from` if absent.
    pub trainees: Option<Quantity>,
    /// From a term on, by term.
    pub from: Named<Quantity>,
}
