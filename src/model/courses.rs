//! Rule Courses 短期培训.
//!
//! `open[j,c,t]`: trainees[j,c,t] ≤ demand[j,t] · open[c,g], g the stage of t;
//! `demand[j,t]`: Σ_c trainees[j,c,t] ≤ demand[j,t];
//! `least[j,t]`: Σ_c trainees[j,c,t] ≥ least[j,t] (or missed at a price).
//!
//! What trainees use and are taught is part of used[r,c,t] and needed[s,c,t],
//! so rules Capacity and Staffing count it: Σ_j trainees[j,c,t] · hours[j,r] /
//! weeks, or · uses[j,r] for resources without hours, and Σ_j trainees[j,c,t] ·
//! periods[j,s] / weeks.
//!
//! Sets: short courses j, campuses c where they may be given, terms t. Units:
//! trainees.

use super::builder::{Builder, Give};
use super::decisions::Decisions;
use super::linear::Linear;
use super::problem::{Label, Place};
use super::trainees::TRAINEE_WEIGHT;
use crate::domain::{Rule, Scenario};
use crate::ids::{CourseId, TermId};
use std::collections::BTreeMap;

/// Adds the rows.
pub fn add(builder: &mut Builder<'_>, decisions: &Decisions) {
    let scenario = builder.scenario;
    let mut given: BTreeMap<(CourseId, TermId), Linear> = BTreeMap::new();
    for ((id, campus, term), trainees) in &decisions.trainees {
        let sum = given.entry((*id, *term)).or_default();
        sum.push(*trainees, 1.0);
        let open = &decisions.open[&(*campus, scenario.calendar.stage_of(*term))];
        if !open.is_constant() {
            let most = demanded(scenario, *id, *term);
            let label = label(Place::CourseAt(*id, *campus), *term, "open");
            let right = open.clone() * most;
            builder.problem.at_most(label, (*trainees).into(), right);
        }
    }
    for (id, course) in scenario.courses.iter_enumerated() {
        for term in scenario.calendar.term_ids() {
            let sum = given.remove(&(id, term)).unwrap_or_default();
            // One campus alone is bounded by its column.
            if sum.terms.len() > 1 {
                let most = Linear::from(demanded(scenario, id, term));
                let label = label(Place::Course(id), term, "demand");
                builder.problem.at_most(label, sum.clone(), most);
            }
            let least = course.contracted(scenario.calendar.term(term)).0;
            if least > 0.0 {
                let label = label(Place::Course(id), term, "least");
                let give = Give::by(scenario.rules.courses, TRAINEE_WEIGHT);
                builder.at_most(label, least.into(), sum, give);
            }
        }
    }
}

fn demanded(scenario: &Scenario, course: CourseId, term: TermId) -> f64 {
    let term = scenario.calendar.term(term);
    scenario.courses[course].demanded(term).0
}

fn label(place: Place, term: TermId, name: &'static str) -> Label {
    Label { rule: Rule::Courses, name, place, term: Some(term) }
}
