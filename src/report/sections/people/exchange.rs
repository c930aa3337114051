//! 骨干交流表.

use super::{name, post};
use crate::report::document::{Cell, Column, Row, Table};
use crate::report::view::View;
use crate::words::report::people as words;
use crate::words::report::{from_term, subjects, to_term};

/// Every pair.
pub(super) fn table(view: &View) -> Table {
    let heads = [
        from_term(),
        to_term(),
        words::branch(),
        subjects(),
        words::goes_out(),
        words::comes_back(),
    ];
    let columns = heads.map(|head| Column::text(view.say(&head))).into();
    let named = |key: &str| {
        let name = name(view, key);
        match post(view, key).and_then(|post| post.title) {
            Some(title) => view.say(&words::titled(&name, &view.say(&words::title(title)))),
            None => name,
        }
    };
    let rows = view.plan.exchanges.iter().map(|pair| {
        let last = view.stage_terms(pair.from.0).last().copied();
        let taught = post(view, &pair.out).map(|post| {
            let changed = post.retrained.as_ref();
            let changed = changed.filter(|change| change.from <= pair.from);
            changed.map_or_else(
                || view.subjects(&post.subjects),
                |change| view.subject(&change.subject),
            )
        });
        Row::new(vec![
            Cell::Term(pair.from.0),
            last.map_or(Cell::Empty, Cell::Term),
            Cell::Text(view.campus(&pair.branch)),
            taught.map_or(Cell::Empty, Cell::Text),
            Cell::Text(named(&pair.out)),
            Cell::Text(named(&pair.back)),
        ])
    });
    Table::new(
        "exchanges",
        view.say(&words::exchanges_title()),
        view.say(&words::no_exchanges()),
        columns,
    )
    .grouped()
    .rows(rows)
}
