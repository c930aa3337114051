//! Recurring events.

use super::checks::{Checks, Noun};
use super::names::Names;
use crate::domain::{Calendar, Event, Recurrence};
use crate::ids::{CampusId, EventId};
use crate::scenario::path::Path;
use crate::scenario::raw::{RawEvent, RawScenario};
use crate::words::diagnostics as words;
use chrono::NaiveDate;
use typed_index_collections::TiVec;

/// Most that `nth` may be: every month has a fourth Monday.
const MOST_NTH: u32 = 4;
/// Most that `day` may be: every month has it.
const MOST_DAY: u32 = 28;

/// The recurring events.
pub(super) fn resolve(
    raw: &RawScenario,
    names: &Names<'_>,
    calendar: Option<&Calendar>,
    checks: &mut Checks<'_>,
) -> TiVec<EventId, Event> {
    let all = raw.events.iter();
    all.filter_map(|(key, raw)| event((key, raw), names, calendar, checks)).collect()
}

fn event(
    (key, raw): (&str, &RawEvent),
    names: &Names<'_>,
    calendar: Option<&Calendar>,
    checks: &mut Checks<'_>,
) -> Option<Event> {
    let here = Path::field("events").key(key);
    let name = checks.need_text(&here, "name", raw.name.as_ref());
    let recurs = recurrence(&here, raw, checks);
    let campuses = raw.campuses.iter().enumerate().map(|(index, key)| {
        let at = here.key("campuses").index(index);
        checks.find::<CampusId>(&at, key, Noun::Campus, &names.campuses)
    });
    let campuses: Vec<Option<CampusId>> = campuses.collect();
    let mut day = |field: &str, raw: Option<&String>, default: fn(&Calendar) -> NaiveDate| {
        raw.map_or_else(|| calendar.map(default), |text| checks.day(&here.key(field), text))
    };
    let from = day("from", raw.from.as_ref(), first_day);
    let until = day("until", raw.until.as_ref(), last_day);
    if let (Some(from), Some(until)) = (from, until)
        && until < from
    {
        let message = words::backwards(&from.to_string(), &until.to_string());
        let field = if raw.until.is_some() { "until" } else { "from" };
        checks.error(&here.key(field), message, Vec::new());
    }
    Some(Event {
        id: key.to_owned(),
        name,
        recurs: recurs?,
        campuses: campuses.into_iter().collect::<Option<_>>()?,
        from: from?,
        until: until?,
        holidays: raw.holidays.unwrap_or(false),
    })
}

fn first_day(calendar: &Calendar) -> NaiveDate {
    calendar.first_day(calendar.first)
}

fn last_day(calendar: &Calendar) -> NaiveDate {
    calendar.last_day(calendar.term((calendar.terms - 1).into()))
}

fn recurrence(here: &Path, raw: &RawEvent, checks: &mut Checks<'_>) -> Option<Recurrence> {
    let nth = checks.optional_count(here, "nth", raw.nth, 1, MOST_NTH);
    let day = checks.optional_count(here, "day", raw.day, 1, MOST_DAY);
    match (raw.weekday, raw.nth, raw.day) {
        (Some(weekday), None, None) => Some(Recurrence::Weekly(weekday)),
        (Some(weekday), Some(_), None) => {
            let nth = u8::try_from(nth?).ok()?;
            Some(Recurrence::MonthlyWeekday(nth, weekday))
        }
        (None, None, Some(_)) => day.map(Recurrence::MonthlyDay),
        _ => {
            checks.error(here, words::no_recurrence(), vec![words::recurrence_form()]);
            None
        }
    }
}
