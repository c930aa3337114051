//! What the decisions cost: one expression for each item and fiscal year.

use super::decisions::{Decisions, recruitable};
use super::employment::hired;
use super::linear::Linear;
use super::part_time::bought;
use super::retraining::new;
use super::sums::Sums;
use crate::domain::{MoneyItem, Road, Scenario};
use crate::ids::{StageId, TermId};
use crate::units::Money;
use std::collections::BTreeMap;

/// Money by item and fiscal year, 万元.
#[derive(Clone, Debug, Default)]
pub struct Ledger {
    /// The entries.
    pub entries: BTreeMap<(MoneyItem, i32), Linear>,
}

impl Ledger {
    /// Everything the decisions cost and bring in, but for the prices of missed rules,
    /// the pay of the present staff and what becomes of vacated premises.
    pub fn new(scenario: &Scenario, decisions: &Decisions, sums: &Sums) -> Self {
        let mut ledger = Self::default();
        ledger.campuses(scenario, decisions);
        ledger.building(scenario, decisions);
        ledger.classes(scenario, sums);
        ledger.staff(scenario, decisions);
        ledger.roads(scenario, decisions);
        ledger.school_buses(scenario, decisions, sums);
        ledger.courses(scenario, decisions);
        ledger
    }

    /// Adds `price · amount`.
    pub fn spend(&mut self, item: MoneyItem, year: i32, amount: &Linear, price: Money) {
        if !price.is_zero() {
            let entry = self.entries.entry((item, year)).or_default();
            entry.add_scaled(amount, price.0);
        }
    }

    /// Money of the items and years picked.
    pub fn sum(&self, pick: impl Fn(MoneyItem, i32) -> bool) -> Linear {
        let mut sum = Linear::default();
        for ((item, year), amount) in &self.entries {
            if pick(*item, *year) {
                sum.add_scaled(amount, 1.0);
            }
        }
        sum
    }

    fn campuses(&mut self, scenario: &Scenario, decisions: &Decisions) {
        for (id, campus) in scenario.campuses.iter_enumerated() {
            for stage in scenario.calendar.stage_ids() {
                let terms = scenario.terms_in_use(id, stage);
                let year = scenario.calendar.start(stage).fiscal_year();
                if let Some(opening) = decisions.opening.get(&(id, stage)) {
                    let once = Linear::from(*opening);
                    let first = terms.first().map_or(year, |term| term.fiscal_year());
                    self.spend(MoneyItem::Opening, first, &once, campus.opening_cost);
                }
                if let Some(closing) = decisions.closing.get(&(id, stage)) {
                    let once = Linear::from(*closing);
                    self.spend(MoneyItem::Closing, year, &once, campus.closing_cost);
                }
                let open = &decisions.open[&(id, stage)];
                for term in terms {
                    let year = term.fiscal_year();
                    self.spend(MoneyItem::Running, year, open, campus.running_cost);
                }
                // No later stage closes it.
                let last = stage.0 + 1 == scenario.calendar.stages.len();
                if let Some(ends) = scenario.ends_within(id, stage).filter(|_| last) {
                    let year = ends.fiscal_year();
                    self.spend(MoneyItem::Closing, year, open, campus.closing_cost);
                }
            }
        }
    }

    fn building(&mut self, scenario: &Scenario, decisions: &Decisions) {
        for (id, option) in scenario.options.iter_enumerated() {
            let mut before = Linear::default();
            for stage in scenario.calendar.stage_ids() {
                let Some(modules) = decisions.built.get(&(id, stage)) else {
                    continue;
                };
                let Some(service) = option.service(&scenario.calendar, stage) else {
                    continue;
                };
                let now = Linear::from(*modules);
                let begun = option.begun(service).fiscal_year();
                let more = now.clone() - before;
                self.spend(MoneyItem::Building, begun, &more, option.cost);
                let terms = scenario.calendar.terms_of(stage);
                let terms = terms.map(|term| scenario.calendar.term(term));
                for term in terms.filter(|term| service <= *term) {
                    self.spend(MoneyItem::Upkeep, term.fiscal_year(), &now, option.upkeep);
                }
                before = now;
            }
        }
        for ((resource, _, stage), units) in &decisions.arriving {
            let year = scenario.calendar.start(*stage).fiscal_year();
            let price = scenario.resources[*resource].shipping.unwrap_or_default();
            self.spend(MoneyItem::Shipping, year, &(*units).into(), price);
        }
    }

    fn classes(&mut self, scenario: &Scenario, sums: &Sums) {
        for (stage, moved) in &sums.classes_moved {
            let year = scenario.calendar.start(*stage).fiscal_year();
            let price = scenario.rules.relocation.cost;
            self.spend(MoneyItem::Relocation, year, moved, price);
        }
        for (stage, dissolved) in &sums.classes_dissolved {
            let year = scenario.calendar.start(*stage).fiscal_year();
            let price = scenario.rules.merging.map_or(Money::ZERO, |rule| rule.cost);
            self.spend(MoneyItem::Merging, year, dissolved, price);
        }
        for ((programme, campus, term), classes) in &sums.classes {
            let year = scenario.calendar.term(*term).fiscal_year();
            let site = &scenario.programmes[*programme].sites[campus];
            self.spend(MoneyItem::Teaching, year, classes, site.cost_per_class);
            let students = &sums.students[&(*programme, *campus, *term)];
            self.spend(MoneyItem::Teaching, year, students, site.cost_per_student);
        }
        for ((programme, term), students) in &sums.registered {
            let year = scenario.calendar.term(*term).fiscal_year();
            let income = scenario.programmes[*programme].income;
            self.spend(MoneyItem::Income, year, students, income);
        }
    }

    fn staff(&mut self, scenario: &Scenario, decisions: &Decisions) {
        for (id, hiring) in recruitable(scenario) {
            for stage in scenario.calendar.stage_ids() {
                let year = scenario.calendar.start(stage).fiscal_year();
                let new = hired(decisions, id, stage);
                self.spend(MoneyItem::Hiring, year, &new, hiring.cost);
                let people = Linear::from(decisions.recruits[&(id, stage)]);
                for year in years_of(scenario, stage) {
                    self.spend(MoneyItem::Pay, year, &people, hiring.pay);
                }
            }
        }
        for (group, course) in scenario.retrainable() {
            for stage in scenario.calendar.stage_ids() {
                let begun = course.begun(scenario.calendar.start(stage)).fiscal_year();
                let people = new(decisions, (group, course.to, stage));
                self.spend(MoneyItem::Training, begun, &people, course.cost);
            }
        }
        for ((subject, stage), periods) in bought(decisions) {
            for year in years_of(scenario, stage) {
                let price = scenario.rules.part_time.pay[&subject];
                self.spend(MoneyItem::PartTime, year, &periods, price);
            }
        }
    }

    fn courses(&mut self, scenario: &Scenario, decisions: &Decisions) {
        for ((course, _, term), trainees) in &decisions.trainees {
            let course = &scenario.courses[*course];
            let year = scenario.calendar.term(*term).fiscal_year();
            let trainees = Linear::from(*trainees);
            self.spend(MoneyItem::CourseCosts, year, &trainees, course.cost);
            self.spend(MoneyItem::CourseFees, year, &trainees, course.fee);
        }
    }

    fn roads(&mut self, scenario: &Scenario, decisions: &Decisions) {
        for (trips, stage, road) in student_trips(scenario, decisions) {
            let price = scenario.prices.busing_per_km * (2.0 * road.length.0);
            for year in years_of(scenario, stage) {
                self.spend(MoneyItem::Busing, year, &trips, price);
            }
        }
        for (trips, stage, road) in teacher_trips(scenario, decisions) {
            let price = scenario.prices.visiting_per_km * (2.0 * road.length.0);
            for year in years_of(scenario, stage) {
                self.spend(MoneyItem::Visiting, year, &trips, price);
            }
        }
    }
}

impl Ledger {
    /// School buses of rule Catchment: pupils who ride, and routes.
    fn school_buses(&mut self, scenario: &Scenario, decisions: &Decisions, sums: &Sums) {
        let Some(rule) = &scenario.rules.catchment else {
            return;
        };
        for ((_, campus, term), riders) in &sums.riders {
            let year = scenario.calendar.term(*term).fiscal_year();
            let price = rule.buses[campus].per_pupil;
            self.spend(MoneyItem::Busing, year, riders, price);
        }
        for ((feeder, campus, stage), served) in &decisions.served {
            let way = scenario.way(*feeder, *campus);
            let price = way.map(|way| rule.buses[campus].route(way)).unwrap_or_default();
            for year in years_of(scenario, *stage) {
                self.spend(MoneyItem::Busing, year, &Linear::from(*served), price);
            }
        }
    }
}

/// The fiscal year of each term of a stage.
fn years_of(scenario: &Scenario, stage: StageId) -> impl Iterator<Item = i32> + use<'_> {
    let terms = scenario.calendar.terms_of(stage);
    terms.map(|term: TermId| scenario.calendar.term(term).fiscal_year())
}

/// Journeys (there and back) of students to shared resources in a term of a
/// stage, by road.
pub fn student_trips<'a>(
    scenario: &'a Scenario,
    decisions: &'a Decisions,
) -> impl Iterator<Item = (Linear, StageId, Road)> + use<'a> {
    let shared = decisions.shared.iter();
    shared.filter_map(|((resource, user, host, stage), hours)| {
        let visit = scenario.resources[*resource].shared_visit?;
        let trips = Linear::from(*hours) * (scenario.calendar.weeks / visit.0);
        Some((trips, *stage, scenario.road(*user, *host)?))
    })
}

/// Journeys (there and back) of visiting teachers in a term of a stage, by
/// road.
pub fn teacher_trips<'a>(
    scenario: &'a Scenario,
    decisions: &'a Decisions,
) -> impl Iterator<Item = (Linear, StageId, Road)> + use<'a> {
    let visiting = decisions.visiting.iter();
    visiting.filter_map(|((_, base, host, stage), periods)| {
        let per_visit = scenario.prices.periods_per_visit;
        let trips = Linear::from(*periods) * (scenario.calendar.weeks / per_visit);
        Some((trips, *stage, scenario.road(*base, *host)?))
    })
}
