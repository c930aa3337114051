//! Sources of the figures.

use super::checks::Checks;
use super::suggest::closest;
use crate::domain::{Date, Source, SourceKind};
use crate::scenario::figures::present;
use crate::scenario::path::Path;
use crate::scenario::raw::{RawScenario, RawSource};
use crate::words::diagnostics as words;
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
        if date.parse::<Date>().is_err() {
            let hints = vec![words::date_form()];
            checks.error(&here.key("date"), words::not_a_date(&date), hints);
        }
    } else if kind.is_some_and(|kind| kind != SourceKind::Assumption) {
        checks.missing(&here, "date");
    }
    Source { path: path.to_owned(), kind: kind.unwrap_or(SourceKind::Assumption), note, date }
}
