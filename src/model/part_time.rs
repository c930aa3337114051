//! Rule `PartTime` 兼职教师.
//!
//! `share[s,t]`: Σ_c part_time[s,c,g] ≤ share · Σ_c needed[s,c,t], g the stage of
//! t. What is bought counts as taught at the campus (rule Staffing); nobody is
//! bought for a campus that is not open, since nothing is needed there.
//!
//! Sets: subjects s, campuses c, stages g, terms t. Units: periods a week.

use super::builder::{Builder, Give};
use super::decisions::Decisions;
use super::linear::Linear;
use super::problem::{Label, Place};
use super::sums::Sums;
use crate::domain::Rule;
use crate::ids::{StageId, SubjectId};
use std::collections::BTreeMap;

/// A period beyond the share, in students.
const PERIOD_WEIGHT: f64 = 3.0;

/// Periods bought by subject and stage, over all campuses.
pub fn bought(decisions: &Decisions) -> BTreeMap<(SubjectId, StageId), Linear> {
    let mut bought: BTreeMap<_, Linear> = BTreeMap::new();
    for ((subject, _, stage), periods) in &decisions.part_time {
        let sum = bought.entry((*subject, *stage)).or_default();
        sum.push(*periods, 1.0);
    }
    for (key, periods) in &decisions.part_time_together {
        bought.entry(*key).or_default().push(*periods, 1.0);
    }
    bought
}

/// Adds the rows.
pub fn add(builder: &mut Builder<'_>, decisions: &Decisions, sums: &Sums) {
    let scenario = builder.scenario;
    let share = scenario.rules.part_time.share;
    for ((subject, stage), bought) in bought(decisions) {
        for term in scenario.calendar.terms_of(stage) {
            let mut most = Linear::default();
            for campus in scenario.campuses.keys() {
                if let Some(part) = sums.needed.get(&(subject, campus, term)) {
                    most.add_scaled(part, share);
                }
            }
            let label = Label {
                rule: Rule::PartTime,
                name: "share",
                place: Place::Subject(subject),
                term: Some(term),
            };
            builder.at_most(label, bought.clone(), most, Give::hard(PERIOD_WEIGHT));
        }
    }
}
