//! The indicators of a set of standards, and thresholds set otherwise.

use super::checks::{Bounds, Checks};
use super::schools::{measure, measure_words};
use super::suggest::suggestions;
use crate::domain::{Bound, Grade, Indicator, StandardMetric, StandardSet, Text};
use crate::ids::IndicatorId;
use crate::scenario::path::Path;
use crate::scenario::quantity::Quantity;
use crate::scenario::raw::{RawIndicator, RawStandardSet, RawThreshold};
use crate::words::standards as words;

/// A set, chosen for no year yet.
pub(super) fn set(
    here: &Path,
    key: &str,
    raw: &RawStandardSet,
    checks: &mut Checks<'_>,
) -> Option<StandardSet> {
    let before = checks.errors();
    if let Some(id) = raw.id.as_ref().filter(|id| *id != key) {
        checks.error(&here.key("id"), words::other_id(id, key), Vec::new());
    }
    let title = checks.need_text(here, "title", raw.title.as_ref());
    let short = checks.text(&here.key("short"), raw.short.as_ref());
    let column = checks.text(&here.key("column"), raw.column.as_ref());
    let issuer = checks.need_text(here, "issuer", raw.issuer.as_ref());
    let number = checks.need(here, "number", raw.number.as_ref()).cloned();
    if let (Some(from), Some(until)) = (raw.from, raw.until)
        && until < from
    {
        let message = crate::words::diagnostics::backwards(&from.to_string(), &until.to_string());
        checks.error(&here.key("until"), message, Vec::new());
    }
    if raw.indicators.is_empty() {
        checks.missing(here, "indicators");
    }
    let indicators = raw.indicators.iter();
    let indicators = indicators
        .filter_map(|(key, raw)| indicator(&here.key("indicators").key(key), key, raw, checks))
        .collect();
    (checks.errors() == before).then(|| StandardSet {
        id: key.to_owned(),
        short: short.unwrap_or_else(|| title.clone()),
        title,
        issuer,
        number: number.unwrap_or_default(),
        column,
        from: raw.from,
        until: raw.until,
        basis: raw.basis.unwrap_or_default(),
        indicators,
        years: Vec::new(),
    })
}

fn indicator(
    here: &Path,
    key: &str,
    raw: &RawIndicator,
    checks: &mut Checks<'_>,
) -> Option<Indicator> {
    let name = checks.text(&here.key("name"), raw.name.as_ref());
    let metric = checks.need(here, "metric", raw.metric.as_ref()).copied();
    let grade = checks.need(here, "grade", raw.grade.as_ref()).copied();
    let source = checks.need_text(here, "source", raw.source.as_ref());
    let metric = metric?;
    let figures = Figures {
        at_least: raw.at_least.as_ref(),
        at_most: raw.at_most.as_ref(),
        about: raw.about.as_ref(),
        engineering: raw.engineering.as_ref(),
    };
    let (bound, engineering) = figures.threshold(here, metric, checks)?;
    Some(Indicator {
        id: key.to_owned(),
        name: name.unwrap_or_else(|| words::metric(metric)),
        metric,
        bound,
        engineering,
        grade: grade?,
        source,
        new_schools: raw.new_schools.unwrap_or(false),
        without_separate: raw.without_separate.unwrap_or(false),
        without_staff_housing: raw.without_staff_housing.unwrap_or(false),
    })
}

/// The figures of a threshold as written.
struct Figures<'a> {
    at_least: Option<&'a Quantity>,
    at_most: Option<&'a Quantity>,
    about: Option<&'a Quantity>,
    engineering: Option<&'a Quantity>,
}

impl Figures<'_> {
    /// Exactly one of the three, and the one for engineering and medicine.
    fn threshold(
        &self,
        here: &Path,
        metric: StandardMetric,
        checks: &mut Checks<'_>,
    ) -> Option<(Bound, Option<f64>)> {
        let mut figure = |field: &str, raw: &Quantity| {
            let bounds = match measure(metric) {
                crate::scenario::measure::Measure::Share => Bounds::Share,
                _ => Bounds::Positive,
            };
            let at = here.key(field);
            checks.figure(&at, raw, measure(metric), bounds, measure_words(metric))
        };
        let engineering = self.engineering.map(|raw| figure("engineering", raw));
        let bound = match (self.at_least, self.at_most, self.about) {
            (Some(raw), None, None) => figure("at_least", raw).map(Bound::AtLeast),
            (None, Some(raw), None) => figure("at_most", raw).map(Bound::AtMost),
            (None, None, Some(raw)) => figure("about", raw).map(Bound::About),
            _ => {
                checks.error(here, words::one_threshold(), Vec::new());
                None
            }
        };
        let fits = metric == StandardMetric::EquipmentPerStudent && self.at_least.is_some();
        if engineering.is_some() && !fits {
            let message = words::engineering_only();
            checks.error(&here.key("engineering"), message, Vec::new());
        }
        Some((bound?, engineering.flatten()))
    }
}

/// An indicator of a set.
pub(super) fn find(
    at: &Path,
    set: &StandardSet,
    key: &str,
    checks: &mut Checks<'_>,
) -> Option<IndicatorId> {
    let found = set.indicators.position(|one| one.id == key);
    if found.is_none() {
        let hints = suggestions(key, set.indicators.iter().map(|one| one.id.as_str()));
        checks.error(at, words::no_indicator(key, &set.id), hints);
    }
    found
}

/// Whether a plan can be made to reach an indicator.
pub(super) fn is_enforceable(one: &Indicator) -> bool {
    let fits = match one.metric {
        StandardMetric::StudentsPerTeacher => matches!(one.bound, Bound::AtMost(_)),
        _ => matches!(one.bound, Bound::AtLeast(_)),
    };
    fits && one.metric.is_enforceable()
}

/// Sets thresholds otherwise, each with its source.
pub(super) fn override_thresholds(
    here: &Path,
    raw: &[RawThreshold],
    known: &mut [StandardSet],
    checks: &mut Checks<'_>,
) {
    for (index, raw) in raw.iter().enumerate() {
        let here = here.index(index);
        let set = checks.need(&here, "set", raw.set.as_ref());
        let indicator = checks.need(&here, "indicator", raw.indicator.as_ref());
        let source: Text = checks.need_text(&here, "source", raw.source.as_ref());
        let grade: Option<Grade> = checks.need(&here, "grade", raw.grade.as_ref()).copied();
        let (Some(set), Some(indicator)) = (set, indicator) else {
            continue;
        };
        let Some(position) = known.iter().position(|one| one.id == *set) else {
            let hints = suggestions(set, known.iter().map(|set| set.id.as_str()));
            checks.error(&here.key("set"), words::no_set(set), hints);
            continue;
        };
        let set = &mut known[position];
        let Some(id) = find(&here.key("indicator"), set, indicator, checks) else {
            continue;
        };
        let figures = Figures {
            at_least: raw.at_least.as_ref(),
            at_most: raw.at_most.as_ref(),
            about: raw.about.as_ref(),
            engineering: raw.engineering.as_ref(),
        };
        let threshold = figures.threshold(&here, set.indicators[id].metric, checks);
        if let (Some((bound, engineering)), Some(grade)) = (threshold, grade) {
            let one = &mut set.indicators[id];
            (one.bound, one.engineering) = (bound, engineering);
            (one.grade, one.source) = (grade, source);
        }
    }
}
