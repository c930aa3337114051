//! Who is re-based, and where everybody is based.

use crate::report::document::{Cell, Column, Row, Section, Table};
use crate::report::view::{View, moves};
use crate::words::report as words;

/// The section.
#[must_use]
pub fn section(view: &View) -> Section {
    Section::new(view.say(&words::postings_heading())).table(rebased(view)).table(posts(view))
}

fn rebased(view: &View) -> Table {
    let columns = vec![
        Column::text(view.say(&words::when())),
        Column::text(view.say(&words::person())),
        Column::text(view.say(&words::subjects())),
        Column::text(view.say(&words::from())),
        Column::text(view.say(&words::to())),
    ];
    let mut found = Vec::new();
    for post in &view.plan.posts {
        for step in moves(post.campus_today.as_deref(), &post.seats) {
            found.push((step.at, post, step));
        }
    }
    found.sort_by_key(|(at, ..)| *at);
    let rows = found.iter().map(|(at, post, step)| {
        Row::new(vec![
            Cell::Term(*at),
            Cell::text(&post.name),
            Cell::Text(view.subjects(&post.subjects)),
            Cell::Text(view.campus(step.from)),
            Cell::Text(view.campus(step.to)),
        ])
    });
    Table::new(
        "postings",
        view.say(&words::postings_title()),
        view.say(&words::no_postings()),
        columns,
    )
    .grouped()
    .rows(rows)
}

/// Every post with its bases; for files.
fn posts(view: &View) -> Table {
    let columns = vec![
        Column::text(view.say(&words::person())),
        Column::text(view.say(&words::subjects())),
        Column::text(view.say(&words::today())),
        Column::text(view.say(&words::bases())),
        Column::text(view.say(&words::leaves())),
    ];
    let rows = view.plan.posts.iter().map(|post| {
        let seats: Vec<String> = post
            .seats
            .iter()
            .map(|seat| format!("{} {}", view.term(seat.from.0), view.campus(&seat.campus)))
            .collect();
        let today = post.campus_today.as_deref();
        Row::new(vec![
            Cell::text(&post.name),
            Cell::Text(view.subjects(&post.subjects)),
            today.map_or(Cell::Empty, |campus| Cell::Text(view.campus(campus))),
            Cell::Text(view.list(&seats)),
            post.leaves.map_or(Cell::Empty, |leaves| Cell::Term(leaves.0)),
        ])
        .keyed([post.person.as_deref().unwrap_or_default()])
    });
    Table::new("posts", view.say(&words::posts_title()), view.say(&words::no_staff()), columns)
        .keyed(&[0])
        .rows(rows)
        .for_files()
}
