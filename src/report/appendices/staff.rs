//! The staff, a line for each: employer, where they were and where they are
//! from when on.

use crate::report::document::{Cell, Column, Row, Table};
use crate::report::view::View;
use crate::words::report as common;
use crate::words::report::appendices as words;
use crate::words::report::people;

/// Everybody, today's staff first, then recruits, as the plan has them.
pub(super) fn roll(view: &View) -> Table {
    let heads = [
        common::person(),
        people::employer(),
        common::subjects(),
        people::title_head(),
        common::today(),
        words::posted(),
        common::leaves(),
    ];
    let columns = heads.map(|head| Column::text(view.say(&head))).into();
    let rows = view.plan.posts.iter().map(|post| {
        let employer = post.employer.clone().or_else(|| {
            let mut groups = view.scenario.staff.iter();
            let group = groups.find(|group| Some(&group.id) == post.group.as_ref());
            group.map(|group| group.employer.clone())
        });
        let title = post.title.map(people::title);
        let mut seats = post.seats.iter();
        let stays = post.campus_today.is_some()
            && seats.all(|seat| Some(&seat.campus) == post.campus_today.as_ref());
        let posted = post.seats.iter().map(|seat| {
            let (term, campus) = (view.term(seat.from.0), view.campus(&seat.campus));
            view.say(&words::from_at(&term, &campus))
        });
        let posted = view.list(&posted.collect::<Vec<_>>());
        let retrained = post.retrained.as_ref().map(|change| {
            let told = words::retrained(&view.term(change.from.0), &view.subject(&change.subject));
            view.say(&told)
        });
        let subjects = view.subjects(&post.subjects) + &retrained.unwrap_or_default();
        let today = post.campus_today.as_deref();
        Row::new(vec![
            Cell::text(&post.name),
            Cell::text(employer.map_or_else(String::new, |one| view.say(&one))),
            Cell::Text(subjects),
            Cell::text(title.map_or_else(String::new, |one| view.say(&one))),
            today.map_or_else(
                || Cell::Text(view.say(&words::recruit())),
                |campus| Cell::Text(view.campus(campus)),
            ),
            Cell::Text(if stays { view.say(&words::stays()) } else { posted }),
            post.leaves.map_or(Cell::Empty, |term| Cell::Term(term.0)),
        ])
        .keyed([post.person.as_deref().unwrap_or_default()])
    });
    Table::new("roll", view.say(&words::roll_title()), view.say(&common::no_staff()), columns)
        .keyed(&[0])
        .rows(rows)
}
