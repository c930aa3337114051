//! Rule Relocation 搬迁.
//!
//! `cap[g]`: classes moved at the start of g ≤ most_per_stage (or missed at a
//! price).
//! How often a class moves, that it stays in its last year and that it leaves
//! a campus to be vacated is built into the paths.
//!
//! Sets: stages g. Units: classes.

use super::builder::{Builder, Give};
use super::linear::Linear;
use super::problem::{Label, Place};
use super::sums::Sums;
use crate::domain::Rule;
use crate::ids::TermId;

/// A class moved beyond the cap, in students.
const CLASS_WEIGHT: f64 = 45.0;

/// Adds the rows.
pub fn add(builder: &mut Builder<'_>, sums: &Sums) {
    let scenario = builder.scenario;
    let rule = &scenario.rules.relocation;
    let Some(most) = rule.most_per_stage else {
        return;
    };
    for (stage, moved) in &sums.classes_moved {
        let label = Label {
            rule: Rule::Relocation,
            name: "cap",
            place: Place::All,
            term: Some(TermId(scenario.calendar.stages[*stage].start)),
        };
        let give = Give::by(rule.enforce, CLASS_WEIGHT);
        builder.at_most(label, moved.clone(), Linear::from(f64::from(most)), give);
    }
}
