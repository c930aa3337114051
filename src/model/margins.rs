//! The part `margins` 低案缺口: how far the plan stays from its targets if no
//! more apply than the low forecast says and the classes stay as they are.
//!
//! margins = Σ_q weight · mean over t of 100 · `low[q,t]` / at_least, over the
//! targets q of students; `low[q,t]` ≥ at_least − (what is counted in t) + Σ_k
//! survive(k,t) · share[q,k,t] · `lost[k]`; `lost[k]` ≥ intake[k] − low
//! forecast[k]. share is 1 for registered students; for those in school the
//! share of a programme's classes that are, on average over the window of its
//! internship: which classes the missing students would sit in is not known.
//!
//! Targets of classes are left out: with fewer students in them the classes are
//! still there. Stated applicants have no low forecast, and nothing is lost of
//! them.
//!
//! Sets: targets q, terms t, new cohorts k. Units: students; the part: percent.

use super::admission::intake;
use super::builder::Builder;
use super::decisions::Decisions;
use super::linear::{Linear, Variable};
use super::problem::{Label, Place};
use super::sums::Sums;
use super::target::counted;
use crate::domain::{Demand, Metric, Rule, Scenario, Target};
use crate::forecast::survive;
use crate::ids::{CohortId, TermId};
use std::collections::BTreeMap;

/// Adds the rows and returns the part.
pub fn add(builder: &mut Builder<'_>, decisions: &Decisions, sums: &Sums) -> Linear {
    let scenario = builder.scenario;
    let lost = lost(builder, decisions);
    let mut part = Linear::default();
    for (id, target) in scenario.targets.iter_enumerated() {
        if target.metric == Metric::ClassesInSchool {
            continue;
        }
        let terms = scenario.calendar.term_ids();
        let terms: Vec<TermId> =
            terms.filter(|term| target.applies(scenario.calendar.term(*term))).collect();
        #[allow(clippy::cast_precision_loss)]
        let scale = target.weight * 100.0 / target.at_least / terms.len() as f64;
        for term in terms {
            let label = Label {
                rule: Rule::Target,
                name: "low",
                place: Place::Target(id),
                term: Some(term),
            };
            let mut short = Linear::from(target.at_least) - counted(sums, target.metric, term);
            for (cohort, lost) in &lost {
                short.push(*lost, still_there(scenario, target, *cohort, term));
            }
            let low = builder.problem.real(f64::INFINITY);
            builder.problem.at_most(label, short, low.into());
            part.push(low, scale);
        }
    }
    part
}

/// `lost[k]`: students of an intake who do not come.
fn lost(builder: &mut Builder<'_>, decisions: &Decisions) -> BTreeMap<CohortId, Variable> {
    let scenario = builder.scenario;
    let mut all = BTreeMap::new();
    for (id, cohort) in scenario.cohorts.iter_enumerated() {
        let Some(projected) = cohort.projected.filter(|_| !cohort.exists()) else {
            continue;
        };
        let label = Label {
            rule: Rule::Target,
            name: "lost",
            place: Place::Cohort(id),
            term: scenario.calendar.find(cohort.entry),
        };
        let lost = builder.problem.real(f64::INFINITY);
        let beyond = intake(decisions, id) - Linear::from(projected.at(Demand::Low));
        builder.problem.at_most(label, beyond, lost.into());
        all.insert(id, lost);
    }
    all
}

/// The share of those lost at entry who would count for a target in a term.
fn still_there(scenario: &Scenario, target: &Target, cohort: CohortId, term: TermId) -> f64 {
    let date = scenario.calendar.term(term);
    let Some(study) = scenario.term_of_study(cohort, date) else {
        return 0.0;
    };
    let share = match target.metric {
        Metric::StudentsInSchool => scenario.programme_of(cohort).share_in_school(study),
        Metric::ClassesInSchool | Metric::Registered => 1.0,
    };
    share * survive(scenario, cohort, date)
}
