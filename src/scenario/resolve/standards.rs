//! Standards that the plan is held against.

use super::checks::{Checks, Noun};
use super::indicators::{self, override_thresholds};
use super::names::Names;
use super::suggest::suggestions;
use crate::domain::{Calendar, EnforcedStandard, Scenario, StandardSet, Standards, Term};
use crate::ids::{CampusId, FieldId, IndicatorId, ResourceId, SetId};
use crate::scenario::measure::Measure;
use crate::scenario::path::Path;
use crate::scenario::raw::{RawChoice, RawEnforcedStandard, RawStandards};
use crate::scenario::standards::built_in;
use crate::units::SquareMetres;
use crate::words::standards as words;
use std::collections::BTreeMap;
use typed_index_collections::TiVec;

/// The standards, if the scenario has any.
pub(super) fn resolve(
    raw: Option<&RawStandards>,
    names: &Names<'_>,
    calendar: Option<&Calendar>,
    checks: &mut Checks<'_>,
) -> Option<Standards> {
    let raw = raw?;
    let here = Path::field("standards");
    for (index, file) in raw.files.iter().enumerate() {
        let at = here.key("files").index(index);
        checks.error(&at, words::file_unread(file), Vec::new());
    }
    let mut known = known(&here, raw, checks);
    override_thresholds(&here.key("thresholds"), &raw.thresholds, &mut known, checks);
    let choice = checks.need(&here, "choose", raw.choose.as_ref());
    if let (Some(choice), Some(calendar)) = (choice, calendar) {
        choose(&here.key("choose"), choice, calendar, &mut known, checks);
    }
    let computers = raw.computers.as_ref().and_then(|key| {
        let at = here.key("computers");
        checks.find(&at, key, Noun::Resource, &names.resources)
    });
    let mut staff_housing = BTreeMap::new();
    for (key, area) in raw.staff_housing.iter() {
        let at = here.key("staff_housing").key(key);
        let campus: Option<CampusId> = checks.find(&at, key, Noun::Campus, &names.campuses);
        let area = checks.figure(&at, area, Measure::Area, super::checks::Bounds::Amount, &[]);
        if let (Some(campus), Some(area)) = (campus, area) {
            staff_housing.insert(campus, SquareMetres(area));
        }
    }
    Some(Standards {
        sets: known.into_iter().filter(|set| !set.years.is_empty()).collect(),
        computers,
        equipment: found::<ResourceId>(
            &here.key("equipment"),
            &raw.equipment,
            (Noun::Resource, &names.resources),
            checks,
        ),
        engineering: found::<FieldId>(
            &here.key("engineering"),
            &raw.engineering,
            (Noun::Field, &names.fields),
            checks,
        ),
        staff_housing,
    })
}

fn found<I: From<usize>>(
    here: &Path,
    keys: &[String],
    (noun, known): (Noun, &[&str]),
    checks: &mut Checks<'_>,
) -> Vec<I> {
    let keys = keys.iter().enumerate();
    keys.filter_map(|(index, key)| checks.find(&here.index(index), key, noun, known)).collect()
}

/// The sets that can be chosen, chosen for no year yet: the program's, then
/// the scenario's own.
fn known(here: &Path, raw: &RawStandards, checks: &mut Checks<'_>) -> Vec<StandardSet> {
    let mut known: Vec<StandardSet> = Vec::new();
    for (key, set) in built_in() {
        // What comes with the program is right.
        let mut own = Checks::new(&[]);
        known.extend(indicators::set(&Path::default(), &key, &set, &mut own));
    }
    for (key, set) in raw.sets.iter() {
        let at = here.key("sets").key(key);
        if known.iter().any(|set| set.id == key) {
            checks.error(&at, words::set_of_the_program(key), Vec::new());
        }
        known.extend(indicators::set(&at, key, set, checks));
    }
    known
}

/// Says of each set in which school years the plan is held against it.
fn choose(
    here: &Path,
    choice: &RawChoice,
    calendar: &Calendar,
    known: &mut [StandardSet],
    checks: &mut Checks<'_>,
) {
    let years: Vec<i32> = calendar.school_years().iter().map(|(year, _)| *year).collect();
    let before = checks.errors();
    match choice {
        RawChoice::ByDate => {
            for set in known.iter_mut() {
                let years = years.iter().copied();
                set.years = years.filter(|year| set.in_force(*year)).collect();
            }
        }
        RawChoice::Sets(keys) => {
            for (index, key) in keys.iter().enumerate() {
                let at = here.key("sets").index(index);
                if let Some(set) = find(&at, key, known, checks) {
                    known[set].years.clone_from(&years);
                }
            }
        }
        RawChoice::ByYear(named) => {
            let here = here.key("by_year");
            let mut from: BTreeMap<i32, usize> = BTreeMap::new();
            for (key, name) in named.iter() {
                let at = here.key(key);
                let year = checks.year(&at, key);
                let set = find(&at, name, known, checks);
                from.extend(year.zip(set));
            }
            for year in &years {
                if let Some((_, set)) = from.range(..=*year).next_back() {
                    known[*set].years.push(*year);
                }
            }
        }
    }
    let without = |year: &&i32| !known.iter().any(|set| set.years.contains(*year));
    let without: Vec<String> = years.iter().filter(without).map(i32::to_string).collect();
    if !without.is_empty() && checks.errors() == before {
        let message = words::years_without_set(&without.join(", "));
        checks.warn(here, message, Vec::new());
    }
}

fn find(at: &Path, key: &str, known: &[StandardSet], checks: &mut Checks<'_>) -> Option<usize> {
    let position = known.iter().position(|set| set.id == key);
    if position.is_none() {
        let hints = suggestions(key, known.iter().map(|set| set.id.as_str()));
        checks.error(at, words::no_set(key), hints);
    }
    position
}

/// Rule Standards: the indicators that a plan must reach.
pub(super) fn enforced(
    raw: &[RawEnforcedStandard],
    standards: Option<&Standards>,
    (calendar, target): (Option<&Calendar>, Term),
    checks: &mut Checks<'_>,
) -> Vec<EnforcedStandard> {
    let mut enforced: Vec<EnforcedStandard> = Vec::new();
    for (index, raw) in raw.iter().enumerate() {
        let here = Path::field("rules").key("standards").index(index);
        let Some((set, indicator)) = reached(&here, raw, standards, checks) else {
            continue;
        };
        let twice = |one: &EnforcedStandard| (one.set, one.indicator) == (set, indicator);
        if enforced.iter().any(twice) {
            let message = words::enforced_twice();
            checks.error(&here.key("indicator"), message, Vec::new());
        }
        let from = raw.from.as_ref();
        let from = from.and_then(|text| checks.term_within(&here.key("from"), text, calendar));
        enforced.push(EnforcedStandard {
            set,
            indicator,
            from: from.unwrap_or(target),
            enforce: super::enforcement::enforce(&here, &raw.enforce, checks),
        });
    }
    enforced
}

/// An indicator of a chosen set that a plan can be made to reach.
fn reached(
    here: &Path,
    raw: &RawEnforcedStandard,
    standards: Option<&Standards>,
    checks: &mut Checks<'_>,
) -> Option<(SetId, IndicatorId)> {
    let set = checks.need(here, "set", raw.set.as_ref())?;
    let indicator = checks.need(here, "indicator", raw.indicator.as_ref())?;
    let none = TiVec::default();
    let sets = standards.map_or(&none, |standards| &standards.sets);
    let Some(id) = sets.position(|one| one.id == *set) else {
        let hints = suggestions(set, sets.iter().map(|set| set.id.as_str()));
        checks.error(&here.key("set"), words::set_not_chosen(set), hints);
        return None;
    };
    let found = indicators::find(&here.key("indicator"), &sets[id], indicator, checks)?;
    if !indicators::is_enforceable(&sets[id].indicators[found]) {
        let can = sets[id].indicators.iter();
        let can = can.filter(|one| indicators::is_enforceable(one));
        let can: Vec<&str> = can.map(|one| one.id.as_str()).collect();
        let hint = crate::words::diagnostics::allowed(&can.join(", "));
        let message = words::not_enforceable(indicator);
        checks.error(&here.key("indicator"), message, vec![hint]);
        return None;
    }
    Some((id, found))
}

/// What is enforced must be said something of.
pub(super) fn stated(scenario: &Scenario, checks: &mut Checks<'_>) {
    let Some(standards) = &scenario.standards else {
        return;
    };
    for (index, one) in scenario.rules.standards.iter().enumerate() {
        let indicator = &standards.sets[one.set].indicators[one.indicator];
        if !scenario.states(standards, indicator.metric) {
            let here = Path::field("rules").key("standards").index(index);
            let name = &indicator.name;
            let message = words::nothing_stated(&name.zh, &name.en);
            checks.error(&here.key("indicator"), message, Vec::new());
        }
    }
}
