//! Programmes and their curricula.

use super::checks::{Bounds, Checks, Noun};
use super::names::Names;
use super::resource::use_measure;
use crate::domain::{Internship, Programme, Site, TermOfStudy};
use crate::ids::{CampusId, FieldId, ProgrammeId, ResourceId};
use crate::scenario::measure::Measure;
use crate::scenario::named::Named;
use crate::scenario::path::Path;
use crate::scenario::quantity::Quantity;
use crate::scenario::raw::{RawInternship, RawProgramme, RawRange, RawScenario, RawSite};
use crate::units::Money;
use crate::words::diagnostics as words;
use std::collections::BTreeMap;
use typed_index_collections::TiVec;

/// Most terms of study of a programme.
const MOST_TERMS: u32 = 20;

/// What a programme's figures refer to.
struct Surroundings<'a> {
    scenario: &'a RawScenario,
    names: &'a Names<'a>,
}

/// Programmes. One whose field is unknown stays, for others refer to it.
pub(super) fn resolve(
    raw: &RawScenario,
    names: &Names<'_>,
    checks: &mut Checks<'_>,
) -> TiVec<ProgrammeId, Programme> {
    let around = Surroundings { scenario: raw, names };
    let all = raw.programmes.iter();
    all.map(|(key, raw)| programme(key, raw, &around, checks)).collect()
}

fn programme(
    key: &str,
    raw: &RawProgramme,
    around: &Surroundings<'_>,
    checks: &mut Checks<'_>,
) -> Programme {
    let here = Path::field("programmes").key(key);
    let name = checks.need_text(&here, "name", raw.name.as_ref());
    let label = checks.text(&here.key("label"), raw.label.as_ref());
    let field = raw.field.as_ref();
    let field: Option<FieldId> =
        checks.refer(&here, "field", field, Noun::Field, &around.names.fields);
    let curriculum = curriculum(&here, raw, around, checks);
    let boarding = raw.boarding.as_ref();
    let boarding = checks.optional(&here, "boarding", boarding, Measure::Share, Bounds::Share);
    let income = raw.income.as_ref();
    let income = checks.optional(&here, "income", income, Measure::Money, Bounds::Amount);
    let internship = raw.internship.as_ref();
    Programme {
        id: key.to_owned(),
        label: label.unwrap_or_else(|| name.clone()),
        name,
        field: field.unwrap_or(FieldId(0)),
        class_size: class_size(&here, raw.class_size.as_ref(), checks),
        internship: internship.and_then(|internship| {
            self::internship(&here.key("internship"), internship, curriculum.len(), checks)
        }),
        attrition: attrition(&here.key("attrition"), &raw.attrition, curriculum.len(), checks),
        boarding: boarding.unwrap_or(0.0),
        income: Money(income.unwrap_or(0.0)),
        sites: sites(&here, raw, around, checks),
        curriculum,
    }
}

/// The curriculum term by term; empty where its length can't be known, for
/// then nothing can be said about what must fit into it.
fn curriculum(
    programme: &Path,
    raw: &RawProgramme,
    around: &Surroundings<'_>,
    checks: &mut Checks<'_>,
) -> Vec<TermOfStudy> {
    let here = programme.key("curriculum");
    let mut all = Vec::new();
    let mut length: u64 = 0;
    let mut known = true;
    for (index, block) in raw.curriculum.iter().enumerate() {
        let at = here.index(index);
        let terms = checks.optional_count(&at, "terms", block.terms, 1, MOST_TERMS);
        known &= terms.is_some() == block.terms.is_some() && !checks.is_spoiled(&at.key("terms"));
        let terms = terms.unwrap_or(1);
        length += u64::from(terms);
        let mut one = TermOfStudy {
            uses: uses(&at.key("uses"), &block.uses, around, checks),
            ..TermOfStudy::default()
        };
        for (key, periods) in block.periods.iter() {
            let at = at.key("periods").key(key);
            let subject = checks.find(&at, key, Noun::Subject, &around.names.subjects);
            let periods = checks.figure(&at, periods, Measure::Periods, Bounds::Amount, &[]);
            if let (Some(subject), Some(periods)) = (subject, periods) {
                one.periods.insert(subject, periods);
            }
        }
        if length <= u64::from(MOST_TERMS) {
            all.extend((0..terms).map(|_| one.clone()));
        }
    }
    if raw.curriculum.is_empty() {
        checks.missing(programme, "curriculum");
    }
    if length > u64::from(MOST_TERMS) {
        let message = words::too_long(length, u64::from(MOST_TERMS));
        checks.error(&here, message, Vec::new());
        known = false;
    }
    if known { all } else { Vec::new() }
}

/// Amounts of use by resource.
fn uses(
    here: &Path,
    raw: &Named<Quantity>,
    around: &Surroundings<'_>,
    checks: &mut Checks<'_>,
) -> BTreeMap<ResourceId, f64> {
    let mut uses = BTreeMap::new();
    for (key, amount) in raw.iter() {
        let at = here.key(key);
        let id: Option<ResourceId> = checks.find(&at, key, Noun::Resource, &around.names.resources);
        let Some(id) = id else { continue };
        let hours = around.scenario.resources.0[id.0].1.hours.is_some();
        if let Some(amount) = checks.figure(&at, amount, use_measure(hours), Bounds::Amount, &[]) {
            uses.insert(id, amount);
        }
    }
    uses
}

fn class_size(programme: &Path, raw: Option<&RawRange>, checks: &mut Checks<'_>) -> (f64, f64) {
    let Some(raw) = checks.need(programme, "class_size", raw) else {
        return (1.0, 1.0);
    };
    let here = programme.key("class_size");
    let min = raw.min.as_ref();
    let min = checks.needed(&here, "min", min, Measure::Students, Bounds::Positive);
    let max = raw.max.as_ref();
    let max = checks.needed(&here, "max", max, Measure::Students, Bounds::Positive);
    if min > max && max > 0.0 {
        let message = words::range_backwards(&min.to_string(), &max.to_string());
        checks.error(&here, message, Vec::new());
    }
    (min, max)
}

fn internship(
    here: &Path,
    raw: &RawInternship,
    terms: usize,
    checks: &mut Checks<'_>,
) -> Option<Internship> {
    let mut count = |field: &str, value: Option<u32>| {
        let value = checks.need(here, field, value.as_ref()).copied();
        checks.optional_count(here, field, value, 1, MOST_TERMS)
    };
    let first = count("first", raw.first);
    let last = count("last", raw.last);
    let length = count("length", raw.length);
    let fixed = checks.optional_count(here, "fixed", raw.fixed, 1, MOST_TERMS);
    let (first, last, length) = (first?, last?, length?);
    if first > last {
        let message = words::range_backwards(&first.to_string(), &last.to_string());
        checks.error(&here.key("last"), message, Vec::new());
        return None;
    }
    if last - first + 1 < length {
        let message = words::window_short(length, first, last);
        checks.error(&here.key("length"), message, Vec::new());
        return None;
    }
    if terms > 0 && last as usize > terms {
        let message = words::window_beyond(last, terms);
        checks.error(&here.key("last"), message, Vec::new());
    }
    let latest = last + 1 - length;
    if let Some(fixed) = fixed.filter(|fixed| !(first..=latest).contains(fixed)) {
        let message = words::fixed_outside(fixed, first, latest);
        checks.error(&here.key("fixed"), message, Vec::new());
    }
    Some(Internship {
        window: (first as usize, last as usize),
        length: length as usize,
        fixed: fixed.map(|fixed| fixed as usize),
    })
}

/// Attrition of each term of study: one figure for all, or one for each.
fn attrition(here: &Path, raw: &[Quantity], terms: usize, checks: &mut Checks<'_>) -> Vec<f64> {
    let mut read = |(index, share): (usize, &Quantity)| {
        let at = here.index(index);
        let share = checks.figure(&at, share, Measure::Share, Bounds::Share, &[]);
        share.unwrap_or(0.0)
    };
    let shares: Vec<f64> = raw.iter().enumerate().map(&mut read).collect();
    match shares[..] {
        [] => vec![0.0; terms],
        [share] => vec![share; terms],
        _ => {
            if shares.len() != terms && terms > 0 {
                let message = words::attrition_length(shares.len(), terms);
                checks.error(here, message, Vec::new());
            }
            shares
        }
    }
}

fn sites(
    programme: &Path,
    raw: &RawProgramme,
    around: &Surroundings<'_>,
    checks: &mut Checks<'_>,
) -> BTreeMap<CampusId, Site> {
    let here = programme.key("sites");
    let mut sites = BTreeMap::new();
    for (key, raw) in raw.sites.iter() {
        let at = here.key(key);
        let campus = checks.find(&at, key, Noun::Campus, &around.names.campuses);
        let site = site(&at, raw, around, checks);
        if let Some(campus) = campus
            && raw.allowed.unwrap_or(true)
        {
            sites.insert(campus, site);
        }
    }
    if raw.sites.is_empty() {
        checks.missing(programme, "sites");
    } else if raw.sites.iter().all(|(_, site)| site.allowed == Some(false)) {
        checks.error(&here, words::no_site(), Vec::new());
    }
    sites
}

fn site(at: &Path, raw: &RawSite, around: &Surroundings<'_>, checks: &mut Checks<'_>) -> Site {
    let class = raw.cost_per_class.as_ref();
    let class = checks.optional(at, "cost_per_class", class, Measure::Money, Bounds::Amount);
    let student = raw.cost_per_student.as_ref();
    let student = checks.optional(at, "cost_per_student", student, Measure::Money, Bounds::Amount);
    Site {
        cost_per_class: Money(class.unwrap_or(0.0)),
        cost_per_student: Money(student.unwrap_or(0.0)),
        uses: uses(&at.key("uses"), &raw.uses, around, checks),
    }
}
