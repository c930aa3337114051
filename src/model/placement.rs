//! Rule Placement 安置.
//!
//! `placed[k]`: Σ_p classes[k,p] = classes today, for existing cohorts (those
//! whose internship lies ahead and those who have had it apart).
//! `band[k,p]`: size_min · classes[k,p] ≤ heads[k,p] ≤ size_max · classes[k,p],
//! for new cohorts.
//!
//! Sets: cohorts k, paths p over campuses allowed to the programme. Units:
//! classes, students.

use super::builder::{Builder, Give};
use super::decisions::{Decisions, Heads, Lane};
use super::linear::Linear;
use super::problem::{Label, Place};
use crate::domain::{Origin, Rule};
use crate::ids::CohortId;

/// A class without any place, in students of a diagnosis.
const CLASS_WEIGHT: f64 = 1000.0;

/// Adds the rows.
pub fn add(builder: &mut Builder<'_>, decisions: &Decisions) {
    for (cohort, lanes) in decisions.lanes.iter_enumerated() {
        match builder.scenario.cohorts[cohort].origin {
            Origin::Existing { classes, interned, .. } => {
                place(builder, cohort, lanes, false, classes - interned);
                place(builder, cohort, lanes, true, interned);
            }
            Origin::Future { .. } => band(builder, cohort, lanes),
        }
    }
}

fn label(cohort: CohortId, name: &'static str) -> Label {
    Label { rule: Rule::Placement, name, place: Place::Cohort(cohort), term: None }
}

fn place(builder: &mut Builder<'_>, cohort: CohortId, lanes: &[Lane], interned: bool, count: u32) {
    let mut placed = Linear::default();
    for lane in lanes.iter().filter(|lane| lane.interned == interned) {
        placed.push(lane.classes, 1.0);
    }
    if placed.is_constant() && count == 0 {
        return;
    }
    let give = Give::hard(CLASS_WEIGHT);
    let count = Linear::from(f64::from(count));
    builder.equal(label(cohort, "placed"), placed, count, give);
}

fn band(builder: &mut Builder<'_>, cohort: CohortId, lanes: &[Lane]) {
    let (min, max) = builder.scenario.programme_of(cohort).class_size;
    for lane in lanes {
        if let Heads::Decided(heads) = lane.heads {
            let problem = &mut builder.problem;
            let classes = Linear::from(lane.classes);
            let name = label(cohort, "band");
            problem.at_most(name, classes.clone() * min, heads.into());
            problem.at_most(name, heads.into(), classes * max);
        }
    }
}
