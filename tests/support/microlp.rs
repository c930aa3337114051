//! A second, unrelated solver: `microlp`, through the same bridge.

use campusplan::plan::Status;
use campusplan::solve::backend::{
    Answer, Backend, Question, Solution, SolverError, Watch, rounded,
};
use campusplan::solve::bridge::bridge;
use good_lp::{ResolutionError, Solution as _, SolverModel};

/// The solver.
pub struct Microlp;

impl Backend for Microlp {
    fn ask(&self, question: &Question<'_>, _: &dyn Watch) -> Result<Answer, SolverError> {
        let bridged = bridge(question);
        let mut problem = good_lp::microlp(bridged.problem);
        for constraint in bridged.constraints {
            problem.add_constraint(constraint);
        }
        let solution = match problem.solve() {
            Ok(solution) => solution,
            Err(ResolutionError::Infeasible) => return Ok(Answer::Infeasible),
            Err(error) => {
                return Err(SolverError {
                    solver: "microlp",
                    reason: error.to_string(),
                });
            }
        };
        let values = bridged.variables.iter().map(|it| solution.value(*it));
        Ok(Answer::Solution(Solution {
            values: rounded(question.problem, values.collect()),
            bound: None,
            status: Status::GapReached,
        }))
    }
}
