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
use super::ledger::{At, Ledger, Sides, Tally, count};
use super::money::Sums;
use super::{Check, deviation, target, tiers, travel};
use crate::domain::{Part, Text};
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

fn equal(at: &At, unit: Text, (stated, recomputed): (f64, f64), tally: &mut Tally) {
    let sides = Sides::stated(unit);
    tally.equal(at, &sides, stated, recomputed);
}

/// Parts of the objective, recomputed.
pub(super) struct Parts {
    targets: f64,
    cost: f64,
    students_moved: f64,
    classes_moved: f64,
    staff_rebased: f64,
    disruption: f64,
    student_hours: f64,
    home_hours: f64,
    teacher_hours: f64,
    deviation: f64,
}

impl Parts {
    fn new(facts: &Facts, money: &Sums) -> Self {
        let moves = || {
            let classes = facts.classes.iter();
            classes.flat_map(|class| class.moves.iter().map(move |one| (class, one)))
        };
        let students_moved: f64 = moves().map(|(class, one)| class.heads[one.term]).sum();
        let expected_moved: f64 = moves().map(|(class, one)| facts.students(class, one.term)).sum();
        let stages = facts.scenario.calendar.stage_ids();
        let staff_rebased: f64 = stages.map(|stage| facts.rebased(stage)).sum();
        let weights = &facts.scenario.disruption;
        let (student_hours, teacher_hours) = travel::hours(facts);
        Self {
            targets: targets(facts),
            cost: cost(facts, money),
            students_moved,
            classes_moved: count(moves().count()),
            staff_rebased,
            disruption: weights.student_moved * expected_moved
                + weights.staff_rebased * staff_rebased,
            student_hours,
            home_hours: travel::home_hours(facts),
            teacher_hours,
            deviation: deviation::deviation(facts),
        }
    }

    /// The value of a part.
    pub(super) fn value(&self, part: Part) -> f64 {
        match part {
            Part::Targets => self.targets,
            Part::Cost => self.cost,
            Part::Disruption => self.disruption,
            Part::Deviation => self.deviation,
            Part::Travel => self.student_hours + self.home_hours + self.teacher_hours,
        }
    }

    fn check(&self, facts: &Facts, tally: &mut Tally) {
        let stated = &facts.plan.accounts;
        let lines = [
            (words::deviation(), words::points(), stated.deviation.unwrap_or(0.0), self.deviation),
            (words::cost(), words::wan_yuan(), stated.cost_wan_yuan.0, self.cost),
            (words::targets(), words::percent(), stated.targets_percent, self.targets),
            (
                words::students_moved(),
                words::students(),
                stated.students_moved.0,
                self.students_moved,
            ),
            (words::disruption(), words::points(), stated.disruption, self.disruption),
            (words::student_hours(), words::hours(), stated.student_hours.0, self.student_hours),
            (words::home_hours(), words::hours(), stated.home_hours.0, self.home_hours),
            (words::teacher_hours(), words::hours(), stated.teacher_hours.0, self.teacher_hours),
        ];
        for (name, unit, stated, recomputed) in lines {
            equal(&At::new(&[&name], None), unit, (stated, recomputed), tally);
        }
        let kept = facts.scenario.keep.is_some();
        let at = At::new(&[&words::deviation()], None);
        tally.holds(&at, stated.deviation.is_some() == kept, words::absent);
        let classes = f64::from(stated.classes_moved);
        let staff = f64::from(stated.staff_rebased);
        whole(&words::classes_moved(), words::classes(), (classes, self.classes_moved), tally);
        whole(&words::staff_rebased(), words::people(), (staff, self.staff_rebased), tally);
    }
}

fn whole(name: &Text, unit: Text, (stated, recomputed): (f64, f64), tally: &mut Tally) {
    let sides = Sides::counted(words::stated(), words::recomputed(), unit);
    tally.equal(&At::new(&[name], None), &sides, stated, recomputed);
}

fn targets(facts: &Facts) -> f64 {
    let mut percent = 0.0;
    for one in &facts.scenario.targets {
        let terms: Vec<_> = target::applies(facts, one).collect();
        if !terms.is_empty() && one.at_least > 0.0 {
            let missed = terms.iter().map(|term| target::expected_missed(facts, one, *term));
            let mean = missed.sum::<f64>() / count(terms.len());
            percent += one.weight * 100.0 * mean / one.at_least;
        }
    }
    percent
}

fn cost(facts: &Facts, money: &Sums) -> f64 {
    let first = facts.scenario.calendar.first.fiscal_year();
    let rate = 1.0 + facts.scenario.prices.discount;
    let counted = money.iter().map(|((year, item), amount)| {
        let amount = match item {
            MoneyItem::Income => 0.0,
            MoneyItem::CourseFees => -amount,
            _ => *amount,
        };
        amount / rate.powi(year.saturating_sub(first))
    });
    counted.sum()
}
