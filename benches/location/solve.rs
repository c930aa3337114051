//! Both ways to solve an instance. All uses of the solve API are here.

use campusplan::domain::{Limits, Part, Scenario};
use campusplan::model::linear::Linear;
use campusplan::model::problem::Problem;
use campusplan::planning::{Outcome, plan};
use campusplan::solve::backend::{
    Backend, SolveRequest, SolveResult, Strategy, Termination, Watch,
};
use campusplan::solve::{Highs, Unwatched};
use std::time::{Duration, Instant};

/// Result of a run.
#[derive(Clone, Debug)]
pub struct Run {
    /// Cost of the solution, if one was found. A plan counts only if its
    /// verification passed.
    pub value: Option<f64>,
    /// Proven lower bound of the cost.
    pub bound: Option<f64>,
    /// Wall time of the run, without reading the scenario.
    pub took: Duration,
    /// Time by step of the program.
    pub steps: Vec<(String, Duration)>,
}

/// Plans a scenario with the program.
pub fn by_program(scenario: &Scenario, limits: &Limits) -> Run {
    let began = Instant::now();
    let outcome = plan(scenario, limits, &Unwatched).expect("the solver works");
    let took = began.elapsed();
    let mut run = Run { value: None, bound: None, took, steps: Vec::new() };
    if let Outcome::Planned(planned) = outcome {
        let cost = planned.plan.accounts.cost_wan_yuan.0;
        run.value = Some(cost).filter(|_| planned.verification.passed());
        let tiers = planned.plan.tiers.iter();
        let mut cost = tiers.filter(|tier| tier.parts.iter().any(|part| part.part == Part::Cost));
        run.bound = cost.find_map(|tier| tier.bound);
        run.steps = planned.timings;
    }
    run
}

/// Solves a model once with the program's solver, uninterrupted.
pub fn by_solver(problem: &Problem, objective: &Linear, limits: &Limits) -> Run {
    let request = SolveRequest {
        problem,
        objective_cuts: &[],
        objective,
        start: None,
        termination: Termination {
            time: limits.time_limit_s.map(Duration::from_secs_f64),
            gap: limits.gap,
            objective_target: None,
            nodes: None,
            threads: limits.threads,
            seed: limits.seed,
            strategy: Strategy::Default,
        },
    };
    let began = Instant::now();
    let result = Highs.solve(&request, &Silent).expect("the solver works");
    let took = began.elapsed();
    let (value, bound) = match result {
        SolveResult::Solution(found) => (Some(objective.value(&found.values)), found.bound),
        SolveResult::Infeasible | SolveResult::NotFound { .. } => (None, None),
    };
    Run { value, bound, took, steps: Vec::new() }
}

/// A watch that neither reports nor stops.
struct Silent;

impl Watch for Silent {
    fn progress(&self, _: f64, _: f64) {}

    fn stop(&self) -> bool {
        false
    }
}
