//! Rule Retraining:
//!
//! - who changes subject is of a group that can take a course to it, no leader,
//!   stays to the end of the horizon, and could begin the training in it;
//! - people who take a course ≤ its `most`; people who take up a subject in a
//!   calendar year ≤ `most_per_year`.

use super::decisions::{Holder, Posted};
use super::facts::Facts;
use super::ledger::{At, Ledger, Sides, same};
use crate::domain::{Retraining, Rule};
use crate::words::violations as words;
use std::collections::BTreeMap;

/// The course by which the holder of a post changes subject, with its index:
/// the first that fits.
pub(super) fn course<'a>(facts: &Facts<'a>, post: &Posted) -> Option<(usize, &'a Retraining)> {
    let (Holder::Group(group), Some((_, subject))) = (post.holder, post.retrained) else {
        return None;
    };
    let group = &facts.scenario.staff[group];
    let fits = |course: &Retraining| {
        course.to == subject
            && group.subjects.contains(&course.from)
            && !group.subjects.contains(&course.to)
            && !group.leader
    };
    let mut courses = facts.scenario.rules.retraining.courses.iter().enumerate();
    courses.find(|(_, course)| fits(course))
}

pub(super) fn check(facts: &Facts, ledger: &mut Ledger) {
    let rule = &facts.scenario.rules.retraining;
    if rule.courses.is_empty() && facts.posts.iter().all(|post| post.retrained.is_none()) {
        return;
    }
    let mut tally = ledger.rule(Rule::Retraining);
    let calendar = &facts.scenario.calendar;
    let mut taken = vec![0.0; rule.courses.len()];
    let mut years: BTreeMap<i32, f64> = BTreeMap::new();
    for post in &facts.posts {
        let Some((stage, _)) = post.retrained else {
            continue;
        };
        let start = calendar.start(stage);
        let at = At::new(&[&same(&post.post.name)], Some(start));
        let found = course(facts, post);
        tally.holds(&at, found.is_some(), words::no_course);
        tally.holds(&at, post.post.leaves.is_none(), words::retrained_leaves);
        *years.entry(start.year).or_insert(0.0) += 1.0;
        if let Some((index, course)) = found {
            taken[index] += 1.0;
            let begun = course.begun(start);
            tally.holds(&at, begun >= calendar.first, words::begun_too_early);
        }
    }
    for (course, taken) in rule.courses.iter().zip(taken) {
        let name = |subject: crate::ids::SubjectId| &facts.scenario.subjects[subject].name;
        let at = At::new(&[name(course.from), name(course.to)], None);
        let sides = Sides::counted(words::retrained(), words::at_most(), words::people());
        tally.at_most(&at, &sides, taken, f64::from(course.most));
    }
    if let Some(most) = rule.most_per_year {
        for (year, people) in years {
            let at = At::new(&[&words::all_subjects(), &words::year(year)], None);
            let sides = Sides::counted(words::retrained(), words::at_most(), words::people());
            tally.at_most(&at, &sides, people, f64::from(most));
        }
    }
}
