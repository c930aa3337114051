//! Rule Bands: terms of study that campuses take, and changes of campus.

use super::checks::{Checks, Noun};
use super::names::Names;
use crate::domain::{Band, BandChange, BandEntry, BandsRule, Calendar, Programme, Scenario, Term};
use crate::ids::{CampusId, ProgrammeId};
use crate::scenario::path::Path;
use crate::scenario::raw::{RawCampusBands, RawChange, RawScenario};
use crate::words::bands as words;
use std::collections::{BTreeMap, BTreeSet};
use typed_index_collections::TiSlice;

/// Most terms of study.
const MOST: u32 = 40;

/// What the rule refers to.
#[derive(Clone, Copy)]
pub(super) struct Surroundings<'a> {
    pub names: &'a Names<'a>,
    pub calendar: Option<&'a Calendar>,
    pub programmes: &'a TiSlice<ProgrammeId, Programme>,
}

/// The rule, if the scenario states it.
pub(super) fn resolve(
    raw: &RawScenario,
    around: Surroundings<'_>,
    checks: &mut Checks<'_>,
) -> Option<BandsRule> {
    let raw = raw.rules.as_ref()?.bands.as_ref()?;
    let here = Path::field("rules").key("bands");
    let mut entries: Vec<BandEntry> = Vec::new();
    let mut places: BTreeMap<(CampusId, Option<ProgrammeId>), String> = BTreeMap::new();
    for (index, raw) in raw.campuses.iter().enumerate() {
        let at = here.key("campuses").index(index);
        let Some(entry) = entry(&at, raw, around, checks) else {
            continue;
        };
        let keys: Vec<Option<ProgrammeId>> = if entry.named {
            entry.programmes.iter().copied().map(Some).collect()
        } else {
            vec![None]
        };
        for key in keys {
            let place = (entry.campus, key);
            if let Some(first) = places.insert(place, at.to_string()) {
                let campus = around.names.campuses[entry.campus.0];
                let message = crate::words::diagnostics::twice(campus, &first);
                checks.error(&at, message, vec![words::one_entry()]);
            }
        }
        entries.push(entry);
    }
    let named = entries.iter().filter(|one| one.named);
    let named: BTreeSet<(CampusId, ProgrammeId)> =
        named.flat_map(|one| one.programmes.iter().map(|id| (one.campus, *id))).collect();
    for entry in entries.iter_mut().filter(|one| !one.named) {
        let campus = entry.campus;
        entry.programmes.retain(|id| !named.contains(&(campus, *id)));
    }
    let changes = raw.changes.iter().enumerate();
    let changes = changes
        .filter_map(|(index, raw)| change(&here.key("changes").index(index), raw, around, checks))
        .collect();
    Some(BandsRule { entries, changes })
}

fn entry(
    here: &Path,
    raw: &RawCampusBands,
    around: Surroundings<'_>,
    checks: &mut Checks<'_>,
) -> Option<BandEntry> {
    let names = around.names;
    let errors = checks.errors();
    let campus = raw.campus.as_ref();
    let campus = checks.refer(here, "campus", campus, Noun::Campus, &names.campuses);
    let programmes = programmes(here, &raw.programmes, around, checks);
    if raw.bands.is_empty() {
        checks.missing(here, "bands");
    }
    let texts = raw.bands.iter().enumerate();
    let bands: Vec<Band> = texts
        .filter_map(|(index, text)| band(&here.key("bands").index(index), text, checks))
        .collect();
    for (index, band) in bands.iter().enumerate() {
        if bands[..index].contains(band) {
            checks.error(&here.key("bands").index(index), words::band_twice(), Vec::new());
        }
    }
    let from = match &raw.from {
        Some(text) => checks.term_within(&here.key("from"), text, around.calendar),
        None => around.calendar.map(|calendar| calendar.first),
    };
    let entry = BandEntry {
        campus: campus?,
        named: !raw.programmes.is_empty(),
        programmes,
        bands,
        from: from?,
    };
    (checks.errors() == errors).then_some(entry)
}

/// The programmes that are named, or all.
fn programmes(
    here: &Path,
    raw: &[String],
    around: Surroundings<'_>,
    checks: &mut Checks<'_>,
) -> BTreeSet<ProgrammeId> {
    if raw.is_empty() {
        return (0..around.names.programmes.len()).map(ProgrammeId).collect();
    }
    let keys = raw.iter().enumerate();
    keys.filter_map(|(index, key)| {
        let at = here.key("programmes").index(index);
        checks.find(&at, key, Noun::Programme, &around.names.programmes)
    })
    .collect()
}

/// A band, `3-6` or `5`.
fn band(at: &Path, text: &str, checks: &mut Checks<'_>) -> Option<Band> {
    let (first, last) = text.split_once(['-', '~', '至']).unwrap_or((text, text));
    let term = |text: &str| -> Option<u32> {
        let term = text.trim().parse().ok();
        term.filter(|term| (1..=MOST).contains(term))
    };
    let ends = term(first).zip(term(last)).filter(|(first, last)| first <= last);
    if ends.is_none() {
        checks.error(at, words::not_a_band(text), vec![words::band_form()]);
    }
    let (first, last) = ends?;
    Some(Band { first: first as usize, last: last as usize })
}

fn change(
    here: &Path,
    raw: &RawChange,
    around: Surroundings<'_>,
    checks: &mut Checks<'_>,
) -> Option<BandChange> {
    let errors = checks.errors();
    let after = checks.count(here, "after", raw.after, 1, MOST);
    let after = after as usize;
    let mut programmes = programmes(here, &raw.programmes, around, checks);
    let longer = |id: &ProgrammeId| {
        around.programmes.get(*id).is_none_or(|programme| programme.length() > after)
    };
    for (index, key) in raw.programmes.iter().enumerate() {
        let id = around.names.programmes.iter().position(|known| known == key);
        if let Some(id) = id.map(ProgrammeId).filter(|id| !longer(id)) {
            let length = around.programmes[id].length();
            let message = words::too_short(key, length);
            checks.error(&here.key("programmes").index(index), message, Vec::new());
        }
    }
    programmes.retain(longer);
    let change = BandChange { programmes, after, must: raw.must.unwrap_or(true) };
    (checks.errors() == errors).then_some(change)
}

/// A change that must be made falls on the start of a stage, and each term of
/// study has a campus that may take it.
pub(super) fn check(scenario: &Scenario, checks: &mut Checks<'_>) {
    let Some(rule) = &scenario.rules.bands else {
        return;
    };
    let here = Path::field("rules").key("bands");
    for (index, change) in rule.changes.iter().enumerate().filter(|(_, one)| one.must) {
        if let Some(term) = within_a_stage(scenario, change) {
            let hints = vec![words::add_point(&term.to_string())];
            let at = here.key("changes").index(index);
            checks.error(&at, words::no_point(change.after, &term.to_string()), hints);
        }
    }
    for (id, cohort) in scenario.cohorts.iter_enumerated() {
        for stage in scenario.calendar.stage_ids() {
            let mut sites = scenario.programme_of(id).sites.keys();
            let usable = |site: &&CampusId| scenario.usable_by(id, **site, stage);
            let registered = crate::forecast::survive(scenario, id, scenario.calendar.start(stage));
            let anywhere = sites.clone().any(|site| usable(&site));
            let taken = sites.any(|site| usable(&site) && scenario.taken(id, *site, stage));
            if registered > 0.0 && anywhere && !taken {
                let start = scenario.calendar.start(stage);
                let study = scenario.term_of_study(id, start).unwrap_or(0);
                let programme = &scenario.programme_of(id).id;
                let message = words::taken_nowhere(
                    programme,
                    &cohort.entry.to_string(),
                    study,
                    &start.to_string(),
                );
                checks.warn(&here, message, vec![words::widen()]);
                return;
            }
        }
    }
}

/// A term in which a cohort would have to change campus that is not the first
/// of a stage.
fn within_a_stage(scenario: &Scenario, change: &BandChange) -> Option<Term> {
    let cohorts = scenario.cohorts.iter();
    let cohorts = cohorts.filter(|cohort| change.programmes.contains(&cohort.programme));
    let due =
        cohorts.map(|cohort| cohort.entry.plus(i64::try_from(change.after).unwrap_or(i64::MAX)));
    let calendar = &scenario.calendar;
    let mut inside = due.filter(|term| calendar.find(*term).is_some());
    inside.find(|term| calendar.stage_starting(*term).is_none())
}
