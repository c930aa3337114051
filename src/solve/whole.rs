//! The whole of it: a start, the tiers, and posts made whole.

use super::backend::SolverError;
use super::progress::{Finishing, Phase};
use super::settle::{SETTLING, settle};
use super::start::start;
use super::tiers::{Effort, Ladder, Run, TierOutcome, Tiered, climb, expressions};
use crate::domain::{Limits, Scenario};
use crate::model::Model;

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

/// Solves a model.
///
/// # Errors
///
/// When the solver fails.
pub fn find(run: &Run<'_>, scenario: &Scenario, model: &Model) -> Result<Found, SolverError> {
    let start = start(run, scenario, model)?;
    if start.infeasible {
        return Ok(Found::Infeasible);
    }
    let tiered = climb(
        run,
        Ladder {
            phase: |tier, tiers| Phase::Solving { tier, tiers },
            problem: &model.problem,
            tiers: &expressions(scenario, model),
            start: start.values.as_deref(),
            known: &[start.bound],
            room: &[],
            effort: Effort {
                share: 1.0 - SETTLING,
                gap: run.limits.gap,
                nodes: &[],
            },
        },
    )?;
    Ok(match tiered {
        Tiered::Solved { values, outcomes } => {
            let found = (values.as_slice(), outcomes.as_slice());
            let finishing = Finishing(run.observer);
            let run = Run {
                observer: &finishing,
                ..*run
            };
            let settled = match settle(&run, scenario, model, found)? {
                None => {
                    // A plan is worth more than keeping the time limit.
                    let limits = Limits {
                        time_limit_s: None,
                        ..run.limits
                    };
                    settle(&Run { limits, ..run }, scenario, model, found)?
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
