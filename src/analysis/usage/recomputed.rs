//! What a plan uses of each restriction, recomputed.

use super::{Restriction, Usage};
use crate::domain::{Scenario, Term};
use crate::plan::{Plan, Seat, TermKey};
use std::collections::{BTreeMap, BTreeSet};

/// How far a plan uses each restriction of its case.
pub fn usage(scenario: &Scenario, plan: &Plan) -> Vec<Usage> {
    let mut all = money(scenario, plan);
    all.extend(caps(scenario, plan));
    all.extend(hiring(scenario, plan));
    all.extend(shares(scenario, plan));
    all.extend(modules(scenario, plan));
    all
}

/// Caps on moves, re-basing and hiring.
fn caps(scenario: &Scenario, plan: &Plan) -> Vec<Usage> {
    let (relocation, employment) = (&scenario.rules.relocation, &scenario.rules.employment);
    let of_a_class = plan.classes.iter();
    let of_a_class = of_a_class.map(|one| count_changes(one.campus_today.as_ref(), &one.seats));
    let most = BTreeMap::from([(None, of_a_class.max().unwrap_or(0))]);
    let caps = [
        (Restriction::Moves, relocation.most_per_stage, moves(plan)),
        (Restriction::ClassMoves, Some(relocation.most_per_class), most),
        (Restriction::Rebased, employment.rebased_per_stage, rebased(plan)),
        (Restriction::Hires, employment.hires_per_year, hires(plan, None)),
    ];
    let caps = caps.into_iter();
    caps.filter_map(|(restriction, cap, counts)| Some(capped(restriction, cap?, &counts))).collect()
}

/// Caps on recruits for each subject.
fn hiring(scenario: &Scenario, plan: &Plan) -> Vec<Usage> {
    let subjects = scenario.subjects.iter();
    let caps = subjects.filter_map(|subject| {
        let cap = subject.hiring?.most_per_year;
        let restriction = Restriction::HiresOf { subject: subject.id.clone() };
        Some(capped(restriction, cap, &hires(plan, Some(&subject.id))))
    });
    caps.collect()
}

/// Modules of each option.
fn modules(scenario: &Scenario, plan: &Plan) -> Vec<Usage> {
    let options = scenario.options.iter();
    let all = options.map(|option| {
        let built = plan.built.iter().filter(|one| one.option == option.id);
        let counts = built.map(|one| (Some(one.from.0), one.modules)).collect();
        let restriction = Restriction::Modules { option: option.id.clone() };
        capped(restriction, option.most, &counts)
    });
    all.collect()
}

/// Counts by the term in which they are made.
type Counts = BTreeMap<Option<Term>, u32>;

/// A cap beside the largest of some counts.
fn capped(restriction: Restriction, cap: u32, counts: &Counts) -> Usage {
    let most = counts.values().copied().max().unwrap_or(0);
    let at = counts.iter().find(|(_, count)| **count == most && most > 0);
    Usage {
        restriction,
        limit: f64::from(cap),
        used: f64::from(most),
        at: at.and_then(|(term, _)| term.map(TermKey)),
    }
}

/// Capital and running grants by fiscal year.
fn money(scenario: &Scenario, plan: &Plan) -> Vec<Usage> {
    let calendar = &scenario.calendar;
    let years: BTreeSet<i32> =
        calendar.term_ids().map(|term| calendar.term(term).fiscal_year()).collect();
    let mut all = Vec::new();
    for year in &years {
        if let Some(granted) = &scenario.rules.budget.capital {
            let limit = granted.range(..=year).map(|(_, money)| money.0).sum();
            let lines = plan.accounts.money.iter();
            let spent = lines.filter(|line| line.item.is_capital() && line.fiscal_year <= *year);
            all.push(Usage {
                restriction: Restriction::Capital { year: *year },
                limit,
                used: spent.map(|line| line.amount_wan_yuan.0).sum(),
                at: None,
            });
        }
    }
    for year in &years {
        if let Some(grant) = scenario.rules.budget.running.get(year) {
            let lines = plan.accounts.money.iter();
            let lines = lines.filter(|line| line.fiscal_year == *year);
            let net = lines.map(|line| {
                let amount = line.amount_wan_yuan.0;
                match (line.item.is_running(), line.item.is_income()) {
                    (true, _) => amount,
                    (_, true) => -amount,
                    _ => 0.0,
                }
            });
            all.push(Usage {
                restriction: Restriction::Running { year: *year },
                limit: grant.0,
                used: net.sum(),
                at: None,
            });
        }
    }
    all
}

/// The largest shares of a subject's periods that are visited and bought.
fn shares(scenario: &Scenario, plan: &Plan) -> Vec<Usage> {
    let rules = &scenario.rules;
    let visits = plan.visiting.iter();
    let visits: Vec<Periods<'_>> =
        visits.map(|one| (one.subject.as_str(), one.from.0, one.periods_per_week.0)).collect();
    let bought = plan.part_time.iter();
    let bought: Vec<Periods<'_>> =
        bought.map(|one| (one.subject.as_str(), one.from.0, one.periods_per_week.0)).collect();
    let mut all = Vec::new();
    if rules.visiting.share < 1.0 {
        let limit = rules.visiting.share;
        all.push(shared(scenario, plan, (Restriction::Visiting, limit), &visits));
    }
    if !rules.part_time.pay.is_empty() && rules.part_time.share < 1.0 {
        let limit = rules.part_time.share;
        all.push(shared(scenario, plan, (Restriction::PartTime, limit), &bought));
    }
    all
}

/// Weekly periods of a subject from the start of a stage.
type Periods<'a> = (&'a str, Term, f64);

fn shared(
    scenario: &Scenario,
    plan: &Plan,
    (restriction, limit): (Restriction, f64),
    periods: &[Periods<'_>],
) -> Usage {
    let calendar = &scenario.calendar;
    let (mut most, mut at) = (0.0, None);
    for term in &plan.indicators {
        let Some(id) = calendar.find(term.term.0) else {
            continue;
        };
        let start = calendar.start(calendar.stage_of(id));
        for subject in &scenario.subjects {
            let own = periods.iter().filter(|one| one.0 == subject.id && one.1 == start);
            let own: f64 = own.map(|one| one.2).sum();
            let needed = term.periods.iter().filter(|one| one.subject == subject.id);
            let needed: f64 = needed.map(|one| one.periods_per_week.0).sum();
            if needed > 0.0 && own / needed > most {
                (most, at) = (own / needed, Some(term.term));
            }
        }
    }
    Usage { restriction, limit: 100.0 * limit, used: 100.0 * most, at }
}

/// Changes of campus in a sequence of seats.
fn count_changes(today: Option<&String>, seats: &[Seat]) -> u32 {
    let changes = changes_of([(today, seats)].into_iter());
    changes.values().sum()
}

/// Changes of campus by the term of the change.
fn changes_of<'a>(seats: impl Iterator<Item = (Option<&'a String>, &'a [Seat])>) -> Counts {
    let mut counts = Counts::new();
    for (today, seats) in seats {
        let mut before = today;
        for seat in seats {
            if before.is_some_and(|before| *before != seat.campus) {
                *counts.entry(Some(seat.from.0)).or_default() += 1;
            }
            before = Some(&seat.campus);
        }
    }
    counts
}

fn moves(plan: &Plan) -> Counts {
    let classes = plan.classes.iter();
    changes_of(classes.map(|one| (one.campus_today.as_ref(), one.seats.as_slice())))
}

fn rebased(plan: &Plan) -> Counts {
    let posts = plan.posts.iter();
    changes_of(posts.map(|one| (one.campus_today.as_ref(), one.seats.as_slice())))
}

/// Recruits by calendar year, under the first term in which there are any.
fn hires(plan: &Plan, subject: Option<&str>) -> Counts {
    let mut years: BTreeMap<i32, (Term, u32)> = BTreeMap::new();
    let hires = plan.hires.iter();
    for hire in hires.filter(|one| subject.is_none_or(|subject| subject == one.subject)) {
        let year = years.entry(hire.at.0.year).or_insert((hire.at.0, 0));
        *year = (year.0.min(hire.at.0), year.1 + hire.people);
    }
    years.into_values().map(|(term, people)| (Some(term), people)).collect()
}
