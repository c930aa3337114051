//! Cohorts, and those in school today in particular.

use super::admission;
use super::checks::{Bounds, Checks, Noun};
use super::cohort_input::{MOST_CLASSES, Surroundings};
use crate::domain::{Calendar, Cohort, Origin, Term};
use crate::ids::{CampusId, CohortId, ProgrammeId};
use crate::scenario::measure::Measure;
use crate::scenario::path::Path;
use crate::scenario::raw::{RawCohort, RawScenario};
use crate::units::Students;
use crate::words::diagnostics as words;
use std::collections::BTreeMap;
use typed_index_collections::TiVec;

/// All cohorts: the existing ones, then the future ones, each by programme and
/// entry term.
pub(super) fn cohorts(
    raw: &RawScenario,
    around: Surroundings<'_>,
    checks: &mut Checks<'_>,
) -> TiVec<CohortId, Cohort> {
    let mut existing = existing(raw, around, checks);
    existing.sort_by_key(|cohort| (cohort.programme, cohort.entry));
    let mut future = admission::cohorts(raw, around, checks);
    future.sort_by_key(|cohort| (cohort.programme, cohort.entry));
    existing.into_iter().chain(future).collect()
}

fn existing(raw: &RawScenario, around: Surroundings<'_>, checks: &mut Checks<'_>) -> Vec<Cohort> {
    let mut places: BTreeMap<(ProgrammeId, Term, CampusId), String> = BTreeMap::new();
    let mut cohorts = Vec::new();
    for (index, raw) in raw.cohorts.iter().enumerate() {
        let here = Path::field("cohorts").index(index);
        let Some((cohort, campus)) = existing_cohort(&here, raw, around, checks) else {
            continue;
        };
        let key = (cohort.programme, cohort.entry, campus);
        if let Some(first) = places.get(&key) {
            let programme = &around.programmes[cohort.programme].id;
            let message = words::twice(&format!("{programme} {}", cohort.entry), first);
            checks.error(&here, message, Vec::new());
        } else {
            places.insert(key, here.to_string());
            cohorts.push(cohort);
        }
    }
    cohorts
}

fn existing_cohort(
    here: &Path,
    raw: &RawCohort,
    around: Surroundings<'_>,
    checks: &mut Checks<'_>,
) -> Option<(Cohort, CampusId)> {
    let names = around.names;
    let programme = raw.programme.as_ref();
    let programme = checks.refer(here, "programme", programme, Noun::Programme, &names.programmes);
    let campus = raw.campus.as_ref();
    let campus = checks.refer(here, "campus", campus, Noun::Campus, &names.campuses);
    let entry = checks.need(here, "entry", raw.entry.as_ref());
    let entry = entry.and_then(|entry| checks.term(&here.key("entry"), entry));
    let classes = checks.count(here, "classes", raw.classes, 1, MOST_CLASSES);
    let students = raw.students.as_ref();
    let students = checks.needed(here, "students", students, Measure::Students, Bounds::Positive);
    let interned = checks.optional_count(here, "interned", raw.interned, 0, MOST_CLASSES);
    let interned = interned.unwrap_or(0);
    let (programme, entry): (ProgrammeId, Term) = (programme?, entry?);
    let boarding = around.programmes[programme].boarding;
    let home = around.projection.map(|one| one.home(entry, boarding));
    let cohort = Cohort {
        programme,
        entry,
        origin: Origin::Existing {
            campus: campus?,
            classes,
            students: Students(students),
            interned,
        },
        boarding,
        projected: None,
        home: home.unwrap_or_default(),
        mixture: TiVec::new(),
        by_feeder: false,
    };
    seated(here, &cohort, campus?, around, checks);
    if let Some(calendar) = around.calendar {
        today(here, &cohort, (interned, classes), calendar, around, checks);
    }
    Some((cohort, campus?))
}

/// The campus must be in use, and should be one for the programme.
fn seated(
    here: &Path,
    cohort: &Cohort,
    campus: CampusId,
    around: Surroundings<'_>,
    checks: &mut Checks<'_>,
) {
    let at = here.key("campus");
    let (key, there) = &around.scenario.campuses.0[campus.0];
    let programme = &around.programmes[cohort.programme];
    if there.in_use == Some(false) {
        checks.error(&at, words::not_in_use(key), Vec::new());
    } else if !programme.sites.contains_key(&campus) {
        let message = words::not_allowed_here(&programme.id, key);
        checks.warn(&at, message, Vec::new());
    }
}

/// The cohort must be in school when the horizon begins, and its internship
/// must agree with that.
fn today(
    here: &Path,
    cohort: &Cohort,
    (interned, classes): (u32, u32),
    calendar: &Calendar,
    around: Surroundings<'_>,
    checks: &mut Checks<'_>,
) {
    let programme = &around.programmes[cohort.programme];
    let entry = cohort.entry.to_string();
    let at = here.key("entry");
    if cohort.entry >= calendar.first {
        let message = words::not_yet_here(&entry, &calendar.first.to_string());
        checks.error(&at, message, vec![words::use_admissions()]);
        return;
    }
    let now = cohort.term_of_study(calendar.first).unwrap_or(1);
    if now > programme.length() && programme.length() > 0 {
        let message = words::graduated(&entry, now, programme.length());
        checks.error(&at, message, Vec::new());
    }
    let at = here.key("interned");
    if interned > classes {
        let message = words::interned_too_many(interned, classes);
        checks.error(&at, message, Vec::new());
    } else if interned > 0 {
        match programme.internship {
            None => checks.error(&at, words::no_internship(), Vec::new()),
            Some(internship) if internship.fixed.is_some() => {
                checks.error(&at, words::interned_fixed(), Vec::new());
            }
            Some(internship) if now < internship.window.0 + internship.length => {
                checks.error(&at, words::interned_early(now), Vec::new());
            }
            Some(_) => {}
        }
    }
}
