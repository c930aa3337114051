//! Indicators watched.

use super::checks::{Bounds, Checks};
use crate::domain::{Bound, Calendar, Text, Watched, WatchedMetric};
use crate::scenario::measure::Measure;
use crate::scenario::path::Path;
use crate::scenario::quantity::Quantity;
use crate::scenario::raw::{RawScenario, RawWatched};
use crate::words::{diagnostics, standards as words};
use std::collections::BTreeMap;

/// Share of the students that may be lost in a term of study unless the
/// scenario says otherwise: 学生每学期流失率控制在 5% 以内, the year plan of the
/// school division beside the Longyou proposal.
const ATTRITION_LIMIT: f64 = 0.05;

/// The indicators watched, and the share of the students that may be lost in a
/// term: as `attrition_limit` or the indicator says, whichever is there.
pub(super) fn resolve(
    raw: &RawScenario,
    calendar: Option<&Calendar>,
    checks: &mut Checks<'_>,
) -> (Vec<Watched>, f64) {
    let limit = raw.attrition_limit.as_ref();
    let root = Path::default();
    let limit = checks.optional(&root, "attrition_limit", limit, Measure::Share, Bounds::Share);
    let limit = limit.or_else(|| watched_limit(raw, checks));
    let limit = limit.unwrap_or(ATTRITION_LIMIT);
    let watched = raw.watched.iter();
    let watched = watched.filter_map(|(key, raw)| one(key, raw, limit, calendar, checks)).collect();
    (watched, limit)
}

fn is_attrition(raw: &RawWatched) -> bool {
    raw.metric == Some(WatchedMetric::Attrition)
}

/// The threshold that an indicator of attrition states.
fn watched_limit(raw: &RawScenario, checks: &mut Checks<'_>) -> Option<f64> {
    let mut watched = raw.watched.iter();
    let (key, one) = watched.find(|(_, one)| is_attrition(one) && one.at_most.is_some())?;
    let here = Path::field("watched").key(key);
    let raw = one.at_most.as_ref();
    checks.optional(&here, "at_most", raw, Measure::Share, Bounds::Share)
}

fn one(
    key: &str,
    raw: &RawWatched,
    limit: f64,
    calendar: Option<&Calendar>,
    checks: &mut Checks<'_>,
) -> Option<Watched> {
    let here = Path::field("watched").key(key);
    let name = checks.need_text(&here, "name", raw.name.as_ref());
    let unit = checks.text(&here.key("unit"), raw.unit.as_ref());
    let metric = checks.need(&here, "metric", raw.metric.as_ref()).copied()?;
    if metric.is_computed() {
        for (field, said) in [("unit", raw.unit.is_some()), ("values", !raw.values.is_empty())] {
            if said {
                let at = here.key(field);
                checks.error(&at, words::computed_by_the_planner(), Vec::new());
            }
        }
    }
    let unit = unit.unwrap_or_else(|| words::watched_unit(metric));
    let bound = if metric == WatchedMetric::Attrition {
        attrition(&here, raw, limit, checks)
    } else {
        bound(&here, raw, metric, &unit, checks)
    };
    Some(Watched {
        id: key.to_owned(),
        name,
        metric,
        bound: bound?,
        declared: declared(&here.key("values"), raw, &unit, calendar, checks),
        unit,
    })
}

/// The threshold of attrition is one: it stands in one place.
fn attrition(here: &Path, raw: &RawWatched, limit: f64, checks: &mut Checks<'_>) -> Option<Bound> {
    if raw.at_least.is_some() {
        let message = words::attrition_at_most();
        checks.error(&here.key("at_least"), message, Vec::new());
        return None;
    }
    let stated = raw.at_most.as_ref();
    let stated = stated.map(|raw| {
        let at = here.key("at_most");
        checks.figure(&at, raw, Measure::Share, Bounds::Share, &[])
    });
    if let Some(Some(stated)) = stated
        && (stated - limit).abs() > 1e-12
    {
        let message = words::attrition_twice();
        checks.error(&here.key("at_most"), message, Vec::new());
    }
    Some(Bound::AtMost(limit))
}

fn bound(
    here: &Path,
    raw: &RawWatched,
    metric: WatchedMetric,
    unit: &Text,
    checks: &mut Checks<'_>,
) -> Option<Bound> {
    let mut read =
        |field: &str, raw: &Quantity| figure(&here.key(field), raw, metric, unit, checks);
    match (&raw.at_least, &raw.at_most) {
        (Some(least), None) => read("at_least", least).map(Bound::AtLeast),
        (None, Some(most)) => read("at_most", most).map(Bound::AtMost),
        _ => {
            checks.error(here, words::one_bound(), Vec::new());
            None
        }
    }
}

fn figure(
    at: &Path,
    raw: &Quantity,
    metric: WatchedMetric,
    unit: &Text,
    checks: &mut Checks<'_>,
) -> Option<f64> {
    let measure = match metric {
        WatchedMetric::Attrition => Measure::Share,
        WatchedMetric::LargestClass => Measure::Students,
        WatchedMetric::Declared => Measure::Number,
    };
    let words = [unit.zh.as_str(), unit.en.as_str()];
    checks.figure(at, raw, measure, Bounds::Amount, &words)
}

fn declared(
    here: &Path,
    raw: &RawWatched,
    unit: &Text,
    calendar: Option<&Calendar>,
    checks: &mut Checks<'_>,
) -> BTreeMap<crate::domain::Term, f64> {
    let mut declared = BTreeMap::new();
    for (key, quantity) in raw.values.iter() {
        let at = here.key(key);
        let term = checks.term_within(&at, key, calendar);
        let value = figure(&at, quantity, WatchedMetric::Declared, unit, checks);
        if let (Some(term), Some(value)) = (term, value)
            && declared.insert(term, value).is_some()
        {
            checks.error(&at, diagnostics::key_twice(key), Vec::new());
        }
    }
    declared
}
