//! Cohorts to be admitted, and the pools between which applicants switch.

use super::checks::{Bounds, Checks, Noun, horizon};
use super::cohort_input::{MOST_CLASSES, Surroundings};
use super::names::Names;
use crate::domain::{Cohort, Estimate, Origin, Pool, Term};
use crate::ids::{PoolId, ProgrammeId};
use crate::scenario::measure::Measure;
use crate::scenario::path::Path;
use crate::scenario::quantity::Quantity;
use crate::scenario::raw::{RawAdmission, RawScenario};
use crate::units::{Students, whole_up};
use crate::words::diagnostics as words;
use std::collections::BTreeMap;
use typed_index_collections::TiVec;

/// Pools of programmes.
pub(super) fn pools(
    raw: &RawScenario,
    names: &Names<'_>,
    checks: &mut Checks<'_>,
) -> TiVec<PoolId, Pool> {
    let mut taken: BTreeMap<ProgrammeId, &str> = BTreeMap::new();
    let mut pools = TiVec::new();
    for (key, raw) in raw.pools.iter() {
        let here = Path::field("pools").key(key);
        let name = checks.need_text(&here, "name", raw.name.as_ref());
        let willing = raw.willing.as_ref();
        let willing = checks.needed(&here, "willing", willing, Measure::Share, Bounds::Share);
        let mut programmes = Vec::new();
        for (index, name) in raw.programmes.iter().enumerate() {
            let at = here.key("programmes").index(index);
            let found = checks.find(&at, name, Noun::Programme, &names.programmes);
            let Some(programme) = found else { continue };
            if let Some(pool) = taken.insert(programme, key) {
                checks.error(&at, words::two_pools(name, pool), Vec::new());
            } else {
                programmes.push(programme);
            }
        }
        if raw.programmes.is_empty() {
            checks.missing(&here, "programmes");
        }
        pools.push(Pool { id: key.to_owned(), name, programmes, willing });
    }
    pools
}

/// An admission entry whose references hold.
struct Admission<'a> {
    here: Path,
    raw: &'a RawAdmission,
    programme: ProgrammeId,
    entry: Term,
    applicants: f64,
    projected: Option<Estimate>,
    assumed: Option<Estimate>,
}

/// The cohorts to be admitted.
pub(super) fn cohorts(
    raw: &RawScenario,
    around: Surroundings<'_>,
    checks: &mut Checks<'_>,
) -> Vec<Cohort> {
    let mut places: BTreeMap<(ProgrammeId, Term), String> = BTreeMap::new();
    let mut admissions = Vec::new();
    for (index, raw) in raw.admissions.iter().enumerate() {
        let here = Path::field("admissions").index(index);
        let Some(admission) = admission(here, raw, around, checks) else {
            continue;
        };
        let key = (admission.programme, admission.entry);
        if let Some(first) = places.get(&key) {
            let programme = &around.programmes[admission.programme].id;
            let message = words::twice(&format!("{programme} {}", admission.entry), first);
            checks.error(&admission.here, message, Vec::new());
        } else {
            places.insert(key, admission.here.to_string());
            admissions.push(admission);
        }
    }
    let all = admissions.iter();
    all.map(|admission| future_cohort(admission, &admissions, around, checks)).collect()
}

fn admission<'a>(
    here: Path,
    raw: &'a RawAdmission,
    around: Surroundings<'_>,
    checks: &mut Checks<'_>,
) -> Option<Admission<'a>> {
    let names = &around.names.programmes;
    let programme = raw.programme.as_ref();
    let programme = checks.refer(&here, "programme", programme, Noun::Programme, names);
    let entry = checks.need(&here, "entry", raw.entry.as_ref());
    let entry = entry.and_then(|text| {
        let at = here.key("entry");
        let entry = checks.term(&at, text)?;
        let Some(calendar) = around.calendar else {
            return Some(entry);
        };
        if calendar.find(entry).is_some() {
            return Some(entry);
        }
        let mut hints = vec![horizon(calendar)];
        if entry < calendar.first {
            hints.push(words::use_cohorts());
        }
        checks.error(&at, words::outside_horizon(&entry.to_string()), hints);
        None
    });
    let mut read = |key: &str, stated: Option<&Quantity>| {
        stated.map(|stated| {
            let at = here.key(key);
            let read = checks.figure(&at, stated, Measure::Students, Bounds::Amount, &[]);
            read.unwrap_or(0.0)
        })
    };
    let stated = read("applicants", raw.applicants.as_ref());
    let assumed = read("assumed", raw.assumed.as_ref());
    let (programme, entry) = (programme?, entry?);
    let projected = projected(&here, (programme, entry), stated, around, checks);
    if stated.is_some() && assumed.is_some() {
        let message = words::nothing_to_assume(&around.programmes[programme].id);
        checks.error(&here.key("assumed"), message, vec![words::state_it()]);
    }
    let assumed = assumed.map(Estimate::sure);
    let expected = assumed.or(projected).map(|one| one.likely);
    Some(Admission {
        raw,
        programme,
        entry,
        applicants: stated.or(expected).unwrap_or(0.0),
        projected,
        assumed,
        here,
    })
}

/// The projected applicants of a programme for an entry term, when they are
/// not stated. Exactly one source gives them.
fn projected(
    here: &Path,
    (programme, entry): (ProgrammeId, Term),
    stated: Option<f64>,
    around: Surroundings<'_>,
    checks: &mut Checks<'_>,
) -> Option<Estimate> {
    let key = around.programmes[programme].id.as_str();
    let preferred = around.enrolment.and_then(|one| one.preferences.get(&programme));
    let at = here.key("applicants");
    if stated.is_some() {
        if preferred.is_some() {
            let message = words::two_applicants(key, &entry.to_string());
            checks.error(&at, message, vec![words::one_source()]);
        }
        return None;
    }
    if checks.is_spoiled(&Path::field("enrolment")) {
        return None;
    }
    let projection = around.projection;
    let found = projection.and_then(|one| one.applicants(programme, entry));
    if found.is_none() {
        let hints = match around.enrolment {
            None if around.scenario.enrolment.is_some() => return None,
            None => vec![words::no_enrolment()],
            Some(_) if preferred.is_none() => vec![words::no_preference(key)],
            Some(enrolment) => super::enrolment::unreached(enrolment, entry.school_year()),
        };
        checks.error(&at, words::no_applicants(key, &entry.to_string()), hints);
    }
    found
}

fn future_cohort(
    admission: &Admission<'_>,
    all: &[Admission<'_>],
    around: Surroundings<'_>,
    checks: &mut Checks<'_>,
) -> Cohort {
    let here = &admission.here;
    let least = checks.optional_count(here, "least", admission.raw.least, 0, MOST_CLASSES);
    let least = least.unwrap_or(0);
    let most = checks.optional_count(here, "most", admission.raw.most, 0, MOST_CLASSES);
    let most = most.unwrap_or_else(|| fillable(admission, all, around).max(least));
    if least > most {
        let message = words::range_backwards(&least.to_string(), &most.to_string());
        checks.error(&here.key("most"), message, Vec::new());
    }
    let usual = around.programmes[admission.programme].boarding;
    let projection = around.projection.filter(|_| admission.projected.is_some());
    let boarding = projection.and_then(|one| one.boarding(admission.entry));
    let boarding = boarding.unwrap_or(usual);
    let home = around.projection.map(|one| one.home(admission.entry, boarding));
    Cohort {
        programme: admission.programme,
        entry: admission.entry,
        origin: Origin::Future { applicants: Students(admission.applicants), least, most },
        boarding,
        projected: admission.assumed.or(admission.projected),
        home: home.unwrap_or_default(),
        mixture: TiVec::new(),
        by_feeder: false,
    }
}

/// How many classes the applicants of the programme, or of its whole pool,
/// could fill at the least size; where they are projected, on the high path.
fn fillable(admission: &Admission<'_>, all: &[Admission<'_>], around: Surroundings<'_>) -> u32 {
    let mut pools = around.pools.iter();
    let pool = pools.find(|pool| pool.programmes.contains(&admission.programme));
    let counts = |other: &&Admission<'_>| {
        other.entry == admission.entry
            && (other.programme == admission.programme
                || pool.is_some_and(|pool| pool.programmes.contains(&other.programme)))
    };
    let applicants: f64 = all
        .iter()
        .filter(counts)
        .map(|one| one.projected.map_or(one.applicants, |all| all.high))
        .sum();
    let size = around.programmes[admission.programme].class_size.0.max(1.0);
    let classes = whole_up(applicants / size).min(f64::from(MOST_CLASSES));
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let classes = classes as u32;
    classes
}
