//! The horizon and its stages.

use super::checks::{Bounds, Checks};
use crate::domain::{Calendar, Holiday, Season, Term, TermDays};
use crate::ids::TermId;
use crate::scenario::measure::Measure;
use crate::scenario::path::Path;
use crate::scenario::raw::{RawCalendar, RawHoliday, RawTermDays};
use crate::words::diagnostics as words;

/// Most terms of a horizon.
const MOST_TERMS: u32 = 40;
/// Teaching weeks a term unless the scenario says otherwise.
const WEEKS: f64 = 20.0;
/// Most days of a public holiday.
const MOST_DAYS: i64 = 31;

/// The calendar; nothing when its first term or length is unknown.
pub(super) fn resolve(raw: Option<&RawCalendar>, checks: &mut Checks<'_>) -> Option<Calendar> {
    let raw = checks.need(&Path::default(), "calendar", raw)?;
    let here = Path::field("calendar");
    let first = checks.need(&here, "first_term", raw.first_term.as_ref());
    let first = first.and_then(|first| checks.term(&here.key("first_term"), first));
    let terms = checks.need(&here, "terms", raw.terms.as_ref()).copied();
    let terms = checks.optional_count(&here, "terms", terms, 1, MOST_TERMS);
    let weeks = raw.weeks.as_ref();
    let weeks =
        checks.optional(&here, "weeks", weeks, Measure::Weeks, Bounds::Positive).unwrap_or(WEEKS);
    let (spring, autumn) = teaching_days(&here, raw, checks);
    let terms = usize::try_from(terms?).ok()?;
    let mut calendar = Calendar {
        first: first?,
        terms,
        stages: std::iter::once(0..terms).collect(),
        target: TermId(terms - 1),
        weeks,
        spring,
        autumn,
        holidays: holidays(&here, raw, checks),
    };
    if let Some(target) = &raw.target_term {
        let target = checks.term_within(&here.key("target_term"), target, Some(&calendar));
        if let Some(target) = target.and_then(|term| calendar.find(term)) {
            calendar.target = target;
        }
    }
    let points = relocation_points(raw, &calendar, checks);
    let ends = points.iter().skip(1).copied().chain([terms]);
    calendar.stages = points.iter().zip(ends).map(|(from, to)| *from..to).collect();
    Some(calendar)
}

/// The public holidays, by their first day.
fn holidays(here: &Path, raw: &RawCalendar, checks: &mut Checks<'_>) -> Vec<Holiday> {
    let all = raw.holidays.iter().enumerate();
    let mut holidays: Vec<Holiday> = all
        .filter_map(|(index, raw)| holiday(&here.key("holidays").index(index), raw, checks))
        .collect();
    holidays.sort_by_key(|one| one.from);
    holidays
}

fn holiday(here: &Path, raw: &RawHoliday, checks: &mut Checks<'_>) -> Option<Holiday> {
    let name = checks.need_text(here, "name", raw.name.as_ref());
    let from = checks.need(here, "from", raw.from.as_ref());
    let from = from.and_then(|text| checks.day(&here.key("from"), text));
    let until = match &raw.until {
        Some(text) => checks.day(&here.key("until"), text),
        None => from,
    };
    let (from, until) = (from?, until?);
    if until < from {
        let message = words::backwards(&from.to_string(), &until.to_string());
        checks.error(&here.key("until"), message, Vec::new());
        return None;
    }
    if (until - from).num_days() >= MOST_DAYS {
        checks.error(&here.key("until"), words::long_holiday(MOST_DAYS), Vec::new());
        return None;
    }
    Some(Holiday { name, from, until })
}

/// The teaching days of both seasons. A term ends before the next one begins.
fn teaching_days(here: &Path, raw: &RawCalendar, checks: &mut Checks<'_>) -> (TermDays, TermDays) {
    const ANY_YEAR: i32 = 2007;
    let spring = term_days(here, "spring", raw.spring.as_ref(), TermDays::SPRING, checks);
    let autumn = term_days(here, "autumn", raw.autumn.as_ref(), TermDays::AUTUMN, checks);
    let (autumn_begins, autumn_ends) = autumn.of(ANY_YEAR);
    for (season, ends, next) in [
        ("spring", spring.of(ANY_YEAR).1, autumn_begins),
        ("autumn", autumn_ends, spring.first.of(ANY_YEAR + 1)),
    ] {
        if next <= ends {
            let [ends, next] = [ends, next].map(|day| day.format("%m-%d").to_string());
            let message = words::terms_overlap(&ends, &next);
            checks.error(&here.key(season).key("last"), message, Vec::new());
        }
    }
    (spring, autumn)
}

/// The teaching days of a season.
fn term_days(
    here: &Path,
    season: &str,
    raw: Option<&RawTermDays>,
    default: TermDays,
    checks: &mut Checks<'_>,
) -> TermDays {
    let here = here.key(season);
    let mut day = |field: &str, text: Option<&String>| {
        text.and_then(|text| checks.month_day(&here.key(field), text))
    };
    let first = raw.and_then(|raw| day("first", raw.first.as_ref()));
    let last = raw.and_then(|raw| day("last", raw.last.as_ref()));
    TermDays { first: first.unwrap_or(default.first), last: last.unwrap_or(default.last) }
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
