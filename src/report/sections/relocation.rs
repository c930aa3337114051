//! Which classes move, from where, to where and when.

use crate::report::document::{Cell, Column, Row, Section, Table};
use crate::report::view::{View, moves};
use crate::words::report as words;

/// The section.
#[must_use]
pub fn section(view: &View) -> Section {
    let columns = vec![
        Column::text(view.say(&words::when())),
        Column::text(view.say(&words::class())),
        Column::text(view.say(&words::programme())),
        Column::text(view.say(&words::from())),
        Column::text(view.say(&words::to())),
        Column::figure(view.say(&words::students())),
    ];
    let mut found = Vec::new();
    for class in &view.plan.classes {
        for step in moves(class.campus_today.as_deref(), &class.seats) {
            found.push((step.at, class, step));
        }
    }
    found.sort_by_key(|(at, ..)| *at);
    let rows = found.iter().map(|(at, class, step)| {
        Row::new(vec![
            Cell::Term(*at),
            Cell::text(&class.name),
            Cell::Text(view.programme(&class.programme)),
            Cell::Text(view.campus(step.from)),
            Cell::Text(view.campus(step.to)),
            Cell::Whole(view.students(class, *at)),
        ])
    });
    Section::new(view.say(&words::relocation_heading())).table(
        Table::new(
            "relocation",
            view.say(&words::relocation_title()),
            view.say(&words::no_moves()),
            columns,
        )
        .grouped()
        .rows(rows),
    )
}
