//! Indicators watched, term by term.

use crate::domain::{Text, Watched, WatchedMetric};
use crate::plan::WatchedLine;
use crate::report::document::{Cell, Column, Mark, Row, Table};
use crate::report::format;
use crate::report::view::View;
use crate::words::standards as words;

/// The table.
#[must_use]
pub fn table(view: &View) -> Table {
    let terms = view.terms();
    let mut columns =
        vec![Column::text(view.say(&words::indicator())), Column::text(view.say(&words::kind()))];
    columns.extend(view.term_columns(&terms));
    let rows = view.scenario.watched.iter().map(|one| {
        let mine = lines(view, one);
        let kind = if one.metric.is_computed() { words::computed() } else { words::declared() };
        let mut cells = vec![Cell::Text(name(view, one)), Cell::Text(view.say(&kind))];
        cells.extend(terms.iter().map(|term| {
            let line = mine.iter().find(|line| line.term.0 == *term);
            line.map_or(Cell::Empty, |line| value(one, line))
        }));
        Row::new(cells).keyed([&one.id])
    });
    Table::new(
        "watched",
        view.say(&words::watched_title()),
        view.say(&words::nothing_watched()),
        columns,
    )
    .signs(view.say(&words::watched_signs()))
    .stub(2)
    .keyed(&[0])
    .rows(rows)
}

fn lines<'a>(view: &View<'a>, one: &Watched) -> Vec<&'a WatchedLine> {
    let lines = view.plan.watched.iter();
    lines.filter(|line| line.indicator == one.id).collect()
}

/// The name with the threshold.
fn name(view: &View, one: &Watched) -> String {
    let figure = match one.metric {
        WatchedMetric::Attrition => {
            format!("{}%", format::plain_number(one.bound.figure() * 100.0, 2))
        }
        _ => format::plain_number(one.bound.figure(), 2),
    };
    let figure = match one.metric {
        WatchedMetric::Attrition => figure,
        _ => figure + &view.say(&one.unit),
    };
    view.say(&words::bounded(one.bound, &view.say(&one.name), &figure))
}

fn value(one: &Watched, line: &WatchedLine) -> Cell {
    let mark = Mark::of(line.met);
    let cell = line.value.map(|value| {
        if one.metric == WatchedMetric::Attrition {
            return Cell::Rate(value, mark);
        }
        let decimals = usize::from(format::plain_number(value, 1).contains('.'));
        Cell::Plain(value, decimals, mark)
    });
    cell.unwrap_or_else(|| Cell::text("-"))
}

/// Whether every indicator keeps its bounds; nothing without indicators.
#[must_use]
pub fn summary(view: &View) -> Option<Text> {
    if view.scenario.watched.is_empty() {
        return None;
    }
    let out = beyond(view);
    Some(if out.is_empty() { words::watched_kept() } else { words::watched_out(&view.list(&out)) })
}

/// The indicators that are out of bounds, each with how many terms.
#[must_use]
pub fn beyond(view: &View) -> Vec<String> {
    let watched = view.scenario.watched.iter();
    let out = watched.filter_map(|one| {
        let lines = lines(view, one).into_iter();
        let beyond = lines.filter(|line| line.met == Some(false)).count();
        (beyond > 0).then(|| view.say(&words::out_in(&view.say(&one.name), beyond)))
    });
    out.collect()
}
