//! Trainees of short courses.

use super::builder::{Builder, Purpose};
use super::linear::Variable;
use crate::domain::Enforcement;
use crate::ids::{CampusId, CourseId, TermId};
use std::collections::BTreeMap;

/// A trainee not taken, in students.
pub(super) const TRAINEE_WEIGHT: f64 = 1.0;

/// `trainees[j,c,t]` (real; whole once the posts are settled), where anybody
/// would come and the campus may be used. Where a contract has to be kept at
/// several campuses they are whole from the start: fractions of each may add up
/// to what whole trainees can't.
pub(crate) fn trainees(
    builder: &mut Builder<'_>,
) -> BTreeMap<(CourseId, CampusId, TermId), Variable> {
    let scenario = builder.scenario;
    let anywhere = builder.purpose != Purpose::Plan;
    let mut trainees = BTreeMap::new();
    for (id, course) in scenario.courses.iter_enumerated() {
        for term in scenario.calendar.term_ids() {
            let date = scenario.calendar.term(term);
            let most = course.demanded(date).0;
            let contract = course.contracted(date);
            let hard = scenario.rules.courses == Enforcement::Hard;
            let split = hard && !contract.is_zero() && course.sites.len() > 1;
            for campus in &course.sites {
                let usable = anywhere || scenario.usable(*campus, date);
                if usable && most > 0.0 {
                    let variable = if split {
                        builder.problem.whole(most)
                    } else {
                        builder.problem.real(most)
                    };
                    trainees.insert((id, *campus, term), variable);
                }
            }
        }
    }
    trainees
}
