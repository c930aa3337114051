//! Rule `ClassTeacher` 班主任.
//!
//! `teachers[c,t]`: Σ_p classes[p,c,t] ≤ able[c,g], g the stage of t, where
//! able[c,g] are the staff based at c who may be class teachers: today's staff
//! of the groups that may, recruits, and those of them who have changed subject,
//! less those exchanged from c; with those of today's staff who leave later in g
//! and teach at c until then.
//!
//! Sets: campuses c, programmes p, stages g, terms t. Unit: people.

use super::builder::{Builder, Give};
use super::decisions::Decisions;
use super::employment::sum_at;
use super::linear::Linear;
use super::problem::{Label, Place};
use super::sums::Sums;
use crate::domain::Rule;
use crate::ids::{CampusId, StageId};
use std::collections::BTreeMap;

/// A class without a class teacher, in students.
const CLASS_WEIGHT: f64 = 50.0;

/// Staff by campus and stage who may be class teachers.
pub fn able(builder: &Builder<'_>, decisions: &Decisions) -> BTreeMap<(CampusId, StageId), Linear> {
    let mut able: BTreeMap<_, Linear> = BTreeMap::new();
    for ((group, campus, stage), people) in &decisions.posted {
        if builder.scenario.staff[*group].class_teacher {
            let sum = able.entry((*campus, *stage)).or_default();
            sum.push(*people, 1.0);
        }
    }
    for ((_, campus, stage), people) in &decisions.recruits_posted {
        let sum = able.entry((*campus, *stage)).or_default();
        sum.push(*people, 1.0);
    }
    for ((group, _, campus, stage), people) in &decisions.retrained_posted {
        if builder.scenario.staff[*group].class_teacher {
            let sum = able.entry((*campus, *stage)).or_default();
            sum.push(*people, 1.0);
        }
    }
    let head = builder.scenario.rules.exchange.as_ref();
    for ((_, branch, stage), pairs) in &decisions.exchanged {
        let head = head.map(|rule| rule.head);
        for campus in head.into_iter().chain([*branch]) {
            let sum = able.entry((campus, *stage)).or_default();
            sum.push(*pairs, -1.0);
        }
    }
    able
}

/// Adds the rows.
pub fn add(builder: &mut Builder<'_>, decisions: &Decisions, sums: &Sums) {
    let scenario = builder.scenario;
    if !scenario.rules.class_teacher {
        return;
    }
    let able = able(builder, decisions);
    for campus in scenario.campuses.keys() {
        for term in scenario.calendar.term_ids() {
            let classes = sums.classes_at(campus, term, |_| true);
            let stage = scenario.calendar.stage_of(term);
            let mut able = able.get(&(campus, stage)).cloned().unwrap_or_default();
            able += sum_at(&decisions.leaving, |(group, at, leaves)| {
                let still = *leaves > term && scenario.calendar.stage_of(*leaves) == stage;
                *at == campus && still && scenario.staff[*group].class_teacher
            });
            let label = Label {
                rule: Rule::ClassTeacher,
                name: "teachers",
                place: Place::Campus(campus),
                term: Some(term),
            };
            builder.at_most(label, classes, able, Give::hard(CLASS_WEIGHT));
        }
    }
}
