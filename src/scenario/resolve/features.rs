//! What is stated of people, counted or by name.

use super::checks::{Bounds, Checks, Noun};
use super::names::Names;
use crate::domain::{Calendar, Person, StaffGroup, Subject, Term, Text};
use crate::ids::{CampusId, SubjectId};
use crate::scenario::measure::Measure;
use crate::scenario::path::Path;
use crate::units::Periods;
use crate::words::diagnostics as words;
use typed_index_collections::TiSlice;

/// What staff refer to.
#[derive(Clone, Copy)]
pub(crate) struct Surroundings<'a> {
    pub names: &'a Names<'a>,
    pub calendar: Option<&'a Calendar>,
    pub subjects: &'a TiSlice<SubjectId, Subject>,
}

/// What people of a group have in common.
pub(crate) struct Features {
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

pub(crate) fn group(
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

pub(crate) fn based(
    here: &Path,
    campus: Option<&String>,
    around: Surroundings<'_>,
    checks: &mut Checks<'_>,
) -> Option<CampusId> {
    checks.refer(here, "campus", campus, Noun::Campus, &around.names.campuses)
}

pub(crate) fn load(
    here: &Path,
    raw: Option<&crate::scenario::quantity::Quantity>,
    checks: &mut Checks<'_>,
) -> Periods {
    Periods(checks.needed(here, "load", raw, Measure::Periods, Bounds::Positive))
}

/// The subjects, each once, in the scenario's order of subjects.
pub(crate) fn qualified(
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
pub(crate) fn class_teacher(
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
pub(crate) fn barred(
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
pub(crate) fn retirement(
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

/// Names of the subjects, as one text.
fn made_name(features: &Features, around: Surroundings<'_>) -> Text {
    let names = features.subjects.iter().map(|id| &around.subjects[*id].name);
    let zh: Vec<&str> = names.clone().map(|name| name.zh.as_str()).collect();
    let en: Vec<&str> = names.map(|name| name.en.as_str()).collect();
    let employer = &features.employer;
    let made = if features.leader { words::leaders } else { words::teachers };
    made((&zh.join("、"), &en.join(" and ")), (&employer.zh, &employer.en))
}
