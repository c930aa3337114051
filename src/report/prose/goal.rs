//! What the plan is for: its scope, the size aimed at, the schedule.

use super::{Chapter, Point, gather, in_words, point};
use crate::domain::{Metric, Target, Term, Text};
use crate::plan::{MilestoneResult, MilestoneStatus, TargetResult};
use crate::report::format;
use crate::report::sections::agenda;
use crate::report::view::View;
use crate::words::report::prose as words;

pub(super) fn chapter(view: &View) -> Chapter {
    let points = [Some(scope(view)), size(view), schedule(view)];
    gather(view, &words::goal(), points)
}

fn scope(view: &View) -> Point {
    let terms = view.terms();
    let last = terms[terms.len() - 1];
    let covers = words::covers(
        &in_words(view, terms[0]),
        &in_words(view, last),
        terms.len(),
        view.stages().len(),
    );
    let campuses: Vec<String> = view.campuses().map(|key| view.campus(key)).collect();
    let programmes: Vec<String> = view.programmes().map(|key| view.programme(key)).collect();
    let comprises = words::comprises(
        campuses.len(),
        &view.list(&campuses),
        programmes.len(),
        &view.list(&programmes),
    );
    let today = view.plan.classes.iter();
    let today = today.filter(|class| class.campus_today.is_some());
    let students: f64 = today.clone().map(|class| view.students_at_base(class)).sum();
    let staff = view.plan.posts.iter().filter(|post| post.group.is_some());
    let begins = words::begins_with(today.count(), &format::number(students, 0), staff.count());
    point(view, &words::scope(), [covers, comprises, begins].map(Some))
}

fn size(view: &View) -> Option<Point> {
    let wanted = &view.scenario.targets;
    if wanted.is_empty() {
        return None;
    }
    let mut starts: Vec<Term> = wanted.iter().map(|target| target.from).collect();
    starts.sort_unstable();
    starts.dedup();
    let aims = starts.into_iter().map(|start| {
        let here = wanted.iter().filter(|target| target.from == start);
        let here: Vec<String> = here.map(|target| view.say(&aim(view, target))).collect();
        Some(words::aimed(&in_words(view, start), &view.list(&here)))
    });
    let sentences = aims.chain([reached(view), Some(met(view))]);
    Some(point(view, &words::size_aimed(), sentences))
}

fn aim(view: &View, target: &Target) -> Text {
    let count = format::number(target.at_least, 0);
    let amount = view.say(&words::amount(target.metric, &count));
    match target.metric {
        Metric::ClassesInSchool => words::no_fewer_classes(&amount),
        metric => words::no_fewer(&view.say(&words::metric(metric)), &amount),
    }
}

/// The size in the term in which the targets are due, and at the start.
fn reached(view: &View) -> Option<Text> {
    let calendar = &view.scenario.calendar;
    let target = calendar.term(calendar.target);
    let (first, then) = (view.indicators(calendar.first)?, view.indicators(target)?);
    let whole = |value: f64| format::number(value, 0);
    Some(words::size_reached(
        &in_words(view, target),
        then.classes_in_school,
        &whole(then.students_in_school.0),
        &whole(then.registered.0),
        first.classes_in_school,
        &whole(first.students_in_school.0),
        &whole(first.registered.0),
    ))
}

fn met(view: &View) -> Text {
    let missed: Vec<String> = worst(view)
        .into_iter()
        .map(|result| {
            view.say(&crate::words::report::target_missed(
                &view.say(&words::metric(result.metric)),
                &in_words(view, result.term.0),
                &format::number(result.value, 0),
                &format::number(result.at_least, 0),
            ))
        })
        .collect();
    if missed.is_empty() { words::all_met() } else { words::not_met(&view.list(&missed)) }
}

/// The targets that are missed, each where it is missed most.
pub(super) fn worst<'a>(view: &View<'a>) -> Vec<&'a TargetResult> {
    let worst = |target: &Target| {
        let mine = view.plan.targets.iter();
        mine.filter(|result| result.target == target.id && result.is_missed())
            .max_by(|one, other| one.missed.total_cmp(&other.missed))
    };
    view.scenario.targets.iter().filter_map(worst).collect()
}

fn schedule(view: &View) -> Option<Point> {
    let all = &view.plan.milestones;
    if all.is_empty() {
        return None;
    }
    let off: Vec<&MilestoneResult> =
        (all.iter()).filter(|one| one.status != MilestoneStatus::OnTime).collect();
    let sentences = [
        Some(words::milestones(all.len(), all.len() - off.len())),
        (!off.is_empty()).then(words::milestones_off),
    ];
    let items = off.iter().map(|one| view.say(&not_on_time(view, one)));
    Some(point(view, &words::schedule(), sentences).items(items))
}

fn not_on_time(view: &View, result: &MilestoneResult) -> Text {
    let name = agenda::name(view, &result.milestone);
    let due = view.say(&words::day(result.due));
    match result.done() {
        Some(done) => words::milestone_off(
            &name,
            &due,
            &view.say(&words::day(done)),
            &view.say(&agenda::standing(view, result)),
        ),
        None => words::milestone_never(&name, &due),
    }
}
