//! Which classes move, in batches.

use super::{Chapter, Point, gather, in_words, point};
use crate::domain::Term;
use crate::plan::ClassPath;
use crate::report::format;
use crate::report::view::{Move, View, moves};
use crate::words::report::prose as words;

pub(super) fn chapter(view: &View) -> Chapter {
    let all = all(view);
    let points = [Some(in_all(view, &all)), batches(view, &all)];
    gather(view, &words::relocation(), points)
}

/// Every move of a class.
pub(in crate::report) fn all<'a>(view: &View<'a>) -> Vec<(&'a ClassPath, Move<'a>)> {
    let classes = view.plan.classes.iter();
    let each = classes.flat_map(|class| {
        let moves = moves(class.campus_today.as_deref(), &class.seats);
        moves.into_iter().map(move |step| (class, step))
    });
    each.collect()
}

fn in_all(view: &View, all: &[(&ClassPath, Move)]) -> Point {
    if all.is_empty() {
        return point(view, &words::moves_in_all(), [Some(words::no_moves())]);
    }
    let per_class = view
        .plan
        .classes
        .iter()
        .map(|class| moves(class.campus_today.as_deref(), &class.seats).len());
    let per_class: Vec<usize> = per_class.filter(|moves| *moves > 0).collect();
    let most = per_class.iter().copied().max().unwrap_or(0);
    let accounts = &view.plan.accounts;
    let sentences = [
        Some(words::moves(
            accounts.classes_moved,
            &format::number(accounts.students_moved.0, 0),
            per_class.len(),
        )),
        Some(match most {
            1 => words::moves_once(),
            most => words::most_moves(most),
        }),
        (!view.scenario.rules.relocation.last_year).then(words::last_year_stays),
        merged(view),
    ];
    point(view, &words::moves_in_all(), sentences)
}

/// The classes dissolved, if there are any.
pub(super) fn merged(view: &View) -> Option<crate::domain::Text> {
    let (classes, students) = view.dissolved();
    (classes > 0).then(|| words::merged(classes, &format::number(students, 0)))
}

fn batches(view: &View, all: &[(&ClassPath, Move)]) -> Option<Point> {
    let mut terms: Vec<Term> = all.iter().map(|(_, step)| step.at).collect();
    terms.sort_unstable();
    terms.dedup();
    let items: Vec<String> = terms.iter().map(|term| batch(view, all, *term)).collect();
    (!items.is_empty()).then(|| point(view, &words::batches(), []).items(items))
}

fn batch(view: &View, all: &[(&ClassPath, Move)], term: Term) -> String {
    let here: Vec<&(&ClassPath, Move)> = all.iter().filter(|(_, step)| step.at == term).collect();
    let students = here.iter().map(|(class, _)| view.students(class, term));
    let students: f64 = students.sum();
    let mut ways = Vec::new();
    for from in view.campuses() {
        for to in view.campuses() {
            let on_way = |(_, step): &&&(&ClassPath, Move)| step.from == from && step.to == to;
            let classes = here.iter().filter(on_way).count();
            if classes > 0 {
                let (from, to) = (view.campus(from), view.campus(to));
                ways.push(view.say(&words::from_to(&from, &to, classes)));
            }
        }
    }
    view.say(&words::batch(
        &in_words(view, term),
        here.len(),
        &format::number(students, 0),
        &view.list(&ways),
    ))
}
