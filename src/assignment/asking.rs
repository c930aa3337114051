//! Small questions to the solver.

use crate::domain::Rule;
use crate::model::linear::Linear;
use crate::model::problem::{Label, Place, Problem};
use crate::solve::backend::{
    Backend, SolveRequest, SolveResult, SolverError, Strategy, Termination, Watch,
};

/// Who is asked.
#[derive(Clone, Copy)]
pub(super) struct Asking<'a>(pub(super) &'a dyn Backend);

/// Whole problems may take this many nodes.
const NODES: u32 = 200;

/// And are good enough at this relative gap.
const GAP: f64 = 1e-4;

/// Nobody watches and nobody stops: the questions are answered at once.
struct Unheard;

impl Watch for Unheard {
    fn progress(&self, _: f64, _: f64) {}

    fn stop(&self) -> bool {
        false
    }
}

impl Asking<'_> {
    /// The values of the columns that make the objective least; `None` when
    /// there are none. The same on every machine: one thread, no clock.
    pub(super) fn least(
        self,
        problem: &Problem,
        objective: &Linear,
    ) -> Result<Option<Vec<f64>>, SolverError> {
        let request = SolveRequest {
            problem,
            objective_cuts: &[],
            objective,
            start: None,
            termination: Termination {
                time: None,
                gap: GAP,
                objective_target: None,
                nodes: Some(NODES),
                threads: 1,
                seed: 0,
                strategy: Strategy::Default,
            },
        };
        Ok(match self.0.solve(&request, &Unheard)? {
            SolveResult::Solution(solution) => Some(solution.values),
            SolveResult::Infeasible | SolveResult::NotFound { .. } => None,
        })
    }

    /// Gives each row of a table a column of its own, so that the sum of the
    /// costs is least. A row is left without where there are too few columns.
    pub(super) fn assign(self, costs: &[Vec<f64>]) -> Result<Vec<Option<usize>>, SolverError> {
        let columns = costs.first().map_or(0, Vec::len);
        let mut problem = Problem::default();
        let mut objective = Linear::default();
        let mut given = vec![Linear::default(); columns];
        let mut chosen = Vec::new();
        for row in costs {
            let mut one = Linear::default();
            let mut cells = Vec::new();
            for (column, cost) in row.iter().enumerate() {
                let cell = problem.real(1.0);
                one.push(cell, 1.0);
                given[column].push(cell, 1.0);
                // Any row is better served than not.
                objective.push(cell, cost - UNSERVED);
                cells.push(cell);
            }
            problem.at_most(label(Rule::ClassTeacher, "one"), one, Linear::from(1.0));
            chosen.push(cells);
        }
        for column in given {
            problem.at_most(label(Rule::ClassTeacher, "own"), column, Linear::from(1.0));
        }
        let values = match columns {
            0 => None,
            _ => self.least(&problem, &objective)?,
        };
        let values = values.unwrap_or_else(|| vec![0.0; problem.columns.len()]);
        let taken = |cells: &Vec<_>| cells.iter().position(|cell| is_one(&values, *cell));
        Ok(chosen.iter().map(taken).collect())
    }
}

/// More than any sum of costs of a row.
const UNSERVED: f64 = 1e4;

fn is_one(values: &[f64], cell: crate::model::linear::Variable) -> bool {
    values[cell.0] > 0.5
}

/// The label of a row of these problems.
pub(super) fn label(rule: Rule, name: &'static str) -> Label {
    Label { rule, name, place: Place::All, term: None }
}
