//! The plain formulation of a scenario, as one would first write it down, to
//! compare the program's own with.
//!
//! Decisions are taken term by term and held constant between relocation
//! points by rows: `classes[k,c,t]`, `away[k,c,t]`, `posted[u,c,t]` (int),
//! `heads[k,c,t]` (real), `open[c,t]` (binary); `taught`, `visiting` and
//! `shared` by term. Modules are `built[i,t]` in a term, units are
//! `shipped[r,c,c',t]` between two campuses, people are `hired[s,t]` in a
//! term. No redundant totals. Written from the rules, without a look at the
//! program's model; the objective has the parts targets and cost.
//!
//! Counts do not tell one class from another, so four things are in their
//! usual aggregated form, which makes this a relaxation: the most moves of a
//! class hold for the sum of a cohort; a class away for several terms may be
//! counted at different campuses; students may change class when classes
//! move; and visits and shared hours may differ between the terms of a stage,
//! unless they are [`Visits::Held`]. A plan of the program fits this model at
//! the same cost; a solution of this model need not be a plan.

mod applicants;
mod campuses;
mod classes;
mod people;
mod relocation;
mod things;
mod totals;

use campusplan::domain::{Enforcement, MoneyItem, Part, Rule, Scenario};
use campusplan::ids::{StageId, TermId};
use campusplan::model::Model;
use campusplan::model::decisions::Decisions;
use campusplan::model::linear::{Linear, Variable};
use campusplan::model::problem::{Label, Place, Problem};
use campusplan::units::Money;
use std::collections::BTreeMap;

/// Whether visits and shared hours are the same in all terms of a stage.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Visits {
    /// They may differ.
    Free,
    /// They are the same.
    Held,
}

/// The model while it is written down.
pub struct Plain<'a> {
    scenario: &'a Scenario,
    problem: Problem,
    money: BTreeMap<(MoneyItem, i32), Linear>,
    visits: Visits,
}

/// Writes the model down. Only its problem and the parts targets and cost can
/// be used.
pub fn build(scenario: &Scenario, visits: Visits) -> Model {
    let mut plain = Plain { scenario, problem: Problem::default(), money: BTreeMap::new(), visits };
    let classes = classes::add(&mut plain);
    let open = campuses::add(&mut plain, &classes);
    things::add(&mut plain, &classes, &open);
    people::add(&mut plain, &classes, &open);
    totals::role(&mut plain, &classes);
    let targets = totals::targets(&mut plain, &classes);
    totals::teaching(&mut plain, &classes);
    totals::budget(&mut plain);
    let cost = totals::cost(&plain);
    Model {
        problem: plain.problem,
        decisions: Decisions::default(),
        parts: BTreeMap::from([(Part::Targets, targets.tidy()), (Part::Cost, cost.tidy())]),
        reached: Linear::default(),
        shortages: Vec::new(),
        violation: Linear::default(),
    }
}

impl Plain<'_> {
    fn label(rule: Rule) -> Label {
        Label { rule, name: "plain", place: Place::All, term: None }
    }

    /// Adds `left ≤ right`.
    fn at_most(&mut self, rule: Rule, left: Linear, right: Linear) {
        self.problem.at_most(Self::label(rule), left, right);
    }

    /// Adds `left = right`.
    fn equal(&mut self, rule: Rule, left: Linear, right: Linear) {
        if !(left.is_constant() && right.is_constant()) {
            self.problem.equal(Self::label(rule), left, right);
        }
    }

    /// Adds `left ≤ right + unit · missed`, where something may be missed at a
    /// price in a year.
    fn priced(
        &mut self,
        (rule, enforcement): (Rule, Enforcement),
        (unit, year): (f64, i32),
        left: Linear,
        right: Linear,
    ) {
        let mut right = right;
        let bound = left.is_constant() && right.is_constant() && left.constant <= right.constant;
        if let (Enforcement::Priced(price), false) = (enforcement, bound) {
            let missed = self.real();
            right.push(missed, unit);
            self.spend(MoneyItem::Penalty, year, &missed.into(), price);
        }
        self.at_most(rule, left, right);
    }

    fn spend(&mut self, item: MoneyItem, year: i32, amount: &Linear, price: Money) {
        let entry = self.money.entry((item, year)).or_default();
        entry.add_scaled(amount, price.0);
    }

    fn real(&mut self) -> Variable {
        self.problem.real(f64::INFINITY)
    }

    fn terms(&self) -> impl Iterator<Item = TermId> + use<> {
        self.scenario.calendar.term_ids()
    }

    fn year(&self, term: TermId) -> i32 {
        self.scenario.calendar.term(term).fiscal_year()
    }

    fn stage(&self, term: TermId) -> StageId {
        self.scenario.calendar.stage_of(term)
    }

    /// Whether classes, staff and equipment may move in a term.
    fn movable(&self, term: TermId) -> bool {
        self.scenario.calendar.stages[self.stage(term)].start == term.0
    }
}

/// The term before.
fn before(term: TermId) -> Option<TermId> {
    term.0.checked_sub(1).map(TermId)
}

/// A variable that may not be there, as an expression.
fn or_zero(variable: Option<&Variable>) -> Linear {
    variable.copied().map(Linear::from).unwrap_or_default()
}

/// A sum of variables.
fn sum<'a>(variables: impl IntoIterator<Item = &'a Variable>) -> Linear {
    let mut sum = Linear::default();
    for variable in variables {
        sum.push(*variable, 1.0);
    }
    sum
}
