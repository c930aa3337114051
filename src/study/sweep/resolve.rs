//! From the study file to a checked study.

use super::design::{Cholesky, choices, cholesky, grid_size};
use super::factor::{Bundle, Choice, Factor, Levels};
use super::indicator::Indicator;
use super::manifest::{DesignEntry, Distribution, PlanLimits};
use super::raw::{RawDesign, RawFactor, RawLevels, RawLimits, RawStudy};
use crate::diagnostic::{Diagnostic, Severity};
use crate::domain::{Demand, Limits, Text};
use crate::scenario::named::Named;
use crate::scenario::path::Path;
use crate::scenario::quantity::Quantity;
use crate::scenario::raw::RawText;
use crate::scenario::{position_of, suggestions};
use crate::words::{diagnostics, sweep as words};

/// Most plans of a study.
pub const MOST_PLANS: usize = 100_000;

/// Gap of plans where nobody says another.
const GAP: f64 = 0.05;

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
    /// Path of the projection where no factor chooses it.
    pub demand: Demand,
    /// Indicators kept.
    pub keep: Vec<Indicator>,
}

impl Study {
    /// What each plan has of each factor.
    #[must_use]
    pub fn choices(&self) -> Vec<Vec<Choice>> {
        let (own, crossed) = self.factors.split_at(self.factors.len() - self.crossed);
        let plans = choices(self.design, own, &self.correlations);
        let levels = choices(DesignEntry::Grid, crossed, &Cholesky::new());
        let with_each = |plan: &Vec<Choice>| -> Vec<Vec<Choice>> {
            let all = levels.iter();
            all.map(|more| [plan.as_slice(), more.as_slice()].concat())
                .collect()
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
    #[must_use]
    pub fn plan_limits(&self) -> PlanLimits {
        PlanLimits {
            gap: self.limits.gap,
            nodes: self.limits.node_limit,
            time_limit_seconds: self.limits.time_limit_s,
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
    let mut checks = Checks {
        text,
        found: Vec::new(),
    };
    let study = study(raw, &mut checks);
    match study {
        Some(study) if checks.found.is_empty() => Ok(study),
        _ => {
            checks.found.sort_by_key(|finding| finding.position);
            Err(checks.found)
        }
    }
}

/// Findings, and where they stand.
struct Checks<'t> {
    text: &'t str,
    found: Vec<Diagnostic>,
}

impl Checks<'_> {
    fn wrong(&mut self, at: &Path, message: Text, hints: Vec<Text>) {
        self.found.push(Diagnostic {
            severity: Severity::Error,
            file: 0,
            path: at.to_string(),
            position: position_of(self.text, at.as_str()),
            message,
            hints,
        });
    }

    fn needed<T>(&mut self, value: Option<T>, at: &Path, field: &str) -> Option<T> {
        if value.is_none() {
            self.wrong(at, diagnostics::missing(field), Vec::new());
        }
        value
    }

    /// A finite number that must be there.
    fn number(&mut self, value: Option<f64>, at: &Path, field: &str) -> Option<f64> {
        let value = self.needed(value, at, field)?;
        if !value.is_finite() {
            let message = diagnostics::not_finite(&value.to_string());
            self.wrong(&at.key(field), message, Vec::new());
            return None;
        }
        Some(value)
    }

    /// Numbers that must not go down.
    fn rising(&mut self, at: &Path, numbers: &[f64]) -> bool {
        let rising = numbers.windows(2).all(|pair| pair[0] <= pair[1]);
        let wide = numbers.first() < numbers.last();
        if !(rising && wide) {
            let told: Vec<String> = numbers.iter().map(f64::to_string).collect();
            self.wrong(at, words::not_rising(&told.join(", ")), Vec::new());
        }
        rising && wide
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
        .filter_map(|(key, factor)| self::factor(key, factor, checks))
        .collect();
    projections(&factors, checks);
    let design = checks.needed(raw.design, &top, "design");
    let design = design.and_then(|design| self::design(design, &factors, checks));
    let correlations = correlations(&raw.correlations, design, &factors, checks);
    let (limits, demand) = limits(raw.limits.as_ref(), checks)?;
    let keep = keep(raw.keep.as_deref(), checks);
    Some(Study {
        name,
        base: base?,
        factors,
        crossed: 0,
        design: design?,
        correlations: correlations?,
        limits,
        demand,
        keep,
    })
}

/// A text of a file in both languages, if it has one.
fn text_of(raw: &RawText) -> Option<Text> {
    let zh = raw.zh.clone().or_else(|| raw.en.clone())?;
    let en = raw.en.clone().unwrap_or_else(|| zh.clone());
    Some(Text { zh, en })
}

fn named(raw: Option<&RawText>, key: &str) -> Text {
    raw.and_then(text_of).unwrap_or_else(|| Text {
        zh: key.to_owned(),
        en: key.to_owned(),
    })
}

fn factor(key: String, raw: RawFactor, checks: &mut Checks<'_>) -> Option<Factor> {
    let here = Factor::place(&key);
    let levels = checks.needed(raw.levels, &here, "levels")?;
    let levels = self::levels(levels, &here.key("levels"), checks)?;
    let paths = raw.sets.len() + raw.scales.len();
    let by_itself = matches!(
        levels,
        Levels::Bundles(_) | Levels::Demand(_) | Levels::Forecast(_)
    );
    if by_itself && paths > 0 {
        checks.wrong(&here, words::paths_not_needed(), Vec::new());
    }
    if !by_itself && paths == 0 {
        checks.wrong(&here, words::no_paths(), vec![words::paths_hint()]);
    }
    if let (Levels::List(values), false) = (&levels, raw.scales.is_empty()) {
        for (index, value) in values.iter().enumerate() {
            if let Quantity::Text(text) = value {
                let at = here.key("levels").index(index);
                checks.wrong(&at, words::no_factor_of_scale(text), Vec::new());
            }
        }
    }
    Some(Factor {
        name: named(raw.name.as_ref(), &key),
        sets: raw.sets,
        scales: raw.scales,
        levels,
        key,
    })
}

fn levels(raw: RawLevels, here: &Path, checks: &mut Checks<'_>) -> Option<Levels> {
    match raw {
        RawLevels::List(values) => list(values, here, checks),
        RawLevels::Range { from, to, steps } => range((from, to, steps), here, checks),
        RawLevels::Bundles(bundles) => bundles_of(bundles, here, checks),
        RawLevels::Demand(paths) => {
            let paths: Vec<Demand> = paths.into_iter().flatten().collect();
            let paths = if paths.is_empty() {
                vec![Demand::Low, Demand::Likely, Demand::High]
            } else {
                paths
            };
            once(&paths, here, checks).then_some(Levels::Demand(paths))
        }
        RawLevels::Forecast { draws } => {
            if draws == Some(0) {
                checks.wrong(&here.key("draws"), diagnostics::not_positive("0"), vec![]);
            }
            Some(Levels::Forecast(draws))
        }
        drawn => distribution(&drawn, here, checks).map(Levels::Drawn),
    }
}

fn list(values: Vec<Option<Quantity>>, here: &Path, checks: &mut Checks<'_>) -> Option<Levels> {
    let values: Vec<Quantity> = values.into_iter().flatten().collect();
    if values.is_empty() {
        checks.wrong(here, words::no_levels(), Vec::new());
        return None;
    }
    for (index, value) in values.iter().enumerate() {
        if let Quantity::Number(number) = value
            && !number.is_finite()
        {
            let message = diagnostics::not_finite(&number.to_string());
            checks.wrong(&here.index(index), message, Vec::new());
            return None;
        }
    }
    once(&values, here, checks).then_some(Levels::List(values))
}

/// Whether every level is there once.
fn once<T: PartialEq>(values: &[T], here: &Path, checks: &mut Checks<'_>) -> bool {
    let twice = (0..values.len()).find(|index| values[..*index].contains(&values[*index]));
    if let Some(index) = twice {
        checks.wrong(&here.index(index), words::level_twice(), Vec::new());
    }
    twice.is_none()
}

fn range(
    (from, to, steps): (Option<f64>, Option<f64>, Option<u32>),
    here: &Path,
    checks: &mut Checks<'_>,
) -> Option<Levels> {
    let from = checks.number(from, here, "from");
    let to = checks.number(to, here, "to");
    let steps = checks.needed(steps, here, "steps")?;
    let (from, to) = (from?, to?);
    if !(2..=1000).contains(&steps) {
        let message = diagnostics::out_of_range(&steps.to_string(), "2", "1000");
        checks.wrong(&here.key("steps"), message, Vec::new());
        return None;
    }
    if !checks.rising(here, &[from, to]) {
        return None;
    }
    let step = (to - from) / f64::from(steps - 1);
    let value = |index: u32| tidy(from + step * f64::from(index));
    Some(Levels::Range((0..steps).map(value).collect()))
}

/// A number without the noise of binary fractions: twelve digits.
fn tidy(number: f64) -> f64 {
    format!("{number:.11e}").parse().unwrap_or(number)
}

fn bundles_of(
    raw: Named<super::raw::RawBundle>,
    here: &Path,
    checks: &mut Checks<'_>,
) -> Option<Levels> {
    if raw.is_empty() {
        checks.wrong(here, words::no_levels(), Vec::new());
        return None;
    }
    let bundle = |(label, bundle): (String, super::raw::RawBundle)| Bundle {
        name: named(bundle.name.as_ref(), &label),
        changes: bundle.changes.into_iter().flatten().collect(),
        label,
    };
    Some(Levels::Bundles(raw.0.into_iter().map(bundle).collect()))
}

fn distribution(raw: &RawLevels, here: &Path, checks: &mut Checks<'_>) -> Option<Distribution> {
    let mut number = |value, field| checks.number(value, here, field);
    match raw {
        RawLevels::Uniform { from, to } => {
            let (from, to) = (number(*from, "from"), number(*to, "to"));
            let (from, to) = (from?, to?);
            let fine = checks.rising(here, &[from, to]);
            fine.then_some(Distribution::Uniform { from, to })
        }
        RawLevels::Triangular { low, likely, high } => {
            let (low, likely) = (number(*low, "low"), number(*likely, "likely"));
            let high = number(*high, "high");
            let (low, likely, high) = (low?, likely?, high?);
            let fine = checks.rising(here, &[low, likely, high]);
            fine.then_some(Distribution::Triangular { low, likely, high })
        }
        RawLevels::Normal {
            mean,
            sd,
            least,
            most,
        } => {
            let (mean, sd) = (number(*mean, "mean"), number(*sd, "sd"));
            let (least, most) = (number(*least, "least"), number(*most, "most"));
            let (mean, sd, least, most) = (mean?, sd?, least?, most?);
            if sd <= 0.0 {
                let message = diagnostics::not_positive(&sd.to_string());
                checks.wrong(&here.key("sd"), message, Vec::new());
                return None;
            }
            // Farther out the share between the ends is nothing to draw from.
            let far = (mean - 6.0 * sd, mean + 6.0 * sd);
            if most < far.0 || least > far.1 {
                checks.wrong(here, words::far_out(), Vec::new());
                return None;
            }
            let fine = checks.rising(here, &[least, most]);
            fine.then_some(Distribution::Normal {
                mean,
                sd,
                least,
                most,
            })
        }
        _ => None,
    }
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
        RawDesign::LatinHypercube { plans, .. } => (plans, |plans, seed| {
            DesignEntry::LatinHypercube { plans, seed }
        }),
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
    let endless: Vec<&Factor> = factors
        .iter()
        .filter(|factor| factor.levels.count().is_none())
        .collect();
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

fn correlations(
    raw: &[super::raw::RawCorrelation],
    design: Option<DesignEntry>,
    factors: &[Factor],
    checks: &mut Checks<'_>,
) -> Option<Cholesky> {
    let here = Path::field("correlations");
    if !raw.is_empty() && design == Some(DesignEntry::Grid) {
        checks.wrong(&here, words::no_correlations_in_grid(), Vec::new());
        return None;
    }
    let mut pairs: Vec<(usize, usize, f64)> = Vec::new();
    for (index, one) in raw.iter().enumerate() {
        let at = here.index(index);
        let value = checks.number(one.value, &at, "value")?;
        if value <= -1.0 || value >= 1.0 {
            let message = diagnostics::out_of_range(&value.to_string(), "−1", "1");
            checks.wrong(&at.key("value"), message, Vec::new());
        }
        let places = correlated(&one.between, &at.key("between"), factors, checks)?;
        let same = |pair: &(usize, usize, f64)| (pair.0, pair.1) == places;
        if pairs.iter().any(same) {
            checks.wrong(&at, words::correlated_twice(), Vec::new());
        }
        pairs.push((places.0, places.1, value));
    }
    let matrix = cholesky(factors.len(), &pairs);
    if matrix.is_none() && checks.found.is_empty() {
        checks.wrong(&here, words::impossible_correlations(), Vec::new());
    }
    matrix
}

/// The two factors of a correlation, the earlier one first.
fn correlated(
    between: &[String],
    at: &Path,
    factors: &[Factor],
    checks: &mut Checks<'_>,
) -> Option<(usize, usize)> {
    let [one, other] = between else {
        checks.wrong(at, words::two_factors(), Vec::new());
        return None;
    };
    let mut place = |index: usize, key: &String| {
        let found = factors.iter().position(|factor| factor.key == *key);
        let Some(found) = found else {
            let known = factors.iter().map(|factor| factor.key.as_str());
            let hints = suggestions(key, known);
            checks.wrong(&at.index(index), words::no_such_factor(key), hints);
            return None;
        };
        if matches!(factors[found].levels, Levels::Forecast(_)) {
            let message = words::draws_are_independent(key);
            checks.wrong(&at.index(index), message, Vec::new());
            return None;
        }
        Some(found)
    };
    let (one, other) = (place(0, one), place(1, other));
    let (one, other) = (one?, other?);
    if one == other {
        checks.wrong(at, words::two_factors(), Vec::new());
        return None;
    }
    Some((one.min(other), one.max(other)))
}

fn limits(raw: Option<&RawLimits>, checks: &mut Checks<'_>) -> Option<(Limits, Demand)> {
    let here = Path::field("limits");
    let raw = raw.or_else(|| {
        checks.wrong(
            &Path::default(),
            diagnostics::missing("limits"),
            vec![words::limits_hint()],
        );
        None
    })?;
    let gap = raw.gap.unwrap_or(GAP);
    if !(0.0..1.0).contains(&gap) {
        let message = diagnostics::out_of_range(&gap.to_string(), "0", "1");
        checks.wrong(&here.key("gap"), message, Vec::new());
    }
    if raw.nodes.is_none() && raw.time_limit.is_none() {
        checks.wrong(&here, words::no_end(), vec![words::limits_hint()]);
    }
    if raw.nodes == Some(0) {
        let message = diagnostics::not_positive("0");
        checks.wrong(&here.key("nodes"), message, Vec::new());
    }
    let bad = |time: &f64| !(*time > 0.0 && *time <= 1e9);
    if let Some(time) = raw.time_limit.filter(bad) {
        let message = diagnostics::out_of_range(&time.to_string(), "0", "1e9");
        checks.wrong(&here.key("time_limit"), message, Vec::new());
    }
    let most = i32::MAX.unsigned_abs();
    if let Some(seed) = raw.seed.filter(|seed| *seed > most) {
        let message = diagnostics::out_of_range(&seed.to_string(), "0", &most.to_string());
        checks.wrong(&here.key("seed"), message, Vec::new());
    }
    let limits = Limits {
        time_limit_s: raw.time_limit,
        gap,
        node_limit: raw.nodes,
        threads: 1,
        seed: raw.seed.unwrap_or(0),
    };
    Some((limits, raw.demand.unwrap_or_default()))
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
    kept.filter(|one| raw.iter().any(|key| key == one.key()))
        .collect()
}
