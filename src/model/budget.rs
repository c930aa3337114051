//! Rule Budget 预算.
//!
//! `capital[y]`: Σ_{y' ≤ y} capital spent ≤ Σ_{y' ≤ y} capital granted (or
//! missed at a price): unspent money is carried over;
//! `running[y]`: running cost − income ≤ grant (likewise), for the years that
//! have one; fees of short courses are income.
//!
//! Sets: fiscal years y. Units: 万元.

use super::builder::{Builder, Give};
use super::linear::Linear;
use super::money::Ledger;
use super::problem::{Label, Place};
use crate::domain::Rule;

/// Adds the rows.
pub fn add(builder: &mut Builder<'_>, ledger: &Ledger) {
    let scenario = builder.scenario;
    let rule = &scenario.rules.budget;
    let give = Give::by(rule.enforce, 1.0);
    let label = |year: i32, name: &'static str| Label {
        rule: Rule::Budget,
        name,
        place: Place::Year(year),
        term: None,
    };
    let first = scenario.calendar.first.fiscal_year();
    let last = scenario.calendar.term(crate::ids::TermId(scenario.calendar.terms - 1));
    for year in first..=last.fiscal_year() {
        if let Some(capital) = &rule.capital {
            let granted: f64 = capital.range(..=year).map(|(_, money)| money.0).sum();
            let spent = ledger.sum(|item, when| item.is_capital() && when <= year);
            builder.at_most(label(year, "capital"), spent, Linear::from(granted), give);
        }
        if let Some(grant) = rule.running.get(&year) {
            let cost = ledger.sum(|item, when| item.is_running() && when == year);
            let income = ledger.sum(|item, when| item.is_income() && when == year);
            let left = cost - income;
            builder.at_most(label(year, "running"), left, Linear::from(grant.0), give);
        }
    }
}
