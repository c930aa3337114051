//! Who changes subject, and which periods are bought from part-time teachers:
//! tables of the section on staff, where the scenario knows of either.

use crate::plan::Retrained;
use crate::report::document::{Cell, Column, Row, Table};
use crate::report::view::{View, seat};
use crate::words::report as words;

/// The tables.
pub fn tables(view: &View) -> Vec<Table> {
    let rules = &view.scenario.rules;
    let mut tables = Vec::new();
    if !rules.retraining.courses.is_empty() {
        tables.push(retraining(view));
    }
    if !rules.part_time.pay.is_empty() {
        tables.push(part_time(view));
    }
    tables
}

fn retraining(view: &View) -> Table {
    let columns = vec![
        Column::text(view.say(&words::person())),
        Column::text(view.say(&words::old_subject())),
        Column::text(view.say(&words::new_subject())),
        Column::text(view.say(&words::from_term())),
        Column::text(view.say(&words::base())),
    ];
    let posts = view.plan.posts.iter();
    let mut found: Vec<(&crate::plan::Post, &Retrained)> =
        posts.filter_map(|post| Some((post, post.retrained.as_ref()?))).collect();
    found.sort_by_key(|(_, change)| change.from);
    let rows = found.iter().map(|(post, change)| {
        let base = seat(&post.seats, change.from.0);
        Row::new(vec![
            Cell::text(&post.name),
            Cell::Text(view.subjects(&post.subjects)),
            Cell::Text(view.subject(&change.subject)),
            Cell::Term(change.from.0),
            base.map_or(Cell::Empty, |campus| Cell::Text(view.campus(campus))),
        ])
    });
    Table::new(
        "retraining",
        view.say(&words::retraining_title()),
        view.say(&words::no_retraining()),
        columns,
    )
    .rows(rows)
}

fn part_time(view: &View) -> Table {
    let columns = vec![
        Column::text(view.say(&words::subject())),
        Column::text(view.say(&words::campus())),
        Column::text(view.say(&words::from_term())),
        Column::text(view.say(&words::to_term())),
        Column::figure(view.say(&words::periods_a_week())),
    ];
    let rows = view.plan.part_time.iter().map(|one| {
        let last = view.stage_terms(one.from.0).last().copied();
        Row::new(vec![
            Cell::Text(view.subject(&one.subject)),
            Cell::Text(view.campus(&one.campus)),
            Cell::Term(one.from.0),
            last.map_or(Cell::Empty, Cell::Term),
            Cell::Amount(one.periods_per_week.0, 1),
        ])
    });
    Table::new(
        "part_time",
        view.say(&words::part_time_title()),
        view.say(&words::no_part_time()),
        columns,
    )
    .grouped()
    .rows(rows)
}
