//! Ratios of the enrolment projection, and figures by year.

use super::checks::{Bounds, Checks};
use crate::domain::{Estimate, Ratio};
use crate::scenario::measure::Measure;
use crate::scenario::named::Named;
use crate::scenario::path::Path;
use crate::scenario::quantity::Quantity;
use crate::scenario::raw::enrolment::RawRatio;
use crate::words::diagnostics as words;
use std::collections::BTreeMap;

/// Most observations a ratio is fitted to.
const MOST_OBSERVATIONS: u32 = 50;
/// Observations a ratio is fitted to unless the scenario says otherwise.
const OBSERVATIONS: u32 = 3;

/// A ratio: assumed or fitted.
pub(super) fn ratio(
    here: &Path,
    raw: &RawRatio,
    bounds: Bounds,
    checks: &mut Checks<'_>,
) -> Option<Ratio> {
    let values = [&raw.low, &raw.likely, &raw.high];
    let stated = values.iter().any(|one| one.is_some()) || !raw.years.is_empty();
    if let Some(fitted) = &raw.fitted {
        if stated {
            checks.error(here, words::fitted_and_assumed(), Vec::new());
        }
        let at = here.key("fitted");
        let last = checks.optional_count(&at, "last", fitted.last, 1, MOST_OBSERVATIONS);
        let last = usize::try_from(last.unwrap_or(OBSERVATIONS)).ok()?;
        return Some(Ratio::Fitted { last });
    }
    let mut years = BTreeMap::new();
    let constant = values.iter().any(|one| one.is_some()) || raw.years.is_empty();
    if constant {
        let value = estimate(here, values, bounds, checks)?;
        years.insert(i32::MIN, value);
    }
    for (key, raw) in raw.years.iter() {
        let at = here.key("years").key(key);
        let year = checks.year(&at, key);
        let value = estimate(&at, [&raw.low, &raw.likely, &raw.high], bounds, checks);
        if let (Some(year), Some(value)) = (year, value) {
            years.insert(year, value);
        }
    }
    (!years.is_empty()).then_some(Ratio::Assumed(years))
}

/// A likely value with a low and a high one about it.
fn estimate(
    here: &Path,
    [low, likely, high]: [&Option<Quantity>; 3],
    bounds: Bounds,
    checks: &mut Checks<'_>,
) -> Option<Estimate> {
    let likely = checks.need(here, "likely", likely.as_ref())?;
    let likely = checks.figure(&here.key("likely"), likely, Measure::Share, bounds, &[])?;
    let mut side = |field: &str, raw: &Option<Quantity>| {
        let value = checks.optional(here, field, raw.as_ref(), Measure::Share, bounds);
        value.unwrap_or(likely)
    };
    let (low, high) = (side("low", low), side("high", high));
    for (field, least, most) in [("low", low, likely), ("high", likely, high)] {
        if least > most {
            let message = words::range_backwards(&least.to_string(), &most.to_string());
            checks.error(&here.key(field), message, Vec::new());
        }
    }
    Some(Estimate { low, likely, high })
}

/// Numbers of people by year; `before` is the first year that is too late.
pub(super) fn by_year(
    here: &Path,
    raw: &Named<Quantity>,
    before: Option<i32>,
    checks: &mut Checks<'_>,
) -> BTreeMap<i32, f64> {
    let mut years = BTreeMap::new();
    for (key, raw) in raw.iter() {
        let at = here.key(key);
        let people = checks.figure(&at, raw, Measure::Students, Bounds::Amount, &[]);
        if let (Some(year), Some(people)) = (past(&at, key, before, checks), people) {
            years.insert(year, people);
        }
    }
    years
}

/// A year as a key, earlier than another.
pub(super) fn past(
    at: &Path,
    key: &str,
    before: Option<i32>,
    checks: &mut Checks<'_>,
) -> Option<i32> {
    let year = checks.year(at, key)?;
    if let Some(before) = before.filter(|before| year >= *before) {
        checks.error(at, words::not_past(year, before), Vec::new());
        return None;
    }
    Some(year)
}
