//! Money by fiscal year and item, without the prices of missed rules.
//!
//! In the first term of a stage in which a campus is in use: opening. At a
//! stage's start, or when premises are given up within the last: closing. At a
//! stage's start: shipping, relocation, merging, hiring. In the
//! year in which work begins: building. Each term: running costs, upkeep,
//! teaching, pay, busing, visiting, income, costs and fees of short courses.

use super::decisions::Hired;
use super::facts::Facts;
use crate::ids::{StageId, TermId};
use crate::plan::MoneyItem;
use std::collections::BTreeMap;

/// Sums by fiscal year and item.
pub(super) type Sums = BTreeMap<(i32, MoneyItem), f64>;

/// All money of a plan but the prices of missed rules.
pub(super) fn sums(facts: &Facts) -> Sums {
    let mut books = Books(Sums::new());
    for stage in facts.scenario.calendar.stage_ids() {
        books.campuses(facts, stage);
        books.events(facts, stage);
        for (year, cost) in super::catchment::buses(facts, stage) {
            books.add(year, MoneyItem::Busing, cost);
        }
        for term in facts.scenario.calendar.terms_of(stage) {
            books.works(facts, term);
            books.running(facts, stage, term);
            books.classes(facts, term);
            books.travel(facts, stage, term);
            books.courses(facts, term);
        }
    }
    for (item, year, amount) in
        super::afterwards::money(facts).into_iter().chain(super::payroll::money(facts))
    {
        books.add(year, item, amount);
    }
    for class in &facts.classes {
        for one in &class.moves {
            let stage = facts.scenario.calendar.stage_of(one.term);
            let year = facts.scenario.calendar.start(stage).fiscal_year();
            let cost = facts.scenario.rules.relocation.cost.0;
            books.add(year, MoneyItem::Relocation, cost);
        }
        if let (Some(merged), Some(rule)) = (&class.merged, &facts.scenario.rules.merging) {
            let year = merged.term.fiscal_year();
            books.add(year, MoneyItem::Merging, rule.cost.0);
        }
    }
    books.0
}

struct Books(Sums);

impl Books {
    fn add(&mut self, year: i32, item: MoneyItem, amount: f64) {
        *self.0.entry((year, item)).or_insert(0.0) += amount;
    }

    fn campuses(&mut self, facts: &Facts, stage: StageId) {
        let year = facts.scenario.calendar.start(stage).fiscal_year();
        for (id, campus) in facts.scenario.campuses.iter_enumerated() {
            let calendar = &facts.scenario.calendar;
            let mut used = calendar.terms_of(stage).filter(|term| facts.in_use(id, *term));
            if facts.opens(id, stage) {
                let first = used.next().map(|term| calendar.term(term).fiscal_year());
                let first = first.unwrap_or(year);
                self.add(first, MoneyItem::Opening, campus.opening_cost.0);
            }
            if facts.closes(id, stage) {
                self.add(year, MoneyItem::Closing, campus.closing_cost.0);
            }
            // Premises that are given up within the last stage.
            let last = stage.0 + 1 == calendar.stages.len();
            let mut terms = calendar.terms_of(stage);
            let given_up = terms.find(|term| {
                let before = term.0.checked_sub(1).map(TermId);
                let before = before.filter(|before| calendar.stage_of(*before) == stage);
                before.is_some_and(|before| facts.in_use(id, before)) && !facts.in_use(id, *term)
            });
            if let Some(term) = given_up.filter(|_| last) {
                let year = calendar.term(term).fiscal_year();
                self.add(year, MoneyItem::Closing, campus.closing_cost.0);
            }
        }
    }

    fn works(&mut self, facts: &Facts, term: TermId) {
        for (id, option) in facts.scenario.options.iter_enumerated() {
            let (_, added) = facts.modules(id, term);
            if added > 0.0 {
                let begun = option.begun(facts.scenario.calendar.term(term));
                let cost = added * option.cost.0;
                self.add(begun.fiscal_year(), MoneyItem::Building, cost);
            }
        }
    }

    fn events(&mut self, facts: &Facts, stage: StageId) {
        let year = facts.scenario.calendar.start(stage).fiscal_year();
        for shipped in facts.shipments.iter().filter(|one| one.stage == stage) {
            let price = facts.scenario.resources[shipped.resource].shipping;
            let price = price.map_or(0.0, |price| price.0);
            self.add(year, MoneyItem::Shipping, shipped.units * price);
        }
        for hired in facts.hires.iter().filter(|one| one.stage == stage) {
            let hiring = facts.scenario.subjects[hired.subject].hiring;
            let cost = hiring.map_or(0.0, |hiring| hiring.cost.0);
            self.add(year, MoneyItem::Hiring, hired.people * cost);
        }
        for post in &facts.posts {
            if let Some((_, course)) = super::retraining::course(facts, post)
                && post.retrained.is_some_and(|(from, _)| from == stage)
            {
                let lead = -i64::from(course.lead);
                let begun = facts.scenario.calendar.start(stage).plus(lead);
                self.add(begun.fiscal_year(), MoneyItem::Training, course.cost.0);
            }
        }
    }

    fn running(&mut self, facts: &Facts, stage: StageId, term: TermId) {
        let year = facts.scenario.calendar.term(term).fiscal_year();
        for (id, campus) in facts.scenario.campuses.iter_enumerated() {
            if facts.in_use(id, term) {
                self.add(year, MoneyItem::Running, campus.running_cost.0);
            }
        }
        for (id, option) in facts.scenario.options.iter_enumerated() {
            let upkeep = facts.built[id][term] * option.upkeep.0;
            self.add(year, MoneyItem::Upkeep, upkeep);
        }
        for (id, subject) in facts.scenario.subjects.iter_enumerated() {
            if let Some(hiring) = subject.hiring {
                let here = |one: &&Hired| one.subject == id && one.stage <= stage;
                let recruits: f64 = facts.hires.iter().filter(here).map(|one| one.people).sum();
                self.add(year, MoneyItem::Pay, recruits * hiring.pay.0);
            }
        }
        for bought in facts.part_time.iter().filter(|one| one.stage == stage) {
            let price = facts.scenario.rules.part_time.pay.get(&bought.subject);
            let cost = price.map_or(0.0, |price| price.0) * bought.periods;
            self.add(year, MoneyItem::PartTime, cost);
        }
    }

    fn classes(&mut self, facts: &Facts, term: TermId) {
        let year = facts.scenario.calendar.term(term).fiscal_year();
        for (class, campus, _) in facts.in_school(term) {
            let programme = facts.scenario.programme_of(class.cohort);
            if let Some(site) = programme.sites.get(&campus) {
                let students = facts.students(class, term) * site.cost_per_student.0;
                self.add(year, MoneyItem::Teaching, site.cost_per_class.0 + students);
            }
        }
        for class in &facts.classes {
            let income = facts.scenario.programme_of(class.cohort).income;
            let amount = facts.students(class, term) * income.0;
            self.add(year, MoneyItem::Income, amount);
        }
    }

    fn courses(&mut self, facts: &Facts, term: TermId) {
        let year = facts.scenario.calendar.term(term).fiscal_year();
        for (id, course) in facts.scenario.courses.iter_enumerated() {
            let trainees = facts.trainees(id, term);
            self.add(year, MoneyItem::CourseCosts, trainees * course.cost.0);
            self.add(year, MoneyItem::CourseFees, trainees * course.fee.0);
        }
    }

    fn travel(&mut self, facts: &Facts, stage: StageId, term: TermId) {
        let year = facts.scenario.calendar.term(term).fiscal_year();
        let prices = &facts.scenario.prices;
        for (one, road) in super::travel::shared(facts, stage) {
            let km = one * 2.0 * road.length.0;
            self.add(year, MoneyItem::Busing, km * prices.busing_per_km.0);
        }
        for (one, road) in super::travel::visits(facts, stage) {
            let km = one * 2.0 * road.length.0;
            self.add(year, MoneyItem::Visiting, km * prices.visiting_per_km.0);
        }
    }
}
