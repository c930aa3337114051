//! Once classes are placed a tier need only come within what later tiers may
//! give away anyway; one that the clock has ended is made least.

use campusplan::domain::{Limits, Scenario};
use campusplan::model::problem::Problem;
use campusplan::model::{Form, build};
use campusplan::plan::{Plan, Status};
use campusplan::planning::{Outcome, plan_with};
use campusplan::scenario;
use campusplan::solve::backend::{Backend, SolveRequest, SolveResult, SolverError, Watch};
use campusplan::solve::{Highs, Unwatched};
use std::sync::Mutex;

/// Asks the solver and remembers what was enough and what came.
#[derive(Default)]
struct Recorder(Mutex<Vec<(Option<f64>, f64)>>);

impl Backend for Recorder {
    fn solve(
        &self,
        request: &SolveRequest<'_>,
        watch: &dyn Watch,
    ) -> Result<SolveResult, SolverError> {
        let result = Highs.solve(request, watch)?;
        if let SolveResult::Solution(found) = &result {
            let value = request.objective.value(&found.values);
            self.0.lock().unwrap().push((request.termination.objective_target, value));
        }
        Ok(result)
    }
}

fn minimal() -> Scenario {
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/scenarios/minimal.ron");
    let text = std::fs::read_to_string(file).unwrap();
    scenario::read(&text).unwrap().scenario
}

fn planned(backend: &dyn Backend, scenario: &Scenario, limits: &Limits) -> Plan {
    let outcome = plan_with(backend, scenario, limits, &Unwatched).unwrap();
    let Outcome::Planned(planned) = outcome else {
        panic!("no plan");
    };
    assert!(planned.verification.passed());
    planned.plan
}

#[test]
fn what_is_enough_is_reached_and_asked_for_only_before_the_last_tier() {
    let scenario = minimal();
    let recorder = Recorder::default();
    planned(&recorder, &scenario, &scenario.limits);
    let asked = recorder.0.into_inner().unwrap();
    let bounded: Vec<(f64, f64)> =
        asked.iter().filter_map(|(enough, value)| Some(((*enough)?, *value))).collect();
    assert!(!bounded.is_empty());
    for (enough, value) in bounded {
        assert!(value <= enough + 1e-6 * enough.abs().max(1.0), "{value} > {enough}");
    }
    let (last, _) = asked.last().unwrap();
    assert_eq!(*last, None);
}

/// Has no time for the tiers of the whole model that come after the second.
struct CutOff {
    /// Whole columns of the whole model; settling has more of them.
    whole: usize,
    /// How often it had no time.
    times: Mutex<usize>,
}

fn whole_columns(problem: &Problem) -> usize {
    problem.columns.iter().filter(|column| column.whole).count()
}

impl Backend for CutOff {
    fn solve(
        &self,
        request: &SolveRequest<'_>,
        watch: &dyn Watch,
    ) -> Result<SolveResult, SolverError> {
        let tiers_kept = request.objective_cuts.len();
        if whole_columns(request.problem) == self.whole && tiers_kept >= 2 {
            *self.times.lock().unwrap() += 1;
            return Ok(SolveResult::NotFound { status: Status::TimeLimit, bound: None });
        }
        Highs.solve(request, watch)
    }
}

#[test]
fn a_tier_that_the_clock_has_ended_is_made_least_once_classes_are_placed() {
    let scenario = minimal();
    let backend = CutOff {
        whole: whole_columns(&build(&scenario, Form::PLAN).problem),
        times: Mutex::new(0),
    };
    let limits = Limits { time_limit_s: None, gap: 0.0, ..scenario.limits };
    let best = planned(&Highs, &scenario, &limits);
    let cut_off = planned(&backend, &scenario, &limits);
    assert!(*backend.times.lock().unwrap() >= 2);
    for (tier, data) in scenario.tiers.iter().enumerate().take(3).skip(1) {
        let (best, cut_off) = (best.tiers[tier].value, cut_off.tiers[tier].value);
        let most = best * (1.0 + data.relative_tolerance) + data.absolute_tolerance;
        assert!(cut_off <= most + 1e-4, "{cut_off} > {most}");
    }
}
