//! Where a plan misses rules that have a price, and by how much: max(0, need −
//! have), in the rule's unit.

use super::book::Book;
use super::row::Row;
use super::spending::spending;
use super::{ComplianceLine, MissedRule, MoneyItem, Plan, TermKey, buses, compliance, courses};
use crate::domain::{Enforcement, Origin, Rule, Scenario, Term};
use crate::ids::TermId;

/// Amounts up to this are rounding.
const ROUNDING: f64 = 1e-6;

/// The rules with a price that a plan misses: sorted by rule, place and term.
///
/// Places: admission `[programme, entry]`, catchment `[campus]`, relocation `[]`, capacity
/// `[resource, campus]`, staffing `[subject, campus]`, employment
/// `["hires", year]` or `["rebased"]`, exchange `[branch]`, budget `["capital",
/// year]` or `["running", year]`, role `[campus, field]` or `[programme,
/// campus]`, standards `[set, indicator, school]`, courses `[course]`.
pub fn missed_rules(scenario: &Scenario, plan: &Plan) -> Vec<MissedRule> {
    let mut found = Found { book: Book::new(scenario, plan), missed: Vec::new() };
    found.admission();
    found.catchment();
    found.relocation();
    found.capacity();
    found.staffing();
    found.employment();
    found.courses();
    found.exchange();
    found.budget();
    found.role();
    found.standards(plan);
    found.missed.sort_by(|one, other| key(one).cmp(&key(other)));
    found.missed
}

fn key(missed: &MissedRule) -> (Rule, &[String], Option<TermKey>) {
    (missed.rule, &missed.place, missed.term)
}

/// Chooses classes.
type Choice<'c> = &'c dyn Fn(&Row) -> bool;

struct Found<'a> {
    book: Book<'a>,
    missed: Vec<MissedRule>,
}

impl<'a> Found<'a> {
    fn add(&mut self, rule: Rule, place: &[&str], term: Option<Term>, amount: f64) {
        let keys: Vec<String> = place.iter().map(|&key| key.to_owned()).collect();
        let priced = self.scenario().enforcement(rule, &keys) != Enforcement::Hard;
        if priced && amount > ROUNDING {
            self.missed.push(MissedRule { rule, place: keys, term: term.map(TermKey), amount });
        }
    }

    fn scenario(&self) -> &'a Scenario {
        self.book.scenario
    }

    fn admission(&mut self) {
        for (id, cohort) in self.scenario().cohorts.iter_enumerated() {
            let Origin::Future { least, .. } = cohort.origin else {
                continue;
            };
            let programme = &self.scenario().programme_of(id).id;
            let mut lines = self.book.plan.admissions.iter();
            let line = lines
                .find(|line| line.programme == *programme && line.entry.0 == cohort.entry)
                .map_or(0, |line| line.classes);
            let below = f64::from(least.saturating_sub(line));
            let place = [programme.as_str(), &cohort.entry.to_string()];
            self.add(Rule::Admission, &place, Some(cohort.entry), below);
        }
    }

    fn catchment(&mut self) {
        let Some(rule) = &self.scenario().rules.catchment else {
            return;
        };
        let limited = rule.buses.iter().filter(|(_, buses)| buses.seats.is_some());
        for (campus, _) in limited {
            for term in self.scenario().calendar.term_ids() {
                let missing = buses::seats_missing(&self.book, *campus, term);
                let at = Some(self.scenario().calendar.term(term));
                self.add(Rule::Catchment, &[&self.scenario().campuses[*campus].id], at, missing);
            }
        }
    }

    fn relocation(&mut self) {
        let Some(most) = self.scenario().rules.relocation.most_per_stage else {
            return;
        };
        for stage in self.scenario().calendar.stage_ids() {
            let start = self.scenario().calendar.start(stage);
            let moved = self.book.moved.iter().filter(|moved| moved.at == start);
            let beyond = amount(moved.count()) - f64::from(most);
            self.add(Rule::Relocation, &[], Some(start), beyond);
        }
    }

    fn capacity(&mut self) {
        for (id, resource) in self.scenario().resources.iter_enumerated() {
            for (campus, site) in self.scenario().campuses.iter_enumerated() {
                for term in self.scenario().calendar.term_ids() {
                    let used = self.book.used(id, campus, term);
                    let short = used - self.book.available(id, campus, term);
                    let at = Some(self.scenario().calendar.term(term));
                    let units = short / resource.serves();
                    self.add(Rule::Capacity, &[&resource.id, &site.id], at, units);
                }
            }
        }
    }

    fn staffing(&mut self) {
        for (id, subject) in self.scenario().subjects.iter_enumerated() {
            for (campus, site) in self.scenario().campuses.iter_enumerated() {
                for term in self.scenario().calendar.term_ids() {
                    let needed = self.book.needed(id, campus, term);
                    let short = needed - self.book.given(id, campus, term);
                    let at = Some(self.scenario().calendar.term(term));
                    self.add(Rule::Staffing, &[&subject.id, &site.id], at, short);
                }
            }
        }
    }

    fn employment(&mut self) {
        let rule = self.scenario().rules.employment.clone();
        if let Some(most) = rule.hires_per_year {
            for year in self.years() {
                let hires = self.book.plan.hires.iter();
                let hires = hires.filter(|hire| hire.at.0.year == year);
                let people: f64 = hires.map(|hire| f64::from(hire.people)).sum();
                let place = ["hires", &year.to_string()];
                self.add(Rule::Employment, &place, None, people - f64::from(most));
            }
        }
        if let Some(most) = rule.rebased_per_stage {
            for stage in self.scenario().calendar.stage_ids() {
                let start = self.scenario().calendar.start(stage);
                let changes = self.book.rebased().into_iter();
                let changes = changes.filter(|term| *term == start).count();
                let beyond = amount(changes) - f64::from(most);
                self.add(Rule::Employment, &["rebased"], Some(start), beyond);
            }
        }
    }

    fn courses(&mut self) {
        for course in &self.scenario().courses {
            for id in self.terms() {
                let term = self.scenario().calendar.term(id);
                let taken = f64::from(courses::taken(&self.book, course, id));
                let short = course.contracted(term).0 - taken;
                self.add(Rule::Courses, &[&course.id], Some(term), short);
            }
        }
    }

    fn exchange(&mut self) {
        let Some(rule) = &self.scenario().rules.exchange else {
            return;
        };
        for (branch, pairs) in &rule.pairs {
            for stage in self.scenario().calendar.stage_ids() {
                let (start, site) = (self.book.start(stage), &self.scenario().campuses[*branch]);
                let open = self.book.open(*branch, stage) && self.book.open(rule.head, stage);
                if open && start.0 >= rule.from {
                    let named = self.book.plan.exchanges.iter();
                    let named = named.filter(|one| one.from == start && one.branch == site.id);
                    let missing = f64::from(*pairs) - amount(named.count());
                    self.add(Rule::Exchange, &[&site.id], Some(start.0), missing);
                }
            }
        }
    }

    fn budget(&mut self) {
        let budget = &self.scenario().rules.budget;
        let money = spending(&self.book);
        let sum = |counts: &dyn Fn(MoneyItem, i32) -> bool| -> f64 {
            let entries = money.iter().filter(|(item, year, _)| counts(*item, *year));
            entries.map(|(_, _, amount)| amount).sum()
        };
        for year in self.years() {
            if let Some(capital) = &budget.capital {
                let granted: f64 = capital.range(..=year).map(|(_, money)| money.0).sum();
                let spent = sum(&|item, spent| item.is_capital() && spent <= year);
                let place = ["capital", &year.to_string()];
                self.add(Rule::Budget, &place, None, spent - granted);
            }
            if let Some(grant) = budget.running.get(&year) {
                let cost = sum(&|item, spent| item.is_running() && spent == year);
                let income = sum(&|item, spent| item.is_income() && spent == year);
                let place = ["running", &year.to_string()];
                self.add(Rule::Budget, &place, None, cost - income - grant.0);
            }
        }
    }

    fn role(&mut self) {
        for lead in &self.scenario().rules.role.leads {
            let whole = |row: &Row| row.campus == lead.campus;
            let part = |row: &Row| row.programme.field == lead.field;
            let place = [
                self.scenario().campuses[lead.campus].id.as_str(),
                &self.scenario().fields[lead.field].id,
            ];
            self.share(&place, lead.from, lead.share, (&whole, &part));
        }
        for main in &self.scenario().rules.role.mains {
            let whole = |row: &Row| row.programme_id == main.programme;
            let part = |row: &Row| row.campus == main.campus;
            let place = [
                self.scenario().programmes[main.programme].id.as_str(),
                &self.scenario().campuses[main.campus].id,
            ];
            self.share(&place, main.from, main.share, (&whole, &part));
        }
    }

    fn share(&mut self, place: &[&str], from: Term, share: f64, (whole, part): (Choice, Choice)) {
        for id in self.terms() {
            let term = self.scenario().calendar.term(id);
            if term >= from {
                let all: Vec<&Row> = self.book.in_school(id).filter(|row| whole(row)).collect();
                let inside = amount(all.iter().filter(|row| part(row)).count());
                let short = share * amount(all.len()) - inside;
                self.add(Rule::Role, place, Some(term), short);
            }
        }
    }

    fn standards(&mut self, plan: &Plan) {
        let scenario = self.scenario();
        for line in compliance(scenario, plan) {
            let Some(from) = enforced_from(scenario, &line) else {
                continue;
            };
            if let Some(missed) = line.missed.filter(|_| from <= line.term.0) {
                let place = [line.set.as_str(), &line.indicator, &line.school];
                self.add(Rule::Standards, &place, Some(line.term.0), missed);
            }
        }
    }

    fn terms(&self) -> impl Iterator<Item = TermId> + use<> {
        self.scenario().calendar.term_ids()
    }

    fn years(&self) -> Vec<i32> {
        let years = self.terms();
        let mut years: Vec<i32> =
            years.map(|term| self.scenario().calendar.term(term).fiscal_year()).collect();
        years.dedup();
        years
    }
}

/// The term from which the indicator of a line is enforced, if it is and the
/// line is of the students that decide.
fn enforced_from(scenario: &Scenario, line: &ComplianceLine) -> Option<Term> {
    let standards = scenario.standards.as_ref()?;
    let mut enforced = scenario.rules.standards.iter();
    let one = enforced.find(|one| {
        let set = &standards.sets[one.set];
        set.id == line.set
            && set.indicators[one.indicator].id == line.indicator
            && line.basis.is_none_or(|basis| basis == set.basis)
    })?;
    Some(one.from)
}

fn amount(count: usize) -> f64 {
    f64::from(u32::try_from(count).unwrap_or(u32::MAX))
}
