//! Integer repair: with the classes placed, the campuses opened and everything
//! built, intakes, posts and trainees are made whole, tier by tier; where whole
//! intakes do worse than fractions, less may be built.
//!
//! The model counts posts in fractions (the fraction of a teacher at a campus
//! is one who visits) and students and trainees as they come; here each post is
//! at one campus and each intake and each number of trainees is whole.

use super::backend::SolverError;
use super::intakes::are_whole;
use super::lexicographic::{
    LexicographicProblem, TierOutcome, WorkLimit, expressions, solve_lexicographic, zero_tolerance,
};
use super::mip_start::{fixed, head_columns};
use super::progress::Phase;
use super::run::Run;
use crate::domain::{Scenario, Status};
use crate::model::Model;
use crate::model::decisions::Decisions;
use crate::model::keys::placed;
use crate::model::linear::Variable;
use crate::model::problem::Problem;

/// What intakes may take of the time left, and to which gap.
const INTAKES: WorkLimit = WorkLimit { share: 0.4, gap: 1e-4, nodes: &[500] };

/// What intakes may take where there is little time.
const SOON: WorkLimit = WorkLimit { gap: 1e-2, ..INTAKES };

/// What posts may take.
const POSTS: WorkLimit = WorkLimit { share: 1.0, gap: 2e-3, nodes: &[500] };

/// What the posts of a quick repair may take.
const QUICK_POSTS: WorkLimit = WorkLimit { gap: 1e-2, nodes: &[500, 500, 50], ..POSTS };

/// What posts may take where those that are empty in fractions stay so.
const SPARSE: WorkLimit = WorkLimit { share: 0.5, ..QUICK_POSTS };

/// A post held by fewer is empty.
const NOBODY: f64 = 1e-6;

/// What either step takes when there is no time left.
const FIRST: WorkLimit = WorkLimit { share: 1.0, gap: 1e3, nodes: &[500] };

/// Tiers after which a quick repair ends.
const QUICK_TIERS: usize = 3;

/// Tiers up to the cost: the others depend on posts.
const FIRST_TIERS: usize = 2;

/// How a repair is done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Repair {
    /// Tier by tier, to a small gap.
    Thorough,
    /// The first tiers, to a wider gap.
    Quick,
    /// To the first feasible solution.
    FirstFeasible,
}

/// Makes intakes and then posts and trainees whole. `outcomes` are those of the
/// tiers that `found` was optimised for; later ones are minimised here. `None`
/// when there is no whole solution with these classes, or none in time.
///
/// # Errors
///
/// When the solver fails.
pub fn repair(
    run: &Run<'_>,
    scenario: &Scenario,
    model: &Model,
    (found, outcomes): (&[f64], &[TierOutcome]),
    kind: Repair,
) -> Result<Option<Vec<f64>>, SolverError> {
    let tiers = zero_tolerance(expressions(scenario, model));
    let allowance: Vec<f64> = outcomes.iter().map(TierOutcome::inside).collect();
    let lexicographic = LexicographicProblem {
        phase: |_, _| Phase::Settling,
        problem: &model.problem,
        tiers: &tiers,
        fixed_cuts: &[],
        start: None,
        bounds: &[],
        slack_allowance: &allowance,
        limit: match kind {
            Repair::FirstFeasible => FIRST,
            _ if run.has_little_time() => SOON,
            _ => INTAKES,
        },
    };
    let places = placed(scenario, &model.decisions).into_iter();
    let places: Vec<Variable> = places.map(|(_, variable)| variable).collect();
    let heads: Vec<Variable> = head_columns(model).collect();
    let built: Vec<Variable> = model.decisions.built.values().copied().collect();
    let mut problem = fixed(&model.problem, valued(&places, found));
    make_whole(&mut problem, &heads);
    // Where whole intakes do worse than fractions of students, the search has
    // paid for what only those can use, and that need not be built.
    let mut unbuilt = problem.clone();
    for module in &built {
        unbuilt.columns[module.0].lower = model.problem.columns[module.0].lower;
    }
    // The intakes move the targets and hardly the rest.
    let first = if kind == Repair::FirstFeasible { 1 } else { FIRST_TIERS };
    let intakes = LexicographicProblem {
        problem: &problem,
        tiers: &tiers[..tiers.len().min(first)],
        ..lexicographic
    };
    let values = if are_whole(&heads, found) {
        let mut values = found.to_vec();
        for heads in &heads {
            values[heads.0] = values[heads.0].round();
        }
        values
    } else {
        match whole_intakes(run, intakes, &unbuilt)? {
            Some(values) => values,
            None => return Ok(None),
        }
    };
    let decided = [valued(&heads, &values), valued(&built, &values)].concat();
    let mut problem = fixed(&problem, decided);
    let posts = posts(&model.decisions);
    make_whole(&mut problem, &posts);
    let trainees: Vec<Variable> = model.decisions.trainees.values().copied().collect();
    make_whole(&mut problem, &trainees);
    let considered = match kind {
        Repair::Thorough => tiers.len(),
        Repair::Quick => tiers.len().min(QUICK_TIERS),
        Repair::FirstFeasible => tiers.len().min(1),
    };
    let lexicographic = LexicographicProblem {
        problem: &problem,
        tiers: &tiers[..considered],
        limit: match kind {
            Repair::Thorough => POSTS,
            Repair::Quick => QUICK_POSTS,
            Repair::FirstFeasible => FIRST,
        },
        // Nothing of the last tier is given away any more.
        slack_allowance: &allowance[..allowance.len().min(tiers.len() - 1)],
        ..lexicographic
    };
    if kind == Repair::FirstFeasible {
        return Ok(solve_lexicographic(run, lexicographic)?.values());
    }
    let empty = posts.into_iter().filter(|post| found[post.0] < NOBODY);
    let sparse = fixed(&problem, empty.map(|post| (post, 0.0)));
    whole_posts(run, scenario, lexicographic, (&sparse, outcomes), kind)
}

/// Columns with their values in a solution.
fn valued(columns: &[Variable], values: &[f64]) -> Vec<(Variable, f64)> {
    columns.iter().map(|column| (*column, values[column.0])).collect()
}

/// Whole posts and trainees. First in the problem `sparse`, in which posts that
/// are empty in fractions are left empty: where nobody is needed in fractions
/// nobody is likely to be, and the rest is soon found. A tier that hit the time
/// limit is re-optimised here, as more may be had than was found, and what later
/// ones may give away of it counts from there.
fn whole_posts(
    run: &Run<'_>,
    scenario: &Scenario,
    lexicographic: LexicographicProblem<'_>,
    (sparse, outcomes): (&Problem, &[TierOutcome]),
    kind: Repair,
) -> Result<Option<Vec<f64>>, SolverError> {
    let mut allowance = lexicographic.slack_allowance.to_vec();
    let mut tiers = lexicographic.tiers.to_vec();
    for (tier, outcome) in outcomes.iter().enumerate().skip(FIRST_TIERS) {
        if outcome.status != Status::GapReached && outcome.cut_value.is_finite() {
            if let Some(allowance) = allowance.get_mut(tier) {
                *allowance = f64::NEG_INFINITY;
            }
            if let Some(own) = tiers.get_mut(tier) {
                own.0.clone_from(&scenario.tiers[tier]);
            }
        }
    }
    let sparse = LexicographicProblem {
        problem: sparse,
        tiers: &lexicographic.tiers[..lexicographic.tiers.len().min(QUICK_TIERS)],
        slack_allowance: &allowance,
        limit: SPARSE,
        ..lexicographic
    };
    let start = solve_lexicographic(run, sparse)?.values();
    if kind == Repair::Quick && start.is_some() {
        return Ok(start);
    }
    let whole = LexicographicProblem {
        tiers: &tiers,
        slack_allowance: &allowance,
        start: start.as_deref(),
        ..lexicographic
    };
    Ok(solve_lexicographic(run, whole)?.values())
}

/// Whole intakes. First with the first tier held, not minimised: some that are
/// all but as good are found far sooner when there is a cost to go by. Where there
/// are none, it is minimised in the problem `unbuilt`.
fn whole_intakes(
    run: &Run<'_>,
    intakes: LexicographicProblem<'_>,
    unbuilt: &Problem,
) -> Result<Option<Vec<f64>>, SolverError> {
    if let ([first, later @ ..], [most, allowance @ ..]) = (intakes.tiers, intakes.slack_allowance)
        && !later.is_empty()
        && most.is_finite()
    {
        let held = LexicographicProblem {
            tiers: later,
            slack_allowance: allowance,
            fixed_cuts: &[(first.1.clone(), *most)],
            ..intakes
        };
        if let Some(values) = solve_lexicographic(run, held)?.values() {
            return Ok(Some(values));
        }
    }
    let intakes = LexicographicProblem { problem: unbuilt, ..intakes };
    Ok(solve_lexicographic(run, intakes)?.values())
}

fn make_whole(problem: &mut Problem, variables: &[Variable]) {
    for variable in variables {
        problem.columns[variable.0].whole = true;
    }
}

/// Posts at each campus, and who is exchanged.
pub(super) fn posts(decisions: &Decisions) -> Vec<Variable> {
    let staff = decisions.posted.values();
    staff
        .chain(decisions.recruits_posted.values())
        .chain(decisions.retrained_posted.values())
        .chain(decisions.exchanged.values())
        .copied()
        .collect()
}
