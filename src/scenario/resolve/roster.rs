//! The roster: people by name, grouped with those alike.

use super::checks::Checks;
use super::features::{
    Features, Surroundings, barred, based, class_teacher, group, load, qualified, retirement,
};
use super::names::Names;
use crate::domain::{Person, Season, StaffGroup, Term};
use crate::ids::{CampusId, GroupId, SubjectId};
use crate::scenario::path::Path;
use crate::scenario::raw::RawPerson;
use crate::words::diagnostics as words;
use typed_index_collections::{TiSlice, TiVec};

/// Ages of a person at work, in years.
const AGES: (u32, u32) = (18, 80);

/// Adds a person of the roster to the group of those alike.
pub(super) fn roster_person(
    key: &str,
    raw: &RawPerson,
    around: Surroundings<'_>,
    first: usize,
    groups: &mut TiVec<GroupId, StaffGroup>,
    checks: &mut Checks<'_>,
) {
    let here = Path::field("roster").key(key);
    let name = checks.need(&here, "name", raw.name.as_ref()).cloned();
    let features = Features {
        employer: checks.need_text(&here, "employer", raw.employer.as_ref()),
        campus: based(&here, raw.campus.as_ref(), around, checks),
        subjects: qualified(&here, &raw.subjects, around, checks),
        load: load(&here, raw.load.as_ref(), checks),
        leader: raw.leader.unwrap_or(false),
        class_teacher: class_teacher(&here, (raw.leader, raw.class_teacher), checks),
        barred: barred(&here, &raw.barred, around, checks),
    };
    if let Some(campus) = features.campus
        && features.barred.contains(&campus)
    {
        let own = around.names.campuses[campus.0];
        checks.error(&here.key("barred"), words::barred_at_home(own), Vec::new());
    }
    let person = Person {
        id: Some(key.to_owned()),
        name,
        retires: leaving(&here, raw, around, checks),
        title: raw.title,
        dual_qualified: raw.dual_qualified,
        born: raw.born,
    };
    let Some(campus) = features.campus else {
        return;
    };
    let known = groups.raw.iter_mut().skip(first);
    if let Some(group) = known.into_iter().find(|group| features.are_of(group)) {
        group.people.push(person);
        return;
    }
    let id = made_id(campus, &features, around.names, groups);
    groups.extend(group(id, None, features, vec![person], around));
}

/// The first term in which a person no longer works, if in the horizon: as
/// stated, or the autumn of the year in which they reach the age of retirement.
fn leaving(
    here: &Path,
    raw: &RawPerson,
    around: Surroundings<'_>,
    checks: &mut Checks<'_>,
) -> Option<Term> {
    let (least, most) = AGES;
    let age = checks.optional_count(here, "retirement_age", raw.retirement_age, least, most);
    let born = raw.born;
    if let (Some(born), Some(calendar)) = (born, around.calendar) {
        let years = calendar.first.year - born;
        if !u32::try_from(years).is_ok_and(|years| (least..=most).contains(&years)) {
            let at = here.key("born");
            checks.error(&at, words::not_of_age(born, calendar.first.year), Vec::new());
            return None;
        }
    }
    if let Some(text) = &raw.retires {
        return retirement(&here.key("retires"), text, around, checks);
    }
    let (born, age) = (born?, i32::try_from(age?).ok()?);
    let autumn = Term { year: born + age, season: Season::Autumn };
    retirement(&here.key("born"), &autumn.to_string(), around, checks)
}

/// A key for a group of the roster, like `erzhong-maths`, not yet taken.
fn made_id(
    campus: CampusId,
    features: &Features,
    names: &Names<'_>,
    groups: &TiSlice<GroupId, StaffGroup>,
) -> String {
    let subjects = features.subjects.iter();
    let subjects: Vec<&str> = subjects.map(|id: &SubjectId| names.subjects[id.0]).collect();
    let leaders = if features.leader { "-leaders" } else { "" };
    let base = format!("{}-{}{leaders}", names.campuses[campus.0], subjects.join("-"));
    let taken = |id: &String| groups.iter().any(|group| group.id == *id);
    let numbered = (2..).map(|number| format!("{base}-{number}"));
    let mut candidates = std::iter::once(base.clone()).chain(numbered);
    candidates.find(|id| !taken(id)).unwrap_or(base)
}
