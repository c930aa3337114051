//! What is granted, and how it is told.

use crate::domain::{Concession, Negotiable, Rule, Scenario, Term, Text};
use crate::ids::{CampusId, TargetId};
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
    pub fn new(concession: &Concession, steps: u32, from: Option<Term>) -> Self {
        Self { what: concession.what, steps, price: concession.price * f64::from(steps), from }
    }
}

/// Most steps of a concession that make a difference within the horizon.
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

/// The last term of the horizon.
pub(super) fn last(scenario: &Scenario) -> Term {
    let calendar = &scenario.calendar;
    calendar.term((calendar.terms - 1).into())
}

/// The term so many terms later.
pub(super) fn later(term: Term, steps: u32) -> Term {
    term.plus(i64::from(steps))
}

/// What is granted, in words.
pub fn phrase(scenario: &Scenario, granted: &Granted) -> Text {
    let Granted { what, steps, .. } = *granted;
    let campus = |id: CampusId| &scenario.campuses[id].name;
    let target = |id: TargetId| &scenario.targets[id].name;
    match what {
        Negotiable::Units { resource, campus: at, units } => {
            let count = common::number(units * f64::from(steps));
            let (of, at) = (&scenario.resources[resource], campus(at));
            let more = words::units(&at.zh, &at.en, &count, &of.unit.zh, &of.name.zh, &of.name.en);
            since(granted.from, &more)
        }
        Negotiable::Seats { campus: at, seats } => {
            let count = common::number(seats * f64::from(steps));
            words::seats(&campus(at).zh, &campus(at).en, &count)
        }
        Negotiable::Teacher { subject, campus: at } => {
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
