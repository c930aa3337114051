//! The back-test: the projection as it would have been made in an earlier year,
//! against what came.
//!
//! From every year of the history the fitted ratios are fitted again to what
//! was known then, and everything that follows from them alone is projected
//! and compared with what was observed since. Assumed ratios take no part: they
//! may have been chosen with hindsight. Beside it stands the naive forecast,
//! which takes every figure to stay as it was last.

use super::project::Projection;
use super::ratios;
use crate::domain::{Demand, Enrolment, Feeder, History, Ratio, Text};
use crate::ids::FeederId;
use serde::Serialize;
use std::collections::BTreeMap;

/// What is projected and compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Measure {
    /// Pupils of a grade.
    Pupils(u32),
    /// Junior graduates.
    Graduates,
    /// Those who go to secondary vocational schools.
    Vocational,
    /// Those who apply to the group.
    Captured,
}

/// A projected figure beside the observed one.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Comparison {
    /// What.
    pub measure: Measure,
    /// The last year that was known.
    pub known: i32,
    /// The year projected.
    pub year: i32,
    /// As projected.
    pub projected: f64,
    /// As it was in the last year that was known.
    pub naive: f64,
    /// As it came.
    pub observed: f64,
}

/// Errors at one distance.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
pub struct LeadError {
    /// Years ahead, from 1.
    pub lead: u32,
    /// Comparisons.
    pub comparisons: usize,
    /// Mean absolute percentage error of the projection, as a share.
    pub mape: f64,
    /// The same of the naive forecast.
    pub naive: f64,
}

/// Every comparison that the history allows.
pub fn backtest(enrolment: &Enrolment) -> Vec<Comparison> {
    let origins = enrolment.history.pupils.keys();
    let origins = origins.filter(|year| **year < enrolment.year);
    origins.flat_map(|known| from(enrolment, *known)).collect()
}

/// Comparisons from one year.
fn from(enrolment: &Enrolment, known: i32) -> Vec<Comparison> {
    let then = as_known(enrolment, known);
    let projection = Projection::new(&then);
    let mut found = Vec::new();
    for year in known + 1..=enrolment.year {
        for measure in measures(enrolment) {
            let projected = projection.total(|feeder| value(&projection, measure, feeder, year));
            let naive = observed(enrolment, measure, known);
            let observed = observed(enrolment, measure, year).filter(|value| *value > 0.0);
            if let (Some(projected), Some(naive), Some(observed)) = (projected, naive, observed) {
                found.push(Comparison { measure, known, year, projected, naive, observed });
            }
        }
    }
    found
}

fn measures(enrolment: &Enrolment) -> impl Iterator<Item = Measure> + use<> {
    let grades = (1..=enrolment.last_grade).map(Measure::Pupils);
    grades.chain([Measure::Graduates, Measure::Vocational, Measure::Captured])
}

fn value(of: &Projection<'_>, measure: Measure, feeder: FeederId, year: i32) -> Option<f64> {
    match measure {
        Measure::Pupils(grade) => of.pupils(feeder, grade, year, Demand::Likely),
        Measure::Graduates => of.graduates(feeder, year, Demand::Likely),
        Measure::Vocational => of.vocational(feeder, year, Demand::Likely),
        Measure::Captured => of.captured(feeder, year, Demand::Likely),
    }
}

fn observed(enrolment: &Enrolment, measure: Measure, year: i32) -> Option<f64> {
    let history = &enrolment.history;
    match measure {
        Measure::Pupils(grade) => ratios::pupils(enrolment, grade, year),
        Measure::Graduates => history.graduates.get(&year).copied(),
        Measure::Vocational => history.vocational.get(&year).copied(),
        Measure::Captured => history.captured.get(&year).copied(),
    }
}

/// What was known at the end of a year, as one feeder school, with nothing but
/// the ratios that are fitted.
fn as_known(enrolment: &Enrolment, known: i32) -> Enrolment {
    let until = |years: &BTreeMap<i32, f64>| -> BTreeMap<i32, f64> {
        years.range(..=known).map(|(year, one)| (*year, *one)).collect()
    };
    let fitted = |ratio: &Option<Ratio>| {
        let ratio = ratio.clone();
        ratio.filter(|ratio| matches!(ratio, Ratio::Fitted { .. }))
    };
    let history = &enrolment.history;
    let pupils = history.pupils.get(&known).cloned().unwrap_or_default();
    let all = Feeder {
        id: String::new(),
        name: Text::default(),
        pupils,
        births: until(&history.births),
        captured: None,
        boarding: None,
        roads: BTreeMap::new(),
    };
    let grades = enrolment.progression.iter();
    Enrolment {
        year: known,
        feeders: std::iter::once(all).collect(),
        progression: grades
            .filter(|(_, ratio)| matches!(ratio, Ratio::Fitted { .. }))
            .map(|(grade, ratio)| (*grade, ratio.clone()))
            .collect(),
        vocational: fitted(&enrolment.vocational),
        captured: fitted(&enrolment.captured),
        preferences: BTreeMap::new(),
        brands: Vec::new(),
        history: History {
            pupils: (history.pupils.range(..known))
                .map(|(year, grades)| (*year, grades.clone()))
                .collect(),
            births: BTreeMap::new(),
            graduates: until(&history.graduates),
            vocational: until(&history.vocational),
            captured: until(&history.captured),
            applicants: BTreeMap::new(),
        },
        ..enrolment.clone()
    }
}

/// The errors by years ahead.
pub fn by_lead(comparisons: &[Comparison]) -> Vec<LeadError> {
    let mut sums: BTreeMap<u32, (usize, f64, f64)> = BTreeMap::new();
    for one in comparisons {
        let lead = u32::try_from(one.year - one.known).unwrap_or(0);
        let sum = sums.entry(lead).or_default();
        sum.0 += 1;
        sum.1 += (one.projected / one.observed - 1.0).abs();
        sum.2 += (one.naive / one.observed - 1.0).abs();
    }
    let mean = |(lead, (comparisons, projected, naive)): (u32, (usize, f64, f64))| {
        let count = u32::try_from(comparisons).map_or(f64::INFINITY, f64::from);
        LeadError { lead, comparisons, mape: projected / count, naive: naive / count }
    };
    sums.into_iter().map(mean).collect()
}
