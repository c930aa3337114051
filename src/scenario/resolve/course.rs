//! Short courses.

use super::checks::{Bounds, Checks, Noun};
use super::names::Names;
use crate::domain::{Calendar, Course, Enforcement, Scenario, Term, in_force};
use crate::ids::{CampusId, CourseId, ResourceId, SubjectId};
use crate::scenario::measure::Measure;
use crate::scenario::named::Named;
use crate::scenario::path::Path;
use crate::scenario::quantity::Quantity;
use crate::scenario::raw::{RawCourse, RawScenario, RawTrainees};
use crate::units::{Hours, Money, Periods, Students};
use crate::words::{courses as words, diagnostics};
use std::collections::{BTreeMap, BTreeSet};
use typed_index_collections::TiVec;

/// What short courses refer to.
#[derive(Clone, Copy)]
struct Surroundings<'a> {
    scenario: &'a RawScenario,
    names: &'a Names<'a>,
    calendar: Option<&'a Calendar>,
}

/// Short courses.
pub(super) fn courses(
    scenario: &RawScenario,
    names: &Names<'_>,
    calendar: Option<&Calendar>,
    checks: &mut Checks<'_>,
) -> TiVec<CourseId, Course> {
    let around = Surroundings { scenario, names, calendar };
    let all = scenario.courses.iter();
    all.map(|(key, raw)| course(key, raw, around, checks)).collect()
}

fn place(key: &str) -> Path {
    Path::field("courses").key(key)
}

fn course(key: &str, raw: &RawCourse, around: Surroundings<'_>, checks: &mut Checks<'_>) -> Course {
    let here = place(key);
    let name = checks.need_text(&here, "name", raw.name.as_ref());
    let sites = sites(&here, &raw.sites, around.names, checks);
    let demand = checks.need(&here, "demand", raw.demand.as_ref());
    let demand = trainees(&here.key("demand"), demand, around.calendar, checks);
    let least = raw.least.as_ref();
    let least = least.map_or(Some(BTreeMap::new()), |least| {
        trainees(&here.key("least"), Some(least), around.calendar, checks)
    });
    if let (Some(demand), Some(least)) = (&demand, &least) {
        within_demand(&here.key("least"), demand, least, checks);
    }
    let hours = amounts(&here.key("hours"), &raw.hours, true, around, checks);
    let fee = raw.fee.as_ref();
    let fee = checks.needed(&here, "fee", fee, Measure::Money, Bounds::Amount);
    let cost = raw.cost.as_ref();
    let cost = checks.optional(&here, "cost", cost, Measure::Money, Bounds::Amount);
    let course = Course {
        id: key.to_owned(),
        name,
        sites,
        demand: demand.unwrap_or_default(),
        least: least.unwrap_or_default(),
        hours: hours.into_iter().map(|(id, one)| (id, Hours(one))).collect(),
        uses: amounts(&here.key("uses"), &raw.uses, false, around, checks),
        periods: periods(&here.key("periods"), &raw.periods, around.names, checks),
        fee: Money(fee),
        cost: Money(cost.unwrap_or(0.0)),
    };
    let nothing = raw.hours.is_empty() && raw.uses.is_empty() && raw.periods.is_empty();
    let spoiled = ["hours", "uses", "periods"];
    if nothing && !spoiled.iter().any(|one| checks.is_spoiled(&here.key(one))) {
        checks.warn(&here, words::uses_nothing(), Vec::new());
    }
    course
}

fn sites(
    course: &Path,
    raw: &[String],
    names: &Names<'_>,
    checks: &mut Checks<'_>,
) -> BTreeSet<CampusId> {
    let here = course.key("sites");
    if raw.is_empty() {
        checks.error(&here, words::no_site(), vec![words::name_sites()]);
    }
    let mut sites = BTreeSet::new();
    for (index, key) in raw.iter().enumerate() {
        let at = here.index(index);
        let campus = checks.find(&at, key, Noun::Campus, &names.campuses);
        if campus.is_some_and(|campus| !sites.insert(campus)) {
            checks.error(&at, diagnostics::key_twice(key), Vec::new());
        }
    }
    sites
}

/// Trainees by the term from which on; nothing where something is wrong, which
/// is then told.
fn trainees(
    here: &Path,
    raw: Option<&RawTrainees>,
    calendar: Option<&Calendar>,
    checks: &mut Checks<'_>,
) -> Option<BTreeMap<Term, Students>> {
    let raw = raw?;
    let mut figures = BTreeMap::new();
    let mut known = calendar.is_some();
    let whole = |at: &Path, raw: &Quantity, checks: &mut Checks<'_>| {
        let people = checks.figure(at, raw, Measure::Students, Bounds::Amount, &[])?;
        checks.whole(at, people);
        Some(Students(people))
    };
    if let Some(raw) = &raw.trainees {
        let people = whole(&here.key("trainees"), raw, checks);
        known &= people.is_some();
        if let (Some(people), Some(calendar)) = (people, calendar) {
            figures.insert(calendar.first, people);
        }
    } else if raw.from.is_empty() {
        known = false;
        checks.missing(here, "trainees");
    }
    for (key, raw) in raw.from.iter() {
        let at = here.key("from").key(key);
        let people = whole(&at, raw, checks);
        let term = checks.term_within(&at, key, calendar);
        if let (Some(term), Some(people)) = (term, people) {
            figures.insert(term, people);
        } else {
            known = false;
        }
    }
    known.then_some(figures)
}

/// Amounts of resources with hours, or of those without.
fn amounts(
    here: &Path,
    raw: &Named<Quantity>,
    hours: bool,
    around: Surroundings<'_>,
    checks: &mut Checks<'_>,
) -> BTreeMap<ResourceId, f64> {
    let mut amounts = BTreeMap::new();
    for (key, raw) in raw.iter() {
        let at = here.key(key);
        let id = checks.find::<ResourceId>(&at, key, Noun::Resource, &around.names.resources);
        let measure = super::resource::use_measure(hours);
        let amount = checks.figure(&at, raw, measure, Bounds::Positive, &[]);
        let Some(id) = id else { continue };
        let (name, of) = &around.scenario.resources.0[id.0];
        let stated = Path::field("resources").key(name).key("hours");
        if of.hours.is_some() != hours && !checks.is_spoiled(&stated) {
            let (message, hint) = if hours {
                (words::has_no_hours(key), words::belongs_under("uses"))
            } else {
                (words::has_hours(key), words::belongs_under("hours"))
            };
            checks.error(&at, message, vec![hint]);
        }
        if let Some(amount) = amount {
            amounts.insert(id, amount);
        }
    }
    amounts
}

fn periods(
    here: &Path,
    raw: &Named<Quantity>,
    names: &Names<'_>,
    checks: &mut Checks<'_>,
) -> BTreeMap<SubjectId, Periods> {
    let mut all = BTreeMap::new();
    for (key, raw) in raw.iter() {
        let at = here.key(key);
        let subject = checks.find(&at, key, Noun::Subject, &names.subjects);
        let periods = checks.figure(&at, raw, Measure::Periods, Bounds::Positive, &[]);
        if let (Some(subject), Some(periods)) = (subject, periods) {
            all.insert(subject, Periods(periods));
        }
    }
    all
}

/// A contract asks for no more than would come.
fn within_demand(
    here: &Path,
    demand: &BTreeMap<Term, Students>,
    least: &BTreeMap<Term, Students>,
    checks: &mut Checks<'_>,
) {
    let terms: BTreeSet<Term> = demand.keys().chain(least.keys()).copied().collect();
    for term in terms {
        let (least, demand) = (in_force(least, term), in_force(demand, term));
        if least > demand {
            let (least, demand) = (least.0.to_string(), demand.0.to_string());
            let message = words::beyond_demand(&term.to_string(), &least, &demand);
            checks.error(here, message, Vec::new());
        }
    }
}

/// Whether the campuses of each short course can be used, and have what it
/// needs.
pub(super) fn check(scenario: &Scenario, checks: &mut Checks<'_>) {
    for course in &scenario.courses {
        let here = place(&course.id);
        for campus in &course.sites {
            check_site(scenario, course, *campus, checks);
        }
        for subject in course.periods.keys() {
            let noun = &scenario.subjects[*subject];
            let mut groups = scenario.staff.iter();
            if noun.hiring.is_none() && !groups.any(|group| group.subjects.contains(subject)) {
                let at = here.key("periods").key(&noun.id);
                checks.warn(&at, words::nobody_teaches(&noun.id), Vec::new());
            }
        }
        check_contract(scenario, course, checks);
    }
}

fn check_site(scenario: &Scenario, course: &Course, id: CampusId, checks: &mut Checks<'_>) {
    let here = place(&course.id);
    let campus = &scenario.campuses[id];
    let calendar = &scenario.calendar;
    let mut terms = calendar.term_ids();
    if !terms.any(|term| scenario.usable(id, calendar.term(term))) {
        let message = words::site_unusable(&campus.id);
        checks.warn(&here.key("sites"), message, Vec::new());
    }
    for resource in course.hours.keys().chain(course.uses.keys()) {
        let of = &scenario.resources[*resource];
        let mut options = scenario.options.iter();
        let could_be = options.any(|one| one.campus == id && one.resource == *resource)
            || of.shipping.is_some()
            || of.shared_visit.is_some();
        if campus.owns[*resource] == 0.0 && !could_be {
            let message = words::none_at_site(&campus.id, &of.id);
            checks.warn(&here.key("sites"), message, Vec::new());
        }
    }
}

/// Some campus can be used in every term with a contract.
fn check_contract(scenario: &Scenario, course: &Course, checks: &mut Checks<'_>) {
    let calendar = &scenario.calendar;
    let nowhere = calendar.term_ids().find(|term| {
        let mut sites = course.sites.iter();
        !course.contracted(calendar.term(*term)).is_zero()
            && !sites.any(|campus| scenario.usable(*campus, calendar.term(*term)))
    });
    if let Some(term) = nowhere {
        let at = place(&course.id).key("least");
        let message = words::contract_nowhere(&calendar.term(term).to_string());
        match scenario.rules.courses {
            Enforcement::Hard => checks.error(&at, message, Vec::new()),
            Enforcement::Priced(_) => checks.warn(&at, message, Vec::new()),
        }
    }
}
