//! Recomputes every rule, account and indicator from the scenario and the plan
//! alone. Nothing here looks at the model, the solver or the plan's accounts.

mod accounts;
mod admission;
mod afterwards;
mod assets;
mod assignments;
mod bands;
mod budget;
mod capacity;
mod catchment;
mod class_teacher;
mod courses;
mod decisions;
mod deviation;
mod duty;
mod employment;
mod equipment;
mod exchange;
mod facts;
mod headcount;
mod holdings;
mod indicators;
mod intakes;
mod internship;
mod ledger;
mod lists;
mod merging;
mod milestones;
mod money;
mod named;
mod options;
mod part_time;
mod parts;
mod payroll;
mod people;
mod pins;
mod placement;
mod possessions;
mod reader;
mod reference;
mod register;
mod relocation;
mod resolve;
mod retraining;
mod role;
mod staffing;
mod standards;
mod sums;
mod target;
mod tenure;
mod tiers;
mod travel;
mod verification;
mod visiting;
mod watched;

pub use verification::{Check, Tight, Verification, Violation};

use crate::domain::Scenario;
use crate::forecast;
use crate::plan::Plan;

/// Verifies a plan against its scenario: recomputes every rule, account and
/// indicator and compares. Applicants are those of the demand path that the
/// plan's options name. A broken plan gives violations, never a panic.
pub fn verify(scenario: &Scenario, plan: &Plan) -> Verification {
    let demand = plan.options.demand;
    let on_path = (scenario.demand != demand).then(|| forecast::on_path(scenario.clone(), demand));
    let scenario = on_path.as_ref().unwrap_or(scenario);
    let mut ledger = ledger::Ledger::default();
    let facts = reference::check(scenario, plan, &mut ledger);
    admission::check(&facts, &mut ledger);
    catchment::check(&facts, &mut ledger);
    placement::check(&facts, &mut ledger);
    bands::check(&facts, &mut ledger);
    relocation::check(&facts, &mut ledger);
    merging::check(&facts, &mut ledger);
    internship::check(&facts, &mut ledger);
    tenure::check(&facts, &mut ledger);
    capacity::check(&facts, &mut ledger);
    equipment::check(&facts, &mut ledger);
    assets::check(&facts, &mut ledger);
    afterwards::check(&facts, &mut ledger);
    staffing::check(&facts, &mut ledger);
    employment::check(&facts, &mut ledger);
    courses::check(&facts, &mut ledger);
    visiting::check(&facts, &mut ledger);
    retraining::check(&facts, &mut ledger);
    part_time::check(&facts, &mut ledger);
    assignments::check(&facts, &mut ledger);
    class_teacher::check(&facts, &mut ledger);
    duty::check(&facts, &mut ledger);
    exchange::check(&facts, &mut ledger);
    let money = money::sums(&facts);
    budget::check(&facts, &money, &mut ledger);
    role::check(&facts, &mut ledger);
    standards::check(&facts, &mut ledger);
    pins::check(&facts, &mut ledger);
    watched::check(&facts, &mut ledger);
    target::check(&facts, &mut ledger);
    reference::unsettled(scenario, &mut ledger);
    accounts::check(&facts, money, &mut ledger);
    headcount::check(&facts, &mut ledger);
    indicators::check(&facts, &mut ledger);
    milestones::check(&facts, &mut ledger);
    lists::check(&facts, &mut ledger);
    ledger.finish()
}
