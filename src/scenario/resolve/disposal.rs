//! Declared disposals: of units of a resource at a campus, or of assets that
//! are no resource's, wherever they are.

use super::checks::{Bounds, Checks, Noun};
use super::names::Names;
use super::resource::units;
use crate::domain::{Asset, Calendar, Disposal, Term, WriteOff};
use crate::ids::{AssetId, CampusId, ResourceId};
use crate::scenario::measure::Measure;
use crate::scenario::path::Path;
use crate::scenario::raw::{RawAsset, RawDisposal, RawScenario};
use crate::words::diagnostics as words;
use std::collections::BTreeMap;
use typed_index_collections::TiSlice;

/// What disposals refer to.
#[derive(Clone, Copy)]
pub(super) struct Surroundings<'a> {
    pub names: &'a Names<'a>,
    pub scenario: &'a RawScenario,
    pub calendar: Option<&'a Calendar>,
}

/// The disposals of both kinds.
pub(super) fn resolve(
    around: Surroundings<'_>,
    checks: &mut Checks<'_>,
) -> (Vec<Disposal>, Vec<WriteOff>) {
    let (mut disposals, mut write_offs) = (Vec::new(), Vec::new());
    for (index, raw) in around.scenario.disposals.iter().enumerate() {
        let here = Path::field("disposals").index(index);
        let asset = raw.asset.as_ref();
        let asset: Option<AssetId> = asset.and_then(|key| {
            let at = here.key("asset");
            checks.find(&at, key, Noun::Asset, &around.names.assets)
        });
        match asset.map(|id| (id, &around.scenario.assets.0[id.0].1)) {
            Some((id, line)) if line.resource.is_none() => {
                write_offs.extend(write_off(&here, raw, (id, line), around, checks));
            }
            _ => disposals.extend(disposal(&here, raw, asset, around, checks)),
        }
    }
    (disposals, write_offs)
}

/// A disposal of units of a resource.
fn disposal(
    here: &Path,
    raw: &RawDisposal,
    asset: Option<AssetId>,
    around: Surroundings<'_>,
    checks: &mut Checks<'_>,
) -> Option<Disposal> {
    let names = around.names;
    let campus = raw.campus.as_ref();
    let campus: Option<CampusId> =
        checks.refer(here, "campus", campus, Noun::Campus, &names.campuses);
    let resource = raw.resource.as_ref();
    let resource: Option<ResourceId> =
        checks.refer(here, "resource", resource, Noun::Resource, &names.resources);
    let at = when(here, raw, around, checks);
    let of = resource.map(|id| &around.scenario.resources.0[id.0]);
    if let Some((key, of)) = of
        && of.shipping.is_none()
        && !checks.is_spoiled(&Path::field("resources").key(key).key("shipping"))
    {
        checks.error(&here.key("resource"), words::not_movable(key), Vec::new());
    }
    let gone = checks.need(here, "units", raw.units.as_ref());
    let of = of.map(|(_, of)| of);
    let gone = gone.map(|gone| units(&here.key("units"), gone, of, Bounds::Positive, checks));
    if let Some(asset) = asset {
        stands_there(here, raw, asset, around, checks);
    }
    Some(Disposal { resource: resource?, campus: campus?, at: at?, units: gone?, asset })
}

/// A line named by a disposal of units is of the same resource and campus.
fn stands_there(
    here: &Path,
    raw: &RawDisposal,
    asset: AssetId,
    around: Surroundings<'_>,
    checks: &mut Checks<'_>,
) {
    let (key, line) = &around.scenario.assets.0[asset.0];
    for (said, is) in [(&raw.resource, &line.resource), (&raw.campus, &line.campus)] {
        if let (Some(said), Some(is)) = (said, is)
            && said != is
        {
            let message = words::asset_elsewhere(key, is, said);
            checks.error(&here.key("asset"), message, Vec::new());
        }
    }
}

/// A disposal of things that are no units of a resource.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
fn write_off(
    here: &Path,
    raw: &RawDisposal,
    (asset, line): (AssetId, &RawAsset),
    around: Surroundings<'_>,
    checks: &mut Checks<'_>,
) -> Option<WriteOff> {
    for (field, said) in [("resource", &raw.resource), ("campus", &raw.campus)] {
        if said.is_some() {
            checks.error(&here.key(field), words::no_resources_asset(), Vec::new());
        }
    }
    let at = when(here, raw, around, checks);
    let number = checks.need(here, "units", raw.units.as_ref())?;
    let unit = line.unit.iter();
    let unit = unit.flat_map(|unit| [unit.zh.as_deref(), unit.en.as_deref()]);
    let unit: Vec<&str> = unit.flatten().collect();
    let place = here.key("units");
    let number = checks.figure(&place, number, Measure::Units, Bounds::Positive, &unit)?;
    checks.whole(&place, number);
    Some(WriteOff { asset, at: at?, number: number as u32 })
}

fn when(
    here: &Path,
    raw: &RawDisposal,
    around: Surroundings<'_>,
    checks: &mut Checks<'_>,
) -> Option<Term> {
    let at = checks.need(here, "at", raw.at.as_ref());
    at.and_then(|at| checks.term_within(&here.key("at"), at, around.calendar))
}

/// No more of a line is disposed of than it has.
pub(super) fn enough(
    assets: &TiSlice<AssetId, Asset>,
    (disposals, write_offs): (&[Disposal], &[WriteOff]),
    checks: &mut Checks<'_>,
) {
    let mut gone: BTreeMap<AssetId, f64> = BTreeMap::new();
    let named = disposals.iter().filter_map(|one| Some((one.asset?, one.units)));
    let offs = write_offs.iter().map(|one| (one.asset, f64::from(one.number)));
    for (asset, number) in named.chain(offs) {
        *gone.entry(asset).or_default() += number;
    }
    for (asset, gone) in gone {
        let line = &assets[asset];
        if gone > f64::from(line.number) {
            let at = Path::field("assets").key(&line.id).key("number");
            let message = words::disposed_too_many(&line.id, &gone.to_string(), line.number);
            checks.error(&at, message, Vec::new());
        }
    }
}
