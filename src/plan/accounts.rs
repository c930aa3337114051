//! Money, disruption and travel of a plan, and the values of the objective's
//! parts.
//!
//! cost = (Σ money but income − fees of short courses) / (1 + discount)^(year −
//! first year);
//! disruption = `student_moved` · students moved + `staff_rebased` · staff
//! re-based; travel = hours of students and teachers on the road, those between
//! home and campus where the scenario counts them.

use super::book::{Book, Entry};
use super::deviation::deviation;
use super::spending::{home_hours, hours, spending, trips_to_share, trips_to_teach};
use super::{Accounts, MissedRule, MoneyItem, MoneyLine, Plan, indicators, intakes, missed};
use crate::domain::{Enforcement, Part, Scenario, Target};
use crate::units::{Hours, Money, Students};
use std::collections::BTreeMap;

/// The accounts of a plan, computed from its decisions.
pub fn accounts(scenario: &Scenario, plan: &Plan) -> Accounts {
    let book = Book::new(scenario, plan);
    let missed = missed::missed_rules(scenario, plan);
    let mut entries = spending(&book);
    entries.extend(missed.iter().map(|one| penalty(scenario, one)));
    let money = lines(entries);
    let expected_moved: f64 = book.moved.iter().map(|moved| moved.students).sum();
    let staff_rebased = whole(book.rebased().len());
    let weights = scenario.disruption;
    Accounts {
        cost_wan_yuan: cost(scenario, &money),
        targets_percent: targets_percent(&book),
        students_moved: Students(book.moved.iter().map(|moved| moved.heads).sum()),
        classes_moved: whole(book.moved.len()),
        staff_rebased,
        disruption: weights.student_moved * expected_moved
            + weights.staff_rebased * f64::from(staff_rebased),
        student_hours: Hours(hours(trips_to_share(&book))),
        home_hours: home_hours(&book),
        teacher_hours: Hours(hours(trips_to_teach(&book))),
        deviation: deviation(scenario, plan),
        intakes: intakes::parts(&book),
        money,
    }
}

/// The value of a part of the objective.
pub fn part_value(accounts: &Accounts, part: Part) -> f64 {
    match part {
        Part::Targets => accounts.targets_percent,
        Part::Cost => accounts.cost_wan_yuan.0,
        Part::Disruption => accounts.disruption,
        Part::Deviation => accounts.deviation.unwrap_or(0.0),
        Part::Swing => accounts.intakes.as_ref().map_or(0.0, |one| one.swing),
        Part::TurnedAway => accounts.intakes.as_ref().map_or(0.0, |one| one.turned_away),
        Part::Margins => accounts.intakes.as_ref().map_or(0.0, |one| one.margins_percent),
        Part::Travel => accounts.student_hours.0 + accounts.home_hours.0 + accounts.teacher_hours.0,
    }
}

/// The price of a missed rule, in the year in which it is missed.
fn penalty(scenario: &Scenario, missed: &MissedRule) -> Entry {
    let price = match scenario.enforcement(missed.rule, &missed.place) {
        Enforcement::Hard => 0.0,
        Enforcement::Priced(price) => price.0,
    };
    let stated = || missed.place.get(1).and_then(|year| year.parse().ok());
    let term = missed.term.map(|term| term.0.fiscal_year());
    let year = term.or_else(stated).unwrap_or_default();
    (MoneyItem::Penalty, year, price * missed.amount)
}

/// Entries as lines, by year and item, without those that come to nothing.
fn lines(entries: Vec<Entry>) -> Vec<MoneyLine> {
    let mut sums: BTreeMap<(i32, MoneyItem), Money> = BTreeMap::new();
    for (item, year, amount) in entries {
        *sums.entry((year, item)).or_default() += Money(amount);
    }
    let lines = sums.into_iter().filter(|(_, amount)| !amount.is_zero());
    lines
        .map(|((fiscal_year, item), amount_wan_yuan)| MoneyLine {
            item,
            fiscal_year,
            amount_wan_yuan,
        })
        .collect()
}

fn cost(scenario: &Scenario, money: &[MoneyLine]) -> Money {
    let first = scenario.calendar.first.fiscal_year();
    let counted = money.iter();
    counted
        .map(|line| {
            let years = line.fiscal_year - first;
            let discount = (1.0 + scenario.prices.discount).powi(-years);
            line.amount_wan_yuan * (line.item.in_cost() * discount)
        })
        .sum()
}

/// Σ weight · mean over its terms of 100 · missed / `at_least`, of expected
/// numbers.
fn targets_percent(book: &Book) -> f64 {
    let calendar = &book.scenario.calendar;
    let part = |target: &Target| {
        let terms = calendar.term_ids();
        let terms = terms.filter(|term| target.applies(calendar.term(*term)));
        let missed: Vec<f64> = terms
            .map(|term| {
                (target.at_least - indicators::expected(book, target.metric, term)).max(0.0)
            })
            .collect();
        if missed.is_empty() || target.at_least <= 0.0 {
            return 0.0;
        }
        let mean = missed.iter().sum::<f64>() / f64::from(whole(missed.len()));
        target.weight * 100.0 * mean / target.at_least
    };
    book.scenario.targets.iter().map(part).sum()
}

fn whole(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
