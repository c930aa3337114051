//! Which campus uses what at another.

use crate::report::document::{Cell, Column, Row, Section, Table};
use crate::report::view::View;
use crate::words::report as words;

/// The section.
pub fn section(view: &View) -> Section {
    let columns = vec![
        Column::text(view.say(&words::resource())),
        Column::text(view.say(&words::user())),
        Column::text(view.say(&words::host())),
        Column::text(view.say(&words::from_term())),
        Column::text(view.say(&words::to_term())),
        Column::figure(view.say(&words::hours())).unit(view.say(&words::hours_a_week())),
    ];
    let rows = view.plan.sharing.iter().map(|one| {
        let last = view.stage_terms(one.from.0).last().copied();
        Row::new(vec![
            Cell::Text(view.resource(&one.resource)),
            Cell::Text(view.campus(&one.user)),
            Cell::Text(view.campus(&one.host)),
            Cell::Term(one.from.0),
            last.map_or(Cell::Empty, Cell::Term),
            Cell::Amount(one.hours_per_week.0, 1),
        ])
    });
    Section::new(view.say(&words::sharing_heading())).table(
        Table::new(
            "sharing",
            view.say(&words::sharing_title()),
            view.say(&words::no_sharing()),
            columns,
        )
        .grouped()
        .rows(rows),
    )
}
