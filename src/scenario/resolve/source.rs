//! Sources of the figures.

use super::checks::Checks;
use super::suggest::closest;
use crate::domain::{Source, SourceKind};
use crate::scenario::figures::present;
use crate::scenario::path::Path;
use crate::scenario::raw::{RawScenario, RawSource};
use crate::words::diagnostics as words;
use chrono::NaiveDate;
use std::collections::BTreeSet;

/// The sources by path.
pub(super) fn resolve(raw: &RawScenario, checks: &mut Checks<'_>) -> Vec<Source> {
    let present = present(raw);
    let all = raw.sources.iter();
    all.map(|(path, raw)| {
        if !present.contains(path) {
            of_nothing(path, &present, checks);
        }
        source(path, raw, checks)
    })
    .collect()
}

/// A source of something that the scenario does not say.
fn of_nothing(path: &str, present: &BTreeSet<String>, checks: &mut Checks<'_>) {
    let here = Path::field("sources").key(path);
    let spoiled = checks.is_spoiled(&Path::from_text(path));
    if !spoiled {
        let meant = closest(path, present.iter().map(String::as_str));
        let hints = meant.map(words::meant).into_iter().collect();
        checks.error(&here, words::source_of_nothing(path), hints);
    }
}

fn source(path: &str, raw: &RawSource, checks: &mut Checks<'_>) -> Source {
    let here = Path::field("sources").key(path);
    let kind = checks.need(&here, "kind", raw.kind.as_ref()).copied();
    let note = checks.need_text(&here, "note", raw.note.as_ref());
    let date = raw.date.clone().unwrap_or_default();
    if raw.date.is_some() {
        if !is_date(&date) {
            let hints = vec![words::date_form()];
            checks.error(&here.key("date"), words::not_a_date(&date), hints);
        }
    } else if kind.is_some_and(|kind| kind != SourceKind::Assumption) {
        checks.missing(&here, "date");
    }
    Source {
        path: path.to_owned(),
        kind: kind.unwrap_or(SourceKind::Assumption),
        note,
        date,
    }
}

/// Whether a text is a year, a month or a day of the calendar.
fn is_date(text: &str) -> bool {
    let parts: Vec<&str> = text.split('-').collect();
    let widths: Vec<usize> = parts.iter().map(|part| part.len()).collect();
    let digits = |part: &&str| part.bytes().all(|byte| byte.is_ascii_digit());
    if !parts.iter().all(digits) || !matches!(widths[..], [4] | [4, 2] | [4, 2, 2]) {
        return false;
    }
    let number = |index: usize| parts.get(index).and_then(|part| part.parse().ok());
    let year = parts[0].parse().unwrap_or(0);
    let day = NaiveDate::from_ymd_opt(year, number(1).unwrap_or(1), number(2).unwrap_or(1));
    (1000..=2200).contains(&year) && day.is_some()
}

#[cfg(test)]
mod tests {
    use super::is_date;

    #[test]
    fn dates_are_of_the_calendar() {
        for date in ["2008", "2008-03", "2008-02-29", "2000-02-29"] {
            assert!(is_date(date), "{date}");
        }
        for date in [
            "",
            "08",
            "2008-13",
            "2007-02-29",
            "2008-3-1",
            "2008-03-01-",
            "1900-02-29",
        ] {
            assert!(!is_date(date), "{date}");
        }
    }
}
