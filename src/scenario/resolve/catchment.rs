//! Rule Catchment: zones of feeder schools, the longest way, school buses.

use super::checks::{Bounds, Checks, Noun};
use super::enforcement::enforce;
use super::names::Names;
use crate::domain::{
    Buses, Calendar, CatchmentRule, Enrolment, Programme, Rules, Scenario, Term, Zone,
};
use crate::forecast::Projection;
use crate::ids::{CampusId, FeederId, ProgrammeId};
use crate::scenario::measure::Measure;
use crate::scenario::path::Path;
use crate::scenario::raw::{RawAssignment, RawBuses, RawCatchment, RawScenario, RawZone};
use crate::units::{Kilometres, Minutes, Money, Students};
use crate::words::catchment as words;
use std::collections::BTreeSet;
use typed_index_collections::TiSlice;

/// What the rule refers to.
#[derive(Clone, Copy)]
pub(super) struct Surroundings<'a> {
    pub names: &'a Names<'a>,
    pub calendar: Option<&'a Calendar>,
    pub programmes: &'a TiSlice<ProgrammeId, Programme>,
    pub enrolment: Option<&'a Enrolment>,
    pub rules: &'a Rules,
}

/// The rule: as the scenario states it, or pupils free to go to any campus
/// where the travel tier counts their way and nothing is stated.
pub(super) fn resolve(
    raw: &RawScenario,
    around: Surroundings<'_>,
    checks: &mut Checks<'_>,
) -> Option<CatchmentRule> {
    let here = Path::field("rules").key("catchment");
    let Some(stated) = raw.rules.as_ref().and_then(|rules| rules.catchment.as_ref()) else {
        let counted = around.enrolment.is_some_and(|one| one.travel && roads(one));
        let free = counted && around.rules.merging.is_none();
        return free.then(|| CatchmentRule {
            zones: vec![everywhere(around, false)],
            boarding: true,
            ..CatchmentRule::default()
        });
    };
    if raw.enrolment.is_none() {
        checks.error(&here, words::needs_enrolment(), vec![words::give_enrolment()]);
    }
    if around.rules.merging.is_some() {
        checks.error(&here, words::not_with_merging(), vec![words::one_of_both()]);
    }
    let rule = rule(&here, stated, around, checks);
    if around.enrolment.is_some_and(|one| !roads(one)) {
        needs_roads(&here, stated, checks);
    }
    around.enrolment.map(|_| rule)
}

fn rule(
    here: &Path,
    raw: &RawCatchment,
    around: Surroundings<'_>,
    checks: &mut Checks<'_>,
) -> CatchmentRule {
    let mut zones = zones(here, raw, around, checks);
    match raw.assign {
        Some(RawAssignment::Mixed) => {}
        Some(RawAssignment::Whole) => zones.push(everywhere(around, true)),
        Some(RawAssignment::Shares) | None => zones.push(everywhere(around, false)),
    }
    let (km, time) = (raw.longest_km.as_ref(), raw.longest_minutes.as_ref());
    let km = checks.optional(here, "longest_km", km, Measure::Kilometres, Bounds::Amount);
    let time = checks.optional(here, "longest_minutes", time, Measure::Minutes, Bounds::Amount);
    let walk = raw.walk_km.as_ref();
    let walk = checks.optional(here, "walk_km", walk, Measure::Kilometres, Bounds::Amount);
    let mut fleet = Vec::new();
    for (key, raw) in raw.buses.iter() {
        let at = here.key("buses").key(key);
        let campus: Option<CampusId> = checks.find(&at, key, Noun::Campus, &around.names.campuses);
        let buses = buses(&at, raw, checks);
        fleet.extend(campus.map(|campus| (campus, buses)));
    }
    CatchmentRule {
        enforce: enforce(here, &raw.enforce, checks),
        zones,
        longest: (km.map(Kilometres), time.map(Minutes)),
        boarding: raw.boarding.unwrap_or(true),
        walk: Kilometres(walk.unwrap_or(0.0)),
        buses: fleet.into_iter().collect(),
    }
}

fn buses(here: &Path, raw: &RawBuses, checks: &mut Checks<'_>) -> Buses {
    let seats = raw.seats.as_ref();
    let seats = checks.optional(here, "seats", seats, Measure::Students, Bounds::Amount);
    let mut price = |field: &str, raw| {
        let price = checks.optional(here, field, raw, Measure::Money, Bounds::Amount);
        Money(price.unwrap_or(0.0))
    };
    Buses {
        seats: seats.map(Students),
        per_pupil: price("per_pupil", raw.per_pupil.as_ref()),
        per_route: price("per_route", raw.per_route.as_ref()),
        per_km: price("per_km", raw.per_km.as_ref()),
    }
}

/// The zones as stated. Pupils are in one of them at most.
fn zones(
    here: &Path,
    raw: &RawCatchment,
    around: Surroundings<'_>,
    checks: &mut Checks<'_>,
) -> Vec<Zone> {
    let mut zones: Vec<(usize, Zone)> = Vec::new();
    for (index, raw) in raw.zones.iter().enumerate() {
        let at = here.key("zones").index(index);
        let Some(zone) = zone(&at, raw, around, checks) else {
            continue;
        };
        for (other, earlier) in &zones {
            if let Some((feeder, programme)) = both(earlier, &zone) {
                let first = here.key("zones").index(*other).to_string();
                let feeder = around.enrolment.map_or("", |one| &one.feeders[feeder].id);
                let programme = &around.programmes[programme].id;
                let message = words::two_zones(feeder, programme, &first);
                checks.error(&at, message, vec![words::one_zone()]);
            }
        }
        zones.push((index, zone));
    }
    zones.into_iter().map(|(_, zone)| zone).collect()
}

/// A feeder school and a programme that two zones have in common in some term.
fn both(one: &Zone, other: &Zone) -> Option<(FeederId, ProgrammeId)> {
    let apart = |one: Option<(Term, Term)>, other: Option<(Term, Term)>| match (one, other) {
        (Some((from, until)), Some((since, to))) => until < since || to < from,
        _ => false,
    };
    if apart(one.entries, other.entries) {
        return None;
    }
    let feeder = one.feeders.intersection(&other.feeders).next()?;
    let programme = one.programmes.intersection(&other.programmes).next()?;
    Some((*feeder, *programme))
}

fn zone(
    here: &Path,
    raw: &RawZone,
    around: Surroundings<'_>,
    checks: &mut Checks<'_>,
) -> Option<Zone> {
    let names = around.names;
    let errors = checks.errors();
    if raw.campuses.is_empty() {
        checks.missing(here, "campuses");
    }
    let campuses =
        all(&here.key("campuses"), &raw.campuses, (Noun::Campus, &names.campuses), checks);
    let feeders = all(&here.key("feeders"), &raw.feeders, (Noun::Feeder, &names.feeders), checks);
    let programmes = &raw.programmes;
    let at = here.key("programmes");
    let programmes = all(&at, programmes, (Noun::Programme, &names.programmes), checks);
    if raw.assign == Some(RawAssignment::Mixed) {
        checks.error(&here.key("assign"), words::zone_mixed(), vec![words::shares_or_whole()]);
    }
    let entries = entries(here, raw, around, checks);
    let zone = Zone {
        feeders: some_or_all(feeders, around.enrolment.map_or(0, |one| one.feeders.len())),
        programmes: some_or_all(programmes, around.programmes.len())
            .into_iter()
            .filter(|id| !raw.programmes.is_empty() || taught(around, *id, &campuses))
            .collect(),
        campuses,
        whole: raw.assign == Some(RawAssignment::Whole),
        entries,
    };
    for (index, id) in raw.programmes.iter().enumerate() {
        let known = names.programmes.iter().position(|key| key == id);
        let known = known.filter(|id| !taught(around, ProgrammeId(*id), &zone.campuses));
        if known.is_some() && !zone.campuses.is_empty() {
            checks.error(&at.index(index), words::not_taught_there(id), vec![words::its_sites()]);
        }
    }
    (checks.errors() == errors).then_some(zone)
}

/// Whether a programme is taught at one of some campuses.
fn taught(around: Surroundings<'_>, id: ProgrammeId, campuses: &BTreeSet<CampusId>) -> bool {
    let programme = around.programmes.get(id);
    programme.is_some_and(|one| one.sites.keys().any(|site| campuses.contains(site)))
}

fn all<I: From<usize> + Ord>(
    here: &Path,
    keys: &[String],
    (noun, known): (Noun, &[&str]),
    checks: &mut Checks<'_>,
) -> BTreeSet<I> {
    let keys = keys.iter().enumerate();
    keys.filter_map(|(index, key)| checks.find(&here.index(index), key, noun, known)).collect()
}

/// Those named, or all where none is.
fn some_or_all<I: From<usize> + Ord>(named: BTreeSet<I>, count: usize) -> BTreeSet<I> {
    if named.is_empty() { (0..count).map(I::from).collect() } else { named }
}

/// The terms of entry; none where neither end is stated.
fn entries(
    here: &Path,
    raw: &RawZone,
    around: Surroundings<'_>,
    checks: &mut Checks<'_>,
) -> Option<(Term, Term)> {
    let calendar = around.calendar?;
    let mut read = |field: &str, raw: Option<&String>| {
        raw.and_then(|text| checks.term_within(&here.key(field), text, Some(calendar)))
    };
    let (from, until) = (read("from", raw.from.as_ref()), read("until", raw.until.as_ref()));
    if from.is_none() && until.is_none() {
        return None;
    }
    let from = from.unwrap_or(calendar.first);
    let until = until.unwrap_or(calendar.term((calendar.terms - 1).into()));
    if until < from {
        let message = crate::words::diagnostics::backwards(&from.to_string(), &until.to_string());
        checks.error(&here.key("until"), message, Vec::new());
    }
    Some((from, until))
}

/// The zone of all pupils who are in no other.
fn everywhere(around: Surroundings<'_>, whole: bool) -> Zone {
    Zone {
        feeders: some_or_all(BTreeSet::new(), around.names.feeders.len()),
        programmes: some_or_all(BTreeSet::new(), around.names.programmes.len()),
        campuses: some_or_all(BTreeSet::new(), around.names.campuses.len()),
        whole,
        entries: None,
    }
}

/// Whether the ways of the feeder schools are known: all are, or none.
fn roads(enrolment: &Enrolment) -> bool {
    enrolment.feeders.iter().all(|feeder| !feeder.roads.is_empty())
}

/// What can't hold without knowing the ways.
fn needs_roads(here: &Path, raw: &RawCatchment, checks: &mut Checks<'_>) {
    let stated = [
        ("longest_km", raw.longest_km.is_some()),
        ("longest_minutes", raw.longest_minutes.is_some()),
        ("buses", !raw.buses.is_empty()),
    ];
    for (field, _) in stated.into_iter().filter(|(_, stated)| *stated) {
        checks.error(&here.key(field), words::no_roads(), vec![words::give_roads()]);
    }
}

/// Keeps the pupils of the cohorts apart that a zone covers, and their shares
/// by feeder school.
pub(super) fn settle(scenario: &mut Scenario, checks: &mut Checks<'_>) {
    let (Some(rule), Some(enrolment)) = (&scenario.rules.catchment, &scenario.enrolment) else {
        return;
    };
    let projection = Projection::new(enrolment);
    let mut unknown = false;
    for cohort in scenario.cohorts.iter_mut().filter(|cohort| !cohort.exists()) {
        let mut zones = rule.zones.iter();
        let covered = zones.any(|zone| zone.covers_entry(cohort.programme, cohort.entry));
        let mixture = projection.shares(cohort.entry);
        unknown |= covered && mixture.is_none();
        cohort.by_feeder = covered && mixture.is_some();
        cohort.mixture = mixture.unwrap_or_default();
    }
    if unknown {
        let here = Path::field("rules").key("catchment");
        let hints = super::enrolment::unreached(enrolment, enrolment.year + 1);
        checks.error(&here, words::nobody_projected(), hints);
    }
}
