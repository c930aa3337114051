//! Admissions, and classes with their paths over the campuses.

use super::TermKey;
use crate::domain::Estimate;
use crate::units::Students;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Admissions of a programme in an entry term.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Admission {
    /// Programme.
    pub programme: String,
    /// Term of entry.
    pub entry: TermKey,
    /// Applicants, on the demand path of the options, to the nearest whole.
    pub applicants: Students,
    /// Applicants as projected, to the nearest whole; null where the scenario
    /// states them outright.
    pub projected: Option<Estimate>,
    /// Classes admitted.
    pub classes: u32,
    /// Students admitted.
    pub students: Students,
}

/// A class with its path.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ClassPath {
    /// Its name, as schools write it: 07机械1班.
    pub name: String,
    /// Programme.
    pub programme: String,
    /// Term of entry.
    pub entry: TermKey,
    /// Where it sits before the plan begins; null for a class to be admitted.
    pub campus_today: Option<String>,
    /// Students: today for an existing class, at entry for a new one. The
    /// average of the like classes on the same path, so not always whole; and
    /// without those who join it later.
    pub students: Students,
    /// The same by feeder school, where rule Catchment keeps them apart; they
    /// add up to `students`. Absent where it does not.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub feeders: BTreeMap<String, Students>,
    /// Whole students in each term in which the class is on the register, with
    /// those who have joined it: what every report prints and adds up.
    pub headcount: BTreeMap<TermKey, u32>,
    /// Where it sits: one entry for the beginning and one for each move.
    pub seats: Vec<Seat>,
    /// Terms on internship within the horizon.
    pub internship: Vec<TermKey>,
    /// What becomes of its students when it is dissolved; absent for a class
    /// that is not.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub merged: Option<Merged>,
}

/// A base from a term on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Seat {
    /// From this term on.
    pub from: TermKey,
    /// Campus.
    pub campus: String,
}

/// The end of a class that is merged into others.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Merged {
    /// First term in which it is no more: the first of a stage.
    pub at: TermKey,
    /// The classes of the cohort that its students join.
    pub into: Vec<Joined>,
}

/// Students who join a class.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Joined {
    /// Name of the class.
    pub class: String,
    /// Students, counted like those of the classes: today for an existing
    /// cohort, at entry for a new one.
    pub students: Students,
}
