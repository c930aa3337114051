//! Ways to first solutions of the model without posts.

use super::backend::SolverError;
use super::progress::{Phase, Silent};
use super::settle::{heads, make_whole};
use super::start::pinned;
use super::tiers::{Effort, Ladder, Run, SLACK, Tiered, climb};
use super::together::side_by_side;
use super::whole::led;
use crate::domain::{Limits, Part, Rule, Scenario, Tier};
use crate::model::Model;
use crate::model::keys::{Places, placed};
use crate::model::linear::Linear;
use crate::model::problem::{Label, Place, Problem};

/// What a first attempt may take.
const ATTEMPT: Effort = Effort {
    share: 0.25,
    gap: 0.01,
    nodes: &[50],
};

/// What a first attempt at the tiers may take: little more than the root of
/// the tree, where most of the searching is done.
const OUTRIGHT: Effort = Effort {
    nodes: &[5],
    ..ATTEMPT
};

/// What looking for the solution closest to a plan may take.
const CLOSEST: Effort = Effort {
    nodes: &[200],
    ..ATTEMPT
};

/// What making the most of placed classes may take.
const POLISH: Effort = Effort {
    share: 0.1,
    gap: 1e-3,
    nodes: &[100],
};

/// Solutions whose values differ by no more are equally good: for the sake of
/// the next tier each may have given away the slack of one that is kept.
const TIE: f64 = 3.0 * SLACK;

/// How much exceeding a target counts there, next to missing it.
const EXCEEDING: f64 = 0.1;

/// A way to a first solution.
#[derive(Clone, Copy, Debug)]
pub enum Attempt<'a> {
    /// Reach for the targets and beyond. Where all plans that just reach them
    /// are equally good, the solver has nothing to go by and takes far longer
    /// to find one.
    Beyond,
    /// Keep the first tier at its floor and go for the others at once.
    Outright {
        /// Added to the seed of the run.
        seed: u32,
    },
    /// Stay near a plan of a similar case: the same problem with narrower
    /// bounds.
    Near(&'a Problem),
    /// Depart least from a plan of a similar case.
    Closest(&'a Departure),
}

/// How far a solution is from a plan of a similar case.
#[derive(Debug)]
pub struct Departure {
    /// The problem, with further columns at its end.
    problem: Problem,
    /// The departure, to be made least.
    tiers: [(Tier, Linear); 1],
}

/// The ways to try where no plan of a similar case is known.
pub fn ways(run: &Run<'_>, tiers: &[(Tier, Linear)]) -> Vec<Attempt<'static>> {
    let mut ways = vec![Attempt::Beyond];
    if floor(&tiers[0].0).is_some() && tiers.len() > 1 {
        let seeds = 0..run.limits.threads.max(2) - 1;
        ways.extend(seeds.map(|seed| Attempt::Outright { seed }));
    }
    ways
}

/// The problem held at a plan of a similar case, and held to at most one class,
/// module or unit more or less than that everywhere.
pub fn near_problems(scenario: &Scenario, core: &Model, near: &Places) -> [Problem; 2] {
    let held = |give: f64| {
        let mut problem = core.problem.clone();
        for (name, variable) in placed(scenario, &core.decisions) {
            let column = &mut problem.columns[variable.0];
            if let Some(value) = near.get(&name) {
                let within = |bound: f64| bound.clamp(column.lower, column.upper);
                (column.lower, column.upper) = (within(value - give), within(value + give));
            }
        }
        problem
    };
    [held(0.0), held(1.0)]
}

/// The departure from a plan of a similar case: of each place what it has more
/// or less than there. Where `reached` is given, only solutions of which
/// nothing in it is missed count. Making what is missed least leads far away
/// from the plan, to classes that cost half as much again; the closest of the
/// solutions that miss nothing keeps most of what was good about it.
pub fn departure(
    scenario: &Scenario,
    core: &Model,
    near: &Places,
    reached: Option<&Linear>,
) -> Departure {
    let mut problem = core.problem.clone();
    for (variable, _) in reached.iter().flat_map(|missed| &missed.terms) {
        problem.columns[variable.0].upper = 0.0;
    }
    let mut departure = Linear::default();
    for (name, variable) in placed(scenario, &core.decisions) {
        let Some(&value) = near.get(&name) else {
            continue;
        };
        let column = &problem.columns[variable.0];
        if value <= column.lower {
            departure.push(variable, 1.0);
        } else if value >= column.upper {
            departure.push(variable, -1.0);
        } else {
            let label = Label {
                rule: Rule::Target,
                name: "departure",
                place: Place::All,
                term: None,
            };
            let departs = problem.real(f64::INFINITY);
            let (here, there) = (Linear::from(variable), Linear::from(value));
            problem.at_most(label, here.clone() - there.clone(), departs.into());
            problem.at_most(label, there - here, departs.into());
            departure.push(departs, 1.0);
        }
    }
    Departure {
        problem,
        tiers: [(led(), departure.tidy())],
    }
}

/// First solutions of the model without posts, one for each way that finds one.
pub fn attempts(
    run: &Run<'_>,
    core: &Model,
    tiers: &[(Tier, Linear)],
    ways: &[Attempt<'_>],
) -> Result<Vec<Option<Vec<f64>>>, SolverError> {
    run.announce(Phase::Starting);
    let observer = Silent(run.observer);
    let silent = Run {
        observer: &observer,
        ..*run
    };
    let try_way = |way: &Attempt<'_>| match attempt(&silent, core, tiers, *way)? {
        Some(found) => polished(&silent, core, tiers, found).map(Some),
        None => Ok(None),
    };
    side_by_side(run.limits.threads, ways, try_way)
        .into_iter()
        .collect()
}

/// The same with its classes where they are, and campuses, building, things
/// and people made the most of. The search ends with classes well placed and
/// all else haphazard; this takes a moment.
pub fn polished(
    run: &Run<'_>,
    core: &Model,
    tiers: &[(Tier, Linear)],
    values: Vec<f64>,
) -> Result<Vec<f64>, SolverError> {
    let problem = with_classes_of(core, &values);
    let found = polish(run, &problem, tiers, Some(&values))?;
    Ok(found.unwrap_or(values))
}

/// The same with whole intakes besides, if there is such a solution: what its
/// classes are worth in a plan.
pub fn whole(
    run: &Run<'_>,
    core: &Model,
    tiers: &[(Tier, Linear)],
    values: &[f64],
) -> Result<Option<Vec<f64>>, SolverError> {
    let mut problem = with_classes_of(core, values);
    make_whole(&mut problem, &heads(&core.decisions));
    polish(run, &problem, tiers, None)
}

fn with_classes_of(core: &Model, values: &[f64]) -> Problem {
    let lanes = core.decisions.lanes.iter().flatten();
    let pins = lanes.map(|lane| (lane.classes, values[lane.classes.0]));
    pinned(&core.problem, pins)
}

fn polish(
    run: &Run<'_>,
    problem: &Problem,
    tiers: &[(Tier, Linear)],
    start: Option<&[f64]>,
) -> Result<Option<Vec<f64>>, SolverError> {
    let ladder = Ladder {
        phase: |_, _| Phase::Starting,
        problem,
        tiers,
        held: &[],
        start,
        known: &[],
        room: &[],
        effort: POLISH,
    };
    Ok(match climb(run, ladder)? {
        Tiered::Solved { values, .. } => Some(values),
        Tiered::Infeasible | Tiered::Nothing => None,
    })
}

/// The best of several solutions, the first where they are equally good: what
/// a tier's tolerance allows beyond its floor is as good as the floor.
pub fn best(tiers: &[(Tier, Linear)], found: Vec<Option<Vec<f64>>>) -> Option<Vec<f64>> {
    found.into_iter().flatten().reduce(|best, other| {
        if before(tiers, &other, &best) {
            other
        } else {
            best
        }
    })
}

fn attempt(
    run: &Run<'_>,
    core: &Model,
    tiers: &[(Tier, Linear)],
    way: Attempt<'_>,
) -> Result<Option<Vec<f64>>, SolverError> {
    let mut limits = Limits {
        threads: 1,
        ..run.limits
    };
    let mut beyond = core.parts[&Part::Targets].clone();
    beyond.add_scaled(&core.reached, -EXCEEDING);
    let reach = Tier {
        parts: vec![(Part::Targets, 1.0)],
        relative_tolerance: 0.0,
        absolute_tolerance: 0.0,
        at_most: None,
    };
    let beyond = [(reach, beyond.tidy())];
    let mut held = core.problem.clone();
    let (problem, tiers, effort) = match way {
        Attempt::Beyond => (&core.problem, &beyond[..], ATTEMPT),
        Attempt::Outright { seed } => {
            limits.seed = limits.seed.wrapping_add(seed);
            for (variable, _) in &tiers[0].1.terms {
                held.columns[variable.0].upper = 0.0;
            }
            (&held, &tiers[1..], OUTRIGHT)
        }
        Attempt::Near(problem) => (problem, tiers, OUTRIGHT),
        Attempt::Closest(departure) => (&departure.problem, &departure.tiers[..], CLOSEST),
    };
    let ladder = Ladder {
        phase: |_, _| Phase::Starting,
        problem,
        tiers,
        held: &[],
        start: None,
        known: &[],
        room: &[],
        effort,
    };
    Ok(match climb(&Run { limits, ..*run }, ladder)? {
        Tiered::Solved { mut values, .. } => {
            values.truncate(core.problem.columns.len());
            Some(values)
        }
        Tiered::Infeasible | Tiered::Nothing => None,
    })
}

/// Whether one solution is better than the other in the first tier in which
/// they differ.
pub fn before(tiers: &[(Tier, Linear)], one: &[f64], other: &[f64]) -> bool {
    let pairs = tiers.iter().map(|(tier, part)| {
        let least = floor(tier).map(|floor| floor + tier.absolute_tolerance);
        let value = |values: &[f64]| part.value(values).max(least.unwrap_or(f64::MIN));
        (value(one), value(other))
    });
    let mut differing = pairs.filter(|(one, other)| (one - other).abs() > TIE);
    differing.next().is_some_and(|(one, other)| one < other)
}

/// The value a tier can't be below whatever the plan: nothing is missed.
pub fn floor(tier: &Tier) -> Option<f64> {
    let targets = tier.parts.iter().all(|(part, _)| *part == Part::Targets);
    targets.then_some(0.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::linear::Variable;

    /// A tier of one part that is one variable.
    fn tier(part: Part, variable: usize, tolerance: f64) -> (Tier, Linear) {
        let tier = Tier {
            parts: vec![(part, 1.0)],
            absolute_tolerance: tolerance,
            ..led()
        };
        (tier, Linear::from(Variable(variable)))
    }

    #[test]
    fn the_next_tier_decides_between_solutions_that_are_equally_good_in_the_first() {
        let tiers = [tier(Part::Targets, 0, 0.01), tier(Part::Cost, 1, 0.0)];
        let better = |one: [f64; 2], other: [f64; 2]| before(&tiers, &one, &other);
        assert!(better([0.5, 2.0], [0.6, 1.0]));
        assert!(!better([0.6, 1.0], [0.5, 2.0]));
        // One has given away the slack that keeping the tier allows.
        assert!(better([0.5 + 2.0 * SLACK, 1.0], [0.5, 2.0]));
        assert!(!better([0.5, 2.0], [0.5 + 2.0 * SLACK, 1.0]));
        // Beyond the floor the tolerance is as good as the floor.
        assert!(better([0.01, 1.0], [0.0, 2.0]));
        assert!(!better([0.011, 1.0], [0.0, 2.0]));
        // Neither is better than itself.
        assert!(!better([0.5, 1.0], [0.5, 1.0]));
    }
}
