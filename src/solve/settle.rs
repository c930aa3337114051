//! The last step of a plan: with the classes placed, the campuses opened and
//! everything built, posts and admissions are made whole, tier by tier; where
//! whole intakes do worse than fractions, less may be built.
//!
//! The model counts posts in fractions (the fraction of a teacher at a campus
//! is one who visits) and students and trainees as they come; here each post is
//! at one campus and each intake and each number of trainees is whole.

use super::backend::SolverError;
use super::progress::Phase;
use super::start::{HURRIED_TIERS, pinned};
use super::tiers::{Effort, Ladder, Run, TierOutcome, Tiered, climb, expressions, strict};
use crate::domain::Scenario;
use crate::model::Model;
use crate::model::decisions::{Decisions, Heads};
use crate::model::keys::placed;
use crate::model::linear::Variable;
use crate::model::problem::Problem;
use crate::plan::Status;

/// What each of the two steps may take of the time left, and to which gap.
const INTAKES: Effort = Effort {
    share: 0.45,
    gap: 1e-4,
    nodes: &[500],
};
const POSTS: Effort = Effort {
    share: 1.0,
    gap: 2e-3,
    nodes: &[500],
};

/// What posts may take where the tiers are not searched: what comes after the
/// disruption stays as it comes.
const BRISK_POSTS: Effort = Effort {
    gap: 1e-2,
    nodes: &[500, 500, 50, 0],
    ..POSTS
};

/// What posts may take where those that are empty in fractions stay so.
const SPARSE: Effort = Effort {
    share: 0.4,
    ..POSTS
};

/// A post held by fewer is empty.
const NOBODY: f64 = 1e-6;

/// What either step takes when there is no time left: the first solution that
/// keeps the rules.
const ANY: Effort = Effort {
    share: 1.0,
    gap: 1e3,
    nodes: &[500],
};

/// How settling is done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Settling {
    /// Tier by tier, as good as it gets.
    Well,
    /// By the first solution that keeps the rules.
    Anyhow,
}

/// Time kept for settling, as a share of the time limit.
pub const SETTLING: f64 = 0.4;

/// Makes intakes and then posts and trainees whole. `None` when that cannot be done with
/// these classes.
///
/// # Errors
///
/// When the solver fails.
pub fn settle(
    run: &Run<'_>,
    scenario: &Scenario,
    model: &Model,
    (found, outcomes): (&[f64], &[TierOutcome]),
    settling: Settling,
) -> Result<Option<Vec<f64>>, SolverError> {
    let tiers = strict(expressions(scenario, model));
    let mut room: Vec<f64> = outcomes.iter().map(TierOutcome::inside).collect();
    if run.brisk() {
        // the others have not been made least yet
        room.truncate(HURRIED_TIERS);
    }
    let ladder = Ladder {
        phase: |_, _| Phase::Settling,
        problem: &model.problem,
        tiers: &tiers,
        held: &[],
        start: None,
        known: &[],
        room: &room,
        effort: match settling {
            Settling::Well => INTAKES,
            Settling::Anyhow => ANY,
        },
    };
    let placed = placed(scenario, &model.decisions).into_iter();
    let placed: Vec<Variable> = placed.map(|(_, variable)| variable).collect();
    let pins = |places: &[Variable], values: &[f64]| -> Vec<(Variable, f64)> {
        places
            .iter()
            .map(|place| (*place, values[place.0]))
            .collect()
    };
    let heads = heads(&model.decisions);
    let built: Vec<Variable> = model.decisions.built.values().copied().collect();
    let mut problem = pinned(&model.problem, pins(&placed, found));
    make_whole(&mut problem, &heads);
    // Where whole intakes do worse than fractions of students, the search has
    // paid for what only those can use, and that need not be built. With no
    // nodes that has been seen to.
    let mut freed = problem.clone();
    if !run.brisk() {
        for module in &built {
            freed.columns[module.0].lower = model.problem.columns[module.0].lower;
        }
    }
    // The intakes move the targets and hardly the rest.
    let first = match settling {
        Settling::Well => 2,
        Settling::Anyhow => 1,
    };
    let intakes = Ladder {
        problem: &problem,
        tiers: &tiers[..tiers.len().min(first)],
        ..ladder
    };
    let Some(values) = whole_intakes(run, intakes, &freed)? else {
        return Ok(None);
    };
    let settled = [pins(&heads, &values), pins(&built, &values)].concat();
    let mut problem = pinned(&problem, settled);
    let posts = posts(&model.decisions);
    make_whole(&mut problem, &posts);
    let trainees: Vec<Variable> = model.decisions.trainees.values().copied().collect();
    make_whole(&mut problem, &trainees);
    let ladder = Ladder {
        problem: &problem,
        tiers: match settling {
            Settling::Well => &tiers,
            Settling::Anyhow => &tiers[..tiers.len().min(1)],
        },
        effort: match settling {
            Settling::Well if run.brisk() => BRISK_POSTS,
            Settling::Well => POSTS,
            Settling::Anyhow => ANY,
        },
        // of the last tier nothing is given away any more
        room: &room[..room.len().min(tiers.len() - 1)],
        ..ladder
    };
    if run.brisk() || settling == Settling::Anyhow {
        return Ok(solved(climb(run, ladder)?));
    }
    let empty = posts.into_iter().filter(|post| found[post.0] < NOBODY);
    let sparse = pinned(&problem, empty.map(|post| (post, 0.0)));
    whole_posts(run, scenario, ladder, &sparse, outcomes)
}

/// Whole posts and trainees. First in the problem `sparse`, in which posts that
/// are empty in fractions are left empty: where nobody is needed in fractions
/// nobody is likely to be, and the rest is soon found. A tier that the clock has
/// ended is made least here, as more may be had than was found, and what later
/// ones may give away of it counts from there.
fn whole_posts(
    run: &Run<'_>,
    scenario: &Scenario,
    ladder: Ladder<'_>,
    sparse: &Problem,
    outcomes: &[TierOutcome],
) -> Result<Option<Vec<f64>>, SolverError> {
    let (mut room, mut tiers) = (ladder.room.to_vec(), ladder.tiers.to_vec());
    for (tier, outcome) in outcomes.iter().enumerate().skip(HURRIED_TIERS) {
        if outcome.status != Status::GapReached && outcome.kept_at.is_finite() {
            if let Some(room) = room.get_mut(tier) {
                *room = f64::NEG_INFINITY;
            }
            tiers[tier].0.clone_from(&scenario.tiers[tier]);
        }
    }
    let room = &room;
    let sparse = Ladder {
        problem: sparse,
        room,
        effort: SPARSE,
        ..ladder
    };
    let start = solved(climb(run, sparse)?);
    let whole = Ladder {
        tiers: &tiers,
        room,
        start: start.as_deref(),
        ..ladder
    };
    Ok(solved(climb(run, whole)?))
}

fn solved(tiered: Tiered) -> Option<Vec<f64>> {
    match tiered {
        Tiered::Solved { values, .. } => Some(values),
        Tiered::Infeasible | Tiered::Nothing => None,
    }
}

/// Whole intakes. First with the first tier held, not made least: some that
/// are all but as good are found far sooner when there is a cost to go by.
/// Where there are none, it is made least in the problem `freed`.
fn whole_intakes(
    run: &Run<'_>,
    intakes: Ladder<'_>,
    freed: &Problem,
) -> Result<Option<Vec<f64>>, SolverError> {
    let tiers = intakes.tiers;
    if let ([first, later @ ..], [most, room @ ..]) = (tiers, intakes.room)
        && !later.is_empty()
        && most.is_finite()
    {
        let cheaply = Ladder {
            tiers: later,
            room,
            held: &[(first.1.clone(), *most)],
            ..intakes
        };
        if let Some(values) = solved(climb(run, cheaply)?) {
            return Ok(Some(values));
        }
    }
    let problem = freed;
    Ok(solved(climb(run, Ladder { problem, ..intakes })?))
}

pub(super) fn make_whole(problem: &mut Problem, variables: &[Variable]) {
    for variable in variables {
        problem.columns[variable.0].whole = true;
    }
}

/// Students of each path that are to be decided.
pub(super) fn heads(decisions: &Decisions) -> Vec<Variable> {
    let lanes = decisions.lanes.iter().flatten();
    lanes
        .filter_map(|lane| match lane.heads {
            Heads::Decided(heads) => Some(heads),
            Heads::PerClass(_) => None,
        })
        .collect()
}

/// Posts at each campus, and who is exchanged.
fn posts(decisions: &Decisions) -> Vec<Variable> {
    let staff = decisions.posted.values();
    staff
        .chain(decisions.recruits_posted.values())
        .chain(decisions.retrained_posted.values())
        .chain(decisions.exchanged.values())
        .copied()
        .collect()
}
