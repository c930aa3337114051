//! What is granted, as changes to the scenario and in words.

use crate::domain::{Concession, Negotiable, Origin, Rule, Scenario, Term, Text};
use crate::ids::{CampusId, ProgrammeId, ResourceId, SubjectId, TargetId};
use crate::model::loosening::{option_key, teacher_load};
use crate::scenario::Change;
use crate::scenario::path::Path;
use crate::units::Money;
use crate::words::{common, negotiable as words};

/// Steps of a concession that are taken.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Granted {
    /// What a step changes.
    pub what: Negotiable,
    /// How many.
    pub steps: u32,
    /// What they cost.
    pub price: Money,
    /// From when on, if the plan decides that.
    pub from: Option<Term>,
}

impl Granted {
    /// So many steps of a concession.
    #[must_use]
    pub fn new(concession: &Concession, steps: u32, from: Option<Term>) -> Self {
        Self {
            what: concession.what,
            steps,
            price: concession.price * f64::from(steps),
            from,
        }
    }
}

/// Most steps of a concession that make a difference within the horizon.
#[must_use]
pub fn most_steps(scenario: &Scenario, concession: &Concession) -> u32 {
    let last = last(scenario);
    let terms = |end: Option<Term>| {
        let left = end.map_or(0, |end| last.since(end));
        u32::try_from(left).unwrap_or(0)
    };
    let vacate = &scenario.rules.relocation.vacate;
    let there = match concession.what {
        Negotiable::Tenure(id) => terms(scenario.campuses[id].until),
        // Vacated after the last term is not vacated at all.
        Negotiable::Vacate(id) => terms(vacate.get(&id).copied().map(|term| term.plus(-1))),
        Negotiable::Point(term) => {
            let first = scenario.calendar.stage_starting(term);
            u32::from(first.is_none() && scenario.calendar.find(term).is_some())
        }
        Negotiable::LastYear => u32::from(!scenario.rules.relocation.last_year),
        Negotiable::Target(id) => {
            let target = &scenario.targets[id];
            terms(Some(target.from)).min(terms_until(target.until, target.from))
        }
        Negotiable::Without(rule) => u32::from(in_use(scenario, rule)),
        _ => concession.most,
    };
    there.min(concession.most)
}

fn terms_until(until: Option<Term>, from: Term) -> u32 {
    until.map_or(u32::MAX, |until| u32::try_from(until.since(from)).unwrap_or(0))
}

fn in_use(scenario: &Scenario, rule: Rule) -> bool {
    let rules = &scenario.rules;
    match rule {
        Rule::ClassTeacher => rules.class_teacher,
        Rule::Duty => rules.duty.is_some(),
        Rule::Exchange => rules.exchange.is_some(),
        Rule::Budget => rules.budget.capital.is_some() || !rules.budget.running.is_empty(),
        Rule::Role => !rules.role.leads.is_empty() || !rules.role.mains.is_empty(),
        Rule::Standards => !rules.standards.is_empty(),
        _ => false,
    }
}

fn last(scenario: &Scenario) -> Term {
    let calendar = &scenario.calendar;
    calendar.term((calendar.terms - 1).into())
}

/// The changes to the scenario that grant something, as the command line takes
/// them.
#[must_use]
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
        Negotiable::Units {
            resource,
            campus,
            units,
        } => vec![units_added(scenario, granted, (resource, campus, units))],
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
        Negotiable::Rebased => {
            cap("employment", "rebased_per_stage", employment.rebased_per_stage)
        }
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

fn later(term: Term, steps: u32) -> Term {
    term.plus(i64::from(steps))
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

fn teachers_added(
    scenario: &Scenario,
    count: u32,
    subject: SubjectId,
    campus: CampusId,
) -> Change {
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
        if by > last(scenario) {
            Change::Remove(at.to_string())
        } else {
            set_term(&at, by)
        }
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

/// What is granted, in words.
#[must_use]
pub fn told(scenario: &Scenario, granted: &Granted) -> Text {
    let Granted { what, steps, .. } = *granted;
    let campus = |id: CampusId| &scenario.campuses[id].name;
    let target = |id: TargetId| &scenario.targets[id].name;
    match what {
        Negotiable::Units {
            resource,
            campus: at,
            units,
        } => {
            let count = common::number(units * f64::from(steps));
            let (of, at) = (&scenario.resources[resource], campus(at));
            let more = words::units(&at.zh, &at.en, &count, &of.unit.zh, &of.name.zh, &of.name.en);
            since(granted.from, &more)
        }
        Negotiable::Teacher {
            subject,
            campus: at,
        } => {
            let (of, at) = (&scenario.subjects[subject].name, campus(at));
            words::teachers(&at.zh, &at.en, steps, &of.zh, &of.en)
        }
        Negotiable::Tenure(id) => {
            let until = scenario.campuses[id].until.map(|until| later(until, steps));
            let until = until.map(common::term).unwrap_or_default();
            words::tenure(&campus(id).zh, &campus(id).en, steps, &until.zh, &until.en)
        }
        Negotiable::Vacate(id) => {
            let by = scenario.rules.relocation.vacate.get(&id);
            let by = by.map(|by| common::term(later(*by, steps))).unwrap_or_default();
            words::vacate(&campus(id).zh, &campus(id).en, steps, &by.zh, &by.en)
        }
        Negotiable::Point(term) => {
            let term = common::term(term);
            words::point(&term.zh, &term.en)
        }
        Negotiable::Moves => words::moves(steps),
        Negotiable::ClassMoves => words::class_moves(steps),
        Negotiable::LastYear => words::last_year(),
        Negotiable::Rebased => words::rebased(steps),
        Negotiable::Hires => words::hires(steps),
        Negotiable::HiresOf(id) => {
            let subject = &scenario.subjects[id].name;
            words::hires_of(&subject.zh, &subject.en, steps)
        }
        Negotiable::Capital { year, amount } => {
            words::capital(year, &common::number(amount.0 * f64::from(steps)))
        }
        Negotiable::Running { year, amount } => {
            words::running(year, &common::number(amount.0 * f64::from(steps)))
        }
        Negotiable::Least(id) => {
            let programme = &scenario.programmes[id].name;
            words::least(&programme.zh, &programme.en, steps)
        }
        Negotiable::Target(id) => {
            let due = common::term(later(scenario.targets[id].from, steps));
            words::target(&target(id).zh, &target(id).en, &due.zh, &due.en)
        }
        Negotiable::Without(rule) => {
            let rule = crate::words::rules::rule(rule);
            words::without(&rule.zh, &rule.en)
        }
    }
}

/// A concession that holds from a term on.
fn since(from: Option<Term>, what: &Text) -> Text {
    match from.map(common::term) {
        Some(from) => words::since(&from.zh, &from.en, &what.zh, &what.en),
        None => what.clone(),
    }
}
