//! From the study file to a checked study.

mod checks;
mod correlations;
mod levels;

use super::bounds::MOST_PLANS;
use super::design::{Cholesky, choices, grid_size};
use super::factor::{Choice, Factor, Levels};
use super::indicator::Indicator;
use super::manifest::{DesignEntry, PlanLimits};
use super::raw::{RawDesign, RawLimits, RawStudy};
use crate::diagnostic::Diagnostic;
use crate::domain::{Demand, Limits, Text};
use crate::scenario::path::Path;
use crate::scenario::suggestions;
use crate::words::{diagnostics, experiment as words};
use checks::{Checks, text_of};
use correlations::correlations;

/// Gap of plans where nobody says another.
const GAP: f64 = 0.05;

/// Patience with a plan where nobody says another, s.
const PATIENCE: f64 = 3600.0;

/// Longest time that a limit may be, s.
const LONGEST: f64 = 1e9;

/// A checked study.
#[derive(Debug)]
pub struct Study {
    /// Title.
    pub name: Text,
    /// The file of the base scenario, from the folder of the study's.
    pub base: String,
    /// What is varied.
    pub factors: Vec<Factor>,
    /// How many of the factors, from the end, are no part of the design: every
    /// plan of the design is made with every level of theirs.
    pub crossed: usize,
    /// Which plans there are.
    pub design: DesignEntry,
    /// How factors are drawn together.
    pub correlations: Cholesky,
    /// Limits of each plan; one thread.
    pub limits: Limits,
    /// After this a plan is given up, s.
    pub patience_s: f64,
    /// Path of the projection where no factor chooses it.
    pub demand: Demand,
    /// Indicators kept.
    pub keep: Vec<Indicator>,
}

impl Study {
    /// What each plan has of each factor.
    pub fn choices(&self) -> Vec<Vec<Choice>> {
        let (own, crossed) = self.factors.split_at(self.factors.len() - self.crossed);
        let plans = choices(self.design, own, &self.correlations);
        let levels = choices(DesignEntry::Grid, crossed, &Cholesky::new());
        let with_each = |plan: &Vec<Choice>| -> Vec<Vec<Choice>> {
            let all = levels.iter();
            all.map(|more| [plan.as_slice(), more.as_slice()].concat()).collect()
        };
        plans.iter().flat_map(with_each).collect()
    }

    /// Has every plan made with every level of one more factor, which changes
    /// fastest.
    pub fn cross(&mut self, factor: Factor) {
        self.factors.push(factor);
        self.crossed += 1;
    }

    /// The limits as the manifest has them.
    pub fn plan_limits(&self) -> PlanLimits {
        PlanLimits {
            gap: self.limits.gap,
            steps: self.limits.steps,
            time_limit_seconds: self.limits.time_limit_s,
            patience_seconds: self.patience_s,
            seed: self.limits.seed,
            demand: self.demand,
        }
    }
}

/// Reads a study from its text.
///
/// # Errors
///
/// Everything that is wrong with it.
pub fn read(text: &str) -> Result<Study, Vec<Diagnostic>> {
    let (raw, found) = crate::scenario::parse_as::<RawStudy>(text);
    let Some(raw) = raw.filter(|_| found.is_empty()) else {
        return Err(found);
    };
    let mut checks = Checks { text, found: Vec::new() };
    let study = study(raw, &mut checks);
    match study {
        Some(study) if checks.found.is_empty() => Ok(study),
        _ => {
            checks.found.sort_by_key(|finding| finding.position);
            Err(checks.found)
        }
    }
}

fn study(raw: RawStudy, checks: &mut Checks<'_>) -> Option<Study> {
    let top = Path::default();
    let base = checks.needed(raw.base, &top, "base");
    let name = raw.name.as_ref().and_then(text_of);
    let name = name.unwrap_or_else(words::nameless);
    if raw.factors.is_empty() {
        checks.wrong(&top, words::no_factors(), Vec::new());
    }
    let factors: Vec<Factor> = (raw.factors.0.into_iter())
        .filter_map(|(key, factor)| levels::factor(key, factor, checks))
        .collect();
    projections(&factors, checks);
    let design = checks.needed(raw.design, &top, "design");
    let design = design.and_then(|design| self::design(design, &factors, checks));
    let cholesky = correlations(&raw.correlations, design, &factors, checks);
    let (limits, patience_s, demand) = limits(raw.limits.as_ref(), checks)?;
    let keep = keep(raw.keep.as_deref(), checks);
    Some(Study {
        name,
        base: base?,
        factors,
        crossed: 0,
        design: design?,
        correlations: cholesky?,
        limits,
        patience_s,
        demand,
        keep,
    })
}

/// At most one factor is about the projection: a draw departs from the likely
/// path.
fn projections(factors: &[Factor], checks: &mut Checks<'_>) {
    let about = |factor: &&Factor| matches!(factor.levels, Levels::Demand(_) | Levels::Forecast(_));
    if let Some(second) = factors.iter().filter(about).nth(1) {
        let at = Factor::place(&second.key).key("levels");
        checks.wrong(&at, words::projected_twice(), Vec::new());
    }
}

fn design(raw: RawDesign, factors: &[Factor], checks: &mut Checks<'_>) -> Option<DesignEntry> {
    let here = Path::field("design");
    let (plans, entry): (Option<u32>, fn(usize, u64) -> DesignEntry) = match raw {
        RawDesign::Grid => return grid(factors, &here, checks),
        RawDesign::LatinHypercube { plans, .. } => {
            (plans, |plans, seed| DesignEntry::LatinHypercube { plans, seed })
        }
        RawDesign::MonteCarlo { plans, .. } => {
            (plans, |plans, seed| DesignEntry::MonteCarlo { plans, seed })
        }
    };
    let seed = match raw {
        RawDesign::LatinHypercube { seed, .. } | RawDesign::MonteCarlo { seed, .. } => seed,
        RawDesign::Grid => None,
    };
    let plans = checks.needed(plans, &here, "plans")?;
    let plans = usize::try_from(plans).unwrap_or(usize::MAX);
    in_bounds(plans, &here.key("plans"), checks).then(|| entry(plans, seed.unwrap_or(0)))
}

fn in_bounds(plans: usize, at: &Path, checks: &mut Checks<'_>) -> bool {
    let fine = (1..=MOST_PLANS).contains(&plans);
    if !fine {
        let most = MOST_PLANS.to_string();
        let message = diagnostics::out_of_range(&plans.to_string(), "1", &most);
        checks.wrong(at, message, Vec::new());
    }
    fine
}

fn grid(factors: &[Factor], here: &Path, checks: &mut Checks<'_>) -> Option<DesignEntry> {
    let endless: Vec<&Factor> =
        factors.iter().filter(|factor| factor.levels.count().is_none()).collect();
    for factor in &endless {
        let at = Factor::place(&factor.key).key("levels");
        let hint = match factor.levels {
            Levels::Forecast(_) => words::grid_needs_draws(),
            _ => words::grid_needs_levels(),
        };
        checks.wrong(&at, words::no_levels_for_grid(), vec![hint]);
    }
    if !endless.is_empty() {
        return None;
    }
    let plans = grid_size(factors).unwrap_or(usize::MAX);
    in_bounds(plans, here, checks).then_some(DesignEntry::Grid)
}

fn limits(raw: Option<&RawLimits>, checks: &mut Checks<'_>) -> Option<(Limits, f64, Demand)> {
    let here = Path::field("limits");
    let raw = raw.or_else(|| {
        checks.wrong(&Path::default(), diagnostics::missing("limits"), vec![words::limits_hint()]);
        None
    })?;
    let gap = raw.gap.unwrap_or(GAP);
    if !(0.0..1.0).contains(&gap) {
        let message = diagnostics::out_of_range(&gap.to_string(), "0", "1");
        checks.wrong(&here.key("gap"), message, Vec::new());
    }
    if raw.steps.is_none() && raw.time_limit.is_none() {
        checks.wrong(&here, words::no_end(), vec![words::limits_hint()]);
    }
    let within = |key: &str, time: Option<f64>, least: f64, checks: &mut Checks<'_>| {
        if let Some(time) = time.filter(|time| !(*time > least && *time <= LONGEST)) {
            let (least, most) = (least.to_string(), LONGEST.to_string());
            let message = diagnostics::out_of_range(&time.to_string(), &least, &most);
            checks.wrong(&here.key(key), message, Vec::new());
        }
    };
    within("time_limit", raw.time_limit, 0.0, checks);
    // What is allowed to a plan is not taken for a hang.
    let least = raw.time_limit.unwrap_or(0.0);
    within("patience", raw.patience, least, checks);
    let most = i32::MAX.unsigned_abs();
    if let Some(seed) = raw.seed.filter(|seed| *seed > most) {
        let message = diagnostics::out_of_range(&seed.to_string(), "0", &most.to_string());
        checks.wrong(&here.key("seed"), message, Vec::new());
    }
    let limits = Limits {
        time_limit_s: raw.time_limit,
        gap,
        steps: raw.steps,
        threads: 1,
        seed: raw.seed.unwrap_or(0),
    };
    let patience_s = raw.patience.unwrap_or(PATIENCE.max(2.0 * least));
    Some((limits, patience_s, raw.demand.unwrap_or_default()))
}

fn keep(raw: Option<&[String]>, checks: &mut Checks<'_>) -> Vec<Indicator> {
    let all = Indicator::all();
    let Some(raw) = raw else {
        return all;
    };
    let here = Path::field("keep");
    for (index, key) in raw.iter().enumerate() {
        if !all.iter().any(|one| one.key() == key) {
            let hints = suggestions(key, all.iter().map(|one| one.key()));
            checks.wrong(&here.index(index), words::no_such_indicator(key), hints);
        }
    }
    let kept = all.into_iter();
    kept.filter(|one| raw.iter().any(|key| key == one.key())).collect()
}
