//! Rule Budget, by fiscal year, beyond it at a price (万元):
//!
//! - capital spent up to year y ≤ capital granted up to y, if capital is given,
//!   for every year of the horizon;
//! - running cost less income and course fees in y ≤ running grant of y, where one is given.

use super::facts::Facts;
use super::ledger::{At, Ledger, Limit, Sides, Tally};
use super::money::Sums;
use crate::domain::{Rule, Text};
use crate::plan::MoneyItem;
use crate::units::Money;
use crate::words::violations as words;
use std::collections::BTreeMap;

pub(super) fn check(facts: &Facts, money: &Sums, ledger: &mut Ledger) {
    let mut tally = ledger.rule(Rule::Budget);
    let budget = &facts.scenario.rules.budget;
    let years = facts.scenario.calendar.term_ids();
    let mut years: Vec<i32> =
        years.map(|term| facts.scenario.calendar.term(term).fiscal_year()).collect();
    years.dedup();
    for year in years {
        if let Some(capital) = &budget.capital {
            let spent = sum(money, |spent, item| spent <= year && item.is_capital());
            let granted = granted(capital, year);
            let sides = sides(words::capital_spent(), words::capital_granted());
            let line = Line { key: "capital", name: words::capital(), year };
            line.check(facts, &sides, (spent, granted), &mut tally);
        }
        if let Some(grant) = budget.running.get(&year) {
            let cost = sum(money, |spent, item| spent == year && item.is_running());
            let income = sum(money, |spent, item| {
                spent == year
                    && matches!(item, MoneyItem::Income | MoneyItem::CourseFees | MoneyItem::Rent)
            });
            let sides = sides(words::running_net(), words::running_grant());
            let line = Line { key: "running", name: words::running(), year };
            line.check(facts, &sides, (cost - income, grant.0), &mut tally);
        }
    }
}

fn sides(left: Text, right: Text) -> Sides {
    Sides::measured(left, right, words::wan_yuan())
}

fn sum(money: &Sums, counts: impl Fn(i32, MoneyItem) -> bool) -> f64 {
    let lines = money.iter().filter(|((year, item), _)| counts(*year, *item));
    lines.map(|(_, amount)| amount).sum()
}

fn granted(capital: &BTreeMap<i32, Money>, year: i32) -> f64 {
    capital.range(..=year).map(|(_, money)| money.0).sum()
}

struct Line {
    key: &'static str,
    name: Text,
    year: i32,
}

impl Line {
    fn check(&self, facts: &Facts, sides: &Sides, values: (f64, f64), tally: &mut Tally) {
        let limit = Limit {
            enforce: facts.scenario.rules.budget.enforce,
            keys: vec![self.key.to_owned(), self.year.to_string()],
            year: self.year,
        };
        let at = At::new(&[&self.name, &words::year(self.year)], None);
        tally.limit(&at, sides, limit, values);
    }
}
