//! Rule Duty 值班.
//!
//! `leaders[c,g]`: leaders_needed · open[c,g] ≤ Σ_u posted[u,c,g] over groups u
//! of leaders;
//! `teachers[c,g]`: class_teachers_needed[c] · open[c,g] ≤ able[c,g], those who
//! may be class teachers (rule `ClassTeacher`).
//!
//! What is needed is days · (people on duty a day) / (most days of one person),
//! rounded up.
//!
//! Sets: campuses c, groups u, stages g. Unit: people.

use super::builder::{Builder, Give};
use super::class_teacher::able;
use super::decisions::Decisions;
use super::employment::sum_at;
use super::problem::{Label, Place};
use crate::domain::Rule;
use crate::ids::TermId;

/// A person missing, in students.
const PERSON_WEIGHT: f64 = 20.0;

/// Adds the rows.
pub fn add(builder: &mut Builder<'_>, decisions: &Decisions) {
    let scenario = builder.scenario;
    let Some(rule) = &scenario.rules.duty else {
        return;
    };
    let able = able(builder, decisions);
    for ((campus, stage), open) in &decisions.open {
        let label = |name| Label {
            rule: Rule::Duty,
            name,
            place: Place::Campus(*campus),
            term: Some(TermId(scenario.calendar.stages[*stage].start)),
        };
        let leaders = sum_at(&decisions.posted, |(group, at, when)| {
            (at, when) == (campus, stage) && scenario.staff[*group].leader
        });
        let needed = open.clone() * f64::from(rule.leaders_needed());
        builder.at_most(label("leaders"), needed, leaders, Give::hard(PERSON_WEIGHT));
        let able = able.get(&(*campus, *stage)).cloned().unwrap_or_default();
        let needed = open.clone() * f64::from(rule.class_teachers_needed(*campus));
        builder.at_most(label("teachers"), needed, able, Give::hard(PERSON_WEIGHT));
    }
}
