//! Factors and their levels.

use super::checks::{Checks, named};
use crate::domain::Demand;
use crate::experiment::specification::factor::{Bundle, Factor, Levels};
use crate::experiment::specification::manifest::Distribution;
use crate::experiment::specification::raw::{RawBundle, RawFactor, RawLevels};
use crate::scenario::named::Named;
use crate::scenario::path::Path;
use crate::scenario::quantity::Quantity;
use crate::words::{diagnostics, experiment as words};

/// A factor.
pub fn factor(key: String, raw: RawFactor, checks: &mut Checks<'_>) -> Option<Factor> {
    let here = Factor::place(&key);
    let levels = checks.needed(raw.levels, &here, "levels")?;
    let levels = self::levels(levels, &here.key("levels"), checks)?;
    let paths = raw.sets.len() + raw.scales.len();
    let by_itself = matches!(levels, Levels::Bundles(_) | Levels::Demand(_) | Levels::Forecast(_));
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

fn bundles_of(raw: Named<RawBundle>, here: &Path, checks: &mut Checks<'_>) -> Option<Levels> {
    if raw.is_empty() {
        checks.wrong(here, words::no_levels(), Vec::new());
        return None;
    }
    let bundle = |(label, bundle): (String, RawBundle)| Bundle {
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
        RawLevels::Normal { mean, sd, least, most } => {
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
            fine.then_some(Distribution::Normal { mean, sd, least, most })
        }
        _ => None,
    }
}
