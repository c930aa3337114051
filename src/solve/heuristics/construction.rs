//! Construction of a first solution by relax-and-fix over entry years, each step
//! in the neighbourhood of the relaxation (RENS).
//!
//! The classes of one entry year after the other are made whole and fixed, those
//! of the existing cohorts first, while all later decisions stay continuous
//! (relax-and-fix: Toledo and others, Journal of Heuristics 21, 2015). A step
//! leaves each count of classes only the two whole numbers next to its value in
//! the step before (RENS: Berthold, Mathematical Programming Computation 6, 2014),
//! which shortens the step by an order of magnitude. Where that leaves nothing,
//! the step is repeated without it.

use super::space::{SearchSpace, blended};
use crate::domain::Term;
use crate::model::linear::{Linear, Variable};
use crate::model::problem::Problem;
use crate::solve::backend::{SolveRequest, SolveResult, SolverError, Strategy, Termination};
use crate::solve::lexicographic::ideal_value;
use crate::solve::mip_start::fix_at_ideal;
use crate::solve::progress::Phase;
use crate::solve::run::{Ending, Run};
use std::collections::BTreeMap;
use std::time::Duration;

/// Gap of a step by the time limit, s: the steps after it decide more than what is
/// lost here, and half the gap takes twice the time.
const GAPS: [(f64, f64); 2] = [(20.0, 0.1), (40.0, 0.05)];
const GAP: f64 = 0.03;

/// The same where no clock ends the run.
const WORK_GAP: f64 = 0.05;

/// Nodes of a step within the rounded values of the step before.
const NODES: u32 = 1;

/// Nodes of a step that is repeated without them.
const FALLBACK_NODES: u32 = 100;

/// Share of the time limit that one step may take, and at least, s: of the steps
/// within rounded values, some come to their gap late and hardly better than before.
const STEP: (f64, f64) = (0.07, 2.0);

/// Share of the time left that one step may take.
const SHARE: f64 = 0.35;

/// Values this close to a whole number are whole.
const WHOLE: f64 = 1e-6;

/// The result of a construction.
pub enum Construction {
    /// A solution whose classes are whole.
    Solution(Vec<f64>),
    /// Not even the continuous relaxation has a solution.
    Infeasible,
    /// No solution came out of it.
    NotFound,
}

/// Constructs a solution with whole classes; all other columns are whole as well
/// in the last step.
pub fn relax_and_fix(run: &Run<'_>, space: &SearchSpace<'_>) -> Result<Construction, SolverError> {
    let goal = match space.tiers {
        [(first, expression), (_, next), ..] if ideal_value(first).is_some() => {
            Some((expression, next))
        }
        _ => None,
    };
    if let Some((expression, next)) = goal {
        let mut problem = space.problem.clone();
        fix_at_ideal(&mut problem, expression);
        let constructed = construct(run, space, &problem, next.clone())?;
        if let Construction::Solution(_) = constructed {
            return Ok(constructed);
        }
    }
    let objective = match (goal, space.tiers) {
        (Some((expression, next)), _) => blended(expression, next, 0.0),
        (None, [(_, first), ..]) => first.clone(),
        (None, []) => Linear::default(),
    };
    construct(run, space, space.problem, objective)
}

fn construct(
    run: &Run<'_>,
    space: &SearchSpace<'_>,
    problem: &Problem,
    mut objective: Linear,
) -> Result<Construction, SolverError> {
    let mut problem = problem.continuous();
    let step = Step { run, space, gap: gap(run), nodes: None };
    let mut values = match step.solve(&problem, &objective)? {
        SolveResult::Solution(found) => found.values,
        SolveResult::Infeasible => return Ok(Construction::Infeasible),
        SolveResult::NotFound { .. } => return Ok(Construction::NotFound),
    };
    if let [(first, expression), (_, next), ..] = space.tiers
        && ideal_value(first).is_some()
        && objective.terms.len() > next.terms.len()
    {
        objective = blended(expression, next, next.value(&values));
    }
    let mut groups = by_entry(space);
    if groups.is_empty() {
        // Without classes there is one step, which makes all else whole.
        groups.push(Vec::new());
    }
    for (index, group) in groups.iter().enumerate() {
        for column in group {
            problem.columns[column.0].whole = true;
        }
        if index + 1 == groups.len() {
            make_whole_as(&mut problem, space.problem);
        }
        let mut rounded = problem.clone();
        for column in group {
            let (value, column) = (values[column.0], &mut rounded.columns[column.0]);
            column.lower = column.lower.max((value + WHOLE).floor());
            column.upper = column.upper.min((value - WHOLE).ceil());
        }
        let quick = Step { nodes: Some(NODES), ..step };
        let found = match quick.solve(&rounded, &objective)? {
            SolveResult::Solution(found) => found,
            _ if run.is_over(1.0) => return Ok(Construction::NotFound),
            _ => {
                let thorough = Step { nodes: Some(FALLBACK_NODES), ..step };
                match thorough.solve(&problem, &objective)? {
                    SolveResult::Solution(found) => found,
                    _ => return Ok(Construction::NotFound),
                }
            }
        };
        values = found.values;
        for column in group {
            let value = values[column.0].round();
            let column = &mut problem.columns[column.0];
            (column.lower, column.upper) = (value, value);
        }
    }
    Ok(Construction::Solution(values))
}

/// The gap of a step.
fn gap(run: &Run<'_>) -> f64 {
    if run.ending() != Ending::Clock {
        return WORK_GAP;
    }
    let limit = run.limits.time_limit_s.unwrap_or(f64::INFINITY);
    let within = GAPS.iter().find(|(least, _)| limit < *least);
    within.map_or(GAP, |(_, gap)| *gap)
}

/// The class columns by entry: those of existing cohorts first.
fn by_entry(space: &SearchSpace<'_>) -> Vec<Vec<Variable>> {
    let mut groups: BTreeMap<Option<Term>, Vec<Variable>> = BTreeMap::new();
    for cohort in &space.cohorts {
        let entry = (!cohort.existing).then_some(cohort.entry);
        groups.entry(entry).or_default().extend(&cohort.classes);
    }
    groups.into_values().collect()
}

/// Restores the integrality of all columns.
fn make_whole_as(problem: &mut Problem, original: &Problem) {
    for (column, original) in problem.columns.iter_mut().zip(&original.columns) {
        column.whole = original.whole;
    }
}

#[derive(Clone, Copy)]
struct Step<'a> {
    run: &'a Run<'a>,
    space: &'a SearchSpace<'a>,
    gap: f64,
    nodes: Option<u32>,
}

impl Step<'_> {
    /// The time that the step may take.
    fn time(&self) -> Option<Duration> {
        let left = self.run.remaining()?.mul_f64(SHARE);
        let limit = self.run.limits.time_limit_s?;
        let (share, least) = STEP;
        let quick = Duration::try_from_secs_f64((limit * share).max(least)).unwrap_or(left);
        Some(if self.nodes == Some(NODES) { left.min(quick) } else { left })
    }

    fn solve(&self, problem: &Problem, objective: &Linear) -> Result<SolveResult, SolverError> {
        debug_assert_eq!(problem.columns.len(), self.space.problem.columns.len());
        let request = SolveRequest {
            problem,
            objective_cuts: &[],
            objective,
            start: None,
            termination: Termination {
                time: self.time(),
                gap: self.gap,
                objective_target: None,
                nodes: self.nodes,
                threads: 1,
                seed: self.run.limits.seed,
                strategy: Strategy::Default,
            },
        };
        self.run.solve(Phase::Starting, &request)
    }
}
