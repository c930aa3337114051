//! The walk, written once: model, tiers, integer repair, plan, verification.

use super::infeasibility::shortest;
use super::size::too_large;
use super::{Infeasibility, Outcome, Planned, infeasibility};
use crate::assignment::name_people;
use crate::domain::{Limits, Scenario, Tier};
use crate::extract;
use crate::model::keys::{Places, places};
use crate::model::{Form, build};
use crate::plan::{self, Plan, Status, TierResult};
use crate::solve::backend::{Backend, SolverError};
use crate::solve::run::{Ending, Run};
use crate::solve::{Found, Highs, Observer, Phase, SearchOptions, find};
use crate::verify::verify;
use std::time::{Duration, Instant};

/// Slack of the solver, relative to a tier's value.
const SLACK: f64 = 1e-6;

/// Plans a scenario.
///
/// # Errors
///
/// When the solver itself fails.
pub fn plan(
    scenario: &Scenario,
    limits: &Limits,
    observer: &dyn Observer,
) -> Result<Outcome, SolverError> {
    plan_with(&Highs, scenario, limits, observer)
}

/// Plans a scenario with a solver.
///
/// # Errors
///
/// When the solver itself fails.
pub fn plan_with(
    backend: &dyn Backend,
    scenario: &Scenario,
    limits: &Limits,
    observer: &dyn Observer,
) -> Result<Outcome, SolverError> {
    plan_by(backend, scenario, limits, observer, SearchOptions::default())
}

/// Plans a scenario in a way of searching.
///
/// # Errors
///
/// When the solver itself fails.
pub fn plan_by(
    backend: &dyn Backend,
    scenario: &Scenario,
    limits: &Limits,
    observer: &dyn Observer,
    search: SearchOptions<'_>,
) -> Result<Outcome, SolverError> {
    explained(backend, scenario, (limits, observer), search, infeasibility::diagnose)
}

/// Plans a scenario near a plan of a similar one. Why there is no plan is told
/// only as far as the relaxation knows: that needs no clock, so that the same
/// case always gets the same answer.
///
/// # Errors
///
/// When the solver itself fails.
pub fn plan_near(
    scenario: &Scenario,
    limits: &Limits,
    observer: &dyn Observer,
    near: Option<&Places>,
) -> Result<Outcome, SolverError> {
    let search = SearchOptions { start_plans: near.as_slice(), objective_override: None };
    let explain = |run: &Run<'_>, scenario: &Scenario| {
        Ok(Infeasibility {
            shortages: shortest(run, scenario, None)?,
            conflict: Vec::new(),
            complete: false,
        })
    };
    explained(&Highs, scenario, (limits, observer), search, explain)
}

/// The walk, with a way to say why there is no plan.
fn explained(
    backend: &dyn Backend,
    scenario: &Scenario,
    (limits, observer): (&Limits, &dyn Observer),
    search: SearchOptions<'_>,
    explain: impl Fn(&Run<'_>, &Scenario) -> Result<Infeasibility, SolverError>,
) -> Result<Outcome, SolverError> {
    let began = Instant::now();
    Ok(match walk(backend, scenario, limits, observer, search)? {
        Walked::Planned(planned) => Outcome::Planned(planned),
        Walked::NothingFound => Outcome::NothingFound,
        Walked::Infeasible => {
            let run = Run { backend, observer, began, limits: *limits };
            Outcome::Infeasible(explain(&run, scenario)?)
        }
    })
}

/// What a walk came to, without a word on why there is no plan.
pub(crate) enum Walked {
    /// A plan, with its verification.
    Planned(Box<Planned>),
    /// No plan can satisfy the hard rules.
    Infeasible,
    /// The limit came before any plan.
    NothingFound,
}

/// How much later than the time limit people may be assigned: a share of it and
/// seconds.
const LATE: (f64, f64) = (0.04, 1.0);

/// Forms of the model that a search writes down.
const FORMS: u32 = 3;

/// Walks from a scenario to a verified plan.
///
/// # Errors
///
/// When the solver itself fails.
pub(crate) fn walk(
    backend: &dyn Backend,
    scenario: &Scenario,
    limits: &Limits,
    observer: &dyn Observer,
    search: SearchOptions<'_>,
) -> Result<Walked, SolverError> {
    let run = Run { backend, observer, began: Instant::now(), limits: *limits };
    let mut clock = Clock::default();
    if too_large(scenario, limits).is_some() {
        return Ok(Walked::NothingFound);
    }
    run.announce(Phase::Building);
    let model = build(scenario, Form::PLAN);
    clock.lap("model");
    // The search writes the model down in further forms before it begins.
    let forms = run.began.elapsed() * FORMS;
    if run.left_until(1.0).is_some_and(|left| left < forms) {
        return Ok(Walked::NothingFound);
    }
    let (values, outcomes) = match find(&run, scenario, &model, search)? {
        Found::Solved { values, outcomes } => (values, outcomes),
        Found::Infeasible => return Ok(Walked::Infeasible),
        Found::NotFound => return Ok(Walked::NothingFound),
    };
    clock.lap("solve");
    let plan = complete(
        (backend, people_until(&run)),
        scenario,
        extract::Run { decisions: &model.decisions, values: &values, outcomes: &outcomes, limits },
    )?;
    clock.lap("plan");
    run.announce(Phase::Verifying);
    let verification = verify(scenario, &plan);
    clock.lap("verify");
    Ok(Walked::Planned(Box::new(Planned {
        plan,
        verification,
        places: places(scenario, &model.decisions, &values),
        timings: clock.laps,
    })))
}

/// How long the assignment of people may go on with what a plan can do without: a run
/// by its work has no clock there, so that it can be repeated.
fn people_until(run: &Run<'_>) -> Option<Instant> {
    if run.observer.stop() {
        return Some(Instant::now());
    }
    let limit = run.limits.time_limit_s.filter(|_| run.ending() == Ending::Clock)?;
    let late = Duration::try_from_secs_f64(limit * (1.0 + LATE.0) + LATE.1).ok()?;
    run.began.checked_add(late)
}

/// The extracted plan with its people named, and its accounts, indicators,
/// targets, milestones, missed rules, assets and tier values.
fn complete(
    (backend, until): (&dyn Backend, Option<Instant>),
    scenario: &Scenario,
    run: extract::Run<'_>,
) -> Result<Plan, SolverError> {
    let mut plan = extract::extract(scenario, run);
    plan::count_heads(scenario, &mut plan);
    plan.indicators = plan::indicators(scenario, &plan);
    name_people(backend, scenario, &mut plan, until)?;
    derive(scenario, &mut plan);
    // A bound holds as long as the earlier tiers are kept as they were solved.
    let mut kept = true;
    let tiers = plan.tiers.iter_mut().zip(&scenario.tiers);
    for ((tier, data), outcome) in tiers.zip(run.outcomes) {
        tier.bound = tier.bound.filter(|_| kept).map(|bound| bound.min(tier.value));
        tier.gap = tier.bound.map(|bound| gap(tier.value, bound));
        let in_room = tier.value <= outcome.cut_value;
        let within = tier.gap.is_some_and(|gap| gap <= run.limits.gap);
        let proven = near_bound(tier, data, run.limits.gap);
        tier.status = after_repair(tier.status, within || kept && in_room && proven);
        kept &= in_room;
    }
    plan.status = plan::worst(plan.tiers.iter().map(|tier| tier.status));
    Ok(plan)
}

/// Computes what follows from the decisions, names and indicators of a plan:
/// missed rules, assets, targets, milestones, accounts and tier values.
pub(crate) fn derive(scenario: &Scenario, plan: &mut Plan) {
    plan.missed_rules = plan::missed_rules(scenario, plan);
    plan.assets = plan::assets(scenario, plan);
    plan.targets = plan::targets(scenario, plan);
    plan.milestones = plan::milestones(scenario, plan);
    plan.compliance = plan::compliance(scenario, plan);
    plan.watched = plan::watched(scenario, plan);
    plan.accounts = plan::accounts(scenario, plan);
    for tier in &mut plan.tiers {
        let parts = tier.parts.iter();
        tier.value = parts.map(|one| one.weight * plan::part_value(&plan.accounts, one.part)).sum();
    }
}

/// How a tier ended once intakes and posts are whole: what was proven before
/// holds no longer where it came out of its room and of the gap.
fn after_repair(status: Status, holds: bool) -> Status {
    match status {
        Status::GapReached if !holds => Status::Settled,
        other => other,
    }
}

/// Whether a tier is as near to its bound as one may be that ended within the gap
/// asked for, or within what later tiers may give away, and of which they took
/// that. No amount is below 0.
fn near_bound(tier: &TierResult, data: &Tier, gap: f64) -> bool {
    let size = tier.value.abs();
    let given_away = data.relative_tolerance * size + data.absolute_tolerance;
    let room = (gap * size).max(given_away) + given_away + SLACK * size.max(1.0);
    let bound = tier.bound.or(data.is_amount().then_some(0.0));
    bound.is_some_and(|bound| tier.value - bound <= room)
}

/// (value − bound) / |value|.
pub(crate) fn gap(value: f64, bound: f64) -> f64 {
    (value - bound) / value.abs().max(1e-9)
}

/// Times the steps of a run.
struct Clock {
    last: Instant,
    laps: Vec<(String, Duration)>,
}

impl Default for Clock {
    fn default() -> Self {
        Self { last: Instant::now(), laps: Vec::new() }
    }
}

impl Clock {
    fn lap(&mut self, step: &str) {
        self.laps.push((step.to_owned(), self.last.elapsed()));
        self.last = Instant::now();
    }
}

#[cfg(test)]
mod tests {
    use super::{Status, after_repair};

    #[test]
    fn only_what_was_proven_before_and_holds_no_longer_is_settled() {
        use Status::{GapReached, Settled, TimeLimit};
        assert_eq!(after_repair(GapReached, true), GapReached);
        assert_eq!(after_repair(GapReached, false), Settled);
        assert_eq!(after_repair(TimeLimit, false), TimeLimit);
    }
}
