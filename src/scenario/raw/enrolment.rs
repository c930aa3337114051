//! The enrolment section of the scenario file as written.
//!
//! Years are calendar years: pupils are counted in the autumn of theirs,
//! graduates leave in its summer. A ratio of a year is the step into it.

use super::{Named, Quantity, RawText};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Where applicants come from.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct RawEnrolment {
    /// The year in whose autumn the feeder schools' pupils were counted.
    pub year: Option<u32>,
    /// The grade from which pupils graduate; 9 if absent.
    pub last_grade: Option<u32>,
    /// Years from birth to the autumn of grade 1; 6 if absent.
    pub school_age: Option<u32>,
    /// Feeder schools or townships by key.
    pub feeders: Named<RawFeeder>,
    /// Grade progression ratios by the grade that is left, `"7"`; the last
    /// grade's are the graduates per pupil, those of `"0"` the pupils of
    /// grade 1 per birth.
    pub progression: Named<RawRatio>,
    /// Share of the junior graduates who go to secondary vocational schools.
    pub vocational: Option<RawRatio>,
    /// Share of those that this group captures.
    pub captured: Option<RawRatio>,
    /// Shares of the group's applicants by programme; the likely ones add up
    /// to at most 1.
    pub preferences: Named<RawRatio>,
    /// Programmes whose preference rises with their brand.
    pub brands: Vec<RawBrand>,
    /// Share of a year's applicants who enter in the spring after; 0 if
    /// absent.
    pub spring: Option<RawRatio>,
    /// What was observed before, for ratios that are `fitted`.
    pub history: Option<RawHistory>,
    /// How wrong the projection may be, for sampling; not at all if absent.
    pub error: Option<RawEnrolmentError>,
    /// Return journeys between home and campus in a teaching week; one of a
    /// boarder and five of a day student if absent.
    pub journeys: Option<RawJourneys>,
    /// Whether the travel tier counts the way between home and campus;
    /// `false` if absent.
    pub travel: Option<bool>,
}

/// A feeder school or township.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct RawFeeder {
    /// Name for readers.
    pub name: Option<RawText>,
    /// Pupils by grade, `"9"`.
    pub pupils: Named<Quantity>,
    /// Births by year, for those not yet at school.
    pub births: Named<Quantity>,
    /// The group's share of its vocational entrants, in place of the share of
    /// all.
    pub captured: Option<RawRatio>,
    /// Share of its pupils who board once admitted; the programme's if absent.
    pub boarding: Option<Quantity>,
    /// Ways to the campuses by campus key: to all of them, or to none.
    pub roads: Named<RawWay>,
}

/// The way from a feeder school to a campus.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct RawWay {
    /// Distance one way (km).
    pub km: Option<Quantity>,
    /// Travel time one way (minutes).
    pub minutes: Option<Quantity>,
}

/// A ratio: assumed, `(likely: "95%")`, with a low and a high value where they
/// differ and with later years under `years`; or `(fitted: (last: 3))`.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct RawRatio {
    /// Low; the likely value if absent.
    pub low: Option<Quantity>,
    /// Likely.
    pub likely: Option<Quantity>,
    /// High; the likely value if absent.
    pub high: Option<Quantity>,
    /// Values by the year from which they hold.
    pub years: Named<RawEstimate>,
    /// Fitted to the history.
    pub fitted: Option<RawFitted>,
}

/// A figure with its low and its high value.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct RawEstimate {
    /// Low; the likely value if absent.
    pub low: Option<Quantity>,
    /// Likely.
    pub likely: Option<Quantity>,
    /// High; the likely value if absent.
    pub high: Option<Quantity>,
}

/// How a ratio is fitted: the weighted mean of the last observed ratios.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct RawFitted {
    /// How many of the last observations; 3 if absent.
    pub last: Option<u32>,
}

/// A brand effect.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct RawBrand {
    /// Programme.
    pub programme: Option<String>,
    /// First year of entry with the effect.
    pub from: Option<u32>,
    /// What is added to its preference, a share of all applicants.
    pub gain: Option<RawRatio>,
}

/// What was observed before the year of the pupils, over all feeder schools.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct RawHistory {
    /// Pupils by year and grade.
    pub pupils: Named<Named<Quantity>>,
    /// Births by year.
    pub births: Named<Quantity>,
    /// Junior graduates by year.
    pub graduates: Named<Quantity>,
    /// Of them, those who went to secondary vocational schools.
    pub vocational: Named<Quantity>,
    /// Of them, those who applied to this group.
    pub captured: Named<Quantity>,
    /// Of them, by year and programme.
    pub applicants: Named<Named<Quantity>>,
}

/// How wrong the projection may be.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct RawEnrolmentError {
    /// Relative standard error of a programme's applicants one year ahead; it
    /// grows with the square root of the years.
    pub per_year: Option<Quantity>,
    /// Correlation of the errors of two programmes, 0 to 1.
    pub correlation: Option<Quantity>,
}

/// Return journeys between home and campus in a teaching week.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct RawJourneys {
    /// Of a boarder; 1 if absent.
    pub boarder: Option<Quantity>,
    /// Of a day student; 5 if absent.
    pub day: Option<Quantity>,
}
