//! Parts of the objective, recomputed.

use super::facts::Facts;
use super::ledger::{At, Sides, Tally, count, equal};
use super::money::Sums;
use super::{deviation, intakes, target, travel};
use crate::domain::{Part, Text};
use crate::plan::MoneyItem;
use crate::words::violations as words;

/// Parts of the objective, recomputed.
pub(crate) struct Parts {
    pub(super) targets: f64,
    pub(super) cost: f64,
    pub(super) students_moved: f64,
    pub(super) classes_moved: f64,
    pub(super) staff_rebased: f64,
    pub(super) disruption: f64,
    pub(super) student_hours: f64,
    pub(super) home_hours: f64,
    pub(super) teacher_hours: f64,
    pub(super) deviation: f64,
    pub(super) intakes: intakes::Intakes,
}

impl Parts {
    pub(super) fn new(facts: &Facts, money: &Sums) -> Self {
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
            intakes: intakes::Intakes::new(facts),
        }
    }

    /// The value of a part.
    pub(crate) fn value(&self, part: Part) -> f64 {
        match part {
            Part::Targets => self.targets,
            Part::Cost => self.cost,
            Part::Disruption => self.disruption,
            Part::Deviation => self.deviation,
            Part::Swing => self.intakes.swing,
            Part::TurnedAway => self.intakes.turned_away,
            Part::Margins => self.intakes.margins,
            Part::Travel => self.student_hours + self.home_hours + self.teacher_hours,
        }
    }

    pub(super) fn check(&self, facts: &Facts, tally: &mut Tally) {
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
        self.intakes.check(facts, tally);
        let kept = facts.scenario.keep.is_some();
        let at = At::new(&[&words::deviation()], None);
        tally.holds(&at, stated.deviation.is_some() == kept, words::absent);
        let classes = f64::from(stated.classes_moved);
        let staff = f64::from(stated.staff_rebased);
        whole(&words::classes_moved(), words::classes(), (classes, self.classes_moved), tally);
        whole(&words::staff_rebased(), words::people(), (staff, self.staff_rebased), tally);
    }
}

pub(super) fn whole(name: &Text, unit: Text, (stated, recomputed): (f64, f64), tally: &mut Tally) {
    let sides = Sides::counted(words::stated(), words::recomputed(), unit);
    tally.equal(&At::new(&[name], None), &sides, stated, recomputed);
}

pub(super) fn targets(facts: &Facts) -> f64 {
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

pub(super) fn cost(facts: &Facts, money: &Sums) -> f64 {
    let first = facts.scenario.calendar.first.fiscal_year();
    let rate = 1.0 + facts.scenario.prices.discount;
    let counted = money.iter().map(|((year, item), amount)| {
        let amount = match item {
            MoneyItem::Income => 0.0,
            MoneyItem::CourseFees | MoneyItem::Rent | MoneyItem::Sale => -amount,
            _ => *amount,
        };
        amount / rate.powi(year.saturating_sub(first))
    });
    counted.sum()
}
