//! A second, unrelated solver: `microlp`, through the same bridge.

use campusplan::plan::Status;
use campusplan::solve::backend::bridge::bridge;
use campusplan::solve::backend::{
    Backend, Solution, SolveRequest, SolveResult, SolverError, Watch, rounded,
};
use good_lp::{ResolutionError, Solution as _, SolverModel};

/// The solver.
pub struct Microlp;

impl Backend for Microlp {
    fn solve(&self, request: &SolveRequest<'_>, _: &dyn Watch) -> Result<SolveResult, SolverError> {
        let bridged = bridge(request);
        let mut problem = good_lp::microlp(bridged.problem);
        for constraint in bridged.constraints {
            problem.add_constraint(constraint);
        }
        let solution = match problem.solve() {
            Ok(solution) => solution,
            Err(ResolutionError::Infeasible) => return Ok(SolveResult::Infeasible),
            Err(error) => {
                return Err(SolverError { solver: "microlp", reason: error.to_string() });
            }
        };
        let values = bridged.variables.iter().map(|it| solution.value(*it));
        Ok(SolveResult::Solution(Solution {
            values: rounded(request.problem, values.collect()),
            bound: None,
            status: Status::GapReached,
        }))
    }
}
