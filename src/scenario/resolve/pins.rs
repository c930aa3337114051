//! Pins: what each is about, and that it can be and contradicts nothing.

use super::checks::{Checks, Noun};
use super::enforcement::MOST;
use super::names::Names;
use crate::domain::{Calendar, Decision, Pin, Pinned, StaffGroup, Term, Who};
use crate::ids::{GroupId, PinId};
use crate::scenario::path::Path;
use crate::scenario::raw::{RawPin, RawScenario};
use crate::words::pins as words;
use typed_index_collections::{TiSlice, TiVec};

/// What pins refer to.
#[derive(Clone, Copy)]
pub(super) struct Surroundings<'a> {
    pub names: &'a Names<'a>,
    pub calendar: Option<&'a Calendar>,
    pub staff: &'a TiSlice<GroupId, StaffGroup>,
}

/// The pins.
pub(super) fn resolve(
    raw: &RawScenario,
    around: Surroundings<'_>,
    checks: &mut Checks<'_>,
) -> TiVec<PinId, Pin> {
    let pins = raw.pins.iter().enumerate();
    pins.filter_map(|(index, raw)| pin(&here(index), raw, around, checks)).collect()
}

/// Where a pin stands.
pub(super) fn here(index: usize) -> Path {
    Path::field("pins").index(index)
}

fn pin(
    here: &Path,
    raw: &RawPin,
    around: Surroundings<'_>,
    checks: &mut Checks<'_>,
) -> Option<Pin> {
    let decision = *checks.need(here, "decision", raw.decision.as_ref())?;
    only_its_own(here, raw, decision, checks);
    let pinned = pinned(here, raw, decision, around, checks);
    let term = |field: &str, raw: Option<&String>, checks: &mut Checks<'_>| {
        raw.and_then(|text| checks.term_within(&here.key(field), text, around.calendar))
    };
    let from = term("from", raw.from.as_ref(), checks);
    let until = term("until", raw.until.as_ref(), checks);
    if let (Some(from), Some(until)) = (from, until)
        && until < from
    {
        let message = crate::words::diagnostics::backwards(&from.to_string(), &until.to_string());
        checks.error(&here.key("until"), message, Vec::new());
    }
    let most = if decision == Decision::Open { 1 } else { MOST };
    let at_least = checks.optional_count(here, "at_least", raw.at_least, 0, most);
    let at_most = checks.optional_count(here, "at_most", raw.at_most, 0, most);
    if raw.at_least.is_none() && raw.at_most.is_none() {
        checks.error(here, words::no_bound(), vec![words::bound_form()]);
    }
    if let (Some(least), Some(most)) = (at_least, at_most)
        && least > most
    {
        let message =
            crate::words::diagnostics::range_backwards(&least.to_string(), &most.to_string());
        checks.error(&here.key("at_most"), message, Vec::new());
    }
    Some(Pin { pinned: pinned?, from, until, at_least, at_most, once: raw.once.unwrap_or(false) })
}

/// The fields that say what a decision is about.
fn fields(decision: Decision) -> &'static [&'static str] {
    match decision {
        Decision::Placement => &["programme", "entry", "campus", "once"],
        Decision::Open => &["campus", "once"],
        Decision::Built => &["option", "once"],
        Decision::Admitted => &["programme", "entry"],
        Decision::Posted => &["person", "staff", "subject", "campus"],
        Decision::Hired => &["subject"],
    }
}

fn word(decision: Decision) -> &'static str {
    match decision {
        Decision::Placement => "placement",
        Decision::Open => "open",
        Decision::Built => "built",
        Decision::Admitted => "admitted",
        Decision::Posted => "posted",
        Decision::Hired => "hired",
    }
}

/// Tells of fields that belong to other decisions.
fn only_its_own(here: &Path, raw: &RawPin, decision: Decision, checks: &mut Checks<'_>) {
    let said = [
        ("programme", raw.programme.is_some()),
        ("entry", raw.entry.is_some()),
        ("campus", raw.campus.is_some()),
        ("option", raw.option.is_some()),
        ("subject", raw.subject.is_some()),
        ("staff", raw.staff.is_some()),
        ("person", raw.person.is_some()),
        ("once", raw.once.is_some()),
    ];
    let own = fields(decision);
    for (field, said) in said {
        if said && !own.contains(&field) {
            let message = words::not_of(field, word(decision));
            let hint = words::has(&own.join(", "));
            checks.error(&here.key(field), message, vec![hint]);
        }
    }
}

fn pinned(
    here: &Path,
    raw: &RawPin,
    decision: Decision,
    around: Surroundings<'_>,
    checks: &mut Checks<'_>,
) -> Option<Pinned> {
    let names = around.names;
    let programme = |checks: &mut Checks<'_>| {
        let name = raw.programme.as_ref();
        checks.refer(here, "programme", name, Noun::Programme, &names.programmes)
    };
    let campus = |checks: &mut Checks<'_>| {
        let name = raw.campus.as_ref();
        checks.refer(here, "campus", name, Noun::Campus, &names.campuses)
    };
    let entry = |checks: &mut Checks<'_>| -> Option<Option<Term>> {
        match &raw.entry {
            None => Some(None),
            Some(text) => checks.term(&here.key("entry"), text).map(Some),
        }
    };
    Some(match decision {
        Decision::Placement => {
            let (programme, campus) = (programme(checks), campus(checks));
            Pinned::Placement(programme?, entry(checks)?, campus?)
        }
        Decision::Open => Pinned::Open(campus(checks)?),
        Decision::Built => {
            let name = raw.option.as_ref();
            Pinned::Built(checks.refer(here, "option", name, Noun::Option, &names.options)?)
        }
        Decision::Admitted => {
            let programme = programme(checks);
            Pinned::Admitted(programme?, entry(checks)?)
        }
        Decision::Posted => {
            let (who, campus) = (who(here, raw, around, checks), campus(checks));
            Pinned::Posted(who?, campus?)
        }
        Decision::Hired => {
            let name = raw.subject.as_ref();
            Pinned::Hired(checks.refer(here, "subject", name, Noun::Subject, &names.subjects)?)
        }
    })
}

/// Who is posted: exactly one of a person, a group and a subject.
fn who(
    here: &Path,
    raw: &RawPin,
    around: Surroundings<'_>,
    checks: &mut Checks<'_>,
) -> Option<Who> {
    let said = [&raw.person, &raw.staff, &raw.subject];
    if said.iter().filter(|name| name.is_some()).count() != 1 {
        checks.error(here, words::who_once(), Vec::new());
        return None;
    }
    let names = around.names;
    if let Some(person) = &raw.person {
        let at = here.key("person");
        let _: usize = checks.find(&at, person, Noun::Person, &names.people)?;
        let is = |group: &StaffGroup| {
            let mut people = group.people.iter();
            people.any(|one| one.id.as_ref() == Some(person))
        };
        return around.staff.position(is).map(Who::Group);
    }
    if let Some(staff) = &raw.staff {
        let at = here.key("staff");
        let _: usize = checks.find(&at, staff, Noun::Staff, &names.staff)?;
        return around.staff.position(|group| group.id == *staff).map(Who::Group);
    }
    let subject = raw.subject.as_ref();
    let subject = checks.refer(here, "subject", subject, Noun::Subject, &names.subjects);
    subject.map(Who::Subject)
}
