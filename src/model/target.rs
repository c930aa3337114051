//! Rule Target 目标.
//!
//! `missed[q,t]` ≥ at_least − what is counted in t, for each term t in which
//! target q applies. The part `targets` of the objective is Σ_q weight · mean
//! over t of 100 · missed[q,t] / at_least.
//!
//! Sets: targets q, terms t. Units: classes or students; the part: percent.

use super::builder::Builder;
use super::linear::Linear;
use super::problem::{Label, Place};
use super::sums::Sums;
use crate::domain::{Metric, Rule};
use crate::ids::TermId;

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
            let missed = builder.problem.real(target.at_least);
            let label = Label {
                rule: Rule::Target,
                name: "missed",
                place: Place::Target(id),
                term: Some(term),
            };
            let there = counted(sums, target.metric, term);
            reached.add_scaled(&there, scale);
            let short = Linear::from(target.at_least) - there;
            builder.problem.at_most(label, short, missed.into());
            part.push(missed, scale);
        }
    }
    (part, reached)
}

/// What a metric counts in a term.
#[must_use]
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
