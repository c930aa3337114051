//! Where applicants come from: pupils of the feeder schools, the ratios by
//! which they become applicants, and what was observed of both.
//!
//! A year is a calendar year. Pupils are counted in its autumn; graduates leave
//! in its summer; who leaves in the summer of y applies for entry in the autumn
//! of y or the spring of y + 1. A ratio of year y is the step into y.

use crate::domain::{Road, Text};
use crate::ids::{CampusId, FeederId, ProgrammeId};
use crate::units::{Kilometres, Minutes};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use typed_index_collections::TiVec;

/// A path through the ratios.
#[derive(
    Clone,
    Copy,
    Debug,
    Default,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Serialize,
    Deserialize,
    JsonSchema,
    clap::ValueEnum,
)]
#[serde(rename_all = "snake_case")]
pub enum Demand {
    /// Every ratio at its low value 低.
    Low,
    /// Every ratio at its likely value 中.
    #[default]
    Likely,
    /// Every ratio at its high value 高.
    High,
}

impl Demand {
    /// All paths, from low to high.
    pub const ALL: [Self; 3] = [Self::Low, Self::Likely, Self::High];
}

/// A figure with its low and its high value.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Estimate {
    /// Low.
    pub low: f64,
    /// Likely.
    pub likely: f64,
    /// High.
    pub high: f64,
}

impl Estimate {
    /// A figure that is known.
    pub fn sure(value: f64) -> Self {
        Self { low: value, likely: value, high: value }
    }

    /// The value on a path.
    pub fn at(self, demand: Demand) -> f64 {
        match demand {
            Demand::Low => self.low,
            Demand::Likely => self.likely,
            Demand::High => self.high,
        }
    }

    /// An estimate from its value on each path.
    pub fn on_paths(value: impl Fn(Demand) -> f64) -> Self {
        Self { low: value(Demand::Low), likely: value(Demand::Likely), high: value(Demand::High) }
    }
}

/// A ratio: either assumed or fitted to the history, never both.
#[derive(Clone, Debug, PartialEq)]
pub enum Ratio {
    /// Values by the year from which they hold; before the first, the first
    /// holds. Never empty.
    Assumed(BTreeMap<i32, Estimate>),
    /// Fitted to so many of the last observations.
    Fitted {
        /// How many, at least 1.
        last: usize,
    },
}

impl Ratio {
    /// A ratio assumed for all years.
    pub fn constant(value: Estimate) -> Self {
        Self::Assumed(BTreeMap::from([(i32::MIN, value)]))
    }
}

/// A feeder school or township 生源学校、乡镇.
#[derive(Clone, Debug)]
pub struct Feeder {
    /// Key in the scenario file.
    pub id: String,
    /// Name for readers.
    pub name: Text,
    /// Pupils today, by grade.
    pub pupils: BTreeMap<u32, f64>,
    /// Births by year, for those not yet at school.
    pub births: BTreeMap<i32, f64>,
    /// Share of its vocational entrants that the group captures, in place of
    /// the share of all.
    pub captured: Option<Ratio>,
    /// Share of its pupils who board once admitted, 0 to 1.
    pub boarding: Option<f64>,
    /// Roads to the campuses: all of them, or none.
    pub roads: BTreeMap<CampusId, Road>,
}

/// A brand effect: the preference for a programme rises once it is known for
/// its laboratory and its award.
#[derive(Clone, Debug)]
pub struct Brand {
    /// Programme.
    pub programme: ProgrammeId,
    /// First year of entry with the effect.
    pub from: i32,
    /// What is added to the preference, a share of all applicants. The other
    /// programmes lose the likely gain in proportion to their preferences.
    pub gain: Ratio,
}

/// What was observed before, over all feeder schools together.
#[derive(Clone, Debug, Default)]
pub struct History {
    /// Pupils by year and grade.
    pub pupils: BTreeMap<i32, BTreeMap<u32, f64>>,
    /// Births by year.
    pub births: BTreeMap<i32, f64>,
    /// Junior graduates by year.
    pub graduates: BTreeMap<i32, f64>,
    /// Of them, those who went to secondary vocational schools.
    pub vocational: BTreeMap<i32, f64>,
    /// Of them, those who applied to this group.
    pub captured: BTreeMap<i32, f64>,
    /// Of them, by programme.
    pub applicants: BTreeMap<i32, BTreeMap<ProgrammeId, f64>>,
}

/// How wrong the projection may be.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct EnrolmentError {
    /// Standard deviation of the logarithm of a programme's applicants one
    /// year ahead; it grows with the square root of the years.
    pub per_year: f64,
    /// Correlation of the errors of two programmes, 0 to 1.
    pub correlation: f64,
}

/// Return journeys between home and campus in a teaching week.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Journeys {
    /// Of a boarder.
    pub boarder: f64,
    /// Of a day student.
    pub day: f64,
}

/// Way between home and a campus of an average student in a teaching week,
/// there and back.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Journey {
    /// Distance.
    pub length: Kilometres,
    /// Time.
    pub time: Minutes,
}

/// What the projection is made from.
#[derive(Clone, Debug)]
pub struct Enrolment {
    /// The year in whose autumn the feeder schools' pupils were counted.
    pub year: i32,
    /// The grade from which pupils graduate.
    pub last_grade: u32,
    /// Years from birth to the autumn of grade 1.
    pub school_age: u32,
    /// Feeder schools.
    pub feeders: TiVec<FeederId, Feeder>,
    /// Grade progression ratios by the grade that is left: 0 are the births,
    /// the last grade's are the graduates per pupil.
    pub progression: BTreeMap<u32, Ratio>,
    /// Share of the junior graduates who go to secondary vocational schools
    /// 普职比.
    pub vocational: Option<Ratio>,
    /// Share of those that this group captures.
    pub captured: Option<Ratio>,
    /// Programme preferences: shares of the group's applicants; the likely
    /// ones add up to at most 1.
    pub preferences: BTreeMap<ProgrammeId, Ratio>,
    /// Brand effects.
    pub brands: Vec<Brand>,
    /// Share of a year's applicants who enter in the spring after.
    pub spring: Option<Ratio>,
    /// What was observed.
    pub history: History,
    /// How wrong the projection may be; none: sampling gives the likely path.
    pub error: Option<EnrolmentError>,
    /// Journeys home.
    pub journeys: Journeys,
    /// Whether the travel tier counts the way between home and campus.
    pub travel: bool,
}
