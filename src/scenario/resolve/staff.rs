//! Subjects, staff given as counts, and the groups of both them and the roster.

use super::checks::{Bounds, Checks};
use super::features::{
    Features, Surroundings, barred, based, class_teacher, group, load, qualified, retirement,
};
use super::roster::roster_person;
use crate::domain::{Hiring, Person, StaffGroup, Subject, SubjectKind, Term};
use crate::ids::{GroupId, SubjectId};
use crate::scenario::measure::Measure;
use crate::scenario::path::Path;
use crate::scenario::raw::{RawHiring, RawScenario, RawStaff, RawSubject};
use crate::units::{Money, Periods};
use crate::words::diagnostics as words;
use typed_index_collections::TiVec;

/// Most people of a group, and most recruits of a subject in a year.
const MOST_PEOPLE: u32 = 5000;

/// Subjects.
pub(super) fn subjects(raw: &RawScenario, checks: &mut Checks<'_>) -> TiVec<SubjectId, Subject> {
    let all = raw.subjects.iter();
    all.map(|(key, raw)| subject(key, raw, checks)).collect()
}

fn subject(key: &str, raw: &RawSubject, checks: &mut Checks<'_>) -> Subject {
    let here = Path::field("subjects").key(key);
    let recruiting = raw.hiring.as_ref();
    Subject {
        id: key.to_owned(),
        name: checks.need_text(&here, "name", raw.name.as_ref()),
        kind: raw.kind.unwrap_or(SubjectKind::Common),
        hiring: recruiting.map(|raw| hiring(&here.key("hiring"), raw, checks)),
    }
}

fn hiring(here: &Path, raw: &RawHiring, checks: &mut Checks<'_>) -> Hiring {
    let cost = raw.cost.as_ref();
    let cost = checks.optional(here, "cost", cost, Measure::Money, Bounds::Amount);
    let pay = raw.pay.as_ref();
    let pay = checks.needed(here, "pay", pay, Measure::Money, Bounds::Amount);
    let load = raw.load.as_ref();
    let load = checks.needed(here, "load", load, Measure::Periods, Bounds::Positive);
    let most = raw.most_per_year;
    Hiring {
        cost: Money(cost.unwrap_or(0.0)),
        pay: Money(pay),
        load: Periods(load),
        most_per_year: checks.count(here, "most_per_year", most, 0, MOST_PEOPLE),
    }
}

/// Staff groups: those given as counts, then those made from the roster.
pub(super) fn groups(
    raw: &RawScenario,
    around: Surroundings<'_>,
    checks: &mut Checks<'_>,
) -> TiVec<GroupId, StaffGroup> {
    let counted = raw.staff.iter();
    let mut groups: TiVec<GroupId, StaffGroup> =
        counted.filter_map(|(key, raw)| counted_group(key, raw, around, checks)).collect();
    let first = groups.len();
    // Who is pinned is counted alone, so come last: nobody is grouped with them.
    let pinned = |key: &str| raw.pins.iter().any(|pin| pin.person.as_deref() == Some(key));
    let (alone, others): (Vec<_>, Vec<_>) = raw.roster.iter().partition(|(key, _)| pinned(key));
    for (key, raw) in others {
        roster_person(key, raw, around, first, &mut groups, checks);
    }
    for (key, raw) in alone {
        let first = groups.len();
        roster_person(key, raw, around, first, &mut groups, checks);
    }
    for group in &mut groups {
        group.people.sort_by_key(|person| match person.retires {
            Some(term) => (0, Some(term)),
            None => (1, None),
        });
    }
    groups
}

fn counted_group(
    key: &str,
    raw: &RawStaff,
    around: Surroundings<'_>,
    checks: &mut Checks<'_>,
) -> Option<StaffGroup> {
    let here = Path::field("staff").key(key);
    let employer = checks.need_text(&here, "employer", raw.employer.as_ref());
    let features = Features {
        employer,
        campus: based(&here, raw.campus.as_ref(), around, checks),
        subjects: qualified(&here, &raw.subjects, around, checks),
        load: load(&here, raw.load.as_ref(), checks),
        leader: raw.leader.unwrap_or(false),
        class_teacher: class_teacher(&here, (raw.leader, raw.class_teacher), checks),
        barred: barred(&here, &raw.barred, around, checks),
    };
    let count = checks.count(&here, "count", raw.count, 1, MOST_PEOPLE);
    let retirements = retirements(&here.key("retirements"), raw, count, around, checks);
    let name = checks.text(&here.key("name"), raw.name.as_ref());
    let unnamed = |retires| Person {
        id: None,
        name: None,
        retires,
        title: None,
        dual_qualified: None,
        born: None,
    };
    let staying = (count as usize).saturating_sub(retirements.len());
    let retiring = retirements.into_iter().map(unnamed);
    let people = retiring.chain((0..staying).map(|_| unnamed(None)));
    let people = people.take(count as usize).collect();
    group(key.to_owned(), name, features, people, around)
}

/// The retirement of each who retires within the horizon.
fn retirements(
    here: &Path,
    raw: &RawStaff,
    count: u32,
    around: Surroundings<'_>,
    checks: &mut Checks<'_>,
) -> Vec<Option<Term>> {
    let sum: u64 = raw.retirements.iter().map(|(_, n)| u64::from(*n)).sum();
    if sum > u64::from(count) && raw.count.is_some() {
        checks.error(here, words::retire_too_many(sum, count), Vec::new());
        return Vec::new();
    }
    let mut all = Vec::new();
    for (text, number) in raw.retirements.iter() {
        let term = retirement(&here.key(text), text, around, checks);
        if let Some(term) = term {
            all.extend((0..(*number).min(count)).map(|_| Some(term)));
        }
    }
    all
}
