//! Subjects, staff given as counts, and the groups of both them and the roster.

use super::checks::{Bounds, Checks, Noun};
use super::names::Names;
use super::roster::roster_person;
use crate::domain::{Calendar, Hiring, Person, StaffGroup, Subject, SubjectKind, Term, Text};
use crate::ids::{CampusId, GroupId, SubjectId};
use crate::scenario::measure::Measure;
use crate::scenario::path::Path;
use crate::scenario::raw::{RawHiring, RawScenario, RawStaff, RawSubject};
use crate::units::{Money, Periods};
use crate::words::diagnostics as words;
use typed_index_collections::{TiSlice, TiVec};

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

/// What staff refer to.
#[derive(Clone, Copy)]
pub(super) struct Surroundings<'a> {
    pub names: &'a Names<'a>,
    pub calendar: Option<&'a Calendar>,
    pub subjects: &'a TiSlice<SubjectId, Subject>,
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

/// What people of a group have in common.
pub(super) struct Features {
    pub employer: Text,
    pub campus: Option<CampusId>,
    pub subjects: Vec<SubjectId>,
    pub load: Periods,
    pub leader: bool,
    pub class_teacher: bool,
    pub barred: Vec<CampusId>,
}

impl Features {
    /// Whether a group has just these.
    pub fn are_of(&self, group: &StaffGroup) -> bool {
        let own = (&group.employer, Some(group.campus), &group.subjects);
        own == (&self.employer, self.campus, &self.subjects)
            && group.load == self.load
            && group.leader == self.leader
            && group.class_teacher == self.class_teacher
            && group.barred == self.barred
    }
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

pub(super) fn group(
    id: String,
    name: Option<Text>,
    features: Features,
    people: Vec<Person>,
    around: Surroundings<'_>,
) -> Option<StaffGroup> {
    Some(StaffGroup {
        id,
        name: name.unwrap_or_else(|| made_name(&features, around)),
        employer: features.employer,
        campus: features.campus?,
        subjects: features.subjects,
        load: features.load,
        leader: features.leader,
        class_teacher: features.class_teacher,
        barred: features.barred,
        people,
    })
}

/// Names of the subjects, as one text.
fn made_name(features: &Features, around: Surroundings<'_>) -> Text {
    let names = features.subjects.iter().map(|id| &around.subjects[*id].name);
    let zh: Vec<&str> = names.clone().map(|name| name.zh.as_str()).collect();
    let en: Vec<&str> = names.map(|name| name.en.as_str()).collect();
    let employer = &features.employer;
    let made = if features.leader { words::leaders } else { words::teachers };
    made((&zh.join("、"), &en.join(" and ")), (&employer.zh, &employer.en))
}

pub(super) fn based(
    here: &Path,
    campus: Option<&String>,
    around: Surroundings<'_>,
    checks: &mut Checks<'_>,
) -> Option<CampusId> {
    checks.refer(here, "campus", campus, Noun::Campus, &around.names.campuses)
}

pub(super) fn load(
    here: &Path,
    raw: Option<&crate::scenario::quantity::Quantity>,
    checks: &mut Checks<'_>,
) -> Periods {
    Periods(checks.needed(here, "load", raw, Measure::Periods, Bounds::Positive))
}

/// The subjects, each once, in the scenario's order of subjects.
pub(super) fn qualified(
    here: &Path,
    raw: &[String],
    around: Surroundings<'_>,
    checks: &mut Checks<'_>,
) -> Vec<SubjectId> {
    if raw.is_empty() {
        checks.missing(here, "subjects");
    }
    let at = here.key("subjects");
    let mut subjects: Vec<SubjectId> = raw
        .iter()
        .enumerate()
        .filter_map(|(index, name)| {
            checks.find(&at.index(index), name, Noun::Subject, &around.names.subjects)
        })
        .collect();
    subjects.sort_unstable();
    subjects.dedup();
    subjects
}

/// Whether people may be class teachers: unless they are leaders, or it says
/// otherwise.
pub(super) fn class_teacher(
    here: &Path,
    (leader, said): (Option<bool>, Option<bool>),
    checks: &mut Checks<'_>,
) -> bool {
    let leader = leader.unwrap_or(false);
    if leader && said == Some(true) {
        checks.error(&here.key("class_teacher"), words::leader_with_class(), Vec::new());
    }
    !leader && said.unwrap_or(true)
}

/// Campuses that people cannot be sent to, each once; never their own.
pub(super) fn barred(
    here: &Path,
    raw: &[String],
    around: Surroundings<'_>,
    checks: &mut Checks<'_>,
) -> Vec<CampusId> {
    let at = here.key("barred");
    let known = &around.names.campuses;
    let found = raw.iter().enumerate();
    let mut barred: Vec<CampusId> = found
        .filter_map(|(index, name)| checks.find(&at.index(index), name, Noun::Campus, known))
        .collect();
    barred.sort_unstable();
    barred.dedup();
    barred
}

/// A term of retirement: nothing if it lies after the horizon.
pub(super) fn retirement(
    at: &Path,
    text: &str,
    around: Surroundings<'_>,
    checks: &mut Checks<'_>,
) -> Option<Term> {
    let term = checks.term(at, text)?;
    let Some(calendar) = around.calendar else {
        return Some(term);
    };
    if term <= calendar.first {
        let message = words::retired_already(&term.to_string(), &calendar.first.to_string());
        checks.error(at, message, Vec::new());
    }
    calendar.find(term).map(|_| term)
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
