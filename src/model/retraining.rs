//! Rule Retraining 转岗培训.
//!
//! `grows[u,s,g]`: retrained[u,s,g] ≥ retrained[u,s,g−1];
//! `posted[u,s,g]`: Σ_c retrained_posted[u,s,c,g] = retrained[u,s,g];
//! `course[o]`: Σ_u retrained[u,s,g] at the last stage ≤ most, over the groups u
//! that can take course o to subject s;
//! `year[y]`: Σ_u,s retrained[u,s,g] − retrained[u,s,g−1] over the stages of
//! calendar year y ≤ most_per_year;
//! `rebased[u,s,c,g]`: retrained_arriving[u,s,c,g] ≥ retrained_posted[u,s,c,g] −
//! retrained_posted[u,s,c,g−1]: to take up a subject counts as being re-based,
//! wherever it is.
//!
//! Who retrains leaves the posts of the group (rule Employment, `stock`): since
//! those posts cannot become negative in the last stage, nobody does who
//! retires before.
//!
//! Sets: groups u, subjects s, courses o, campuses c, stages g. Unit: people.

use super::Staff;
use super::builder::{Builder, Give};
use super::decisions::Decisions;
use super::linear::Linear;
use super::problem::{Label, Place};
use crate::domain::{Rule, Scenario};
use crate::ids::{GroupId, StageId, SubjectId, TermId};
use std::collections::BTreeMap;

/// A person beyond a cap, in students.
const PERSON_WEIGHT: f64 = 20.0;

/// Adds the rows.
pub fn add(builder: &mut Builder<'_>, decisions: &Decisions, staff: Staff) {
    grow(builder, decisions);
    cap_courses(builder, decisions);
    cap_years(builder, decisions);
    if staff == Staff::Posted {
        keep(builder, decisions);
        count_arrivals(builder, decisions);
    }
}

fn label(scenario: &Scenario, place: Place, stage: StageId, name: &'static str) -> Label {
    Label {
        rule: Rule::Retraining,
        name,
        place,
        term: Some(TermId(scenario.calendar.stages[stage].start)),
    }
}

/// People who take up the subject with a stage.
pub fn new(
    decisions: &Decisions,
    (group, subject, stage): (GroupId, SubjectId, StageId),
) -> Linear {
    let so_far = |stage: StageId| {
        let variable = decisions.retrained.get(&(group, subject, stage));
        variable.copied().map(Linear::from).unwrap_or_default()
    };
    let before = stage.0.checked_sub(1);
    so_far(stage) - before.map(|before| so_far(StageId(before))).unwrap_or_default()
}

fn grow(builder: &mut Builder<'_>, decisions: &Decisions) {
    for key @ (group, _, stage) in decisions.retrained.keys() {
        let more = new(decisions, *key);
        let label = label(builder.scenario, Place::Group(*group), *stage, "grows");
        builder.problem.at_most(label, Linear::default(), more);
    }
}

fn keep(builder: &mut Builder<'_>, decisions: &Decisions) {
    for ((group, subject, stage), people) in &decisions.retrained {
        let mut posted = Linear::default();
        for (key, variable) in &decisions.retrained_posted {
            if (key.0, key.1, key.3) == (*group, *subject, *stage) {
                posted.push(*variable, 1.0);
            }
        }
        let label = label(builder.scenario, Place::Group(*group), *stage, "posted");
        builder.problem.equal(label, posted, (*people).into());
    }
}

fn count_arrivals(builder: &mut Builder<'_>, decisions: &Decisions) {
    for (key @ (group, subject, campus, stage), arriving) in &decisions.retrained_arriving {
        let before = stage.0.checked_sub(1).map(StageId);
        let there = before
            .and_then(|before| {
                let key = (*group, *subject, *campus, before);
                decisions.retrained_posted.get(&key)
            })
            .copied()
            .map(Linear::from);
        let more = Linear::from(decisions.retrained_posted[key]) - there.unwrap_or_default();
        let place = Place::GroupAt(*group, *campus);
        let label = label(builder.scenario, place, *stage, "rebased");
        builder.problem.at_most(label, more, (*arriving).into());
    }
}

fn cap_courses(builder: &mut Builder<'_>, decisions: &Decisions) {
    let scenario = builder.scenario;
    let able = scenario.retrainable();
    let last = StageId(scenario.calendar.stages.len() - 1);
    for course in &scenario.rules.retraining.courses {
        let mut people = Linear::default();
        for (group, _) in able.iter().filter(|(_, one)| one == course) {
            if let Some(variable) = decisions.retrained.get(&(*group, course.to, last)) {
                people.push(*variable, 1.0);
            }
        }
        let label = label(scenario, Place::Subject(course.to), last, "course");
        let most = Linear::from(f64::from(course.most));
        builder.at_most(label, people, most, Give::hard(PERSON_WEIGHT));
    }
}

fn cap_years(builder: &mut Builder<'_>, decisions: &Decisions) {
    let scenario = builder.scenario;
    let Some(most) = scenario.rules.retraining.most_per_year else {
        return;
    };
    let mut years: BTreeMap<i32, (StageId, Linear)> = BTreeMap::new();
    for key in decisions.retrained.keys() {
        let year = scenario.calendar.start(key.2).year;
        let entry = years.entry(year).or_insert((key.2, Linear::default()));
        entry.1 += new(decisions, *key);
    }
    for (year, (stage, people)) in years {
        let label = label(scenario, Place::Year(year), stage, "year");
        let most = Linear::from(f64::from(most));
        builder.at_most(label, people, most, Give::hard(PERSON_WEIGHT));
    }
}
