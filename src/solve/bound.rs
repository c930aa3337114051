//! Bounds of the tiers, by branch and bound on a relaxation that has only its
//! costly decisions whole: campuses, modules, recruits, those who change subject
//! and the classes of each cohort in all, but not on which path each class is.
//!
//! How classes spread over campuses costs the bound almost nothing and the search
//! almost everything. Each bound holds for plans that keep the earlier tiers
//! within their objective cuts.

use super::backend::{SolveRequest, SolveResult, SolverError, Strategy, Termination};
use super::lexicographic::{TierOutcome, ideal_value, larger, objective_cut};
use super::progress::Phase;
use super::relaxation::Relaxation;
use super::run::Run;
use crate::domain::{Origin, Rule, Scenario, Tier};
use crate::model::linear::Linear;
use crate::model::problem::{Label, Place, Problem};

/// A repair may miss this much more of the targets than the solution it starts
/// from, percent: the bound of the cost should hold then as well.
const REPAIR_ALLOWANCE: f64 = 0.02;

/// Nodes of a tier where a clock does not end it.
const NODES: u32 = 500;

/// Share of the time of this step that a tier may take while others follow.
const SHARE: f64 = 0.4;

/// Proves bounds of the relaxation's tiers, each with the earlier tiers kept as
/// they are in `values`. `tiers` are the scenario's, with their tolerances. Ends
/// at a share of the time limit.
///
/// # Errors
///
/// When the solver fails.
pub fn prove(
    run: &Run<'_>,
    scenario: &Scenario,
    (relaxation, tiers): (&Relaxation, &[Tier]),
    values: &[f64],
    until: f64,
) -> Result<Vec<TierOutcome>, SolverError> {
    let problem = coarse(scenario, relaxation);
    let mut cuts: Vec<(Linear, f64)> = Vec::new();
    let mut outcomes = Vec::new();
    for (index, ((_, expression), tier)) in relaxation.tiers.iter().zip(tiers).enumerate() {
        let value = expression.value(values);
        let mut cut = objective_cut(expression.clone(), tier, value);
        if ideal_value(tier).is_some() {
            cut.1 += REPAIR_ALLOWANCE;
        }
        let ideal = ideal_value(tier).filter(|ideal| {
            let (_, most) = objective_cut(Linear::default(), tier, *ideal);
            value <= most
        });
        let last = index + 1 == relaxation.tiers.len();
        let bound = if ideal.is_some() {
            ideal
        } else {
            let share = if last { 1.0 } else { SHARE };
            solve(run, &problem, (expression, &cuts), (until, share))?
        };
        outcomes.push(TierOutcome { bound, status: run.status(), cut_value: cut.1 });
        cuts.push(cut);
    }
    Ok(outcomes)
}

/// The bound of a tier: that of the continuous relaxation, which takes little time,
/// and that of branch and bound, which has none until its root is solved.
fn solve(
    run: &Run<'_>,
    problem: &Problem,
    (objective, cuts): (&Linear, &[(Linear, f64)]),
    (until, share): (f64, f64),
) -> Result<Option<f64>, SolverError> {
    let clock = run.limits.steps.is_none();
    let time = || run.left_until(if clock { until } else { 1.0 });
    let relaxed = problem.continuous();
    let request = SolveRequest {
        problem: &relaxed,
        objective_cuts: cuts,
        objective,
        start: None,
        termination: Termination {
            time: time(),
            gap: run.limits.gap,
            objective_target: None,
            nodes: (!clock || time().is_none()).then_some(NODES),
            threads: 1,
            seed: run.limits.seed,
            strategy: Strategy::Bound,
        },
    };
    let continuous = run.solve(Phase::Bounding, &request)?;
    let whole = SolveRequest {
        problem,
        termination: Termination {
            time: time().map(|time| time.mul_f64(share)),
            ..request.termination
        },
        ..request
    };
    let whole = run.solve(Phase::Bounding, &whole)?;
    let bound = |result| match result {
        SolveResult::Solution(found) => found.bound,
        SolveResult::NotFound { bound, .. } => bound,
        SolveResult::Infeasible => None,
    };
    Ok(larger(bound(continuous), bound(whole)))
}

/// The relaxation with only its costly decisions whole.
fn coarse(scenario: &Scenario, relaxation: &Relaxation) -> Problem {
    let decisions = &relaxation.model.decisions;
    let mut problem = relaxation.model.problem.clone();
    for (cohort, lanes) in decisions.lanes.iter_enumerated() {
        let mut sum = Linear::default();
        for lane in lanes {
            problem.columns[lane.classes.0].whole = false;
            sum.push(lane.classes, 1.0);
        }
        if let Origin::Future { most, .. } = scenario.cohorts[cohort].origin {
            let admitted = problem.whole(f64::from(most));
            let label = Label {
                rule: Rule::Admission,
                name: "admitted",
                place: Place::Cohort(cohort),
                term: None,
            };
            problem.equal(label, sum, admitted.into());
        }
    }
    let people = decisions.recruits.values().chain(decisions.retrained.values());
    for column in people {
        problem.columns[column.0].whole = true;
    }
    problem
}
