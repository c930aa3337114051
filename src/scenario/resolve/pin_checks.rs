//! Whether pins can be, and contradict neither the scenario nor each other.

use super::checks::Checks;
use super::pins::here;
use crate::domain::{Enforcement, Origin, Pin, Pinned, Scenario, Text, Who};
use crate::ids::{PinId, TermId};
use crate::words::{common, pins as words};

/// Checks every pin, and every two of them.
pub(super) fn check(scenario: &Scenario, checks: &mut Checks<'_>) {
    for (id, pin) in scenario.pins.iter_enumerated() {
        let before = checks.errors();
        allowed(scenario, (id, pin), checks);
        if checks.errors() == before {
            possible(scenario, (id, pin), checks);
            numbers(scenario, (id, pin), checks);
        }
    }
    for (later, pin) in scenario.pins.iter_enumerated() {
        let mut others = scenario.pins.iter_enumerated().take(later.0);
        let against =
            |other: &Pin| contradict(scenario, pin, other) || contradict(scenario, other, pin);
        if let Some((first, other)) = others.find(|(_, other)| against(other)) {
            let told = words::pin(scenario, other);
            let message = words::contradict(here(first.0).as_str(), &told.zh, &told.en);
            checks.error(&here(later.0), message, vec![words::narrow()]);
        }
    }
}

/// The least of a pin, if it asks for any.
fn least(pin: &Pin) -> Option<u32> {
    pin.at_least.filter(|least| *least > 0)
}

/// The scenario lets the decision be made at all.
fn allowed(scenario: &Scenario, (id, pin): (PinId, &Pin), checks: &mut Checks<'_>) {
    let here = here(id.0);
    match pin.pinned {
        Pinned::Placement(programme, entry, campus) => {
            let of = &scenario.programmes[programme];
            if !of.sites.contains_key(&campus) {
                let message = words::no_site(&of.id, &scenario.campuses[campus].id);
                let sites = of.sites.keys().map(|id| scenario.campuses[*id].id.as_str());
                let sites: Vec<&str> = sites.collect();
                let hint = words::sites(&sites.join(", "));
                checks.error(&here.key("campus"), message, vec![hint]);
            }
            entered(scenario, (id, pin), (programme, entry), checks);
        }
        Pinned::Admitted(programme, entry) => {
            entered(scenario, (id, pin), (programme, entry), checks);
        }
        Pinned::Posted(Who::Group(group), campus) => {
            let group = &scenario.staff[group];
            if group.barred.contains(&campus) && least(pin).is_some() {
                let message = words::barred(&group.name.zh, &scenario.campuses[campus].id);
                checks.error(&here.key("campus"), message, Vec::new());
            }
        }
        Pinned::Hired(subject) => {
            let subject = &scenario.subjects[subject];
            if subject.hiring.is_none() && least(pin).is_some() {
                let message = words::no_hiring(&subject.id);
                checks.error(&here.key("subject"), message, Vec::new());
            }
        }
        Pinned::Open(_) | Pinned::Built(_) | Pinned::Posted(Who::Subject(_), _) => {}
    }
}

/// The programme has a cohort of the entry that is named.
fn entered(
    scenario: &Scenario,
    (id, pin): (PinId, &Pin),
    (programme, entry): (crate::ids::ProgrammeId, Option<crate::domain::Term>),
    checks: &mut Checks<'_>,
) {
    let Some(entry) = entry else { return };
    let counts = |cohort: &crate::domain::Cohort| {
        cohort.programme == programme
            && !(cohort.exists() && matches!(pin.pinned, Pinned::Admitted(..)))
    };
    let mut all = scenario.cohorts.iter().filter(|cohort| counts(cohort));
    if all.clone().any(|cohort| cohort.entry == entry) {
        return;
    }
    let mut entries: Vec<String> = all.by_ref().map(|one| one.entry.to_string()).collect();
    entries.dedup();
    let key = &scenario.programmes[programme].id;
    let message = words::no_entry(key, &entry.to_string());
    let hint = words::entries(&entries.join(", "));
    checks.error(&here(id.0).key("entry"), message, vec![hint]);
}

/// What must be there can be there, in the terms that are named.
fn possible(scenario: &Scenario, (id, pin): (PinId, &Pin), checks: &mut Checks<'_>) {
    if least(pin).is_none() {
        return;
    }
    let what = words::decision(scenario, pin.pinned);
    let calendar = &scenario.calendar;
    let all: Vec<TermId> =
        (calendar.term_ids()).filter(|term| scenario.can_be(pin.pinned, *term)).collect();
    let hint = match (all.first(), all.last()) {
        (Some(first), Some(last)) => {
            let (first, last) = (calendar.term(*first), calendar.term(*last));
            let (first, last) = (common::term(first), common::term(last));
            vec![words::can_be(&first.zh, &first.en, &last.zh, &last.en)]
        }
        _ => Vec::new(),
    };
    let due = scenario.due(pin);
    if due.is_empty() {
        checks.error(&here(id.0), words::never(&what.zh, &what.en), hint);
        return;
    }
    if pin.adds_up() || pin.once {
        return;
    }
    for (field, stated) in [("from", pin.from), ("until", pin.until)] {
        let term = stated.and_then(|term| calendar.find(term));
        if let Some(id_of_term) = term
            && !due.contains(&id_of_term)
        {
            let term = common::term(calendar.term(id_of_term));
            let message = words::cannot_be(&what.zh, &what.en, &term.zh, &term.en);
            checks.error(&here(id.0).key(field), message, hint.clone());
        }
    }
}

/// A number is neither more than there can be nor less than there must be.
fn numbers(scenario: &Scenario, (id, pin): (PinId, &Pin), checks: &mut Checks<'_>) {
    let told = |what: Text| (what.zh, what.en);
    let (zh, en) = told(words::decision(scenario, pin.pinned));
    let (fewest, most) = range(scenario, pin);
    if let (Some(least), Some(most)) = (pin.at_least, most)
        && least > most
    {
        let message = words::too_many(&zh, &en, most);
        checks.error(&here(id.0).key("at_least"), message, Vec::new());
    }
    if let Some(stated) = pin.at_most
        && stated < fewest
    {
        let message = match pin.pinned {
            Pinned::Open(campus) => words::never_closes(&scenario.campuses[campus].id),
            _ => words::too_few(&zh, &en, fewest),
        };
        checks.error(&here(id.0).key("at_most"), message, Vec::new());
    }
}

/// The least and, where it is known, the most that a decision comes to whatever
/// is planned.
fn range(scenario: &Scenario, pin: &Pin) -> (u32, Option<u32>) {
    match pin.pinned {
        Pinned::Placement(programme, entry, _) => {
            let cohorts = scenario.cohorts_of(programme, entry);
            let classes = cohorts.map(|id| scenario.cohorts[id].most_classes());
            (0, Some(classes.sum()))
        }
        Pinned::Open(campus) => {
            let stays = scenario.campuses[campus].in_use && !scenario.campuses[campus].closable;
            // What stays open does so from the first term on, while it may.
            let calendar = &scenario.calendar;
            let lasts = |term: &TermId| {
                (calendar.term_ids().take(term.0 + 1)).all(|term| scenario.can_be(pin.pinned, term))
            };
            let covered = scenario.covered(pin).any(|term| lasts(&term));
            (u32::from(stays && covered), None)
        }
        Pinned::Built(option) => (0, Some(scenario.options[option].most)),
        Pinned::Admitted(programme, entry) => {
            let hard = scenario.rules.admission == Enforcement::Hard;
            let (mut fewest, mut largest) = (0, 0);
            for id in scenario.cohorts_of(programme, entry) {
                let cohort = &scenario.cohorts[id];
                if let Origin::Future { least, most, .. } = cohort.origin
                    && pin.covers(cohort.entry)
                {
                    fewest += if hard { least } else { 0 };
                    largest += most;
                }
            }
            (fewest, Some(largest))
        }
        Pinned::Posted(Who::Group(group), _) => {
            let people = scenario.staff[group].people.len();
            (0, u32::try_from(people).ok())
        }
        Pinned::Posted(Who::Subject(_), _) | Pinned::Hired(_) => (0, None),
    }
}

/// Whether the least of one pin cannot be with the most of another: what the
/// one counts is counted by the other too, in a term in which both hold.
fn contradict(scenario: &Scenario, one: &Pin, other: &Pin) -> bool {
    let (Some(least), Some(most)) = (least(one), other.at_most) else {
        return false;
    };
    // At some time there is one; the others may be there at other times.
    let passing = one.once && !matches!(one.pinned, Pinned::Built(_));
    let least = if passing { 1 } else { least };
    let Some(least) = counted_by(one.pinned, other.pinned, least) else {
        return false;
    };
    if least <= most {
        return false;
    }
    let covered: Vec<TermId> = scenario.covered(other).collect();
    let due = scenario.due(one);
    let within = |term: &TermId| covered.contains(term);
    match one.pinned {
        // What is in service stays in service.
        Pinned::Built(_) => {
            let first = if one.once { due.last() } else { due.first() };
            first.is_some_and(|first| covered.last().is_some_and(|last| first <= last))
        }
        _ if one.once || one.adds_up() => due.iter().all(within),
        _ => due.iter().any(within),
    }
}

/// How many of `other` there are at least where there are `least` of `one`.
fn counted_by(one: Pinned, other: Pinned, least: u32) -> Option<u32> {
    match (one, other) {
        (one, other) if one == other => Some(least),
        (Pinned::Placement(programme, _, at), Pinned::Placement(of, None, there))
            if (programme, at) == (of, there) =>
        {
            Some(least)
        }
        (Pinned::Admitted(programme, _), Pinned::Admitted(of, None)) if programme == of => {
            Some(least)
        }
        (Pinned::Placement(_, _, at) | Pinned::Posted(_, at), Pinned::Open(there))
            if at == there =>
        {
            Some(1)
        }
        _ => None,
    }
}
