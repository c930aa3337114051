//! Programmes, their cohorts and their admissions.

use super::RawText;
use crate::scenario::named::Named;
use crate::scenario::quantity::Quantity;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A programme.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct RawProgramme {
    /// Name for readers.
    pub name: Option<RawText>,
    /// What class names carry, `机械` in 07机械1班; the name if absent.
    pub label: Option<RawText>,
    /// Field of study.
    pub field: Option<String>,
    /// Curriculum in order; together it makes the length of the programme.
    pub curriculum: Vec<RawCurriculum>,
    /// Students of a class at entry.
    pub class_size: Option<RawRange>,
    /// Workplace internship.
    pub internship: Option<RawInternship>,
    /// Share of the students lost in each term of study; one value for all
    /// terms or one for each.
    pub attrition: Vec<Quantity>,
    /// Share of the students who board, 0 to 1; 0 if absent.
    pub boarding: Option<Quantity>,
    /// Income (万元) per registered student and term; 0 if absent.
    pub income: Option<Quantity>,
    /// Where it may be taught, by campus key, and what differs there.
    pub sites: Named<RawSite>,
}

/// One or more terms of study with the same timetable.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct RawCurriculum {
    /// How many terms of study; 1 if absent.
    pub terms: Option<u32>,
    /// Weekly periods of a class by subject key.
    pub periods: Named<Quantity>,
    /// Use by resource key: per class, student or boarder, in hours a week
    /// where the resource has hours.
    pub uses: Named<Quantity>,
}

/// A range of numbers, both ends included.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct RawRange {
    /// Least.
    pub min: Option<Quantity>,
    /// Most.
    pub max: Option<Quantity>,
}

/// Workplace internship.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct RawInternship {
    /// First term of study in which a class may be away, from 1.
    pub first: Option<u32>,
    /// Last term of study in which a class may be away.
    pub last: Option<u32>,
    /// Consecutive terms each class is away.
    pub length: Option<u32>,
    /// Term of study in which all classes leave; the plan decides if absent.
    pub fixed: Option<u32>,
}

/// A programme at a campus.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct RawSite {
    /// `false` forbids the programme there; `true` if absent.
    pub allowed: Option<bool>,
    /// Cost (万元) of a class in school there, per term; 0 if absent.
    pub cost_per_class: Option<Quantity>,
    /// Cost (万元) of a student in school there, per term; 0 if absent.
    pub cost_per_student: Option<Quantity>,
    /// Use of resources there in place of the curriculum's, by resource key.
    pub uses: Named<Quantity>,
}

/// Classes in school today.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct RawCohort {
    /// Programme.
    pub programme: Option<String>,
    /// Term of entry.
    pub entry: Option<String>,
    /// Campus today.
    pub campus: Option<String>,
    /// Classes today.
    pub classes: Option<u32>,
    /// Students today.
    pub students: Option<Quantity>,
    /// Classes that have had their whole internship; 0 if absent.
    pub interned: Option<u32>,
}

/// Applicants of a programme in an entry term, and bounds on its admissions.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct RawAdmission {
    /// Programme.
    pub programme: Option<String>,
    /// Term of entry, within the horizon.
    pub entry: Option<String>,
    /// Applicants; projected from `enrolment` if absent.
    pub applicants: Option<Quantity>,
    /// Applicants to assume in place of those that `enrolment` projects; where
    /// they come from stays as projected.
    pub assumed: Option<Quantity>,
    /// Least classes; 0 if absent.
    pub least: Option<u32>,
    /// Most classes; as many as the applicants of the programme's pool could
    /// fill if absent.
    pub most: Option<u32>,
}

/// A pool of programmes.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct RawPool {
    /// Name for readers.
    pub name: Option<RawText>,
    /// Its programmes.
    pub programmes: Vec<String>,
    /// Share of those turned away who take another of its programmes.
    pub willing: Option<Quantity>,
}
