//! Schools, and legally separate units on their premises.

use super::checks::{Bounds, Checks, Noun};
use super::names::Names;
use super::suggest::suggestions;
use crate::domain::{Calendar, School, StandardMetric, Term};
use crate::ids::{CampusId, SchoolId};
use crate::scenario::measure::Measure;
use crate::scenario::path::Path;
use crate::scenario::raw::{RawScenario, RawSchool};
use crate::words::{diagnostics, standards as words};
use std::collections::BTreeMap;
use typed_index_collections::TiVec;

/// Key of the school that comprises all campuses where none is given.
const ALL: &str = "all";

/// The schools.
pub(super) fn schools(
    raw: &RawScenario,
    names: &Names<'_>,
    calendar: Option<&Calendar>,
    checks: &mut Checks<'_>,
) -> TiVec<SchoolId, School> {
    let given = raw.schools.iter();
    let mut schools: TiVec<SchoolId, School> =
        given.map(|(key, raw)| school(key, raw, names, calendar, checks)).collect();
    let taken = |id: &CampusId| {
        let mut others = schools.iter().filter(|one| !one.separate);
        others.any(|one| one.campuses.contains(id))
    };
    let campuses = (0..names.campuses.len()).map(CampusId);
    let others: Vec<CampusId> = campuses.filter(|id| !taken(id)).collect();
    for one in &mut schools {
        if one.campuses.is_empty() && !one.separate {
            one.campuses.clone_from(&others);
        }
    }
    for (id, one) in schools.iter_enumerated() {
        for other in schools.iter().take(id.0) {
            overlap(one, other, names, checks);
        }
    }
    if schools.is_empty() {
        schools.push(School {
            id: ALL.to_owned(),
            name: words::whole_group(),
            campuses: (0..names.campuses.len()).map(CampusId).collect(),
            from: None,
            until: None,
            separate: false,
            new: false,
            declared: BTreeMap::new(),
        });
    }
    schools
}

fn school(
    key: &str,
    raw: &RawSchool,
    names: &Names<'_>,
    calendar: Option<&Calendar>,
    checks: &mut Checks<'_>,
) -> School {
    let here = Path::field("schools").key(key);
    let name = checks.need_text(&here, "name", raw.name.as_ref());
    if raw.campuses.is_empty() && raw.separate == Some(true) {
        checks.missing(&here, "campuses");
    }
    let mut campuses = Vec::new();
    for (index, campus) in raw.campuses.iter().enumerate() {
        let at = here.key("campuses").index(index);
        let found: Option<CampusId> = checks.find(&at, campus, Noun::Campus, &names.campuses);
        if let Some(id) = found {
            if campuses.contains(&id) {
                checks.error(&at, diagnostics::key_twice(campus), Vec::new());
            } else {
                campuses.push(id);
            }
        }
    }
    let term = |field: &str, text: &Option<String>, checks: &mut Checks<'_>| -> Option<Term> {
        let text = text.as_ref()?;
        checks.term_within(&here.key(field), text, calendar)
    };
    let from = term("from", &raw.from, checks);
    let until = term("until", &raw.until, checks);
    if let (Some(from), Some(until)) = (from, until)
        && until < from
    {
        let message = diagnostics::backwards(&from.to_string(), &until.to_string());
        checks.error(&here.key("until"), message, Vec::new());
    }
    School {
        id: key.to_owned(),
        name,
        campuses,
        from,
        until,
        separate: raw.separate.unwrap_or(false),
        new: raw.new.unwrap_or(false),
        declared: declared(&here.key("declared"), raw, checks),
    }
}

fn declared(
    here: &Path,
    raw: &RawSchool,
    checks: &mut Checks<'_>,
) -> BTreeMap<StandardMetric, f64> {
    let mut declared = BTreeMap::new();
    for (key, quantity) in raw.declared.iter() {
        let at = here.key(key);
        let known = StandardMetric::DECLARED;
        let Some((_, metric)) = known.into_iter().find(|(name, _)| *name == key) else {
            let hints = suggestions(key, known.iter().map(|(name, _)| *name));
            checks.error(&at, words::not_declared(key), hints);
            continue;
        };
        let measure = measure(metric);
        let words = measure_words(metric);
        if let Some(value) = checks.figure(&at, quantity, measure, Bounds::Amount, words) {
            declared.insert(metric, value);
        }
    }
    declared
}

/// What a metric is measured in.
pub(super) fn measure(metric: StandardMetric) -> Measure {
    use StandardMetric as Of;
    match metric {
        Of::Students | Of::Teachers => Measure::Students,
        Of::SeniorShare | Of::VocationalShare | Of::DualQualifiedShare | Of::PartTimeShare => {
            Measure::Share
        }
        Of::Land | Of::LandPerStudent | Of::Building | Of::BuildingPerStudent => Measure::Area,
        Of::BooksPerStudent => Measure::Books,
        Of::RunningTrack => Measure::Metres,
        Of::Equipment => Measure::Money,
        Of::EquipmentPerStudent => Measure::Yuan,
        Of::ComputersPer100 => Measure::Computers,
        Of::StudentsPerTeacher | Of::ProgrammeTeachers | Of::Periodicals => Measure::Number,
    }
}

/// Further names of its unit.
pub(super) fn measure_words(metric: StandardMetric) -> &'static [&'static str] {
    match metric {
        StandardMetric::StudentsPerTeacher | StandardMetric::ProgrammeTeachers => &["人"],
        StandardMetric::Periodicals => &["种"],
        _ => &[],
    }
}

/// A campus belongs to one school at a time.
fn overlap(one: &School, other: &School, names: &Names<'_>, checks: &mut Checks<'_>) {
    let apart = |before: &School, after: &School| {
        let (until, from) = (before.until, after.from);
        until.zip(from).is_some_and(|(until, from)| until < from)
    };
    if one.separate || other.separate || apart(one, other) || apart(other, one) {
        return;
    }
    for (index, campus) in one.campuses.iter().enumerate() {
        if other.campuses.contains(campus) {
            let at = Path::field("schools").key(&one.id).key("campuses");
            let message = words::campus_of_two(names.campuses[campus.0], &other.id);
            checks.error(&at.index(index), message, Vec::new());
        }
    }
}
