//! Rule Target 目标.
//!
//! `missed[q,t]` ≥ at_least − what is counted in t, for each term t in which
//! target q applies. The part `targets` of the objective is Σ_q weight · mean
//! over t of 100 · missed[q,t] / at_least. Where a study holds q in t nothing may be
//! missed.
//!
//! A tier of the objective with a ceiling stays below it: Σ weight · part ≤
//! at_most.
//!
//! Sets: targets q, terms t, tiers. Units: classes or students; the part:
//! percent; a ceiling: the tier's own unit.

use super::builder::{Builder, Give};
use super::linear::Linear;
use super::objective::tier;
use super::problem::{Label, Place};
use super::sums::Sums;
use crate::domain::{Metric, Part, Rule};
use crate::ids::TermId;
use std::collections::BTreeMap;

/// A class below a target, in students.
const CLASS_WEIGHT: f64 = 45.0;

/// How bad one unit above a ceiling is in a diagnosis, in students.
const CEILING_WEIGHT: f64 = 1.0;

/// Adds the rows and returns the part `targets`, and what is counted for the
/// targets, scaled alike.
pub fn add(builder: &mut Builder<'_>, sums: &Sums) -> (Linear, Linear) {
    let scenario = builder.scenario;
    let (mut part, mut reached) = (Linear::default(), Linear::default());
    for (id, target) in scenario.targets.iter_enumerated() {
        let terms: Vec<TermId> = scenario
            .calendar
            .term_ids()
            .filter(|term| target.applies(scenario.calendar.term(*term)))
            .collect();
        #[allow(clippy::cast_precision_loss)]
        let scale = target.weight * 100.0 / target.at_least / terms.len() as f64;
        for term in terms {
            let label = Label {
                rule: Rule::Target,
                name: "missed",
                place: Place::Target(id),
                term: Some(term),
            };
            let there = counted(sums, target.metric, term);
            reached.add_scaled(&there, scale);
            let short = Linear::from(target.at_least) - there;
            if scenario.held_targets.contains(&(id, term)) {
                let give = Give::hard(weight(target.metric));
                builder.at_most(label, short, Linear::default(), give);
            } else {
                let missed = builder.problem.real(target.at_least);
                builder.problem.at_most(label, short, missed.into());
                part.push(missed, scale);
            }
        }
    }
    (part, reached)
}

/// How bad one unit below a target is in a diagnosis, in students.
fn weight(metric: Metric) -> f64 {
    match metric {
        Metric::ClassesInSchool => CLASS_WEIGHT,
        Metric::StudentsInSchool | Metric::Registered => 1.0,
    }
}

/// Adds the ceilings of the tiers.
pub fn add_ceilings(builder: &mut Builder<'_>, parts: &BTreeMap<Part, Linear>) {
    let scenario = builder.scenario;
    for data in &scenario.tiers {
        if let Some(most) = data.at_most {
            let label =
                Label { rule: Rule::Target, name: "ceiling", place: Place::All, term: None };
            let give = Give::hard(CEILING_WEIGHT);
            builder.at_most(label, tier(parts, data), most.into(), give);
        }
    }
}

/// What a metric counts in a term.
pub fn counted(sums: &Sums, metric: Metric, term: TermId) -> Linear {
    match metric {
        Metric::ClassesInSchool => Sums::total(&sums.classes, term),
        Metric::StudentsInSchool => Sums::total(&sums.students, term),
        Metric::Registered => {
            let mut sum = Linear::default();
            for ((_, when), part) in &sums.registered {
                if *when == term {
                    sum.add_scaled(part, 1.0);
                }
            }
            sum
        }
    }
}
