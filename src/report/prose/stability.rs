//! The risk to stability 稳定风险评估: who is affected by the plan, how many they
//! are, and what is done for them.

use super::staff::{kept, same_employers};
use super::{Chapter, Point, gather, point, relocation};
use crate::report::format;
use crate::report::sections::findings;
use crate::report::view::{View, moves};
use crate::words::report::prose as words;

pub(super) fn chapter(view: &View) -> Chapter {
    let points = [Some(students(view)), Some(staff(view)), expiring(view)];
    gather(view, &words::stability(), points)
}

/// Classes that change campus, each with its students at its first move, and
/// applicants who are turned away.
fn students(view: &View) -> Point {
    let (mut classes, mut students) = (0, 0.0);
    for class in &view.plan.classes {
        if let Some(first) = moves(class.campus_today.as_deref(), &class.seats).first() {
            classes += 1;
            students += view.students(class, first.at);
        }
    }
    let moving = classes > 0;
    let sentences = [
        Some(if moving {
            words::students_move(classes, &format::number(students, 0))
        } else {
            words::no_student_moves()
        }),
        moving.then(words::done_for_students),
        (moving && !view.scenario.rules.relocation.last_year).then(words::last_year_stays),
        relocation::merged(view),
        turned_away(view),
    ];
    point(view, &words::affected_students(), sentences)
}

fn turned_away(view: &View) -> Option<crate::domain::Text> {
    let all = &view.plan.admissions;
    let away: f64 = all.iter().map(|one| (one.applicants.0 - one.students.0).max(0.0)).sum();
    let switched: f64 = all.iter().map(|one| (one.students.0 - one.applicants.0).max(0.0)).sum();
    let whole = |value: f64| format::number(value, 0);
    (away >= 0.5).then(|| words::not_admitted(&whole(away), &whole(switched)))
}

fn staff(view: &View) -> Point {
    let today = || view.plan.posts.iter().filter(|post| post.group.is_some());
    let posted =
        today().filter(|post| !moves(post.campus_today.as_deref(), &post.seats).is_empty()).count();
    let retrained = today().filter(|post| post.retrained.is_some()).count();
    let retire = today().filter(|post| post.leaves.is_some()).count();
    let sentences = [
        Some(words::staff_posted(posted, today().count())),
        (retrained > 0).then(|| words::retrained(retrained)),
        (retire > 0).then(|| words::retire(retire)),
        kept(view).map(words::all_kept),
        same_employers(view).then(words::employer_kept),
    ];
    point(view, &words::affected_staff(), sentences)
}

/// Students who are still there when premises have to be given back.
fn expiring(view: &View) -> Option<Point> {
    let told = findings::expiring(view);
    (!told.is_empty()).then(|| point(view, &words::premises_end(), told.into_iter().map(Some)))
}
