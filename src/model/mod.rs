//! The optimisation model: variables, one file per rule, objective parts.
//!
//! It knows no solver. Symbols and rules are those of `docs/model/notation.md`
//! and `docs/model/rules.md`; each rule's file begins with its formula.

pub mod admission;
mod afterwards;
mod bands;
mod budget;
mod builder;
mod capacity;
mod catchment;
mod class_teacher;
mod courses;
pub mod decisions;
mod deviation;
mod duty;
mod employment;
mod equipment;
pub mod exchange;
mod form;
mod intakes;
mod internship;
pub mod keys;
pub mod linear;
pub mod loosening;
mod margins;
pub mod merging;
pub mod merging_paths;
mod money;
mod objective;
mod part_time;
pub mod path;
pub mod paths;
mod payroll;
mod pins;
mod placement;
pub mod problem;
mod relocation;
pub mod retraining;
mod role;
pub mod size;
mod staffing;
mod standards;
pub mod sums;
mod swing;
mod target;
mod tenure;
mod trainees;
mod turned_away;
mod visiting;

pub use builder::{Missed, Purpose};
pub use form::{Form, Staff};
pub use objective::tier;

use crate::domain::{Part, Scenario};
use builder::Builder;
use decisions::Decisions;
use linear::Linear;
use money::Ledger;
use problem::Problem;
use std::collections::BTreeMap;
use sums::Sums;

/// A model ready to be solved.
#[derive(Clone, Debug)]
pub struct Model {
    /// Columns and rows.
    pub problem: Problem,
    /// What the columns mean.
    pub decisions: Decisions,
    /// The parts of the objective.
    pub parts: BTreeMap<Part, Linear>,
    /// What is counted for the targets, scaled as in the part `targets`: the
    /// way in which to look for plans that reach them.
    pub reached: Linear,
    /// What the rows miss in a diagnosis.
    pub shortages: Vec<Missed>,
    /// The weighted sum of what they miss.
    pub violation: Linear,
}

/// Writes the model of a scenario down.
pub fn build(scenario: &Scenario, form: Form<'_>) -> Model {
    let mut builder = Builder::new(scenario, form.purpose);
    let mut decisions = Decisions::new(&mut builder, form.staff);
    payroll::decide(&mut builder, &mut decisions);
    let sums = Sums::new(scenario, &decisions);
    let mut ledger = Ledger::new(scenario, &decisions, &sums);
    payroll::spend(&mut ledger, scenario, &decisions);
    afterwards::spend(&mut ledger, scenario, &decisions);

    admission::add(&mut builder, &mut decisions);
    catchment::add(&mut builder, &mut decisions, &sums);
    placement::add(&mut builder, &decisions);
    bands::add(&mut builder, &decisions, &sums);
    relocation::add(&mut builder, &sums);
    merging::add(&mut builder, &decisions);
    tenure::add(&mut builder, &decisions, &sums);
    capacity::add(&mut builder, &decisions, &sums, form.totals);
    equipment::add(&mut builder, &decisions);
    afterwards::add(&mut builder, &decisions);
    staffing::add(&mut builder, &decisions, &sums, form);
    employment::add(&mut builder, &decisions, form.staff);
    payroll::add(&mut builder, &decisions, &sums);
    courses::add(&mut builder, &decisions);
    visiting::add(&mut builder, &decisions, &sums);
    retraining::add(&mut builder, &decisions, form.staff);
    part_time::add(&mut builder, &decisions, &sums);
    if form.staff == Staff::Posted {
        class_teacher::add(&mut builder, &decisions, &sums);
        duty::add(&mut builder, &decisions);
        exchange::add(&mut builder, &decisions);
    }
    budget::add(&mut builder, &ledger);
    role::add(&mut builder, &sums);
    standards::add(&mut builder, &decisions, form.staff);
    pins::add(&mut builder, &decisions, form.staff);
    let (targets, reached) = target::add(&mut builder, &sums);

    let deviation = deviation::add(&mut builder, &decisions, form.staff);
    let linear = (targets, deviation);
    let of_intakes = intakes::parts(&mut builder, &decisions, &sums, form.staff);
    let mut parts = objective::parts(&builder, &decisions, &sums, ledger, linear);
    parts.extend(of_intakes);
    target::add_ceilings(&mut builder, &parts);
    Model {
        problem: builder.problem,
        decisions,
        parts,
        reached: reached.tidy(),
        shortages: builder.shortages,
        violation: builder.violation.tidy(),
    }
}
