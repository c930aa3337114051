//! Staff: who is kept, posted, hired and exchanged.

use super::{Chapter, Point, gather, in_words, point};
use crate::domain::{Term, Text};
use crate::plan::{Post, TermKey};
use crate::report::format;
use crate::report::view::{View, moves};
use crate::words::report::prose as words;
use std::collections::BTreeSet;

pub(super) fn chapter(view: &View) -> Chapter {
    let points = [
        Some(status(view)),
        Some(postings(view)),
        Some(recruiting(view)),
        exchange(view),
        class_teachers(view),
    ];
    gather(view, &words::staff(), points)
}

/// Today's staff: that all of them are in the plan, and that nobody leaves but
/// to retire, is said only where it is so.
fn status(view: &View) -> Point {
    let today = view.plan.posts.iter().filter(|post| post.group.is_some());
    let leave = today.filter(|post| post.leaves.is_some()).count();
    let sentences = [
        kept(view).map(words::all_kept),
        same_employers(view).then(words::employer_kept),
        Some(match leave {
            0 => words::nobody_retires(),
            people => words::retire(people),
        }),
    ];
    point(view, &words::status(), sentences)
}

/// How many today's staff are, if all of them are in the plan and nobody leaves
/// but to retire.
pub(super) fn kept(view: &View) -> Option<usize> {
    let people = view.scenario.staff.iter().flat_map(|group| &group.people);
    let retire: Vec<Term> = people.clone().filter_map(|one| one.retires).collect();
    let today = view.plan.posts.iter().filter(|post| post.group.is_some());
    let leave: Vec<Term> = today.clone().filter_map(|post| Some(post.leaves?.0)).collect();
    let often = |terms: &[Term], term| terms.iter().filter(|one| **one == term).count();
    let only_retire = leave.iter().all(|term| often(&leave, *term) <= often(&retire, *term));
    let all = today.count();
    (only_retire && all == people.count()).then_some(all)
}

/// Whether the plan gives everybody the employer of today.
pub(super) fn same_employers(view: &View) -> bool {
    let mut today = view.plan.posts.iter().filter(|post| post.group.is_some());
    today.all(|post| same_employer(view, post))
}

/// Whether a post has the employer that its group has; where nobody is named
/// the plan says nothing of employers and so changes none.
fn same_employer(view: &View, post: &Post) -> bool {
    let mut groups = view.scenario.staff.iter();
    let group = groups.find(|group| Some(&group.id) == post.group.as_ref());
    let told = post.employer.as_ref();
    told.is_none_or(|told| group.is_some_and(|group| group.employer == *told))
}

fn postings(view: &View) -> Point {
    let moved = view.plan.posts.iter();
    let moved = moved.filter(|post| !moves(post.campus_today.as_deref(), &post.seats).is_empty());
    let times = view.plan.accounts.staff_rebased;
    let retrained = view.plan.posts.iter().filter(|post| post.retrained.is_some());
    let retrained = retrained.count();
    let visits = view.plan.visiting.iter();
    let visits = visits.map(|one| (one.from, one.periods_per_week.0));
    let sentences = [
        Some(match times {
            0 => words::nobody_rebased(),
            times => words::rebased(times, moved.count()),
        }),
        (retrained > 0).then(|| words::retrained(retrained)),
        most(view, &visits).map(|(periods, term)| words::visiting(&periods, &term)),
    ];
    point(view, &words::postings(), sentences)
}

/// The stage with the most weekly periods, if there are any.
fn most(
    view: &View,
    periods: &(impl Iterator<Item = (TermKey, f64)> + Clone),
) -> Option<(String, String)> {
    let of = |start: Term| -> f64 {
        let here = periods.clone().filter(|(from, _)| from.0 == start);
        here.map(|(_, periods)| periods).sum()
    };
    let stages = view.stages().into_iter().map(|start| (of(start), start));
    let most = stages.reduce(|most, next| if next.0 > most.0 { next } else { most });
    let (periods, start) = most.filter(|(periods, _)| *periods > 0.0)?;
    Some((format::number(periods, 0), in_words(view, start)))
}

fn recruiting(view: &View) -> Point {
    let hires = view.plan.hires.iter();
    let people: u32 = hires.clone().map(|hire| hire.people).sum();
    let by_subject = view.subject_keys().filter_map(|subject| {
        let mine = hires.clone().filter(|hire| hire.subject == subject);
        let people: u32 = mine.map(|hire| hire.people).sum();
        (people > 0).then(|| view.say(&words::of_subject(&view.subject(subject), people)))
    });
    let by_subject: Vec<String> = by_subject.collect();
    let bought = view.plan.part_time.iter();
    let bought = bought.map(|one| (one.from, one.periods_per_week.0));
    let sentences = [
        Some(match people {
            0 => words::nobody_hired(),
            people => words::hired(people, &view.list(&by_subject)),
        }),
        most(view, &bought).map(|(periods, term)| words::part_time(&periods, &term)),
    ];
    point(view, &words::recruiting(), sentences)
}

fn exchange(view: &View) -> Option<Point> {
    let rule = view.scenario.rules.exchange.as_ref()?;
    let pairs = &view.plan.exchanges;
    if pairs.is_empty() {
        return None;
    }
    let branches = view.campuses();
    let branches = branches.filter(|key| pairs.iter().any(|pair| pair.branch == *key));
    let branches: Vec<String> = branches.map(|key| view.campus(key)).collect();
    let head = view.say(&view.scenario.campuses[rule.head].name);
    let told = words::exchanged(&head, &view.list(&branches), pairs.len());
    Some(point(view, &words::exchange(), [Some(told)]))
}

fn class_teachers(view: &View) -> Option<Point> {
    let people = view.plan.class_teachers.iter();
    let people: BTreeSet<&str> = people.map(|one| one.person.as_str()).collect();
    let told: Text = words::class_teachers_for_all(people.len());
    let any = view.scenario.rules.class_teacher && !people.is_empty();
    any.then(|| point(view, &words::class_teachers(), [Some(told)]))
}
