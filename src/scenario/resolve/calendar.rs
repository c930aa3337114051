//! The horizon and its stages.

use super::checks::{Bounds, Checks};
use crate::domain::{Calendar, Season, Term};
use crate::ids::TermId;
use crate::scenario::measure::Measure;
use crate::scenario::path::Path;
use crate::scenario::raw::RawCalendar;

/// Most terms of a horizon.
const MOST_TERMS: u32 = 40;
/// Teaching weeks a term unless the scenario says otherwise.
const WEEKS: f64 = 20.0;

/// The calendar; nothing when its first term or length is unknown.
pub(super) fn resolve(raw: Option<&RawCalendar>, checks: &mut Checks<'_>) -> Option<Calendar> {
    let raw = checks.need(&Path::default(), "calendar", raw)?;
    let here = Path::field("calendar");
    let first = checks.need(&here, "first_term", raw.first_term.as_ref());
    let first = first.and_then(|first| checks.term(&here.key("first_term"), first));
    let terms = checks.need(&here, "terms", raw.terms.as_ref()).copied();
    let terms = checks.optional_count(&here, "terms", terms, 1, MOST_TERMS);
    let weeks = raw.weeks.as_ref();
    let weeks = checks
        .optional(&here, "weeks", weeks, Measure::Weeks, Bounds::Positive)
        .unwrap_or(WEEKS);
    let terms = usize::try_from(terms?).ok()?;
    let mut calendar = Calendar {
        first: first?,
        terms,
        stages: std::iter::once(0..terms).collect(),
        target: TermId(terms - 1),
        weeks,
    };
    if let Some(target) = &raw.target_term {
        let target = checks.term_within(&here.key("target_term"), target, Some(&calendar));
        if let Some(target) = target.and_then(|term| calendar.find(term)) {
            calendar.target = target;
        }
    }
    let points = relocation_points(raw, &calendar, checks);
    let ends = points.iter().skip(1).copied().chain([terms]);
    calendar.stages = points
        .iter()
        .zip(ends)
        .map(|(from, to)| *from..to)
        .collect();
    Some(calendar)
}

/// Indices of the terms with which a stage begins: 0 and those the scenario
/// names, or else every autumn.
fn relocation_points(
    raw: &RawCalendar,
    calendar: &Calendar,
    checks: &mut Checks<'_>,
) -> Vec<usize> {
    let mut points = vec![0];
    if let Some(named) = &raw.relocation_points {
        let here = Path::field("calendar").key("relocation_points");
        for (index, text) in named.iter().enumerate() {
            let term = checks.term_within(&here.index(index), text, Some(calendar));
            points.extend(term.and_then(|term| calendar.find(term)).map(|term| term.0));
        }
    } else {
        let autumn = |term: &Term| term.season == Season::Autumn;
        let autumns = calendar.term_ids().filter(|id| autumn(&calendar.term(*id)));
        points.extend(autumns.map(|id| id.0));
    }
    points.sort_unstable();
    points.dedup();
    points
}
