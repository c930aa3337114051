//! Standards, the schools held against them, and indicators watched.

use super::{RawEnforcement, RawText};
use crate::domain::{Grade, StandardMetric, StudentBasis, WatchedMetric};
use crate::scenario::named::Named;
use crate::scenario::quantity::Quantity;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Standards that the plan is held against.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct RawStandards {
    /// Which sets, in which school years.
    pub choose: Option<RawChoice>,
    /// Sets of the scenario's own, by key.
    pub sets: Named<RawStandardSet>,
    /// Files with sets of the scenario's own, one in each; paths from the
    /// folder of the scenario file.
    pub files: Vec<String>,
    /// Thresholds that are other than in their set.
    pub thresholds: Vec<RawThreshold>,
    /// The resource whose units are the computers; the campuses' own figures
    /// if absent.
    pub computers: Option<String>,
    /// Resources that are teaching equipment: what is built of them adds its
    /// cost to the value of the equipment.
    pub equipment: Vec<String>,
    /// Fields of engineering and medicine.
    pub engineering: Vec<String>,
    /// Staff housing (m²) within the building area of a campus, by campus key.
    pub staff_housing: Named<Quantity>,
}

/// Which sets, in which school years.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum RawChoice {
    /// In each school year the sets that are in force.
    ByDate,
    /// These, in every school year.
    Sets(Vec<String>),
    /// From the school year that is the key, `"2008"`, this one.
    ByYear(Named<String>),
}

/// A set of standards: a file of its own, or an entry of the scenario.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct RawStandardSet {
    /// Key of the set, of one in a file of its own.
    pub id: Option<String>,
    /// Title.
    pub title: Option<RawText>,
    /// Short name for tables; the title if absent.
    pub short: Option<RawText>,
    /// Who issued it.
    pub issuer: Option<RawText>,
    /// Number of the document.
    #[serde(deserialize_with = "super::text::shown")]
    pub number: Option<String>,
    /// Which of its columns, if it has several.
    pub column: Option<RawText>,
    /// First school year in which it is in force; always was if absent.
    pub from: Option<i32>,
    /// Last school year in which it is in force; still is if absent.
    pub until: Option<i32>,
    /// Which students decide: `registered` or `in_school`; `registered` if
    /// absent.
    pub basis: Option<StudentBasis>,
    /// Its indicators by key.
    pub indicators: Named<RawIndicator>,
}

/// An indicator of a set.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct RawIndicator {
    /// Name for readers; that of its metric if absent.
    pub name: Option<RawText>,
    /// What it measures.
    pub metric: Option<StandardMetric>,
    /// At least so much; this, `at_most` or `about`.
    pub at_least: Option<Quantity>,
    /// At most so much.
    pub at_most: Option<Quantity>,
    /// About so much: a guide.
    pub about: Option<Quantity>,
    /// The figure for students of engineering and medicine, where it is
    /// another; only with `equipment_per_student` and `at_least`.
    pub engineering: Option<Quantity>,
    /// `S`, read in a published copy, or `K`, known and to be confirmed.
    pub grade: Option<Grade>,
    /// Where it comes from.
    pub source: Option<RawText>,
    /// Whether it holds only for newly founded schools; `false` if absent.
    pub new_schools: Option<bool>,
    /// Whether premises of legally separate units are left out; `false` if
    /// absent.
    pub without_separate: Option<bool>,
    /// Whether staff housing is left out; `false` if absent.
    pub without_staff_housing: Option<bool>,
}

/// A threshold that is other than in its set.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct RawThreshold {
    /// Set.
    pub set: Option<String>,
    /// Indicator.
    pub indicator: Option<String>,
    /// At least so much; this, `at_most` or `about`.
    pub at_least: Option<Quantity>,
    /// At most so much.
    pub at_most: Option<Quantity>,
    /// About so much: a guide.
    pub about: Option<Quantity>,
    /// The figure for students of engineering and medicine, where it is
    /// another.
    pub engineering: Option<Quantity>,
    /// `S`, read in a published copy, or `K`, known and to be confirmed.
    pub grade: Option<Grade>,
    /// Where it comes from.
    pub source: Option<RawText>,
}

/// A school, or a legally separate unit.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct RawSchool {
    /// Name for readers.
    pub name: Option<RawText>,
    /// The campuses it comprises, if absent all that belong to no other school;
    /// for a separate unit those it sits on.
    pub campuses: Vec<String>,
    /// First term; from the beginning if absent.
    pub from: Option<String>,
    /// Last term; to the end if absent.
    pub until: Option<String>,
    /// Whether it is a legally separate unit; `false` if absent.
    pub separate: Option<bool>,
    /// Whether it counts as newly founded; `false` if absent.
    pub new: Option<bool>,
    /// What the planner cannot compute: `part_time_share`, `periodicals`,
    /// `running_track` (m).
    pub declared: Named<Quantity>,
}

/// An indicator that is watched.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct RawWatched {
    /// Name for readers.
    pub name: Option<RawText>,
    /// `attrition` or `largest_class`, which are computed, or `declared`.
    pub metric: Option<WatchedMetric>,
    /// At least so much; this or `at_most`.
    pub at_least: Option<Quantity>,
    /// At most so much; of `attrition` 5 % if absent.
    pub at_most: Option<Quantity>,
    /// Unit of a declared one.
    pub unit: Option<RawText>,
    /// Values of a declared one that are known, by term.
    pub values: Named<Quantity>,
}

/// An indicator of a standard that a plan must reach.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct RawEnforcedStandard {
    /// Set.
    pub set: Option<String>,
    /// Indicator.
    pub indicator: Option<String>,
    /// From which term; the target term if absent.
    pub from: Option<String>,
    /// `hard`, or the price of each missing unit and school year.
    pub enforce: RawEnforcement,
}
