//! The ratios of a projection: assumed, or fitted to the history.
//!
//! A fitted ratio is the weighted mean of the last n observed ratios, weighted
//! by what each was observed on: Σ after / Σ before. Its low and high values
//! are the least and the greatest of those n, its error is their mean absolute
//! percentage error (MAPE) against it.

use crate::domain::{Enrolment, Estimate, Ratio};
use crate::ids::{FeederId, ProgrammeId};

/// What a ratio leads from and to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Step {
    /// From a grade to the next, or from the last one to graduation; grade 0
    /// are the births.
    Progression(u32),
    /// From junior graduates to secondary vocational schools.
    Vocational,
    /// From those to this group.
    Captured,
    /// The same, for the pupils of one feeder school.
    CapturedFrom(FeederId),
    /// From the group's applicants to a programme.
    Preference(ProgrammeId),
    /// Gain of a programme by its brand; index into the brands.
    Brand(usize),
    /// From a year's applicants to entry in the spring.
    Spring,
}

/// A ratio observed in a year.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Observation {
    /// The year into which the step leads.
    pub year: i32,
    /// What it leads from.
    pub before: f64,
    /// What it leads to.
    pub after: f64,
}

impl Observation {
    /// The ratio.
    pub fn ratio(&self) -> f64 {
        self.after / self.before
    }
}

/// A ratio fitted to observations.
#[derive(Clone, Debug, PartialEq)]
pub struct Fit {
    /// The observations it is fitted to, the earliest first; never empty.
    pub observations: Vec<Observation>,
    /// Its value.
    pub value: Estimate,
    /// Mean absolute percentage error of the value against the observed
    /// ratios, as a share.
    pub mape: f64,
}

/// The observations of a step, the earliest first.
pub fn observations(enrolment: &Enrolment, step: Step) -> Vec<Observation> {
    let first = enrolment.history.pupils.keys().chain(
        (enrolment.history.graduates.keys())
            .chain(enrolment.history.vocational.keys())
            .chain(enrolment.history.captured.keys())
            .chain(enrolment.history.applicants.keys()),
    );
    let first = first.copied().min().unwrap_or(enrolment.year);
    let years = first..=enrolment.year;
    years
        .filter_map(|year| {
            let (before, after) = pair(enrolment, step, year)?;
            let observation = Observation { year, before, after };
            (before > 0.0).then_some(observation)
        })
        .collect()
}

/// What a step was observed to lead from and to.
fn pair(enrolment: &Enrolment, step: Step, year: i32) -> Option<(f64, f64)> {
    let history = &enrolment.history;
    match step {
        Step::Progression(0) => {
            let age = i32::try_from(enrolment.school_age).ok()?;
            Some((births(enrolment, year - age)?, pupils(enrolment, 1, year)?))
        }
        Step::Progression(grade) => {
            let before = pupils(enrolment, grade, year - 1)?;
            let after = if grade == enrolment.last_grade {
                *history.graduates.get(&year)?
            } else {
                pupils(enrolment, grade + 1, year)?
            };
            Some((before, after))
        }
        Step::Vocational => Some((*history.graduates.get(&year)?, *history.vocational.get(&year)?)),
        Step::Captured => Some((*history.vocational.get(&year)?, *history.captured.get(&year)?)),
        Step::Preference(programme) => {
            let applicants = history.applicants.get(&year)?;
            let mine = applicants.get(&programme).copied().unwrap_or(0.0);
            Some((applicants.values().sum(), mine))
        }
        Step::CapturedFrom(_) | Step::Brand(_) | Step::Spring => None,
    }
}

/// Pupils of a grade observed in a year, over all feeder schools.
pub fn pupils(enrolment: &Enrolment, grade: u32, year: i32) -> Option<f64> {
    if year == enrolment.year {
        let feeders = enrolment.feeders.iter();
        return feeders.map(|one| one.pupils.get(&grade)).sum();
    }
    let grades = enrolment.history.pupils.get(&year)?;
    grades.get(&grade).copied()
}

fn births(enrolment: &Enrolment, year: i32) -> Option<f64> {
    let stated = enrolment.history.births.get(&year).copied();
    let feeders = enrolment.feeders.iter();
    stated.or_else(|| feeders.map(|one| one.births.get(&year)).sum())
}

/// The fit to the last observations of a step; nothing if there are none.
pub fn fit(enrolment: &Enrolment, step: Step, last: usize) -> Option<Fit> {
    let mut all = observations(enrolment, step);
    let observations = all.split_off(all.len().saturating_sub(last));
    let before: f64 = observations.iter().map(|one| one.before).sum();
    let after: f64 = observations.iter().map(|one| one.after).sum();
    let ratios = || observations.iter().map(Observation::ratio);
    let count = u32::try_from(observations.len()).ok().filter(|n| *n > 0)?;
    let likely = after / before;
    let off = |ratio: f64| {
        if ratio > 0.0 { (likely / ratio - 1.0).abs() } else { f64::from(u8::from(likely > 0.0)) }
    };
    Some(Fit {
        value: Estimate {
            low: ratios().fold(likely, f64::min),
            likely,
            high: ratios().fold(likely, f64::max),
        },
        mape: ratios().map(off).sum::<f64>() / f64::from(count),
        observations,
    })
}

/// A ratio by year.
#[derive(Clone, Debug, PartialEq)]
pub enum Curve {
    /// Assumed.
    Assumed(std::collections::BTreeMap<i32, Estimate>),
    /// Fitted.
    Fitted(Fit),
}

impl Curve {
    /// The curve of a ratio; nothing if there is nothing to fit it to.
    pub fn new(enrolment: &Enrolment, step: Step, ratio: &Ratio) -> Option<Self> {
        match ratio {
            Ratio::Assumed(years) => Some(Self::Assumed(years.clone())),
            Ratio::Fitted { last } => fit(enrolment, step, *last).map(Self::Fitted),
        }
    }

    /// The ratio of a year.
    pub fn at(&self, year: i32) -> Estimate {
        match self {
            Self::Fitted(fit) => fit.value,
            Self::Assumed(years) => {
                let since = years.range(..=year).next_back();
                let value = since.or_else(|| years.first_key_value());
                value.map(|(_, value)| *value).unwrap_or_default()
            }
        }
    }
}
