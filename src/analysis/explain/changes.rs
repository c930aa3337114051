//! What is granted, as changes to the scenario.

use super::granted::{Granted, last, later};
use crate::domain::{Negotiable, Origin, Rule, Scenario, Term};
use crate::ids::{CampusId, ProgrammeId, ResourceId, SubjectId};
use crate::model::loosening::{option_key, teacher_load};
use crate::scenario::Change;
use crate::scenario::path::Path;
use crate::units::Money;
use crate::words::negotiable as words;

/// The changes to the scenario that grant something, as the command line takes
/// them.
pub fn changes(scenario: &Scenario, granted: &Granted) -> Vec<Change> {
    let Granted { what, steps, .. } = *granted;
    let rules = Path::field("rules");
    let cap = |rule: &str, field: &str, now: Option<u32>| {
        let to = now.map(|now| now + steps);
        let at = rules.key(rule).key(field);
        to.map(|to| set(&at, to)).into_iter().collect()
    };
    let relocation = &scenario.rules.relocation;
    let employment = &scenario.rules.employment;
    match what {
        Negotiable::Units { resource, campus, units } => {
            vec![units_added(scenario, granted, (resource, campus, units))]
        }
        Negotiable::Seats { campus, seats } => {
            seats_added(scenario, campus, seats * f64::from(steps))
        }
        Negotiable::Teacher { subject, campus } => {
            vec![teachers_added(scenario, steps, subject, campus)]
        }
        Negotiable::Tenure(id) => tenure(scenario, id, steps),
        Negotiable::Vacate(id) => vacate(scenario, id, steps),
        Negotiable::Point(term) => vec![point(scenario, term)],
        Negotiable::Moves => cap("relocation", "most_per_stage", relocation.most_per_stage),
        Negotiable::ClassMoves => {
            cap("relocation", "most_per_class", Some(relocation.most_per_class))
        }
        Negotiable::LastYear => vec![set(&rules.key("relocation").key("last_year"), true)],
        Negotiable::Rebased => cap("employment", "rebased_per_stage", employment.rebased_per_stage),
        Negotiable::Hires => cap("employment", "hires_per_year", employment.hires_per_year),
        Negotiable::HiresOf(id) => hires_of(scenario, id, steps),
        Negotiable::Capital { year, amount } => {
            let now = scenario.rules.budget.capital.as_ref();
            let now = now.map(|years| years.get(&year).copied());
            let at = rules.key("budget").key("capital");
            let granted = now.map(|now| money(&at, year, now, amount * f64::from(steps)));
            granted.into_iter().collect()
        }
        Negotiable::Running { year, amount } => {
            let now = scenario.rules.budget.running.get(&year).copied();
            let at = rules.key("budget").key("running");
            let granted = now.map(|now| money(&at, year, Some(now), amount * f64::from(steps)));
            granted.into_iter().collect()
        }
        Negotiable::Least(id) => least(scenario, id, steps),
        Negotiable::Target(id) => {
            let target = &scenario.targets[id];
            let at = Path::field("targets").key(&target.id).key("from");
            vec![set_term(&at, later(target.from, steps))]
        }
        Negotiable::Without(Rule::ClassTeacher) => vec![set(&rules.key("class_teacher"), false)],
        Negotiable::Without(rule) => vec![Change::Remove(rules.key(rule.key()).to_string())],
    }
}

fn set(at: &Path, value: impl std::fmt::Display) -> Change {
    Change::Set(format!("{at}={value}"))
}

fn set_term(at: &Path, term: Term) -> Change {
    set(at, format!("\"{term}\""))
}

fn units_added(
    scenario: &Scenario,
    granted: &Granted,
    (resource, campus, units): (ResourceId, CampusId, f64),
) -> Change {
    let key = option_key(scenario, resource, campus);
    let at = Path::field("options").key(&key);
    let (what, place) = (&scenario.resources[resource], &scenario.campuses[campus]);
    let name = words::option_name(&place.name.zh, &place.name.en, &what.name.zh, &what.name.en);
    let from = granted.from.unwrap_or(scenario.calendar.first);
    let steps = granted.steps;
    Change::Add(format!(
        "{at}=(name: (zh: {:?}, en: {:?}), resource: {:?}, campus: {:?}, units: {units}, cost: 0, \
         earliest: \"{from}\", most: {steps})",
        name.zh, name.en, what.id, place.id
    ))
}

fn seats_added(scenario: &Scenario, id: CampusId, more: f64) -> Vec<Change> {
    let rule = scenario.rules.catchment.as_ref();
    let seats = rule.and_then(|rule| rule.buses.get(&id)?.seats);
    let at = Path::field("rules").key("catchment").key("buses").key(&scenario.campuses[id].id);
    seats.map(|seats| set(&at.key("seats"), seats.0 + more)).into_iter().collect()
}

fn teachers_added(scenario: &Scenario, count: u32, subject: SubjectId, campus: CampusId) -> Change {
    let load = teacher_load(scenario, subject);
    let (subject, campus) = (&scenario.subjects[subject].id, &scenario.campuses[campus].id);
    let at = Path::field("staff").key(&format!("negotiated_{subject}_{campus}"));
    let employer = words::lent();
    Change::Add(format!(
        "{at}=(employer: (zh: {:?}, en: {:?}), campus: {campus:?}, subjects: [{subject:?}], \
         count: {count}, load: {load})",
        employer.zh, employer.en
    ))
}

fn tenure(scenario: &Scenario, id: CampusId, steps: u32) -> Vec<Change> {
    let campus = &scenario.campuses[id];
    let at = Path::field("campuses").key(&campus.id).key("tenure").key("until");
    let until = campus.until.map(|until| set_term(&at, later(until, steps)));
    until.into_iter().collect()
}

fn vacate(scenario: &Scenario, id: CampusId, steps: u32) -> Vec<Change> {
    let at = Path::field("rules").key("relocation").key("vacate");
    let at = at.key(&scenario.campuses[id].id);
    let by = scenario.rules.relocation.vacate.get(&id);
    let by = by.map(|by| later(*by, steps)).map(|by| {
        if by > last(scenario) { Change::Remove(at.to_string()) } else { set_term(&at, by) }
    });
    by.into_iter().collect()
}

fn point(scenario: &Scenario, term: Term) -> Change {
    let calendar = &scenario.calendar;
    let mut points: Vec<Term> = calendar.stage_ids().map(|id| calendar.start(id)).collect();
    points.push(term);
    points.sort_unstable();
    let points: Vec<String> = points.iter().map(|term| format!("\"{term}\"")).collect();
    let at = Path::field("calendar").key("relocation_points");
    set(&at, format!("[{}]", points.join(", ")))
}

fn hires_of(scenario: &Scenario, id: SubjectId, steps: u32) -> Vec<Change> {
    let subject = &scenario.subjects[id];
    let at = Path::field("subjects").key(&subject.id).key("hiring");
    let most = subject.hiring.map(|hiring| hiring.most_per_year + steps);
    let most = most.map(|most| set(&at.key("most_per_year"), most));
    most.into_iter().collect()
}

/// Money of a year: more of it, or some where nothing was said.
fn money(at: &Path, year: i32, now: Option<Money>, more: Money) -> Change {
    let at = at.key(&year.to_string());
    match now {
        Some(now) => set(&at, (now + more).0),
        None => Change::Add(format!("{at}={}", more.0)),
    }
}

fn least(scenario: &Scenario, id: ProgrammeId, steps: u32) -> Vec<Change> {
    let programme = &scenario.programmes[id].id;
    let cohorts = scenario.cohorts.iter().filter(|one| one.programme == id);
    let bound = cohorts.filter_map(|one| match one.origin {
        Origin::Future { least, .. } if least > 0 => Some((one.entry, least)),
        _ => None,
    });
    bound
        .map(|(entry, least)| {
            let at = format!("admissions[{programme},{entry}].least");
            Change::Set(format!("{at}={}", least.saturating_sub(steps)))
        })
        .collect()
}
