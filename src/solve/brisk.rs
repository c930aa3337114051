//! Where a plan begins whose tiers are not searched: all of the searching is
//! done in the model without posts, near the plan of a similar case if there is
//! one.

use super::attempt::{
    Attempt, attempts, before, best, departure, floor, near_problems, polished, ways, whole,
};
use super::backend::SolverError;
use super::progress::Phase;
use super::start::{Start, posts, within_core};
use super::tiers::{Effort, Ladder, Run, Tiered, climb, expressions, strict};
use super::whole::{Search, led};
use crate::domain::{Metric, Part, Scenario, Tier};
use crate::model::keys::placed;
use crate::model::linear::Linear;
use crate::model::{Form, Model, build};

/// What reaching for the targets may take.
const REACHING: Effort = Effort {
    share: 0.45,
    gap: 0.01,
    nodes: &[300],
};

/// What proving a bound of the cost may take.
const PROVING: Effort = Effort {
    nodes: &[1000, 1],
    ..REACHING
};

/// What looking between two solutions may take.
const BETWEEN: Effort = Effort {
    nodes: &[1, 50],
    ..REACHING
};

/// Classes are placed for so much more than the targets ask: intakes that are
/// whole can't use every last place that students counted in fractions can.
const MARGIN: f64 = 1e-3;

/// Finds a solution to start from.
///
/// # Errors
///
/// When the solver fails.
pub fn brisk(
    run: &Run<'_>,
    scenario: &Scenario,
    model: &Model,
    search: Search<'_>,
) -> Result<Start, SolverError> {
    let core = build(scenario, Form::CORE);
    let eager = build(&eager(scenario), Form::CORE);
    let tiers = |model: &Model| {
        let mut tiers = match search.lead {
            Some(lead) => vec![(led(), lead(model))],
            None => expressions(scenario, model),
        };
        tiers.truncate(within_core(&tiers));
        tiers
    };
    let (aims, tiers) = (tiers(&eager), tiers(&core));
    if tiers.is_empty() {
        return Ok(Start::default());
    }
    let sought = Sought::new(run, &eager, &aims);
    // What is proven must hold without the margin, and the margin is no reason
    // to give up.
    let plain = Sought::new(run, &core, &tiers);
    let (first, same) = sought.first(scenario, search)?;
    let Some((judge, reached)) = reached(scenario, sought, plain, first)? else {
        return match plain.climb(None, PROVING)? {
            Tiered::Infeasible => Ok(Start {
                infeasible: true,
                ..Start::default()
            }),
            _ => Ok(Start::default()),
        };
    };
    let Tiered::Solved { values, outcomes } = plain.climb(Some(&reached), PROVING)? else {
        return Ok(Start::default());
    };
    let values = judge.best(reached, Some(judge.finished(values)?));
    let mut start = Start {
        known: outcomes,
        ..Start::default()
    };
    start.values = posts(run, scenario, model, (&core, &values))?;
    // The very places of the plan to begin near may do better once there are
    // posts.
    if let Some(same) = same.filter(|same| sought.there(same)) {
        let whole = match search.lead {
            Some(lead) => vec![(led(), lead(model))],
            None => expressions(scenario, model),
        };
        let same = posts(run, scenario, model, (&core, &same))?;
        start.values = best(&whole, vec![start.values, same]);
    }
    Ok(start)
}

/// The scenario with a margin on its targets of students, where missing them
/// is allowed at all.
fn eager(scenario: &Scenario) -> Scenario {
    let mut eager = scenario.clone();
    let capped = |tier: &Tier| tier.at_most.is_some() && reaches(tier);
    if !scenario.tiers.iter().any(capped) {
        for (id, target) in eager.targets.iter_mut_enumerated() {
            let held = scenario.held_targets.iter().any(|(held, _)| *held == id);
            if target.metric != Metric::ClassesInSchool && !held {
                target.at_least *= 1.0 + MARGIN;
            }
        }
    }
    eager
}

/// A solution with the first tier as good as it gets: the one that is there
/// or, if it is not, one that is searched for, or one between them. With it,
/// who says which is better. `plain` is what is sought without the margin.
fn reached<'a>(
    scenario: &Scenario,
    sought: Sought<'a>,
    plain: Sought<'a>,
    first: Option<Vec<f64>>,
) -> Result<Option<(Judge<'a>, Vec<f64>)>, SolverError> {
    let eager = Judge {
        sought,
        whole: false,
    };
    let first = match first {
        Some(first) if sought.there(&first) => return Ok(Some((eager, first))),
        first => first,
    };
    let one = Sought {
        tiers: &sought.tiers[..1],
        ..sought
    };
    let Tiered::Solved { values, .. } = one.climb(first.as_deref(), REACHING)? else {
        return Ok(None);
    };
    let values = sought.polished(values)?;
    let judge = if sought.there(&values) {
        eager
    } else {
        Judge {
            sought: plain,
            whole: true,
        }
    };
    let values = judge.finished(values)?;
    let between = match &first {
        Some(first) => judge.sought.between(scenario, first, &values)?,
        None => None,
    };
    let between = between.map(|between| judge.finished(between)).transpose()?;
    Ok(Some((judge, judge.best(values, between))))
}

/// By what solutions are compared: where the targets are met, with the margin
/// and students in fractions; elsewhere without it and with whole intakes,
/// because there places that only fractions of students can use would be paid
/// for in vain.
#[derive(Clone, Copy)]
struct Judge<'a> {
    sought: Sought<'a>,
    whole: bool,
}

impl Judge<'_> {
    /// The classes of a solution with all else made the most of; with whole
    /// intakes, if there are to be any and there is such a solution.
    fn finished(&self, values: Vec<f64>) -> Result<Vec<f64>, SolverError> {
        let Sought { run, core, .. } = self.sought;
        if self.whole
            && let Some(values) = whole(run, core, &strict(self.sought.tiers.to_vec()), &values)?
        {
            return Ok(values);
        }
        self.sought.polished(values)
    }

    /// The better of two, the first where they are equally good.
    fn best(&self, one: Vec<f64>, other: Option<Vec<f64>>) -> Vec<f64> {
        match other {
            Some(other) if before(self.sought.tiers, &other, &one) => other,
            _ => one,
        }
    }
}

/// Whether a tier has to do with the targets.
fn reaches(tier: &Tier) -> bool {
    tier.parts.iter().any(|(part, _)| *part == Part::Targets)
}

/// What is sought in the model without posts.
#[derive(Clone, Copy)]
struct Sought<'a> {
    run: &'a Run<'a>,
    core: &'a Model,
    tiers: &'a [(Tier, Linear)],
    /// What the first tier can't be below.
    floor: [Option<f64>; 1],
}

impl<'a> Sought<'a> {
    fn new(run: &'a Run<'a>, core: &'a Model, tiers: &'a [(Tier, Linear)]) -> Self {
        let floor = [floor(&tiers[0].0)];
        Self {
            run,
            core,
            tiers,
            floor,
        }
    }

    /// A first solution; with it the best that has the very places of the plan
    /// to begin near.
    fn first(&self, scenario: &Scenario, search: Search<'_>) -> Result<Firsts, SolverError> {
        let strict = strict(self.tiers.to_vec());
        let attempts = |ways: &[Attempt<'_>]| attempts(self.run, self.core, &strict, ways);
        let (mut found, mut same) = (Vec::new(), None);
        if let Some(near) = search.near {
            let [held, _] = near_problems(scenario, self.core, near);
            found = attempts(&[Attempt::Near(&held)])?;
            same.clone_from(&found[0]);
            let there = same.as_ref().is_some_and(|same| self.there(same));
            let aims = search.lead.is_none() && self.floor[0].is_some();
            if !there && (aims || same.is_none()) {
                let missed = aims.then_some(&self.tiers[0].1);
                let departure = departure(scenario, self.core, near, missed);
                found.extend(attempts(&[Attempt::Closest(&departure)])?);
            }
        }
        if found.iter().all(Option::is_none) {
            found = attempts(&ways(self.run, &strict))?;
        }
        Ok((best(self.tiers, found), same))
    }

    /// Whether the first tier is as good as it can be.
    fn there(&self, values: &[f64]) -> bool {
        let (tier, expression) = &self.tiers[0];
        let most = self.floor[0].map(|floor| floor + tier.absolute_tolerance);
        most.is_some_and(|most| expression.value(values) <= most)
    }

    /// The best where every place is between what it is in one solution and
    /// in the other, which is the one to start from and whose first tier is
    /// good enough.
    fn between(
        &self,
        scenario: &Scenario,
        one: &[f64],
        other: &[f64],
    ) -> Result<Option<Vec<f64>>, SolverError> {
        let mut problem = self.core.problem.clone();
        for (_, variable) in placed(scenario, &self.core.decisions) {
            let (one, other) = (one[variable.0], other[variable.0]);
            let column = &mut problem.columns[variable.0];
            (column.lower, column.upper) = (one.min(other), one.max(other));
        }
        let ladder = Ladder {
            problem: &problem,
            room: &[self.tiers[0].1.value(other)],
            ..self.ladder(Some(other), BETWEEN)
        };
        Ok(match climb(self.run, ladder)? {
            Tiered::Solved { values, .. } => Some(values),
            Tiered::Infeasible | Tiered::Nothing => None,
        })
    }

    fn polished(&self, values: Vec<f64>) -> Result<Vec<f64>, SolverError> {
        let strict = strict(self.tiers.to_vec());
        polished(self.run, self.core, &strict, values)
    }

    fn climb(&self, start: Option<&[f64]>, effort: Effort) -> Result<Tiered, SolverError> {
        climb(self.run, self.ladder(start, effort))
    }

    fn ladder<'b>(&'b self, start: Option<&'b [f64]>, effort: Effort) -> Ladder<'b> {
        Ladder {
            phase: |_, _| Phase::Starting,
            problem: &self.core.problem,
            tiers: self.tiers,
            held: &[],
            start,
            known: &self.floor,
            room: &[],
            effort: Effort {
                gap: effort.gap.max(self.run.limits.gap),
                ..effort
            },
        }
    }
}

/// A first solution, and the one with the places of the plan to begin near.
type Firsts = (Option<Vec<f64>>, Option<Vec<f64>>);
