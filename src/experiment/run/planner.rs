//! Making the rows of a study.

use super::decisions::{decisions, standings};
use super::folder::{BASE, CANDIDATES, Folder, NEAR, STUDY};
use super::level::Level;
use super::row::{Row, RowStatus};
use crate::domain::{Demand, Origin, Scenario, Text};
use crate::experiment::specification::candidates::Candidates;
use crate::experiment::specification::factor::{Choice, Factor, Levels, Located};
use crate::experiment::specification::manifest::Manifest;
use crate::experiment::specification::resolve::{self, Study};
use crate::experiment::trouble::Trouble;
use crate::forecast;
use crate::model::keys::Places;
use crate::planning::{Outcome, Planned, plan_near};
use crate::scenario::quantity::Quantity;
use crate::scenario::{self, Loaded, Variation};
use crate::solve::Unwatched;
use crate::solve::backend::SolverError;
use crate::words::experiment as words;
use serde::{Deserialize, Serialize};
use std::any::Any;
use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::{Duration, Instant};

/// A study with everything its rows are made from, read once.
#[derive(Debug)]
pub struct Planner {
    /// The study.
    pub study: Study,
    /// The scenario that is varied.
    pub base: Loaded,
    /// What the base's plan decides about places: every plan begins near it,
    /// and near no other, so that no row depends on what was planned before.
    pub near: Option<Places>,
    /// What each plan has of each factor.
    pub choices: Vec<Vec<Choice>>,
}

/// Where the time of a plan went, in seconds by step; no part of its row.
pub type Timings = BTreeMap<String, f64>;

/// A row with where the time went.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Made {
    /// The row.
    pub row: Row,
    /// Where the time went.
    pub timings: Timings,
}

impl Planner {
    /// The planner of a study's directory.
    ///
    /// # Errors
    ///
    /// When something in it can't be read, or is not what it was when the
    /// study was made.
    pub fn open(folder: &Folder, manifest: &Manifest) -> Result<Self, Trouble> {
        let text = |name: &str| -> Result<String, Trouble> {
            let bytes = folder.input(manifest, name)?;
            let bytes = bytes.ok_or_else(|| changed(folder, name))?;
            String::from_utf8(bytes).map_err(|_| changed(folder, name))
        };
        let mut study = resolve::read(&text(STUDY)?).map_err(|_| changed(folder, STUDY))?;
        let base = scenario::read(&text(BASE)?).map_err(|_| changed(folder, BASE))?;
        if let Some(json) = folder.input(manifest, CANDIDATES)? {
            let candidates = Candidates::read(&json, &folder.file(CANDIDATES).display())?;
            let factor = candidates.factor(&base.scenario);
            study.cross(factor.map_err(|_| changed(folder, CANDIDATES))?);
        }
        let near = folder.input(manifest, NEAR)?;
        let near =
            near.map(|json| serde_json::from_slice(&json).map_err(|_| changed(folder, NEAR)));
        Ok(Self::new(study, base, near.transpose()?))
    }

    /// A planner of these.
    pub fn new(study: Study, base: Loaded, near: Option<Places>) -> Self {
        let choices = study.choices();
        Self { study, base, near, choices }
    }

    /// Makes the row of a plan.
    pub fn row(&self, plan: usize) -> Made {
        // A bug that one future brings out is that future's row.
        let made = catch_unwind(AssertUnwindSafe(|| self.made(plan)));
        made.unwrap_or_else(|cause| Made {
            row: self.failed(plan, words::panicked(said(cause.as_ref()))),
            timings: Timings::new(),
        })
    }

    /// The row of a plan that could not be made.
    pub fn failed(&self, plan: usize, why: Text) -> Row {
        Row {
            plan,
            factors: self.levels(plan),
            status: RowStatus::Failed,
            reason: Some(why),
            ended: None,
            indicators: BTreeMap::new(),
            targets: BTreeMap::new(),
            decisions: BTreeMap::new(),
            check: String::new(),
        }
    }

    /// Levels of the factors that have levels of their own.
    pub fn levels(&self, plan: usize) -> BTreeMap<String, Level> {
        let factors = self.study.factors.iter().zip(&self.choices[plan]);
        factors
            .filter_map(|(factor, choice)| Some((factor.key.clone(), factor.level(*choice)?)))
            .collect()
    }

    fn made(&self, plan: usize) -> Made {
        let began = Instant::now();
        let case = match self.case(plan) {
            Ok(case) => case,
            Err(why) => {
                return Made { row: self.failed(plan, why), timings: Timings::new() };
            }
        };
        let mut made = Made {
            row: self.failed(plan, Text::default()),
            timings: Timings::from([("case".to_owned(), began.elapsed().as_secs_f64())]),
        };
        made.row.factors.extend(case.drawn);
        let near = self.near.as_ref();
        let outcome = plan_near(&case.scenario, &self.study.limits, &Unwatched, near);
        let steps = self.tell(&mut made.row, &case.scenario, outcome);
        let steps = steps.into_iter();
        let seconds = steps.map(|(step, time)| (step, time.as_secs_f64()));
        made.timings.extend(seconds);
        let all = began.elapsed().as_secs_f64();
        made.timings.insert("all".to_owned(), all);
        made
    }

    /// The case of a plan.
    ///
    /// # Errors
    ///
    /// Why it can't be put together.
    pub fn case(&self, plan: usize) -> Result<Case, Text> {
        let loaded = self.varied(self.variation(plan))?;
        let mut demand = self.study.demand;
        let mut drawn = None;
        for (factor, choice) in self.study.factors.iter().zip(&self.choices[plan]) {
            demand = factor.demand(*choice).unwrap_or(demand);
            if let (Levels::Forecast(_), Choice::Draw(seed)) = (&factor.levels, choice) {
                drawn = Some((factor, *seed));
            }
        }
        Ok(match drawn {
            None => Case { scenario: forecast::on_path(loaded.scenario, demand), drawn: None },
            Some((factor, seed)) => on_draw(&loaded.scenario, factor, seed),
        })
    }

    /// The case of a plan as a scenario by itself, with the applicants that the
    /// study chose for it: planned like a row, it gives the plan of the row.
    ///
    /// # Errors
    ///
    /// Why it can't be put together.
    pub fn scenario(&self, plan: usize) -> Result<Loaded, Text> {
        let case = self.case(plan)?.scenario;
        let mut variation = self.variation(plan);
        for cohort in &case.cohorts {
            let (Origin::Future { applicants, .. }, Some(projected)) =
                (&cohort.origin, cohort.projected)
            else {
                continue;
            };
            if applicants.0.to_bits() != projected.likely.to_bits() {
                let programme = &case.programmes[cohort.programme].id;
                let path = format!("admissions[{programme},{}].assumed", cohort.entry);
                let applicants = Quantity::Number(applicants.0);
                variation.set(&path, &applicants, scenario::Places::default());
            }
        }
        self.varied(variation)
    }

    /// What the factors of a plan change.
    fn variation(&self, plan: usize) -> Variation {
        let mut variation = Variation::new(self.study.name.clone());
        for (factor, choice) in self.study.factors.iter().zip(&self.choices[plan]) {
            factor.vary(*choice, &mut variation, Located::default());
        }
        variation
    }

    /// The base with a variation.
    fn varied(&self, variation: Variation) -> Result<Loaded, Text> {
        variation.of(&self.base).map_err(|found| {
            let first = found.into_iter().next();
            first.map_or_else(Text::default, |one| {
                words::case_wrong(&one.path, &one.message.zh, &one.message.en)
            })
        })
    }

    /// Enters an outcome in a row; where the time went.
    fn tell(
        &self,
        row: &mut Row,
        scenario: &Scenario,
        outcome: Result<Outcome, SolverError>,
    ) -> Vec<(String, Duration)> {
        match outcome {
            Ok(Outcome::Planned(planned)) => {
                self.tell_plan(row, scenario, &planned);
                return planned.timings;
            }
            Ok(Outcome::Infeasible(why)) => {
                row.status = RowStatus::Infeasible;
                let worst = why.shortages.first();
                row.reason = Some(worst.map_or_else(words::infeasible_whole, |one| {
                    words::infeasible(&one.message.zh, &one.message.en)
                }));
            }
            Ok(Outcome::NothingFound) => {
                row.status = RowStatus::NothingFound;
                row.reason = Some(words::nothing_found());
            }
            Err(error) => row.reason = Some(words::solver_failed(&error)),
        }
        Vec::new()
    }

    fn tell_plan(&self, row: &mut Row, scenario: &Scenario, planned: &Planned) {
        let plan = &planned.plan;
        row.ended = Some(plan.status);
        if let Some(violation) = planned.verification.violations.first() {
            row.status = RowStatus::Unverified;
            let message = &violation.message;
            row.reason = Some(words::unverified(&message.zh, &message.en));
            return;
        }
        row.status = RowStatus::Verified;
        row.reason = None;
        let indicators = self.study.keep.iter();
        row.indicators = indicators
            .filter_map(|one| Some((one.key().to_owned(), one.of(scenario, plan)?)))
            .collect();
        row.targets = standings(plan);
        row.decisions = decisions(scenario, plan);
    }
}

/// The case of a plan.
#[derive(Debug)]
pub struct Case {
    /// The case itself, with its applicants.
    pub scenario: Scenario,
    /// The factor that draws them, with its level.
    pub drawn: Option<(String, Level)>,
}

/// A case with a draw of its applicants. The level is their sum over that of
/// the likely path.
fn on_draw(scenario: &Scenario, factor: &Factor, seed: u64) -> Case {
    let likely = forecast::on_path(scenario.clone(), Demand::Likely);
    let sum = |scenario: &Scenario| -> f64 {
        let cohorts = scenario.cohorts.keys();
        cohorts.map(|id| forecast::applicants(scenario, id).0).sum()
    };
    let drawn = forecast::with_applicants(&likely, &forecast::sample(&likely, seed));
    let ratio = sum(&drawn) / sum(&likely);
    let level = (ratio * LEVELS).round() / LEVELS;
    Case {
        scenario: drawn,
        drawn: level.is_finite().then(|| (factor.key.clone(), Level::Number(level))),
    }
}

/// Steps in which the level of a draw is told.
const LEVELS: f64 = 1e6;

fn changed(folder: &Folder, name: &str) -> Trouble {
    Trouble::wrong(words::changed(&folder.file(name).display()))
}

/// What a panic said.
fn said(cause: &(dyn Any + Send)) -> &str {
    let text = cause.downcast_ref::<String>().map(String::as_str);
    text.or_else(|| cause.downcast_ref::<&str>().copied()).unwrap_or("?")
}
