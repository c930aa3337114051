//! A published plan that a new one is to stay near.

use super::checks::Checks;
use super::pins::Surroundings;
use crate::domain::{Decision, Keep, Part, Pinned, StaffGroup, Term, Tier, Who};
use crate::ids::GroupId;
use crate::scenario::path::Path;
use crate::scenario::raw::{RawKeep, RawKept};
use crate::words::{diagnostics, pins as words};
use std::collections::BTreeMap;

/// What the plan decided. Of things that the scenario no longer has nothing can
/// be kept, so they are passed over.
pub(super) fn resolve(raw: &RawKeep, around: Surroundings<'_>, checks: &mut Checks<'_>) -> Keep {
    let mut decided: BTreeMap<Pinned, BTreeMap<Term, u32>> = BTreeMap::new();
    for (index, raw) in raw.decided.iter().enumerate() {
        let here = Path::field("keep").key("decided").index(index);
        let Some(decision) = checks.need(&here, "decision", raw.decision.as_ref()) else {
            continue;
        };
        let pinned = pinned(&here, raw, *decision, around, checks);
        let counts = counts(&here.key("counts"), raw, checks);
        let Some(pinned) = pinned else { continue };
        // People who are alike are counted together.
        let sums = decided.entry(pinned).or_default();
        match pinned {
            Pinned::Admitted(..) | Pinned::Hired(_) => {
                for (term, count) in counts {
                    *sums.entry(term).or_default() += count;
                }
            }
            _ => add(sums, &counts),
        }
    }
    Keep { decided }
}

/// The tiers with the part that counts what is decided otherwise.
pub(super) fn place(raw: &RawKeep, mut tiers: Vec<Tier>) -> Vec<Tier> {
    let has = |tier: &Tier, wanted: Part| tier.parts.iter().any(|(part, _)| *part == wanted);
    if tiers.iter().any(|tier| has(tier, Part::Deviation)) {
        return tiers;
    }
    let position = |wanted: Part| tiers.iter().position(|tier| has(tier, wanted));
    let at = match raw.before {
        Some(part) => position(part),
        None => position(Part::Cost).map(|cost| cost + 1),
    };
    let tier = Tier {
        parts: vec![(Part::Deviation, 1.0)],
        relative_tolerance: 0.0,
        absolute_tolerance: 0.0,
        at_most: None,
    };
    tiers.insert(at.unwrap_or(tiers.len()), tier);
    tiers
}

fn counts(here: &Path, raw: &RawKept, checks: &mut Checks<'_>) -> BTreeMap<Term, u32> {
    let mut counts = BTreeMap::new();
    for (key, count) in raw.counts.iter() {
        let at = here.key(key);
        if let Some(term) = checks.term(&at, key)
            && counts.insert(term, *count).is_some()
        {
            checks.error(&at, diagnostics::key_twice(key), Vec::new());
        }
    }
    counts
}

/// Adds counts that hold from their terms on to others.
fn add(sums: &mut BTreeMap<Term, u32>, counts: &BTreeMap<Term, u32>) {
    let at = |counts: &BTreeMap<Term, u32>, term: Term| {
        let before = counts.range(..=term).next_back();
        before.map_or(0, |(_, count)| *count)
    };
    let terms: Vec<Term> = sums.keys().chain(counts.keys()).copied().collect();
    *sums = terms
        .into_iter()
        .map(|term| (term, at(sums, term).saturating_add(at(counts, term))))
        .collect();
}

fn pinned(
    here: &Path,
    raw: &RawKept,
    decision: Decision,
    around: Surroundings<'_>,
    checks: &mut Checks<'_>,
) -> Option<Pinned> {
    let names = around.names;
    let mut index = |field: &str, name: Option<&String>, known: &[&str]| {
        let name = checks.need(here, field, name)?;
        let found = known.iter().position(|key| *key == name);
        if found.is_none() {
            checks.warn(&here.key(field), words::passed_over(name), Vec::new());
        }
        found
    };
    let programme = raw.programme.as_ref();
    let campus = raw.campus.as_ref();
    let pinned = match decision {
        Decision::Placement => {
            let programme = index("programme", programme, &names.programmes);
            let campus = index("campus", campus, &names.campuses);
            let entry = entry(here, raw, checks)?;
            Pinned::Placement(programme?.into(), Some(entry), campus?.into())
        }
        Decision::Open => Pinned::Open(index("campus", campus, &names.campuses)?.into()),
        Decision::Built => {
            let option = raw.option.as_ref();
            Pinned::Built(index("option", option, &names.options)?.into())
        }
        Decision::Admitted => {
            let programme = index("programme", programme, &names.programmes);
            let entry = entry(here, raw, checks)?;
            Pinned::Admitted(programme?.into(), Some(entry))
        }
        Decision::Posted => {
            let campus = index("campus", campus, &names.campuses);
            Pinned::Posted(Who::Group(group(here, raw, around, checks)?), campus?.into())
        }
        Decision::Hired => {
            let subject = raw.subject.as_ref();
            Pinned::Hired(index("subject", subject, &names.subjects)?.into())
        }
    };
    Some(pinned)
}

fn entry(here: &Path, raw: &RawKept, checks: &mut Checks<'_>) -> Option<Term> {
    let entry = checks.need(here, "entry", raw.entry.as_ref())?;
    checks.term(&here.key("entry"), entry)
}

/// The group that a person belongs to, or that is named.
fn group(
    here: &Path,
    raw: &RawKept,
    around: Surroundings<'_>,
    checks: &mut Checks<'_>,
) -> Option<GroupId> {
    let of = |group: &StaffGroup| match (&raw.person, &raw.staff) {
        (Some(person), _) => {
            let mut people = group.people.iter();
            people.any(|one| one.id.as_ref() == Some(person))
        }
        (None, Some(staff)) => group.id == *staff,
        (None, None) => false,
    };
    let found = around.staff.position(of);
    if found.is_none() {
        let named = raw.person.as_ref().or(raw.staff.as_ref());
        let message = words::passed_over(named.map_or("", String::as_str));
        checks.warn(here, message, Vec::new());
    }
    found
}
