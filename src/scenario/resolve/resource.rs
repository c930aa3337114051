//! Resources and building options.

use super::checks::{Bounds, Checks, Noun};
use super::names::Names;
use crate::domain::{AssetKind, Basis, BuildOption, Calendar, Field, Resource, Term};
use crate::ids::{CampusId, FieldId, OptionId, ResourceId};
use crate::scenario::measure::Measure;
use crate::scenario::overlay::text_of;
use crate::scenario::path::Path;
use crate::scenario::quantity::Quantity;
use crate::scenario::raw::{RawOption, RawResource, RawScenario};
use crate::units::{Hours, Money};
use crate::words::diagnostics as words;
use typed_index_collections::TiVec;

/// Most modules of an option.
const MOST_MODULES: u32 = 1000;
/// Most terms from the beginning of the work to service.
const MOST_LEAD: u32 = 40;

/// Fields of study.
pub(super) fn fields(raw: &RawScenario, checks: &mut Checks<'_>) -> TiVec<FieldId, Field> {
    let all = raw.fields.iter().map(|(key, field)| Field {
        id: key.to_owned(),
        name: checks.need_text(&Path::field("fields").key(key), "name", field.name.as_ref()),
    });
    all.collect()
}

/// Resources.
pub(super) fn resources(raw: &RawScenario, checks: &mut Checks<'_>) -> TiVec<ResourceId, Resource> {
    let all = raw.resources.iter();
    all.map(|(key, raw)| resource(key, raw, checks)).collect()
}

fn resource(key: &str, raw: &RawResource, checks: &mut Checks<'_>) -> Resource {
    let here = Path::field("resources").key(key);
    let name = checks.need_text(&here, "name", raw.name.as_ref());
    let unit = checks.need_text(&here, "unit", raw.unit.as_ref());
    let basis = checks.need(&here, "per", raw.per.as_ref()).copied();
    let hours = raw.hours.as_ref();
    let open = checks.optional(&here, "hours", hours, Measure::Hours, Bounds::Positive);
    let used = raw.utilisation.as_ref();
    let used = checks.optional(&here, "utilisation", used, Measure::Share, Bounds::Share);
    if raw.utilisation.is_some() && raw.hours.is_none() {
        let message = words::only_with("utilisation", "hours");
        checks.error(&here.key("utilisation"), message, Vec::new());
    }
    if used == Some(0.0) {
        checks.error(&here.key("utilisation"), words::not_positive("0"), Vec::new());
    }
    let measure = use_measure(raw.hours.is_some());
    let default_use = raw.default_use.as_ref();
    let default_use = checks.optional(&here, "default_use", default_use, measure, Bounds::Amount);
    let visit = raw.shared_visit.as_ref();
    let visit = checks.optional(&here, "shared_visit", visit, Measure::Hours, Bounds::Positive);
    if raw.shared_visit.is_some() {
        sharing(raw, &here.key("shared_visit"), checks);
    }
    let shipping = raw.shipping.as_ref();
    let shipping = checks.optional(&here, "shipping", shipping, Measure::Money, Bounds::Amount);
    Resource {
        id: key.to_owned(),
        name,
        unit,
        basis: basis.unwrap_or(Basis::Class),
        hours: open.map(|hours| Hours(hours * used.unwrap_or(1.0))),
        default_use: default_use.unwrap_or(0.0),
        shared_visit: visit.map(Hours),
        shipping: shipping.map(Money),
    }
}

/// Sharing needs hours and is counted per student.
fn sharing(raw: &RawResource, at: &Path, checks: &mut Checks<'_>) {
    if raw.hours.is_none() {
        let message = words::only_with("shared_visit", "hours");
        checks.error(at, message, Vec::new());
    }
    if raw.per.is_some_and(|basis| basis != Basis::Student) {
        checks.error(at, words::shared_per_student(), Vec::new());
    }
}

/// The measure of an amount of use.
pub(super) fn use_measure(hours: bool) -> Measure {
    if hours { Measure::Hours } else { Measure::Number }
}

/// A number of units of a resource, in its measure word; whole if the
/// resource can move.
pub(super) fn units(
    at: &Path,
    quantity: &Quantity,
    resource: Option<&RawResource>,
    bounds: Bounds,
    checks: &mut Checks<'_>,
) -> f64 {
    // What is wrong with the resource itself has been told.
    let Some(of) = resource.filter(|resource| resource.unit.is_some()) else {
        return 0.0;
    };
    let unit = measure_words(of);
    let units = checks.figure(at, quantity, Measure::Units, bounds, &unit);
    let units = units.unwrap_or(0.0);
    if resource.is_some_and(|resource| resource.shipping.is_some()) {
        checks.whole(at, units);
    }
    units
}

/// The measure word of a resource, in each language.
pub(super) fn measure_words(resource: &RawResource) -> Vec<&str> {
    let unit = resource.unit.iter();
    unit.flat_map(|unit| [unit.zh.as_deref(), unit.en.as_deref()]).flatten().collect()
}

/// Building options.
pub(super) fn options(
    raw: &RawScenario,
    names: &Names<'_>,
    calendar: Option<&Calendar>,
    checks: &mut Checks<'_>,
) -> TiVec<OptionId, BuildOption> {
    let all = raw.options.iter();
    all.filter_map(|(key, option)| build_option((key, option), raw, names, calendar, checks))
        .collect()
}

fn build_option(
    (key, raw): (&str, &RawOption),
    scenario: &RawScenario,
    names: &Names<'_>,
    calendar: Option<&Calendar>,
    checks: &mut Checks<'_>,
) -> Option<BuildOption> {
    let here = Path::field("options").key(key);
    let name = checks.need_text(&here, "name", raw.name.as_ref());
    let campus = raw.campus.as_ref();
    let campus: Option<CampusId> =
        checks.refer(&here, "campus", campus, Noun::Campus, &names.campuses);
    let resource = raw.resource.as_ref();
    let resource: Option<ResourceId> =
        checks.refer(&here, "resource", resource, Noun::Resource, &names.resources);
    let adds = checks.need(&here, "units", raw.units.as_ref());
    let of = resource.map(|id| &scenario.resources.0[id.0].1);
    let adds = adds.map(|adds| units(&here.key("units"), adds, of, Bounds::Positive, checks));
    let cost = raw.cost.as_ref();
    let cost = checks.needed(&here, "cost", cost, Measure::Money, Bounds::Amount);
    let upkeep = raw.upkeep.as_ref();
    let upkeep = checks.optional(&here, "upkeep", upkeep, Measure::Money, Bounds::Amount);
    let lead = checks.optional_count(&here, "lead_terms", raw.lead_terms, 0, MOST_LEAD);
    let most = checks.count(&here, "most", raw.most, 1, MOST_MODULES);
    let earliest = raw.earliest.as_ref();
    let earliest = earliest.and_then(|term| earliest_term(&here, term, calendar, checks));
    let owner = checks.text(&here.key("owner"), raw.owner.as_ref());
    let premises = campus.and_then(|id| scenario.campuses.0[id.0].1.owner.as_ref());
    let owner = owner.or_else(|| premises.and_then(text_of));
    let kind = if of.is_some_and(|of| of.hours.is_some()) {
        AssetKind::Equipment
    } else {
        AssetKind::Building
    };
    Some(BuildOption {
        id: key.to_owned(),
        name,
        campus: campus?,
        resource: resource?,
        units: adds?,
        cost: Money(cost),
        upkeep: Money(upkeep.unwrap_or(0.0)),
        lead: lead.unwrap_or(0),
        earliest: earliest.or(calendar.map(|calendar| calendar.first))?,
        most,
        owner: owner.unwrap_or_default(),
        kind: raw.kind.unwrap_or(kind),
    })
}

fn earliest_term(
    option: &Path,
    text: &str,
    calendar: Option<&Calendar>,
    checks: &mut Checks<'_>,
) -> Option<Term> {
    let here = option.key("earliest");
    let term = checks.term(&here, text)?;
    if let Some(calendar) = calendar {
        let last = calendar.term((calendar.terms - 1).into());
        if term > last {
            let message = words::no_effect(&term.to_string(), &last.to_string());
            checks.warn(&here, message, Vec::new());
        }
    }
    Some(term)
}
