//! The whole of it: a start, the tiers, and posts made whole.

use super::backend::SolverError;
use super::progress::{Finishing, Phase};
use super::settle::{SETTLING, Settling, settle};
use super::start::{Start, start};
use super::tiers::{Effort, Ladder, Run, TierOutcome, Tiered, climb, expressions, keep};
use crate::domain::{Limits, Scenario, Tier};
use crate::model::Model;
use crate::model::keys::Places;
use crate::model::linear::Linear;

/// What was found.
#[derive(Clone, Debug)]
pub enum Found {
    /// A solution with whole posts and intakes.
    Solved {
        /// Value of each column.
        values: Vec<f64>,
        /// What is known of each tier.
        outcomes: Vec<TierOutcome>,
    },
    /// The rules cannot hold together.
    Infeasible,
    /// Nothing was found in time.
    Nothing,
}

/// How a plan is looked for.
#[derive(Clone, Copy, Default)]
pub struct Search<'a> {
    /// A plan of a similar case to begin near.
    pub near: Option<&'a Places>,
    /// What is made least in place of the tiers, which are then only held
    /// below their ceilings.
    pub lead: Option<Lead<'a>>,
}

/// An expression over a model or over the model without posts.
pub type Lead<'a> = &'a (dyn Fn(&Model) -> Linear + Sync);

/// Solves a model.
///
/// # Errors
///
/// When the solver fails.
pub fn find(
    run: &Run<'_>,
    scenario: &Scenario,
    model: &Model,
    search: Search<'_>,
) -> Result<Found, SolverError> {
    let start = start(run, scenario, model, search)?;
    if start.infeasible {
        return Ok(Found::Infeasible);
    }
    let tiers = match search.lead {
        Some(lead) => vec![(led(), lead(model))],
        None => expressions(scenario, model),
    };
    let known = match search.lead {
        Some(_) => Vec::new(),
        None => known(&tiers, &start),
    };
    // Without a start the whole model must be searched for the targets and the
    // cost: its first solution costs what it likes.
    let nodes: &[u32] = match (run.brisk(), &start.values) {
        (true, None) => &[1000, 100, 0],
        _ => &[],
    };
    let tiered = climb(
        run,
        Ladder {
            phase: |tier, tiers| Phase::Solving { tier, tiers },
            problem: &model.problem,
            tiers: &tiers,
            held: &[],
            start: start.values.as_deref(),
            known: &known,
            room: &[],
            effort: Effort {
                share: 1.0 - SETTLING,
                gap: run.limits.gap,
                nodes,
            },
        },
    )?;
    let tiered = match (tiered, search.lead) {
        (Tiered::Solved { values, outcomes }, Some(_)) => {
            let outcomes = below_ceilings(scenario, &outcomes);
            Tiered::Solved { values, outcomes }
        }
        (tiered, _) => tiered,
    };
    Ok(match tiered {
        Tiered::Solved { values, outcomes } => {
            let found = (values.as_slice(), outcomes.as_slice());
            let finishing = Finishing(run.observer);
            let run = Run {
                observer: &finishing,
                limits: run.limits_to_finish(),
                ..*run
            };
            let settled = match settle(&run, scenario, model, found, Settling::Well)? {
                None => {
                    // A plan is worth more than keeping the time limit.
                    let limits = Limits {
                        time_limit_s: None,
                        ..run.limits
                    };
                    settle(
                        &Run { limits, ..run },
                        scenario,
                        model,
                        found,
                        Settling::Anyhow,
                    )?
                }
                settled => settled,
            };
            match settled {
                Some(values) => Found::Solved { values, outcomes },
                None => Found::Nothing,
            }
        }
        Tiered::Infeasible => Found::Infeasible,
        Tiered::Nothing => Found::Nothing,
    })
}

/// Bounds of the first tiers of a whole model from those of the model without
/// posts: that of a tier holds as far as the earlier ones are kept no looser.
fn known(tiers: &[(Tier, Linear)], start: &Start) -> Vec<Option<f64>> {
    let mut tight = true;
    let each = start.known.iter().zip(tiers);
    each.map(|(known, (tier, expression))| {
        let bound = known.bound.filter(|_| tight);
        let kept = start.values.as_ref().map(|values| {
            let (_, most) = keep(expression.clone(), tier, expression.value(values));
            most
        });
        tight &= kept.is_some_and(|kept| kept <= known.kept_at);
        bound
    })
    .collect()
}

/// The tier of a lead, which has no part of its own.
pub(super) fn led() -> Tier {
    Tier {
        parts: Vec::new(),
        relative_tolerance: 0.0,
        absolute_tolerance: 0.0,
        at_most: None,
    }
}

/// Of tiers that are only held below their ceilings nothing else is known.
fn below_ceilings(scenario: &Scenario, led: &[TierOutcome]) -> Vec<TierOutcome> {
    let tiers = scenario.tiers.iter();
    tiers
        .map(|tier| TierOutcome {
            bound: None,
            status: led[0].status,
            kept_at: tier.at_most.unwrap_or(f64::INFINITY),
        })
        .collect()
}
