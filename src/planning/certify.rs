//! Makes the certificates of a plan's bounds: continuous relaxations, solved once the
//! plan is there.

use super::run::gap;
use crate::certificate::Rows;
use crate::domain::{Limits, Part, Scenario, Tier};
use crate::plan::{self, Plan, Relaxation, Status};
use crate::solve::backend::{Backend, SolverError};
use crate::solve::run::Run;
use crate::solve::{Observer, duals};
use std::time::Instant;

/// Puts certificates into a plan, as far as the time limit goes and wherever duals
/// prove more than that amounts are not negative. A bound that is better than what the
/// search has proven becomes that of its tier.
///
/// # Errors
///
/// When the solver fails.
pub fn certify_bounds(
    backend: &dyn Backend,
    scenario: &Scenario,
    plan: &mut Plan,
    limits: &Limits,
    observer: &dyn Observer,
) -> Result<(), SolverError> {
    let run = Run { backend, observer, began: Instant::now(), limits: *limits };
    let rows = Rows::new(scenario, plan);
    for index in 0..plan.tiers.len() {
        plan.tiers[index].certificate = None;
        let Some(data) = scenario.tiers.get(index) else {
            break;
        };
        for relaxation in relaxations(data) {
            certify_tier(&run, &rows, plan, index, *relaxation)?;
        }
    }
    Ok(())
}

/// The relaxations that say something of a tier: posts decide part of the
/// disruption and of the travel.
fn relaxations(tier: &Tier) -> &'static [Relaxation] {
    let by_posts = |(part, _): &(Part, f64)| !matches!(part, Part::Targets | Part::Cost);
    if tier.parts.iter().any(by_posts) {
        &[Relaxation::AggregatedStaff, Relaxation::Posted]
    } else {
        &[Relaxation::AggregatedStaff]
    }
}

/// Keeps the certificate of a relaxation where it proves more than what is there.
fn certify_tier(
    run: &Run<'_>,
    rows: &Rows<'_>,
    plan: &mut Plan,
    index: usize,
    relaxation: Relaxation,
) -> Result<(), SolverError> {
    let before = rows.certify(plan, index, plan.tiers[index].certificate.as_ref());
    let proven = before.and_then(|before| before.proven);
    let done = proven.is_some_and(|proven| proven >= plan.tiers[index].value);
    let statement = rows.statement(plan, index, relaxation);
    let Some(statement) = statement.filter(|_| !done && !run.is_over(1.0)) else {
        return Ok(());
    };
    let found = duals(run, statement.problem, &statement.cuts, &statement.objective)?;
    let Some(found) = found else {
        return Ok(());
    };
    let certificate = rows.certificate(relaxation, &found);
    let certified = rows.certify(plan, index, Some(&certificate));
    if let Some(better) = certified.and_then(|it| it.proven).filter(|it| Some(*it) > proven) {
        plan.tiers[index].certificate = Some(certificate);
        raise_bound(plan, index, better);
    }
    Ok(())
}

/// Raises the bound of a tier to what is proven.
fn raise_bound(plan: &mut Plan, index: usize, proven: f64) {
    let asked = plan.options.gap;
    let tier = &mut plan.tiers[index];
    if tier.bound.is_some_and(|bound| bound >= proven) {
        return;
    }
    let left = gap(tier.value, proven);
    (tier.bound, tier.gap) = (Some(proven), Some(left));
    if left <= asked {
        tier.status = Status::GapReached;
    }
    plan.status = plan::worst(plan.tiers.iter().map(|tier| tier.status));
}
