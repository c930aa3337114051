//! Which classes move, from where, to where and when; which are merged, if the
//! scenario allows that.

use crate::plan::ClassPath;
use crate::report::document::{Cell, Column, Row, Section, Table};
use crate::report::view::{View, moves, seat};
use crate::words::report as words;

/// The section.
pub fn section(view: &View) -> Section {
    let section = Section::new(view.say(&words::relocation_heading())).table(relocation(view));
    if view.scenario.rules.merging.is_some() { section.table(merging(view)) } else { section }
}

fn relocation(view: &View) -> Table {
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
    Table::new(
        "relocation",
        view.say(&words::relocation_title()),
        view.say(&words::no_moves()),
        columns,
    )
    .grouped()
    .rows(rows)
}

fn merging(view: &View) -> Table {
    let columns = vec![
        Column::text(view.say(&words::when())),
        Column::text(view.say(&words::dissolved_class())),
        Column::text(view.say(&words::programme())),
        Column::text(view.say(&words::campus())),
        Column::text(view.say(&words::joined_class())),
        Column::figure(view.say(&words::joining())),
        Column::figure(view.say(&words::then_has())),
    ];
    let mut rows = Vec::new();
    for class in &view.plan.classes {
        for (at, joined, joining) in view.joining(class) {
            let mut others = view.plan.classes.iter();
            let same =
                |one: &&ClassPath| one.programme == class.programme && one.name == joined.class;
            let after = others.find(same).map_or(0.0, |one| view.students(one, at));
            let before = seat(&class.seats, at.plus(-1)).unwrap_or_default();
            let row = Row::new(vec![
                Cell::Term(at),
                Cell::text(&class.name),
                Cell::Text(view.programme(&class.programme)),
                Cell::Text(view.campus(before)),
                Cell::text(&joined.class),
                Cell::Whole(joining),
                Cell::Whole(after),
            ]);
            rows.push((at, row));
        }
    }
    rows.sort_by_key(|(at, _)| *at);
    Table::new(
        "merging",
        view.say(&words::merging_title()),
        view.say(&words::no_mergers()),
        columns,
    )
    .grouped()
    .rows(rows.into_iter().map(|(_, row)| row))
}
