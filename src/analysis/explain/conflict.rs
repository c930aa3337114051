//! A smallest set of rules, each at its place and term, that cannot hold
//! together.
//!
//! An elastic filter first: rules give way at the least violation; those that
//! do are then held, until what is held cannot be kept. Then each of them is
//! left out in turn and stays out if the others still cannot hold (deletion
//! filter). Sources: J. W. Chinneck, *Feasibility and Infeasibility in
//! Optimization*, 2008.

use super::demand::asked;
use crate::domain::{Limits, Rule, Scenario, Status, Term, Text};
use crate::model::linear::{Linear, Variable};
use crate::model::problem::Label;
use crate::model::{Form, Model, Purpose, Staff, build};
use crate::planning::infeasibility::place;
use crate::planning::time_budget::TimeBudget;
use crate::solve::Phase;
use crate::solve::backend::{SolveRequest, SolveResult, SolverError, Strategy, Termination};
use std::collections::BTreeMap;
use std::time::Duration;

/// Violations below this are rounding.
const NOTHING: f64 = 1e-6;

/// Gap at which a violation shows well enough what gives way.
const GAP: f64 = 0.1;

/// Longest request.
const LONGEST: Duration = Duration::from_secs(30);

/// Share of what is left for one request.
const SHARE: f64 = 0.5;

/// The order in which rules are left out: what is easiest to do without first,
/// so that what remains is what people can see.
const ORDER: [Rule; 14] = [
    Rule::Standards,
    Rule::Target,
    Rule::Courses,
    Rule::Catchment,
    Rule::Bands,
    Rule::Role,
    Rule::Exchange,
    Rule::Duty,
    Rule::ClassTeacher,
    Rule::PartTime,
    Rule::Retraining,
    Rule::Budget,
    Rule::Employment,
    Rule::Staffing,
];

/// Rules that cannot hold together.
#[derive(Clone, Debug, PartialEq)]
pub struct Conflict {
    /// What each of them asks for, in the order of the reports.
    pub demands: Vec<Demand>,
    /// Whether it is proven that without any one of them the others can hold.
    pub irreducible: bool,
}

/// What a rule asks for at a place and a term.
#[derive(Clone, Debug, PartialEq)]
pub struct Demand {
    /// The row.
    pub label: Label,
    /// The place: keys of the scenario.
    pub place: Vec<String>,
    /// The place in words.
    pub name: Text,
    /// Term or first term of the stage.
    pub term: Option<Term>,
    /// What it asks for, in words.
    pub asks: Text,
}

/// A demand with the columns by which it gives.
struct Group {
    label: Label,
    columns: Vec<Variable>,
}

/// The conflict of a case without a plan; `None` where none could be shown.
///
/// # Errors
///
/// When the solver fails.
pub fn conflict(
    budget: &TimeBudget<'_>,
    (limits, scenario): (&Limits, &Scenario),
) -> Result<Option<Conflict>, SolverError> {
    // What cannot hold even if everybody could be everywhere is easier to see.
    for staff in [Staff::Together, Staff::Posted] {
        let model = build(
            scenario,
            Form { purpose: Purpose::Diagnosis { free: &[] }, staff, totals: false },
        );
        let elastic = Elastic::new(budget, (limits, scenario), model);
        if let Some(held) = elastic.held()? {
            let (kept, irreducible) = elastic.reduced(held)?;
            return Ok(Some(elastic.conflict(&kept, irreducible)));
        }
    }
    Ok(None)
}

/// A model in which every demand can give.
struct Elastic<'a> {
    budget: &'a TimeBudget<'a>,
    limits: &'a Limits,
    scenario: &'a Scenario,
    model: Model,
    groups: Vec<Group>,
}

impl<'a> Elastic<'a> {
    fn new(
        budget: &'a TimeBudget<'a>,
        (limits, scenario): (&'a Limits, &'a Scenario),
        model: Model,
    ) -> Self {
        let mut index = BTreeMap::new();
        let mut groups: Vec<Group> = Vec::new();
        for missed in &model.shortages {
            let label = missed.label;
            let key = (label.rule, label.name, label.place.keys(scenario), label.term);
            let group = *index.entry(key).or_insert_with(|| {
                groups.push(Group { label, columns: Vec::new() });
                groups.len() - 1
            });
            groups[group].columns.push(missed.amount);
        }
        Self { budget, limits, scenario, model, groups }
    }

    /// Demands that cannot all be kept, in the order in which they gave way;
    /// `None` where all can, or where that stays open.
    fn held(&self) -> Result<Option<Vec<usize>>, SolverError> {
        let mut held: Vec<usize> = Vec::new();
        loop {
            match self.solve(&held, &self.model.violation)? {
                SolveResult::Infeasible => return Ok((!held.is_empty()).then_some(held)),
                SolveResult::NotFound { .. } => return Ok(None),
                SolveResult::Solution(found) => {
                    let gives = |group: &Group| {
                        let mut columns = group.columns.iter();
                        columns.any(|column| found.values[column.0] > NOTHING)
                    };
                    let groups = self.groups.iter().enumerate();
                    let gave: Vec<usize> = groups
                        .filter(|(index, group)| !held.contains(index) && gives(group))
                        .map(|(index, _)| index)
                        .collect();
                    if gave.is_empty() {
                        return Ok(None);
                    }
                    held.extend(gave);
                }
            }
        }
    }

    /// Leaves out what can be left out; whether all was decided.
    fn reduced(&self, held: Vec<usize>) -> Result<(Vec<usize>, bool), SolverError> {
        let mut order = held.clone();
        order.sort_by_key(|index| {
            let label = self.groups[*index].label;
            let place = ORDER.iter().position(|rule| *rule == label.rule);
            (place.unwrap_or(ORDER.len()), std::cmp::Reverse(label.term), *index)
        });
        let (mut kept, mut decided) = (held, true);
        let nothing = Linear::default();
        for index in order {
            let without: Vec<usize> = kept.iter().copied().filter(|one| *one != index).collect();
            match self.solve(&without, &nothing)? {
                SolveResult::Infeasible => kept = without,
                SolveResult::Solution(_) => {}
                SolveResult::NotFound { .. } => decided = false,
            }
        }
        Ok((kept, decided))
    }

    /// Asks with some demands held and all others free to give.
    fn solve(&self, held: &[usize], objective: &Linear) -> Result<SolveResult, SolverError> {
        let mut problem = self.model.problem.clone();
        for index in held {
            for column in &self.groups[*index].columns {
                problem.columns[column.0].upper = 0.0;
            }
        }
        if self.budget.is_over() {
            return Ok(SolveResult::NotFound { status: Status::TimeLimit, bound: None });
        }
        let request = SolveRequest {
            problem: &problem,
            objective_cuts: &[],
            objective,
            start: None,
            termination: Termination {
                time: Some(self.budget.at_most(LONGEST, SHARE)),
                gap: GAP,
                objective_target: None,
                nodes: None,
                threads: self.limits.threads,
                seed: self.limits.seed,
                strategy: Strategy::Default,
            },
        };
        let run = self.budget.run(self.limits);
        run.solve(Phase::Explaining, &request)
    }

    fn conflict(&self, kept: &[usize], irreducible: bool) -> Conflict {
        let mut kept = kept.to_vec();
        kept.sort_by_key(|index| (self.groups[*index].label.rule, *index));
        let demand = |index: &usize| {
            let label = self.groups[*index].label;
            Demand {
                label,
                place: label.place.keys(self.scenario),
                name: place(self.scenario, label.place),
                term: label.term.map(|term| self.scenario.calendar.term(term)),
                asks: asked(self.scenario, label),
            }
        };
        Conflict { demands: kept.iter().map(demand).collect(), irreducible }
    }
}
