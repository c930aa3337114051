//! From the raw form to the domain: every name becomes an index, every figure
//! a value in its unit, and everything wrong is told at once.

mod admission;
mod afterwards;
mod asset;
mod bands;
mod calendar;
mod campus;
mod catchment;
mod checks;
mod cohort;
mod cohort_input;
mod course;
mod disposal;
mod enforcement;
mod enrolment;
mod event;
mod features;
mod feeder;
mod indicators;
mod intakes;
mod keep;
mod milestone;
mod names;
mod negotiable;
mod objective;
mod occupancy;
mod payroll;
mod people;
mod pin_checks;
mod pins;
mod programme;
mod proposal;
mod ratio;
mod resource;
mod roster;
mod rules;
mod schools;
mod source;
mod staff;
mod standards;
mod suggest;
mod watched;

pub use suggest::suggestions;
pub(super) use suggest::{closest, guess_term};

use super::path::Path;
use super::raw::RawScenario;
use crate::diagnostic::Diagnostic;
use crate::domain::{
    Asset, Calendar, Cohort, Demand, Disposal, Enrolment, Keep, Keys, Payroll, Pin, Programme,
    Rules, Scenario, Season, StaffGroup, Subject, Term, WriteOff,
};
use crate::forecast::Projection;
use crate::ids::{AssetId, CohortId, GroupId, PinId, ProgrammeId, SubjectId};
use checks::Checks;
use names::Names;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use typed_index_collections::{TiSlice, TiVec};

/// Resolves a raw scenario. `hash` becomes [`Scenario::hash`]. The scenario is
/// there unless one of the findings is an error.
#[must_use]
pub fn resolve(raw: &RawScenario, hash: String) -> (Option<Scenario>, Vec<Diagnostic>) {
    resolve_besides(raw, hash, &[])
}

/// Like [`resolve`], but says nothing about the places at or below `spoiled`,
/// which have been told already.
pub(super) fn resolve_besides(
    raw: &RawScenario,
    hash: String,
    spoiled: &[String],
) -> (Option<Scenario>, Vec<Diagnostic>) {
    let mut checks = Checks::new(spoiled);
    let mut scenario = sections(raw, hash, &mut checks);
    if let Some(scenario) = &mut scenario {
        catchment::settle(scenario, &mut checks);
        check_whole(scenario, &mut checks);
    }
    let scenario = scenario.filter(|_| checks.passed());
    (scenario, checks.into_found())
}

fn sections(raw: &RawScenario, hash: String, checks: &mut Checks<'_>) -> Option<Scenario> {
    let names = Names::new(raw);
    let name = checks.need_text(&Path::default(), "name", raw.name.as_ref());
    let calendar = calendar::resolve(raw.calendar.as_ref(), checks);
    let horizon = calendar.as_ref();
    let due = horizon.map_or(NO_TERM, |calendar| calendar.term(calendar.target));
    let fields = resource::fields(raw, checks);
    let resources = resource::resources(raw, checks);
    let subjects = staff::subjects(raw, checks);
    let campuses = campus::campuses(raw, &names, horizon, checks);
    let roads = campus::roads(raw, &names, checks);
    let programmes = programme::resolve(raw, &names, checks);
    let pools = admission::pools(raw, &names, checks);
    let enrolment = enrolment::resolve(raw, &names, checks);
    let projection = enrolment.as_ref().map(Projection::new);
    let around = cohort_input::Surroundings {
        names: &names,
        scenario: raw,
        calendar: horizon,
        programmes: &programmes,
        pools: &pools,
        enrolment: enrolment.as_ref(),
        projection: projection.as_ref(),
    };
    let cohorts = cohort::cohorts(raw, around, checks);
    enrolment::preferences(enrolment.as_ref(), &projected_years(&cohorts), checks);
    let courses = course::courses(raw, &names, horizon, checks);
    let (watched, attrition_limit) = watched::resolve(raw, horizon, checks);
    let schools = schools::schools(raw, &names, horizon, checks);
    let standards = standards::resolve(raw.standards.as_ref(), &names, horizon, checks);
    let options = resource::options(raw, &names, horizon, checks);
    let around = asset::Surroundings { names: &names, resources: &resources, campuses: &campuses };
    let (assets, disposals, write_offs) = register(raw, around, horizon, checks);
    let (staff, payroll, pins, keep) = people(raw, (&names, horizon), &subjects, checks);
    let around = enforcement::Surroundings {
        names: &names,
        calendar: horizon,
        target: due,
        standards: standards.as_ref(),
    };
    let mut rules = rules::resolve(raw.rules.as_ref(), around, checks);
    places(raw, (&names, horizon), (&programmes, enrolment.as_ref()), &mut rules, checks);
    let around = negotiable::Surroundings {
        names: &names,
        calendar: horizon,
        scenario: raw,
        campuses: &campuses,
        rules: &rules,
    };
    let negotiable = negotiable::given(raw, around, checks);
    let targets = objective::targets(raw, horizon, due, checks);
    let milestones = milestone::resolve(raw, &names, &campuses, checks);
    let events = event::resolve(raw, &names, horizon, checks);
    let (tiers, disruption, prices, limits) = objective::resolve(raw, checks);
    let intakes = intakes::resolve(raw, (&names, &pools, &cohorts, &tiers), checks);
    Some(Scenario {
        keys: Arc::new(Keys::of(&campuses, &programmes)),
        name,
        hash,
        lineage: None,
        language: raw.language.unwrap_or_default(),
        proposal: proposal::resolve(raw.proposal.as_ref(), checks),
        calendar: calendar?,
        fields,
        resources,
        subjects,
        campuses,
        roads,
        programmes,
        cohorts,
        pools,
        enrolment,
        demand: Demand::default(),
        courses,
        attrition_limit,
        schools,
        standards,
        watched,
        options,
        disposals,
        assets,
        write_offs,
        staff,
        payroll,
        rules,
        pins,
        keep,
        targets,
        milestones,
        events,
        tiers,
        disruption,
        intakes,
        prices,
        limits,
        held_open: BTreeMap::new(),
        held_targets: BTreeSet::new(),
        negotiable,
        sources: source::resolve(raw, checks),
    })
}

/// The rules about who may be at which campus.
fn places(
    raw: &RawScenario,
    (names, calendar): (&Names<'_>, Option<&Calendar>),
    (programmes, enrolment): (&TiSlice<ProgrammeId, Programme>, Option<&Enrolment>),
    rules: &mut Rules,
    checks: &mut Checks<'_>,
) {
    let around = catchment::Surroundings { names, calendar, programmes, enrolment, rules };
    let catchment = catchment::resolve(raw, around, checks);
    let around = bands::Surroundings { names, calendar, programmes };
    rules.bands = bands::resolve(raw, around, checks);
    rules.catchment = catchment;
}

/// Staff with their pay, and what is pinned and kept.
type People = (TiVec<GroupId, StaffGroup>, Option<Payroll>, TiVec<PinId, Pin>, Option<Keep>);

/// Staff, and the decisions about them and others that are pinned or kept.
fn people(
    raw: &RawScenario,
    (names, calendar): (&Names<'_>, Option<&Calendar>),
    subjects: &TiSlice<SubjectId, Subject>,
    checks: &mut Checks<'_>,
) -> People {
    let around = features::Surroundings { names, calendar, subjects };
    let staff = staff::groups(raw, around, checks);
    let payroll = payroll::resolve(raw, names, (&staff, calendar), checks);
    let around = pins::Surroundings { names, calendar, staff: &staff };
    let pins = pins::resolve(raw, around, checks);
    let kept = raw.keep.as_ref();
    let keep = kept.map(|raw| keep::resolve(raw, around, checks));
    (staff, payroll, pins, keep)
}

/// What only shows in the scenario as a whole.
fn check_whole(scenario: &Scenario, checks: &mut Checks<'_>) {
    standards::stated(scenario, checks);
    if checks.passed() {
        bands::check(scenario, checks);
        occupancy::check(scenario, checks);
        course::check(scenario, checks);
        pin_checks::check(scenario, checks);
    }
}

/// School years in which a cohort enters whose applicants are projected.
fn projected_years(cohorts: &TiVec<CohortId, Cohort>) -> BTreeSet<i32> {
    let projected = cohorts.iter().filter(|one| one.projected.is_some());
    projected.map(|one| one.entry.school_year()).collect()
}

/// The register of assets, and what is disposed of: units of resources and
/// lines of the register.
fn register(
    raw: &RawScenario,
    around: asset::Surroundings<'_>,
    calendar: Option<&Calendar>,
    checks: &mut Checks<'_>,
) -> (TiVec<AssetId, Asset>, Vec<Disposal>, Vec<WriteOff>) {
    let names = around.names;
    let assets = asset::assets(raw, around, checks);
    asset::whole_options(raw, checks);
    let around = disposal::Surroundings { names, scenario: raw, calendar };
    let (disposals, write_offs) = disposal::resolve(around, checks);
    if checks.passed() {
        disposal::enough(&assets, (&disposals, &write_offs), checks);
    }
    (assets, disposals, write_offs)
}

/// Stands for the target term while the calendar is unknown.
const NO_TERM: Term = Term { year: 1900, season: Season::Spring };
