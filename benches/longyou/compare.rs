//! A run of the plain formulation, given to the same solver.

use super::plain::{self, Visits};
use super::program::{Row, Value};
use super::support::{peak_memory, reset_peak_memory};
use campusplan::domain::{Limits, Part, Scenario, Tier};
use campusplan::solve::lexicographic::{
    LexicographicProblem, LexicographicResult, WorkLimit, expressions, solve_lexicographic,
};
use campusplan::solve::run::Run;
use campusplan::solve::{Highs, Phase, Unwatched};
use std::time::Instant;

/// Solves the plain formulation of a scenario tier by tier.
pub fn run(scenario: &Scenario, limits: Limits, visits: Visits) -> Row {
    let mut scenario = scenario.clone();
    scenario.tiers =
        [Part::Targets, Part::Cost].map(|part| tier(&scenario, part)).into_iter().collect();
    reset_peak_memory();
    let began = Instant::now();
    let model = plain::build(&scenario, visits);
    let run = Run { backend: &Highs, observer: &Unwatched, began, limits };
    let problem = LexicographicProblem {
        phase: |tier, tiers| Phase::Solving { tier, tiers },
        problem: &model.problem,
        tiers: &expressions(&scenario, &model),
        fixed_cuts: &[],
        start: None,
        bounds: &[],
        slack_allowance: &[],
        limit: WorkLimit { share: 1.0, gap: limits.gap, nodes: &[] },
    };
    let solved = solve_lexicographic(&run, problem).expect("the solver works");
    let took = began.elapsed();
    let memory = peak_memory();
    let (result, missing, bound) = match solved {
        LexicographicResult::Solved { values, outcomes } => {
            let value = |part: Part| model.parts[&part].value(&values);
            let value = Value {
                shortfall: value(Part::Targets),
                met: None,
                cost: value(Part::Cost),
                disruption: None,
            };
            (Some(value), "", outcomes[1].bound)
        }
        LexicographicResult::Infeasible => (None, "infeasible", None),
        LexicographicResult::NotFound => (None, "no solution", None),
    };
    Row {
        limit: limits.time_limit_s.unwrap_or_default(),
        seed: limits.seed,
        result,
        missing,
        bound,
        took,
        memory,
    }
}

/// The tier of a part alone, with the tolerance that the scenario gives it.
fn tier(scenario: &Scenario, part: Part) -> Tier {
    let mut given = scenario.tiers.iter();
    let given = given.find(|tier| tier.parts == [(part, 1.0)]);
    given.cloned().unwrap_or(Tier {
        parts: vec![(part, 1.0)],
        relative_tolerance: 0.0,
        absolute_tolerance: 0.0,
        at_most: None,
    })
}
