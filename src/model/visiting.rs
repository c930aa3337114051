//! Rule Visiting 走教.
//!
//! `share[s,t]`: Σ_c,c' visiting[s,c,c',g] ≤ share · Σ_c needed[s,c,t], g the
//! stage of t. Pairs of campuses without a road, or further apart than the
//! longest way, have no `visiting`. How many campuses one person teaches at on
//! one day is seen to when people are named.
//!
//! Sets: subjects s, campuses c, stages g, terms t. Units: periods a week.

use super::builder::Builder;
use super::decisions::Decisions;
use super::employment::sum_at;
use super::linear::Linear;
use super::problem::{Label, Place};
use super::sums::Sums;
use crate::domain::Rule;

/// Adds the rows.
pub fn add(builder: &mut Builder<'_>, decisions: &Decisions, sums: &Sums) {
    let scenario = builder.scenario;
    let share = scenario.rules.visiting.share;
    for subject in scenario.subjects.keys() {
        for stage in scenario.calendar.stage_ids() {
            let visits = sum_at(&decisions.visiting, |key| key.0 == subject && key.3 == stage);
            if visits.is_constant() {
                continue;
            }
            for term in scenario.calendar.terms_of(stage) {
                let mut needed = Linear::default();
                for campus in scenario.campuses.keys() {
                    if let Some(part) = sums.needed.get(&(subject, campus, term)) {
                        needed.add_scaled(part, share);
                    }
                }
                let label = Label {
                    rule: Rule::Visiting,
                    name: "share",
                    place: Place::Subject(subject),
                    term: Some(term),
                };
                builder.problem.at_most(label, visits.clone(), needed);
            }
        }
    }
}
