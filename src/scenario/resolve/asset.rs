//! The register of assets.

use super::checks::{Bounds, Checks, Noun};
use super::names::Names;
use super::resource::measure_words;
use crate::domain::{Asset, AssetKind, Campus, Date, Resource, Text};
use crate::ids::{AssetId, CampusId, ResourceId};
use crate::scenario::measure::Measure;
use crate::scenario::path::Path;
use crate::scenario::quantity::Quantity;
use crate::scenario::raw::{RawAsset, RawScenario};
use crate::units::Money;
use crate::words::assets::usual_unit;
use crate::words::diagnostics as words;
use typed_index_collections::{TiSlice, TiVec};

/// Most things of a line.
const MOST_THINGS: f64 = 100_000_000.0;
/// How far a value may be from whole fen, in fen: rounding.
const ROUNDING: f64 = 0.01;

/// What assets refer to.
#[derive(Clone, Copy)]
pub(super) struct Surroundings<'a> {
    pub names: &'a Names<'a>,
    pub resources: &'a TiSlice<ResourceId, Resource>,
    pub campuses: &'a TiSlice<CampusId, Campus>,
}

/// The register. Lines of resources must add up to what campuses own.
pub(super) fn assets(
    raw: &RawScenario,
    around: Surroundings<'_>,
    checks: &mut Checks<'_>,
) -> TiVec<AssetId, Asset> {
    let mut all = TiVec::new();
    let mut doubtful = Vec::new();
    for (key, raw) in raw.assets.iter() {
        let before = checks.errors();
        all.extend(asset(key, raw, around, checks));
        if checks.errors() > before {
            doubtful.push(raw.resource.as_deref());
        }
    }
    let known = |name: &&str| around.names.resources.contains(name);
    let sure = doubtful.iter().flatten().all(known);
    if sure && !checks.is_spoiled_within(&Path::field("assets")) {
        let counted = |resource: &Resource| !doubtful.contains(&Some(&*resource.id));
        balance(&all, around, counted, checks);
    }
    all
}

fn asset(
    key: &str,
    raw: &RawAsset,
    around: Surroundings<'_>,
    checks: &mut Checks<'_>,
) -> Option<Asset> {
    let here = Path::field("assets").key(key);
    let names = around.names;
    let name = checks.need_text(&here, "name", raw.name.as_ref());
    let kind = checks.need(&here, "kind", raw.kind.as_ref()).copied();
    let resource = raw.resource.as_ref();
    let resource: Option<ResourceId> = resource.and_then(|name| {
        let at = here.key("resource");
        checks.find(&at, name, Noun::Resource, &names.resources)
    });
    let of = resource.map(|id| &around.resources[id]);
    let campus = raw.campus.as_ref();
    let campus: Option<CampusId> =
        checks.refer(&here, "campus", campus, Noun::Campus, &names.campuses);
    let unit = checks.text(&here.key("unit"), raw.unit.as_ref());
    let unit = unit.or_else(|| of.map(|of| of.unit.clone()));
    let unit = unit.or_else(|| kind.map(usual_unit));
    let number = number(&here, raw.number.as_ref(), unit.as_ref(), checks);
    let value = value(&here, raw.value.as_ref(), checks);
    let owner = checks.text(&here.key("owner"), raw.owner.as_ref());
    let owner = owner.or_else(|| campus.map(|id| around.campuses[id].owner.clone()));
    let valued = raw.valued.as_ref();
    let valued = valued.and_then(|text| date(&here.key("valued"), text, checks));
    let movable = movable(&here, raw, (of, kind?), checks);
    Some(Asset {
        id: key.to_owned(),
        name,
        kind: kind?,
        resource,
        number,
        unit: unit?,
        value,
        owner: owner?,
        campus: campus?,
        movable,
        valued,
    })
}

#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
fn number(
    here: &Path,
    raw: Option<&Quantity>,
    unit: Option<&Text>,
    checks: &mut Checks<'_>,
) -> u32 {
    let Some(raw) = checks.need(here, "number", raw) else {
        return 0;
    };
    let at = here.key("number");
    let unit: Vec<&str> = unit.map_or_else(Vec::new, |unit| vec![&*unit.zh, &*unit.en]);
    let Some(number) = checks.figure(&at, raw, Measure::Units, Bounds::Positive, &unit) else {
        return 0;
    };
    checks.whole(&at, number);
    if number > MOST_THINGS {
        let message = words::too_many(&number.to_string(), &MOST_THINGS.to_string());
        checks.error(&at, message, Vec::new());
    }
    number as u32
}

fn value(here: &Path, raw: Option<&Quantity>, checks: &mut Checks<'_>) -> Money {
    let value = checks.needed(here, "value", raw, Measure::Money, Bounds::Amount);
    let value = Money(value);
    let whole = Money::of_fen(value.fen());
    if ((value.0 - whole.0) * 1e6).abs() > ROUNDING {
        let message = words::below_a_fen(&value.0.to_string());
        checks.error(&here.key("value"), message, Vec::new());
    }
    whole
}

fn date(at: &Path, text: &str, checks: &mut Checks<'_>) -> Option<Date> {
    let date = text.parse().ok();
    if date.is_none() {
        checks.error(at, words::not_a_date(text), vec![words::date_form()]);
    }
    date
}

/// Whether things can move: as their resource, or else as they say.
fn movable(
    here: &Path,
    raw: &RawAsset,
    (resource, kind): (Option<&Resource>, AssetKind),
    checks: &mut Checks<'_>,
) -> bool {
    let Some(resource) = resource else {
        return raw.movable.unwrap_or(kind.movable());
    };
    let moves = resource.shipping.is_some();
    if raw.movable.is_some_and(|said| said != moves) {
        let message = if moves {
            words::resource_moves(&resource.id)
        } else {
            words::resource_stays(&resource.id)
        };
        let hints = vec![words::leave_movable_out()];
        checks.error(&here.key("movable"), message, hints);
    }
    moves
}

/// Where the register has units of a resource, it has all of them: at each
/// campus, and of a movable resource at every campus, so that they can be
/// followed. Only resources are looked at whose lines have no errors.
fn balance(
    assets: &TiSlice<AssetId, Asset>,
    around: Surroundings<'_>,
    counted: impl Fn(&Resource) -> bool,
    checks: &mut Checks<'_>,
) {
    let resources = around.resources.iter_enumerated();
    for (resource, of) in resources.filter(|(_, of)| counted(of)) {
        let lines = assets.iter().filter(|one| one.resource == Some(resource));
        let lines: Vec<&Asset> = lines.collect();
        for (campus, site) in around.campuses.iter_enumerated() {
            let here: Vec<&&Asset> = lines.iter().filter(|one| one.campus == campus).collect();
            let followed = of.shipping.is_some() && !lines.is_empty();
            let registered = here.iter().map(|one| f64::from(one.number));
            let registered = registered.fold(0.0, |sum, number| sum + number);
            let owned = site.owns[resource];
            let registered_all = (registered - owned).abs() < 1e-9;
            if registered_all || (here.is_empty() && !followed) {
                continue;
            }
            let at = Path::field("campuses").key(&site.id);
            let at = at.key("owns").key(&of.id);
            let message = words::register_differs(
                (&site.name, &of.name, &of.unit),
                &registered.to_string(),
                &owned.to_string(),
            );
            let keys: Vec<&str> = here.iter().map(|one| one.id.as_str()).collect();
            let hint = if keys.is_empty() {
                words::register_all(&of.id)
            } else {
                words::register_lines(&keys.join(", "))
            };
            checks.error(&at, message, vec![hint]);
        }
    }
}

/// With a register, units of what is built are whole as well.
pub(super) fn whole_options(raw: &RawScenario, checks: &mut Checks<'_>) {
    if raw.assets.is_empty() {
        return;
    }
    for (key, option) in raw.options.iter() {
        let resource = option.resource.as_deref();
        let resource = resource.and_then(|key| raw.resources.get(key));
        let Some((resource, units)) = resource.zip(option.units.as_ref()) else {
            continue;
        };
        // Those of a movable resource are told where they are read.
        let unit = measure_words(resource);
        let units = crate::scenario::measure::value(units, Measure::Units, &unit);
        let part = units.is_ok_and(|units| units.is_finite() && units.fract() != 0.0);
        if part && resource.shipping.is_none() {
            let at = Path::field("options").key(key).key("units");
            checks.error(&at, words::whole_with_register(), Vec::new());
        }
    }
}
