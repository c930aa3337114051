//! The plan's money, disruption, travel and tier values.
//!
//! - money: every line by fiscal year and item, and no other;
//! - cost = (Σ money but income − course fees) / (1 + discount)^(year − first
//!   year);
//! - targets = Σ weight · mean over its terms of 100 · missed / `at_least`, of
//!   expected students in fractions, as are those of the disruption;
//! - disruption = `student_moved` · students moved + `staff_rebased` · staff
//!   re-based;
//! - travel = hours of students and teachers on the road, those between home and
//!   campus where the scenario counts them;
//! - deviation = Σ weight · |count − kept| over every decision of a stage, where
//!   a plan is to be kept.

use super::facts::Facts;
use super::ledger::{At, Ledger, Tally, equal};
use super::money::Sums;
use super::parts::Parts;
use super::{Check, tiers};
use crate::plan::MoneyItem;
use crate::words::violations as words;
use std::collections::{BTreeMap, BTreeSet};

pub(super) fn check(facts: &Facts, mut money: Sums, ledger: &mut Ledger) {
    for (year, penalty) in ledger.penalties() {
        money.insert((*year, MoneyItem::Penalty), *penalty);
    }
    let mut tally = ledger.of(Check::Accounts);
    lines(facts, &money, &mut tally);
    let parts = Parts::new(facts, &money);
    parts.check(facts, &mut tally);
    tiers::check(facts, &parts, ledger);
}

fn lines(facts: &Facts, money: &Sums, tally: &mut Tally) {
    let mut stated: Sums = BTreeMap::new();
    for line in &facts.plan.accounts.money {
        let key = (line.fiscal_year, line.item);
        let fresh = stated.insert(key, line.amount_wan_yuan.0).is_none();
        tally.holds(&at_line(key), fresh, words::twice);
    }
    let keys: BTreeSet<(i32, MoneyItem)> = stated.keys().chain(money.keys()).copied().collect();
    for key in keys {
        let amount = |sums: &Sums| sums.get(&key).copied().unwrap_or(0.0);
        equal(&at_line(key), words::wan_yuan(), (amount(&stated), amount(money)), tally);
    }
}

fn at_line((year, item): (i32, MoneyItem)) -> At {
    At::new(&[&words::money(item), &words::year(year)], None)
}
