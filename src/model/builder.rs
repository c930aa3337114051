//! Adds rows on behalf of the rules, and decides how far each may give.

use super::linear::{Linear, Variable};
use super::problem::{Label, Problem};
use crate::domain::{Enforcement, Rule, Scenario};
use crate::ids::TermId;

/// What the model is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose<'a> {
    /// A plan.
    Plan,
    /// The least violation of the hard rules: every row of a rule may give at
    /// a price, except that rows of `free` rules give for nothing.
    Diagnosis {
        /// Rules that are left out.
        free: &'a [Rule],
    },
}

/// How far a row may give.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Give {
    /// Hard or priced.
    pub enforcement: Enforcement,
    /// How bad one missed unit is in a diagnosis, roughly in students.
    pub weight: f64,
    /// What one missed unit is worth in the row's own measure.
    pub unit: f64,
}

impl Give {
    /// A hard row whose unit weighs `weight` students in a diagnosis.
    pub fn hard(weight: f64) -> Self {
        Self::by(Enforcement::Hard, weight)
    }

    /// A row enforced as the scenario says.
    pub fn by(enforcement: Enforcement, weight: f64) -> Self {
        Self { enforcement, weight, unit: 1.0 }
    }
}

/// A missed amount of a row.
#[derive(Clone, Debug)]
pub struct Missed {
    /// The row.
    pub label: Label,
    /// Its column, in the rule's unit.
    pub amount: Variable,
}

/// Collects the problem while the rules are written down.
pub struct Builder<'a> {
    /// The case.
    pub scenario: &'a Scenario,
    /// The rows and columns so far.
    pub problem: Problem,
    /// What the model is for.
    pub purpose: Purpose<'a>,
    /// Missed amounts at a price, with the fiscal year they are charged to and
    /// the price.
    pub priced: Vec<(Missed, i32, f64)>,
    /// Missed amounts of a diagnosis.
    pub shortages: Vec<Missed>,
    /// Their weighted sum.
    pub violation: Linear,
}

impl<'a> Builder<'a> {
    /// An empty problem.
    pub fn new(scenario: &'a Scenario, purpose: Purpose<'a>) -> Self {
        Self {
            scenario,
            problem: Problem::default(),
            purpose,
            priced: Vec::new(),
            shortages: Vec::new(),
            violation: Linear::default(),
        }
    }

    /// Adds `left ≤ right`, by which the row may give as `give` says.
    pub fn at_most(&mut self, label: Label, left: Linear, right: Linear, give: Give) {
        let holds = left.is_constant() && right.is_constant() && left.constant <= right.constant;
        if holds {
            return;
        }
        let mut right = right;
        if let Some(amount) = self.missed(label, give) {
            right.push(amount, give.unit);
        }
        self.problem.at_most(label, left, right);
    }

    /// Adds `left = right` for a sum that in a diagnosis may stay short.
    pub fn equal(&mut self, label: Label, left: Linear, right: Linear, give: Give) {
        let mut left = left;
        if let Some(amount) = self.missed(label, give) {
            left.push(amount, give.unit);
        }
        self.problem.equal(label, left, right);
    }

    /// The column for what a row misses, if it may give at all.
    fn missed(&mut self, label: Label, give: Give) -> Option<Variable> {
        match (self.purpose, give.enforcement) {
            (Purpose::Plan, Enforcement::Hard) => None,
            (_, Enforcement::Priced(price)) => {
                let amount = self.problem.real(f64::INFINITY);
                let year = self.charged_to(label);
                self.priced.push((Missed { label, amount }, year, price.0));
                Some(amount)
            }
            (Purpose::Diagnosis { free }, Enforcement::Hard) => {
                let amount = self.problem.real(f64::INFINITY);
                if !free.contains(&label.rule) {
                    self.violation.push(amount, give.weight);
                    self.shortages.push(Missed { label, amount });
                }
                Some(amount)
            }
        }
    }

    fn charged_to(&self, label: Label) -> i32 {
        let term = label.term.unwrap_or(TermId(0));
        match label.place {
            super::problem::Place::Year(year) => year,
            _ => self.scenario.calendar.term(term).fiscal_year(),
        }
    }
}
