//! The enrolment projection as a result of its own: pupils, graduates and
//! ratios by year, applicants with their range, the back-test.

use crate::domain::{Demand, Enrolment, Estimate, Scenario};
use crate::forecast::{self, Curve, LeadError, Projection, Step};
use crate::ids::CohortId;
use crate::plan::TermKey;
use serde::Serialize;

/// Draws behind the quantiles; their seeds are 0, 1, 2, …
pub const DRAWS: u64 = 1000;

/// The projection of a scenario.
#[derive(Debug, Serialize)]
pub struct Forecast {
    /// The path that `years`, `feeders` and `applicants` follow.
    pub demand: Demand,
    /// Pupils and those who go on, from the year of the pupils to the last
    /// year of entry; empty without a projection.
    pub years: Vec<Year>,
    /// The ratios in the order of the projection.
    pub ratios: Vec<RatioLine>,
    /// Applicants by feeder school and year of entry.
    pub feeders: Vec<FeederLine>,
    /// Applicants by programme and entry term.
    pub applicants: Vec<Applicants>,
    /// Errors of the projection by years ahead; empty without a history.
    pub backtest: Vec<LeadError>,
}

/// A year of the projection, over all feeder schools.
#[derive(Debug, Serialize)]
pub struct Year {
    /// Calendar year.
    pub year: i32,
    /// Pupils in its autumn, by grade.
    pub pupils: Vec<(u32, f64)>,
    /// Junior graduates of its summer.
    pub graduates: Option<f64>,
    /// Of them, those who go to secondary vocational schools.
    pub vocational: Option<f64>,
    /// Of them, those who apply to the group.
    pub captured: Option<f64>,
}

/// A ratio, or one of its values where it changes over the years.
#[derive(Debug, Serialize)]
pub struct RatioLine {
    /// What it leads from and to.
    #[serde(skip)]
    pub step: Step,
    /// Where it stands in the section `enrolment`: `progression.9`.
    pub ratio: String,
    /// First year in which it holds; none: in all years.
    pub from: Option<i32>,
    /// Its value.
    pub value: Estimate,
    /// Observations it is fitted to; none: it is assumed.
    pub observations: Option<usize>,
    /// Mean absolute percentage error of the fit, as a share.
    pub mape: Option<f64>,
}

/// A feeder school.
#[derive(Debug, Serialize)]
pub struct FeederLine {
    /// Its key.
    pub feeder: String,
    /// Share of its pupils who board.
    pub boarding: Option<f64>,
    /// Those of each year who apply to the group.
    pub captured: Vec<(i32, f64)>,
}

/// Applicants of a programme for an entry term.
#[derive(Debug, Serialize)]
pub struct Applicants {
    /// Programme.
    pub programme: String,
    /// Term of entry.
    pub entry: TermKey,
    /// On the path.
    pub applicants: f64,
    /// As projected; none: stated by the scenario.
    pub projected: Option<Estimate>,
    /// The 10 % and the 90 % quantile of the draws, where there is an error
    /// model.
    pub drawn: Option<(f64, f64)>,
}

/// The projection of a scenario on its demand path.
pub fn forecast(scenario: &Scenario) -> Forecast {
    let drawn = quantiles(scenario);
    let cohorts = scenario.cohorts.iter_enumerated();
    let applicants =
        cohorts.filter(|(_, cohort)| !cohort.exists()).map(|(id, cohort)| Applicants {
            programme: scenario.programme_of(id).id.clone(),
            entry: TermKey(cohort.entry),
            applicants: forecast::applicants(scenario, id).0,
            projected: cohort.projected,
            drawn: drawn.as_ref().and_then(|drawn| drawn(id)),
        });
    let mut found = Forecast {
        demand: scenario.demand,
        years: Vec::new(),
        ratios: Vec::new(),
        feeders: Vec::new(),
        applicants: applicants.collect(),
        backtest: Vec::new(),
    };
    if let Some(enrolment) = &scenario.enrolment {
        let projection = Projection::new(enrolment);
        let entries = scenario.cohorts.iter().filter(|one| !one.exists());
        let last = entries.map(|one| one.entry.school_year()).max();
        let last = last.unwrap_or(enrolment.year).max(enrolment.year);
        let years = enrolment.year..=last;
        found.years = years.map(|year| in_year(scenario, &projection, year)).collect();
        found.ratios = projection
            .curves()
            .flat_map(|(step, curve)| ratio(scenario, enrolment, step, curve))
            .collect();
        found.feeders = feeders(scenario, &projection, last);
        found.backtest = forecast::by_lead(&forecast::backtest(enrolment));
    }
    found
}

fn in_year(scenario: &Scenario, of: &Projection<'_>, year: i32) -> Year {
    let on = scenario.demand;
    let last = scenario.enrolment.as_ref().map_or(0, |one| one.last_grade);
    let grades = 1..=last;
    let pupils = |grade| of.total(|feeder| of.pupils(feeder, grade, year, on));
    Year {
        year,
        pupils: grades.filter_map(|grade| Some((grade, pupils(grade)?))).collect(),
        graduates: of.total(|feeder| of.graduates(feeder, year, on)),
        vocational: of.total(|feeder| of.vocational(feeder, year, on)),
        captured: of.total(|feeder| of.captured(feeder, year, on)),
    }
}

/// The lines of a ratio: one, or one for each year in which it changes.
fn ratio(scenario: &Scenario, enrolment: &Enrolment, step: Step, curve: &Curve) -> Vec<RatioLine> {
    let line = |from, value, observations, mape| RatioLine {
        step,
        ratio: place(scenario, enrolment, step),
        from,
        value,
        observations,
        mape,
    };
    match curve {
        Curve::Fitted(fit) => {
            let observations = fit.observations.len();
            vec![line(None, fit.value, Some(observations), Some(fit.mape))]
        }
        Curve::Assumed(years) => {
            let values = years.iter();
            values
                .map(|(year, value)| line((*year > i32::MIN).then_some(*year), *value, None, None))
                .collect()
        }
    }
}

/// Where the ratio of a step stands in the section `enrolment`.
fn place(scenario: &Scenario, enrolment: &Enrolment, step: Step) -> String {
    match step {
        Step::Progression(grade) => format!("progression.{grade}"),
        Step::Vocational => "vocational".to_owned(),
        Step::Captured => "captured".to_owned(),
        Step::CapturedFrom(feeder) => format!("feeders.{}.captured", enrolment.feeders[feeder].id),
        Step::Preference(id) => format!("preferences.{}", scenario.programmes[id].id),
        Step::Brand(index) => format!("brands[{index}].gain"),
        Step::Spring => "spring".to_owned(),
    }
}

fn feeders(scenario: &Scenario, of: &Projection<'_>, last: i32) -> Vec<FeederLine> {
    let Some(enrolment) = &scenario.enrolment else {
        return Vec::new();
    };
    let feeders = enrolment.feeders.iter_enumerated();
    let line = |(id, feeder): (_, &crate::domain::Feeder)| {
        let years = enrolment.year + 1..=last;
        let captured = |year| Some((year, of.captured(id, year, scenario.demand)?));
        FeederLine {
            feeder: feeder.id.clone(),
            boarding: feeder.boarding,
            captured: years.filter_map(captured).collect(),
        }
    };
    feeders.map(line).collect()
}

/// The 10 % and 90 % quantiles of the draws by cohort; nothing without an
/// error model.
fn quantiles(scenario: &Scenario) -> Option<impl Fn(CohortId) -> Option<(f64, f64)> + use<>> {
    scenario.enrolment.as_ref()?.error?;
    let draws: Vec<_> = (0..DRAWS).map(|seed| forecast::sample(scenario, seed)).collect();
    let projected: Vec<bool> = scenario.cohorts.iter().map(|one| one.projected.is_some()).collect();
    Some(move |id: CohortId| {
        if !projected[id.0] {
            return None;
        }
        let mut values: Vec<f64> = draws.iter().map(|draw| draw[id].0).collect();
        values.sort_by(f64::total_cmp);
        Some((values[values.len() / 10], values[values.len() * 9 / 10]))
    })
}
