//! Campuses and roads.

use super::afterwards;
use super::checks::{Bounds, Checks, Noun};
use super::names::Names;
use super::resource::units;
use crate::domain::{Calendar, Campus, Road, Term};
use crate::ids::{CampusId, ResourceId};
use crate::scenario::measure::Measure;
use crate::scenario::named::Named;
use crate::scenario::path::Path;
use crate::scenario::quantity::Quantity;
use crate::scenario::raw::{RawCampus, RawScenario};
use crate::units::{Kilometres, Minutes, Money, SquareMetres};
use crate::words::diagnostics as words;
use std::collections::BTreeMap;
use typed_index_collections::TiVec;

/// Campuses.
pub(super) fn campuses(
    raw: &RawScenario,
    names: &Names<'_>,
    calendar: Option<&Calendar>,
    checks: &mut Checks<'_>,
) -> TiVec<CampusId, Campus> {
    let all = raw.campuses.iter();
    all.map(|(key, campus)| resolve((key, campus), raw, names, calendar, checks)).collect()
}

fn resolve(
    (key, raw): (&str, &RawCampus),
    scenario: &RawScenario,
    names: &Names<'_>,
    calendar: Option<&Calendar>,
    checks: &mut Checks<'_>,
) -> Campus {
    let here = Path::field("campuses").key(key);
    let afterwards = afterwards::resolve(&here, (key, raw), scenario, checks);
    let (from, until) = tenure(&here, raw, calendar, checks);
    let figure = |field: &str, raw: &Option<Quantity>, measure, checks: &mut Checks<'_>| {
        let value = checks.optional(&here, field, raw.as_ref(), measure, Bounds::Amount);
        value.unwrap_or(0.0)
    };
    let money = |field: &str, raw: &Option<Quantity>, checks: &mut Checks<'_>| {
        Money(figure(field, raw, Measure::Money, checks))
    };
    Campus {
        id: key.to_owned(),
        name: checks.need_text(&here, "name", raw.name.as_ref()),
        owner: checks.need_text(&here, "owner", raw.owner.as_ref()),
        owns: owns(&here.key("owns"), &raw.owns, scenario, names, checks),
        from,
        until,
        in_use: raw.in_use.unwrap_or(true),
        closable: raw.closable.unwrap_or(false),
        reopenable: raw.reopenable.unwrap_or(false),
        opening_cost: money("opening_cost", &raw.opening_cost, checks),
        closing_cost: money("closing_cost", &raw.closing_cost, checks),
        running_cost: money("running_cost", &raw.running_cost, checks),
        afterwards,
        land: SquareMetres(figure("land", &raw.land, Measure::Area, checks)),
        building: SquareMetres(figure("building", &raw.building, Measure::Area, checks)),
        books: figure("books", &raw.books, Measure::Books, checks),
        equipment: money("equipment", &raw.equipment, checks),
        computers: figure("computers", &raw.computers, Measure::Computers, checks),
    }
}

fn owns(
    here: &Path,
    raw: &Named<Quantity>,
    scenario: &RawScenario,
    names: &Names<'_>,
    checks: &mut Checks<'_>,
) -> TiVec<ResourceId, f64> {
    let mut owns: TiVec<ResourceId, f64> = vec![0.0; names.resources.len()].into();
    for (key, quantity) in raw.iter() {
        let at = here.key(key);
        let id = checks.find::<ResourceId>(&at, key, Noun::Resource, &names.resources);
        let of = id.map(|id| &scenario.resources.0[id.0].1);
        let value = units(&at, quantity, of, Bounds::Amount, checks);
        if let Some(id) = id {
            owns[id] = value;
        }
    }
    owns
}

fn tenure(
    campus: &Path,
    raw: &RawCampus,
    calendar: Option<&Calendar>,
    checks: &mut Checks<'_>,
) -> (Option<Term>, Option<Term>) {
    let Some(tenure) = &raw.tenure else {
        return (None, None);
    };
    let here = campus.key("tenure");
    let from = tenure.from.as_ref();
    let from = from.and_then(|from| checks.term(&here.key("from"), from));
    let until = tenure.until.as_ref();
    let until = until.and_then(|until| checks.term(&here.key("until"), until));
    if let (Some(from), Some(until)) = (from, until)
        && from > until
    {
        let message = words::backwards(&from.to_string(), &until.to_string());
        checks.error(&here.key("until"), message, Vec::new());
    }
    if let Some(calendar) = calendar {
        let first = calendar.first;
        let in_use = raw.in_use.unwrap_or(true);
        if let Some(from) = from.filter(|from| in_use && *from > first) {
            let message = words::in_use_too_early(&from.to_string(), &first.to_string());
            checks.error(&here.key("from"), message, vec![words::say_not_in_use()]);
        }
        if let Some(until) = until.filter(|until| *until < first) {
            let message = words::tenure_over(&until.to_string());
            checks.warn(&here.key("until"), message, Vec::new());
        }
    }
    (from, until)
}

/// Roads.
pub(super) fn roads(
    raw: &RawScenario,
    names: &Names<'_>,
    checks: &mut Checks<'_>,
) -> BTreeMap<(CampusId, CampusId), Road> {
    let mut roads = BTreeMap::new();
    let mut places: BTreeMap<(CampusId, CampusId), String> = BTreeMap::new();
    for (index, raw) in raw.roads.iter().enumerate() {
        let here = Path::field("roads").index(index);
        let km = raw.km.as_ref();
        let km = checks.needed(&here, "km", km, Measure::Kilometres, Bounds::Positive);
        let minutes = raw.minutes.as_ref();
        let minutes = checks.needed(&here, "minutes", minutes, Measure::Minutes, Bounds::Positive);
        let Some(ends) = ends(&here.key("between"), &raw.between, names, checks) else {
            continue;
        };
        if let Some(first) = places.get(&ends) {
            let message = words::twice(&raw.between.join("–"), first);
            checks.error(&here, message, Vec::new());
        } else {
            places.insert(ends, here.to_string());
            let road = Road { length: Kilometres(km), time: Minutes(minutes) };
            roads.insert(ends, road);
        }
    }
    roads
}

/// The two ends of a road, the smaller index first.
fn ends(
    at: &Path,
    between: &[String],
    names: &Names<'_>,
    checks: &mut Checks<'_>,
) -> Option<(CampusId, CampusId)> {
    let find = |(index, name): (usize, &String)| {
        checks.find(&at.index(index), name, Noun::Campus, &names.campuses)
    };
    let found: Vec<Option<CampusId>> = between.iter().enumerate().map(find).collect();
    let [one, other] = found[..] else {
        checks.error(at, words::two_ends(found.len()), Vec::new());
        return None;
    };
    let (one, other) = (one?, other?);
    if one == other {
        checks.error(at, words::road_to_itself(&between[0]), Vec::new());
        return None;
    }
    Some((one.min(other), one.max(other)))
}
