//! Where a plan begins whose tiers are not searched: all of the searching is
//! done in the model without posts, near the plan of a similar case if there is
//! one.

use super::attempt::{
    Attempt, attempts, best, departure, floor, near_problems, polished, ways, whole,
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
    let Some(reached) = sought.reached(scenario, first, &plain)? else {
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
    let values = if sought.there(&reached) {
        let values = sought.polished(values)?;
        best(&aims, vec![Some(reached), Some(values)])
    } else {
        best(&tiers, vec![Some(reached), Some(plain.whole(values)?)])
    };
    let mut start = Start {
        known: outcomes,
        ..Start::default()
    };
    if let Some(values) = &values {
        start.values = posts(run, scenario, model, (&core, values))?;
    }
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

    /// A solution with the first tier as good as it gets: the one that is
    /// there or, if it is not, one that is searched for, or one between them.
    /// These have whole intakes: where the targets can't be met, places that
    /// only fractions of students can use are paid for in vain. `plain` is the
    /// same without a margin.
    fn reached(
        &self,
        scenario: &Scenario,
        first: Option<Vec<f64>>,
        plain: &Self,
    ) -> Result<Option<Vec<f64>>, SolverError> {
        if first.as_deref().is_some_and(|first| self.there(first)) {
            return Ok(first);
        }
        let one = Sought {
            tiers: &self.tiers[..1],
            ..*self
        };
        let Tiered::Solved { values, .. } = one.climb(first.as_deref(), REACHING)? else {
            return Ok(None);
        };
        let values = self.polished(values)?;
        if self.there(&values) {
            return Ok(Some(values));
        }
        let whole = plain.whole(values)?;
        let between = match &first {
            Some(first) => plain.between(scenario, first, &whole)?,
            None => None,
        };
        let between = between.map(|between| plain.whole(between)).transpose()?;
        Ok(best(plain.tiers, vec![Some(whole), between]))
    }

    /// The best where every place is between what it is in one solution and
    /// in the other, which is the one to start from and has whole intakes. In
    /// fractions its first tier could be better; it need not be.
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
            Tiered::Solved { values, .. } => Some(self.polished(values)?),
            Tiered::Infeasible | Tiered::Nothing => None,
        })
    }

    fn polished(&self, values: Vec<f64>) -> Result<Vec<f64>, SolverError> {
        let strict = strict(self.tiers.to_vec());
        polished(self.run, self.core, &strict, values)
    }

    /// With whole intakes, or polished where there is no such solution.
    fn whole(&self, values: Vec<f64>) -> Result<Vec<f64>, SolverError> {
        let strict = strict(self.tiers.to_vec());
        match whole(self.run, self.core, &strict, &values)? {
            Some(values) => Ok(values),
            None => self.polished(values),
        }
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
