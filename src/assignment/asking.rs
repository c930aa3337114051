//! Small questions to the solver.

use crate::domain::Rule;
use crate::model::linear::Linear;
use crate::model::problem::{Label, Place, Problem};
use crate::solve::backend::{
    Backend, SolveRequest, SolveResult, SolverError, Strategy, Termination, Watch,
};
use std::time::{Duration, Instant};

/// Who is asked, and until when what could be left out.
#[derive(Clone, Copy)]
pub(super) struct Asking<'a> {
    pub(super) backend: &'a dyn Backend,
    pub(super) until: Option<Instant>,
}

/// Whole problems may take this many nodes.
const NODES: u32 = 200;

/// And are good enough at this relative gap.
const GAP: f64 = 1e-4;

/// Cells of a table that the solver takes some seconds for before it looks at
/// the clock.
const LARGE: usize = 100_000;

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
        self.minimise(problem, objective, None)
    }

    /// The same of what makes a plan better and that it can do without: `None` as
    /// well where the time is used up.
    pub(super) fn least_in_time(
        self,
        problem: &Problem,
        objective: &Linear,
    ) -> Result<Option<Vec<f64>>, SolverError> {
        let left = self.left();
        if left.is_some_and(|left| left.is_zero()) {
            return Ok(None);
        }
        self.minimise(problem, objective, left)
    }

    /// What is left of the time, if it is limited.
    fn left(self) -> Option<Duration> {
        self.until.map(|until| until.saturating_duration_since(Instant::now()))
    }

    fn minimise(
        self,
        problem: &Problem,
        objective: &Linear,
        time: Option<Duration>,
    ) -> Result<Option<Vec<f64>>, SolverError> {
        let request = SolveRequest {
            problem,
            objective_cuts: &[],
            objective,
            start: None,
            termination: Termination {
                time,
                gap: GAP,
                objective_target: None,
                nodes: Some(NODES),
                threads: 1,
                seed: 0,
                strategy: Strategy::Default,
            },
        };
        Ok(match self.backend.solve(&request, &Unheard)? {
            SolveResult::Solution(solution) => Some(solution.values),
            SolveResult::Infeasible | SolveResult::NotFound { .. } => None,
        })
    }

    /// Gives each row of a table a column of its own, so that the sum of the
    /// costs is least, or where the time is used up, or limited and the table
    /// large, the cheapest pairs one after the other. A row is left without where
    /// there are too few columns.
    pub(super) fn assign(self, costs: &[Vec<f64>]) -> Result<Vec<Option<usize>>, SolverError> {
        let columns = costs.first().map_or(0, Vec::len);
        let large = costs.len() * columns > LARGE;
        if self.left().is_some_and(|left| large || left.is_zero()) {
            return Ok(cheapest_first(costs));
        }
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
            _ => self.least_in_time(&problem, &objective)?,
        };
        let values = values.unwrap_or_else(|| vec![0.0; problem.columns.len()]);
        let taken = |cells: &Vec<_>| cells.iter().position(|cell| is_one(&values, *cell));
        let given: Vec<Option<usize>> = chosen.iter().map(taken).collect();
        // A solver out of time may hand back what it began with.
        let served = given.iter().flatten().count();
        Ok(if served < costs.len().min(columns) { cheapest_first(costs) } else { given })
    }
}

/// Rows with columns of their own, the cheapest pairs first.
fn cheapest_first(costs: &[Vec<f64>]) -> Vec<Option<usize>> {
    let cells = costs.iter().enumerate().flat_map(|(row, cells)| {
        cells.iter().enumerate().map(move |(column, cost)| (*cost, row, column))
    });
    let mut cells: Vec<(f64, usize, usize)> = cells.collect();
    cells.sort_by(|one, other| one.0.total_cmp(&other.0));
    let mut given = vec![None; costs.len()];
    let mut free = vec![true; costs.first().map_or(0, Vec::len)];
    for (_, row, column) in cells {
        if given[row].is_none() && free[column] {
            (given[row], free[column]) = (Some(column), false);
        }
    }
    given
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Status;
    use crate::solve::backend::Solution;
    use std::sync::Mutex;

    /// Keeps the time that it is given, and answers with zeros.
    #[derive(Default)]
    struct Recorder(Mutex<Vec<Option<Duration>>>);

    impl Backend for Recorder {
        fn solve(
            &self,
            request: &SolveRequest<'_>,
            _: &dyn Watch,
        ) -> Result<SolveResult, SolverError> {
            self.0.lock().expect("one thread").push(request.termination.time);
            let values = vec![0.0; request.problem.columns.len()];
            Ok(SolveResult::Solution(Solution { values, bound: None, status: Status::GapReached }))
        }
    }

    fn asked(until: Option<Instant>) -> (bool, Vec<Option<Duration>>) {
        let recorder = Recorder::default();
        let asking = Asking { backend: &recorder, until };
        let (problem, objective) = (Problem::default(), Linear::default());
        let found = asking.least_in_time(&problem, &objective).expect("no failure");
        assert!(asking.least(&problem, &objective).expect("no failure").is_some());
        (found.is_some(), recorder.0.into_inner().expect("one thread"))
    }

    #[test]
    fn rows_have_columns_of_their_own_when_the_time_is_used_up() {
        let asking = Asking { backend: &Recorder::default(), until: Some(Instant::now()) };
        let costs = [vec![2.0, 1.0, 9.0], vec![3.0, 0.0, 9.0], vec![9.0, 9.0, 9.0]];
        let given = asking.assign(&costs).expect("no failure");
        assert_eq!(given, [Some(0), Some(1), Some(2)]);
        let given = asking.assign(&[vec![2.0], vec![1.0]]).expect("no failure");
        assert_eq!(given, [None, Some(0)]);
        // the time ends within the question: nobody has been given anything yet
        let later = Some(Instant::now() + Duration::from_secs(60));
        let asking = Asking { backend: &Recorder::default(), until: later };
        assert_eq!(asking.assign(&costs).expect("no failure"), [Some(0), Some(1), Some(2)]);
        assert_eq!(asking.assign(&[vec![], vec![]]).expect("no failure"), [None, None]);
    }

    #[test]
    fn what_can_be_left_out_ends_with_the_time_and_what_cannot_does_not() {
        assert_eq!(asked(None), (true, vec![None, None]));
        assert_eq!(asked(Some(Instant::now())), (false, vec![None]));
        let (found, times) = asked(Some(Instant::now() + Duration::from_secs(60)));
        assert!(found && times.len() == 2 && times[1].is_none());
        assert!(times[0].is_some_and(|left| left <= Duration::from_secs(60)));
    }
}
